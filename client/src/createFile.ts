/** Makes a file that is on disk at once and that Undo takes away again. */
import * as vscode from 'vscode';

/**
 * Creates `uri` with the folders above it. Never touches a file that is there already.
 * @returns whether it was created; where it was not, the user has been told why
 */
export async function createFile(uri: vscode.Uri, text: string): Promise<boolean> {
  const place = vscode.workspace.asRelativePath(uri);
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) {
    const message = vscode.l10n.t('{0} cannot be created: this file system is read-only.', place);
    void vscode.window.showErrorMessage(message);
    return false;
  }
  // An edit with its contents, not one followed by an insertion: that would leave an empty file and a dirty editor.
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(text), overwrite: false, ignoreIfExists: false });
  if (await vscode.workspace.applyEdit(edit)) return true;
  const message = (await exists(uri))
    ? vscode.l10n.t('{0} is there already; it was left as it is.', place)
    : vscode.l10n.t('{0} could not be created. Is its folder writable?', place);
  void vscode.window.showErrorMessage(message);
  return false;
}

/** Whether there is anything at `uri`. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
