/** Which agents have a name, and which documents speak of it: kept up to date agent by agent, so that nobody scans. */
import { uriPath } from '../workspace/uris.ts';
import type { AgentDocument } from './agentDocument.ts';
import { frontmatterMentions, type Mention } from './agentMentions.ts';
import type { OwnName } from './agentNames.ts';

/** What is kept of one agent. */
interface Known {
  readonly frontmatter: object;
  readonly own: OwnName | undefined;
  /** What its frontmatter names besides itself. */
  readonly mentions: readonly Mention[];
}

/** The names of the agents that load, a project's and a user's as they are, a plugin's in full; and who mentions them. */
export class AgentNameIndex {
  readonly #ownNameOf: (agent: AgentDocument) => OwnName | undefined;
  readonly #known = new Map<string, Known>();
  readonly #holders = new Map<string, Set<string>>();
  readonly #mentioners = new Map<string, Set<string>>();
  /** The names that were taken or given up, and by whom. */
  #changed = new Map<string, Set<string>>();

  /** @param ownNameOf the name that an agent loads under; `undefined` where it does not */
  constructor(ownNameOf: (agent: AgentDocument) => OwnName | undefined) {
    this.#ownNameOf = ownNameOf;
  }

  /** Takes a version of an agent in; costs one look where its frontmatter is the one already known. */
  put(agent: AgentDocument): void {
    const before = this.#known.get(agent.uri);
    const { frontmatter, verdict } = agent.file;
    if (before?.frontmatter === frontmatter) return;
    const own = this.#ownNameOf(agent);
    const mentions =
      verdict.loads || own !== undefined
        ? frontmatterMentions(agent).filter((mention) => mention.kind !== 'agent' || mention.as !== 'own')
        : [];
    this.#set(agent.uri, before, { frontmatter, own, mentions });
  }

  remove(uri: string): void {
    this.#set(uri, this.#known.get(uri), undefined);
  }

  /** The URIs of the agents of that name which load. */
  holders(name: string): ReadonlySet<string> {
    return this.#holders.get(name) ?? nobody;
  }

  /** Every name there is. */
  get names(): Iterable<string> {
    return this.#holders.keys();
  }

  /** The name that an agent is known by. */
  ownName(uri: string): OwnName | undefined {
    return this.#known.get(uri)?.own;
  }

  /** The agents folders in which the name is taken. */
  foldersWith(name: string): ReadonlySet<string> {
    return new Set([...this.holders(name)].map((uri) => this.#known.get(uri)!.own!.agentsFolder));
  }

  /** What an agent's frontmatter names besides itself; empty for one that does not load. */
  mentionsOf(uri: string): readonly Mention[] {
    return this.#known.get(uri)?.mentions ?? [];
  }

  /** Of several files of one name in one folder Claude Code sorts the paths and takes the last. */
  winner(name: string, agentsFolder: string): string | undefined {
    let last: string | undefined;
    for (const uri of this.holders(name)) {
      if (this.#known.get(uri)?.own?.agentsFolder !== agentsFolder) continue;
      if (last === undefined || uriPath(uri) > uriPath(last)) last = uri;
    }
    return last;
  }

  get hasChanged(): boolean {
    return this.#changed.size > 0;
  }

  /**
   * The documents that have, or speak of, a name which another one has taken or given up since this was last asked.
   */
  takeDependents(): ReadonlySet<string> {
    const dependents = new Set<string>();
    for (const [name, by] of this.#changed) {
      for (const uri of this.holders(name)) if (by.size > 1 || !by.has(uri)) dependents.add(uri);
      for (const uri of this.#mentioners.get(name) ?? nobody) dependents.add(uri);
    }
    this.#changed = new Map();
    return dependents;
  }

  #set(uri: string, before: Known | undefined, now: Known | undefined): void {
    if (now === undefined) this.#known.delete(uri);
    else this.#known.set(uri, now);
    if (before?.own?.name !== now?.own?.name) {
      const [old, own] = [before, now].map((known) => (known?.own === undefined ? [] : [known.own.name]));
      move(this.#holders, uri, old ?? [], own ?? []);
      move(this.#changed, uri, [], [...(old ?? []), ...(own ?? [])]);
    }
    const agents = (known: Known | undefined): readonly string[] =>
      (known?.mentions ?? []).filter(({ kind }) => kind === 'agent').map(({ name }) => name);
    move(this.#mentioners, uri, agents(before), agents(now));
  }
}

const nobody: ReadonlySet<string> = new Set();

function move(
  table: Map<string, Set<string>>,
  uri: string,
  from: readonly string[],
  to: readonly string[],
): void {
  for (const name of from) {
    const uris = table.get(name);
    uris?.delete(uri);
    if (uris?.size === 0) table.delete(name);
  }
  for (const name of to) {
    const uris = table.get(name);
    if (uris === undefined) table.set(name, new Set([uri]));
    else uris.add(uri);
  }
}
