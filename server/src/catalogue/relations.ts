import { domainById, technologyById } from './lookup.ts';
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

/** Whether a declared domain keeps an entry: it is the same, or a part of it (payments keep Fintech). */
export function domainCovers(entry: BusinessDomain, declared: BusinessDomain): Relation | undefined {
  if (entry.id === declared.id) return 'same';
  const seen = new Set<string>();
  for (let id = declared.partOf; id !== undefined && !seen.has(id); id = domainById(id)?.partOf) {
    if (id === entry.id) return 'part-of';
    seen.add(id);
  }
  return undefined;
}

const known = new Map<string, ReadonlyMap<string, Relation>>();

/** All that a technology leads to, each with the weakest relation on the way there. */
function reachedFrom(technology: Technology): ReadonlyMap<string, Relation> {
  const before = known.get(technology.id);
  if (before !== undefined) return before;
  const reached = new Map<string, Relation>();
  const waiting: { id: string; by: Relation }[] = stepsFrom(technology);
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

function stepsFrom(technology: Technology): { id: string; by: Relation }[] {
  const steps: { id: string; by: Relation }[] = [];
  if (technology.partOf !== undefined) steps.push({ id: technology.partOf, by: 'part-of' });
  for (const id of technology.runsOn ?? []) steps.push({ id, by: 'runs-on' });
  if (technology.provider !== undefined) steps.push({ id: technology.provider, by: 'provider' });
  return steps;
}

function weaker(a: Relation, b: Relation): Relation {
  return strength.indexOf(a) > strength.indexOf(b) ? a : b;
}

const strength: readonly Relation[] = ['same', 'part-of', 'runs-on', 'provider'];
