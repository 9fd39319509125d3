import type { DirectoryEntry, FileStat, FileSystem, TextEncoding } from './fileSystem.ts';

/** The files with the open documents' unsaved text over them. */
export class OverlayFileSystem implements FileSystem {
  readonly #files: FileSystem;
  readonly #openText: (uri: string) => string | undefined;

  /** @param openText the text of an open document by URI, `undefined` for one that is not open */
  constructor(files: FileSystem, openText: (uri: string) => string | undefined) {
    this.#files = files;
    this.#openText = openText;
  }

  async stat(uri: string): Promise<FileStat | undefined> {
    const stat = await this.#files.stat(uri);
    const open = this.#openText(uri);
    if (open === undefined) return stat;
    return { ...stat, type: 'file', size: utf8Length(open) };
  }

  readDirectory(uri: string): Promise<readonly DirectoryEntry[]> {
    return this.#files.readDirectory(uri);
  }

  async readText(uri: string): Promise<string | undefined> {
    return this.#openText(uri) ?? (await this.#files.readText(uri));
  }

  /** Of the file on disk, also where it is open: an editor decodes it in its own way. */
  async readEncoding(uri: string): Promise<TextEncoding | undefined> {
    return this.#files.readEncoding?.(uri);
  }
}

function utf8Length(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    // A surrogate pair takes four bytes, two for each half.
    length += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return length;
}
