// Runs the extension's tests in a real VS Code through @vscode/test-electron.
//
//   node test/extension/run.mjs [--host node|web] [--grep TEXT] [--suite PART]… [--extension DIR]
//
// Node host: the executable in AGENT_TAILOR_VSCODE, else a desktop VS Code that test-electron downloads, else our
// launcher for code-server. Web host: always the launcher. Exit code 0: passed, 1: failed, 3: could not run.
// With AGENT_TAILOR_STEP_RESULT the counts go to that file as JSON. `npm test` needs a Node 24 first on PATH.
import { chmodSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { ensureChromium } from '../../scripts/support/chromium.mjs';
import { ensureCodeServer } from '../../scripts/support/codeServer.mjs';
import { root } from '../../scripts/support/paths.mjs';
import { makeTemporaryHome } from '../../scripts/support/temporaryHome.mjs';
import { quietSettings } from '../../scripts/support/workbenchPage.mjs';
import { bundleTests } from './support/bundle.mjs';
import { findDesktop } from './support/desktop.mjs';
import { followReport } from './support/followReport.mjs';

const launcher = path.join(root, 'test', 'extension', 'codeServerLauncher.mjs');
const { values } = parseArgs({
  options: {
    host: { type: 'string', default: 'node' },
    grep: { type: 'string' },
    suite: { type: 'string', multiple: true, default: [] },
    extension: { type: 'string', default: root },
  },
});
const host = values.host === 'web' ? 'web' : 'node';

/** Temporary homes to remove should a time-out end us. */
const homes = new Set();
process.once('SIGTERM', () => {
  // The launcher has got the signal too and ends VS Code meanwhile.
  setTimeout(() => {
    for (const home of homes) home.remove();
    process.exit(143);
  }, 2500);
});

const outcome = await main();
const resultFile = process.env['AGENT_TAILOR_STEP_RESULT'];
if (resultFile) writeFileSync(resultFile, JSON.stringify(outcome));
if (outcome.couldNotRun) console.error(`Could not run: ${outcome.couldNotRun}`);
else console.log(`${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped} skipped`);
process.exit(outcome.couldNotRun ? 3 : outcome.failed > 0 ? 1 : 0);

/** @returns {Promise<{ passed: number, failed: number, skipped: number, couldNotRun?: string }>} */
async function main() {
  const tests = await bundleTests(host, { grep: values.grep, suites: values.suite });
  if (host === 'node') {
    const desktop = await findDesktop();
    if ('executable' in desktop) {
      const result = await runIn(desktop, tests);
      if (result || desktop.named) return result ?? neverStarted();
      console.log('The desktop VS Code did not start the tests; trying code-server.');
    } else {
      if (process.env['AGENT_TAILOR_VSCODE']) return couldNotRun(desktop.absent);
      console.log(`${desktop.absent} Using VS Code from npm (code-server).`);
    }
  }
  const chromium = await ensureChromium();
  if ('missing' in chromium) return couldNotRun(chromium.missing);
  const codeServer = await ensureCodeServer();
  if ('missing' in codeServer) return couldNotRun(codeServer.missing);
  const env = {
    AGENT_TAILOR_CHROMIUM: chromium.executable,
    AGENT_TAILOR_CODE_SERVER: codeServer.entry,
    AGENT_TAILOR_TEST_HOST_KIND: host,
  };
  return (
    (await runIn({ executable: process.execPath, prefix: [], script: launcher, env }, tests)) ??
    neverStarted()
  );
}

/**
 * Runs the tests in one executable, under a temporary home and on a copy of the sample.
 * @returns the counts, or undefined when the test entry never began
 */
async function runIn({ executable, prefix, script, env = {} }, tests) {
  const home = makeTemporaryHome();
  homes.add(home);
  try {
    const report = path.join(home.folder, 'report.jsonl');
    const userData = path.join(home.folder, 'data');
    mkdirSync(path.join(userData, 'User'), { recursive: true });
    writeFileSync(path.join(userData, 'User', 'settings.json'), JSON.stringify(quietSettings));
    const follower = followReport(report);
    try {
      await runTests({
        vscodeExecutablePath: asOneExecutable(home.folder, [
          ...prefix,
          executable,
          ...(script ? [script] : []),
        ]),
        extensionDevelopmentPath: path.resolve(values.extension),
        extensionTestsPath: tests,
        extensionTestsEnv: { ...home.env, ...env, AGENT_TAILOR_TEST_REPORT: report },
        launchArgs: [
          copyOfSample(home.folder),
          `--user-data-dir=${userData}`,
          `--extensions-dir=${path.join(home.folder, 'extensions')}`,
        ],
      });
    } catch (error) {
      // The report says which tests failed; without its end something else went wrong.
      if (!follower.ended()) console.error(error instanceof Error ? error.message : error);
    }
    return follower.stop();
  } finally {
    home.remove();
    homes.delete(home);
  }
}

/** The sample under a name of its own, so that tests may write. */
function copyOfSample(folder) {
  const copy = path.join(folder, 'workspace', 'sample');
  const sample = path.join(root, 'sample');
  if (existsSync(sample)) cpSync(sample, copy, { recursive: true });
  mkdirSync(path.join(copy, '.claude', 'agents'), { recursive: true });
  return copy;
}

/** test-electron starts one executable with VS Code's flags: a command of several words becomes a small script. */
function asOneExecutable(folder, words) {
  if (words.length === 1) return words[0];
  const file = path.join(folder, 'vscode.sh');
  const quoted = words.map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`).join(' ');
  writeFileSync(file, `#!/bin/sh\nexec ${quoted} "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}

function couldNotRun(reason) {
  return { passed: 0, failed: 0, skipped: 0, couldNotRun: reason };
}

function neverStarted() {
  console.error('VS Code ended before the tests began.');
  return { passed: 0, failed: 1, skipped: 0 };
}
