/** Reads files for a server that cannot: in the browser all, on the desktop those of virtual file systems. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FilesRequest, type FileParams, type FindParams } from '../../server/src/server/protocol.ts';

/** The answers, as the server's file interface has them. */
type Kind = 'file' | 'directory' | 'other';

interface Stat {
  readonly type: Kind;
  readonly size: number;
}

interface Entry {
  readonly name: string;
  readonly type: Kind;
  readonly link?: true;
}

/** Answers `agentTailor/files/*`: `null` or an empty list for what is absent or cannot be read, never an error. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(FilesRequest.stat, ({ uri }: FileParams) => stat(vscode.Uri.parse(uri)));
  client.onRequest(FilesRequest.readDirectory, ({ uri }: FileParams) => readDirectory(vscode.Uri.parse(uri)));
  client.onRequest(FilesRequest.readText, ({ uri }: FileParams) => readText(vscode.Uri.parse(uri)));
  client.onRequest(FilesRequest.find, async ({ uri, globs }: FindParams) =>
    (await find(vscode.Uri.parse(uri), globs)).map((found) => client.code2ProtocolConverter.asUri(found)),
  );
}

async function stat(uri: vscode.Uri): Promise<Stat | null> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    return { type: kindOf(type), size };
  } catch {
    return null;
  }
}

async function readDirectory(uri: vscode.Uri): Promise<readonly Entry[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(uri);
    return entries.map(([name, type]) => ({
      name,
      type: kindOf(type),
      ...(type & vscode.FileType.SymbolicLink ? { link: true as const } : {}),
    }));
  } catch {
    return [];
  }
}

/** Decoded as UTF-8; a byte order mark stays as U+FEFF. */
async function readText(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

/**
 * All files below `folder` that match a glob, but for those in `node_modules` and `.git`. `files.exclude` and ignore
 * files are for the Explorer and for git; Claude Code heeds neither, so `exclude` is null, and what we do not want is
 * taken out afterwards (a glob there would bring `files.exclude` back).
 */
async function find(folder: vscode.Uri, globs: readonly string[]): Promise<readonly vscode.Uri[]> {
  const [first, ...others] = globs;
  if (first === undefined) return [];
  const glob = others.length === 0 ? first : `{${globs.join(',')}}`;
  try {
    const found = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), null);
    const from = folder.path.length;
    return found.filter(({ path }) => !/\/(?:node_modules|\.git)\//.test(path.slice(from)));
  } catch {
    return [];
  }
}

/** Of a symbolic link, VS Code names the target's type too. */
function kindOf(type: vscode.FileType): Kind {
  if (type & vscode.FileType.Directory) return 'directory';
  return type & vscode.FileType.File ? 'file' : 'other';
}
