/** What differs between the desktop and the browser. */
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type * as vscode from 'vscode';
import type { InitializationOptions } from '../../server/src/server/protocol.ts';

export interface Platform {
  /** Which files the server reads through us. */
  readonly filesThroughClient: NonNullable<InitializationOptions['filesThroughClient']>;
  /** The user's home folder; absent in the browser, so that user agents are not offered. */
  readonly home?: vscode.Uri;
  /** The folder of the user's own Claude Code files, `~/.claude` unless they moved it. */
  readonly userClaudeFolder?: vscode.Uri;
  /** A client of a server that is not started yet; called again for each restart. */
  createClient(options: LanguageClientOptions): BaseLanguageClient;
}
