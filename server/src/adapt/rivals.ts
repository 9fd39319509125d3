import { technologyById } from '../catalogue/lookup.ts';
import { rolesOf } from '../catalogue/roles.ts';
import type { Technology, TechnologyKind } from '../catalogue/types.ts';

/**
 * Whether declared technologies stand in the place of one that is not declared (rule 4b): each role that it has is
 * taken. Who writes AWS has not said no containers, who writes React has not said no Redux.
 * @param declared all of one section that the agent knows
 */
export function isReplaced(technology: Technology, declared: readonly Technology[]): boolean {
  const taken = [...declared, ...declared.flatMap(baseOfLibrary), ...declared.flatMap(cloudItRunsOn)];
  if (isOfAnotherCloud(technology, taken)) return true;
  return rolesHere(technology).every((role) => {
    const rivals = taken.filter((one) => rolesHere(one).includes(role));
    return rivals.length > 0 && (role !== 'stack' || !isLeftOpen(technology, rivals));
  });
}

/** What a frontend is made with is one choice, be it for the web, phones or desktops: React, Flutter, Qt. */
function rolesHere(technology: Technology): readonly string[] {
  return technology.kind === 'mobile' || technology.kind === 'desktop' ? ['stack'] : rolesOf(technology);
}

/** A service of one cloud where only other clouds are declared. */
function isOfAnotherCloud(technology: Technology, declared: readonly Technology[]): boolean {
  if (!ofOneCloud.has(technology.kind)) return false;
  const own = cloudOf(technology);
  return (
    own !== undefined &&
    declared.some(({ kind }) => kind === 'cloud') &&
    declared.every((one) => cloudOf(one) !== own)
  );
}

function cloudOf(technology: Technology): Technology | undefined {
  if (technology.kind === 'cloud') return technology;
  const provider = technology.provider === undefined ? undefined : technologyById(technology.provider);
  return provider?.kind === 'cloud' ? provider : undefined;
}

/** What nobody uses without the cloud that it is of; Azure DevOps serves projects on any. */
const ofOneCloud: ReadonlySet<TechnologyKind> = new Set<TechnologyKind>([
  'cloud-service',
  'orchestrator',
  'infrastructure-as-code',
  'secrets',
  'registry',
]);

/**
 * A language says which frameworks are out of place, not which of its own is meant: Python replaces Express and leaves
 * FastAPI open, until Django is declared too; a frontend has one framework, in whatever language. The other way round
 * React and Node.js leave open in which of their languages they are written.
 */
function isLeftOpen(technology: Technology, rivals: readonly Technology[]): boolean {
  const own = platformsOf(technology);
  const related = rivals.filter((one) => platformsOf(one).some((platform) => own.includes(platform)));
  if (related.length === 0) return false;
  if (technology.kind === 'language') return related.every(({ kind }) => kind !== 'language');
  const others = technology.sections[0] === 'frontend' ? rivals : related;
  return technology.kind === 'framework' && others.every(isPlatform);
}

function isPlatform({ kind }: Technology): boolean {
  return kind === 'language' || kind === 'runtime';
}

/** Who declares SQLAlchemy or Celery has declared Python: the language or runtime that a library is written for. */
function baseOfLibrary(one: Technology): readonly Technology[] {
  if (one.kind !== 'library' && one.kind !== 'orm') return [];
  const base = one.runsOn?.length === 1 ? technologyById(one.runsOn[0]!) : undefined;
  return base !== undefined && isPlatform(base) ? [base] : [];
}

/** Who runs on ECS or Lambda has declared AWS; a bucket of it may serve a product that runs elsewhere. */
function cloudItRunsOn(one: Technology): readonly Technology[] {
  const runs = one.kind === 'orchestrator' || rolesOf(one).some((role) => runningRoles.has(role));
  const cloud = runs ? cloudOf(one) : undefined;
  return cloud === undefined ? [] : [cloud];
}

const runningRoles: ReadonlySet<string> = new Set([
  'virtual-machines',
  'container-service',
  'web-app-hosting',
  'serverless-functions',
]);

const platforms = new WeakMap<Technology, readonly Technology[]>();

/** The languages and runtimes that a technology is written in and runs on; of such a one, itself too. */
function platformsOf(technology: Technology): readonly Technology[] {
  let found = platforms.get(technology);
  if (found === undefined) {
    const all = new Set<Technology>();
    const visit = (one: Technology): void => {
      if (all.has(one)) return;
      all.add(one);
      const bases = one.partOf === undefined ? (one.runsOn ?? []) : [...(one.runsOn ?? []), one.partOf];
      for (const id of bases) {
        const base = technologyById(id);
        if (base !== undefined) visit(base);
      }
    };
    visit(technology);
    found = [...all].filter(isPlatform);
    platforms.set(technology, found);
  }
  return found;
}
