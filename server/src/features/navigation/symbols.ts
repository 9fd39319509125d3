/** What a cursor is on: an agent, a skill or an MCP server, in an agent or in a skill. */
import { AgentNames, exactSpan, type NamedAgent, placeOf, placesFor } from '../../analysis/agentNames.ts';
import type { AgentDocument } from '../../analysis/agentDocument.ts';
import { type McpServer, toolPrefixOf } from '../../analysis/mcpServers.ts';
import type { Skill } from '../../analysis/skills.ts';
import type { Surroundings } from '../../analysis/surroundings.ts';
import type { WorkspaceModel } from '../../analysis/workspaceModel.ts';
import { LineIndex, type Position, type PositionMap } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import { frontmatterMentions, type Mention } from '../../analysis/agentMentions.ts';
import { textMentions } from './mentions.ts';

/** The names that count where a file stands, read once for a request. */
export interface Scope {
  readonly names: AgentNames;
  readonly surroundings: Surroundings;
}

/** Reads what can be named in a file; skills and servers come from disk the first time. */
export async function scopeOf(model: WorkspaceModel, uri: string): Promise<Scope> {
  const surroundings = await model.surroundings.at(placesFor(model, placeOf(model, uri)));
  return { names: new AgentNames(model), surroundings };
}

/** What is named at a place, and what the name means there; `mention.span` lies in the file asked about. */
export interface NamedThing {
  readonly mention: Mention;
  readonly agent?: NamedAgent | undefined;
  readonly skill?: Skill | undefined;
  readonly server?: McpServer | undefined;
  readonly positions: PositionMap;
}

/** The thing named at a place: in an agent of the model, or in a skill's `agent:`. */
export function thingAt(
  model: WorkspaceModel,
  uri: string,
  at: Position,
  scope: Scope,
): NamedThing | undefined {
  const document = model.agent(uri);
  if (document === undefined) return inSkill(model, uri, at, scope);
  const { positions } = document;
  const offset = positions.offsetAt(at);
  const mention = mentionAt(document, offset, (name) => scope.names.resolve(name, placeOf(model, uri)));
  if (mention === undefined) return undefined;
  if (mention.kind === 'skill') return { mention, skill: skillNamed(scope, mention.name), positions };
  if (mention.kind === 'server') {
    const servers = [...ownServers(document), ...scope.surroundings.servers];
    return {
      mention,
      server: mention.as === 'own' ? undefined : serverNamed(servers, mention.name),
      positions,
    };
  }
  const agent =
    mention.as === 'own'
      ? scope.names.ofDocument(uri)
      : scope.names.resolve(mention.name, placeOf(model, uri));
  return { mention, agent, positions };
}

function mentionAt(
  document: AgentDocument,
  offset: number,
  resolve: (name: string) => NamedAgent | undefined,
): Mention | undefined {
  const { fence } = document.file.frontmatter;
  if (fence.state !== 'closed') return undefined;
  const holdsOffset = ({ span }: Mention): boolean => holds(span, offset);
  const inFields = offset > fence.yaml.end ? undefined : frontmatterMentions(document).find(holdsOffset);
  if (inFields !== undefined) return inFields;
  const name = backtickedAt(document.text, offset);
  if (name === undefined || resolve(name) === undefined) return undefined;
  return textMentions(document, new Set([name])).find(holdsOffset);
}

function inSkill(model: WorkspaceModel, uri: string, at: Position, scope: Scope): NamedThing | undefined {
  const skill = scope.surroundings.skills.find((candidate) => candidate.uri === uri);
  const mention = skill === undefined ? undefined : skillMention(skill);
  if (skill === undefined || mention === undefined) return undefined;
  const positions = new LineIndex(skill.text);
  if (!holds(mention.span, positions.offsetAt(at))) return undefined;
  return { mention, agent: scope.names.resolve(mention.name, placeOf(model, uri)), positions };
}

/** A skill's or command's `agent:`, where it can be read exactly as it is written. */
export function skillMention(skill: Skill): Mention | undefined {
  const span = skill.agent === undefined ? undefined : exactSpan(skill.text, skill.agent);
  return span === undefined
    ? undefined
    : { kind: 'agent', name: skill.text.slice(span.start, span.end), span, as: 'field' };
}

function skillNamed({ surroundings }: Scope, name: string): Skill | undefined {
  return (
    surroundings.skills.find((skill) => skill.name === name) ??
    surroundings.skills.find((skill) => skill.alias === name)
  );
}

/** The servers that the agent itself configures. */
function ownServers({ uri, text, file }: AgentDocument): readonly McpServer[] {
  const servers = file.frontmatter.byKey.get('mcpServers')?.node;
  return (servers?.kind === 'list' ? servers.items : []).flatMap((item) =>
    item.kind !== 'map'
      ? []
      : item.entries.slice(0, 1).map(({ key, keySpan }) => ({
          name: key,
          toolPrefix: toolPrefixOf(key),
          uri,
          text,
          nameSpan: keySpan,
        })),
  );
}

/** By its name, or by a tool's: `mcp__server__tool`. The longest of those that fit; the first of equal ones. */
function serverNamed(servers: readonly McpServer[], name: string): McpServer | undefined {
  const exact = servers.find((server) => server.name === name || server.toolPrefix === name);
  if (exact !== undefined) return exact;
  return servers
    .filter((server) => name.startsWith(`${server.toolPrefix}__`))
    .toSorted((a, b) => b.toolPrefix.length - a.toolPrefix.length)[0];
}

/** Ends count, so that a cursor behind the last letter is on the name. */
function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** What the back-ticks around a place enclose. */
function backtickedAt(text: string, offset: number): string | undefined {
  const open = text.lastIndexOf('`', offset - 1);
  const close = text.indexOf('`', offset);
  if (open < 0 || close < 0 || close - open > 300) return undefined;
  return text.slice(open + 1, close);
}
