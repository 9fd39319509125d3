import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';

/** A diagnostic, as far as it matters here. */
export interface Found {
  readonly code?: unknown;
}

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Found[];
}

/** A language client with as little of its own as can be: it sends, and tells when an answer is there. */
export class BenchClient {
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #logged: string[] = [];
  #onPublished: (published: Published) => void = () => {};

  constructor(server: string, home: string, nodeOptions: readonly string[] = []) {
    this.#process = spawn(process.execPath, [...nodeOptions, server, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, HOME: home, USERPROFILE: home },
    });
    this.#connection = createMessageConnection(
      new StreamMessageReader(this.#process.stdout!),
      new StreamMessageWriter(this.#process.stdin!),
    );
    this.#connection.onNotification('textDocument/publishDiagnostics', (params: Published) => {
      this.#onPublished(params);
    });
    this.#connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.#logged.push(message);
    });
    this.#connection.onRequest('client/registerCapability', () => null);
    this.#connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => ({})),
    );
    this.#connection.listen();
  }

  async start(folder: string): Promise<void> {
    await this.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders: [{ uri: folder, name: 'bench' }],
      // As VS Code does, so that no finding comes cheaper than there.
      capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } },
    });
    await this.#connection.sendNotification('initialized', {});
  }

  /** Sends a message about a document and resolves with the answer that fits, once it is published. */
  async told(send: () => Promise<void>, isAnswer: (published: Published) => boolean): Promise<Published> {
    const answer = new Promise<Published>((resolve) => {
      this.#onPublished = (published) => {
        if (isAnswer(published)) resolve(published);
      };
    });
    await send();
    return answer;
  }

  open(uri: string, text: string): Promise<void> {
    return this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
  }

  /** Types one character. */
  type(uri: string, version: number, at: { line: number; character: number }, text: string): Promise<void> {
    return this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end: at }, text }],
    });
  }

  /** Resident memory in MB; `undefined` where the system does not tell. */
  memory(): number | undefined {
    try {
      const status = readFileSync(`/proc/${this.#process.pid}/status`, 'utf8');
      const kilobytes = /^VmRSS:\s*(\d+)/m.exec(status)?.[1];
      return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
    } catch {
      return undefined;
    }
  }

  /** Ends the server; fails where it had something to log, for then it is not the work itself that was measured. */
  async stop(): Promise<void> {
    const ended = new Promise<void>((resolve) => this.#process.once('exit', () => resolve()));
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    await ended;
    this.#connection.dispose();
    const [first] = this.#logged;
    if (first !== undefined) throw new Error(`${this.#logged.length} times something like: ${first}`);
  }
}
