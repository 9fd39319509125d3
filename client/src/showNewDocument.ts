/** Shows a project document that was just made, with the first value to fill in selected and what can stand there listed. */
import * as vscode from 'vscode';

export async function showNewDocument(uri: vscode.Uri): Promise<void> {
  const editor = await vscode.window.showTextDocument(uri, { preview: false });
  const { document } = editor;
  const waiting = /(?<=:\**[ \t]+)\[[^\]\r\n]{3,}\]/.exec(document.getText());
  if (waiting === null) return;
  const start = document.positionAt(waiting.index);
  const range = new vscode.Range(start, document.positionAt(waiting.index + waiting[0].length));
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range);
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
}
