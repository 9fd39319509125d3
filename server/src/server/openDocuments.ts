import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { changeBetween, type TextChange } from '../parse/markdown.ts';

/** The documents that the editor has open, kept in step with it. */
export class OpenDocuments {
  readonly #documents = new Map<string, TextDocument>();

  open(uri: string, languageId: string, version: number, text: string): TextDocument {
    const document = TextDocument.create(uri, languageId, version, text);
    this.#documents.set(uri, document);
    return document;
  }

  /** Applies an edit; answers the document with the one change that it comes to, `undefined` if it is not open. */
  edit(
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
  ): { document: TextDocument; change: TextChange | undefined } | undefined {
    const document = this.#documents.get(uri);
    if (document === undefined) return undefined;
    const [only] = changes;
    if (changes.length === 1 && only !== undefined && 'range' in only) {
      const from = document.offsetAt(only.range.start);
      const change = { from, to: document.offsetAt(only.range.end), inserted: only.text.length };
      TextDocument.update(document, [only], version);
      return { document, change };
    }
    const before = document.getText();
    TextDocument.update(document, [...changes], version);
    return { document, change: changeBetween(before, document.getText()) };
  }

  close(uri: string): void {
    this.#documents.delete(uri);
  }
}
