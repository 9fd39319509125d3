import type { ManifestReader, Scope } from './detectTypes.ts';
import { NameFinder } from './textLines.ts';
import { isTable, readToml, stringsAt, tableAt } from './tomlValue.ts';
import type { TomlTable } from './tomlValue.ts';

/** `Cargo.toml`: dependencies of all targets, with the features that say which database is meant. */
export const readCargoToml: ManifestReader = ({ text }, report) => {
  const toml = readToml(text, report);
  if (toml === undefined) return;
  const lines = new NameFinder(text);
  report.technology('rust', toml['package'] === undefined ? 0 : lines.lineOf('package'), 'production');
  for (const part of [toml, ...Object.values(tableAt(toml, 'target')).filter(isTable)]) {
    for (const [key, scope] of tables) reportTable(tableAt(part, key), scope, false);
  }
  reportTable(tableAt(toml, 'workspace', 'dependencies'), 'production', true);

  function reportTable(table: TomlTable, scope: Scope, isWorkspace: boolean): void {
    for (const [name, value] of Object.entries(table)) {
      const details = isTable(value) ? value : {};
      if (details['workspace'] === true && scope === 'production') report.inherits(name);
      const own = details['optional'] === true ? 'optional' : scope;
      const inherited = isWorkspace ? name : undefined;
      const line = (): number => lines.lineOf(name);
      const real = typeof details['package'] === 'string' ? details['package'] : name;
      report.dependency('cargo', real, line, own, inherited);
      for (const id of databasesOf(real, stringsAt(details, 'features')))
        report.uses(id, line, own, inherited);
    }
  }
};

const tables: readonly (readonly [string, Scope])[] = [
  ['dependencies', 'production'],
  ['dev-dependencies', 'test'],
  ['build-dependencies', 'development'],
];

function databasesOf(crate: string, features: readonly string[]): string[] {
  if (!['sqlx', 'diesel', 'diesel-async', 'sea-orm'].includes(crate)) return [];
  const has = (name: string): boolean =>
    features.some((feature) => feature.replace(/^sqlx-/, '').startsWith(name));
  return [
    ...(has('postgres') ? ['postgresql'] : []),
    ...(has('mysql') ? ['mysql'] : []),
    ...(has('sqlite') ? ['sqlite'] : []),
  ];
}
