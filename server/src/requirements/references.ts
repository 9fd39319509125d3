import { findTemplatePlace } from '../catalogue/template.ts';
import type { TemplatePlace } from '../catalogue/template.ts';
import type { Block, ListBlock, ListItem } from '../parse/outline.ts';
import type { Span } from '../text/span.ts';
import { fullyRepaired } from '../text/wrongDecoding.ts';
import { placesCoveredBy } from './phrases.ts';
import { type Found, isAdaptLead, referencesInSentence } from './referenceForms.ts';
import { sentencesOf } from './sentences.ts';

/** One mention of a section of the project document; spans in UTF-16 offsets from the block's start. */
export interface Reference {
  /** In repaired form; `null` for a number without a name. */
  readonly label: string | null;
  readonly place: TemplatePlace | undefined;
  readonly quoted: boolean;
  readonly labelSpan: Span;
  /** The sentence or line that holds it. */
  readonly sentence: Span;
  /** Whether what follows is what the agent knows under the label. */
  readonly governs: boolean;
  /** The list item that holds it, if any. */
  readonly item?: ListItem;
}

/** What a block asks for. */
export interface BlockReading {
  readonly references: readonly Reference[];
  /** A paragraph that ends with the lead "Always read the CLAUDE.md … to adapt your competencies to:". */
  readonly opensLeadBullets: boolean;
}

/** The references in a paragraph, a heading or a list. Cached by the block's identity. */
export function readingOf(block: Block): BlockReading {
  let reading = readings.get(block);
  if (reading === undefined) {
    reading = read(block);
    readings.set(block, reading);
  }
  return reading;
}

/** The bullets under that lead, as references; one that covers no place of the template is ignored. */
export function leadBulletsIn(list: ListBlock): readonly Reference[] {
  let found = leadBullets.get(list);
  if (found === undefined) {
    found = list.items.flatMap((item) => referencesOfLeadBullet(list.text, item));
    leadBullets.set(list, found);
  }
  return found;
}

const nothing: BlockReading = { references: [], opensLeadBullets: false };
const readings = new WeakMap<Block, BlockReading>();
const leadBullets = new WeakMap<Block, readonly Reference[]>();

function read(block: Block): BlockReading {
  if (block.kind !== 'paragraph' && block.kind !== 'list' && block.kind !== 'heading') return nothing;
  const { text } = block;
  // Almost every block of an agent stops here.
  if (!/claude\.md/i.test(text) && !(/adapt/i.test(text) && text.includes('**'))) return nothing;
  if (block.kind === 'list') return { references: readItems(text, block.items), opensLeadBullets: false };
  const sentences =
    block.kind === 'heading' ? [block.title] : sentencesOf(text, { start: 0, end: text.length });
  const last = sentences.at(-1);
  return {
    references: sentences.flatMap((sentence) => readSentence(text, sentence)),
    opensLeadBullets: last !== undefined && isAdaptLead(text.slice(last.start, last.end)),
  };
}

function readItems(text: string, items: readonly ListItem[]): Reference[] {
  const found: Reference[] = [];
  for (const item of items) {
    for (const sentence of sentencesOf(text, item.text)) found.push(...readSentence(text, sentence, item));
    for (const child of item.children) if (child.kind === 'list') found.push(...readItems(text, child.items));
  }
  return found;
}

function readSentence(text: string, sentence: Span, item?: ListItem): Reference[] {
  return referencesInSentence(text.slice(sentence.start, sentence.end)).map((found) =>
    referenceOf(text, found, sentence, item),
  );
}

function referenceOf(text: string, found: Found, sentence: Span, item: ListItem | undefined): Reference {
  const labelSpan = { start: sentence.start + found.span.start, end: sentence.start + found.span.end };
  const label = found.isNumber ? null : labelText(text.slice(labelSpan.start, labelSpan.end));
  return {
    label,
    place: label === null ? undefined : (found.place ?? findTemplatePlace(label)),
    quoted: found.quoted,
    labelSpan,
    sentence,
    governs: found.governs,
    ...(item === undefined ? {} : { item }),
  };
}

function referencesOfLeadBullet(text: string, item: ListItem): Reference[] {
  const phrase = leadPhrase(text, item.text);
  return placesCoveredBy(text.slice(phrase.start, phrase.end)).map(({ place, span }) => {
    const labelSpan = { start: phrase.start + span.start, end: phrase.start + span.end };
    const label = labelText(text.slice(labelSpan.start, labelSpan.end));
    return { label, place, quoted: false, labelSpan, sentence: item.text, governs: false, item };
  });
}

/** What the bullet asks for, without what is said of it: `**Performance Requirements** - real-time constraints`. */
function leadPhrase(text: string, words: Span): Span {
  const lineEnd = text.slice(words.start, words.end).search(/[\r\n]/);
  const line = text.slice(words.start, lineEnd < 0 ? words.end : words.start + lineEnd);
  const bold = /^\*\*([^*]{1,160})\*\*/.exec(line);
  if (bold !== null) return { start: words.start + 2, end: words.start + 2 + bold[1]!.length };
  const remark = line.search(/:\s|\s[-–—]\s/);
  return { start: words.start, end: words.start + (remark > 0 ? remark : line.length) };
}

function labelText(written: string): string {
  return fullyRepaired(written).replace(/\s+/g, ' ').trim();
}
