import type { ClientCapabilities, Connection, Diagnostic } from 'vscode-languageserver';
import type { LanguageService } from '../languageService.ts';

/**
 * Brings diagnostics to the client: pushed for every document, open or closed, or, for a client that pulls,
 * only the word that it should ask again. Never both.
 */
export class Publisher {
  readonly #connection: Connection;
  readonly #service: LanguageService;
  readonly #pulls: boolean;
  readonly #canRefresh: boolean;
  /** What the client was last told of each document that it has diagnostics for. */
  readonly #told = new Map<string, readonly Diagnostic[]>();
  /** URIs as the client spells them. */
  readonly #spelling = new Map<string, string>();

  constructor(connection: Connection, service: LanguageService, pulls: boolean, client: ClientCapabilities) {
    this.#connection = connection;
    this.#service = service;
    this.#pulls = pulls;
    this.#canRefresh = client.workspace?.diagnostics?.refreshSupport === true;
  }

  spelled(uri: string, asTheClientDoes: string): void {
    if (uri !== asTheClientDoes) this.#spelling.set(uri, asTheClientDoes);
  }

  /** The document that was just edited: answered at once, with its version, whether or not anything changed. */
  edited(uri: string, version: number): void {
    if (this.#pulls) return;
    this.#tell(uri, version, this.#service.diagnostics(uri));
  }

  /** Documents whose findings may have changed: told only where they have. */
  changed(uris: ReadonlySet<string>): void {
    if (this.#pulls) {
      if (this.#canRefresh) void this.#connection.languages.diagnostics.refresh();
      return;
    }
    for (const uri of uris) {
      const diagnostics = this.#service.diagnostics(uri);
      const told = this.#told.get(uri) ?? [];
      if (diagnostics.length === 0 && told.length === 0) continue;
      if (JSON.stringify(diagnostics) === JSON.stringify(told)) continue;
      this.#tell(uri, this.#service.model.versionOf(uri), diagnostics);
    }
  }

  #tell(uri: string, version: number | undefined, diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length === 0) this.#told.delete(uri);
    else this.#told.set(uri, diagnostics);
    void this.#connection.sendDiagnostics({
      uri: this.#spelling.get(uri) ?? uri,
      diagnostics: diagnostics as Diagnostic[],
      ...(version === undefined ? {} : { version }),
    });
  }
}
