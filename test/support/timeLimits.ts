/** Limits on time, for what must not grow faster than its input. */
import assert from 'node:assert/strict';

/** Processor time of this process so far, in milliseconds: a machine busy with other things adds little to it. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Fails where `work` takes more than `limit` milliseconds of processor time in each of three tries: one slow try may be
 * the machine's, or a collection of what others left. What it returns is the last try's.
 */
export function assertSoon<Result>(limit: number, what: string, work: () => Result): Result {
  for (let tries = 1; ; tries++) {
    const before = processorTime();
    const result = work();
    const taken = processorTime() - before;
    if (taken < limit) return result;
    assert.ok(tries < 3, `${what}: ${taken.toFixed(0)} ms, three times over ${limit} ms`);
  }
}
