import type { Connection } from 'vscode-languageserver';
import { coverageMarkdown } from '../features/coverage/coverageMarkdown.ts';
import type { LanguageService } from '../languageService.ts';
import { headingAnchor } from '../parse/headingAnchor.ts';
import { isBelow, normalizedUri } from '../workspace/uris.ts';
import { exportTarget } from './exportRequests.ts';
import { readViewUri } from './protocol.ts';

/**
 * The Markdown documents that the editor shows besides adapted profiles: coverage, exports and updates before they are
 * written. They follow the workspace, a moment after the last change.
 */
export class ViewDocuments {
  readonly #connection: Connection;
  readonly #service: LanguageService;
  readonly #schedule: (task: () => void, milliseconds: number) => void;
  /** The texts as last handed to the editor, by URI. */
  readonly #shown = new Map<string, string>();
  #isPlanned = false;

  constructor(
    connection: Connection,
    service: LanguageService,
    schedule: (task: () => void, milliseconds: number) => void,
  ) {
    this.#connection = connection;
    this.#service = service;
    this.#schedule = schedule;
  }

  /** The text of a view's URI, spelled as the editor spells it; `undefined` where that is none. */
  async content(uri: string): Promise<string | undefined> {
    if (readViewUri(uri) === undefined) return undefined;
    await this.#service.model.settled();
    const text = this.#textOf(uri);
    this.#shown.set(uri, text);
    return text;
  }

  forget(uri: string): void {
    this.#shown.delete(uri);
  }

  /** Something has changed: looks soon whether a document that is shown is another now. */
  changed(): void {
    if (this.#shown.size === 0 || this.#isPlanned) return;
    this.#isPlanned = true;
    this.#schedule(() => {
      this.#isPlanned = false;
      void this.#refresh();
    }, delay);
  }

  async #refresh(): Promise<void> {
    await this.#service.model.settled();
    for (const [uri, before] of this.#shown) {
      try {
        if (this.#textOf(uri) !== before) await this.#connection.workspace.textDocumentContent.refresh(uri);
      } catch (error) {
        this.#connection.console.error(`could not refresh ${uri}: ${String(error)}`);
      }
    }
  }

  #textOf(uri: string): string {
    const view = readViewUri(uri);
    if (view?.kind === 'coverage') {
      const coverage = this.#service.coverage(normalizedUri(view.projectUri));
      return coverage === undefined ? '' : coverageMarkdown(coverage, this.#linkTo);
    }
    if (view?.kind === 'export') {
      return this.#service.exports.exported(normalizedUri(view.uri), exportTarget(view))?.text ?? '';
    }
    if (view === undefined) return '';
    const agentUri = normalizedUri(view.uri);
    const text = this.#service.model.agent(agentUri)?.text ?? '';
    return this.#service.exports.update(agentUri)?.text ?? text;
  }

  /**
   * VS Code's preview follows no `file:` links, and takes paths that begin with `/` from the first workspace folder; in
   * others the whole URI is at least what an editor of the text can follow. It shows Markdown as a preview again, which
   * knows headings and no lines.
   */
  readonly #linkTo = (uri: string, line: number): string => {
    const { first } = this.#service.model.folders;
    const target =
      first !== undefined && isBelow(uri, first) ? uri.slice(first.replace(/\/$/, '').length) : uri;
    return `${target.replace(/[()]/g, encodeURIComponent)}#${this.#headingOver(uri, line) ?? `L${line + 1}`}`;
  };

  #headingOver(uri: string, line: number): string | undefined {
    const { model } = this.#service;
    const agent = model.agent(uri);
    const file = model.projectFile(uri);
    const [body, bodyStart, positions] =
      file === undefined
        ? [agent?.body, agent?.bodyStart, agent?.positions]
        : [file.body, file.bodyStart, file.positions];
    if (body === undefined || bodyStart === undefined || positions === undefined) return undefined;
    return headingAnchor(body, positions.offsetAt({ line, character: 0 }) - bodyStart);
  }
}

/** After the moment in which the model takes changes in. */
const delay = 250;
