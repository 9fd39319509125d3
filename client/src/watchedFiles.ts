/** The files whose changes outside the editor the server hears of. */
import * as vscode from 'vscode';
import type { DidChangeWatchedFileSignature, FileEvent } from 'vscode-languageclient';
import { manifestGlob } from '../../server/src/server/protocol.ts';
import type { Platform } from './platform.ts';

/** LSP's `FileChangeType.Changed`; its module must not be loaded for one number. */
const changed = 2;

export interface WatchedFiles {
  readonly watchers: readonly vscode.FileSystemWatcher[];
  /** Hands the server what concerns it of the watchers' events. */
  readonly forward: (event: FileEvent, next: DidChangeWatchedFileSignature) => Promise<void>;
}

export function watchFiles({ userClaudeFolder }: Platform): WatchedFiles {
  const watch = (pattern: vscode.GlobPattern): vscode.FileSystemWatcher =>
    vscode.workspace.createFileSystemWatcher(pattern);
  return {
    watchers: [
      // Agents, project documents, rules, skills, and what a project document imports.
      watch('**/*.{md,txt}'),
      watch('**/{.claude-plugin/plugin.json,.mcp.json,agent-tailor.json}'),
      watch(manifestGlob),
      // A folder that comes or goes may be one event, without one for each file in it.
      vscode.workspace.createFileSystemWatcher('**/*', false, true, false),
      // Only these: the folder above them is where Claude Code keeps writing its transcripts.
      ...(userClaudeFolder === undefined
        ? []
        : ['agents', 'skills', 'commands'].map((name) =>
            watch(new vscode.RelativePattern(vscode.Uri.joinPath(userClaudeFolder, name), '**/*.md')),
          )),
    ],
    forward: (event, next) => (concernsServer(event) ? next(event) : Promise.resolve()),
  };
}

/** What we read of files: Markdown and what it imports, configuration, manifests. */
const ourEnding = /\.(?:md|txt|json|ya?ml|toml|tf|csproj|fsproj|xml|mod|gradle|kts|prisma)$/i;

/** Of what comes or goes, anything may be a folder, but hardly what has a file's ending other than ours. */
function concernsServer({ type, uri }: FileEvent): boolean {
  if (/\/(?:node_modules|\.git)(?:\/|$)/.test(uri)) return uri.includes('/.claude/agents/');
  if (type === changed) return true;
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  return !/[^.]\.[a-z0-9]{1,5}$/i.test(name) || ourEnding.test(name);
}
