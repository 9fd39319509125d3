/** Which technology a package, image or infrastructure resource is: by its name in its registry, to our ids. */
import { composer, gems, npm, python } from './packageNames.ts';
import { cargo, goModules, maven, nuget } from './packageNamesCompiled.ts';

export type Ecosystem = 'npm' | 'python' | 'go' | 'cargo' | 'maven' | 'nuget' | 'gems' | 'composer';

/** The ids of what a package is (React) or is for (`pg` for PostgreSQL); most packages are and are for nothing. */
export function technologiesOfPackage(ecosystem: Ecosystem, name: string): readonly string[] {
  const table = tableOf(ecosystem);
  const known = name.toLowerCase();
  const exact = table.exact.get(known);
  if (exact !== undefined) return exact;
  const prefix = table.prefixes.find(([start]) => known.startsWith(start));
  return prefix === undefined ? [] : [prefix[1]];
}

/** Every id that a table names, for the test that holds them to the catalogue. */
export function packageTargets(): Set<string> {
  const ids = new Set<string>();
  for (const ecosystem of Object.keys(sources) as Ecosystem[]) {
    const { exact, prefixes } = tableOf(ecosystem);
    for (const id of [...exact.values()].flat()) ids.add(id);
    for (const [, id] of prefixes) ids.add(id);
  }
  return ids;
}

interface Table {
  readonly exact: ReadonlyMap<string, readonly string[]>;
  /** The longest first. */
  readonly prefixes: readonly (readonly [string, string])[];
}

const sources: Readonly<Record<Ecosystem, string>> = {
  npm,
  python,
  go: goModules,
  cargo,
  maven,
  nuget,
  gems,
  composer,
};

const tables = new Map<Ecosystem, Table>();

function tableOf(ecosystem: Ecosystem): Table {
  let table = tables.get(ecosystem);
  if (table === undefined) tables.set(ecosystem, (table = readTable(sources[ecosystem])));
  return table;
}

/**
 * Each line: an id, a colon, names; `*` at a name's end stands for anything. A name may stand for several; under
 * the id `-` are those that stand for nothing although a shorter name would cover them.
 */
function readTable(source: string): Table {
  const exact = new Map<string, string[]>();
  const prefixes: [string, string][] = [];
  for (const line of source.split('\n')) {
    const colon = line.indexOf(': ');
    if (colon < 0) continue;
    const id = line.slice(0, colon).trim();
    for (const name of line.slice(colon + 2).split(' ')) {
      if (name.endsWith('*')) prefixes.push([name.slice(0, -1), id]);
      else if (name !== '') exact.set(name, [...(exact.get(name) ?? []), ...(id === '-' ? [] : [id])]);
    }
  }
  prefixes.sort((a, b) => b[0].length - a[0].length);
  return { exact, prefixes };
}
