import { generatedTechnologies } from './technologies.generated.ts';
import { handKeptTechnologies } from './technologiesHandKept.ts';
import type { Technology } from './types.ts';

/** The technologies that the product knows; those kept by hand come first and win. */
export const technologies: readonly Technology[] = [...handKeptTechnologies, ...generatedTechnologies];
