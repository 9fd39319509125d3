import { backendTechnologies } from './technologiesBackend.ts';
import { databaseTechnologies } from './technologiesDatabase.ts';
import { deploymentTechnologies } from './technologiesDeployment.ts';
import { frontendTechnologies } from './technologiesFrontend.ts';
import { languages } from './technologiesLanguages.ts';
import { libraryTechnologies } from './technologiesLibraries.ts';
import { otherTechnologies } from './technologiesOther.ts';
import { serviceTechnologies } from './technologiesServices.ts';
import type { Technology } from './types.ts';

/** The technologies kept by hand: the ones people write every day, with their aliases and relations. */
export const handKeptTechnologies = (): readonly Technology[] => [
  ...languages,
  ...frontendTechnologies,
  ...backendTechnologies,
  ...databaseTechnologies,
  ...deploymentTechnologies,
  ...otherTechnologies,
  ...libraryTechnologies,
  ...serviceTechnologies,
];
