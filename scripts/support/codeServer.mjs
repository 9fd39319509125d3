// VS Code where only npm can be reached: the npm package code-server, installed into the cache and started.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm, toolEnvironment } from '../setup.mjs';
import { cache } from './paths.mjs';
import { endTree, findProgram, run } from './processes.mjs';

/** The code-server release, which is VS Code 1.139.1. */
export const version = '4.139.1';

/** VS Code's own unpublished dependencies are installed without scripts: no compiler is needed, some log noise comes. */
const npmOptions = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Installs code-server into the cache unless it is there. The folder appears whole or not at all.
 * @returns {Promise<{ entry: string } | { missing: string }>} the script to start, or a sentence for the person
 */
export async function ensureCodeServer() {
  const home = path.join(cache, `code-server-${version}`);
  const entryIn = (folder) => path.join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js');
  if (existsSync(entryIn(home))) return { entry: entryIn(home) };

  console.log(`Installing code-server ${version} (VS Code in a browser, about 800 MB) into ${home}…`);
  const draft = `${home}.${process.pid}.tmp`;
  mkdirSync(draft, { recursive: true });
  try {
    writeFileSync(path.join(draft, 'package.json'), '{ "private": true }\n');
    const vscode = path.join(draft, 'node_modules', 'code-server', 'lib', 'vscode');
    const installs = [
      [draft, ['install', `code-server@${version}`, ...npmOptions]],
      [vscode, ['install', '--omit=dev', ...npmOptions]],
      [path.join(vscode, 'extensions'), ['install', '--omit=dev', ...npmOptions]],
    ];
    for (const [cwd, args] of installs) {
      const outcome = await npm(args, { cwd, timeout: 6 * 60_000, env: cleanEnvironment() });
      if (outcome.code !== 0) {
        return { missing: `VS Code could not be installed: npm did not deliver code-server ${version}.` };
      }
    }
    try {
      renameSync(draft, home);
    } catch (error) {
      // Another run was faster; its installation is as good.
      if (!existsSync(entryIn(home))) throw error;
    }
    return { entry: entryIn(home) };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * @typedef {object} CodeServer
 * @property {string} url with the port, without a trailing slash
 * @property {number} port
 * @property {() => string} log what it has printed so far
 * @property {Promise<void>} ended settles when it ends, by itself or by `stop`
 * @property {() => Promise<void>} stop ends it with all it started
 */

/**
 * Starts code-server on a free port of the loopback interface, without a password.
 * @param {object} options
 * @param {string} options.entry from `ensureCodeServer`
 * @param {string} options.userData folder of settings and state
 * @param {string} options.extensions folder of installed extensions
 * @param {number} [options.port] 0 or absent: any free one
 * @param {readonly string[]} [options.extra] further flags
 * @param {NodeJS.ProcessEnv} [options.env] the environment, by default ours
 * @returns {Promise<CodeServer>}
 * @throws {Error} when it does not listen within a minute
 */
export async function startCodeServer({ entry, userData, extensions, port = 0, extra = [], env }) {
  mkdirSync(userData, { recursive: true });
  mkdirSync(extensions, { recursive: true });
  const config = path.join(userData, 'code-server.yaml');
  writeFileSync(config, 'auth: none\n');
  const places = ['--config', config, '--user-data-dir', userData, '--extensions-dir', extensions];
  const quiet = ['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'];
  const address = ['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`];
  const args = [entry, ...address, ...places, ...quiet, ...extra];
  const child = spawn(node24(), args, {
    env: cleanEnvironment(env),
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const ended = new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      log += String(error);
      resolve();
    });
  });
  const stop = () => endTree(child.pid);
  const listening = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        log = (log + text).slice(-200_000);
        const address = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(log);
        if (address) resolve(Number(address[1]));
      });
    }
  });
  const bound = await Promise.race([listening, ended, sleep(60_000)]);
  if (typeof bound !== 'number') {
    await stop();
    throw new Error(`code-server did not start:\n${log.slice(-3000)}`);
  }
  return { url: `http://127.0.0.1:${bound}`, port: bound, log: () => log, ended, stop };
}

/**
 * Installs a VSIX for a later `startCodeServer` with the same folders.
 * @param {{ entry: string, vsix: string, userData: string, extensions: string, env?: NodeJS.ProcessEnv }} options
 * @throws {Error} with what code-server said
 */
export async function installExtension({ entry, vsix, userData, extensions, env }) {
  const args = [entry, '--install-extension', vsix, '--force'];
  const outcome = await run(
    node24(),
    [...args, '--user-data-dir', userData, '--extensions-dir', extensions],
    {
      env: cleanEnvironment(env),
      capture: true,
      quiet: true,
      timeout: 120_000,
    },
  );
  if (outcome.code !== 0) throw new Error(`The extension could not be installed: ${outcome.output.trim()}`);
}

/** The Node 24 that the project's dependencies bring: code-server does not run on older ones. */
export function node24() {
  return findProgram('node', toolEnvironment()['PATH']) ?? process.execPath;
}

/** Without what a surrounding VS Code terminal or npm leaves behind: code-server would join that window instead. */
function cleanEnvironment(base = process.env) {
  const foreign = /^(VSCODE_|CODE_SERVER|CS_|npm_|ELECTRON_|(PORT|PASSWORD|HASHED_PASSWORD|NODE_OPTIONS)$)/;
  const npmKept =
    /^npm_config_(registry|https?_?proxy|proxy|noproxy|cafile|ca|userconfig|cache|strict_ssl)$/i;
  return Object.fromEntries(
    Object.entries(base).filter(([name]) => !foreign.test(name) || npmKept.test(name)),
  );
}

function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
