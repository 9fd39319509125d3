import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FollowedAnswers } from '../../../server/src/server/followedAnswers.ts';

/** A clock that a test advances. */
class Clock {
  readonly tasks: { readonly task: () => void; readonly milliseconds: number }[] = [];
  readonly schedule = (task: () => void, milliseconds: number): void => {
    this.tasks.push({ task, milliseconds });
  };

  /** Runs what waits, and what that makes wait, until nothing does. */
  async run(): Promise<void> {
    for (let due = this.tasks.shift(); due !== undefined; due = this.tasks.shift()) {
      due.task();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

describe('answers that are followed', () => {
  const start = (): { clock: Clock; told: () => number; followed: FollowedAnswers } => {
    const clock = new Clock();
    let times = 0;
    const followed = new FollowedAnswers(clock.schedule, () => times++);
    return { clock, told: () => times, followed };
  };

  it('are told of once one would be another, and not again before somebody asks', async () => {
    const { clock, told, followed } = start();
    let value = 1;
    assert.equal(await followed.answer('a', () => value), 1);
    followed.changed();
    await clock.run();
    assert.equal(told(), 0, 'the same answer');
    value = 2;
    followed.changed();
    await clock.run();
    assert.equal(told(), 1);
    value = 3;
    followed.changed();
    await clock.run();
    assert.equal(told(), 1, 'nobody has asked again');
    await followed.answer('a', () => value);
    value = 4;
    followed.changed();
    await clock.run();
    assert.equal(told(), 2);
  });

  it('are looked at once for many changes, and not at once', async () => {
    const { clock, followed } = start();
    let asked = 0;
    await followed.answer('a', () => ++asked && 0);
    for (let i = 0; i < 100; i++) followed.changed();
    assert.equal(asked, 1);
    assert.deepEqual(
      clock.tasks.map(({ milliseconds }) => milliseconds),
      [300],
    );
    await clock.run();
    assert.equal(asked, 2);
  });

  it('cost nothing where nobody asks, or what is shown no longer', async () => {
    const { clock, told, followed } = start();
    followed.changed();
    assert.equal(clock.tasks.length, 0);
    let value = 1;
    await followed.answer('a', () => value);
    followed.forget('a');
    value = 2;
    followed.changed();
    await clock.run();
    assert.equal(told(), 0);
  });

  it('count by what of them is shown, and one that fails is left as it was', async () => {
    const { clock, told, followed } = start();
    let value = { title: 'a', line: 1 };
    await followed.answer(
      'a',
      () => value,
      ({ title }) => title,
    );
    value = { title: 'a', line: 2 };
    followed.changed();
    await clock.run();
    assert.equal(told(), 0);
    let fails = false;
    await followed.answer('b', () => (fails ? Promise.reject(new Error('no')) : 1));
    fails = true;
    followed.changed();
    await clock.run();
    assert.equal(told(), 0);
  });

  it('that take long to look at are looked at less often', async () => {
    const { clock, followed } = start();
    await followed.answer('a', () => new Promise((resolve) => setTimeout(() => resolve(1), 80)));
    followed.changed();
    clock.tasks.shift()!.task();
    await new Promise((resolve) => setTimeout(resolve, 120));
    await clock.run();
    followed.changed();
    assert.ok(clock.tasks[0]!.milliseconds >= 800, `${clock.tasks[0]!.milliseconds} ms`);
  });
});
