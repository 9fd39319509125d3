import type { DirectoryEntry, FileStat, FileSystem } from '../../server/src/workspace/fileSystem.ts';

/** A file system in memory that notes what is asked of it. */
export class MemoryFiles implements FileSystem {
  readonly #texts = new Map<string, string>();
  /** Every request in order: `stat`, `list` or `read` and the URI. */
  readonly asked: string[] = [];

  /** @param files texts by URI */
  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [uri, text] of Object.entries(files)) this.#texts.set(uri, text);
  }

  write(uri: string, text: string): void {
    this.#texts.set(uri, text);
  }

  /** Removes a file, or a folder with all in it. */
  remove(uri: string): void {
    for (const known of this.#texts.keys()) {
      if (known === uri || known.startsWith(`${uri}/`)) this.#texts.delete(known);
    }
  }

  stat(uri: string): Promise<FileStat | undefined> {
    this.asked.push(`stat ${uri}`);
    const text = this.#texts.get(uri);
    if (text !== undefined) return Promise.resolve({ type: 'file', size: Buffer.byteLength(text) });
    const isFolder = [...this.#texts.keys()].some((known) => known.startsWith(`${uri}/`));
    return Promise.resolve(isFolder ? { type: 'directory', size: 0 } : undefined);
  }

  readDirectory(uri: string): Promise<readonly DirectoryEntry[]> {
    this.asked.push(`list ${uri}`);
    const folder = uri.endsWith('/') ? uri : `${uri}/`;
    const entries = new Map<string, DirectoryEntry>();
    for (const known of this.#texts.keys()) {
      if (!known.startsWith(folder)) continue;
      const [name, ...rest] = known.slice(folder.length).split('/');
      if (name !== undefined) entries.set(name, { name, type: rest.length === 0 ? 'file' : 'directory' });
    }
    return Promise.resolve([...entries.values()]);
  }

  readText(uri: string): Promise<string | undefined> {
    this.asked.push(`read ${uri}`);
    return Promise.resolve(this.#texts.get(uri));
  }
}
