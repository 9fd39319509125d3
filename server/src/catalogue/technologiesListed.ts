import type { Technology, TechnologyKind, TechnologySection } from './types.ts';

/**
 * Technologies of one kind in a line, for those about which there is little to say:
 *
 *     library backend frontend on:javascript | date-fns, Day.js = dayjs, Moment.js = Moment*
 *
 * Before the bar kind, sections, and what they all run on (`on:`), are part of (`part:`) or are from (`by:`);
 * behind it names, each with its aliases; `*` marks a name that is an English word too. A name's id is the name in
 * lower case with hyphens.
 */
export function listed(source: string): Technology[] {
  return source.split('\n').flatMap((line) => {
    const [head, names] = line.split(' | ');
    if (names === undefined) return [];
    const common = commonOf(head!.trim().split(' '));
    return names.split(', ').map((spellings) => ({ ...common, ...namesOf(spellings.split(' = ')) }));
  });
}

/** The id of a technology by its name: `C#` is `c-sharp`, `Node.js` is `node.js`. */
export function idOfName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('#', '-sharp')
    .replaceAll('+', 'p')
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

function commonOf([kind, ...rest]: readonly string[]): Omit<Technology, 'id' | 'name'> {
  const behind = (mark: string): string[] =>
    rest.filter((one) => one.startsWith(mark)).map((one) => one.slice(mark.length));
  const runsOn = behind('on:');
  const [partOf] = behind('part:');
  const [provider] = behind('by:');
  return {
    kind: kind as TechnologyKind,
    sections: rest.filter((one): one is TechnologySection => !one.includes(':')),
    ...(runsOn.length === 0 ? {} : { runsOn }),
    ...(partOf === undefined ? {} : { partOf }),
    ...(provider === undefined ? {} : { provider }),
  };
}

function namesOf(spellings: readonly string[]): Omit<Technology, 'kind' | 'sections'> {
  const isWord = (spelling: string): boolean => spelling.endsWith('*');
  const text = (spelling: string): string => spelling.replace(/\*$/, '');
  const [name, ...others] = spellings as [string, ...string[]];
  const aliases = others.filter((one) => !isWord(one));
  const wordAliases = others.filter(isWord).map(text);
  return {
    id: idOfName(text(name)),
    name: text(name),
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(wordAliases.length === 0 ? {} : { wordAliases }),
    ...(isWord(name) ? { isWord: true } : {}),
  };
}
