import { technologyById } from './lookup.ts';
import type { Technology } from './types.ts';

/** The technology that a name means under a label, where two have that name: `Monorepo: Turbo` is Turborepo. */
export function technologyMeant(technology: Technology, label: string): Technology {
  const homonym = homonyms.find(({ id, under }) => id === technology.id && under.test(label));
  return homonym === undefined ? technology : (technologyById(homonym.means) ?? technology);
}

interface Homonym {
  readonly id: string;
  readonly means: string;
  readonly under: RegExp;
}

const homonyms: readonly Homonym[] = [
  { id: 'turbo', means: 'turborepo', under: /mono-?\s?repo|workspace|build|bundl|task|packag|tooling/i },
  { id: 'jetpack-compose', means: 'docker-compose', under: /deploy|infra|hosting|devops|container|docker/i },
];
