// `npm test`: set-up and every check, from an empty clone to the extension in a real VS Code.
//
//   npm test                              everything
//   npm test -- --only unit,protocol      some steps (with the build, where they need it)
//
// One step's failure does not keep the others from running. The last lines say what became of each step; the very
// last one counts. Exit code 0 only when nothing failed. With CI set, a step that cannot run counts as failed.
import { parseArgs } from 'node:util';
import { setUp } from './setup.mjs';
import { makeTemporaryHome } from './support/temporaryHome.mjs';
import { steps } from './support/testSteps.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const chosen = choose(values.only);
const isCi = Boolean(process.env['CI']) && process.env['CI'] !== 'false';

let hostEnv;
try {
  hostEnv = await setUp();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('set-up          failed\n0 passed, 1 failed');
  process.exit(1);
}

const home = makeTemporaryHome(hostEnv);
const results = new Map();
try {
  for (const step of chosen) results.set(step.name, await perform(step));
} finally {
  home.remove();
}
report();

async function perform(step) {
  console.log(`\n── ${step.title} ${'─'.repeat(Math.max(3, 90 - step.title.length))}`);
  const started = performance.now();
  const result = await attempt(step);
  const seconds = (performance.now() - started) / 1000;
  const status = result.status === 'could not run' && isCi && !step.optional ? 'failed' : result.status;
  const reason = result.status === 'could not run' ? `could not run: ${result.reason}` : result.reason;
  return { ...result, status, reason, seconds };
}

async function attempt(step) {
  try {
    return await step.run({ env: home.env, hostEnv, scratch: home.folder });
  } catch (error) {
    console.error(error);
    return { status: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

function report() {
  console.log(`\n${'─'.repeat(94)}`);
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, result] of results) {
    const { passed = 0, failed = 0, skipped = 0 } = result;
    const counted = passed + failed + skipped > 0;
    // A step without tests of its own counts as one; one that failed beyond its tests has one more failure.
    total.passed += counted ? passed : Number(result.status === 'passed');
    total.failed += result.status === 'failed' ? Math.max(failed, 1) : failed;
    total.skipped += skipped + Number(result.status === 'could not run');
    const details = [
      counted &&
        `${passed} passed${failed ? `, ${failed} failed` : ''}${skipped ? `, ${skipped} skipped` : ''}`,
      `${result.seconds.toFixed(1)} s`,
      result.status === 'failed' && result.reason,
    ].filter(Boolean);
    const line =
      result.status === 'could not run' ? result.reason : `${result.status.padEnd(8)}${details.join(', ')}`;
    console.log(`${name.padEnd(16)}${line}`);
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  // Not process.exit: output that goes into a pipe would be cut off.
  process.exitCode = total.failed > 0 ? 1 : 0;
}

function choose(only) {
  if (only === undefined) return steps;
  const names = new Set(only.split(',').map((name) => name.trim()));
  const unknown = [...names].filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(
      `There is no step ${unknown.join(', ')}; there are ${steps.map(({ name }) => name).join(', ')}.`,
    );
    process.exit(2);
  }
  for (const step of steps) if (names.has(step.name)) for (const need of step.needs ?? []) names.add(need);
  return steps.filter((step) => names.has(step.name));
}
