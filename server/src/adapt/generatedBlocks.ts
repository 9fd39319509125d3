/** The two generated blocks of a profile. Their markers stand on lines of their own, at the margin. */
export type GeneratedBlock = 'head' | 'project';

/** The lines of a generated block between its markers. */
export function marked(block: GeneratedBlock, lines: readonly string[]): string[] {
  return [`${opening}${block} -->`, ...lines, `${closing}${block} -->`];
}

/** Whether a text may hold generated blocks. */
export function hasMarkers(text: string): boolean {
  return text.includes(opening);
}

/**
 * The lines that belong to generated blocks, markers included. A marker without its partner is the author's text, and so
 * is one in a fence of code: an opening belongs to the end that comes next, whole blocks between them left out.
 * @param lineOf the text of a line, its line end left out
 */
export function generatedLines(lineCount: number, lineOf: (line: number) => string): Set<number> {
  const generated = new Set<number>();
  const isCode = linesInFences(lineCount, lineOf);
  let open: { readonly block: GeneratedBlock; readonly line: number }[] = [];
  for (let line = 0; line < lineCount; line++) {
    const marker = isCode.has(line) ? undefined : markerIn(lineOf(line));
    if (marker?.opens === true) open.push({ block: marker.block, line });
    else if (marker !== undefined) {
      const last = open.pop();
      if (last?.block !== marker.block) {
        open = [];
        continue;
      }
      for (let inside = last.line; inside <= line; inside++) generated.add(inside);
    }
  }
  return generated;
}

const opening = '<!-- agent-tailor:';
const closing = '<!-- /agent-tailor:';

function markerIn(line: string): { readonly block: GeneratedBlock; readonly opens: boolean } | undefined {
  if (!line.startsWith('<!-- ')) return undefined;
  for (const block of ['head', 'project'] as const) {
    if (line === `${opening}${block} -->`) return { block, opens: true };
    if (line === `${closing}${block} -->`) return { block, opens: false };
  }
  return undefined;
}

/** The lines of fences that end; what stands below one that does not is read as any other text. */
function linesInFences(lineCount: number, lineOf: (line: number) => string): Set<number> {
  const inside = new Set<number>();
  // Where a mark has no end below, a longer one of its kind has none either.
  const endless = new Map<string, number>();
  for (let line = 0; line < lineCount; line++) {
    const fence = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(lineOf(line));
    const mark = fence?.[1] ?? fence?.[2];
    if (mark === undefined || mark.length >= (endless.get(mark[0]!) ?? Infinity)) continue;
    const ends = new RegExp(`^ {0,3}${mark[0]}{${mark.length},}[ \\t]*$`);
    let end = line + 1;
    while (end < lineCount && !ends.test(lineOf(end))) end++;
    if (end === lineCount) {
      endless.set(mark[0]!, mark.length);
      continue;
    }
    for (; line < end; line++) inside.add(line);
    inside.add(end);
  }
  return inside;
}
