import * as l10n from '@vscode/l10n';
import {
  CodeLensRefreshRequest,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { fixAllKind } from '../features/codeActions.ts';
import { LanguageService } from '../languageService.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';
import { normalizedUri } from '../workspace/uris.ts';
import { clientFiles, filesByScheme } from './clientFiles.ts';
import { followClient } from './followClient.ts';
import { listener } from './handle.ts';
import { ImportedDocuments } from './importedDocuments.ts';
import {
  AnswersChangedNotification,
  type InitializationOptions,
  profileScheme,
  viewScheme,
} from './protocol.ts';
import { Publisher } from './publisher.ts';
import { handleHelpRequests } from './helpRequests.ts';
import { handleExportRequests } from './exportRequests.ts';
import { FollowedAnswers } from './followedAnswers.ts';
import { handleTreeRequests } from './treeRequests.ts';
import { handleRequests } from './requests.ts';
import { handleDocuments } from './documentEvents.ts';
import { ProfileDocuments } from './profileDocuments.ts';
import { ViewDocuments } from './viewDocuments.ts';

/** What differs between the hosts a server may run in. */
export interface Runtime {
  /** Files with the scheme `file`; a browser has none of its own. */
  readonly ownFiles?: FileSystem;
  /** Runs a task later. */
  readonly schedule: (task: () => void, milliseconds: number) => void;
}

/** Everything the handlers share once the client has introduced itself. */
export interface Session {
  readonly connection: Connection;
  readonly service: LanguageService;
  readonly publisher: Publisher;
  readonly profiles: ProfileDocuments;
  readonly views: ViewDocuments;
  /** What the client shows of the agents besides documents. */
  readonly followed: FollowedAnswers;
  /** The lenses of the documents that are open. */
  readonly lenses: FollowedAnswers;
  readonly client: InitializeParams['capabilities'];
  readonly options: InitializationOptions;
  readonly log: (message: string) => void;
}

/** Connects the façade to a client; returns at once, the rest happens in handlers. */
export function startServer(connection: Connection, runtime: Runtime): void {
  let session: Session | undefined;
  const log = (message: string): void => connection.console.error(message);

  connection.onInitialize((params) => {
    const options = readOptions(params.initializationOptions);
    if (options.l10nBundle !== undefined) l10n.config({ contents: options.l10nBundle });
    session = startSession(connection, runtime, params, options, log);
    return introduction(options);
  });
  connection.onInitialized(
    listener('initialized', log, () => {
      if (session !== undefined) void followClient(session);
    }),
  );
  connection.listen();
}

function startSession(
  connection: Connection,
  runtime: Runtime,
  params: InitializeParams,
  options: InitializationOptions,
  log: (message: string) => void,
): Session {
  const publish = (uris: ReadonlySet<string>): void => {
    publisher.changed(uris);
    for (const uri of uris) profiles.changed(uri);
    views.changed();
    followed.changed();
    lenses.changed();
    imported.update();
  };
  const service = new LanguageService({
    files: filesFor(connection, runtime, options),
    ...(options.homeUri === undefined ? {} : { homeUri: normalizedUri(options.homeUri) }),
    editorChecksAgents: options.editorChecksAgents === true,
    ...(options.docsUri === undefined ? {} : { docsUri: options.docsUri }),
    relatedInformation: showsRelated(params.capabilities),
    onChanged: publish,
    schedule: runtime.schedule,
    log,
  });
  const publisher = new Publisher(connection, service, options.diagnostics === 'pull', params.capabilities);
  const profiles = new ProfileDocuments(connection, service);
  const views = new ViewDocuments(connection, service, runtime.schedule);
  const followed = new FollowedAnswers(runtime.schedule, () => {
    void connection.sendNotification(AnswersChangedNotification);
  });
  const lenses = new FollowedAnswers(runtime.schedule, () => {
    if (params.capabilities.workspace?.codeLens?.refreshSupport !== true) return;
    connection.sendRequest(CodeLensRefreshRequest.type).catch((error: unknown) => log(String(error)));
  });
  const imported = new ImportedDocuments(connection, service.model, params.capabilities);
  const session: Session = {
    connection,
    service,
    publisher,
    profiles,
    views,
    followed,
    lenses,
    client: params.capabilities,
    options,
    log,
  };
  handleDocuments(session);
  handleRequests(session);
  handleHelpRequests(session);
  handleExportRequests(session);
  handleTreeRequests(session);
  const folders = params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri }] : []);
  service.model.setFolders(folders.map((folder) => normalizedUri(folder.uri)));
  return session;
}

function showsRelated({ textDocument }: InitializeParams['capabilities']): boolean {
  const { publishDiagnostics: pushed, diagnostic: pulled } = textDocument ?? {};
  return pushed?.relatedInformation === true || pulled?.relatedInformation === true;
}

function filesFor(connection: Connection, runtime: Runtime, options: InitializationOptions): FileSystem {
  const client = clientFiles(connection);
  const own = runtime.ownFiles;
  if (own === undefined || options.filesThroughClient === 'all') return client;
  return options.filesThroughClient === 'otherThanFileScheme' ? filesByScheme(own, client) : own;
}

function introduction(options: InitializationOptions): InitializeResult {
  return {
    serverInfo: { name: 'Agent Tailor' },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      completionProvider: { triggerCharacters: [' ', ',', '(', '['] },
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      renameProvider: { prepareProvider: true },
      workspaceSymbolProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind] },
      ...(options.clientCommands === true ? { codeLensProvider: { resolveProvider: false } } : {}),
      ...(options.diagnostics === 'pull'
        ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }
        : {}),
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        textDocumentContent: { schemes: [profileScheme, viewScheme] },
      },
    },
  };
}

/** A client may send anything here; what is not of the expected type counts as not sent. */
function readOptions(value: unknown): InitializationOptions {
  if (typeof value !== 'object' || value === null) return {};
  const given = value as Record<string, unknown>;
  const files = given['filesThroughClient'];
  const bundle = given['l10nBundle'];
  return {
    diagnostics: given['diagnostics'] === 'pull' ? 'pull' : 'push',
    filesThroughClient: files === 'all' || files === 'otherThanFileScheme' ? files : 'none',
    clientCommands: given['clientCommands'] === true,
    editorChecksAgents: given['editorChecksAgents'] === true,
    ...(typeof given['docsUri'] === 'string' ? { docsUri: given['docsUri'] } : {}),
    ...(typeof given['homeUri'] === 'string' ? { homeUri: given['homeUri'] } : {}),
    ...(typeof bundle === 'object' && bundle !== null
      ? { l10nBundle: bundle as Record<string, string> }
      : {}),
  };
}
