import { generatedTechnologies } from './technologies.generated.ts';
import { handKeptTechnologies } from './technologiesHandKept.ts';
import type { Technology } from './types.ts';

let known: readonly Technology[] | undefined;

/**
 * The technologies that the product knows; those kept by hand come first and win. Made when they are first asked for,
 * which many a start never does.
 */
export function technologies(): readonly Technology[] {
  known ??= [...handKeptTechnologies(), ...generatedTechnologies()];
  return known;
}
