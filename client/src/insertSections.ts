/** Puts what the server proposes for a project document into it, or makes the document. */
import * as vscode from 'vscode';
import type { MissingSectionsResult } from '../../server/src/server/protocol.ts';
import { createFile } from './createFile.ts';
import { showNewDocument } from './showNewDocument.ts';

/** Makes the document that the project lacks, and opens it. */
export async function createProjectDocumentOf(missing: MissingSectionsResult, text: string): Promise<void> {
  const uri = vscode.Uri.parse(missing.documentUri);
  if (await createFile(uri, text)) await showNewDocument(uri);
}

/**
 * Shows the document, then inserts: VS Code puts the cursor on a snippet's first value only in the active editor.
 * @param ask for the same once more, so that the positions are surely those of the text that the editor shows
 * @returns what was inserted; `undefined` where nothing was, which the user is told where it failed
 */
export async function insertSections(
  first: MissingSectionsResult,
  ask: () => Promise<MissingSectionsResult | undefined>,
): Promise<MissingSectionsResult | undefined> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(first.documentUri));
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, {
    preview: false,
    ...(shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn }),
  });
  const { version } = document;
  const missing = await ask();
  if (missing === undefined || missing.create !== undefined || missing.edits.length === 0) return undefined;
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    missing.edits.map(
      ({ range: { start, end }, snippet }) =>
        new vscode.SnippetTextEdit(
          new vscode.Range(start.line, start.character, end.line, end.character),
          new vscode.SnippetString(snippet),
        ),
    ),
  );
  if (document.version === version && (await vscode.workspace.applyEdit(edit))) return missing;
  const place = vscode.workspace.asRelativePath(document.uri);
  void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be changed.', place));
  return undefined;
}
