import type { Report } from './detectTypes.ts';

/** For a look into a manifest that is read, and reported on, elsewhere. */
export const quietReport: Report = {
  technology: () => {},
  dependency: () => {},
  uses: () => {},
  image: () => {},
  about: () => {},
  inherits: () => {},
  broken: () => {},
};
