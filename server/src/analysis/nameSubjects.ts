/** What the rules on names are given: from indexes and from what was last read, without waiting for anything. */
import type { KnownServer, MentionsSubject, OtherAgent, OwnNameSubject } from '../rules/nameSubjects.ts';
import { joinUri, parentUri, uriPath } from '../workspace/uris.ts';
import type { AgentDocument } from './agentDocument.ts';
import type { Mention } from './agentMentions.ts';
import { builtinAgents, documentedAgents, placeOf } from './agentNames.ts';
import type { KnownSurroundings } from './knownSurroundings.ts';
import { toolPrefixOf } from './mcpServers.ts';
import type { Place } from './surroundings.ts';
import type { WorkspaceModel } from './workspaceModel.ts';

/** An agent's own name among the others; `undefined` where nobody else has it. */
export function ownNameSubject(model: WorkspaceModel, agent: AgentDocument): OwnNameSubject | undefined {
  const own = model.names.ownName(agent.uri);
  if (own === undefined) return undefined;
  const { name, agentsFolder } = own;
  const hidesBuiltin = documentedAgents.includes(name);
  if (model.names.holders(name).size < 2 && !hidesBuiltin) return undefined;
  const { frontmatter } = agent.file;
  const { fence } = frontmatter;
  const span =
    frontmatter.byKey.get('name')?.valueSpan ?? (fence.state === 'closed' ? fence.open : undefined);
  const winner = model.names.winner(name, agentsFolder);
  const users = model.homeUri === undefined ? undefined : agentsFolderIn(model.homeUri);
  const others = [...model.names.foldersWith(name)].filter(
    (folder) => folder !== agentsFolder && !isSameFolder(model, folder, agentsFolder),
  );
  const winnerIn = (folder: string): readonly OtherAgent[] => {
    const uri = model.names.winner(name, folder);
    return uri === undefined ? [] : [otherAgent(model, uri, folder, agentsFolder)];
  };
  const ofProjects = others.filter((folder) => folder !== users && agentsFolder !== users);
  return {
    name,
    span: span ?? { start: 0, end: 0 },
    winner:
      winner === undefined || winner === agent.uri
        ? undefined
        : otherAgent(model, winner, agentsFolder, agentsFolder),
    above: foldersSeenFrom(model, agentsFolder)
      .filter((folder) => ofProjects.includes(folder))
      .flatMap(winnerIn),
    users: others
      .filter((folder) => folder === users)
      .flatMap(winnerIn)
      .at(0),
    hidesBuiltin,
    below: ofProjects
      .filter((folder) => foldersSeenFrom(model, folder).includes(agentsFolder))
      .sort()
      .flatMap(winnerIn),
  };
}

/** What an agent's frontmatter names; `undefined` where it names nothing, or its surroundings are not known (yet). */
export function mentionsSubject(model: WorkspaceModel, agent: AgentDocument): MentionsSubject | undefined {
  const mentions = model.names.mentionsOf(agent.uri);
  const place = mentions.length === 0 ? undefined : placeOf(model, agent.uri);
  const known = place === undefined ? undefined : model.knownSurroundings.at(place);
  if (place === undefined || known === undefined) return undefined;
  const canTell = judgeOf(model, place, known);
  const ofKind = (kind: Mention['kind']): readonly Mention[] =>
    mentions.filter((mention) => mention.kind === kind && canTell[kind](mention));
  return {
    agents: ofKind('agent'),
    skills: ofKind('skill'),
    servers: ofKind('server'),
    hasAgent: (name) => broughtAlong.has(name) || isVisible(model, name, place),
    agentNames: () => {
      const own = model.names.ownName(agent.uri)?.name;
      const visible = [...model.names.names].filter((name) => name !== own && isVisible(model, name, place));
      return [...visible, ...builtinAgents];
    },
    skillNames: skillNames(known),
    knownServers: knownServers(known, mentions),
  };
}

/** Names with a colon are plugins'; what holds anything else is a pattern or no name at all. */
const plainName = /^[\p{L}\p{N}_][\p{L}\p{N}_. -]*$/u;
const pluginName = /^([\p{L}\p{N}_][\p{L}\p{N}_. -]*)(?::[\p{L}\p{N}_][\p{L}\p{N}_. -]*)+$/u;

/** Servers of editors, browsers and claude.ai, which no file of the project declares. */
const comesFromElsewhere = /^(?:mcp__)?(?:ide|plugin_|claude)/i;

