import { technologyById } from '../../catalogue/lookup.ts';
import { speaksProtocolOf } from '../../catalogue/relations.ts';
import { protocols } from '../../catalogue/relationTables.ts';
import type { Technology, TechnologyKind } from '../../catalogue/types.ts';
import type { PlacedSign, SignKind } from './detectTypes.ts';

/** Takes out of the best signs those that say less than they seem to. */
export function dropDoubtful(best: Map<string, PlacedSign>): void {
  const drop = (id: string): void => void best.delete(id);
  if (best.has('typescript')) drop('javascript');
  if (best.has('redux-toolkit')) drop('redux');
  if (best.has('spring-boot')) drop('spring');
  // NestJS brings RxJS to servers that have no use for it.
  if (!best.has('angular')) drop('rxjs');
  dropBases(best);
  const relational = [...best.values()].filter(({ id }) => relationalDatabases.has(id));
  // H2 is what a Java project is tried out with.
  if (relational.length > 1) drop('h2');
  dropDrivers(best);
  const drivers = [...best.values()].filter(
    ({ technology, kind }) => kind === 'dependency' && isStore(technology),
  );
  // Who has drivers for everything makes a tool for databases; which one is its own, drivers do not tell.
  for (const { id } of drivers) {
    if (drivers.length > mostDrivers || (relational.length > mostRelational && relationalDatabases.has(id)))
      drop(id);
  }
}

/** Whether a technology keeps data: what the template's Database section is for. */
export function isStore({ kind, sections }: Technology): boolean {
  return stores.has(kind) && sections.includes('database');
}

/** How much each kind of sign says. */
export const certainty: Readonly<Record<SignKind, number>> = {
  service: 3,
  dependency: 2,
  configuration: 1,
  base: 0,
};

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

const stores: ReadonlySet<TechnologyKind> = new Set([
  'database',
  'cache',
  'search',
  'vector-store',
  'warehouse',
]);

const mostRelational = 3;
const mostDrivers = 6;

/** The images that programs run in tell their language only where nothing else does. */
function dropBases(best: Map<string, PlacedSign>): void {
  const runs = [...best.values()].filter(
    ({ technology: { kind } }) => kind === 'language' || kind === 'runtime',
  );
  if (runs.every(({ kind }) => kind === 'base')) return;
  for (const [id, { kind }] of best) if (kind === 'base') best.delete(id);
}

/**
 * A service that speaks another one's protocol is reached with that one's driver. One of a cloud that runs several
 * databases is not told apart from them: there the driver says which.
 */
function dropDrivers(best: Map<string, PlacedSign>): void {
  const services = [...best.values()].filter(
    ({ kind, technology: { id, provider } }) =>
      kind === 'service' && (forks.has(id) || (protocols.has(id) && provider === undefined)),
  );
  for (const { id, kind, technology } of best.values()) {
    if (kind === 'service') continue;
    if (!isStore(technology) && technology.kind !== 'message-queue') continue;
    if (services.some((service) => service.id !== id && speaksProtocolOf(service.technology, technology)))
      best.delete(id);
  }
}

const forks = new Set(['mariadb', 'percona', 'valkey', 'keydb', 'dragonflydb', 'redpanda']);

/** A sign of a technology that another one implies, at the same place. */
export function impliedSign(id: string, by: PlacedSign): PlacedSign | undefined {
  const technology = technologyById(id);
  if (technology === undefined) return undefined;
  const { version: _, ...sign } = by;
  return { ...sign, id, technology };
}
