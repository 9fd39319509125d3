// Child processes that cannot hang: run with a time-out, and end with all their descendants.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * @typedef {object} Outcome
 * @property {number | null} code exit code; null when a signal or the time-out ended it
 * @property {boolean} timedOut
 * @property {string} output standard output, when `capture` was asked for; else empty
 * @property {string} [problem] why the program could not be started at all
 */

/**
 * Runs a program to its end. Never throws: a program that is not there is an outcome with a `problem`.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number, capture?: boolean, quiet?: boolean }} [options]
 *   `timeout` in milliseconds; `capture` keeps standard output instead of showing it; `quiet` hides errors too
 * @returns {Promise<Outcome>}
 */
export function run(command, args, options = {}) {
  const { cwd, env, timeout = 0, capture = false, quiet = false } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      // A group of its own: ctrl-C is passed on by `endOnSignals`, and a time-out ends the whole tree.
      detached: process.platform !== 'win32',
      stdio: ['ignore', capture ? 'pipe' : quiet ? 'ignore' : 'inherit', quiet ? 'ignore' : 'inherit'],
      windowsHide: true,
      shell: command.endsWith('.cmd'), // Windows starts batch files only through its shell.
    });
    let output = '';
    let timedOut = false;
    child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
    const release = endOnSignals(child);
    const timer =
      timeout > 0 &&
      setTimeout(() => {
        timedOut = true;
        void endTree(child.pid);
      }, timeout);
    const finish = (code, problem) => {
      clearTimeout(timer || undefined);
      release();
      resolve({ code: timedOut ? null : code, timedOut, output, ...(problem && { problem }) });
    };
    child.once('error', (error) => finish(null, error.message));
    child.once('close', (code) => finish(code, undefined));
  });
}

/**
 * Ends a process, its group and its descendants: politely first, by force after `grace` milliseconds.
 * @param {number | undefined} pid
 */
export async function endTree(pid, grace = 4000) {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
    return;
  }
  const members = [pid, ...descendants(pid)];
  signal([-pid, ...members], 'SIGTERM');
  const deadline = Date.now() + grace;
  while (Date.now() < deadline && members.some(isAlive)) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  signal([-pid, ...members.filter(isAlive)], 'SIGKILL');
}

/**
 * While a child runs in its own group, ctrl-C reaches only us: pass it on and leave.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} call it when the child has ended
 */
export function endOnSignals(child) {
  const handler = (name) => {
    void endTree(child.pid).then(() => process.exit(name === 'SIGINT' ? 130 : 143));
  };
  process.on('SIGINT', handler);
  process.on('SIGTERM', handler);
  return () => {
    process.off('SIGINT', handler);
    process.off('SIGTERM', handler);
  };
}

/** The full path of a program on `PATH`, or undefined. */
export function findProgram(name, searchPath = process.env['PATH'] ?? '') {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  const found = spawnSync(finder, [name], { encoding: 'utf8', env: { ...process.env, PATH: searchPath } });
  const first = found.status === 0 ? found.stdout.split(/\r?\n/)[0]?.trim() : '';
  return first || undefined;
}

function signal(pids, name) {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It has ended meanwhile, which is what we want.
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** All children of children, from /proc where there is one (slim images have no `ps`). */
function descendants(pid) {
  const children = new Map();
  for (const [child, parent] of parents()) children.set(parent, [...(children.get(parent) ?? []), child]);
  const found = [];
  const queue = [pid];
  while (queue.length > 0) {
    const next = children.get(queue.pop()) ?? [];
    found.push(...next);
    queue.push(...next);
  }
  return found;
}

function parents() {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
          // The second field is the program's name in brackets and may itself hold spaces and brackets.
          return [[Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])]];
        } catch {
          return [];
        }
      });
  }
  const listing = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).stdout ?? '';
  return listing
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter((pair) => pair.length === 2);
}
