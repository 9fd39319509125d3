import type { TemplateSection } from '../catalogue/template.ts';
import type { Span } from '../text/span.ts';
import type { TextEdit } from '../text/textEdit.ts';
import { declarationsOf } from './declarations/declarations.ts';
import type { DeclaredPlace, FactSource } from './factTypes.ts';
import { labelLine } from './insertSections/labelLine.ts';
import { startOfLine } from './insertSections/lines.ts';
import { labelPlacesOf, plainPlaceholder, planSections } from './insertSections/plan.ts';
import { fileTextOf, headingsOf, styleOf } from './insertSections/style.ts';
import { emptySpot, type NamedSpot, type OpenSpot, openSpots } from './openSpots.ts';

/** What is to be written for a label or section; nothing where nobody knows. */
export type ValueFor = (name: string) => string | undefined;

/** How a place is filled in. */
export interface Filling {
  /** Offsets in the file; nothing but placeholders and empty spots changes. */
  readonly edits: readonly TextEdit[];
  /** What is written of what was known, each once. */
  readonly values: readonly string[];
}

/**
 * Fills in what a place leaves open as far as it is known; the rest stays open. A heading over nothing gets the labels
 * that the template has there. No edits where nothing is known.
 * @param name what the place is asked for by
 */
export function fillIn(source: FactSource, place: DeclaredPlace, name: string, valueFor: ValueFor): Filling {
  const values = new Set<string>();
  const known = (asked: string): string | undefined => {
    const value = valueFor(asked) ?? (asked === name ? joined(place, valueFor) : undefined);
    if (value !== undefined) values.add(value);
    return value;
  };
  const spots = openSpots(source, place, name);
  const section = sectionToWrite(place, spots, name);
  const hasOwn = spots.some((spot) => spot.name === name);
  const edits =
    section === undefined
      ? filled(hasOwn ? spots : ownFirst(source, place, name, spots), known)
      : [labelsUnder(source, place, section, spots, known)];
  return values.size === 0 ? { edits: [], values: [] } : { edits, values: [...values] };
}

/**
 * Puts a placeholder wherever a place leaves something open and has none, and marks those that are there, for the
 * author to type over.
 * @param name what the place is asked for by
 */
export function openForAuthor(source: FactSource, place: DeclaredPlace, name: string): readonly TextEdit[] {
  const spots = openSpots(source, place, name);
  const section = sectionToWrite(place, spots, name);
  if (section !== undefined) return [labelsUnder(source, place, section, spots, () => undefined)];
  const text = fileTextOf(source);
  return (spots.length > 0 ? spots : ownFirst(source, place, name, spots)).map((spot) => {
    const written = text.slice(spot.span.start, spot.span.end);
    return replacement(spot, isTelling(written) ? written : (spot.label?.placeholder ?? plainPlaceholder));
  });
}

/** The section of a heading over nothing, or over nothing but placeholders of its own, where the template has labels. */
function sectionToWrite(
  place: DeclaredPlace,
  spots: readonly NamedSpot[],
  name: string,
): TemplateSection | undefined {
  if (place.kind !== 'heading' || place.template?.kind !== 'section') return undefined;
  const { section } = place.template;
  return section.labels.length > 0 && spots.every((spot) => spot.name === name) ? section : undefined;
}

/** A place without a spot of its own: its own comes first. */
function ownFirst(
  source: FactSource,
  place: DeclaredPlace,
  name: string,
  spots: readonly NamedSpot[],
): readonly NamedSpot[] {
  // A section with labels is answered under them.
  if (place.template?.kind === 'section' && spots.length > 0) return spots;
  const own = emptySpot(source, place);
  const label = place.template?.kind === 'label' ? place.template.label : undefined;
  return own === undefined ? spots : [{ ...own, name, label }, ...spots];
}

/** Of several spots for one value the first one takes it. */
function filled(spots: readonly NamedSpot[], valueFor: ValueFor): TextEdit[] {
  const done = new Set<string>();
  return spots.flatMap((spot) => {
    const value = done.has(spot.name) ? undefined : valueFor(spot.name);
    if (value === undefined) return [];
    done.add(spot.name);
    return [replacement(spot, value)];
  });
}

/** Of a section on one line all that is known of its labels. */
function joined({ template }: DeclaredPlace, valueFor: ValueFor): string | undefined {
  if (template?.kind !== 'section') return undefined;
  const values = template.section.labels.flatMap(({ label }) => valueFor(label)?.split(', ') ?? []);
  return values.length === 0 ? undefined : [...new Set(values)].join(', ');
}

/** The template's labels, on a line each, in the place of a section's first placeholder or below its heading. */
function labelsUnder(
  source: FactSource,
  place: DeclaredPlace,
  section: TemplateSection,
  spots: readonly OpenSpot[],
  valueFor: ValueFor,
): TextEdit {
  const text = fileTextOf(source);
  const style = styleOf(source, headingsOf(source));
  const document = { text, style, labels: labelPlacesOf(declarationsOf(source)) };
  const requests = section.labels.flatMap(({ label }) => {
    const value = valueFor(label);
    return value === undefined ? [] : [{ label, value }];
  });
  const [planned] = planSections([{ label: section.title }, ...requests]);
  const labels = planned?.labels ?? [];
  const { span, lead, tail } = spots[0] ?? emptySpot(source, place)!;
  let newText = lead;
  let placeholder: Span | undefined;
  for (const [index, label] of labels.entries()) {
    const line = labelLine(document, label);
    if (index > 0) newText += style.eol;
    const isOpen = label.value === label.label.placeholder;
    if (placeholder === undefined && (isOpen || requests.length === labels.length)) {
      const start = newText.length + line.text.length - label.value.length;
      placeholder = { start, end: start + label.value.length };
    }
    newText += line.text;
  }
  newText += tail;
  const replaced = { start: withBullet(text, span.start), end: span.end };
  return placeholder === undefined ? { span: replaced, newText } : { span: replaced, newText, placeholder };
}

/** Where the bullet of an item begins; the labels bring their own. */
function withBullet(text: string, at: number): number {
  const lineStart = startOfLine(text, at);
  const bullet = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?:\*\*|[*_`])*$/.exec(text.slice(lineStart, at));
  return bullet === null ? at : lineStart;
}

/** A bracket with words in it says more than the template can; `TBD` and `[...]` do not. */
function isTelling(written: string): boolean {
  return /^[*_]?[[<{]+\s*(?!(?:tbd|tba|todo|\.{3}|…)?\s*[\]>}])/i.test(written);
}

function replacement({ span, lead, tail, isCell }: OpenSpot, value: string): TextEdit {
  const written = isCell ? value.replaceAll('|', '\\|') : value;
  return {
    span,
    newText: lead + written + tail,
    placeholder: { start: lead.length, end: lead.length + written.length },
  };
}
