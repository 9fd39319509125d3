import type { Manifest, ManifestReader, ProjectManifests } from './detectTypes.ts';
import { foldersAbove } from './paths.ts';
import { quietReport } from './quietReport.ts';
import { isTable, readToml, stringsAt, tableAt } from './tomlValue.ts';
import type { TomlTable } from './tomlValue.ts';

/** A version catalogue of Gradle: what build scripts mean by `libs.spring.boot` and `libs.plugins.kotlin.jvm`. */
export interface GradleCatalog {
  /** By alias with dots, as scripts write it: `group:artifact`. */
  readonly libraries: ReadonlyMap<string, CatalogEntry>;
  readonly plugins: ReadonlyMap<string, CatalogEntry>;
  /** The aliases of libraries in each bundle. */
  readonly bundles: ReadonlyMap<string, readonly string[]>;
}

export interface CatalogEntry {
  readonly name: string;
  readonly version?: string;
}

/** `gradle/libs.versions.toml` says nothing by itself: what build scripts take from it counts. */
export const readGradleCatalog: ManifestReader = ({ text }, report) => void readToml(text, report);

/** The catalogue by the name that a script uses for it (`libs`), of the nearest folder above that has one. */
export function gradleCatalog(
  name: string,
  scriptPath: string,
  project: ProjectManifests,
): GradleCatalog | undefined {
  for (const folder of foldersAbove(scriptPath)) {
    const manifest = project.at(`${folder === '' ? '' : `${folder}/`}gradle/${name}.versions.toml`);
    if (manifest !== undefined) return catalogOf(manifest);
  }
  return undefined;
}

const known = new WeakMap<Manifest, GradleCatalog>();

function catalogOf(manifest: Manifest): GradleCatalog {
  let catalog = known.get(manifest);
  if (catalog === undefined) {
    catalog = readCatalog(readToml(manifest.text, quietReport) ?? {});
    known.set(manifest, catalog);
  }
  return catalog;
}

function readCatalog(toml: TomlTable): GradleCatalog {
  const versions = tableAt(toml, 'versions');
  const entries = (
    table: string,
    nameOf: (value: TomlTable) => string | undefined,
  ): Map<string, CatalogEntry> =>
    new Map(
      Object.entries(tableAt(toml, table)).flatMap(([alias, value]): [string, CatalogEntry][] => {
        const entry = typeof value === 'string' ? short(value) : detailed(value, nameOf, versions);
        return entry === undefined ? [] : [[accessorOf(alias), entry]];
      }),
    );
  return {
    libraries: entries('libraries', ({ module, group, name }) => {
      if (typeof module === 'string') return module;
      return typeof group === 'string' && typeof name === 'string' ? `${group}:${name}` : undefined;
    }),
    plugins: entries('plugins', ({ id }) => (typeof id === 'string' ? id : undefined)),
    bundles: new Map(
      Object.keys(tableAt(toml, 'bundles')).map((alias) => [
        accessorOf(alias),
        stringsAt(toml, 'bundles', alias).map(accessorOf),
      ]),
    ),
  };
}

/** `org.postgresql:postgresql:42.7.0`, `org.springframework.boot:3.5.0` */
function short(value: string): CatalogEntry {
  const parts = value.split(':');
  const version = parts.at(-1)!;
  return /^\d/.test(version) ? { name: parts.slice(0, -1).join(':'), version } : { name: value };
}

function detailed(
  value: unknown,
  nameOf: (value: TomlTable) => string | undefined,
  versions: TomlTable,
): CatalogEntry | undefined {
  const name = isTable(value) ? nameOf(value) : undefined;
  if (name === undefined || !isTable(value)) return undefined;
  const given = value['version'];
  const version = isTable(given) && typeof given['ref'] === 'string' ? versions[given['ref']] : given;
  return typeof version === 'string' ? { name, version } : { name };
}

/** An alias as scripts write it: each of `-`, `_` and `.` becomes a dot. */
function accessorOf(alias: string): string {
  return alias.replace(/[-_]/g, '.');
}
