/** What a cursor is on: an agent, a skill or an MCP server, in an agent or in a skill. */
import {
  AgentNames,
  exactSpan,
  type NamedAgent,
  placeOf,
  placesFor,
} from '../../analysis/agentNames.ts';
import type { McpServer } from '../../analysis/mcpServers.ts';
import type { Skill } from '../../analysis/skills.ts';
import type { Surroundings } from '../../analysis/surroundings.ts';
import type { WorkspaceModel } from '../../analysis/workspaceModel.ts';
import { LineIndex, type PositionMap } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import { frontmatterMentions, type Mention, textMentions } from './mentions.ts';

/** The names that count where a file stands, read once for a request. */
export interface Scope {
  readonly names: AgentNames;
  readonly surroundings: Surroundings;
}

/** Reads what can be named in a file; skills and servers come from disk the first time. */
export async function scopeOf(model: WorkspaceModel, uri: string): Promise<Scope> {
  const surroundings = await model.surroundings.at(placesFor(model, placeOf(model, uri)));
  return { names: await agentNames(model), surroundings };
}

export async function agentNames(model: WorkspaceModel): Promise<AgentNames> {
  const plugins = new Map<string, string>();
  for (const root of model.pluginRoots) plugins.set(root, await model.surroundings.pluginName(root));
  return new AgentNames(model, plugins);
}

/** What is named at a place, and what the name means there; `mention.span` lies in the file asked about. */
export interface NamedThing {
  readonly mention: Mention;
  readonly agent?: NamedAgent | undefined;
  readonly skill?: Skill | undefined;
  readonly server?: McpServer | undefined;
  readonly positions: PositionMap;
}

/** The thing named at `offset` (UTF-16, in the file): in an agent of the model, or in a skill's `agent:`. */
export function thingAt(
  model: WorkspaceModel,
  uri: string,
  offset: number,
  scope: Scope,
): NamedThing | undefined {
  const place = placeOf(model, uri);
  const document = model.agent(uri);
  if (document === undefined) {
    const skill = scope.surroundings.skills.find((candidate) => candidate.uri === uri);
    const mention = skill === undefined ? undefined : skillMention(skill);
    if (skill === undefined || mention === undefined || !holds(mention.span, offset)) return undefined;
    const agent = scope.names.resolve(mention.name, place);
    return { mention, agent, positions: new LineIndex(skill.text) };
  }
  const { positions } = document;
  if (offset >= document.bodyStart || document.text[offset] === undefined) {
    return inText(document.uri);
  }
  const mention = frontmatterMentions(document).find(({ span }) => holds(span, offset));
  if (mention === undefined) return inText(document.uri);
  if (mention.kind === 'skill') {
    return { mention, skill: skillNamed(scope, mention.name), positions };
  }
  if (mention.kind === 'server') return { mention, server: serverNamed(scope, mention.name), positions };
  const own = mention.as === 'own' ? scope.names.ofDocument(uri) : undefined;
  return { mention, agent: own ?? scope.names.resolve(mention.name, place), positions };

  function inText(of: string): NamedThing | undefined {
    const around = backtickedAt(document!.text, offset);
    if (around === undefined) return undefined;
    const agent = scope.names.resolve(around, place);
    if (agent === undefined) return undefined;
    const found = textMentions(document!, new Set([around])).find(({ span }) => holds(span, offset));
    return found === undefined || of !== uri ? undefined : { mention: found, agent, positions };
  }
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

/** By its name, or by a tool's: `mcp__server__tool`. The longest of those that fit. */
function serverNamed({ surroundings }: Scope, name: string): McpServer | undefined {
  const exact = surroundings.servers.find((server) => server.name === name || server.toolPrefix === name);
  if (exact !== undefined) return exact;
  return surroundings.servers
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
