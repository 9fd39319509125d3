/** The document that a command is about. */
import * as vscode from 'vscode';

/** What a menu or lens handed over, a URI or its text; otherwise the active editor's document. */
export function subjectOf(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  if (typeof argument === 'string' && argument !== '') return vscode.Uri.parse(argument, true);
  const { activeTextEditor, tabGroups } = vscode.window;
  if (activeTextEditor !== undefined) return activeTextEditor.document.uri;
  const input = tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText ? input.uri : undefined;
}

/** Whether two URIs name the same document; the server's may be encoded otherwise than the editor's. */
export function same(a: vscode.Uri, b: vscode.Uri | string): boolean {
  return a.toString() === (typeof b === 'string' ? vscode.Uri.parse(b) : b).toString();
}
