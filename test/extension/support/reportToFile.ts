// The report of the Node host: lines appended to the file that AGENT_TAILOR_TEST_REPORT names.
import { appendFileSync } from 'node:fs';
import type { Report } from './report.ts';

const file = process.env['AGENT_TAILOR_TEST_REPORT'];

export const report: Report = {
  add: (event) => {
    if (file === undefined) console.log(JSON.stringify(event));
    else appendFileSync(file, `${JSON.stringify(event)}\n`);
  },
  flush: () => Promise.resolve(),
};
