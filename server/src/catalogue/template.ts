import { normalizedName } from './names.ts';
import { isOneSlip } from './slips.ts';
import { templateSections } from './templateSections.ts';
import type { TemplateLabel, TemplateSection } from './templateSections.ts';

export { templateSections } from './templateSections.ts';
export type { LabelId, SectionId, TemplateLabel, TemplateSection } from './templateSections.ts';

/** What a name in an agent or a document means in the template: a whole section, or one label in it. */
export type TemplatePlace =
  | { readonly kind: 'section'; readonly section: TemplateSection }
  | { readonly kind: 'label'; readonly label: TemplateLabel };

/**
 * The place that a heading, a bullet's label or a reference names: by title, label or alias, without regard to
 * case, dashes (wrongly decoded ones too), numbering, emoji, a closing colon, the word "section" or a remark in
 * brackets behind it. Numbers differ between versions of the template, so a number alone names nothing.
 */
export function findTemplatePlace(label: string): TemplatePlace | undefined {
  if (knownPlaces.has(label)) return knownPlaces.get(label);
  const place = placeOf(label);
  if (label.length <= longestLabel) {
    if (knownPlaces.size >= mostKnownPlaces) knownPlaces.clear();
    knownPlaces.set(label, place);
  }
  return place;
}

/** A family of agents has the same labels over and over. */
const knownPlaces = new Map<string, TemplatePlace | undefined>();
const mostKnownPlaces = 2000;

function placeOf(label: string): TemplatePlace | undefined {
  const key = metadataLabels.find((metadata) => metadata.label === label.trim());
  if (key !== undefined && key.id !== 'business-domain') return { kind: 'label', label: key };
  for (const form of formsOf(label)) {
    const place = placesByName().get(form);
    if (place !== undefined) return place;
  }
  return undefined;
}

/**
 * The places that a phrase of an agent covers (`Backend technologies and API frameworks`, `Performance and
 * scalability requirements`): the whole phrase, else its parts between commas and "and", if the first is a place.
 * `Frontend and …` counts only if each part is one: there the first word may be no more than an adjective.
 */
export function templatePlacesIn(phrase: string): TemplatePlace[] {
  const whole = findTemplatePlace(phrase);
  if (whole !== undefined) return [whole];
  const places: TemplatePlace[] = [];
  const found = withoutRemark(phrase)
    .split(/,| and | & /)
    .map(findTemplatePlace);
  if (found[0] === undefined || (found.includes(undefined) && isTechnologyLabel(found[0]))) return [];
  for (const place of found)
    if (place !== undefined && !places.some((other) => isSamePlace(other, place))) places.push(place);
  return places;
}

/**
 * For did-you-mean: the place that a label names but for one slip. What is merely near (`Database rules`, `Testing`
 * beside `Hosting`) has a name of its own.
 */
export function misspeltTemplatePlace(label: string): TemplatePlace | undefined {
  if (findTemplatePlace(label) !== undefined) return undefined;
  for (const form of formsOf(label)) {
    if (others.has(form)) continue;
    for (const [name, place] of placesByName()) if (isOneSlip(form, name, true)) return place;
  }
  return undefined;
}

/** Words that are one slip away from names of places. */
const others = new Set(['branch', 'branches', 'contract', 'contracts', 'update', 'updates']);

/** How the template writes the place: a section's title or a label. */
export function templatePlaceName(place: TemplatePlace): string {
  return place.kind === 'section' ? place.section.title : place.label.label;
}

/** The section of the template that a place is, or stands in. */
export function templateSectionOf(place: TemplatePlace): TemplateSection {
  if (place.kind === 'section') return place.section;
  return templateSections.find(({ id }) => id === place.label.section)!;
}

/** Whether two places are the same section or the same label. */
export function isSamePlace(a: TemplatePlace, b: TemplatePlace): boolean {
  if (a.kind === 'section') return b.kind === 'section' && a.section.id === b.section.id;
  return b.kind === 'label' && a.label.id === b.label.id;
}

function isTechnologyLabel(place: TemplatePlace): boolean {
  return place.kind === 'label' && place.label.technologySection !== undefined;
}

/** Every name of a place of the template, normalised. */
export function templateNames(): readonly string[] {
  const keys = metadataLabels.flatMap(({ metadataKey }) => metadataKey ?? []);
  return [...placesByName().keys(), ...keys.map(normalizedName)];
}

const metadataLabels = templateSections.find(({ id }) => id === 'metadata')?.labels ?? [];

let byName: Map<string, TemplatePlace> | undefined;

function placesByName(): ReadonlyMap<string, TemplatePlace> {
  if (byName !== undefined) return byName;
  const places = new Map<string, TemplatePlace>();
  const add = (text: string, place: TemplatePlace): void => {
    const name = normalizedName(text);
    if (!places.has(name)) places.set(name, place);
  };
  for (const section of templateSections) {
    add(section.title, { kind: 'section', section });
    for (const alias of section.aliases) add(alias, { kind: 'section', section });
  }
  // A metadata key that stands in for a label of its own name (`business_domain`) leads to that label.
  const labels = templateSections.flatMap((section) => section.labels);
  for (const label of [...labels.filter(isNoMetadata), ...labels]) {
    for (const text of [label.label, ...label.aliases]) add(text, { kind: 'label', label });
  }
  byName = places;
  return places;
}

function isNoMetadata(label: TemplateLabel): boolean {
  return label.section !== 'metadata';
}

/** The normalised forms under which a label may be known, the fullest first. */
function formsOf(label: string): string[] {
  const full = label.trim().replace(/[:：\s]+$/, '');
  if (full.length > longestLabel) return [];
  const bare = full
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^(?:section\s+)?\d+(?:\.\d+)*(?:[.):]+|\s|$)\s*(?:[-\u2010-\u2015]\s*)?/i, '')
    .replace(/^(?:section\s+)?[IVX]+[.):]+\s+/, '')
    .replace(/^[^\p{L}\p{N}]+/u, '');
  if (bare === '') return [];
  const short = withoutRemark(bare)
    .replace(/\s+(?:section|abschnitt)$/i, '')
    .replace(/[^\p{L}\p{N}]+$/u, '');
  return [...new Set([full, bare, short].map(normalizedName))].filter((form) => /\p{L}/u.test(form));
}

function withoutRemark(text: string): string {
  const bracket = text.indexOf('(');
  return bracket > 0 && text.trimEnd().endsWith(')') ? text.slice(0, bracket).trim() : text;
}

const longestLabel = 200;
