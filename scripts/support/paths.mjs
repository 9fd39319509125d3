// Where things lie in the project: the root, the cache folder, and what is built into `dist`.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Bundles, the agent index and the VSIX. */
export const dist = path.join(root, 'dist');

/** What costs a download and is kept between runs; git ignores it. `AGENT_TAILOR_CACHE` moves it. */
export const cache = process.env['AGENT_TAILOR_CACHE']
  ? path.resolve(process.env['AGENT_TAILOR_CACHE'])
  : path.join(root, '.cache');
