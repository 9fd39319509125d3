/** Answer in CLAUDE.md: adds one section that agents read, or leads to where it waits for its answer. */
import * as vscode from 'vscode';
import type { MissingSectionsResult } from '../../../server/src/server/protocol.ts';
import { createProjectDocumentOf, insertSections } from '../insertSections.ts';
import { showLocation } from '../ranges.ts';
import type { Session } from '../session.ts';
import { projectIn, requirementIn, subjectOf, textIn } from '../subject.ts';
import { showOpenRequirements } from './showOpenRequirements.ts';

/** @param target of a lens, the tree or the list of what is open: a section's label with who reads it */
export async function answerSection(session: Session, target: unknown): Promise<void> {
  const label = requirementIn(target)?.label ?? textIn(target, 'label');
  const seenFrom = projectIn(target);
  const subject = seenFrom === undefined ? subjectOf(target) : vscode.Uri.parse(seenFrom);
  if (label === undefined || subject === undefined) {
    // A shortcut names no section: the list of the open ones does.
    await showOpenRequirements(session, target);
    return;
  }
  const ask = (): Promise<MissingSectionsResult | undefined> =>
    session.server.missingSections(subject, label);
  const answer = await ask();
  if (answer === undefined) {
    const message = vscode.l10n.t('This belongs to no project whose CLAUDE.md could be changed.');
    void vscode.window.showInformationMessage(message);
    return;
  }
  if (answer.create !== undefined) {
    await createProjectDocumentOf(answer, answer.create);
    return;
  }
  const inserted = answer.edits.length > 0 ? await insertSections(answer, ask) : undefined;
  if (inserted === undefined && answer.edits.length > 0) return;
  if (inserted === undefined && answer.select !== undefined) await showLocation(answer.select);
  // The placeholder is selected: what can stand in its place is listed.
  if (answer.waits === true) await vscode.commands.executeCommand('editor.action.triggerSuggest');
}
