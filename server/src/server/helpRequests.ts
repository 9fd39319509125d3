/** Hovers, definitions, references, renaming and workspace symbols. */
import {
  type Hover,
  type Location,
  LSPErrorCodes,
  type Position,
  type Range,
  ResponseError,
  type SymbolInformation,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Refusal, RenameTarget } from '../features/navigation/rename.ts';
import { normalizedUri } from '../workspace/uris.ts';
import { handler } from './handle.ts';
import { readProfileUri } from './protocol.ts';
import type { Session } from './startServer.ts';

/** Answers them once everything that was being read has been. */
export function handleHelpRequests(session: Session): void {
  const { connection, service, client, profiles, log } = session;
  const { help, profileHelp, model } = service;
  const documentChanges = client.workspace?.workspaceEdit?.documentChanges === true;

  connection.onHover(
    handler<Place, Hover | null>('hover', log, null, async ({ textDocument, position }) => {
      const profile = shownProfile(textDocument.uri);
      if (profile !== undefined) return profileHelp.hover(profile.uri, profile.root, position) ?? null;
      const uri = normalizedUri(textDocument.uri);
      const hover = await help.hover(uri, position);
      return hover ?? profileHelp.agentHover(uri, position, profiles.projectShownWith(uri)) ?? null;
    }),
  );
  connection.onDefinition(
    handler<Place, Location | Location[] | null>(
      'definition',
      log,
      null,
      async ({ textDocument, position }) => {
        await model.settled();
        const profile = shownProfile(textDocument.uri);
        if (profile !== undefined) return some(profileHelp.definition(profile.uri, profile.root, position));
        const uri = normalizedUri(textDocument.uri);
        const definition = await help.definition(uri, position);
        const shownWith = profiles.projectShownWith(uri);
        return definition ?? some(profileHelp.agentDefinition(uri, position, shownWith));
      },
    ),
  );
  connection.onReferences(
    handler<Place & { readonly context: { readonly includeDeclaration: boolean } }, Location[]>(
      'references',
      log,
      [],
      async ({ textDocument, position, context }) => {
        await model.settled();
        return help.references(normalizedUri(textDocument.uri), position, context.includeDeclaration);
      },
    ),
  );
  connection.onPrepareRename(
    handler<Place, RenameAnswer>('prepare rename', log, null, async ({ textDocument, position }) => {
      await model.settled();
      return refusedOr(await help.renameTarget(normalizedUri(textDocument.uri), position));
    }),
  );
  connection.onRenameRequest(
    handler<Place & { readonly newName: string }, WorkspaceEdit | ResponseError | null>(
      'rename',
      log,
      null,
      async ({ textDocument, position, newName }) => {
        await model.settled();
        const uri = normalizedUri(textDocument.uri);
        return refusedOr(await help.rename(uri, position, newName, documentChanges));
      },
    ),
  );
  connection.onWorkspaceSymbol(
    handler<{ readonly query: string }, SymbolInformation[]>('symbols', log, [], async ({ query }) => {
      await model.settled();
      return help.symbols(query);
    }),
  );
}

interface Place {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** The agent and the project of a profile; `undefined` for any other document. */
function shownProfile(uri: string): { readonly uri: string; readonly root: string | undefined } | undefined {
  const shown = readProfileUri(uri);
  if (shown === undefined) return undefined;
  const { agentUri, projectUri } = shown;
  return {
    uri: normalizedUri(agentUri),
    root: projectUri === undefined ? undefined : normalizedUri(projectUri),
  };
}

function some(locations: Location[]): Location[] | null {
  return locations.length === 0 ? null : locations;
}

type RenameAnswer = { range: Range; placeholder: string } | ResponseError | null;

/** A refusal is an error to the protocol: editors show its message. */
function refusedOr<T extends RenameTarget | WorkspaceEdit>(
  answer: T | Refusal | undefined,
): T | ResponseError | null {
  if (answer === undefined) return null;
  return isRefusal(answer) ? new ResponseError(LSPErrorCodes.RequestFailed, answer.refusal) : answer;
}

function isRefusal(answer: object): answer is Refusal {
  return 'refusal' in answer;
}
