/** Short tables of ids, as the catalogue keeps them: each line an id, a colon, and what belongs to it. */

/** The ids behind each id: `ios: swift objective-c`. */
export function tableOf(source: string): Map<string, readonly string[]> {
  const table = new Map<string, readonly string[]>();
  for (const [id, others] of rowsOf(source)) table.set(id, others);
  return table;
}

/** The other way round: for each id behind a colon, the words before it, in the table's order. */
export function invertedTableOf(source: string): Map<string, readonly string[]> {
  const table = new Map<string, string[]>();
  for (const [word, ids] of rowsOf(source)) {
    for (const id of ids) {
      const words = table.get(id);
      if (words === undefined) table.set(id, [word]);
      else words.push(word);
    }
  }
  return table;
}

function rowsOf(source: string): [id: string, others: string[]][] {
  return source.split('\n').flatMap((line): [string, string[]][] => {
    const colon = line.indexOf(': ');
    return colon < 0 ? [] : [[line.slice(0, colon), line.slice(colon + 2).split(' ')]];
  });
}
