import { technologyById } from '../../catalogue/lookup.ts';
import { technologiesOfPackage } from '../../catalogue/packages.ts';
import type { Ecosystem } from '../../catalogue/packages.ts';
import type { Technology } from '../../catalogue/types.ts';

/**
 * The technology that a package is or is for, where people name the package instead: `better-sqlite3` is SQLite,
 * `@tanstack/*` TanStack. Only what can be nothing but a package's name counts: without capitals, with a sign or digit
 * that no everyday word has.
 */
export function technologyOfPackageName(name: string): Technology | undefined {
  if (!/^@?[a-z][a-z\d.]*(?:[-_/][a-z\d.*]+|\d[a-z\d]*)+$/.test(name) || name.length > 60) return undefined;
  return technologyOfPackage(name);
}

/** The same for what stands in code marks, where everyday words are names too: `` `turbo` ``. */
export function technologyOfCodeName(name: string): Technology | undefined {
  if (!/^@?[a-z][a-z\d._/*-]*$/.test(name) || name.length > 60) return undefined;
  return technologyOfPackage(name);
}

function technologyOfPackage(name: string): Technology | undefined {
  if (name.endsWith('/*')) {
    const members = usualMembers.map((member) => technologyOfPackage(name.slice(0, -1) + member));
    return members.find((one) => one !== undefined);
  }
  for (const ecosystem of ecosystems) {
    const [shown] = technologiesOfPackage(ecosystem, name);
    if (shown !== undefined) return technologyById(shown.id);
  }
  return undefined;
}

/** Those whose packages are known by a name of their own; the others' are paths. */
const ecosystems: readonly Ecosystem[] = ['npm', 'python', 'gems', 'cargo'];

/** Of a scope (`@sentry/*`), as the tables name packages and not scopes. */
const usualMembers = ['core', 'react', 'node', 'client'];
