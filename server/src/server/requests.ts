import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentDiagnosticReport,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { CompletionTriggerKind } from 'vscode-languageserver';
import type { Project } from '../analysis/project.ts';
import type { ActionAbilities } from '../features/codeActions.ts';
import type { LensCommands } from '../features/codeLenses.ts';
import { snippetOf } from '../features/snippets.ts';
import { baseName, normalizedUri } from '../workspace/uris.ts';
import { handler } from './handle.ts';
import {
  ClientCommand,
  type MissingSectionsParams,
  type MissingSectionsResult,
  MissingSectionsRequest,
  type NewDocumentParams,
  type NewDocumentResult,
  NewDocumentRequest,
  type ProjectInfo,
  ProjectsRequest,
} from './protocol.ts';
import type { Session } from './startServer.ts';

/** Answers what the client asks, LSP's questions and our own. */
export function handleRequests(session: Session): void {
  const { connection, service, client, options, log } = session;
  const abilities: ActionAbilities = {
    snippetEdits: client.workspace?.workspaceEdit?.snippetEditSupport === true,
    suggestCommand: options.clientCommands === true ? ClientCommand.suggest : undefined,
  };
  const documentChanges = client.workspace?.workspaceEdit?.documentChanges === true;
  const snippets = client.textDocument?.completion?.completionItem?.snippetSupport === true;

  connection.onCompletion(
    handler<CompletionParams, CompletionItem[] | null>(
      'completion',
      log,
      null,
      async ({ textDocument, position, context }) => {
        const byKey = context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
        const uri = normalizedUri(textDocument.uri);
        const items = await service.help.completion(uri, position, { byKey, snippets });
        if (items !== undefined) return items.length === 0 ? null : items;
        if (byKey && onlyInFrontmatter.has(context.triggerCharacter ?? '')) return null;
        return service.completion(uri, position, byKey ? 'character' : 'invoked') ?? null;
      },
    ),
  );
  connection.onCodeAction(
    handler<CodeActionParams, CodeAction[]>('code actions', log, [], ({ textDocument, range, context }) => {
      const actions = service.codeActions(normalizedUri(textDocument.uri), range, context.only, abilities);
      return documentChanges ? actions : actions.flatMap(withoutDocumentChanges);
    }),
  );
  if (options.clientCommands === true) {
    connection.onCodeLens(
      handler<{ textDocument: { uri: string } }, CodeLens[]>('lenses', log, [], ({ textDocument }) => {
        const uri = normalizedUri(textDocument.uri);
        return session.lenses.answer(
          uri,
          () => service.codeLenses(uri, lensCommands),
          (lenses) => lenses.map(({ command }) => command?.title),
        );
      }),
    );
  }
  connection.languages.diagnostics.on(
    handler<{ textDocument: { uri: string } }, DocumentDiagnosticReport>(
      'diagnostics',
      log,
      { kind: 'full', items: [] },
      async ({ textDocument }) => {
        await service.model.settled();
        return { kind: 'full', items: [...service.diagnostics(normalizedUri(textDocument.uri))] };
      },
    ),
  );
  connection.workspace.textDocumentContent.on(
    handler<{ uri: string }, { text: string }>('profile', log, { text: '' }, async ({ uri }) => ({
      text: (await session.views.content(uri)) ?? (await session.profiles.content(uri)),
    })),
  );
  connection.onRequest(
    ProjectsRequest,
    handler<unknown, ProjectInfo[]>('projects', log, [], async () => {
      await service.model.settled();
      return service.model.projects.map((project) => projectInfo(session, project));
    }),
  );
  connection.onRequest(
    MissingSectionsRequest,
    handler<MissingSectionsParams, MissingSectionsResult | null>(
      'missing sections',
      log,
      null,
      async ({ uri, label }) => {
        await service.model.settled();
        return missingSections(session, normalizedUri(uri), label);
      },
    ),
  );
  connection.onRequest(
    NewDocumentRequest,
    handler<NewDocumentParams, NewDocumentResult | null>('new document', log, null, async (params) => {
      await service.model.settled();
      return newDocument(session, params);
    }),
  );
}

