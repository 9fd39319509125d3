import { domainsIn } from '../catalogue/lookup.ts';
import { normalizedName } from '../catalogue/names.ts';
import { domainCovers } from '../catalogue/relations.ts';
import type { BusinessDomain } from '../catalogue/types.ts';
import type { MarkdownTree } from '../parse/markdown.ts';
import { outlineOf } from '../parse/outline.ts';
import type { Resolution } from '../project/factTypes.ts';
import { mentionsIn } from '../requirements/mentions.ts';
import type { VocabularyBlock } from '../requirements/vocabularyTypes.ts';
import type { Pool } from './pool.ts';

/** A heading that opens with a domain's name, with what stands under it, as indices into the outline. */
export interface DomainSection {
  readonly heading: number;
  /** The first block that is no longer part of it; rules at its end belong to what follows. */
  readonly end: number;
  readonly domain: BusinessDomain;
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
    pool.domains.some((value) => domainCovers(domain, value.domain) !== undefined);
  const families = domainFamilies(body);
  if (answer.status !== 'none') {
    const entries = blocks.flatMap((block) => block.keys.filter((key) => key.kind === 'entry'));
    const isKnown =
      families.flat().some((section) => isDeclared(section.domain)) ||
      entries.some((entry) => entry.domains.some(isDeclared));
    if (!isKnown) return [];
  }
  const referred = new Set(mentionsIn(body).map((mention) => mention.blockIndex));
  const isReferred = ({ heading, end }: DomainSection): boolean => {
    for (let index = heading; index < end; index++) if (referred.has(index)) return true;
    return false;
  };
  return families.flat().filter((section) => !isDeclared(section.domain) && !isReferred(section));
}

const known = new WeakMap<MarkdownTree, readonly (readonly DomainSection[])[]>();

/** Sibling headings that open with at least two different domains. */
function domainFamilies(body: MarkdownTree): readonly (readonly DomainSection[])[] {
  let families = known.get(body);
  if (families === undefined) {
    families = findFamilies(body);
    known.set(body, families);
  }
  return families;
}

function findFamilies(body: MarkdownTree): DomainSection[][] {
  const outline = outlineOf(body);
  const families = new Map<number, { heading: number; level: number; domain: BusinessDomain }[]>();
  const parents: { index: number; level: number }[] = [];
  for (const [index, { block }] of outline.entries()) {
    if (block.kind !== 'heading') continue;
    while (parents.length > 0 && parents.at(-1)!.level >= block.level) parents.pop();
    const parent = parents.at(-1)?.index ?? -1;
    parents.push({ index, level: block.level });
    const domain = openingDomain(block.text.slice(block.title.start, block.title.end));
    if (domain === undefined) continue;
    const family = families.get(parent);
    if (family === undefined) families.set(parent, [{ heading: index, level: block.level, domain }]);
    else family.push({ heading: index, level: block.level, domain });
  }
  const ends = sectionEnds(body);
  return [...families.values()]
    .filter((family) => new Set(family.map(({ domain }) => domain.id)).size > 1)
    .map((family) => family.map(({ heading, domain }) => ({ heading, domain, end: ends[heading]! })));
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

/**
 * `FinTech Backend`, `Healthcare Clinical Performance Optimization`. Not the domains' everyday words (`Security`),
 * and "Enterprise" is no domain of business here.
 */
function openingDomain(title: string): BusinessDomain | undefined {
  const text = title.replace(/^[^\p{L}\p{N}]+/u, '').replace(/^\d+(?:\.\d+)*[.):]?\s+[*_`"']*/, '');
  const hit = domainsIn(text).find(({ span }) => span.start === 0);
  if (hit === undefined || normalizedName(hit.item.name).startsWith('enterprise')) return undefined;
  const words = normalizedName(text.slice(0, hit.span.end));
  return (hit.item.wholeItems ?? []).some((word) => normalizedName(word) === words) ? undefined : hit.item;
}
