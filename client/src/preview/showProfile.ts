/** Shows an agent and its adapted profile side by side. */
import * as vscode from 'vscode';
import { profileUri } from '../../../server/src/server/protocol.ts';
import { same } from '../subject.ts';

export interface ProfileToShow {
  readonly agentUri: vscode.Uri;
  readonly name: string;
  /** The project to adapt to, where it is not the agent's own. */
  readonly projectUri?: string;
  /** The document to go on typing in, where it is not the agent. */
  readonly keepActive?: vscode.Uri;
}

/**
 * Opens the diff beside the agent's own editor, which is opened in the first group where there is none; the focus
 * stays out of the diff. A diff of the same profile that is open already is shown again.
 */
export async function showProfile({ agentUri, name, projectUri, keepActive }: ProfileToShow): Promise<void> {
  const profile = vscode.Uri.parse(profileUri(agentUri.toString(), projectUri));
  await activate(agentUri, columnOf(agentUri) ?? vscode.ViewColumn.One);
  const column = keepActive === undefined ? undefined : columnOf(keepActive);
  if (keepActive !== undefined && column !== undefined) await activate(keepActive, column);
  const options: vscode.TextDocumentShowOptions = {
    viewColumn: columnOfDiff(profile) ?? vscode.ViewColumn.Beside,
    preserveFocus: true,
    preview: false,
  };
  const title = vscode.l10n.t('{0} ↔ adapted', name);
  await vscode.commands.executeCommand('vscode.diff', agentUri, profile, title, options);
}

/** Not as a preview tab: that would take the place of another document's. */
async function activate(uri: vscode.Uri, viewColumn: vscode.ViewColumn): Promise<void> {
  await vscode.window.showTextDocument(uri, { viewColumn, preview: false });
}

/** The group that has a plain editor of the document, the first of several. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  return columnWith((input) => input instanceof vscode.TabInputText && same(input.uri, uri));
}

function columnOfDiff(profile: vscode.Uri): vscode.ViewColumn | undefined {
  return columnWith((input) => input instanceof vscode.TabInputTextDiff && same(input.modified, profile));
}

function columnWith(wanted: (input: unknown) => boolean): vscode.ViewColumn | undefined {
  return vscode.window.tabGroups.all.find((group) => group.tabs.some((tab) => wanted(tab.input)))?.viewColumn;
}
