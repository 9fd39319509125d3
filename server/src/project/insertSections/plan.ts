import { findTemplatePlace, templateSections } from '../../catalogue/template.ts';
import type { TemplateLabel, TemplateSection } from '../../catalogue/template.ts';
import type { Declaration } from '../declarations/declarations.ts';
import { isMeant } from '../placesMeant.ts';

/** A label that a project document is to have; without a value its placeholder stands there. */
export interface RequestedLabel {
  readonly label: string;
  readonly value?: string;
}

/** What is to be added under one heading, in the template's order. */
export interface PlannedSection {
  /** Absent for a label that the template does not know: it becomes a heading of its own. */
  readonly section?: TemplateSection;
  readonly title: string;
  /** The section itself was asked for, not only labels in it. */
  readonly isWhole: boolean;
  /** The text of a section asked for as a whole. */
  readonly value?: string;
  readonly labels: readonly PlannedLabel[];
}

export interface PlannedLabel {
  readonly label: TemplateLabel;
  readonly value: string;
}

/** The placeholder where the template has none of its own. */
export const plainPlaceholder = '[fill in]';

/** The requests by section, in the template's order; what the template does not know comes last. Each once. */
export function planSections(requests: readonly RequestedLabel[]): PlannedSection[] {
  const wholes = new Map<string, RequestedLabel>();
  const labels = new Map<string, RequestedLabel>();
  const others = new Map<string, RequestedLabel>();
  for (const request of requests) {
    const place = findTemplatePlace(request.label);
    if (place === undefined) others.set(request.label.trim(), others.get(request.label.trim()) ?? request);
    else {
      const known = place.kind === 'section' ? wholes : labels;
      const id = place.kind === 'section' ? place.section.id : place.label.id;
      if (!known.has(id)) known.set(id, request);
    }
  }
  const plan: PlannedSection[] = [];
  for (const section of templateSections) {
    const whole = wholes.get(section.id);
    const planned = section.labels
      .filter((label) => labels.has(label.id) || (whole !== undefined && whole.value === undefined))
      .map((label) => ({ label, value: labels.get(label.id)?.value ?? label.placeholder }));
    if (whole === undefined && planned.length === 0) continue;
    plan.push({
      section,
      title: section.title,
      isWhole: whole !== undefined,
      ...(whole?.value === undefined ? {} : { value: whole.value }),
      labels: planned,
    });
  }
  for (const [label, request] of others) {
    if (label === '') continue;
    plan.push({ title: oneLine(label), isWhole: true, value: request.value ?? plainPlaceholder, labels: [] });
  }
  return plan;
}

/** The places of template labels among the places and under them, in order. */
export function labelPlacesOf(places: readonly Declaration[]): Declaration[] {
  return places.flatMap((place) => [
    ...(place.template?.kind === 'label' && isMeantIfLoose(place) ? [place] : []),
    ...labelPlacesOf(place.children),
  ]);
}

/** Whether a place whose name may mean something else is the template's. */
export function isMeantIfLoose(place: Declaration): boolean {
  return !place.isLoose || isMeant(place);
}

/** Whether the place is the label's. */
export function isOf(place: Declaration, label: TemplateLabel): boolean {
  return place.template?.kind === 'label' && place.template.label.id === label.id;
}

/** Where the template has the place's label in its section; -1 for what is no label. */
export function rankOf(place: Declaration): number {
  return place.template?.kind === 'label' ? rankOfLabel(place.template.label) : -1;
}

/** Where the template has the label in its section. */
export function rankOfLabel(label: TemplateLabel): number {
  const section = templateSections.find((one) => one.id === label.section);
  return section === undefined ? -1 : section.labels.findIndex((one) => one.id === label.id);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
