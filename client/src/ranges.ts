/** The server's ranges and places as the editor's. */
import * as vscode from 'vscode';
import type { ProtocolLocation, ProtocolRange } from '../../server/src/server/protocol.ts';

export function rangeOf({ start, end }: ProtocolRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function locationOf({ uri, range }: ProtocolLocation): vscode.Location {
  return new vscode.Location(vscode.Uri.parse(uri), rangeOf(range));
}

/** Shows a place with the cursor on it; in the group that has the document already, where one has. */
export async function showLocation(location: ProtocolLocation): Promise<void> {
  const uri = vscode.Uri.parse(location.uri);
  const visible = vscode.window.visibleTextEditors.find(
    ({ document, viewColumn }) => viewColumn !== undefined && document.uri.toString() === uri.toString(),
  );
  await vscode.window.showTextDocument(uri, {
    preview: false,
    selection: rangeOf(location.range),
    ...(visible?.viewColumn === undefined ? {} : { viewColumn: visible.viewColumn }),
  });
}
