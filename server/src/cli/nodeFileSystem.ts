/** The file system of the machine, by `file:` URIs. */
import { readFileSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import type { DirectoryEntry, FileStat, FileSystem, FileType } from '../workspace/fileSystem.ts';

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
      return decode(readFileSync(path));
    } catch {
      return undefined;
    }
  },
};

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
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
  try {
    return URI.parse(uri).fsPath;
  } catch {
    return undefined;
  }
}
