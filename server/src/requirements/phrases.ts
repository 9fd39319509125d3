import { findTemplatePlace, isSamePlace } from '../catalogue/template.ts';
import type { TemplatePlace } from '../catalogue/template.ts';
import type { Span } from '../text/span.ts';

/** A place of the template that a phrase of an agent covers; `span` in UTF-16 offsets from the phrase's start. */
export interface CoveredPlace {
  readonly place: TemplatePlace;
  readonly span: Span;
}

/** The place that a phrase names as a whole, a word such as "the" or "project" before it left out. */
export function placeNamedBy(phrase: string): CoveredPlace | undefined {
  const whole = within(phrase, { start: 0, end: phrase.length });
  const place = findTemplatePlace(textOf(phrase, whole));
  if (place !== undefined) return { place, span: whole };
  const opening = /^(?:(?:the|this|our|your|project|target|main|general|key)\s+)+/i.exec(
    textOf(phrase, whole),
  );
  if (opening === null) return undefined;
  const rest = within(phrase, { start: whole.start + opening[0].length, end: whole.end });
  const named = findTemplatePlace(textOf(phrase, rest));
  return named === undefined ? undefined : { place: named, span: rest };
}

/**
 * The places that a phrase covers (`Business domains and user experience needs`, `Performance and scalability
 * requirements`): the whole phrase, else its parts, provided that the first part is a place: what opens with
 * anything else speaks of something else.
 */
export function placesCoveredBy(phrase: string): CoveredPlace[] {
  const bare = withoutRemark(phrase);
  if (bare.length > longestPhrase) return [];
  const whole = placeNamedBy(bare);
  if (whole !== undefined) return [whole];
  const found: CoveredPlace[] = [];
  const parts = partsOf(bare);
  for (const part of parts) {
    const covered = coveredBy(bare, part, parts.at(-1)!);
    if (covered === undefined && found.length === 0) return [];
    if (covered !== undefined && !found.some((other) => isSamePlace(other.place, covered.place)))
      found.push(covered);
  }
  return found;
}

const longestPhrase = 160;

/** Words that say nothing of what is meant: "scalability expectations" asks for scalability. */
const generalTail =
  /^(?:\s+(?:requirements?|needs|expectations?|characteristics|goals?|objectives?|constraints?|targets?|specifications?|considerations|aspects|criteria|guidelines|context|standards))+$/i;

function coveredBy(phrase: string, part: Span, last: Span): CoveredPlace | undefined {
  const text = textOf(phrase, part);
  // "Frontend and backend technologies to deploy" speaks of frontend technologies, "Frontend and backend testing" not
  // of the frontend section.
  const layer = /^(?:frontend|front-end|backend|back-end)$/i.test(text) && part !== last;
  const tail = layer ? textOf(phrase, last).replace(/^\S+/, '') : '';
  const named = layer ? undefined : placeNamedBy(text);
  if (named !== undefined) return moved(named, part.start);
  const opening = openingPlace(text + tail);
  if (opening === undefined) return undefined;
  return moved(
    { place: opening.place, span: { start: 0, end: Math.min(opening.span.end, text.length) } },
    part.start,
  );
}

/**
 * The place named by a phrase's first words, where nothing that narrows it follows: after two words or more
 * anything may ("business domain reliability characteristics"), after a single one only general words.
 */
function openingPlace(text: string): CoveredPlace | undefined {
  const ends = [...text.matchAll(/\S+(?=\s)/g)].map((word) => word.index + word[0].length);
  for (const end of ends.slice(0, 6).reverse()) {
    const isSingleWord = end === ends[0];
    if (isSingleWord && !generalTail.test(text.slice(end))) continue;
    const place = findTemplatePlace(text.slice(0, end));
    if (place !== undefined) return { place, span: { start: 0, end } };
  }
  return undefined;
}

function partsOf(phrase: string): Span[] {
  const parts: Span[] = [];
  let start = 0;
  for (const separator of phrase.matchAll(/,| and | & /g)) {
    parts.push(within(phrase, { start, end: separator.index }));
    start = separator.index + separator[0].length;
  }
  parts.push(within(phrase, { start, end: phrase.length }));
  return parts.filter((part) => part.end > part.start);
}

function withoutRemark(phrase: string): string {
  const bracket = phrase.indexOf('(');
  return bracket > 0 ? phrase.slice(0, bracket) : phrase;
}

function within(phrase: string, of: Span): Span {
  let { start, end } = of;
  while (start < end && /[\s`*"']/.test(phrase[start]!)) start++;
  while (end > start && /[\s`*"':.,;]/.test(phrase[end - 1]!)) end--;
  return { start, end };
}

function textOf(phrase: string, of: Span): string {
  return phrase.slice(of.start, of.end);
}

function moved(covered: CoveredPlace, by: number): CoveredPlace {
  return { place: covered.place, span: { start: covered.span.start + by, end: covered.span.end + by } };
}
