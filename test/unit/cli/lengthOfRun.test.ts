/** V8 is told of a short run, and told otherwise when it is a long one, whatever it has been told by others. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { suite, test } from 'node:test';

const source = readFileSync(new URL('../../../server/src/cli/lengthOfRun.ts', import.meta.url), 'utf8');
// Without types, which some of the flags keep Node from reading.
const script = `${stripTypeScriptTypes(source)}
  expectShortRun();
  const work = (n) => { let sum = 0; for (let i = 0; i < n; i++) sum += i % 7; return sum; };
  for (let i = 0; i < 200; i++) { noteText(20_000); work(20_000); }
  console.log(work(10));
`;

suite('a run of the command line goes on', () => {
  for (const flags of [
    '',
    '--jitless',
    '--no-opt',
    '--freeze-flags-after-init',
    '--no-maglev',
    '--single-threaded',
  ]) {
    test(flags === '' ? 'without flags' : `with ${flags}`, () => {
      const given = ['--no-warnings', '--input-type=module', '-e', script];
      const { status, signal, stdout, stderr } = spawnSync(
        process.execPath,
        flags === '' ? given : [flags, ...given],
        { encoding: 'utf8' },
      );
      assert.deepEqual([status, signal, stdout.trim(), stderr], [0, null, '24', '']);
    });
  }
});
