/**
 * Opens the list of values for a word that nothing else opens it for. In Markdown VS Code asks for completions where a
 * space or a comma is typed, and no more: a word that is written over a placeholder, or after a space that was there
 * already, would get none.
 */
import * as vscode from 'vscode';
import { isProjectDocument } from './documents.ts';
import type { Server } from './startClient.ts';

export function suggestValues(server: Server, log: vscode.LogOutputChannel): vscode.Disposable {
  /** Where the last typed space or comma ended: there the list is open, or has been closed by hand. */
  let asked: { readonly uri: string; readonly offset: number } | undefined;
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const [change, ...others] = contentChanges;
    if (change === undefined || others.length > 0 || reason !== undefined) return;
    if (!isProjectDocument(document.uri) || vscode.window.activeTextEditor?.document !== document) return;
    const { text, rangeOffset, rangeLength, range } = change;
    const uri = document.uri.toString();
    const isAsked = asked?.uri === uri && asked.offset === rangeOffset && rangeLength === 0;
    asked = text === ' ' || text === ',' ? { uri, offset: rangeOffset + 1 } : undefined;
    if (isAsked || !/^[\p{L}\p{N}.]$/u.test(text)) return;
    const { line, character } = range.start;
    if (!opensValue.test(document.lineAt(line).text.slice(0, character))) return;
    suggest(server, document, new vscode.Position(line, character + 1)).catch((error: unknown) =>
      log.debug(`values: ${String(error)}`),
    );
  });
}

/** A label with its colon, and nothing behind it or whole items; what else is asked for there is for the server to say. */
const opensValue = /^[^:]{1,200}:(?:\*\*|__)?[ \t]*(?:.*,[ \t]*)?$/;

/** Where nothing is offered the list must stay closed: VS Code would offer the words of the document instead. */
async function suggest(server: Server, document: vscode.TextDocument, at: vscode.Position): Promise<void> {
  if (!(await server.completes(document.uri, at))) return;
  if (vscode.window.activeTextEditor?.document !== document) return;
  await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
}
