/** A file system over a map of texts by URI, which counts what is asked of it. */
import type {
  DirectoryEntry,
  FileStat,
  FileSystem,
  TextEncoding,
} from '../../server/src/workspace/fileSystem.ts';
import { joinUri, normalizedUri, parentUri, resolveUri } from '../../server/src/workspace/uris.ts';

export class MemoryFileSystem implements FileSystem {
  /** How often each method was called. */
  readonly calls = { stat: 0, readDirectory: 0, readText: 0 };
  /** Files may be added, changed and deleted at any time; folders are there as long as something is in them. */
  readonly files: Map<string, string>;
  /** What the bytes of files are that are not UTF-8, by URI. */
  readonly encodings = new Map<string, TextEncoding>();
  /** Symbolic links: the URI they lead to, by their own. */
  readonly links = new Map<string, string>();

  /** @param files texts by URI, or by a path below `file:///` */
  constructor(files: Readonly<Record<string, string>> | ReadonlyMap<string, string> = {}) {
    const entries =
      files instanceof Map ? [...files] : Object.entries(files as Readonly<Record<string, string>>);
    this.files = new Map(entries.map(([uri, text]) => [uriOf(uri), text]));
  }

  /** All calls together. */
  get callCount(): number {
    return this.calls.stat + this.calls.readDirectory + this.calls.readText;
  }

  link(from: string, to: string): this {
    const uri = uriOf(from);
    this.links.set(uri, resolveUri(parentUri(uri), to));
    return this;
  }

  async stat(uri: string): Promise<FileStat | undefined> {
    this.calls.stat++;
    const real = this.#real(uri);
    const text = this.files.get(real);
    if (text !== undefined)
      return { type: 'file', size: new TextEncoder().encode(text).length, realUri: real };
    return this.#children(real).size > 0 ? { type: 'directory', size: 0, realUri: real } : undefined;
  }

  async readDirectory(uri: string): Promise<readonly DirectoryEntry[]> {
    this.calls.readDirectory++;
    const real = this.#real(uri);
    return [...this.#children(real)].map((name): DirectoryEntry => {
      const child = joinUri(real, name);
      const target = this.#real(child);
      const isFile = this.files.has(target);
      const type = isFile ? 'file' : this.#children(target).size > 0 ? 'directory' : 'other';
      return this.links.has(child) ? { name, type, link: true } : { name, type };
    });
  }

  async readText(uri: string): Promise<string | undefined> {
    this.calls.readText++;
    return this.files.get(this.#real(uri));
  }

  async readEncoding(uri: string): Promise<TextEncoding | undefined> {
    const real = this.#real(uri);
    return this.files.has(real) ? (this.encodings.get(real) ?? 'utf-8') : undefined;
  }

  /** The names right below a folder. */
  #children(uri: string): Set<string> {
    const below = uri.endsWith('/') ? uri : `${uri}/`;
    const names = new Set<string>();
    for (const child of [...this.files.keys(), ...this.links.keys()]) {
      if (child.startsWith(below)) names.add(decodeURIComponent(child.slice(below.length).split('/', 1)[0]!));
    }
    return names;
  }

  /** Follows links anywhere in the path; one that leads round in a circle leads nowhere. */
  #real(uri: string): string {
    let real = uri;
    for (let i = 0; i < 32; i++) {
      const link = [...this.links.keys()].find((from) => real === from || real.startsWith(`${from}/`));
      if (link === undefined) return real;
      real = this.links.get(link)! + real.slice(link.length);
    }
    return 'circle:/';
  }
}

function uriOf(path: string): string {
  return normalizedUri(path.includes(':/') ? path : resolveUri('file:///', path));
}
