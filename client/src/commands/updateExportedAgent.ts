/** Update Exported Agent: brings what its source and CLAUDE.md have become since into it; the author's edits stay. */
import * as vscode from 'vscode';
import { viewUri, type UpdateExportResult } from '../../../server/src/server/protocol.ts';
import { confirmDiff } from '../confirmDiff.ts';
import { changeText } from '../replaceText.ts';
import type { Session } from '../session.ts';
import { subjectOf } from '../subject.ts';

/** @param target of a menu: the exported agent */
export async function updateExportedAgent(session: Session, target: unknown): Promise<void> {
  const uri = subjectOf(target);
  const update = uri === undefined ? undefined : await session.server.updateExport(uri);
  if (uri === undefined || update === undefined) {
    const message = vscode.l10n.t(
      'This is no agent that Agent Tailor exported, or what it was exported from is not in this workspace.',
    );
    void vscode.window.showInformationMessage(message);
    return;
  }
  const file = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  if (!update.isChange) {
    void vscode.window.showInformationMessage(vscode.l10n.t('{0} is up to date.', file));
    return;
  }
  const agrees = await confirmDiff({
    before: uri,
    after: vscode.Uri.parse(
      viewUri({ kind: 'update', uri: uri.toString() }, vscode.l10n.t('{0} (updated)', file)),
    ),
    tab: vscode.l10n.t('{0} ↔ updated', file),
    title: vscode.l10n.t('Update {0}', file),
    placeHolder: summary(update),
    yes: vscode.l10n.t('Update'),
    detail: vscode.l10n.t('In the editor, not yet on disk: Undo brings the old text back.'),
  });
  if (!agrees) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const { version } = document;
  // Asked anew: the text may have changed while the question stood.
  const newest = await session.server.updateExport(uri);
  if (newest === undefined || document.version !== version) return;
  if ((await changeText(document, newest.edits)) && newest.conflicts > 0) showConflict(document);
}

function summary({ conflicts, sourceName }: UpdateExportResult): string {
  if (conflicts > 0) {
    return vscode.l10n.t('Both changed the same lines in {0} places: they are marked in the text', conflicts);
  }
  return sourceName === undefined
    ? vscode.l10n.t('Adapted to CLAUDE.md as it is now')
    : vscode.l10n.t('From {0} and CLAUDE.md as they are now; your own edits stay', sourceName);
}

function showConflict(document: vscode.TextDocument): void {
  const at = document.getText().search(/^<{7} /m);
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  if (at < 0 || editor === undefined) return;
  const position = document.positionAt(at);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.InCenter);
}
