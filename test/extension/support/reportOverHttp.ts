// The report of the web host, which has no file system: lines sent to the launcher.
import type { Report } from './report.ts';
import { request } from './testHost.ts';

let sent: Promise<unknown> = Promise.resolve();

export const report: Report = {
  add: (event) => {
    sent = sent.then(() => request('report', { line: JSON.stringify(event) }));
  },
  flush: async () => {
    await sent;
  },
};
