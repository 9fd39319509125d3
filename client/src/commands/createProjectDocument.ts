/** Create CLAUDE.md: with the sections that the chosen agents read, else with the template's. */
import * as vscode from 'vscode';
import { ClientCommand, type NewDocumentResult } from '../../../server/src/server/protocol.ts';
import { createFile } from '../createFile.ts';
import { findProject } from '../findProject.ts';
import { offer } from '../offer.ts';
import type { Session } from '../session.ts';
import { showNewDocument } from '../showNewDocument.ts';

/** @param target of a lens or menu: an agent */
export async function createProjectDocument(session: Session, target: unknown): Promise<void> {
  const project = await findProject(session, target, vscode.l10n.t('Create CLAUDE.md'));
  if (project === undefined) return;
  const first = await session.server.newDocument(project);
  if (first === undefined) return;
  if (first.text === undefined) {
    await showExisting(vscode.Uri.parse(first.documentUri), first.labels);
    return;
  }
  const agents = await pickReaders(first.readers);
  if (agents === undefined) return;
  const isAll = agents.length === first.readers.length;
  const { documentUri, text } = isAll
    ? first
    : ((await session.server.newDocument(project, agents)) ?? first);
  if (text === undefined) return;
  const uri = vscode.Uri.parse(documentUri);
  if (await createFile(uri, text)) await showNewDocument(uri);
}

/**
 * Asks whose sections the document shall have, where there is a choice.
 * @returns the agents' URIs; `undefined` where the user went away
 */
async function pickReaders(readers: NewDocumentResult['readers']): Promise<readonly string[] | undefined> {
  if (readers.length < 2) return readers.map(({ uri }) => uri);
  const picked = await vscode.window.showQuickPick(
    readers.map(({ uri, name, labels }) => ({ label: name, detail: labels.join(', '), picked: true, uri })),
    {
      title: vscode.l10n.t('Create CLAUDE.md'),
      placeHolder: vscode.l10n.t('Choose the agents whose sections it shall have'),
      canPickMany: true,
      matchOnDetail: true,
    },
  );
  return picked?.map(({ uri }) => uri);
}

/** The project has its document: never overwritten, but what it lacks can be added. */
async function showExisting(uri: vscode.Uri, missing: readonly string[]): Promise<void> {
  const place = vscode.workspace.asRelativePath(uri);
  await vscode.window.showTextDocument(uri, { preview: false });
  const message = vscode.l10n.t('{0} is there already; it was left as it is.', place);
  if (missing.length === 0) {
    void vscode.window.showInformationMessage(message);
    return;
  }
  offer(vscode.window.showInformationMessage, message, vscode.l10n.t('Add Missing Sections'), () =>
    vscode.commands.executeCommand(ClientCommand.addMissingSections, uri),
  );
}
