/** The language client: what the server is told at the start, and what we ask of it beyond LSP. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  ExportRequest,
  MissingSectionsRequest,
  ProjectsRequest,
  UpdateExportRequest,
  profileScheme,
  viewScheme,
  type ExportParams,
  type ExportResult,
  type InitializationOptions,
  type MissingSectionsParams,
  type MissingSectionsResult,
  type ProjectInfo,
  type UpdateExportParams,
  type UpdateExportResult,
} from '../../server/src/server/protocol.ts';
import { documentPatterns, fileSchemes } from './documents.ts';
import { answerFileRequests } from './fileRequests.ts';
import type { Platform } from './platform.ts';
import { watchFiles } from './watchedFiles.ts';

/** The running server. Requests wait until it has started and reject when it could not. */
export interface Server {
  /** Every project of the workspace, with its agents. */
  projects(): Promise<readonly ProjectInfo[]>;
  /** The edit that adds all missing sections; `undefined` where `uri` belongs to no project. */
  missingSections(uri: vscode.Uri): Promise<MissingSectionsResult | undefined>;
  /** What an agent becomes as a file; `undefined` where there is no such agent or project. */
  exportAgent(params: ExportParams): Promise<ExportResult | undefined>;
  /** An exported agent, updated; `undefined` where it is none, or its source is not to be found. */
  updateExport(uri: vscode.Uri): Promise<UpdateExportResult | undefined>;
  /** Ends the server, if it runs, and starts a new one. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the server. It reads no file on its own that is not `file:`, nor any at all in a browser. */
export function startClient(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  platform: Platform,
): Server {
  const watched = watchFiles(platform);
  context.subscriptions.push(...watched.watchers);
  const options: LanguageClientOptions = {
    documentSelector: documentSelector(),
    outputChannel: log,
    traceOutputChannel: log,
    diagnosticCollectionName: 'agentTailor',
    initializationOptions: initializationOptions(context, platform),
    synchronize: { fileEvents: [...watched.watchers] },
    middleware: { workspace: { didChangeWatchedFile: watched.forward } },
  };

  const start = async (): Promise<BaseLanguageClient> => {
    const client = platform.createClient(options);
    answerFileRequests(client);
    await client.start();
    return client;
  };
  // The client itself tells the user when it could not start; whoever awaits this is told again.
  let running = start();
  running.catch((error: unknown) => log.error(String(error)));
  const stop = async (): Promise<void> => {
    try {
      await (await running).dispose();
    } catch (error) {
      // A client that did not start, or that is stopping already, need not be stopped.
      log.debug(String(error));
    }
  };

  return {
    projects: async () => (await running).sendRequest<readonly ProjectInfo[]>(ProjectsRequest, {}),
    missingSections: async (uri) => {
      const client = await running;
      const params: MissingSectionsParams = { uri: client.code2ProtocolConverter.asUri(uri) };
      const result = await client.sendRequest<MissingSectionsResult | null>(MissingSectionsRequest, params);
      return result ?? undefined;
    },
    exportAgent: async (params) => {
      const client = await running;
      return (await client.sendRequest<ExportResult | null>(ExportRequest, params)) ?? undefined;
    },
    updateExport: async (uri) => {
      const client = await running;
      const params: UpdateExportParams = { uri: client.code2ProtocolConverter.asUri(uri) };
      return (await client.sendRequest<UpdateExportResult | null>(UpdateExportRequest, params)) ?? undefined;
    },
    restart: async () => {
      await stop();
      running = start();
      await running;
    },
    stop,
  };
}

/** By path, and by scheme so that old texts (`git:`) are left alone. The profile is for hovers and definitions. */
function documentSelector(): NonNullable<LanguageClientOptions['documentSelector']> {
  const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  const schemes = [...new Set([...fileSchemes, ...folders])];
  return [
    ...schemes.flatMap((scheme) => documentPatterns.map((pattern) => ({ scheme, pattern }))),
    { scheme: profileScheme },
    { scheme: viewScheme },
  ];
}

function initializationOptions(context: vscode.ExtensionContext, platform: Platform): InitializationOptions {
  const { bundle } = vscode.l10n;
  return {
    diagnostics: 'push',
    filesThroughClient: platform.filesThroughClient,
    clientCommands: true,
    editorChecksAgents: true,
    docsUri: vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules').toString(),
    ...(platform.home === undefined ? {} : { homeUri: platform.home.toString() }),
    ...(bundle === undefined ? {} : { l10nBundle: bundle }),
  };
}
