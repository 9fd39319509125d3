import {
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type ClientCapabilities,
  type Connection,
  type Disposable,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { WorkspaceModel } from '../analysis/workspaceModel.ts';
import { projectFileKind } from '../workspace/selection.ts';
import { uriPath } from '../workspace/uris.ts';

/**
 * Asks the client for the open documents that project documents import (`docs/stack.md`): their unsaved text counts
 * too, and no pattern could name them beforehand. Exactly those are registered, none that the client sends anyway.
 */
export class ImportedDocuments {
  readonly #connection: Connection;
  readonly #model: WorkspaceModel;
  readonly #canRegister: boolean;
  #registered = '';
  #registrations: Promise<readonly Disposable[]> = Promise.resolve([]);

  constructor(connection: Connection, model: WorkspaceModel, client: ClientCapabilities) {
    this.#connection = connection;
    this.#model = model;
    this.#canRegister = client.textDocument?.synchronization?.dynamicRegistration === true;
  }

  /** Follows what the project documents import now. */
  update(): void {
    if (!this.#canRegister) return;
    const imported = new Set(
      [...this.#model.loadedFiles].filter(
        (uri) => projectFileKind(uri) === undefined && this.#model.agent(uri) === undefined,
      ),
    );
    const wanted = [...imported].sort().join('\n');
    if (wanted === this.#registered) return;
    this.#registered = wanted;
    this.#registrations = this.#registrations
      .then(async (before) => {
        for (const registration of before) registration.dispose();
        return imported.size === 0 ? [] : await this.#register([...imported]);
      })
      .catch((error: unknown) => {
        this.#connection.console.error(`imported documents: ${String(error)}`);
        return [];
      });
  }

  async #register(uris: readonly string[]): Promise<readonly Disposable[]> {
    const documentSelector = uris.map((uri) => ({
      scheme: uri.slice(0, uri.indexOf(':')),
      // A path with signs of a glob in it matches by any character in their place.
      pattern: uriPath(uri).replace(/[*?[\]{}!]/g, '?'),
    }));
    const { client } = this.#connection;
    return Promise.all([
      client.register(DidOpenTextDocumentNotification.type, { documentSelector }),
      client.register(DidChangeTextDocumentNotification.type, {
        documentSelector,
        syncKind: TextDocumentSyncKind.Incremental,
      }),
      client.register(DidCloseTextDocumentNotification.type, { documentSelector }),
    ]);
  }
}
