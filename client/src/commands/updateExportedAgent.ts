/** Update Exported Agent: brings what its source and CLAUDE.md have become since into it; the author's edits stay. */
import * as vscode from 'vscode';
import {
  type UpdatedExport,
  type UpdateExportObstacle,
  viewUri,
} from '../../../server/src/server/protocol.ts';
import { confirmDiff } from '../confirmDiff.ts';
import { changeText } from '../replaceText.ts';
import type { Session } from '../session.ts';
import { subjectOf } from '../subject.ts';

/** @param target of a menu: the exported agent */
export async function updateExportedAgent(session: Session, target: unknown): Promise<void> {
  const uri = subjectOf(target);
  if (uri === undefined) return say(obstacleText({ obstacle: 'not-exported' }));
  const update = await session.server.updateExport(uri);
  if ('obstacle' in update) return say(obstacleText(update));
  const file = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  if (!update.isChange) {
    return say(vscode.l10n.t('{0} is up to date.', file));
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
  if ('obstacle' in newest || document.version !== version) return;
  if ((await changeText(document, newest.edits)) && newest.conflicts > 0) showConflict(document);
}

function say(message: string): void {
  void vscode.window.showInformationMessage(message);
}

function obstacleText({ obstacle, sourceName = '', candidates = 0 }: UpdateExportObstacle): string {
  if (obstacle === 'not-exported') return vscode.l10n.t('This is no agent that Agent Tailor exported.');
  if (obstacle === 'no-project') {
    return vscode.l10n.t('The project that this agent was adapted to is not in this workspace.');
  }
  return candidates === 0
    ? vscode.l10n.t(
        '{0}, from which this agent was exported, is not to be found. Put it back, or correct “from=” in the comment at the top of the file.',
        sourceName,
      )
    : vscode.l10n.t(
        '{0}, from which this agent was exported, is not where it was, and {1} agents of the project may be meant. Correct “from=” in the comment at the top of the file.',
        sourceName,
        candidates,
      );
}

function summary({ conflicts, sourceName }: UpdatedExport): string {
  if (conflicts > 0) {
    return conflicts === 1
      ? vscode.l10n.t('Both changed the same lines in one place, which is marked in the text')
      : vscode.l10n.t('Both changed the same lines in {0} places: they are marked in the text', conflicts);
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
