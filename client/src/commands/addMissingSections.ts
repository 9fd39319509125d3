/** Add Missing CLAUDE.md Sections: what the project's agents read and its document lacks. */
import * as vscode from 'vscode';
import { findProject } from '../findProject.ts';
import { createProjectDocumentOf, insertSections } from '../insertSections.ts';
import type { Session } from '../session.ts';

/** @param target of a lens or menu: a project document or an agent */
export async function addMissingSections(session: Session, target: unknown): Promise<void> {
  const project = await findProject(session, target, vscode.l10n.t('Add Missing CLAUDE.md Sections'));
  if (project === undefined) return;
  const ask = (): ReturnType<Session['server']['missingSections']> => session.server.missingSections(project);
  const missing = await ask();
  if (missing === undefined || missing.labels.length === 0) {
    const message = vscode.l10n.t('Nothing is missing: CLAUDE.md has every section that the agents read.');
    void vscode.window.showInformationMessage(message);
  } else if (missing.create !== undefined) {
    await createProjectDocumentOf(missing, missing.create);
  } else {
    await insertSections(missing, ask);
  }
}
