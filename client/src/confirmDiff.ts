/** A diff and a question about it, which leaves the diff to be read. */
import * as vscode from 'vscode';

export interface DiffQuestion {
  readonly before: vscode.Uri;
  readonly after: vscode.Uri;
  /** Of the diff's tab. */
  readonly tab: string;
  readonly title: string;
  readonly placeHolder: string;
  /** The label of what is done on yes, and what that means. */
  readonly yes: string;
  readonly detail: string;
}

/** Shows the diff and asks; whatever the answer, the diff is closed again. */
export async function confirmDiff(question: DiffQuestion): Promise<boolean> {
  const { before, after, tab, title, placeHolder, yes, detail } = question;
  await vscode.commands.executeCommand('vscode.diff', before, after, tab, { preview: false });
  const picked = await vscode.window.showQuickPick(
    [
      { label: yes, detail, agrees: true },
      { label: vscode.l10n.t('Cancel'), agrees: false },
    ],
    // The diff is to be scrolled and read meanwhile.
    { title, placeHolder, ignoreFocusOut: true },
  );
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const shown = tabs.filter(
    ({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === after.toString(),
  );
  if (shown.length > 0) await vscode.window.tabGroups.close(shown, true);
  return picked?.agrees === true;
}
