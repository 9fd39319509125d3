// The test entry in the extension host: loads the suites into mocha, runs them and reports each event.
import Mocha from 'mocha';
import { fileEventsAreTold } from '../support/fileEvents.ts';
import type { Report } from '../support/report.ts';

/** A file of tests: its name for reports, and how it is evaluated once mocha's globals are there. */
export interface Suite {
  readonly file: string;
  readonly load: () => Promise<unknown>;
}

/**
 * Runs all suites.
 * @param options.grep only tests whose full title contains this
 * @throws when a test failed, which ends VS Code with an exit code other than 0
 */
export async function runSuites(
  suites: readonly Suite[],
  report: Report,
  options: { readonly grep?: string | undefined } = {},
): Promise<void> {
  report.add({ event: 'start' });
  const mocha = new Mocha({
    ui: 'tdd',
    timeout: 30_000,
    // Real keys in a real workbench on a shared machine: what fails once is tried once more, and the report says so.
    retries: 1,
    reporter: reporterTo(report),
    ...(options.grep === undefined ? {} : { fgrep: options.grep }),
  });
  // Defines `suite`, `test`, `setup` and the like as globals, which loading from files would do.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  mocha.suite.beforeAll('VS Code tells what happens to files', async function () {
    this.timeout(60_000);
    await fileEventsAreTold();
  });

  let failed = 0;
  for (const { file, load } of suites) {
    try {
      await load();
    } catch (error) {
      failed += 1;
      report.add({ event: 'fail', title: `${file} could not be loaded`, error: describe(error) });
    }
  }
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  failed += stats?.failures ?? 1;
  report.add({ event: 'end', passed: stats?.passes ?? 0, failed, skipped: stats?.pending ?? 0 });
  await report.flush();
  if (failed > 0) throw new Error(`${failed} failed.`);
}

function reporterTo(report: Report): Mocha.ReporterConstructor {
  return class extends Mocha.reporters.Base {
    constructor(runner: Mocha.Runner, mochaOptions: Mocha.MochaOptions) {
      super(runner, mochaOptions);
      /** What went wrong the first time. */
      const retried = new Map<string, string>();
      runner.on('retry', (test, error) => retried.set(test.fullTitle(), String(error)));
      runner.on('pass', (test) => {
        const wrong = retried.get(test.fullTitle());
        const title = test.fullTitle() + (wrong === undefined ? '' : ` (only on the second try: ${wrong})`);
        report.add({ event: 'pass', title, milliseconds: test.duration ?? 0 });
      });
      runner.on('fail', (test, error) =>
        report.add({ event: 'fail', title: test.fullTitle(), error: describe(error) }),
      );
      runner.on('pending', (test) => report.add({ event: 'skip', title: test.fullTitle() }));
    }
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
