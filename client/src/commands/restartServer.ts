/** Restart Server: for when it hangs, or to read everything anew. */
import type { Session } from '../session.ts';

export async function restartServer({ server, log }: Session): Promise<void> {
  await server.restart();
  log.info('The server was restarted.');
}
