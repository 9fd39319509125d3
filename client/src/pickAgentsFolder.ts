/** The `agents` folder that a new agent goes to. */
import * as vscode from 'vscode';
import type { Platform } from './platform.ts';

interface Choice extends vscode.QuickPickItem {
  readonly folder: vscode.Uri;
}

/**
 * The folder that belongs to what was clicked in the Explorer; without that, one that the user picks of the
 * workspace's folders and, on the desktop, their own.
 * @returns `undefined` where the user chose none, or where there is none, which they are told
 */
export async function pickAgentsFolder(
  platform: Platform,
  clicked: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  if (clicked !== undefined) return agentsFolderFor(clicked);
  const choices = [...projectChoices(), ...userChoice(platform)];
  if (choices.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a folder first: an agent belongs to a project.'),
    );
    return undefined;
  }
  if (choices.length === 1) return choices[0]?.folder;
  const picked = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Insert Agent'),
    placeHolder: vscode.l10n.t('Choose where the agent goes'),
    matchOnDescription: true,
  });
  return picked?.folder;
}

/** Inside an `agents` folder of Claude Code the clicked folder itself, otherwise `.claude/agents` below it. */
async function agentsFolderFor(clicked: vscode.Uri): Promise<vscode.Uri> {
  const { type } = await vscode.workspace.fs.stat(clicked);
  const folder = type & vscode.FileType.Directory ? clicked : vscode.Uri.joinPath(clicked, '..');
  if (/\/\.claude\/agents(?:\/|$)/.test(folder.path)) return folder;
  const claude = folder.path.indexOf('/.claude/');
  if (claude >= 0) return folder.with({ path: `${folder.path.slice(0, claude)}/.claude/agents` });
  return folder.path.endsWith('/.claude')
    ? vscode.Uri.joinPath(folder, 'agents')
    : vscode.Uri.joinPath(folder, '.claude', 'agents');
}

/** The workspace's folders, that of the active editor first. */
function projectChoices(): readonly Choice[] {
  const active = vscode.window.activeTextEditor?.document.uri;
  const first = active === undefined ? undefined : vscode.workspace.getWorkspaceFolder(active);
  const folders = [...(vscode.workspace.workspaceFolders ?? [])];
  return folders
    .sort((a, b) => Number(b === first) - Number(a === first))
    .map(({ name, uri }) => ({
      label: `$(folder) ${name}`,
      description: '.claude/agents',
      detail: vscode.l10n.t('For everybody who works on this project'),
      folder: vscode.Uri.joinPath(uri, '.claude', 'agents'),
    }));
}

function userChoice({ home, userClaudeFolder }: Platform): readonly Choice[] {
  if (home === undefined || userClaudeFolder === undefined) return [];
  const folder = vscode.Uri.joinPath(userClaudeFolder, 'agents');
  const inHome = folder.path.startsWith(`${home.path}/`);
  return [
    {
      label: `$(account) ${vscode.l10n.t('User')}`,
      description: inHome ? `~${folder.path.slice(home.path.length)}` : folder.fsPath,
      detail: vscode.l10n.t('For you, in all your projects'),
      folder,
    },
  ];
}
