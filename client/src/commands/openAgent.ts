/** Open: an agent of the tree, to stay open. */
import * as vscode from 'vscode';
import type { Session } from '../session.ts';
import { subjectOf } from '../subject.ts';

/** @param target of the tree's menu: an agent */
export async function openAgent(_session: Session, target: unknown): Promise<void> {
  const uri = subjectOf(target);
  if (uri !== undefined) await vscode.window.showTextDocument(uri, { preview: false });
}
