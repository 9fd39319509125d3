/** The extension in a browser's extension host: the server is a web worker. */
import type * as vscode from 'vscode';
import { activateExtension, deactivateExtension } from '../activation.ts';

export function activate(context: vscode.ExtensionContext): void {
  activateExtension(context, () => import('./sessionBrowser.ts'));
}

export function deactivate(): Promise<void> {
  return deactivateExtension();
}
