/** The document that a command is about. */
import * as vscode from 'vscode';
import type { PreviewTarget, RequirementInfo, SectionTarget } from '../../server/src/server/protocol.ts';

/** What a menu, a lens or the tree handed over, a URI, its text or a thing with one; otherwise the active document. */
export function subjectOf(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  if (typeof argument === 'string' && argument !== '') return vscode.Uri.parse(argument, true);
  const uri = textIn(argument, 'uri');
  if (uri !== undefined) return vscode.Uri.parse(uri, true);
  const { activeTextEditor, tabGroups } = vscode.window;
  if (activeTextEditor !== undefined) return activeTextEditor.document.uri;
  const input = tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText ? input.uri : undefined;
}

/** The project from which what was handed over is seen, where it says one. */
export function projectIn(argument: unknown): string | undefined {
  return textIn(argument, 'projectUri');
}

/** Another text of what was handed over. */
export function textIn(argument: unknown, key: keyof (PreviewTarget & SectionTarget)): string | undefined {
  if (typeof argument !== 'object' || argument === null || argument instanceof vscode.Uri) return undefined;
  const value: unknown = (argument as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A number of what was handed over. */
export function numberIn(argument: unknown, key: keyof PreviewTarget): number | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const value: unknown = (argument as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'number' ? value : undefined;
}

/** What an agent reads, where an item of the tree that stands for it was handed over. */
export function requirementIn(argument: unknown): RequirementInfo | undefined {
  if (typeof argument !== 'object' || argument === null || !('requirement' in argument)) return undefined;
  return argument.requirement as RequirementInfo;
}

/** Whether two URIs name the same document; the server's may be encoded otherwise than the editor's. */
export function same(a: vscode.Uri, b: vscode.Uri | string): boolean {
  return a.toString() === (typeof b === 'string' ? vscode.Uri.parse(b) : b).toString();
}
