import { technologyById } from '../../catalogue/lookup.ts';
import type { Technology, TechnologyKind } from '../../catalogue/types.ts';
import type { Detected, DetectedSection, DetectedTechnology, PlacedSign } from './detectTypes.ts';

/** Which signs count, and in which section of the template each technology belongs in this project. */
export function placed(signs: readonly PlacedSign[], problems: Detected['problems']): Detected {
  const best = new Map<string, PlacedSign>();
  const counted = signs.filter(counts);
  for (const sign of counted) {
    const known = best.get(sign.id);
    if (known === undefined || isBetter(sign, known)) best.set(sign.id, sign);
  }
  const sides = sidesOf(counted);
  addRuntimes(best, sides);
  dropDoubtful(best);
  const technologies: Record<DetectedSection, DetectedTechnology[]> = {
    frontend: [],
    backend: [],
    deployment: [],
    database: [],
    other: [],
  };
  const hasDatabase = [...best.values()].some(({ technology }) => isStore(technology));
  for (const sign of best.values()) {
    for (const section of sectionsOf(sign, sides, hasDatabase)) {
      technologies[section].push(detected(sign, section));
    }
  }
  for (const list of Object.values(technologies)) list.sort(byRank);
  return { technologies, primaryLanguage: primaryLanguage(counted, best), problems };
}

/** Whether a technology keeps data: what the template's Database section is for. */
export function isStore({ kind, sections }: Technology): boolean {
  return stores.has(kind) && sections.includes('database');
}

/** What the JavaScript, and what the JVM, of a project is for. */
interface Sides {
  readonly frontendScript: boolean;
  readonly backendScript: PlacedSign | undefined;
  readonly isMobileJvm: boolean;
}

const stores: ReadonlySet<TechnologyKind> = new Set([
  'database',
  'cache',
  'search',
  'vector-store',
  'warehouse',
]);

/** Of what only developers use, that which a project is still made of. */
const developed: ReadonlySet<TechnologyKind> = new Set([
  'language',
  'build-tool',
  'testing',
  'styling',
  'state',
  'mobile',
  'desktop',
  'infrastructure-as-code',
]);

function counts({ scope, technology, kind, manifest }: PlacedSign): boolean {
  if (scope === 'production') return technology.kind !== 'testing' || kind === 'dependency';
  if (scope === 'optional') return false;
  if (technology.kind === 'testing') return true;
  if (scope === 'test') return false;
  // Who writes a web page may well keep its framework among the development dependencies: it is bundled.
  if (technology.kind === 'framework' || technology.kind === 'library') {
    return technology.sections[0] === 'frontend' && manifest.path.endsWith('package.json');
  }
  return (
    developed.has(technology.kind) || technology.id === 'storybook' || technology.id === 'cloudflare-workers'
  );
}

const certainty = { service: 2, dependency: 1, configuration: 0 } as const;

function isBetter(sign: PlacedSign, known: PlacedSign): boolean {
  if (sign.scope !== known.scope && sign.scope === 'production') return true;
  if (sign.scope !== known.scope && known.scope === 'production') return false;
  return certainty[sign.kind] > certainty[known.kind];
}

function sidesOf(signs: readonly PlacedSign[]): Sides {
  const scripts = signs.filter(
    ({ manifest, kind }) => manifest.path.endsWith('package.json') && kind === 'dependency',
  );
  const backendScript = scripts.find(
    ({ technology, scope }) =>
      scope === 'production' && technology.sections[0] === 'backend' && servers.has(technology.kind),
  );
  const isJvmServer = signs.some(
    ({ technology }) =>
      technology.kind === 'framework' && technology.sections[0] === 'backend' && runsOnJvm(technology),
  );
  return {
    frontendScript: scripts.some(
      ({ technology }) => technology.sections[0] === 'frontend' && screens.has(technology.kind),
    ),
    backendScript,
    isMobileJvm: signs.some(({ id }) => id === 'android') && !isJvmServer,
  };
}

const servers: ReadonlySet<TechnologyKind> = new Set(['framework', 'message-queue', 'cms', 'web-server']);
const screens: ReadonlySet<TechnologyKind> = new Set(['framework', 'mobile', 'desktop', 'styling', 'state']);
const jvm = new Set(['java', 'jvm', 'kotlin']);

function runsOnJvm({ runsOn }: Technology): boolean {
  return runsOn?.some((id) => jvm.has(id)) === true;
}

/** Who serves with Express runs Node.js, whether or not the manifest says so. */
function addRuntimes(best: Map<string, PlacedSign>, { backendScript }: Sides): void {
  if (backendScript === undefined || best.has('node.js') || best.has('bun') || best.has('deno')) return;
  const node = technologyById('node.js');
  if (node !== undefined) best.set(node.id, { ...backendScript, id: node.id, technology: node });
}

