/** Reads what a project document is made of, once each, and notes all that was asked for. */
import type { DirectoryEntry, FileStat, FileSystem } from '../workspace/fileSystem.ts';
import { isBelow } from '../workspace/uris.ts';

export interface ReadFile {
  readonly text: string;
  /** Where the file really is, symbolic links followed: what it imports is relative to that. */
  readonly realUri: string;
}

export class ProjectReader {
  /** Every URI asked for, present or not. */
  readonly looked = new Set<string>();
  readonly #files: FileSystem;
  readonly #folder: string;
  readonly #stats = new Map<string, Promise<FileStat | undefined>>();

  /** @param folder the folder's URI as its files are called, even where a symbolic link leads to it */
  constructor(files: FileSystem, folder: string) {
    this.#files = files;
    this.#folder = folder;
  }

  stat(uri: string): Promise<FileStat | undefined> {
    this.looked.add(uri);
    let stat = this.#stats.get(uri);
    if (stat === undefined) this.#stats.set(uri, (stat = this.#files.stat(uri)));
    return stat;
  }

  async isDirectory(uri: string): Promise<boolean> {
    return (await this.stat(uri))?.type === 'directory';
  }

  /** Where `uri` really is; what really is in the folder keeps the name it has there. */
  async realUri(uri: string): Promise<string> {
    const real = (await this.stat(uri))?.realUri ?? uri;
    if (real === uri) return uri;
    const realFolder = (await this.#files.stat(this.#folder))?.realUri ?? this.#folder;
    return isBelow(real, realFolder) ? this.#folder + real.slice(realFolder.length) : real;
  }

  /** A file's text; `undefined` for what is no file, cannot be read or is longer than Claude Code reads. */
  async read(uri: string): Promise<ReadFile | undefined> {
    const stat = await this.stat(uri);
    if (stat?.type !== 'file' || stat.size > mostBytes) return undefined;
    const text = await this.#files.readText(uri);
    return text === undefined ? undefined : { text, realUri: await this.realUri(uri) };
  }

  /** The entries of a directory by name; none where there is none. */
  async list(uri: string): Promise<readonly DirectoryEntry[]> {
    if (!(await this.isDirectory(uri))) return [];
    const entries = await this.#files.readDirectory(uri);
    return entries.toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  }
}

/** `claudeMd.byteSkip` of `claude-code.json`. */
const mostBytes = 4_194_304;
