/**
 * How V8 is to use the processor. Of a check that ends within half a second, a sixth of the processor time would go into
 * code that is optimised too late to be of use, and into garbage that is collected side by side; a longer run is slower
 * without (measured: ARCHITECTURE.md, "How a check travels").
 */
import { setFlagsFromString } from 'node:v8';

/** What a short run does without; Maglev is on in Node since version 24. */
const features = [
  'opt',
  ...(Number.parseInt(process.versions.node, 10) >= 24 ? ['maglev'] : []),
  'parallel-scavenge',
  'incremental-marking',
];

/** Before anything else has run; nothing where somebody has told V8 such things: some of them do not go together. */
export function expectShortRun(): void {
  const given = [...process.execArgv, process.env['NODE_OPTIONS'] ?? ''].join(' ');
  if (ownFlags.test(given)) return;
  run[isShort] = true;
  for (const feature of features) setFlagsFromString(`--no-${feature}`);
}

const ownFlags =
  /(?:^|\s)--(?:no-?)?(?:jitless|freeze|opt\b|turbo|maglev|sparkplug|single|parallel|incremental|predictable|stress)/;

/** Called with the length of every text that is read: after two and a half million characters the run is a long one. */
export function noteText(length: number): void {
  read += length;
  if (run[isShort] !== true || read <= mostOfShortRun) return;
  run[isShort] = false;
  for (const feature of features) setFlagsFromString(`--${feature}`);
}

/** The launcher and the commands are two bundles, each with a copy of this module. */
const isShort = Symbol.for('agent-tailor.isShortRun');
const run = globalThis as { [isShort]?: boolean };
let read = 0;
const mostOfShortRun = 2_500_000;