function dropDoubtful(best: Map<string, PlacedSign>): void {
  const drop = (id: string): void => void best.delete(id);
  if (best.has('typescript')) drop('javascript');
  if (best.has('redux-toolkit')) drop('redux');
  if (best.has('spring-boot')) drop('spring');
  // NestJS brings RxJS to servers that have no use for it.
  if (!best.has('angular')) drop('rxjs');
  const relational = [...best.values()].filter(({ id }) => relationalDatabases.has(id));
  // H2 is what a Java project is tried out with.
  if (relational.length > 1) drop('h2');
  // A service that speaks another one's protocol is reached with that one's driver.
  for (const [id, spoken] of drivenAs) {
    if (best.get(id)?.kind === 'service' && best.get(spoken)?.kind === 'dependency') drop(spoken);
  }
  const drivers = [...best.values()].filter(
    ({ technology, kind }) => kind === 'dependency' && isStore(technology),
  );
  // Who has drivers for everything makes a tool for databases; which one is its own, drivers do not tell.
  for (const { id } of drivers) {
    if (drivers.length > mostDrivers || (relational.length > mostRelational && relationalDatabases.has(id)))
      drop(id);
  }
}

/** Databases of which a project has one, as a rule. */
export const relationalDatabases: ReadonlySet<string> = new Set([
  'postgresql',
  'mysql',
  'mariadb',
  'sql-server',
  'oracle',
  'sqlite',
  'cockroachdb',
  'h2',
  'db2',
]);

const mostRelational = 3;
const mostDrivers = 6;

const drivenAs: readonly (readonly [string, string])[] = [
  ['mariadb', 'mysql'],
  ['percona', 'mysql'],
  ['valkey', 'redis'],
  ['keydb', 'redis'],
  ['dragonflydb', 'redis'],
  ['cockroachdb', 'postgresql'],
  ['yugabytedb', 'postgresql'],
  ['redpanda', 'kafka'],
];

function sectionsOf(sign: PlacedSign, sides: Sides, hasDatabase: boolean): readonly DetectedSection[] {
  const { id, kind, sections } = sign.technology;
  if (id === 'typescript' || id === 'javascript') {
    const isServed = sides.backendScript !== undefined || !sides.frontendScript;
    return [
      ...(sides.frontendScript ? (['frontend'] as const) : []),
      ...(isServed ? (['backend'] as const) : []),
    ];
  }
  // A web page is built with Node.js; that makes no backend.
  if (id === 'node.js') return sides.backendScript !== undefined || !sides.frontendScript ? ['backend'] : [];
  if ((id === 'kotlin' || id === 'java') && sides.isMobileJvm) return ['frontend'];
  // A library that reports somewhere says nothing of how the project is deployed.
  if (kind === 'monitoring' && sign.kind === 'dependency') return ['other'];
  if (kind === 'orm' && !hasDatabase && sections.includes('backend')) return ['backend'];
  return [sections[0] ?? 'other'];
}

function detected(sign: PlacedSign, section: DetectedSection): DetectedTechnology {
  const { technology, manifest, line, kind, version } = sign;
  return {
    technology,
    section,
    kind,
    uri: manifest.uri,
    path: manifest.path,
    line,
    ...(version === undefined ? {} : { version }),
  };
}

function byRank(a: DetectedTechnology, b: DetectedTechnology): number {
  return (
    rankOf(a) - rankOf(b) ||
    certainty[b.kind] - certainty[a.kind] ||
    a.path.split('/').length - b.path.split('/').length ||
    (a.technology.name < b.technology.name ? -1 : 1)
  );
}

function rankOf({ technology, section }: DetectedTechnology): number {
  const order = orders[section];
  const at = order.indexOf(technology.kind);
  return at < 0 ? order.length : at;
}

/** As people write a section: what decides most comes first. */
const orders: Readonly<Record<DetectedSection, readonly TechnologyKind[]>> = {
  frontend: ['mobile', 'desktop', 'framework', 'language', 'state', 'styling', 'build-tool'],
  backend: [
    'language',
    'runtime',
    'framework',
    'cms',
    'message-queue',
    'orm',
    'data-processing',
    'machine-learning',
  ],
  deployment: [
    'container',
    'orchestrator',
    'cloud',
    'platform',
    'cloud-service',
    'infrastructure-as-code',
    'ci',
  ],
  database: ['database', 'cache', 'search', 'vector-store', 'warehouse', 'orm'],
  other: ['api', 'auth', 'service', 'testing', 'build-tool'],
};

/** Of all manifests of a language, most; of equally many, that of the manifest nearest to the top. */
function primaryLanguage(
  signs: readonly PlacedSign[],
  best: ReadonlyMap<string, PlacedSign>,
): DetectedTechnology | undefined {
  const languages = signs.filter(({ technology }) => technology.kind === 'language');
  const manifests = new Map<string, Set<string>>();
  for (const { id, manifest } of languages) {
    // Where there is TypeScript, JavaScript is what it becomes.
    const real = id === 'javascript' && best.has('typescript') ? 'typescript' : id;
    const paths = manifests.get(real) ?? new Set();
    manifests.set(real, paths.add(manifest.path));
  }
  const depth = (id: string): number =>
    Math.min(...[...(manifests.get(id) ?? [])].map((path) => path.split('/').length));
  const [first] = [...manifests.keys()].sort(
    (a, b) => manifests.get(b)!.size - manifests.get(a)!.size || depth(a) - depth(b),
  );
  const sign = first === undefined ? undefined : best.get(first);
  return sign === undefined ? undefined : detected(sign, 'other');
}
