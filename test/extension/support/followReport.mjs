// Shows the report of the extension host while it grows, and counts.
import { existsSync, readFileSync } from 'node:fs';

/**
 * Follows a report file of `ReportEvent`s, which need not exist yet.
 * @param {string} file
 * @returns {{ ended: () => boolean, stop: () => { passed: number, failed: number, skipped: number } | undefined }}
 *   `stop` reads the rest; its counts are undefined when the tests never began, and count a run without an end as failed
 */
export function followReport(file) {
  const events = [];
  let shown = 0;
  const read = () => {
    if (!existsSync(file)) return;
    const text = readFileSync(file, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    const fresh = whole.slice(shown);
    shown = whole.length;
    for (const line of fresh.split('\n').filter(Boolean)) {
      const event = JSON.parse(line);
      events.push(event);
      const text = describe(event);
      if (text) console.log(text);
    }
  };
  const timer = setInterval(read, 200);
  const ended = () => {
    read();
    return events.some(({ event }) => event === 'end');
  };
  return {
    ended,
    stop: () => {
      clearInterval(timer);
      const complete = ended();
      if (!events.some(({ event }) => event === 'start')) return undefined;
      if (!complete) console.error('VS Code ended before the tests did.');
      const count = (name) => events.filter(({ event }) => event === name).length;
      return {
        passed: count('pass'),
        failed: count('fail') + (complete ? 0 : 1),
        skipped: count('skip'),
      };
    },
  };
}

function describe(event) {
  switch (event.event) {
    case 'pass':
      return `  passed   ${event.title} (${event.milliseconds} ms)`;
    case 'fail':
      return `  FAILED   ${event.title}\n${event.error.replace(/^/gm, '           ')}`;
    case 'skip':
      return `  skipped  ${event.title}`;
    default:
      return undefined;
  }
}
