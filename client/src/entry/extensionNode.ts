/** The extension on the desktop and in remote extension hosts: the server is a Node process. */
import type * as vscode from 'vscode';
import { activateExtension, deactivateExtension } from '../activation.ts';

export function activate(context: vscode.ExtensionContext): void {
  activateExtension(context, async () => (await import('./extension.ts')).loadForNode());
}

export function deactivate(): Promise<void> {
  return deactivateExtension();
}
