// `npm run package`: the VSIX in `dist`, within its size budget.
import { statSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setUp } from './setup.mjs';
import { dist, root } from './support/paths.mjs';
import { run } from './support/processes.mjs';

/** The most the VSIX may weigh, in KB of 1,000 bytes. */
const budget = 700;

/**
 * Packages what `build.mjs` left in `dist`.
 * @param {{ env: NodeJS.ProcessEnv, quiet?: boolean }} options `env` from `setUp`; `quiet` shows no list of files
 * @returns {Promise<string>} the VSIX's path
 * @throws {Error} when vsce fails, and when the VSIX is too heavy
 */
export async function packageExtension({ env, quiet = false }) {
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const vsix = path.join(dist, `${name}-${version}.vsix`);
  rmSync(vsix, { force: true });
  const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const args = [
    vsce,
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
  ];
  const outcome = await run('node', [...args, '--out', vsix], {
    cwd: root,
    env,
    capture: quiet,
    timeout: 180_000,
  });
  if (outcome.code !== 0) throw new Error(`The extension could not be packaged.\n${outcome.output}`);
  const size = statSync(vsix).size / 1000;
  console.log(`${path.relative(root, vsix)}: ${size.toFixed(1)} KB of ${budget} KB`);
  if (size > budget) throw new Error(`The VSIX weighs more than ${budget} KB.`);
  return vsix;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const env = await setUp();
    const build = await run('node', ['build.mjs'], { cwd: root, env, timeout: 180_000 });
    if (build.code !== 0) throw new Error('The bundles did not build.');
    await packageExtension({ env });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
