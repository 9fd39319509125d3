/** Shows an adapted profile as VS Code renders Markdown. */
import * as vscode from 'vscode';
import { profileUri } from '../../../server/src/server/protocol.ts';
import { same } from '../subject.ts';

/**
 * Opens it beside the active editor, which keeps the focus; one that is open already is shown again.
 * @param projectUri the project to adapt to, where it is not the agent's own
 */
export async function showRendered(agentUri: vscode.Uri, projectUri?: string): Promise<void> {
  const uri = vscode.Uri.parse(profileUri(agentUri.toString(), projectUri));
  const shown = vscode.window.tabGroups.all.find((group) =>
    group.tabs.some(
      ({ input }) =>
        input instanceof vscode.TabInputCustom && input.viewType === renderedMarkdown && same(input.uri, uri),
    ),
  );
  const options: vscode.TextDocumentShowOptions = {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.Beside,
    preserveFocus: true,
    preview: false,
  };
  // As an editor, not by `markdown.showPreview`: that lets go of the document, which then no longer follows.
  await vscode.commands.executeCommand('vscode.openWith', uri, renderedMarkdown, options);
}

/** VS Code's own rendered Markdown, as an editor. */
export const renderedMarkdown = 'vscode.markdown.preview.editor';
