/** What a window with something of ours has: the server, the platform and the log. */
import type * as vscode from 'vscode';
import type { Platform } from './platform.ts';
import { startClient, type Server } from './startClient.ts';
import { DocumentStatus } from './status/documentStatus.ts';
import { suggestValues } from './valueSuggestions.ts';
import { AgentsTree } from './views/agentsTree.ts';

export interface Session {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly platform: Platform;
  readonly server: Server;
  /** The tree of agents; the view itself is there before the session. */
  readonly agents: AgentsTree;
}

/** Starts the server and answers at once: requests wait for it, and a failed start is in the log. */
export function startSession(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  platform: Platform,
): Session {
  const server = startClient(context, log, platform);
  context.subscriptions.push(new DocumentStatus(server, log), suggestValues(server, log));
  return { context, log, platform, server, agents: new AgentsTree(server, log) };
}
