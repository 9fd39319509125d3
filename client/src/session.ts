/** What a window with something of ours has: the server, the platform and the log. */
import type * as vscode from 'vscode';
import type { Platform } from './platform.ts';
import { startClient, type Server } from './startClient.ts';

export interface Session {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly platform: Platform;
  readonly server: Server;
}

/** Starts the server and answers at once: requests wait for it, and a failed start is in the log. */
export function startSession(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  platform: Platform,
): Session {
  return { context, log, platform, server: startClient(context, log, platform) };
}
