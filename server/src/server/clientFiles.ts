import type { Connection } from 'vscode-languageserver';
import type { DirectoryEntry, FileStat, FileSystem, TextEncoding } from '../workspace/fileSystem.ts';
import { FilesRequest } from './protocol.ts';

/** Files that only the client can read: in a browser all of them, elsewhere those of schemes other than `file`. */
export function clientFiles(connection: Connection): FileSystem {
  const ask = async <Answer>(request: string, uri: string): Promise<Answer | undefined> => {
    try {
      return (await connection.sendRequest<Answer | null>(request, { uri })) ?? undefined;
    } catch {
      // A file that cannot be read is, to everybody here, a file that is not there.
      return undefined;
    }
  };
  return {
    stat: (uri) => ask<FileStat>(FilesRequest.stat, uri),
    readDirectory: async (uri) =>
      (await ask<readonly DirectoryEntry[]>(FilesRequest.readDirectory, uri)) ?? [],
    readText: (uri) => ask<string>(FilesRequest.readText, uri),
    readEncoding: (uri) => ask<TextEncoding>(FilesRequest.readEncoding, uri),
  };
}

/** Asks `own` for `file:` URIs and `client` for all others. */
export function filesByScheme(own: FileSystem, client: FileSystem): FileSystem {
  const of = (uri: string): FileSystem => (uri.startsWith('file:') ? own : client);
  return {
    stat: (uri) => of(uri).stat(uri),
    readDirectory: (uri) => of(uri).readDirectory(uri),
    readText: (uri) => of(uri).readText(uri),
    readEncoding: async (uri) => of(uri).readEncoding?.(uri),
  };
}
