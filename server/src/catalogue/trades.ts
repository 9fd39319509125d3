import { invertedTableOf } from './idTables.ts';

/**
 * The trade that a role is of, where that is one of its own: whoever builds servers or web pages need not know
 * microcontrollers or game engines, and whoever does that knows their neighbours. `undefined` for all that servers,
 * web pages and their deployment are made of.
 */
export function tradeOfRole(role: string): string | undefined {
  return (trades ??= invertedTableOf(table)).get(role)?.[0];
}

/** Every role that the table names, for the test that holds it to the roles. */
export function rolesWithTrade(): Iterable<string> {
  return (trades ??= invertedTableOf(table)).keys();
}

let trades: ReadonlyMap<string, readonly string[]> | undefined;

const table = `
graphics: graphics-api graphics-3d graphics-2d game-engine game-scripting shading-language multimedia
embedded: microcontroller real-time-system embedded-build programmable-logic hardware-description robotics
data-processing: big-data pipelines data-integration change-capture transformation data-frames distributed-computing
machine-learning: deep-learning classical-learning computer-vision language-models experiment-tracking machine-learning-platform
blockchain: smart-contracts blockchain smart-contract-tools
`;
