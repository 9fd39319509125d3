import { findDomain } from '../catalogue/lookup.ts';
import { normalizedName } from '../catalogue/names.ts';
import { domainCovers, technologyCovers } from '../catalogue/relations.ts';
import type { Technology, TechnologyKind, TechnologySection } from '../catalogue/types.ts';
import type { MarkdownTree } from '../parse/markdown.ts';
import { outlineOf } from '../parse/outline.ts';
import { sectionsOfValue } from '../project/facts.ts';
import type { DeclaredValue } from '../project/factTypes.ts';
import type { VocabularyKey } from '../requirements/requirementTypes.ts';
import { keysOfFence, keysOfList } from '../requirements/vocabularyBlocks.ts';
import type { LeafList, VocabularyBlock } from '../requirements/vocabularyTypes.ts';
import { technologiesOf } from './leaves.ts';
import { sectionsUnder } from './labels.ts';
import { type DomainValue, type Pool, type TechnologyValue, relationTo, strongest } from './pool.ts';
import type { Gap, KnownThrough } from './profileTypes.ts';

/** What is declared and unknown to the agent, or known only through what it runs on (rule 10). */
export interface Knowledge {
  readonly gaps: readonly Gap[];
  readonly knownOnlyThrough: readonly KnownThrough[];
  /** Ids of the declared technologies and domains that the agent has something on. */
  readonly known: ReadonlySet<string>;
}

/**
 * @param isKept whether an offset in the body lies on a line that stays
 */
export function knowledgeOf(
  body: MarkdownTree,
  blocks: readonly VocabularyBlock[],
  pool: Pool,
  isKept: (offset: number) => boolean,
): Knowledge {
  const vocabulary = blocks.flatMap((block) =>
    block.keys
      .filter((key) => (key.kind === 'entry' || isItem(key)) && isKept(key.keySpan.start))
      .map((key) => ({ key, block })),
  );
  const entries = vocabulary.map(({ key }) => key);
  const gaps: Gap[] = [];
  const knownOnlyThrough: KnownThrough[] = [];
  const known = new Set<string>();
  const spoken = new Spoken(vocabulary, pool);
  const leaves = leafTechnologies(body, isKept);
  const isOwn = (value: DeclaredValue): boolean => !pool.aside.has(value);
  const technologies = pool.technologies.filter(isOwn);
  const all = [...technologies, ...pool.technologies];
  for (const value of firstOfEach(all, (one) => one.technology.id)) {
    const through = knownThrough(value, entries, leaves);
    if (through === true) known.add(value.technology.id);
    else if (
      !isOwn(value) ||
      !technologies.some((one) => one.technology.id === value.technology.id && spoken.covers(one))
    )
      continue;
    else if (through === undefined) gaps.push({ value });
    else {
      known.add(value.technology.id);
      knownOnlyThrough.push({ value, through });
    }
  }
  const domainLeaves = leafDomains(body, blocks, isKept);
  for (const value of firstOfEach([...pool.domains.filter(isOwn), ...pool.domains], (one) => one.domain.id)) {
    if (isKnownDomain(value, entries, domainLeaves)) known.add(value.domain.id);
    // "Enterprise" says how large, not what about.
    else if (isOwn(value) && spoken.domains && normalizedName(value.text) !== 'enterprise')
      gaps.push({ value });
  }
  return { gaps, knownOnlyThrough, known };
}

function firstOfEach<T>(values: readonly T[], idOf: (value: T) => string): T[] {
  const first = new Map<string, T>();
  for (const value of values) if (!first.has(idOf(value))) first.set(idOf(value), value);
  return [...first.values()];
}

/** What the agent has vocabulary for: sections, of deployment kinds, and whether domains. */
class Spoken {
  readonly #sections = new Set<TechnologySection>();
  readonly #kinds = new Set<TechnologyKind>();
  readonly domains: boolean;

  constructor(
    vocabulary: readonly { readonly key: VocabularyKey; readonly block: VocabularyBlock }[],
    pool: Pool,
  ) {
    for (const { key, block } of vocabulary) {
      if (key.layer !== undefined) this.#sections.add(key.layer);
      for (const technology of key.technologies) {
        for (const section of sectionsSpoken(block, technology)) this.#sections.add(section);
        this.#kinds.add(technology.kind);
      }
      // An entry that a declared value keeps is of that value's kind too: AWS, kept by AWS RDS, knows databases.
      for (const value of pool.technologies) {
        if (relationTo(key, value) !== undefined) this.#kinds.add(value.technology.kind);
      }
    }
    this.domains = vocabulary.some(({ key }) => key.domains.length > 0);
  }

  covers(value: TechnologyValue): boolean {
    return sectionsOfValue(value).some(
      (section) =>
        this.#sections.has(section) && (section !== 'deployment' || this.#kinds.has(value.technology.kind)),
    );
  }
}

/**
 * What belongs to several sections speaks for the one that its label names, else for its first: monitoring that also
 * has a library for backends is no vocabulary of backends.
 */
function sectionsSpoken({ labels }: VocabularyBlock, technology: Technology): readonly TechnologySection[] {
  const sections = sectionsUnder(labels, technology);
  return sections === technology.sections ? sections.slice(0, 1) : sections;
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
    if (relation === undefined) {
      // Who knows Spring Boot knows Java.
      if (technologyCovers(value.technology, technology) !== undefined) return true;
      continue;
    }
    if (relation !== 'runs-on') return true;
    through ??= technology.name;
  }
  if (through !== undefined) return through;
  const layers = [...sectionsOfValue(value), ...value.technology.sections];
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

const leavesOfBody = new WeakMap<MarkdownTree, readonly Leaves[]>();
const leavesOfBlock = new WeakMap<object, readonly Leaves[]>();

function leavesOf(body: MarkdownTree): readonly Leaves[] {
  let leaves = leavesOfBody.get(body);
  if (leaves === undefined) {
    leaves = outlineOf(body).flatMap(({ start, block }) => {
      let inBlock = leavesOfBlock.get(block);
      if (inBlock === undefined) {
        const lists = (keysOfFence(block) ?? keysOfList(block))?.lists ?? [];
        inBlock = lists
          .map((list) => ({ list, technologies: technologiesOf(block.text, list).flat() }))
          .filter(({ technologies }) => technologies.length > 0);
        leavesOfBlock.set(block, inBlock);
      }
      return inBlock.map(({ list, technologies }) => ({
        list: { ...list, span: { start: list.span.start + start, end: list.span.end + start } },
        technologies,
      }));
    });
    leavesOfBody.set(body, leaves);
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
