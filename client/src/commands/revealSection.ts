/** Reveal in CLAUDE.md: where the project document answers what an agent reads. */
import * as vscode from 'vscode';
import { showLocation } from '../ranges.ts';
import type { Session } from '../session.ts';
import { requirementIn } from '../subject.ts';

/** @param target of the tree's menu: what an agent reads */
export async function revealSection(_session: Session, target: unknown): Promise<void> {
  const requirement = requirementIn(target);
  if (requirement?.answeredAt !== undefined) {
    await showLocation(requirement.answeredAt);
  } else if (requirement !== undefined) {
    const message = vscode.l10n.t('The project document has no section “{0}”.', requirement.label);
    void vscode.window.showInformationMessage(message);
  }
}
