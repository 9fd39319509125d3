/** Which technology a package, image or infrastructure resource is: by its name in its registry, to our ids. */
import { technologyById } from './lookup.ts';
import { composer, gems, hex, npm, pub, python } from './packageNames.ts';
import { cargo, goModules, maven, nuget } from './packageNamesCompiled.ts';
import type { TechnologyKind } from './types.ts';

export type Ecosystem =
  | 'npm'
  | 'python'
  | 'go'
  | 'cargo'
  | 'maven'
  | 'nuget'
  | 'gems'
  | 'composer'
  | 'pub'
  | 'hex';

/** What a package shows. */
export interface ShownByPackage {
  readonly id: string;
  /** The package is the technology (`react`), so that its version is that one's; not a driver or a binding of it. */
  readonly isItself: boolean;
}

/** What a package is (React) or is for (`pg` for PostgreSQL); most packages are and are for nothing. */
export function technologiesOfPackage(ecosystem: Ecosystem, name: string): readonly ShownByPackage[] {
  const table = tableOf(ecosystem);
  const known = name.toLowerCase();
  const exact = table.exact.get(known);
  if (exact?.length === 0) return exact;
  const prefix = table.prefixes.find(([start]) => known.startsWith(start));
  const more =
    prefix === undefined || exact?.some(({ id }) => id === prefix[1].id) === true ? [] : [prefix[1]];
  return [...(exact ?? []), ...more];
}

/** Whether some package of a registry stands for a technology, so that one who uses it there would show it. */
export function isShownBy(ecosystem: Ecosystem, id: string): boolean {
  const { exact, prefixes } = tableOf(ecosystem);
  if (prefixes.some(([, shown]) => shown.id === id)) return true;
  return [...exact.values()].some((list) => list.some((shown) => shown.id === id));
}

/** Every id that a table names, for the test that holds them to the catalogue. */
export function packageTargets(): Set<string> {
  const ids = new Set<string>();
  for (const ecosystem of Object.keys(sources) as Ecosystem[]) {
    const { exact, prefixes } = tableOf(ecosystem);
    for (const { id } of [...exact.values()].flat()) ids.add(id);
    for (const [, { id }] of prefixes) ids.add(id);
  }
  return ids;
}

interface Table {
  readonly exact: ReadonlyMap<string, readonly ShownByPackage[]>;
  /** The longest first. */
  readonly prefixes: readonly (readonly [string, ShownByPackage])[];
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
  pub,
  hex,
};

const tables = new Map<Ecosystem, Table>();

function tableOf(ecosystem: Ecosystem): Table {
  let table = tables.get(ecosystem);
  if (table === undefined) tables.set(ecosystem, (table = readTable(sources[ecosystem])));
  return table;
}

/**
 * Each line: an id, a colon, names; `*` at a name's end stands for anything. The first name is what the technology
 * itself is, where its kind has packages of its own. A name may stand for several, and for what a shorter one
 * stands for; under the id `-` are those that stand for nothing although a shorter name would cover them.
 */
function readTable(source: string): Table {
  const exact = new Map<string, ShownByPackage[]>();
  const prefixes: [string, ShownByPackage][] = [];
  for (const line of source.split('\n')) {
    const colon = line.indexOf(': ');
    if (colon < 0) continue;
    const id = line.slice(0, colon).trim();
    for (const [index, name] of line
      .slice(colon + 2)
      .split(' ')
      .entries()) {
      const shown = { id, isItself: index === 0 && hasPackages(id) };
      if (name.endsWith('*')) prefixes.push([name.slice(0, -1), shown]);
      else if (name !== '') exact.set(name, [...(exact.get(name) ?? []), ...(id === '-' ? [] : [shown])]);
    }
  }
  prefixes.sort((a, b) => b[0].length - a[0].length);
  return { exact, prefixes };
}

/** Whether packages are the technology: those for a database or a service only reach it. */
function hasPackages(id: string): boolean {
  const kind = technologyById(id)?.kind;
  return kind !== undefined && packaged.has(kind) && !named.has(id);
}

const packaged: ReadonlySet<TechnologyKind> = new Set([
  'language',
  'framework',
  'library',
  'orm',
  'build-tool',
  'testing',
  'styling',
  'state',
  'mobile',
  'desktop',
  'cms',
  'machine-learning',
  'tool',
]);

/** Their packages are bindings, with versions of their own. */
const named = new Set(['hotwire', 'hugging-face', 'tauri', 'webassembly', 'temporal', 'graphql']);
