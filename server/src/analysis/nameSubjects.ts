/** What the rules on names are given: from indexes and from what was last read, without waiting for anything. */
import type { KnownServer, MentionsSubject, OtherAgent, OwnNameSubject } from '../rules/nameSubjects.ts';
import { agentsFolderOf } from '../workspace/selection.ts';
import { joinUri, uriPath } from '../workspace/uris.ts';
import type { AgentDocument } from './agentDocument.ts';
import { builtinAgents, placeOf } from './agentNames.ts';
import type { KnownSurroundings } from './knownSurroundings.ts';
import { toolPrefixOf } from './mcpServers.ts';
import type { WorkspaceModel } from './workspaceModel.ts';

/** An agent's own name among the others; `undefined` where nobody else has it. */
export function ownNameSubject(model: WorkspaceModel, agent: AgentDocument): OwnNameSubject | undefined {
  const { name } = agent.file.verdict;
  const folder = agentsFolderOf(agent.uri);
  const field = agent.file.frontmatter.byKey.get('name');
  if (name === null || folder === undefined || field === undefined) return undefined;
  const holders = model.names.holders(name);
  if (!holders.has(agent.uri)) return undefined;
  const hidesBuiltin = builtinAgents.includes(name);
  if (holders.size < 2 && !hidesBuiltin) return undefined;
  const winner = model.names.winner(name, folder);
  const users = model.homeUri === undefined ? undefined : joinUri(model.homeUri, '.claude', 'agents');
  const below = users === undefined || users === folder ? undefined : model.names.winner(name, users);
  return {
    name,
    span: field.valueSpan,
    winner: winner === undefined || winner === agent.uri ? undefined : otherAgent(model, winner),
    hidden: below === undefined ? [] : [otherAgent(model, below)],
    hidesBuiltin,
  };
}

/** What an agent's frontmatter names; `undefined` where it names nothing, or its surroundings are not known (yet). */
export function mentionsSubject(model: WorkspaceModel, agent: AgentDocument): MentionsSubject | undefined {
  const mentions = model.names.mentionsOf(agent.uri);
  const place = mentions.length === 0 ? undefined : placeOf(model, agent.uri);
  if (place === undefined || place.kind === 'plugin') return undefined;
  const known = model.knownSurroundings.at(place);
  if (known === undefined) return undefined;
  const isLoaded = place.kind === 'user' || model.project(place.root)?.isLoaded === true;
  const seesAllAgents = isLoaded && !known.hasOtherAgents && !known.hasOtherPlugins;
  const plain = mentions.filter(({ name }) => isPlain.test(name));
  return {
    agents: plain.filter(({ kind }) => kind === 'agent'),
    skills: plain.filter(({ kind }) => kind === 'skill'),
    servers: plain.filter(({ kind, name }) => kind === 'server' && !comesFromElsewhere.test(name)),
    hasAgent: (name) => !seesAllAgents || broughtAlong.has(name) || model.names.holders(name).size > 0,
    agentNames: () => [...model.names.names, ...builtinAgents],
    skillNames: known.hasOtherPlugins ? undefined : skillNames(known),
    serverNames: serverNames(known, mentions),
  };
}

/** Names with a colon are plugins'; what holds anything else is a pattern or no name at all. */
const isPlain = /^[\p{L}\p{N}_][\p{L}\p{N}_. -]*$/u;

/** Servers of editors, browsers, plugins and claude.ai, which no file of the project declares. */
const comesFromElsewhere = /^(?:mcp__)?(?:ide|plugin_|claude)/i;

/** Agents that one or another version of Claude Code brings. */
const broughtAlong: ReadonlySet<string> = new Set([
  ...builtinAgents,
  'claude',
  'claude-code-guide',
  'fork',
  'output-style-setup',
  'statusline-setup',
  'verification',
  'worker',
]);

/** Skills that one or another version of Claude Code brings. */
const broughtSkills: readonly string[] = [
  'batch',
  'claude-api',
  'claude-in-chrome',
  'code-review',
  'debug',
  'init',
  'keybindings-help',
  'loop',
  'review',
  'schedule',
  'security-review',
  'simplify',
  'skillify',
  'update-config',
  'verify',
];

function skillNames({ skills }: KnownSurroundings): ReadonlySet<string> {
  const names = skills.flatMap(({ name, alias }) => (alias === undefined ? [name] : [name, alias]));
  return new Set([...names, ...broughtSkills]);
}

/** Only a project that declares servers says anything by not declaring one. */
function serverNames(
  known: KnownSurroundings,
  mentions: readonly { readonly kind: string; readonly name: string; readonly as: string }[],
): readonly KnownServer[] | undefined {
  if (known.hasOtherPlugins || !known.servers.some(({ uri }) => uri.endsWith('/.mcp.json'))) return undefined;
  const own = mentions.filter(({ kind, as }) => kind === 'server' && as === 'own');
  return [...known.servers, ...own.map(({ name }) => ({ name, toolPrefix: toolPrefixOf(name) }))];
}

function otherAgent(model: WorkspaceModel, uri: string): OtherAgent {
  const folder = agentsFolderOf(uri);
  const path = folder === undefined ? uriPath(uri) : uriPath(uri).slice(uriPath(folder).length + 1);
  const agent = model.agent(uri);
  const span = agent?.file.frontmatter.byKey.get('name')?.valueSpan;
  if (agent === undefined || span === undefined)
    return { path, place: { uri, line: 0, character: 0, length: 0 } };
  const { line, character } = agent.positions.positionAt(span.start);
  return { path, place: { uri, line, character, length: span.end - span.start } };
}
