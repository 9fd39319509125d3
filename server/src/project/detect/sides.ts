import { technologyById } from '../../catalogue/lookup.ts';
import type { Technology, TechnologyKind } from '../../catalogue/types.ts';
import type { PlacedSign } from './detectTypes.ts';
import { impliedSign, isStore } from './doubt.ts';

/** What the JavaScript, and what the JVM, of a project is for. */
export interface Sides {
  readonly frontendScript: boolean;
  /** What serves with JavaScript. */
  readonly backendScript: PlacedSign | undefined;
  /** Of frameworks that do both, those that serve here: they have a database beside them, or queues. */
  readonly bothSides: ReadonlySet<string>;
  /** Languages and runtimes in which only apps and desktop programs are written here. */
  readonly clientOnly: ReadonlySet<string>;
}

export function sidesOf(signs: readonly PlacedSign[]): Sides {
  const scripts = signs.filter(
    ({ manifest, kind }) => manifest.path.endsWith('package.json') && kind === 'dependency',
  );
  const served = scripts.filter(
    ({ technology, scope }) => scope === 'production' && technology.sections[0] === 'backend',
  );
  const both = scripts.filter(
    ({ technology: { kind, sections }, scope }) =>
      scope === 'production' &&
      kind === 'framework' &&
      sections[0] === 'frontend' &&
      sections.includes('backend'),
  );
  const serving = both.filter(({ manifest }) =>
    scripts.some((sign) => sign.manifest === manifest && isServed(sign)),
  );
  return {
    frontendScript: scripts.some(
      ({ technology }) => technology.sections[0] === 'frontend' && screens.has(technology.kind),
    ),
    backendScript: served.find(({ technology }) => servers.has(technology.kind)) ?? serving[0],
    bothSides: new Set(serving.map(({ id }) => id)),
    clientOnly: new Set([
      ...families.flatMap((family) => (isClient(family, signs) ? [...family] : [])),
      ...languagesOfApps(signs),
      // Without Flutter, Dart is what a program or a server is written in.
      ...(signs.some(({ id }) => id === 'flutter') ? ['dart'] : []),
    ]),
  };
}

/**
 * Who serves with Express runs Node.js, whether or not the manifest says so; who serves with Elysia runs Bun. Workers
 * have a runtime of their own.
 */
export function addRuntimes(best: Map<string, PlacedSign>, { backendScript }: Sides): void {
  if (backendScript === undefined || [...runtimes, 'cloudflare-workers'].some((id) => best.has(id))) return;
  const runtime = runtimes.find((id) => isBelow(backendScript.technology, id)) ?? 'node.js';
  const sign = impliedSign(runtime, backendScript);
  if (sign !== undefined) best.set(runtime, sign);
}

const runtimes = ['bun', 'deno', 'node.js'] as const;

function isBelow(technology: Technology, id: string): boolean {
  return technology.runsOn?.includes(id) === true;
}

/** Whether a package works on a server only: what reaches databases and queues, and what runs there. */
function isServed({ technology, scope }: PlacedSign): boolean {
  if (scope !== 'production') return false;
  const { kind, sections } = technology;
  if (isStore(technology) || kind === 'orm' || kind === 'message-queue')
    return !inBrowsers.has(technology.id);
  return kind === 'framework' && sections[0] === 'backend';
}

/** Stores that pages reach by themselves. */
const inBrowsers = new Set([
  'firebase',
  'supabase',
  'algolia',
  'convex',
  'indexeddb',
  'pocketbase',
  'firestore',
]);

const servers: ReadonlySet<TechnologyKind> = new Set(['framework', 'message-queue', 'cms', 'web-server']);
const screens: ReadonlySet<TechnologyKind> = new Set(['framework', 'mobile', 'desktop', 'styling', 'state']);

/** Whether apps or desktop programs, and no servers, are written in a family of languages. */
function isClient(family: ReadonlySet<string>, signs: readonly PlacedSign[]): boolean {
  const on = signs.filter(({ technology, scope }) => scope === 'production' && runsOn(technology, family));
  const isScreen = ({ kind }: Technology): boolean => kind === 'mobile' || kind === 'desktop';
  return (
    on.some(({ technology }) => isScreen(technology)) &&
    !on.some(({ technology: { kind, sections } }) => kind === 'framework' && sections.includes('backend'))
  );
}

/** The languages of the JVM that only scripts of Android apps name: they say nothing of what serves. */
function languagesOfApps(signs: readonly PlacedSign[]): string[] {
  const isOfApp = ofApps(signs);
  return jvmLanguages.filter((id) => {
    const own = signs.filter((sign) => sign.id === id);
    return own.length > 0 && own.every(isOfApp);
  });
}

/** Without the signs of a language that scripts of Android apps tell, where it is told outside of them too. */
export function withoutLanguagesOfApps(signs: readonly PlacedSign[]): readonly PlacedSign[] {
  const isOfApp = ofApps(signs);
  const outside = new Set(signs.filter((sign) => !isOfApp(sign)).map(({ id }) => id));
  return signs.filter((sign) => !jvmLanguages.includes(sign.id) || !isOfApp(sign) || !outside.has(sign.id));
}

function ofApps(signs: readonly PlacedSign[]): (sign: PlacedSign) => boolean {
  const apps = new Set(signs.filter(({ id }) => id === 'android').map(({ manifest }) => manifest));
  return ({ manifest }) => apps.has(manifest);
}

const jvmLanguages: readonly string[] = ['java', 'kotlin'];

function runsOn(technology: Technology, family: ReadonlySet<string>): boolean {
  if (technology.id === 'android') return family.has('kotlin');
  return (technology.runsOn ?? []).some((id) => {
    const below = technologyById(id);
    return family.has(id) || (below !== undefined && runsOn(below, family));
  });
}

const families: readonly ReadonlySet<string>[] = [
  new Set(['java', 'kotlin', 'jvm']),
  new Set(['.net', 'c-sharp', 'f-sharp', 'visual-basic']),
];
