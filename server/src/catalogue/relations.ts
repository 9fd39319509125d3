import { domainById, technologyById } from './lookup.ts';
import { companions, protocols } from './relationTables.ts';
import type { BusinessDomain, Technology } from './types.ts';

/** Why a declared value keeps an entry of an agent's vocabulary. */
export type Relation = 'same' | 'runs-on' | 'part-of' | 'provider';

/**
 * Whether a declared technology keeps an entry: it is the same; it is a part or kind of the entry (pgvector keeps
 * PostgreSQL); it runs on the entry, through any number of steps (NestJS keeps Node.js); or one provides the
 * other (AWS keeps AWS RDS, and AWS RDS keeps AWS). The nearest relation is named, `undefined` is none.
 */
export function technologyCovers(entry: Technology, declared: Technology): Relation | undefined {
  if (entry.id === declared.id) return 'same';
  const reached = reachedFrom(declared);
  const relation = reached.get(entry.id);
  if (relation !== undefined) return relation;
  return reachedFrom(entry).get(declared.id) === 'provider' ? 'provider' : undefined;
}

/**
 * Whether an entry comes with a declared technology although nothing of that runs on it: who declares iOS or Next.js
 * has not said that there is no Swift or HTML. No knowledge of the declared one lies in it: who knows SQL does not
 * know CockroachDB. What comes with its bases counts, except that whoever names a language has named it: F#, which
 * runs on .NET, brings no C#.
 */
export function comesWith(entry: Technology, declared: Technology): boolean {
  const bases = declared.kind === 'language' ? [] : basesOf(declared);
  return [declared.id, ...bases].some((id) => companions.get(id)?.includes(entry.id) === true);
}

/** Whether a declared domain keeps an entry: it is the same, or a part of it (payments keep Fintech). */
export function domainCovers(entry: BusinessDomain, declared: BusinessDomain): Relation | undefined {
  if (entry.id === declared.id) return 'same';
  return isPartOf(declared, entry) ? 'part-of' : undefined;
}

/** Whether a declared domain is wider than an entry: who works in fintech has not said that there are no payments. */
export function domainContains(entry: BusinessDomain, declared: BusinessDomain): boolean {
  return entry.id !== declared.id && isPartOf(entry, declared);
}

/**
 * Whether a technology may be what another one's driver or client reaches: it speaks that one's protocol, itself or
 * through what it runs on (CockroachDB and TimescaleDB are reached with PostgreSQL's driver).
 */
export function speaksProtocolOf(technology: Technology, other: Technology): boolean {
  return [technology.id, ...basesOf(technology)].some(
    (id) => id === other.id || protocols.get(id)?.includes(other.id) === true,
  );
}

/** What it runs on or is part of, through any number of steps. */
function basesOf(technology: Technology): string[] {
  return [...reachedFrom(technology)]
    .filter(([, by]) => by === 'runs-on' || by === 'part-of')
    .map(([id]) => id);
}

function isPartOf(part: BusinessDomain, whole: BusinessDomain): boolean {
  const seen = new Set<string>();
  for (let id = part.partOf; id !== undefined && !seen.has(id); id = domainById(id)?.partOf) {
    if (id === whole.id) return true;
    seen.add(id);
  }
  return false;
}

const known = new Map<string, ReadonlyMap<string, Relation>>();

/** All that a technology leads to, each with the weakest relation on the way there. */
function reachedFrom(technology: Technology): ReadonlyMap<string, Relation> {
  const before = known.get(technology.id);
  if (before !== undefined) return before;
  const reached = new Map<string, Relation>();
  const waiting: Step[] = stepsFrom(technology);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (next.id === technology.id || reached.has(next.id)) continue;
    reached.set(next.id, next.by);
    const there = technologyById(next.id);
    if (there === undefined) continue;
    for (const step of stepsFrom(there)) waiting.push({ id: step.id, by: weaker(next.by, step.by) });
  }
  known.set(technology.id, reached);
  return reached;
}

interface Step {
  readonly id: string;
  readonly by: Relation;
}

function stepsFrom(technology: Technology): Step[] {
  const steps: Step[] = [];
  if (technology.partOf !== undefined) steps.push({ id: technology.partOf, by: 'part-of' });
  for (const id of technology.runsOn ?? []) steps.push({ id, by: 'runs-on' });
  if (technology.provider !== undefined) steps.push({ id: technology.provider, by: 'provider' });
  return steps;
}

function weaker(a: Relation, b: Relation): Relation {
  return strength.indexOf(a) > strength.indexOf(b) ? a : b;
}

const strength: readonly Relation[] = ['same', 'part-of', 'runs-on', 'provider'];
