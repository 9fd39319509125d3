/** Preview Adapted Profile: the agent beside what is left of it for this project. */
import * as vscode from 'vscode';
import { findAgent } from '../findAgent.ts';
import { showProfile } from '../preview/showProfile.ts';
import type { Session } from '../session.ts';

/** @param target of a lens or menu: an agent or a project document */
export async function previewProfile(session: Session, target: unknown): Promise<void> {
  const found = await findAgent(session, target, vscode.l10n.t('Preview Adapted Profile'));
  if (found === undefined) return;
  const { fromDocument, ...profile } = found;
  await showProfile({ ...profile, ...(fromDocument === undefined ? {} : { keepActive: fromDocument }) });
}
