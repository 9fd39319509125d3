/** Add Missing CLAUDE.md Sections: what the project's agents read and its document lacks. */
import * as vscode from 'vscode';
import type { MissingSectionsResult } from '../../../server/src/server/protocol.ts';
import { createFile } from '../createFile.ts';
import { findProject } from '../findProject.ts';
import type { Session } from '../session.ts';

/** @param target of a lens or menu: a project document or an agent */
export async function addMissingSections(session: Session, target: unknown): Promise<void> {
  const project = await findProject(session, target, vscode.l10n.t('Add Missing CLAUDE.md Sections'));
  if (project === undefined) return;
  const missing = await session.server.missingSections(project);
  if (missing === undefined || missing.labels.length === 0) {
    const message = vscode.l10n.t('Nothing is missing: CLAUDE.md has every section that the agents read.');
    void vscode.window.showInformationMessage(message);
  } else if (missing.create !== undefined) {
    await createProjectDocumentOf(missing, missing.create);
  } else {
    await insert(session, project, missing);
  }
}

/** Makes the document that the project lacks, and opens it. */
export async function createProjectDocumentOf(missing: MissingSectionsResult, text: string): Promise<void> {
  const uri = vscode.Uri.parse(missing.documentUri);
  if (await createFile(uri, text)) await vscode.window.showTextDocument(uri, { preview: false });
}

/** Shows the document, then inserts: VS Code puts the cursor on a snippet's first value only in the active editor. */
async function insert(session: Session, project: vscode.Uri, first: MissingSectionsResult): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(first.documentUri));
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, {
    preview: false,
    ...(shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn }),
  });
  // Asked anew, so that the positions are surely those of the text that the editor shows.
  const { version } = document;
  const missing = await session.server.missingSections(project);
  if (missing === undefined || missing.create !== undefined || missing.edits.length === 0) return;
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
  const done = document.version === version && (await vscode.workspace.applyEdit(edit));
  if (done) return;
  const place = vscode.workspace.asRelativePath(document.uri);
  void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be changed.', place));
}
