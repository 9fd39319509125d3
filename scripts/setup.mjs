// Set-up: the installed dependencies are those of package-lock.json, and a Node 24 is there to run the tools.
//
// Plain JavaScript for Node 20 with no dependencies, because it runs before there are any.
// `node scripts/setup.mjs` does it on its own; `npm start` and `npm test` begin with it.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './support/paths.mjs';
import { run } from './support/processes.mjs';

const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.agent-tailor-lock');
const binFolders = [path.join(modules, '.bin'), path.join(modules, 'node', 'bin')];

/**
 * Installs what is missing or out of date.
 * @returns {Promise<NodeJS.ProcessEnv>} the environment for every tool: Node 24 and the tools first on PATH
 * @throws {Error} with one sentence for the person at the terminal
 */
export async function setUp() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) {
    throw new Error(`Agent Tailor needs Node 20 or later to build; this is Node ${process.versions.node}.`);
  }
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) {
    if (!isInstalled(JSON.parse(lock.toString('utf8')))) await installDependencies();
    writeFileSync(stamp, hash);
  }
  const env = toolEnvironment();
  await ensureNode24(env);
  return env;
}

/** The environment in which the project's tools run: `node` and the tools' commands come from node_modules. */
export function toolEnvironment(base = process.env) {
  const key = Object.keys(base).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...base, [key]: [...binFolders, base[key] ?? ''].join(path.delimiter) };
}

/**
 * Runs npm, by the same npm that runs us where there is one.
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function npm(args, options) {
  const script = process.env['npm_execpath'];
  return script && /\.[cm]?js$/.test(script) && existsSync(script)
    ? run(process.execPath, [script, ...args], options)
    : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}

async function installDependencies() {
  console.log('Installing the dependencies (npm ci)…');
  // Only errors: npm warns of tools that want a newer Node, and those run on the one that is being installed.
  const options = ['--no-audit', '--no-fund', '--loglevel=error'];
  const timeout = 10 * 60_000;
  const exact = await npm(['ci', ...options], { cwd: root, timeout });
  if (exact.code === 0) return;
  if (exact.timedOut) throw new Error('The dependencies could not be installed within ten minutes (npm ci).');
  // npm refuses a lock file from which a package for another platform is missing, which `install` does not mind.
  console.log('Trying again with npm install…');
  const tolerant = await npm(['install', '--no-save', ...options], { cwd: root, timeout });
  if (tolerant.code !== 0)
    throw new Error('The dependencies could not be installed: npm failed (see above).');
}

/** Whether npm's own record of what it installed agrees with the lock file (somebody ran `npm install`). */
function isInstalled(lock) {
  const record = path.join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(lock.packages).every(
    ([where, wanted]) =>
      where === '' ||
      wanted.link ||
      (installed[where] === undefined
        ? wanted.optional === true
        : installed[where].version === wanted.version && installed[where].integrity === wanted.integrity),
  );
}

/** The npm package `node` fetches its binary in an install script, which npm may have been told not to run. */
async function ensureNode24(env) {
  const works = async () => {
    const outcome = await run('node', ['--version'], { env, capture: true, timeout: 30_000 });
    return /^v(2[4-9]|[3-9]\d)\./.test(outcome.output);
  };
  if (await works()) return;
  console.log('Fetching Node 24 for the tools…');
  await run(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: path.join(modules, 'node'),
    timeout: 5 * 60_000,
  });
  if (!(await works())) {
    throw new Error('Node 24, which the tools need, could not be installed (the npm package "node").');
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await setUp();
    console.log('Set-up is complete.');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
