/** Treat Agent Files as Markdown: ends VS Code's own wrong warnings on agents, where somebody asks for that. */
import * as vscode from 'vscode';
import { offer } from '../offer.ts';

/** The files that VS Code takes for agents of its own chat and checks as such. */
const pattern = '**/.claude/agents/*.md';

/** Asks, then writes `files.associations` into the workspace's settings; where it stands there, offers to undo it. */
export async function associateAgentFiles(): Promise<void> {
  if (vscode.workspace.workspaceFolders === undefined) {
    const message = vscode.l10n.t('Open a folder first: this is a setting of the workspace.');
    void vscode.window.showInformationMessage(message);
    return;
  }
  const { workspaceValue, globalValue } = associations();
  if (workspaceValue?.[pattern] === 'markdown') {
    const message = vscode.l10n.t('Agent files are treated as Markdown in this workspace.');
    offer(vscode.window.showInformationMessage, message, vscode.l10n.t('Undo'), dissociate);
    return;
  }
  if (globalValue?.[pattern] === 'markdown') {
    const message = vscode.l10n.t('Agent files are treated as Markdown by your user settings.');
    void vscode.window.showInformationMessage(message);
    return;
  }
  const agree = vscode.l10n.t('Treat as Markdown');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Treat agent files as Markdown in this workspace?'),
    { modal: true, detail: why() },
    agree,
  );
  if (answer === agree) await associate();
}

function why(): string {
  return [
    vscode.l10n.t(
      'VS Code checks the files in .claude/agents against lists of its own, which cannot be switched off, and warns of values that Claude Code takes: full model ids, “fable”, “auto”, “manual”.',
    ),
    vscode.l10n.t(
      'As Markdown they are checked by Agent Tailor alone, which also completes and explains everything then. Suggestions open with Ctrl+Space or where a value begins, no longer with every letter.',
    ),
    vscode.l10n.t(
      'This adds “{0}” to files.associations in the settings of the workspace; the same command undoes it.',
      pattern,
    ),
  ].join('\n\n');
}

async function associate(): Promise<void> {
  await write({ ...associations().workspaceValue, [pattern]: 'markdown' });
  const message = vscode.l10n.t('Agent files are treated as Markdown now.');
  offer(vscode.window.showInformationMessage, message, vscode.l10n.t('Undo'), dissociate);
}

async function dissociate(): Promise<void> {
  const { [pattern]: _, ...others } = associations().workspaceValue ?? {};
  await write(Object.keys(others).length === 0 ? undefined : others);
}

type Associations = Readonly<Record<string, string>>;

function associations(): { readonly workspaceValue?: Associations; readonly globalValue?: Associations } {
  return vscode.workspace.getConfiguration('files').inspect<Associations>('associations') ?? {};
}

/** `undefined` takes the setting out of the workspace's. */
async function write(value: Associations | undefined): Promise<void> {
  const files = vscode.workspace.getConfiguration('files');
  await files.update('associations', value, vscode.ConfigurationTarget.Workspace);
}
