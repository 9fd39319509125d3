/** Create CLAUDE.md: with the sections that the project's agents read. */
import * as vscode from 'vscode';
import { ClientCommand } from '../../../server/src/server/protocol.ts';
import { findProject } from '../findProject.ts';
import { offer } from '../offer.ts';
import type { Session } from '../session.ts';
import { createProjectDocumentOf } from './addMissingSections.ts';

/** @param target of a lens or menu: an agent */
export async function createProjectDocument(session: Session, target: unknown): Promise<void> {
  const project = await findProject(session, target, vscode.l10n.t('Create CLAUDE.md'));
  if (project === undefined) return;
  const missing = await session.server.missingSections(project);
  if (missing === undefined || (missing.create !== undefined && missing.labels.length === 0)) {
    const message = vscode.l10n.t('No agent of this project reads a section of CLAUDE.md.');
    void vscode.window.showInformationMessage(message);
    return;
  }
  if (missing.create !== undefined) {
    await createProjectDocumentOf(missing, missing.create);
    return;
  }
  await showExisting(vscode.Uri.parse(missing.documentUri), missing.labels);
}

/** The project has its document: never overwritten, but what it lacks can be added. */
async function showExisting(uri: vscode.Uri, missing: readonly string[]): Promise<void> {
  const place = vscode.workspace.asRelativePath(uri);
  await vscode.window.showTextDocument(uri, { preview: false });
  const message = vscode.l10n.t('{0} is there already; it was left as it is.', place);
  if (missing.length === 0) {
    void vscode.window.showInformationMessage(message);
    return;
  }
  offer(vscode.window.showInformationMessage, message, vscode.l10n.t('Add Missing Sections'), () =>
    vscode.commands.executeCommand(ClientCommand.addMissingSections, uri),
  );
}
