/** Which agent a name means, seen from a file: Claude Code's order of precedence over what the model has read. */
import type { AgentField } from '../parse/agentFile.ts';
import type { Span } from '../text/span.ts';
import { agentsFolderOf, pluginRootAround } from '../workspace/selection.ts';
import { isBelow, joinUri, uriPath } from '../workspace/uris.ts';
import type { AgentDocument } from './agentDocument.ts';
import type { Place } from './surroundings.ts';
import type { WorkspaceModel } from './workspaceModel.ts';

/** An agent that can be named. */
export interface NamedAgent {
  /** What others call it: a plugin's with the plugin's name and its subfolders before it. */
  readonly name: string;
  /** What stands in its file. */
  readonly ownName: string;
  readonly document: AgentDocument;
  /** The field `name`; absent where a plugin's agent goes by its file's name. */
  readonly field: AgentField | undefined;
  readonly place: Place | undefined;
}

/** Agents that Claude Code itself brings for others to start; a file of the same name takes their place. */
export const builtinAgents: readonly string[] = ['general-purpose', 'Explore', 'Plan'];

/** All that its documentation says it brings; some do its own work alone. */
export const documentedAgents: readonly string[] = [
  ...builtinAgents,
  'claude-code-guide',
  'statusline-setup',
];

/** Where a file that may name agents stands. */
export function placeOf(model: WorkspaceModel, uri: string): Place | undefined {
  const plugin = pluginRootAround(uri, model.plugins.keys());
  if (plugin !== undefined) return { kind: 'plugin', root: plugin };
  const home = model.homeUri;
  if (home !== undefined && isBelow(uri, `${home}/.claude`)) return { kind: 'user', root: home };
  const at = uri.indexOf('/.claude/');
  return at < 0 ? undefined : { kind: 'project', root: uri.slice(0, at) };
}

/** What Claude Code reads for somebody at a place: the place itself, the user's folder, the plugins. */
export function placesFor(model: WorkspaceModel, place: Place | undefined): readonly Place[] {
  const home = model.homeUri;
  const all: Place[] = place === undefined ? [] : [place];
  if (home !== undefined && place?.kind !== 'user') all.push({ kind: 'user', root: home });
  for (const root of model.plugins.keys()) {
    if (root !== place?.root) all.push({ kind: 'plugin', root });
  }
  return all;
}

/** The names of all agents of the model at one moment. */
export class AgentNames {
  readonly all: readonly NamedAgent[];
  readonly #byName = new Map<string, NamedAgent[]>();

  readonly #foldersSeenFrom: (root: string) => readonly string[] | undefined;

  constructor(model: WorkspaceModel) {
    this.#foldersSeenFrom = (root) => model.project(root)?.folders;
    this.all = [...model.agents].flatMap((document) => namedAgent(model, document) ?? []);
    for (const agent of this.all) {
      for (const name of new Set([agent.name, agent.ownName])) {
        const known = this.#byName.get(name);
        if (known === undefined) this.#byName.set(name, [agent]);
        else known.push(agent);
      }
    }
  }

  /** The agent that a name means in a file at `place`; `undefined` where no file defines it. */
  resolve(name: string, place: Place | undefined): NamedAgent | undefined {
    let best: NamedAgent | undefined;
    let bestRank = -1;
    for (const agent of this.#byName.get(name) ?? []) {
      const rank = this.#rankOf(agent, name, place);
      if (rank < 0 || rank < bestRank) continue;
      if (rank === bestRank && best !== undefined && !comesAfter(agent, best)) continue;
      best = agent;
      bestRank = rank;
    }
    return best;
  }

  /** The agent that a name would mean in a file at `place`, were it another agent's as well; `undefined` if that one. */
  inTheWay(name: string, agent: NamedAgent, place: Place | undefined): NamedAgent | undefined {
    const other = this.resolve(name, place);
    if (other === undefined || other.document.uri === agent.document.uri) return undefined;
    const renamed = { ...agent, name };
    return this.#rankOf(other, name, place) >= this.#rankOf(renamed, name, place) ? other : undefined;
  }

