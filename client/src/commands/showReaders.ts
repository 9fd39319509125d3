/** Show Agents That Read This Section: a list of their mentions, at the section; of one alone the mention itself. */
import * as vscode from 'vscode';
import type { ReadersTarget } from '../../../server/src/server/protocol.ts';
import { locationOf } from '../ranges.ts';
import type { Session } from '../session.ts';

/** @param target of a lens: a section of a project document; otherwise the one at the cursor is meant */
export async function showReaders({ server }: Session, target: unknown): Promise<void> {
  const section = isTarget(target) ? target : atCursor();
  if (section === undefined) return;
  const locations = (await server.readers(section)).map(locationOf);
  const { line, character } = section.position;
  await vscode.commands.executeCommand(
    'editor.action.goToLocations',
    vscode.Uri.parse(section.uri),
    new vscode.Position(line, character),
    locations,
    'peek',
    vscode.l10n.t('No agent reads what stands here.'),
  );
}

function isTarget(target: unknown): target is ReadersTarget {
  return typeof target === 'object' && target !== null && 'uri' in target && 'position' in target;
}

/** The position itself may be inside a value: the label on its line is what can be read. */
function atCursor(): ReadersTarget | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}
