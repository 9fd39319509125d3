/** Export Adapted Agent: the adapted profile becomes an agent file, beside its source or in its place. */
import * as vscode from 'vscode';
import { viewUri, type ExportParams, type ExportResult } from '../../../server/src/server/protocol.ts';
import { confirmDiff } from '../confirmDiff.ts';
import { createFile, exists } from '../createFile.ts';
import { findAgent, type FoundAgent } from '../findAgent.ts';
import { projectOf } from '../pickProject.ts';
import { replaceText } from '../replaceText.ts';
import type { Session } from '../session.ts';
import { updateExportedAgent } from './updateExportedAgent.ts';

/** @param target of a menu: an agent, its profile or a project document */
export async function exportAdaptedAgent(session: Session, target: unknown): Promise<void> {
  const found = await findAgent(session, target, title());
  if (found === undefined) return;
  const inPlace = paramsFor(found, found.agentUri);
  const exported = await session.server.exportAgent(inPlace);
  if (exported === undefined) {
    const message = vscode.l10n.t('{0} belongs to no project that it could be adapted to.', found.name);
    void vscode.window.showInformationMessage(message);
    return;
  }
  const size = sizeOf(exported);
  const choices: readonly Choice[] = [
    {
      label: vscode.l10n.t('Save Under Another Name…'),
      description: size,
      detail: vscode.l10n.t('Beside {0}, from which it can be updated later.', fileName(found.agentUri)),
      run: () => saveUnderAnotherName(session, found),
    },
    ...(await choicesInPlace(session, found, inPlace, exported)),
  ];
  const picked = await vscode.window.showQuickPick(choices, {
    title: title(),
    placeHolder: vscode.l10n.t('Where shall {0}, adapted to this project, be written?', found.name),
  });
  await picked?.run();
}

interface Choice extends vscode.QuickPickItem {
  readonly run: () => Promise<void>;
}

/** What was exported before is updated: replacing it by an adaptation of itself would lose what its author wrote. */
async function choicesInPlace(
  session: Session,
  found: FoundAgent,
  params: ExportParams,
  exported: ExportResult,
): Promise<Choice[]> {
  const update = await session.server.updateExport(found.agentUri);
  if (!('obstacle' in update)) {
    return [
      {
        label:
          update.sourceName === undefined
            ? vscode.l10n.t('Adapt It to CLAUDE.md As It Is Now…')
            : vscode.l10n.t('Update It from {0}…', update.sourceName),
        detail: vscode.l10n.t('Shows what changes, and asks. Your own edits stay.'),
        run: () => updateExportedAgent(session, found.agentUri),
      },
    ];
  }
  if (update.obstacle !== 'not-exported') return [];
  return [
    {
      label: vscode.l10n.t('Replace the Agent…'),
      description: sizeOf(exported),
      detail: vscode.l10n.t('Shows what changes, and asks. What is left out does not come back by itself.'),
      run: () => replaceAgent(session, found, params, exported),
    },
  ];
}

async function saveUnderAnotherName(session: Session, found: FoundAgent): Promise<void> {
  const at = (name: string): vscode.Uri => vscode.Uri.joinPath(found.agentUri, '..', `${name}.md`);
  const name = await vscode.window.showInputBox({
    title: title(),
    prompt: vscode.l10n.t('The name of the agent and of its file'),
    value: await proposal(session, found, at),
    validateInput: async (value) => {
      if (!/^[a-z][a-z0-9-]{0,99}$/.test(value)) {
        return vscode.l10n.t('Lowercase letters, digits and hyphens, beginning with a letter.');
      }
      return (await exists(at(value))) ? vscode.l10n.t('{0}.md is there already.', value) : undefined;
    },
  });
  if (name === undefined) return;
  const file = at(name);
  const exported = await session.server.exportAgent({ ...paramsFor(found, file), name });
  if (exported === undefined || !(await createFile(file, exported.text))) return;
  await vscode.window.showTextDocument(file, { preview: false });
  const message = vscode.l10n.t('{0} written: {1}.', vscode.workspace.asRelativePath(file), sizeOf(exported));
  void vscode.window.showInformationMessage(message);
}

/** The agent's name with the project's, or a number where that is taken. */
async function proposal(
  session: Session,
  found: FoundAgent,
  at: (name: string) => vscode.Uri,
): Promise<string> {
  const projects = await session.server.projects();
  const project = projects.find(({ uri }) => uri === found.projectUri) ?? projectOf(projects, found.agentUri);
  const words = `${found.name}-${project?.name ?? 'adapted'}`.toLowerCase().match(/[a-z0-9]+/g) ?? ['agent'];
  const name =
    words
      .join('-')
      .replace(/^[0-9-]+/, '')
      .slice(0, 90) || 'agent';
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name}-${number}`;
    if (!(await exists(at(free)))) return free;
  }
}

async function replaceAgent(
  session: Session,
  found: FoundAgent,
  params: ExportParams,
  exported: ExportResult,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(found.agentUri);
  const agrees = await confirmDiff({
    before: found.agentUri,
    after: vscode.Uri.parse(
      viewUri({ kind: 'export', ...params }, vscode.l10n.t('{0} (export)', found.name)),
    ),
    tab: vscode.l10n.t('{0} ↔ exported', found.name),
    title: vscode.l10n.t('Replace {0}', fileName(found.agentUri)),
    placeHolder: sizeOf(exported),
    yes: vscode.l10n.t('Replace Its Text'),
    detail: vscode.l10n.t('In the editor, not yet on disk: Undo brings the old text back.'),
  });
  if (!agrees) return;
  const { version } = document;
  // Asked anew: both sides of the diff may have been edited while the question stood.
  const newest = await session.server.exportAgent(params);
  if (newest !== undefined && document.version === version) await replaceText(document, newest.text);
}

function paramsFor(found: FoundAgent, target: vscode.Uri): ExportParams {
  return {
    uri: found.agentUri.toString(),
    targetUri: target.toString(),
    ...(found.projectUri === undefined ? {} : { projectUri: found.projectUri }),
  };
}

function sizeOf({ tokens }: ExportResult): string {
  return vscode.l10n.t('≈ {0} → {1} tokens', tokens.before, tokens.after);
}

function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

function title(): string {
  return vscode.l10n.t('Export Adapted Agent');
}
