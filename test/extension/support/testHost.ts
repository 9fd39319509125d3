// Which extension host the tests run in, and the address of the launcher's key-pressing port where there is one.
/** The launcher's key-pressing port. */
export interface KeyPort {
  readonly url: string;
  readonly token: string;
}

declare global {
  /** Set before the tests in the web host, by the server that serves them. */
  var agentTailorTestHost: KeyPort | undefined;
}

/** `web` in the web extension host (a worker), `node` on the desktop and in a remote host. */
export const hostKind: 'node' | 'web' = globalThis.process?.versions?.node === undefined ? 'web' : 'node';

/** The port, or undefined where VS Code runs without our launcher (on the desktop). */
export const keyPort: KeyPort | undefined = globalThis.agentTailorTestHost ?? fromEnvironment();

/**
 * Asks the launcher to act.
 * @throws where there is no port, and when the action failed, with the launcher's words
 */
export async function request(action: string, argument: Readonly<Record<string, unknown>>): Promise<unknown> {
  if (!keyPort) throw new Error('There is no key-pressing port in this VS Code.');
  const response = await fetch(keyPort.url, {
    method: 'POST',
    headers: { authorization: `Bearer ${keyPort.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ action, ...argument }),
  });
  const answer = (await response.json()) as { result?: unknown; error?: string };
  if (answer.error !== undefined) throw new Error(`${action}: ${answer.error}`);
  return answer.result;
}

function fromEnvironment(): KeyPort | undefined {
  const text = globalThis.process?.env?.['AGENT_TAILOR_TEST_HOST'];
  return text ? (JSON.parse(text) as KeyPort) : undefined;
}
