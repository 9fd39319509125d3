// The steps of `npm test`, in order: what each runs, and what it says about its outcome.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { dist, root } from './paths.mjs';
import { run } from './processes.mjs';

const minute = 60_000;

/**
 * @typedef {object} StepResult
 * @property {'passed' | 'failed' | 'could not run'} status
 * @property {string} [reason] a sentence; always there with `could not run`
 * @property {number} [passed] tests, where the step counts them
 * @property {number} [failed]
 * @property {number} [skipped]
 *
 * @typedef {object} Context
 * @property {NodeJS.ProcessEnv} env for tests: the project's tools first on PATH, a temporary home
 * @property {NodeJS.ProcessEnv} hostEnv for harnesses that make a home themselves: the person's own
 * @property {string} scratch a temporary folder
 *
 * @typedef {object} Step
 * @property {string} name as in `--only`
 * @property {string} title
 * @property {string[]} [needs] steps that come first also when `--only` does not name them
 * @property {boolean} [optional] where it cannot run, even continuous integration does not mind
 * @property {(context: Context) => Promise<StepResult>} run
 */

/** @type {readonly Step[]} */
export const steps = [
  {
    name: 'build',
    title: 'Build: bundles and their size budgets',
    run: ({ env }) => command(['build.mjs'], env, 3 * minute),
  },
  {
    name: 'types',
    title: 'Type check: everything, and the core without Node and DOM',
    run: async ({ env }) => {
      const all = await command([bin('typescript', 'tsc'), '--noEmit'], env, 5 * minute);
      const core = await command(
        [bin('typescript', 'tsc'), '--noEmit', '-p', 'server/tsconfig.core.json'],
        env,
        5 * minute,
      );
      return all.status === 'passed' ? core : all;
    },
  },
  {
    name: 'lint',
    title: 'Lint: oxlint with types, and the format',
    run: async ({ env }) => {
      const lint = await command([bin('oxlint', 'oxlint'), '--type-aware'], env, 5 * minute);
      const format = await command([bin('oxfmt', 'oxfmt'), '--check'], env, 2 * minute);
      return lint.status === 'passed' ? format : lint;
    },
  },
  { name: 'unit', title: 'Unit tests', run: (context) => nodeTests('unit', context) },
  {
    name: 'protocol',
    title: 'Protocol tests: the language server through its connection',
    run: (context) => nodeTests('protocol', context),
  },
  { name: 'grammar', title: 'Grammar tests: what is highlighted', run: grammarTests },
  ...(existsSync(path.join(root, 'scripts', 'check-drift.mjs'))
    ? [
        {
          name: 'generated',
          title: 'Generated files are up to date',
          run: ({ env }) => command(['scripts/check-drift.mjs'], env, 5 * minute),
        },
      ]
    : []),
  {
    name: 'corpus',
    title: 'Corpus: agents and project documents from the field',
    optional: true,
    run: (context) =>
      existsSync(path.join(root, '..', 'shared', 'corpus', 'corpus.tar.gz'))
        ? nodeTests('corpus', context)
        : {
            status: 'could not run',
            reason: 'the corpus (../shared/corpus) is not part of the project and absent here.',
          },
  },
  {
    name: 'extension',
    title: 'Extension tests in a real VS Code',
    needs: ['build'],
    run: (context) => extensionTests('node', context),
  },
  {
    name: 'extension-web',
    title: 'Extension tests in the web extension host',
    needs: ['build'],
    run: (context) => extensionTests('web', context),
  },
];

/** A script or tool run by Node; its exit code decides. */
async function command(args, env, timeout) {
  const outcome = await run('node', args, { cwd: root, env, timeout });
  return verdict(outcome, timeout);
}

function verdict(outcome, timeout) {
  if (outcome.timedOut) return { status: 'failed', reason: `no end after ${timeout / minute} minutes.` };
  if (outcome.problem) return { status: 'failed', reason: `${outcome.problem}.` };
  return { status: outcome.code === 0 ? 'passed' : 'failed' };
}

/** The tests of node:test in `test/<folder>`. */
async function nodeTests(folder, { env, scratch }) {
  const files = filesUnder(`test/${folder}`, /\.test\.ts$/);
  if (files.length === 0) return { status: 'failed', reason: `there is no test in test/${folder}.` };
  const counts = path.join(scratch, `${folder}-counts.json`);
  rmSync(counts, { force: true });
  const shown = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
  const reporter = './scripts/support/countingReporter.mjs';
  const counted = [`--test-reporter=${reporter}`, `--test-reporter-destination=${counts}`];
  const tests = `test/${folder}/**/*.test.ts`;
  // Node leaves one core idle. What waits for a server is not to wait for another test.
  const together = folder === 'unit' ? [`--test-concurrency=${availableParallelism()}`] : [];
  const result = await command(
    ['--test', '--test-timeout=180000', ...together, ...shown, ...counted, tests],
    env,
    20 * minute,
  );
  if (!existsSync(counts) || readFileSync(counts, 'utf8') === '') return result;
  const { passed, failed, cancelled, skipped, todo } = JSON.parse(readFileSync(counts, 'utf8'));
  return { ...result, passed, failed: failed + cancelled, skipped: skipped + todo };
}

/** vscode-tmgrammar-test over our grammars of package.json and the ones the tests bring to stand under them. */
async function grammarTests({ env }) {
  const cases = filesUnder('test/grammar', /\.(md|agent)$/);
  if (cases.length === 0) return { status: 'failed', reason: 'there is no test in test/grammar.' };
  const bases = filesUnder('test/grammar', /\.tmLanguage\.json$/).flatMap((file) => ['-g', file]);
  const result = await command(
    [bin('vscode-tmgrammar-test', 'vscode-tmgrammar-test'), '--config', 'package.json', ...bases, ...cases],
    env,
    3 * minute,
  );
  return result.status === 'passed' ? { ...result, passed: cases.length, failed: 0, skipped: 0 } : result;
}

/** The suites of `test/extension` in one kind of extension host. */
async function extensionTests(host, { hostEnv, scratch }) {
  const bundles =
    host === 'web' ? ['client-session.cjs', 'server.js'] : ['client.cjs', 'client-session.cjs', 'server.js'];
  const absent = bundles.filter((file) => !existsSync(path.join(dist, file)));
  if (absent.length > 0) return { status: 'could not run', reason: `${absent.join(' and ')} did not build.` };
  const file = path.join(scratch, `extension-${host}.json`);
  rmSync(file, { force: true });
  const timeout = 15 * minute; // With the installation of VS Code, should it be needed.
  const result = await command(
    ['test/extension/run.mjs', '--host', host],
    { ...hostEnv, AGENT_TAILOR_STEP_RESULT: file },
    timeout,
  );
  if (!existsSync(file)) return result;
  const { couldNotRun, ...counts } = JSON.parse(readFileSync(file, 'utf8'));
  return couldNotRun ? { status: 'could not run', reason: couldNotRun } : { ...result, ...counts };
}

/** A tool's script: run by Node itself, so that the step does not depend on a shell or on file modes. */
function bin(packageName, name) {
  const folder = path.join(root, 'node_modules', packageName);
  const { bin: entry } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof entry === 'string' ? entry : entry[name]);
}

/** Paths below a folder that match, relative to the root; none when the folder is not there. */
function filesUnder(folder, pattern) {
  const start = path.join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true })
    .map((file) => path.posix.join(folder, String(file).replaceAll(path.sep, '/')))
    .filter((file) => pattern.test(file))
    .sort();
}
