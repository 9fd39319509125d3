import type { BusinessDomain } from '../catalogue/types.ts';
import type { MarkdownTree } from '../parse/markdown.ts';
import { type Block, type PlacedBlock, outlineOf } from '../parse/outline.ts';
import type { Resolution } from '../project/factTypes.ts';
import { mentionsIn } from '../requirements/mentions.ts';
import type { VocabularyBlock } from '../requirements/vocabularyTypes.ts';
import { type DomainTitle, domainTitle, sortsByDomain } from './domainTitles.ts';
import { type Pool, keepsDomain } from './pool.ts';

/** A heading that opens with a domain's name, with what stands under it, as indices into the outline. */
export interface DomainSection {
  readonly heading: number;
  /** The first block that is no longer part of it; rules at its end belong to what follows. */
  readonly end: number;
  readonly title: DomainTitle;
}

/**
 * The sections that go although no reference stands over them (`adapted-profile.md`, rule 7): headings about other
 * domains than the declared ones, where siblings show that the author sorts by domain.
 */
export function domainSectionsToDrop(
  body: MarkdownTree,
  blocks: readonly VocabularyBlock[],
  answer: Resolution,
  pool: Pool,
): readonly DomainSection[] {
  if (answer.status !== 'met' && answer.status !== 'partial' && answer.status !== 'none') return [];
  const isDeclared = (domain: BusinessDomain): boolean =>
    pool.domains.some((value) => keepsDomain(domain, value.domain) !== undefined);
  const isNamed = (domain: BusinessDomain): boolean =>
    pool.domains.some((value) => value.domain.id === domain.id);
  const families = domainFamilies(body);
  if (answer.status !== 'none') {
    const entries = blocks.flatMap((block) => block.keys.filter((key) => key.kind === 'entry'));
    const isKnown =
      families.flat().some(({ title }) => title.opensWith.some(isDeclared)) ||
      entries.some((entry) => entry.domains.some(isDeclared));
    if (!isKnown) return [];
  }
  const referred = new Set(mentionsIn(body).map((mention) => mention.blockIndex));
  const isReferred = ({ heading, end }: DomainSection): boolean => {
    for (let index = heading; index < end; index++) if (referred.has(index)) return true;
    return false;
  };
  return families
    .flat()
    .filter(
      (section) =>
        !section.title.opensWith.some(isDeclared) &&
        !section.title.names.some(isNamed) &&
        !isReferred(section),
    );
}

/** The sections among which those of other domains would go, kept ones too. */
export function domainSectionsIn(body: MarkdownTree): readonly DomainSection[] {
  return domainFamilies(body).flat();
}

const known = new WeakMap<MarkdownTree, readonly (readonly DomainSection[])[]>();

/** Sibling headings that open with at least two different domains, as far as the author sorts by domain there. */
function domainFamilies(body: MarkdownTree): readonly (readonly DomainSection[])[] {
  let families = known.get(body);
  if (families === undefined) {
    families = findFamilies(body);
    known.set(body, families);
  }
  return families;
}

interface Sibling {
  readonly heading: number;
  readonly title: DomainTitle;
}

interface Family {
  readonly isSorted: boolean;
  readonly members: Sibling[];
}

function findFamilies(body: MarkdownTree): DomainSection[][] {
  const outline = outlineOf(body);
  const families = new Map<number, Family>();
  const parents: { index: number; level: number; words: string }[] = [];
  for (const [index, { block }] of outline.entries()) {
    if (block.kind !== 'heading') continue;
    while (parents.length > 0 && parents.at(-1)!.level >= block.level) parents.pop();
    const parent = parents.at(-1);
    const words = block.text.slice(block.title.start, block.title.end);
    parents.push({ index, level: block.level, words });
    const title = domainTitle(words);
    if (title === undefined) continue;
    const family = families.get(parent?.index ?? -1);
    if (family !== undefined) family.members.push({ heading: index, title });
    else {
      const isSorted = parent !== undefined && sortsByDomain(parent.words);
      families.set(parent?.index ?? -1, { isSorted, members: [{ heading: index, title }] });
    }
  }
  const ends = sectionEnds(body);
  return [...families.values()].flatMap((family) => {
    const members = family.members.filter((one) => isAboutBusiness(one, family));
    if (new Set(members.map(({ title }) => title.opensWith[0]!.id)).size < 2) return [];
    return [
      members.map(({ heading, title }) => ({
        heading,
        title,
        end: ownEnd(outline, heading, ends[heading]!),
      })),
    ];
  });
}

/**
 * Whether a heading is about a line of business, not about work that happens to be one (`Team Collaboration`): what
 * stands over it says so, or its name has no other sense, or it is worded as a sibling is (`Media Backend` beside
 * `Travel Backend`).
 */
function isAboutBusiness(one: Sibling, { isSorted, members }: Family): boolean {
  const { sense, tail, opensWith } = one.title;
  if (isSorted || sense === 'industry') return true;
  if (sense === 'work') return false;
  const alike = members.filter(
    ({ title }) => title.tail === tail && title.sense !== 'work' && title.opensWith[0] !== opensWith[0],
  );
  return tail !== '' ? alike.length > 0 : alike.filter(({ title }) => title.sense === 'industry').length > 1;
}

/**
 * Where what is about the heading's domain ends: at a rule with text below it, and before words that close the whole
 * prompt (`Remember: I always check CLAUDE.md …`).
 */
function ownEnd(outline: readonly PlacedBlock[], heading: number, sectionEnd: number): number {
  let end = sectionEnd;
  for (let index = heading + 1; index < sectionEnd - 1; index++) {
    if (outline[index]!.block.kind !== 'rule' || outline[index + 1]!.block.kind === 'heading') continue;
    end = index;
    break;
  }
  while (end > heading + 1 && isClosing(outline[end - 1]!.block)) end--;
  return end;
}

function isClosing(block: Block): boolean {
  return block.kind === 'rule' || (block.kind === 'paragraph' && /claude\.md/i.test(block.text));
}

/** For each heading of the outline, where its section ends; rules at the end left out. */
export function sectionEnds(body: MarkdownTree): readonly number[] {
  const outline = outlineOf(body);
  const ends: number[] = [];
  const open: { index: number; level: number }[] = [];
  // The last block so far that is neither a heading nor a rule at a section's end.
  const close = (level: number, next: number): void => {
    let end = next;
    while (end > 0 && outline[end - 1]!.block.kind === 'rule') end--;
    while (open.length > 0 && open.at(-1)!.level >= level) {
      const { index } = open.pop()!;
      ends[index] = Math.max(index + 1, end);
    }
  };
  for (const [index, { block }] of outline.entries()) {
    if (block.kind !== 'heading') continue;
    close(block.level, index);
    open.push({ index, level: block.level });
  }
  close(0, outline.length);
  return ends;
}