/** Agents that one or another version of Claude Code brings. */
const broughtAlong: ReadonlySet<string> = new Set([
  ...documentedAgents,
  'claude',
  'fork',
  'output-style-setup',
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

type Judge = Readonly<Record<Mention['kind'], (mention: Mention) => boolean>>;

/**
 * Of which names one can tell that there is nothing they could mean. A user's or plugin's agent may be used in a
 * project that is not here: of its names only those of plugins can be looked up.
 */
function judgeOf(model: WorkspaceModel, place: Place, known: KnownSurroundings): Judge {
  const isProject = place.kind === 'project';
  const hasOtherPlugins = known.otherPlugins === undefined || known.otherPlugins.size > 0;
  const seesAllAgents =
    isProject &&
    model.project(place.root)?.folders.every((folder) => model.project(folder)?.isLoaded !== false) ===
      true &&
    model.hasReadUserAgents &&
    !known.hasOtherAgents &&
    !hasOtherPlugins;
  const readable = readablePlugins(model, known);
  const isOfReadablePlugin = (name: string): boolean => readable.has(pluginName.exec(name)?.[1] ?? '');
  const seesAllServers =
    isProject &&
    !hasOtherPlugins &&
    known.unread.length === 0 &&
    (known.hasUserConfiguration || known.servers.some(({ uri }) => uri.endsWith('/.mcp.json')));
  return {
    agent: ({ name }) => (plainName.test(name) ? seesAllAgents : isOfReadablePlugin(name)),
    skill: ({ name }) => (plainName.test(name) ? isProject && !hasOtherPlugins : isOfReadablePlugin(name)),
    server: ({ name }) => {
      if (!plainName.test(name) || name === 'mcp__') return false;
      const ofPlugin = [...readable].some(([plugin, root]) => {
        const isRead = !known.unread.some((uri) => uri.startsWith(`${root}/`));
        return isRead && name.startsWith(toolPrefixOf(`plugin:${plugin}:`));
      });
      return ofPlugin || (seesAllServers && !comesFromElsewhere.test(name));
    },
  };
}

/**
 * The workspace's plugins, root by name, that have all in the usual places, and of which the user has no other version
 * elsewhere, nor the workspace two.
 */
function readablePlugins(
  { plugins }: WorkspaceModel,
  { otherPlugins }: KnownSurroundings,
): ReadonlyMap<string, string> {
  const readable = new Map<string, string>();
  const names = [...plugins.values()].map(({ name }) => name);
  for (const [root, { name, hasOtherPlaces }] of plugins) {
    const isOnly = names.indexOf(name) === names.lastIndexOf(name);
    if (otherPlugins?.has(name) === false && isOnly && !hasOtherPlaces) readable.set(name, root);
  }
  return readable;
}

/** Whether Claude Code, started at a place, has an agent of that name; a plugin's it has everywhere. */
function isVisible(model: WorkspaceModel, name: string, place: Place): boolean {
  const folders = model.names.foldersWith(name);
  if (name.includes(':')) return folders.size > 0;
  if (place.kind !== 'project') return false;
  const home = model.homeUri;
  const seen = [
    ...(model.project(place.root)?.folders ?? [place.root]),
    ...(home === undefined ? [] : [home]),
  ];
  return seen.some((folder) => folders.has(agentsFolderIn(folder)));
}

/** The agents folders of the folders above one's project, the nearest first; none for a plugin's. */
function foldersSeenFrom(model: WorkspaceModel, agentsFolder: string): readonly string[] {
  const root = parentUri(parentUri(agentsFolder));
  if (agentsFolder !== agentsFolderIn(root)) return [];
  return (model.project(root)?.folders ?? []).filter((folder) => folder !== root).map(agentsFolderIn);
}

function agentsFolderIn(folder: string): string {
  return joinUri(folder, '.claude', 'agents');
}

/** Whether two agents folders are one: projects of a repository often share theirs by a link. */
function isSameFolder(model: WorkspaceModel, a: string, b: string): boolean {
  const real = (folder: string): string =>
    model.project(parentUri(parentUri(folder)))?.realAgentsFolder ?? folder;
  return real(a) === real(b);
}

function skillNames({ skills }: KnownSurroundings): ReadonlySet<string> {
  const names = skills.flatMap(({ name, alias }) => (alias === undefined ? [name] : [name, alias]));
  return new Set([...names, ...broughtSkills]);
}

/** Those of the configuration files, and those that the agent itself brings. */
function knownServers(
  known: KnownSurroundings,
  mentions: readonly { readonly kind: string; readonly name: string; readonly as: string }[],
): readonly KnownServer[] {
  const own = mentions.filter(({ kind, as }) => kind === 'server' && as === 'own');
  return [...known.servers, ...own.map(({ name }) => ({ name, toolPrefix: toolPrefixOf(name) }))];
}

function otherAgent(model: WorkspaceModel, uri: string, folder: string, from: string): OtherAgent {
  const path = uriPath(uri).slice(uriPath(folder).length + 1);
  const agent = model.agent(uri);
  const span = agent?.file.frontmatter.byKey.get('name')?.valueSpan;
  const shared = { path, folder: folderName(folder, from) };
  if (agent === undefined || span === undefined) {
    return { ...shared, place: { uri, line: 0, character: 0, length: 0 } };
  }
  const { line, character } = agent.positions.positionAt(span.start);
  return { ...shared, place: { uri, line, character, length: span.end - span.start } };
}

/** The project's folder of an agents folder: below that of another one the way there, elsewhere its own name. */
function folderName(agentsFolder: string, from: string): string {
  const root = uriPath(parentUri(parentUri(agentsFolder)));
  const base = `${uriPath(parentUri(parentUri(from)))}/`;
  return root.startsWith(base) ? root.slice(base.length) : root.slice(root.lastIndexOf('/') + 1) || '/';
}