  /** Every agent that a file at `place` can name, each name once, in the order of the names. */
  visibleFrom(place: Place | undefined): readonly NamedAgent[] {
    const visible = new Map<string, NamedAgent>();
    for (const { name } of this.all) {
      const agent = visible.has(name) ? undefined : this.resolve(name, place);
      if (agent !== undefined) visible.set(name, agent);
    }
    return [...visible.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  ofDocument(uri: string): NamedAgent | undefined {
    return this.all.find(({ document }) => document.uri === uri);
  }

  /** How strongly a name in a file at `from` means this agent; negative where it cannot. */
  #rankOf({ name, place }: NamedAgent, asked: string, from: Place | undefined): number {
    if (place === undefined) return -1;
    if (place.kind === 'plugin') {
      if (asked === name) return 1;
      // Within a plugin its agents speak of each other by their own names.
      return from?.kind === 'plugin' && from.root === place.root ? 2 : -1;
    }
    if (place.kind === 'user') return 3;
    if (from?.kind !== 'project') return -1;
    // From below one sees the folders above; the deeper one wins.
    const isSeen = this.#foldersSeenFrom(from.root)?.includes(place.root) ?? isBelow(from.root, place.root);
    return isSeen ? 4 + place.root.length : -1;
  }
}

/** The name that an agent is known by everywhere, with the agents folder in which nobody else can have it. */
export interface OwnName {
  /** A plugin's with the plugin's name and its subfolders before it. */
  readonly name: string;
  readonly agentsFolder: string;
}

/** The name that Claude Code loads a file under; `undefined` for one that does not load, or lies in no agents folder. */
export function ownNameOf(model: WorkspaceModel, document: AgentDocument): OwnName | undefined {
  const { verdict } = document.file;
  const place = placeOf(model, document.uri);
  if (place?.kind === 'plugin') {
    const agentsFolder = joinUri(place.root, 'agents');
    if (!isBelow(document.uri, agentsFolder)) return undefined;
    return { name: pluginAgentName(model, document, place), agentsFolder };
  }
  const agentsFolder = agentsFolderOf(document.uri);
  if (agentsFolder === undefined || verdict.name === null) return undefined;
  return { name: verdict.name, agentsFolder };
}

/** Where a field's text stands without its quotes; `undefined` where it is written otherwise than read. */
export function exactSpan(text: string, field: AgentField): Span | undefined {
  const { node, value } = field;
  if (node.kind !== 'scalar' || typeof value !== 'string') return undefined;
  const inner = node.style === 'plain' ? 0 : 1;
  const start = node.span.start + inner;
  const end = start + value.length;
  return text.slice(start, end) === value ? { start, end } : undefined;
}

function namedAgent(model: WorkspaceModel, document: AgentDocument): NamedAgent | undefined {
  const place = placeOf(model, document.uri);
  const field = nameField(document);
  const ownName = field?.value as string | undefined;
  if (place?.kind !== 'plugin') {
    return ownName === undefined ? undefined : { name: ownName, ownName, document, field, place };
  }
  const name = pluginAgentName(model, document, place);
  return { name, ownName: ownName ?? document.name, document, field, place };
}

/** A plugin's agent loads without a name as well, under its file's. */
function pluginAgentName(model: WorkspaceModel, document: AgentDocument, { root }: Place): string {
  const own = (nameField(document)?.value as string | undefined) ?? document.name;
  const below = uriPath(document.uri).slice(uriPath(root).length + '/agents/'.length);
  const folders = below.split('/').slice(0, -1);
  return [model.plugins.get(root)?.name ?? '', ...folders, own].join(':');
}

/** The field `name` where it is a text with something in it. */
function nameField(document: AgentDocument): AgentField | undefined {
  const field = document.file.frontmatter.byKey.get('name');
  return typeof field?.value === 'string' && field.value !== '' ? field : undefined;
}

/** Of two files at one place the one that loads wins, then the last by path. */
function comesAfter(a: NamedAgent, b: NamedAgent): boolean {
  const loads = (agent: NamedAgent): boolean => agent.document.file.verdict.loads;
  if (loads(a) !== loads(b)) return loads(a);
  return uriPath(a.document.uri) > uriPath(b.document.uri);
}
