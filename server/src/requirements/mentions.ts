import { normalizedName } from '../catalogue/names.ts';
import type { TemplatePlace } from '../catalogue/template.ts';
import { MarkdownTree } from '../parse/markdown.ts';
import { outlineOf, type PlacedBlock } from '../parse/outline.ts';
import { openingParagraph, stretchesOf } from '../parse/stretches.ts';
import { type Reference, leadBulletsIn, readingOf } from './references.ts';

/** A reference in its place. */
export interface MentionPlace {
  readonly reference: Reference;
  /** Where its block starts. */
  readonly blockStart: number;
}

export interface Mention extends MentionPlace {
  /** The index of its block in the outline. */
  readonly blockIndex: number;
}

/** All mentions in the body in order. Cached by the body's identity; block by block below that. */
export function mentionsIn(body: MarkdownTree): readonly Mention[] {
  return body.once(findMentions);
}

/**
 * The same without reading the blocks of the whole body: of stretches that refer to nothing nothing is read. Which
 * blocks hold them is not known then.
 */
export function mentionsOfUnread(body: MarkdownTree): readonly MentionPlace[] {
  const { text } = body;
  if (!mayRefer(text)) return [];
  const stretches = stretchesOf(text);
  if (stretches === undefined) return mentionsIn(body);
  return stretches.flatMap(({ start, end }) => {
    const stretch = text.slice(start, end);
    return mayRefer(stretch) ? moved(mentionsOfShared(stretch), start) : [];
  });
}

/** Agents of one family ask in the same words: the stretches of the last ones are kept with what they ask for. */
const shared = new Map<string, readonly MentionPlace[]>();
const mostShared = 500;
const longestShared = 4000;

function mentionsOfShared(stretch: string): readonly MentionPlace[] {
  let mentions = shared.get(stretch);
  if (mentions === undefined) {
    mentions = mentionsOfStretch(stretch, 0);
    if (stretch.length > longestShared) return mentions;
    if (shared.size === mostShared) shared.clear();
    shared.set(stretch, mentions);
  }
  return mentions;
}

function moved(mentions: readonly MentionPlace[], by: number): MentionPlace[] {
  return mentions.map(({ reference, blockStart }) => ({ reference, blockStart: blockStart + by }));
}

function mentionsOfStretch(stretch: string, at: number): MentionPlace[] {
  const paragraph = openingParagraph(stretch);
  const reading = paragraph === undefined ? undefined : readingOf(paragraph);
  // What follows a lead is read with it.
  if (paragraph === undefined || reading?.opensLeadBullets !== false) {
    return mentionsAmong(outlineOf(MarkdownTree.parse(stretch))).map(({ reference, blockStart }) => ({
      reference,
      blockStart: at + blockStart,
    }));
  }
  const mentions = reading.references.map((reference) => ({ reference, blockStart: at }));
  const rest = stretch.slice(paragraph.text.length);
  return mayRefer(rest) ? [...mentions, ...mentionsOfStretch(rest, at + paragraph.text.length)] : mentions;
}

/** Every reference names CLAUDE.md, or adapts something to a label that it quotes in bold; most agents do neither. */
function mayRefer(text: string): boolean {
  return /claude\.md/i.test(text) || (/\*\*\s?["“”„«â]/.test(text) && /adapt/i.test(text));
}

/** One key for all mentions of one section: the template's place, else the name, else the number. */
export function requirementKey(
  label: string | null,
  place: TemplatePlace | undefined,
  number: string,
): string {
  if (place !== undefined) return place.kind === 'section' ? `#${place.section.id}` : place.label.id;
  return label === null ? `№${number}` : `?${normalizedName(label)}`;
}

/** The key of the requirement that a mention belongs to. */
export function keyOfMention(body: MarkdownTree, { reference, blockStart }: MentionPlace): string {
  const { start, end } = reference.labelSpan;
  const written = reference.label === null ? body.text.slice(blockStart + start, blockStart + end) : '';
  return requirementKey(reference.label, reference.place, written);
}

function findMentions(body: MarkdownTree): Mention[] {
  return mentionsAmong(outlineOf(body));
}

function mentionsAmong(outline: readonly PlacedBlock[]): Mention[] {
  const mentions: Mention[] = [];
  let underLead = false;
  for (let blockIndex = 0; blockIndex < outline.length; blockIndex++) {
    const { start, block } = outline[blockIndex]!;
    const reading = readingOf(block);
    const references = underLead && block.kind === 'list' ? leadBulletsIn(block) : reading.references;
    for (const reference of references) mentions.push({ reference, blockIndex, blockStart: start });
    underLead = reading.opensLeadBullets;
  }
  return mentions;
}
