/** Reads files for a server that cannot: in the browser all, on the desktop those of virtual file systems. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FilesRequest, type FileParams } from '../../server/src/server/protocol.ts';

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
  client.onRequest(FilesRequest.readEncoding, ({ uri }: FileParams) => readEncoding(vscode.Uri.parse(uri)));
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

/** What the bytes are, whatever encoding the editor opens the file in. */
async function readEncoding(uri: vscode.Uri): Promise<string | null> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    const [a, b, c, d] = bytes;
    const hasMark = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
    const isPadded = (a === 0 && c === 0 && b !== 0 && d !== 0) || (b === 0 && d === 0 && a !== 0 && c !== 0);
    if (hasMark || isPadded) return 'utf-16';
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return 'utf-8';
    } catch {
      return 'other';
    }
  } catch {
    return null;
  }
}

/** Of a symbolic link, VS Code names the target's type too. */
function kindOf(type: vscode.FileType): Kind {
  if (type & vscode.FileType.Directory) return 'directory';
  return type & vscode.FileType.File ? 'file' : 'other';
}
