import { rolesOf } from '../catalogue/roles.ts';
import { tradeOfRole } from '../catalogue/trades.ts';
import type { Technology, TechnologyKind, TechnologySection } from '../catalogue/types.ts';
import { sectionsOfValue } from '../project/facts.ts';
import { topicOf } from './groupTopics.ts';
import type { KeyNode, VocabularyBlock } from '../requirements/vocabularyTypes.ts';
import { sectionOf, sectionsUnder } from './labels.ts';
import type { TechnologyValue } from './pool.ts';

/** What an agent has vocabulary for: only of that can something declared be missing (rule 10). */
export class SpokenSections {
  /** By section the roles of its entries. */
  readonly #roles = new Map<TechnologySection, Set<string>>();
  /** Trades of their own that its entries are of. */
  readonly #trades = new Set<string>();
  domains = false;

  /** @param isKept whether an offset in the body lies on a line that stays */
  constructor(blocks: readonly VocabularyBlock[], isKept: (offset: number) => boolean) {
    for (const block of blocks) {
      for (const list of block.lists) this.#addAll(list.keys, undefined, block, isKept);
    }
  }

  /**
   * Whether a value is of what the agent speaks of. An agent for servers is one for all that servers are made of, not
   * for what they are tested with, nor for boards and engines, unless its label says that these are the backend; one
   * that only knows data processing is not asked for web frameworks, and of deployment each role is a trade of its own.
   */
  covers(value: TechnologyValue): boolean {
    const { technology } = value;
    const own = rolesOf(technology);
    const trades = own.flatMap((role) => tradeOfRole(role) ?? []);
    if (trades.some((trade) => this.#trades.has(trade))) return true;
    const isOfOtherTrade = trades.length === own.length && value.section === undefined;
    // What belongs to several sections is of the first, unless its label says otherwise.
    const sections = sectionsOfValue(value).slice(0, 1);
    return sections.some((section) => {
      const roles = this.#roles.get(section);
      if (roles === undefined) return false;
      if (own.some((role) => roles.has(role))) return true;
      return roles.has(coreOf[section] ?? '') && !isOfOtherTrade && !besideTheProduct.has(technology.kind);
    });
  }

  #addAll(
    all: readonly KeyNode[],
    group: KeyNode | undefined,
    block: VocabularyBlock,
    isKept: (offset: number) => boolean,
  ): void {
    const nodes = all.filter(({ key }) => isKept(key.keySpan.start));
    const topic = group === undefined ? undefined : topicOf(nodes, block);
    for (const node of nodes) {
      const { key, children } = node;
      this.#addAll(children, key.kind === 'group' ? node : undefined, block, isKept);
      if (key.domains.length > 0) this.domains = true;
      for (const technology of key.technologies) {
        for (const section of sectionsSpoken(block, technology, topic))
          this.#add(section, rolesOf(technology));
      }
    }
  }

  #add(section: TechnologySection, roles: readonly string[]): void {
    let all = this.#roles.get(section);
    if (all === undefined) this.#roles.set(section, (all = new Set()));
    for (const role of roles) {
      all.add(role);
      const trade = tradeOfRole(role);
      if (trade !== undefined) this.#trades.add(trade);
    }
  }
}

/** Whoever has entries of this role has the section for a trade. */
const coreOf: Partial<Record<TechnologySection, string>> = {
  frontend: 'stack',
  backend: 'stack',
  database: 'data-store',
};

/** What a product is checked and looked at with: pytest and mypy are no part of a server. */
const besideTheProduct: ReadonlySet<TechnologyKind> = new Set<TechnologyKind>(['testing', 'tool']);

/**
 * What belongs to several sections speaks for the one that its label names, else for its first: monitoring that also
 * has a library for backends is no vocabulary of backends.
 */
function sectionsSpoken(
  { labels }: VocabularyBlock,
  technology: Technology,
  topic: TechnologySection | undefined,
): readonly TechnologySection[] {
  if (topic !== undefined) return technology.sections.includes(topic) ? [topic] : [];
  const sections = sectionsUnder(labels, technology);
  if (sections !== technology.sections) return sections;
  // AWS RDS under a label for deployment is a service of the cloud, no vocabulary of databases.
  const isService =
    technology.provider !== undefined && labels.some((label) => sectionOf(label) !== undefined);
  return isService ? [] : sections.slice(0, 1);
}
