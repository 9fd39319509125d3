import type { TechnologyKind } from '../../catalogue/types.ts';
import type { Detected, DetectedSection, DetectedTechnology, PlacedSign } from './detectTypes.ts';
import { certainty, dropDoubtful, isStore } from './doubt.ts';
import { addRuntimes, type Sides, sidesOf, withoutLanguagesOfApps } from './sides.ts';

/** Which signs count, and in which section of the template each technology belongs in this project. */
export function placed(signs: readonly PlacedSign[]): Pick<Detected, 'technologies' | 'primaryLanguage'> {
  const best = new Map<string, PlacedSign>();
  const counted = signs.filter(counts);
  for (const sign of withoutLanguagesOfApps(counted)) {
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
  return { technologies, primaryLanguage: primaryLanguage(counted, best) };
}

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

function isBetter(sign: PlacedSign, known: PlacedSign): boolean {
  if (sign.scope !== known.scope && sign.scope === 'production') return true;
  if (sign.scope !== known.scope && known.scope === 'production') return false;
  if (certainty[sign.kind] !== certainty[known.kind]) return certainty[sign.kind] > certainty[known.kind];
  // In one manifest the package that it is says more than one that belongs to it.
  return sign.manifest === known.manifest && sign.version !== undefined && known.version === undefined;
}

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
  if (sides.bothSides.has(id)) return ['frontend', 'backend'];
  if (sides.clientOnly.has(id)) return ['frontend'];
  if (id === 'dart') return ['backend'];
  // A library that reports somewhere, and its key, say nothing of how the project is deployed.
  if (kind === 'monitoring' && sign.kind !== 'service') return ['other'];
  if (kind === 'orm' && !hasDatabase && sections.includes('backend')) return ['backend'];
  return [sections[0] ?? 'other'];
}

function detected(sign: PlacedSign, section: DetectedSection): DetectedTechnology {
  const { technology, manifest, line, kind, scope, version } = sign;
  return {
    technology,
    section,
    kind,
    scope,
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
  // What is built on another database (PostGIS) stands behind it.
  const isBuiltOn = isStore(technology) && technology.runsOn !== undefined ? 0.5 : 0;
  return (at < 0 ? order.length : at) + isBuiltOn;
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
  const all = signs.filter(({ technology }) => technology.kind === 'language');
  const told = all.filter(({ kind }) => kind !== 'base');
  const languages = told.length > 0 ? told : all;
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
