import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';

/** The built server, as the editors start it. */
export const serverFile = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

/** A folder of files on disk, made for one test and gone after it. */
export class TemporaryFolder {
  readonly path: string;

  /** @param files texts by path */
  constructor(files: Readonly<Record<string, string>>) {
    this.path = mkdtempSync(join(tmpdir(), 'agent-tailor-'));
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    writeFileSync(join(this.path, name), text);
  }

  uri(name = ''): string {
    return pathToFileURL(join(this.path, name)).href.replace(/\/$/, '');
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A language client over stdio, speaking to a real server process. */
export class LspClient {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  /** The newest diagnostics of each document, and how often it was published. */
  readonly published = new Map<
    string,
    { diagnostics: Diagnostic[]; version: number | undefined; times: number }
  >();
  readonly log: string[] = [];
  #waiting: { isDone: () => boolean; resolve: () => void }[] = [];

  private constructor(command: readonly string[], home: string) {
    this.process = spawn(process.execPath, command, {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, HOME: home, USERPROFILE: home },
    });
    this.connection = createMessageConnection(
      new StreamMessageReader(this.process.stdout!),
      new StreamMessageWriter(this.process.stdin!),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      const times = (this.published.get(params.uri)?.times ?? 0) + 1;
      this.published.set(params.uri, { diagnostics: params.diagnostics, version: params.version, times });
      this.#check();
    });
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
    });
    this.connection.onRequest('client/registerCapability', (params: { registrations: Registration[] }) => {
      this.registrations.push(...params.registrations);
      this.#check();
      return null;
    });
    this.connection.onRequest(
      'client/unregisterCapability',
      (params: { unregisterations: Registration[] }) => {
        for (const { id } of params.unregisterations) {
          const at = this.registrations.findIndex((registration) => registration.id === id);
          if (at >= 0) this.registrations.splice(at, 1);
        }
        this.#check();
        return null;
      },
    );
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    this.connection.onRequest('workspace/workspaceFolders', () => this.folders);
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      return null;
    });
    this.connection.onRequest('workspace/textDocumentContent/refresh', ({ uri }: { uri: string }) => {
      this.contentRefreshes.push(uri);
      this.#check();
      return null;
    });
    this.connection.listen();
  }

  /** What the server has asked for while running. */
  readonly registrations: Registration[] = [];
  settings: unknown = {};
  folders: { uri: string; name: string }[] = [];
  refreshes = 0;
  readonly contentRefreshes: string[] = [];
  /** What the server introduced itself with. */
  introduction: { capabilities: Record<string, unknown> } = { capabilities: {} };

  static async start(
    folder: string | undefined,
    initializationOptions: unknown = {},
    options: { settings?: unknown; home?: string; capabilities?: object; command?: readonly string[] } = {},
  ): Promise<LspClient> {
    const client = new LspClient(options.command ?? [serverFile, '--stdio'], options.home ?? tmpdir());
    client.settings = options.settings ?? {};
    client.folders = folder === undefined ? [] : [{ uri: folder, name: 'folder' }];
    client.introduction = await client.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folder === undefined ? null : client.folders,
      initializationOptions,
      capabilities: options.capabilities ?? allCapabilities,
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  async open(uri: string, text: string, languageId = 'markdown'): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Sends the whole text anew. */
  async change(uri: string, version: number, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  /** Waits until `isDone` holds after some publication; fails after five seconds. */
  async until(what: string, isDone: () => boolean): Promise<void> {
    if (isDone()) return;
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`not within 5 s: ${what}; published: ${this.#summary()}`)),
        5000,
      );
    });
    const done = new Promise<void>((resolve) => this.#waiting.push({ isDone, resolve }));
    await Promise.race([done, timeout]).finally(() => clearTimeout(timer));
  }

  /** `severity code` of each diagnostic last published for a document. */
  codes(uri: string): string[] {
    return (this.published.get(uri)?.diagnostics ?? []).map(
      ({ severity, code }) => `${severity} ${String(code)}`,
    );
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    const ended = new Promise<void>((resolve) => this.process.once('exit', () => resolve()));
    await this.connection.sendNotification('exit');
    await ended;
    this.connection.dispose();
  }

  #check(): void {
    const done = this.#waiting.filter(({ isDone }) => isDone());
    this.#waiting = this.#waiting.filter((waiting) => !done.includes(waiting));
    for (const { resolve } of done) resolve();
  }

  #summary(): string {
    return [...this.published.keys()].map((uri) => `${uri}: ${this.codes(uri).join(', ')}`).join('; ');
  }
}

interface Registration {
  readonly id: string;
  readonly method: string;
  readonly registerOptions?: { readonly documentSelector?: { scheme: string; pattern: string }[] };
}

const allCapabilities = {
  textDocument: {
    synchronization: { dynamicRegistration: true },
    publishDiagnostics: { relatedInformation: true },
  },
  workspace: {
    workspaceFolders: true,
    configuration: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true, resourceOperations: ['create'] },
    textDocumentContent: {},
  },
};