function newDocument({ service }: Session, { uri, agents }: NewDocumentParams): NewDocumentResult | null {
  const project = service.projectAt(normalizedUri(uri));
  const chosen = agents === undefined ? undefined : new Set(agents.map(normalizedUri));
  const made = project === undefined ? undefined : service.newDocument(project.root, chosen);
  if (project === undefined || made === undefined) return null;
  const { readers } = made;
  // An AGENTS.md is read where there is no CLAUDE.md; the new one imports it.
  const main = project.mainFile?.uri;
  const existing = main !== undefined && baseName(main) === 'CLAUDE.md' ? main : undefined;
  if (existing === undefined)
    return { documentUri: made.uri, labels: made.labels, text: made.content, readers };
  const missing = service.missingSections(project.root);
  return { documentUri: existing, labels: missing?.labels ?? [], readers };
}

const lensCommands: LensCommands = {
  preview: ClientCommand.previewProfile,
  answer: ClientCommand.answerSection,
  create: ClientCommand.createProjectDocument,
  readers: ClientCommand.showReaders,
  update: ClientCommand.updateExportedAgent,
};

/** Trigger characters that mean nothing in prose. */
const onlyInFrontmatter = new Set(['(', '[']);

interface CompletionParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
  readonly context?: { readonly triggerKind: CompletionTriggerKind; readonly triggerCharacter?: string };
}

interface CodeActionParams {
  readonly textDocument: { readonly uri: string };
  readonly range: Parameters<Session['service']['codeActions']>[1];
  readonly context: { readonly only?: string[] };
}

function projectInfo({ service }: Session, project: Project): ProjectInfo {
  const agents = [...project.agents].flatMap((uri) => service.model.agent(uri) ?? []);
  const documentUri = project.mainFile?.uri;
  return {
    uri: project.root,
    name: baseName(project.root),
    ...(documentUri === undefined ? {} : { documentUri }),
    agents: agents.map((agent) => ({
      uri: agent.uri,
      name: agent.name,
      description: agent.file.verdict.description ?? '',
      loads: agent.file.verdict.loads,
      requirements: agent.requirements.flatMap(({ label }) => label ?? []),
    })),
    unanswered: service.unanswered(project),
  };
}

function missingSections(
  { service }: Session,
  uri: string,
  label: string | undefined,
): MissingSectionsResult | null {
  const root = service.projectAt(uri)?.root;
  if (root === undefined) return null;
  const edit = label === undefined ? service.missingSections(root) : service.sectionEdit(root, label);
  if (edit === undefined) return null;
  if (edit.kind === 'create') {
    return { documentUri: edit.uri, labels: [...edit.labels], create: edit.content, edits: [] };
  }
  return {
    documentUri: edit.uri,
    labels: [...edit.labels],
    edits: edit.edits.map((one, index) => ({
      range: {
        start: edit.positions.positionAt(one.span.start),
        end: edit.positions.positionAt(one.span.end),
      },
      newText: one.newText,
      snippet: snippetOf(one, index + 1),
    })),
    waits: edit.waits === true,
    ...(edit.select === undefined ? {} : { select: edit.select }),
  };
}

/** For clients that know only the older form of a workspace edit, which cannot create files. */
function withoutDocumentChanges(action: CodeAction): CodeAction[] {
  const edits = action.edit?.documentChanges ?? [];
  const changes: NonNullable<WorkspaceEdit['changes']> = {};
  for (const edit of edits) {
    if (!('textDocument' in edit)) return [];
    changes[edit.textDocument.uri] = plainEdits(edit);
  }
  return [{ ...action, edit: { changes } }];
}

function plainEdits(edit: TextDocumentEdit): NonNullable<WorkspaceEdit['changes']>[string] {
  return edit.edits.flatMap((one) => ('newText' in one ? [one] : []));
}
