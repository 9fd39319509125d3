import type { ManifestReader, Scope } from './detectTypes.ts';
import { TomlPlaces } from './tomlPlaces.ts';
import { isTable, readToml, stringsAt, tableAt } from './tomlValue.ts';

/** `Cargo.toml`: dependencies of all targets, with the features that say which database is meant. */
export const readCargoToml: ManifestReader = ({ text }, report) => {
  const toml = readToml(text, report);
  if (toml === undefined) return;
  for (const key of ['name', 'description', 'version'] as const)
    report.about(key, tableAt(toml, 'package')[key]);
  const places = new TomlPlaces(text);
  const main = ['package', 'workspace'].find((key) => toml[key] !== undefined);
  const rustVersion = [tableAt(toml, 'package'), tableAt(toml, 'workspace', 'package')]
    .map((table) => table['rust-version'])
    .find((version) => typeof version === 'string');
  report.technology(
    'rust',
    main === undefined ? 0 : places.lineOf(main),
    'production',
    'configuration',
    rustVersion,
  );
  for (const [key, scope] of tables) {
    reportTable([key], scope, false);
    for (const target of Object.keys(tableAt(toml, 'target')))
      reportTable(['target', target, key], scope, false);
  }
  reportTable(['workspace', 'dependencies'], 'production', true);

  function reportTable(path: readonly string[], scope: Scope, isWorkspace: boolean): void {
    for (const [name, value] of Object.entries(tableAt(toml!, ...path))) {
      const details = isTable(value) ? value : {};
      if (details['workspace'] === true && scope === 'production') report.inherits(name);
      const own = details['optional'] === true ? 'optional' : scope;
      const line = (): number => places.lineOf(...path, name);
      const real = typeof details['package'] === 'string' ? details['package'] : name;
      const version = typeof value === 'string' ? value : details['version'];
      const more = {
        ...(isWorkspace ? { ifInherited: name } : {}),
        ...(typeof version === 'string' ? { version } : {}),
      };
      report.dependency('cargo', real, line, own, more);
      for (const id of databasesOf(real, stringsAt(details, 'features')))
        report.uses(
          id,
          () => places.lineOf(...path, name, 'features'),
          own,
          isWorkspace ? { ifInherited: name } : {},
        );
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
