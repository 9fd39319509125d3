/** Changes a document in the editor, not yet on disk: Undo brings the old text back. */
import * as vscode from 'vscode';

export interface TextChange {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly newText: string;
}

/** Shows the document with another text. Where that fails the user is told. */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<boolean> {
  const end = document.lineAt(document.lineCount - 1).range.end;
  return changeText(document, [{ range: { start: { line: 0, character: 0 }, end }, newText: text }]);
}

/** Shows the document with some changes made. Where that fails the user is told. */
export async function changeText(
  document: vscode.TextDocument,
  changes: readonly TextChange[],
): Promise<boolean> {
  await vscode.window.showTextDocument(document, { preview: false });
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of changes) {
    const { start, end } = range;
    edit.replace(
      document.uri,
      new vscode.Range(start.line, start.character, end.line, end.character),
      newText,
    );
  }
  if (await vscode.workspace.applyEdit(edit)) return true;
  const place = vscode.workspace.asRelativePath(document.uri);
  void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be changed.', place));
  return false;
}
