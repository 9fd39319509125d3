/** Preview Rendered Profile: what is left of an agent for this project, as Markdown is shown, beside it; it follows. */
import * as vscode from 'vscode';
import { findAgent } from '../findAgent.ts';
import { showRendered } from '../preview/showRendered.ts';
import type { Session } from '../session.ts';

/** @param target of a menu or the tree: an agent, its profile or a project document */
export async function previewRendered(session: Session, target: unknown): Promise<void> {
  const found = await findAgent(session, target, vscode.l10n.t('Preview Rendered Profile'));
  if (found !== undefined) await showRendered(found.agentUri, found.projectUri);
}
