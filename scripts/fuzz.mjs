// `npm run fuzz`: the random tests, again and again with other seeds, until one fails or the minutes are over.
//
//   npm run fuzz                           ten minutes, every file that draws cases
//   npm run fuzz -- --minutes 60 adapt     an hour, the files with `adapt` in their path
//
// `npm test` always draws the same cases (test/support/fastCheck.ts): what this finds gets a test of its own.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { minutes: { type: 'string', default: '10' } },
  allowPositionals: true,
});
const files = globSync('test/unit/**/*.test.ts')
  .filter((path) => readFileSync(path, 'utf8').includes('/fastCheck.ts'))
  .filter((path) => positionals.length === 0 || positionals.some((part) => path.includes(part)));
if (files.length === 0) throw new Error('No file that draws cases has that in its path.');

const end = Date.now() + Number(values.minutes) * 60_000;
let rounds = 0;
while (Date.now() < end) {
  const seed = String(randomInt(2 ** 31));
  const { status, stdout } = spawnSync(process.execPath, ['--test', '--test-reporter=dot', ...files], {
    env: { ...process.env, FAST_CHECK_SEED: seed },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  rounds++;
  if (status === 0) continue;
  console.error(stdout.replace(/^[.X\s]+/, ''));
  console.error(`FAST_CHECK_SEED=${seed} shows it again, after ${rounds} rounds.`);
  process.exitCode = 1;
  break;
}
if (!process.exitCode) console.log(`${rounds} rounds of ${files.length} files, nothing found.`);
