import type { BusinessDomain, Technology } from '../catalogue/types.ts';
import { technologiesIn } from '../catalogue/lookup.ts';
import { slice } from '../text/span.ts';
import type { AgentDocument } from './agentDocument.ts';

/** What one agent has on a technology or domain. */
export interface KnownBy {
  readonly agent: string;
  /** The agent's own words on it, on one line. */
  readonly words: string;
}

/** What a project's agents know, by id of the technology or domain. */
export interface Knowledge {
  readonly technologies: ReadonlyMap<string, Known<Technology>>;
  readonly domains: ReadonlyMap<string, Known<BusinessDomain>>;
}

export interface Known<Item> {
  readonly item: Item;
  /** An agent has an entry of its own for it; otherwise it only stands in the words of another entry. */
  readonly isEntry: boolean;
  /** One of them is an agent of the very folder, not of one above it. */
  readonly isOwn: boolean;
  readonly by: readonly KnownBy[];
}

/**
 * Gathers the vocabularies of agents: their entries, and the technologies that the entries' words name.
 * @param own those of the folder itself, where the others are of folders above
 */
export function knowledgeOf(agents: Iterable<AgentDocument>, own?: ReadonlySet<string>): Knowledge {
  const technologies = new Map<string, Gathered<Technology>>();
  const domains = new Map<string, Gathered<BusinessDomain>>();
  const named = new Map<string, Gathered<Technology>>();
  for (const agent of agents) {
    for (const requirement of agent.requirements) {
      for (const key of requirement.vocabulary) {
        const words = onOneLine(slice(agent.body.text, key.contentSpan));
        const by = { agent: agent.name, words };
        const isOwn = own?.has(agent.uri) !== false;
        for (const item of key.technologies) note(technologies, item, by, isOwn);
        for (const item of key.domains) note(domains, item, by, isOwn);
        if (key.kind !== 'entry' && key.kind !== 'attribute') continue;
        for (const part of words.split(',')) {
          for (const { item } of technologiesIn(part.replace(/^[\s"']+|[\s"']+$/g, ''))) {
            note(named, item, { agent: agent.name, words: `${key.key}: ${words}` }, isOwn);
          }
        }
      }
    }
  }
  for (const [id, known] of named) {
    if (!technologies.has(id)) technologies.set(id, { ...known, isEntry: false });
  }
  return { technologies, domains };
}

interface Gathered<Item> extends Known<Item> {
  isOwn: boolean;
  readonly by: KnownBy[];
}

function note<Item extends { readonly id: string }>(
  into: Map<string, Gathered<Item>>,
  item: Item,
  by: KnownBy,
  isOwn: boolean,
): void {
  const known = into.get(item.id);
  if (known === undefined) into.set(item.id, { item, isEntry: true, isOwn, by: [by] });
  else {
    known.isOwn ||= isOwn;
    if (!known.by.some((other) => other.agent === by.agent)) known.by.push(by);
  }
}

/** Long enough to help, short enough for a completion's side panel. */
const longestWords = 300;

function onOneLine(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length > longestWords ? `${words.slice(0, longestWords)}…` : words;
}
