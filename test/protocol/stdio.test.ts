import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

/** The transport itself, byte by byte: what no protocol library on this side may smooth over. */
describe('over standard input and output', () => {
  for (const [name, command] of [
    ['the server', ['server.js', '--stdio']],
    ['agent-tailor lsp', ['cli.cjs', 'lsp', '--stdio']],
  ] as const) {
    it(`${name} answers each message in one piece, its length in bytes`, async () => {
      const server = start(command);
      const pieces: string[] = [];
      server.stdout!.on('data', (piece: Buffer) => pieces.push(piece.toString('utf8')));
      send(server, { id: 1, method: 'initialize', params: { capabilities: {} } });
      while (pieces.length === 0) await once(server.stdout!, 'data');
      const { length, content } = parts(pieces[0]!);
      assert.equal(Buffer.byteLength(content), length);
      assert.equal((JSON.parse(content) as { id: number }).id, 1);
      server.kill();
    });

    it(`${name} ends when its client is gone, with 1 unless it was shut down`, async () => {
      const left = start(command);
      left.stdin!.end();
      assert.equal(await exitOf(left), 1);
      const shutDown = start(command);
      send(shutDown, { id: 1, method: 'initialize', params: { capabilities: {} } });
      send(shutDown, { id: 2, method: 'shutdown' });
      let said = '';
      shutDown.stdout!.on('data', (piece: Buffer) => (said += piece.toString('utf8')));
      while (!said.includes('"id":2')) await once(shutDown.stdout!, 'data');
      shutDown.stdin!.end();
      assert.equal(await exitOf(shutDown), 0);
    });
  }
});

function start([file, ...args]: readonly string[]): ChildProcess {
  const program = fileURLToPath(new URL(`../../dist/${file}`, import.meta.url));
  return spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
}

function send(server: ChildProcess, message: object): void {
  const content = JSON.stringify({ jsonrpc: '2.0', ...message });
  server.stdin!.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
}

function parts(message: string): { length: number; content: string } {
  const match = /^Content-Length: (\d+)\r\n\r\n(.*)$/s.exec(message);
  assert.ok(match !== null, `the first piece is no whole message: ${message.slice(0, 80)}`);
  return { length: Number(match[1]), content: match[2]! };
}

function exitOf(server: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => server.once('exit', resolve));
}

function once(emitter: NodeJS.EventEmitter, event: string): Promise<void> {
  return new Promise((resolve) => emitter.once(event, () => resolve()));
}
