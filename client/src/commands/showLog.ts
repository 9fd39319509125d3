/** Show Log: the output channel of the client and the server. */
import type { Session } from '../session.ts';

export function showLog({ log }: Session): Promise<void> {
  log.show();
  return Promise.resolve();
}
