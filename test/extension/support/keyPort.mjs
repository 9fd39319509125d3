// The key-pressing port: a loopback HTTP server through which a test in the extension host acts on the workbench.
import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import http from 'node:http';

/**
 * Starts the port. A request is `POST /` with the token as bearer and `{ "action": name, …arguments }`; the answer is
 * `{ "result": … }` or `{ "error": "…" }`. The action `report` appends a line to the report file: a test in the web
 * host has no file system of its own.
 * @param {Record<string, (argument: any) => Promise<unknown>>} actions
 * @param {string} report path of the report file
 * @returns {Promise<{ url: string, token: string, close: () => void }>}
 */
export async function openKeyPort(actions, report) {
  const token = randomBytes(24).toString('hex');
  const all = {
    ...actions,
    report: async ({ line }) => appendFileSync(report, `${String(line)}\n`),
  };
  const server = http.createServer((request, response) => {
    void respond(request, response, all, token);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address();
  return {
    url: `http://127.0.0.1:${port}/`,
    token,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function respond(request, response, actions, token) {
  const { status, body } = await answer(request, actions, token);
  // The web extension host asks from the workbench's origin, which is another port.
  response.writeHead(status, {
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-allow-private-network': 'true',
    'access-control-max-age': '600',
  });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

async function answer(request, actions, token) {
  if (request.method === 'OPTIONS') return { status: 204 };
  if (request.headers.authorization !== `Bearer ${token}`)
    return { status: 403, body: { error: 'wrong token' } };
  try {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
    const { action, ...argument } = JSON.parse(text);
    const perform = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (!perform) return { status: 404, body: { error: `no action ${String(action)}` } };
    return { status: 200, body: { result: (await perform(argument)) ?? null } };
  } catch (error) {
    return { status: 500, body: { error: error instanceof Error ? error.message : String(error) } };
  }
}
