/** The part of the browser's extension that is loaded once it is needed: the server is a web worker. */
import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn } from 'vscode-languageclient/browser';
import { startSession, type Session } from '../session.ts';
import { WorkerConnection } from '../workerConnection.ts';

export function start(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Session {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').toString(true);
  const connection = new WorkerConnection(script);
  context.subscriptions.push(connection);
  return startSession(context, log, {
    filesThroughClient: 'all',
    createClient: (options) =>
      new LanguageClient('agentTailor', 'Agent Tailor', () => Promise.resolve(connection.connect()), {
        ...options,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
      }),
  });
}

export { runCommand } from '../runCommand.ts';
