import { normalizedName } from '../catalogue/names.ts';
import type { TemplatePlace } from '../catalogue/template.ts';
import type { MarkdownTree } from '../parse/markdown.ts';
import { outlineOf } from '../parse/outline.ts';
import { type Reference, leadBulletsIn, readingOf } from './references.ts';

/** A reference in its place. */
export interface Mention {
  readonly reference: Reference;
  /** The index of its block in the outline, and where that block starts. */
  readonly blockIndex: number;
  readonly blockStart: number;
}

/** All mentions in the body in order. Cached by the body's identity; block by block below that. */
export function mentionsIn(body: MarkdownTree): readonly Mention[] {
  return body.once(findMentions);
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
export function keyOfMention(body: MarkdownTree, { reference, blockStart }: Mention): string {
  const { start, end } = reference.labelSpan;
  const written = reference.label === null ? body.text.slice(blockStart + start, blockStart + end) : '';
  return requirementKey(reference.label, reference.place, written);
}

function findMentions(body: MarkdownTree): Mention[] {
  const mentions: Mention[] = [];
  const outline = outlineOf(body);
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
