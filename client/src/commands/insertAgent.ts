/** Insert Agent…: an agent of the library becomes a file of the project or of the user. */
import * as vscode from 'vscode';
import { readAgent, readLibrary, renamed, type LibraryAgent } from '../agentLibrary.ts';
import { createFile, exists } from '../createFile.ts';
import { pickAgentsFolder } from '../pickAgentsFolder.ts';
import { replaceText } from '../replaceText.ts';
import type { Session } from '../session.ts';

/** @param target in the Explorer's menu: the file or folder that was clicked */
export async function insertAgent(session: Session, target: unknown): Promise<void> {
  const extension = session.context.extensionUri;
  const agent = await pickAgent(await readLibrary(extension));
  if (agent === undefined) return;
  const folder = await pickAgentsFolder(session.platform, target instanceof vscode.Uri ? target : undefined);
  if (folder === undefined) return;
  const text = await readAgent(extension, agent);
  const file = vscode.Uri.joinPath(folder, agent.file);
  if (await exists(file)) await insertBeside(file, text, agent);
  else await createAndOpen(file, text);
}

async function pickAgent(library: readonly LibraryAgent[]): Promise<LibraryAgent | undefined> {
  const picked = await vscode.window.showQuickPick(
    library.map((agent) => ({ label: agent.name, detail: agent.description, agent })),
    {
      title: vscode.l10n.t('Insert Agent'),
      placeHolder: vscode.l10n.t('Choose the agent to insert'),
      matchOnDetail: true,
    },
  );
  return picked?.agent;
}

async function createAndOpen(file: vscode.Uri, text: string): Promise<void> {
  if (await createFile(file, text)) await vscode.window.showTextDocument(file, { preview: false });
}

/** The file is there already: the user says what shall become of it. */
async function insertBeside(file: vscode.Uri, text: string, agent: LibraryAgent): Promise<void> {
  const document = await vscode.workspace.openTextDocument(file);
  const open = (): Thenable<unknown> => vscode.window.showTextDocument(document, { preview: false });
  const place = vscode.workspace.asRelativePath(file);
  if (document.getText().replaceAll('\r\n', '\n') === text) {
    await open();
    void vscode.window.showInformationMessage(vscode.l10n.t('{0} is there already, word for word.', place));
    return;
  }
  const choices = [
    { label: vscode.l10n.t('Open the Existing File'), run: open },
    {
      label: vscode.l10n.t('Insert Under Another Name…'),
      run: () => insertUnderAnotherName(file, text, agent.name),
    },
    {
      label: vscode.l10n.t('Replace Its Text'),
      detail: vscode.l10n.t('In the editor, not yet on disk: Undo brings the old text back.'),
      run: () => replaceText(document, text),
    },
    { label: vscode.l10n.t('Cancel'), run: () => Promise.resolve() },
  ];
  const picked = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('{0} is there already', place),
    placeHolder: vscode.l10n.t('It differs from the agent that you are inserting'),
  });
  await picked?.run();
}

async function insertUnderAnotherName(file: vscode.Uri, text: string, name: string): Promise<void> {
  const at = (newName: string): vscode.Uri => vscode.Uri.joinPath(file, '..', `${newName}.md`);
  let free = 2;
  while (await exists(at(`${name}-${free}`))) free += 1;
  const newName = await vscode.window.showInputBox({
    title: vscode.l10n.t('Insert Agent Under Another Name'),
    prompt: vscode.l10n.t('The name of the agent and of its file'),
    value: `${name}-${free}`,
    validateInput: async (value) => {
      if (!/^[a-z][a-z0-9-]{0,99}$/.test(value)) {
        return vscode.l10n.t('Lowercase letters, digits and hyphens, beginning with a letter.');
      }
      return (await exists(at(value))) ? vscode.l10n.t('{0}.md is there already.', value) : undefined;
    },
  });
  if (newName !== undefined) await createAndOpen(at(newName), renamed(text, newName));
}
