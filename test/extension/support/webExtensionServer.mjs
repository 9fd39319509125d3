// Serves the extension and its tests to the web extension host, which loads both by HTTP.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const types = {
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
};

/**
 * Where VS Code is told the test entry is; it starts tests in the host of the extension in whose folder they
 * lie, and takes them, as the extension's package.json says "module", for an ES module
 * unless their name ends in `.cjs`.
 */
export const testsPlace = 'extension/extension-tests/index.cjs';

/**
 * Serves `/extension/…` from the extension's folder, and the test entry in it, preceded by the address of the
 * key-pressing port, since a worker has no environment variables.
 * @param {{ developmentPath: string, testsPath: string, testHost: string }} options `testHost` is JSON
 * @returns {Promise<{ port: number, close: () => void }>}
 */
export async function serveExtension({ developmentPath, testsPath, testHost }) {
  const server = http.createServer((request, response) => {
    const place = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname).slice(1);
    const file = path.join(developmentPath, place.slice('extension/'.length));
    try {
      if (place === testsPlace) {
        const prelude = `globalThis.agentTailorTestHost = ${testHost};\n`;
        send(response, types['.js'], prelude + readFileSync(testsPath, 'utf8'));
      } else if (place.startsWith('extension/') && file.startsWith(developmentPath + path.sep)) {
        send(response, types[path.extname(file)] ?? 'application/octet-stream', readFileSync(file));
      } else {
        response.writeHead(404).end();
      }
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    port: server.address().port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function send(response, type, body) {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}
