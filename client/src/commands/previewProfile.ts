/** Preview Adapted Profile: the agent beside what is left of it for this project. */
import * as vscode from 'vscode';
import { findAgent } from '../findAgent.ts';
import { showProfile } from '../preview/showProfile.ts';
import type { Session } from '../session.ts';
import { numberIn } from '../subject.ts';

/** @param target of a lens, a menu or the tree: an agent, with the lines to show, or a project document */
export async function previewProfile(session: Session, target: unknown): Promise<void> {
  const found = await findAgent(session, target, vscode.l10n.t('Preview Adapted Profile'));
  if (found === undefined) return;
  const { fromDocument, ...profile } = found;
  const line = numberIn(target, 'line');
  const profileLine = numberIn(target, 'profileLine');
  await showProfile({
    ...profile,
    ...(fromDocument === undefined ? {} : { keepActive: fromDocument }),
    ...(line === undefined ? {} : { line }),
    ...(profileLine === undefined ? {} : { profileLine }),
  });
}
