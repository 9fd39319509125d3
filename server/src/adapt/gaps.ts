import { findDomain } from '../catalogue/lookup.ts';
import { domainCovers, technologyCovers } from '../catalogue/relations.ts';
import type { Technology, TechnologyKind, TechnologySection } from '../catalogue/types.ts';
import type { MarkdownTree } from '../parse/markdown.ts';
import { outlineOf } from '../parse/outline.ts';
import { sectionsOfValue } from '../project/facts.ts';
import type { VocabularyKey } from '../requirements/requirementTypes.ts';
import { keysOfFence, keysOfList } from '../requirements/vocabularyBlocks.ts';
import type { LeafList, VocabularyBlock } from '../requirements/vocabularyTypes.ts';
import { technologiesOf } from './leaves.ts';
import { sectionsUnder } from './labels.ts';
import { type DomainValue, type Pool, type TechnologyValue, relationTo, strongest } from './pool.ts';
import type { Gap, KnownThrough } from './profileTypes.ts';

/** What is declared and unknown to the agent, or known only through what it runs on (rule 10). */
export interface Unknown {
  readonly gaps: readonly Gap[];
  readonly knownOnlyThrough: readonly KnownThrough[];
}

/**
 * @param isKept whether an offset in the body lies on a line that stays
 */
export function unknownTo(
  body: MarkdownTree,
  blocks: readonly VocabularyBlock[],
  pool: Pool,
  isKept: (offset: number) => boolean,
): Unknown {
  const known = blocks.flatMap((block) =>
    block.keys
      .filter((key) => (key.kind === 'entry' || isItem(key)) && isKept(key.keySpan.start))
      .map((key) => ({ key, block })),
  );
  const entries = known.map(({ key }) => key);
  const gaps: Gap[] = [];
  const knownOnlyThrough: KnownThrough[] = [];
  const seen = new Set<string>();
  const spoken = new Spoken(known, pool);
  const leaves = leafTechnologies(body, isKept);
  for (const value of pool.technologies) {
    if (seen.has(value.technology.id) || !spoken.covers(value)) continue;
    seen.add(value.technology.id);
    const through = knownThrough(value, entries, leaves);
    if (through === undefined) gaps.push({ value });
    else if (through !== true) knownOnlyThrough.push({ value, through });
  }
  if (!spoken.domains) return { gaps, knownOnlyThrough };
  const domainLeaves = leafDomains(body, blocks, isKept);
  for (const value of pool.domains) {
    if (seen.has(`domain ${value.domain.id}`)) continue;
    seen.add(`domain ${value.domain.id}`);
    if (!isKnownDomain(value, entries, domainLeaves)) gaps.push({ value });
  }
  return { gaps, knownOnlyThrough };
}

/** What the agent has vocabulary for: sections, of deployment kinds, and whether domains. */
class Spoken {
  readonly #sections = new Set<TechnologySection>();
  readonly #kinds = new Set<TechnologyKind>();
  readonly domains: boolean;

  constructor(
    known: readonly { readonly key: VocabularyKey; readonly block: VocabularyBlock }[],
    pool: Pool,
  ) {
    for (const { key, block } of known) {
      if (key.layer !== undefined) this.#sections.add(key.layer);
      for (const technology of key.technologies) {
        for (const section of sectionsUnder(block.labels, technology)) this.#sections.add(section);
        this.#kinds.add(technology.kind);
      }
      // An entry that a declared value keeps is of that value's kind too: AWS, kept by AWS RDS, knows databases.
      for (const value of pool.technologies) {
        if (relationTo(key, value) !== undefined) this.#kinds.add(value.technology.kind);
      }
    }
    this.domains = known.some(({ key }) => key.domains.length > 0);
  }

  covers(value: TechnologyValue): boolean {
    return sectionsOfValue(value).some(
      (section) =>
        this.#sections.has(section) && (section !== 'deployment' || this.#kinds.has(value.technology.kind)),
    );
  }
}

/** `true`: known; a name: known only through that; `undefined`: not known. */
function knownThrough(
  value: TechnologyValue,
  entries: readonly VocabularyKey[],
  leaves: ReadonlyMap<string, Technology>,
): string | true | undefined {
  if (leaves.has(value.technology.id)) return true;
  let through: string | undefined;
  for (const technology of [...entries.flatMap((entry) => entry.technologies), ...leaves.values()]) {
    const relation = technologyCovers(technology, value.technology);
    if (relation === undefined) continue;
    if (relation !== 'runs-on') return true;
    through ??= technology.name;
  }
  if (through !== undefined) return through;
  const layers = sectionsOfValue(value);
  return entries.some((entry) => entry.layer !== undefined && layers.includes(entry.layer))
    ? true
    : undefined;
}

function isKnownDomain(
  value: DomainValue,
  entries: readonly VocabularyKey[],
  leaves: ReadonlySet<string>,
): boolean {
  const relations = entries.flatMap((entry) =>
    entry.domains.map((domain) => domainCovers(domain, value.domain)),
  );
  return strongest(relations) !== undefined || leaves.has(value.domain.id);
}

/** An item of a plain comma list. */
function isItem(key: VocabularyKey): boolean {
  return key.kind === 'attribute' && key.technologies.length + key.domains.length > 0;
}

/** What the comma lists of the whole agent name, as far as their lines stay. */
function leafTechnologies(body: MarkdownTree, isKept: (offset: number) => boolean): Map<string, Technology> {
  const found = new Map<string, Technology>();
  for (const { list, technologies } of leavesOf(body)) {
    if (!isKept(list.span.start)) continue;
    for (const technology of technologies) found.set(technology.id, technology);
  }
  return found;
}

interface Leaves {
  readonly list: LeafList;
  readonly technologies: readonly Technology[];
}

const known = new WeakMap<MarkdownTree, readonly Leaves[]>();
const knownInBlock = new WeakMap<object, readonly Leaves[]>();

function leavesOf(body: MarkdownTree): readonly Leaves[] {
  let leaves = known.get(body);
  if (leaves === undefined) {
    leaves = outlineOf(body).flatMap(({ start, block }) => {
      let inBlock = knownInBlock.get(block);
      if (inBlock === undefined) {
        const lists = (keysOfFence(block) ?? keysOfList(block))?.lists ?? [];
        inBlock = lists
          .map((list) => ({ list, technologies: technologiesOf(block.text, list).flat() }))
          .filter(({ technologies }) => technologies.length > 0);
        knownInBlock.set(block, inBlock);
      }
      return inBlock.map(({ list, technologies }) => ({
        list: { ...list, span: { start: list.span.start + start, end: list.span.end + start } },
        technologies,
      }));
    });
    known.set(body, leaves);
  }
  return leaves;
}

/** Domains that are whole items of the lists under the agent's labels: phrases there speak of other things. */
function leafDomains(
  body: MarkdownTree,
  blocks: readonly VocabularyBlock[],
  isKept: (offset: number) => boolean,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const list of blocks.flatMap((block) => block.lists.flatMap((keys) => keys.leaves))) {
    if (!isKept(list.span.start)) continue;
    for (const item of list.items) {
      const domain = findDomain(body.text.slice(item.start, item.end));
      if (domain !== undefined) found.add(domain.id);
    }
  }
  return found;
}
