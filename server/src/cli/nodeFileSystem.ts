/** The file system of the machine, by `file:` URIs. */
import { readFileSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type {
  DirectoryEntry,
  FileStat,
  FileSystem,
  FileType,
  TextEncoding,
} from '../workspace/fileSystem.ts';
import { noteText } from './lengthOfRun.ts';

/** Answers for `file:` URIs only; for any other scheme nothing is there. */
export const nodeFileSystem: FileSystem = {
  async stat(uri: string): Promise<FileStat | undefined> {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    try {
      const found = await stat(path);
      const real = await realpath(path).catch(() => path);
      return {
        type: typeOf(found),
        size: found.size,
        realUri: real === path ? uri : URI.file(real).toString(),
      };
    } catch {
      return undefined;
    }
  },

  async readDirectory(uri: string): Promise<readonly DirectoryEntry[]> {
    const path = pathOf(uri);
    if (path === undefined) return [];
    try {
      const entries = await readdir(path, { withFileTypes: true });
      return await Promise.all(
        entries.map(async (entry): Promise<DirectoryEntry> => {
          if (!entry.isSymbolicLink()) return { name: entry.name, type: typeOf(entry) };
          const target = await stat(join(path, entry.name)).catch(() => undefined);
          return { name: entry.name, type: target === undefined ? 'other' : typeOf(target), link: true };
        }),
      );
    } catch {
      return [];
    }
  },

  async readText(uri: string): Promise<string | undefined> {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    try {
      return decode(await readFile(path));
    } catch {
      return undefined;
    }
  },

  async readEncoding(uri: string): Promise<TextEncoding | undefined> {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    try {
      return encodingOf(await readFile(path));
    } catch {
      return undefined;
    }
  },
};

/**
 * The same for a command, which has nothing else to do: reading a small file at once takes a fraction of the processor
 * time that it takes to be called back.
 */
export const commandFileSystem: FileSystem = {
  ...nodeFileSystem,
  async readText(uri: string): Promise<string | undefined> {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    try {
      // The same as `decode`, in one call.
      const text = readFileSync(path, 'utf8');
      noteText(text.length);
      return text;
    } catch {
      return undefined;
    }
  },
};

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function encodingOf(bytes: Uint8Array): TextEncoding {
  if (isUtf16(bytes)) return 'utf-16';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'other';
  }
}

/** By its mark, or by the zero bytes that the first characters of any frontmatter have in it. */
function isUtf16(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  return (a === 0 && b !== 0 && c === 0 && d !== 0) || (a !== 0 && b === 0 && c !== 0 && d === 0);
}

interface Kinds {
  isFile(): boolean;
  isDirectory(): boolean;
}

function typeOf(found: Kinds): FileType {
  if (found.isFile()) return 'file';
  return found.isDirectory() ? 'directory' : 'other';
}

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  if (sep === '/' && plainFile.test(uri)) return uri.slice('file://'.length);
  try {
    return URI.parse(uri).fsPath;
  } catch {
    return undefined;
  }
}

/** Without a host, and with nothing in its path that is encoded. */
const plainFile = /^file:\/\/\/[\w./-]*$/;
