/** Which files are ours, by path: the editor's language ids differ between versions and depths of folder. */
import type * as vscode from 'vscode';

/** Globs of the documents that the server is told of: agents, plugins' agents, project documents and rules. */
export const documentPatterns = [
  '**/.claude/agents/**/*.md',
  // Of plugins; whether a `.claude-plugin/plugin.json` lies above is for the server to see.
  '**/agents/**/*.md',
  '**/{CLAUDE,CLAUDE.local,AGENTS}.md',
  '**/.claude/rules/**/*.md',
  // They may name the agent that runs them.
  '**/SKILL.md',
  '**/.claude/commands/**/*.md',
] as const;

/** Schemes under which editors open files; not `git` and the like, whose old texts are nobody's project. */
export const fileSchemes = ['file', 'vscode-remote', 'vscode-vfs', 'vscode-test-web'] as const;

/** Whether the server wants to know of this document. */
export function isOurs(uri: vscode.Uri, schemes: ReadonlySet<string>): boolean {
  return schemes.has(uri.scheme) && (isInAgentsFolder(uri) || isProjectDocument(uri) || isRule(uri));
}

/** Whether the file is an agent by its place alone: below `.claude/agents`. */
export function isAgent(uri: vscode.Uri): boolean {
  return /\/\.claude\/agents\/.*\.md$/.test(uri.path);
}

/** Whether the file is one that Claude Code loads as a project document by its name. */
export function isProjectDocument(uri: vscode.Uri): boolean {
  return /\/(?:CLAUDE|CLAUDE\.local|AGENTS)\.md$/.test(uri.path);
}

/** Whether `uri` is `folder` or lies below it. */
export function contains(folder: vscode.Uri, uri: vscode.Uri): boolean {
  if (folder.scheme !== uri.scheme || folder.authority !== uri.authority) return false;
  const path = folder.path.replace(/\/$/, '');
  return uri.path === path || uri.path.startsWith(`${path}/`);
}

function isInAgentsFolder(uri: vscode.Uri): boolean {
  return /\/agents\/.*\.md$/.test(uri.path);
}

function isRule(uri: vscode.Uri): boolean {
  return /\/\.claude\/rules\/.*\.md$/.test(uri.path);
}
