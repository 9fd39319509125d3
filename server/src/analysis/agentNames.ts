/** Which agent a name means, seen from a file: Claude Code's order of precedence over what the model has read. */
import type { AgentField } from '../parse/agentFile.ts';
import type { Span } from '../text/span.ts';
import { isBelow, uriPath } from '../workspace/uris.ts';
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

/** Agents that Claude Code itself brings; a file of the same name takes their place. */
export const builtinAgents: readonly string[] = ['general-purpose', 'Explore', 'Plan'];

/** Where a file that may name agents stands. */
export function placeOf(model: WorkspaceModel, uri: string): Place | undefined {
  for (const root of model.pluginRoots) if (isBelow(uri, root)) return { kind: 'plugin', root };
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
  for (const root of model.pluginRoots) {
    if (root !== place?.root) all.push({ kind: 'plugin', root });
  }
  return all;
}

/** The names of all agents of the model at one moment. */
export class AgentNames {
  readonly all: readonly NamedAgent[];
  readonly #byName = new Map<string, NamedAgent[]>();

  /** @param pluginNames plugins' names by their folders */
  constructor(model: WorkspaceModel, pluginNames: ReadonlyMap<string, string>) {
    this.all = [...model.agents].flatMap((document) => namedAgent(model, document, pluginNames) ?? []);
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
      const rank = rankOf(agent, name, place);
      if (rank < 0 || rank < bestRank) continue;
      if (rank === bestRank && best !== undefined && !comesAfter(agent, best)) continue;
      best = agent;
      bestRank = rank;
    }
    return best;
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

function namedAgent(
  model: WorkspaceModel,
  document: AgentDocument,
  pluginNames: ReadonlyMap<string, string>,
): NamedAgent | undefined {
  const field = document.file.frontmatter.byKey.get('name');
  const place = placeOf(model, document.uri);
  const plugin = place?.kind === 'plugin' ? place : undefined;
  const ownName = typeof field?.value === 'string' && field.value !== '' ? field.value : undefined;
  if (plugin === undefined) {
    return ownName === undefined ? undefined : { name: ownName, ownName, document, field, place };
  }
  // A plugin's agent loads without a name as well, under its file's.
  const own = ownName ?? document.name;
  const below = uriPath(document.uri).slice(uriPath(plugin.root).length + '/agents/'.length);
  const folders = below.split('/').slice(0, -1);
  const name = [pluginNames.get(plugin.root) ?? '', ...folders, own].join(':');
  return { name, ownName: own, document, field: ownName === undefined ? undefined : field, place };
}

/** How strongly a name in a file at `from` means this agent; negative where it cannot. */
function rankOf({ name, place }: NamedAgent, asked: string, from: Place | undefined): number {
  if (place === undefined) return -1;
  if (place.kind === 'plugin') {
    if (asked === name) return 1;
    // Within a plugin its agents speak of each other by their own names.
    return from?.kind === 'plugin' && from.root === place.root ? 2 : -1;
  }
  if (place.kind === 'user') return 3;
  // From below one sees the folders above; the deeper one wins.
  const isSeen = from?.kind === 'project' && isBelow(from.root, place.root);
  return isSeen ? 4 + place.root.length : -1;
}

/** Of two files at one place the one that loads wins, then the last by path. */
function comesAfter(a: NamedAgent, b: NamedAgent): boolean {
  const loads = (agent: NamedAgent): boolean => agent.document.file.verdict.loads;
  if (loads(a) !== loads(b)) return loads(a);
  return uriPath(a.document.uri) > uriPath(b.document.uri);
}
