/** The documents that editors hold. Their texts count, not the files', but for those whose files are gone. */
export class OpenTexts {
  readonly #texts = new Map<string, OpenText>();

  open(uri: string, text: string, version: number, languageId: string | undefined): void {
    this.#texts.set(uri, { text, version, languageId, isSaved: true, isGone: false });
  }

  edit(uri: string, text: string, version: number): void {
    const languageId = this.#texts.get(uri)?.languageId;
    this.#texts.set(uri, { text, version, languageId, isSaved: false, isGone: false });
  }

  close(uri: string): void {
    this.#texts.delete(uri);
  }

  /** Whether an editor holds it. */
  has(uri: string): boolean {
    return this.#texts.has(uri);
  }

  versionOf(uri: string): number | undefined {
    return this.#texts.get(uri)?.version;
  }

  languageOf(uri: string): string | undefined {
    return this.#texts.get(uri)?.languageId;
  }

  /** The text that counts instead of the file's. */
  textOf(uri: string): string | undefined {
    const open = this.#texts.get(uri);
    return open?.isGone === true ? undefined : open?.text;
  }

  /** Whether an editor's text counts. */
  counts(uri: string): boolean {
    return this.#texts.get(uri)?.isGone === false;
  }

  /**
   * Notes what the file of an open document holds now. VS Code keeps documents open for minutes whose editors are
   * closed, also when their files are deleted: a text without an edit of its own goes with its file.
   * @param onDisk the file's text; `undefined` where there is none
   * @returns whether the text counts now and did not before, or the other way round
   */
  fileChanged(uri: string, onDisk: string | undefined): boolean {
    const open = this.#texts.get(uri);
    if (open === undefined) return false;
    const isSaved = onDisk === undefined ? open.isSaved : onDisk === open.text;
    const isGone = onDisk === undefined && isSaved;
    this.#texts.set(uri, { ...open, isSaved, isGone });
    return isGone !== open.isGone;
  }

  /** The open documents in a folder. */
  *below(folder: string): Iterable<string> {
    for (const uri of this.#texts.keys()) if (uri.startsWith(`${folder}/`)) yield uri;
  }
}

interface OpenText {
  readonly text: string;
  readonly version: number;
  readonly languageId: string | undefined;
  /** Nothing was typed since the file had this text. */
  readonly isSaved: boolean;
  /** The file was deleted under it. */
  readonly isGone: boolean;
}
