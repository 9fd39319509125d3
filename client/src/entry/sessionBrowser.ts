/** The part of the browser's extension that is loaded once it is needed: the server is a web worker. */
import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
  RevealOutputChannelOn,
} from 'vscode-languageclient/browser';
import { startSession, type Session } from '../session.ts';

/** As much of the DOM's worker as we use; the project is compiled without the DOM's types. */
declare class Worker {
  constructor(url: string);
  terminate(): void;
}

export function start(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Session {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').toString(true);
  let worker: Worker | undefined;
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  const connect = (): Promise<MessageTransports> => {
    // A worker outlives its connection: without this each restart would leave one behind.
    worker?.terminate();
    worker = new Worker(module);
    // Not the worker itself: VS Code's own `Worker` makes objects that are no instances of it, for which the
    // library looks.
    return Promise.resolve({
      reader: new BrowserMessageReader(worker),
      writer: new BrowserMessageWriter(worker),
    });
  };
  return startSession(context, log, {
    filesThroughClient: 'all',
    createClient: (options) =>
      new LanguageClient('agentTailor', 'Agent Tailor', connect, {
        ...options,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
      }),
  });
}

export { runCommand } from '../runCommand.ts';
