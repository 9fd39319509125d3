import { normalizedName } from './names.ts';
import type { ProjectScale } from './types.ts';

/** The values that the template's `project_scale` knows. */
export const projectScales: readonly ProjectScale[] = [
  { id: 'startup', name: 'startup', synonyms: ['start-up', 'startups', 'small'] },
  {
    id: 'sme',
    name: 'sme',
    synonyms: ['SMB', 'KMU', 'MŚP', 'PYME', 'medium', 'mid-size', 'mid-sized', 'small and medium enterprise'],
  },
  { id: 'enterprise', name: 'enterprise', synonyms: ['corporate', 'large enterprise', 'large'] },
];

/** The project scale that a value names as a whole, in any case. */
export function findScale(name: string): ProjectScale | undefined {
  const normalized = normalizedName(name);
  return projectScales.find(
    (scale) =>
      scale.id === normalized || scale.synonyms.some((synonym) => normalizedName(synonym) === normalized),
  );
}
