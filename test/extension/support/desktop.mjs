// The desktop VS Code for tests, where there can be one: named, or downloaded within a time limit.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { cache } from '../../../scripts/support/paths.mjs';
import { findProgram } from '../../../scripts/support/processes.mjs';

const lookUpLimit = 20_000;
const downloadLimit = 6 * 60_000;

/**
 * Finds a desktop VS Code.
 * @returns {Promise<{ executable: string, named: boolean, prefix: readonly string[] } | { absent: string }>}
 *   `prefix` is the command that gives it a display; `absent` says in a sentence why there is none
 */
export async function findDesktop() {
  const display = displayPrefix();
  const named = process.env['AGENT_TAILOR_VSCODE'];
  if (named) {
    return existsSync(named)
      ? { executable: path.resolve(named), named: true, prefix: display ?? [] }
      : { absent: `AGENT_TAILOR_VSCODE names ${named}, which is not there.` };
  }
  if (!display) return { absent: 'A desktop VS Code needs a display or xvfb-run, and there is neither.' };
  try {
    // What nobody can download here shall be known soon: one look-up, before test-electron's own with retries.
    const versions = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
      signal: AbortSignal.timeout(lookUpLimit),
    });
    if (!versions.ok) throw new Error(`the update service answers ${versions.status}`);
    const executable = await within(
      downloadLimit,
      downloadAndUnzipVSCode({
        version: 'stable',
        cachePath: path.join(cache, 'vscode'),
        timeout: lookUpLimit,
      }),
    );
    return { executable, named: false, prefix: display };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { absent: `A desktop VS Code could not be downloaded (${reason}).` };
  }
}

/** The command before the executable: none with a display, xvfb-run without; undefined where neither is there. */
function displayPrefix() {
  if (process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return [];
  const xvfb = findProgram('xvfb-run');
  return xvfb ? [xvfb, '-a'] : undefined;
}

async function within(limit, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${limit / 1000} s`)), limit);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
