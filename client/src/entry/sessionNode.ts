/** The part of the desktop's extension that is loaded once it is needed: the server is a Node process. */
import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';
import type { Platform } from '../platform.ts';
import { startSession, type Session } from '../session.ts';

export function start(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Session {
  const home = vscode.Uri.file(homedir());
  const moved = process.env['CLAUDE_CONFIG_DIR'];
  const module = context.asAbsolutePath('dist/server-process.cjs');
  const platform: Platform = {
    filesThroughClient: 'otherThanFileScheme',
    home,
    userClaudeFolder: moved ? vscode.Uri.file(moved) : vscode.Uri.joinPath(home, '.claude'),
    createClient: (options) =>
      new LanguageClient(
        'agentTailor',
        'Agent Tailor',
        { module, transport: TransportKind.ipc },
        { ...options, revealOutputChannelOn: RevealOutputChannelOn.Never },
      ),
  };
  return startSession(context, log, platform);
}

export { runCommand } from '../runCommand.ts';
