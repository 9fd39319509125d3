/** The language client: what the server is told at the start, and what we ask of it beyond LSP. */
import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  type CompletionParams,
  CompletionRequest,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import {
  AgentPlacesRequest,
  AgentRequirementsRequest,
  AnswersChangedNotification,
  DocumentStateRequest,
  ExportRequest,
  MissingSectionsRequest,
  PlaceAgentsRequest,
  ProjectsRequest,
  ReadersRequest,
  UpdateExportRequest,
  profileScheme,
  viewScheme,
  type AgentRequirementsParams,
  type AgentRowInfo,
  type DocumentStateInfo,
  type DocumentStateParams,
  type ExportParams,
  type ExportResult,
  type InitializationOptions,
  type MissingSectionsParams,
  type MissingSectionsResult,
  type NewDocumentParams,
  type NewDocumentResult,
  NewDocumentRequest,
  type PlaceAgentsParams,
  type ProjectInfo,
  type ProtocolLocation,
  type ReadersTarget,
  type RequirementInfo,
  type SeenProjectInfo,
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
  /**
   * The edit that adds all missing sections, or that answers one by its label; `undefined` where `uri` belongs to no
   * project.
   */
  missingSections(uri: vscode.Uri, label?: string): Promise<MissingSectionsResult | undefined>;
  /** @param agents URIs as the server gave them; all where left out */
  newDocument(uri: vscode.Uri, agents?: readonly string[]): Promise<NewDocumentResult | undefined>;
  /** What an agent becomes as a file; `undefined` where there is no such agent or project. */
  exportAgent(params: ExportParams): Promise<ExportResult | undefined>;
  /** An exported agent, updated; `undefined` where it is none, or its source is not to be found. */
  updateExport(uri: vscode.Uri): Promise<UpdateExportResult>;
  /** The projects, each with the places at which it sees agents. */
  agentPlaces(): Promise<readonly SeenProjectInfo[]>;
  /** The agents at one place. */
  placeAgents(params: PlaceAgentsParams): Promise<readonly AgentRowInfo[]>;
  /** What an agent reads, and how that stands in a project. */
  agentRequirements(params: AgentRequirementsParams): Promise<readonly RequirementInfo[]>;
  /** How an agent, a profile or a project document stands, or a project by its folder. */
  documentState(uri: vscode.Uri): Promise<DocumentStateInfo | undefined>;
  /** Whether anything can be completed at a place. */
  completes(uri: vscode.Uri, at: vscode.Position): Promise<boolean>;
  /** The agents' mentions of a section of a project document. */
  readers(target: ReadersTarget): Promise<readonly ProtocolLocation[]>;
  /** What the four before the last two answer may be another now; at most a few times a second. */
  readonly onDidChangeAnswers: vscode.Event<void>;
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

  const answersChanged = new vscode.EventEmitter<void>();
  context.subscriptions.push(answersChanged);
  const start = async (): Promise<BaseLanguageClient> => {
    const client = platform.createClient(options);
    answerFileRequests(client);
    client.onNotification(AnswersChangedNotification, () => answersChanged.fire());
    await client.start();
    return client;
  };
  const ask = async <Answer>(request: string, params: object): Promise<Answer> =>
    (await running).sendRequest<Answer>(request, params);
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
    projects: () => ask<readonly ProjectInfo[]>(ProjectsRequest, {}),
    missingSections: async (uri, label) => {
      const client = await running;
      const params: MissingSectionsParams = {
        uri: client.code2ProtocolConverter.asUri(uri),
        ...(label === undefined ? {} : { label }),
      };
      const result = await client.sendRequest<MissingSectionsResult | null>(MissingSectionsRequest, params);
      return result ?? undefined;
    },
    newDocument: async (uri, agents) => {
      const client = await running;
      const params: NewDocumentParams = {
        uri: client.code2ProtocolConverter.asUri(uri),
        ...(agents === undefined ? {} : { agents }),
      };
      return (await client.sendRequest<NewDocumentResult | null>(NewDocumentRequest, params)) ?? undefined;
    },
    exportAgent: async (params) => {
      const client = await running;
      return (await client.sendRequest<ExportResult | null>(ExportRequest, params)) ?? undefined;
    },
    updateExport: async (uri) => {
      const client = await running;
      const params: UpdateExportParams = { uri: client.code2ProtocolConverter.asUri(uri) };
      return client.sendRequest<UpdateExportResult>(UpdateExportRequest, params);
    },
    agentPlaces: () => ask<readonly SeenProjectInfo[]>(AgentPlacesRequest, {}),
    placeAgents: (params) => ask<readonly AgentRowInfo[]>(PlaceAgentsRequest, params),
    agentRequirements: (params) => ask<readonly RequirementInfo[]>(AgentRequirementsRequest, params),
    documentState: async (uri) => {
      const client = await running;
      const params: DocumentStateParams = { uri: client.code2ProtocolConverter.asUri(uri) };
      return (await client.sendRequest<DocumentStateInfo | null>(DocumentStateRequest, params)) ?? undefined;
    },
    completes: async (uri, at) => {
      const client = await running;
      const params: CompletionParams = {
        textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
        position: client.code2ProtocolConverter.asPosition(at),
      };
      const found = await client.sendRequest(CompletionRequest.type, params);
      return (Array.isArray(found) ? found : (found?.items ?? [])).length > 0;
    },
    readers: (target) => ask<readonly ProtocolLocation[]>(ReadersRequest, target),
    onDidChangeAnswers: answersChanged.event,
    restart: async () => {
      await stop();
      running = start();
      await running;
      answersChanged.fire();
    },
    stop,
  };
}

/**
 * The documents that the server knows: by path, and by scheme so that old texts (`git:`) are left alone. The profile is for
 * hovers and definitions.
 */
export function documentSelector(): NonNullable<LanguageClientOptions['documentSelector']> {
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
