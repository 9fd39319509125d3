/** Definitions, references and workspace symbols of agents; definitions of skills and MCP servers. */
import { type Location, type SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import type { AgentNames, NamedAgent } from '../../analysis/agentNames.ts';
import type { WorkspaceModel } from '../../analysis/workspaceModel.ts';
import { LineIndex, type Position, type PositionMap } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import { agentsFolderOf } from '../../workspace/selection.ts';
import { baseName, parentUri } from '../../workspace/uris.ts';
import { occurrencesOf } from './occurrences.ts';
import { type Scope, thingAt } from './symbols.ts';

/** Where what is named at a place is defined: an agent's `name:` value, a skill's file, a server's key. */
export function definitionAt(
  model: WorkspaceModel,
  uri: string,
  at: Position,
  scope: Scope,
): Location | undefined {
  const thing = thingAt(model, uri, at, scope);
  if (thing === undefined) return undefined;
  const { agent, skill, server, mention } = thing;
  if (agent !== undefined) return agentLocation(agent);
  if (skill !== undefined) return location(skill.uri, new LineIndex(skill.text), skill.nameSpan);
  if (server !== undefined) return location(server.uri, new LineIndex(server.text), server.nameSpan);
  // A server that the agent itself configures is defined where it stands.
  return mention.kind === 'server' && mention.as === 'own'
    ? location(uri, thing.positions, mention.span)
    : undefined;
}

/** Every place that means the agent named at a place; empty for other things. */
export async function referencesAt(
  model: WorkspaceModel,
  uri: string,
  at: Position,
  scope: Scope,
  withDefinition: boolean,
): Promise<Location[]> {
  const agent = thingAt(model, uri, at, scope)?.agent;
  if (agent === undefined) return [];
  const files = await occurrencesOf(model, agent, scope.names);
  return files.flatMap((file) =>
    file.occurrences
      .filter(({ as }) => withDefinition || as !== 'own')
      .map(({ span }) => location(file.uri, file.positions, span)),
  );
}

/** The agents whose name has the query's letters in their order, as editors expect it. */
export function agentSymbols(names: AgentNames, query: string): SymbolInformation[] {
  const letters = query.toLowerCase().replaceAll(/\s/g, '');
  return names.all
    .filter(({ name }) => hasLetters(name.toLowerCase(), letters))
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map((agent) => ({
      name: agent.name,
      kind: SymbolKind.Class,
      location: agentLocation(agent),
      containerName: containerOf(agent),
    }));
}

function keyOf({ name, document }: NamedAgent): string {
  return `${name}\n${document.uri}`;
}

function agentLocation({ document, field }: NamedAgent): Location {
  const span = field?.valueSpan ?? { start: 0, end: 0 };
  const isQuoted = field?.node.kind === 'scalar' && field.node.style.endsWith('quoted');
  const inner = isQuoted ? { start: span.start + 1, end: span.end - 1 } : span;
  return location(document.uri, document.positions, inner);
}

function location(uri: string, positions: PositionMap, span: Span): Location {
  return { uri, range: { start: positions.positionAt(span.start), end: positions.positionAt(span.end) } };
}

/** The folder that the agent belongs to, as one would say it. */
function containerOf({ document, place }: NamedAgent): string {
  if (place?.kind === 'user') return '~/.claude';
  const folder = agentsFolderOf(document.uri);
  return baseName(place?.root ?? (folder === undefined ? parentUri(document.uri) : folder));
}

function hasLetters(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
