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
  /** The line of the agent to show, and the line of the profile that it has become; from 0. */
  readonly line?: number;
  readonly profileLine?: number;
}

/**
 * Opens the diff beside the agent's own editor, which is opened in the first group where there is none; the focus
 * stays out of the diff. A diff of the same profile that is open already is shown again.
 */
export async function showProfile(what: ProfileToShow): Promise<void> {
  const { agentUri, name, projectUri, keepActive, line, profileLine } = what;
  const profile = vscode.Uri.parse(profileUri(agentUri.toString(), projectUri));
  await activate(agentUri, columnOf(agentUri) ?? vscode.ViewColumn.One, line);
  const column = keepActive === undefined ? undefined : columnOf(keepActive);
  if (keepActive !== undefined && column !== undefined) await activate(keepActive, column);
  const options: vscode.TextDocumentShowOptions = {
    viewColumn: columnOfDiff(profile) ?? vscode.ViewColumn.Beside,
    preserveFocus: true,
    preview: false,
    ...(profileLine === undefined ? {} : { selection: startOf(profileLine) }),
  };
  const title = vscode.l10n.t('{0} ↔ adapted', name);
  const isNew = columnOfDiff(profile) === undefined;
  const open = (): Thenable<unknown> =>
    vscode.commands.executeCommand('vscode.diff', agentUri, profile, title, options);
  await open();
  if (isNew) await wrapLeftSide(profile, open);
}

/**
 * VS Code makes the first diff of a narrow group inline until it has read the settings of its language, and the left side
 * keeps from that not to wrap its lines. It forgets it when something else is shown in the group for a moment.
 */
async function wrapLeftSide(profile: vscode.Uri, reopen: () => Thenable<unknown>): Promise<void> {
  const viewColumn = columnOfDiff(profile);
  const group = vscode.window.tabGroups.all.find((one) => one.viewColumn === viewColumn);
  if (viewColumn === undefined || group === undefined || plainTab(group, profile) !== undefined) return;
  await vscode.window.showTextDocument(profile, { viewColumn, preview: false, preserveFocus: true });
  await reopen();
  const spare = plainTab(group, profile);
  if (spare !== undefined) await vscode.window.tabGroups.close(spare, true);
}

function plainTab(group: vscode.TabGroup, uri: vscode.Uri): vscode.Tab | undefined {
  return group.tabs.find(({ input }) => input instanceof vscode.TabInputText && same(input.uri, uri));
}

/** Not as a preview tab: that would take the place of another document's. */
async function activate(uri: vscode.Uri, viewColumn: vscode.ViewColumn, line?: number): Promise<void> {
  const selection = line === undefined ? {} : { selection: startOf(line) };
  await vscode.window.showTextDocument(uri, { viewColumn, preview: false, ...selection });
}

function startOf(line: number): vscode.Range {
  return new vscode.Range(line, 0, line, 0);
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
