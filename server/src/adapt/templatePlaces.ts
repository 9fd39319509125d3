import {
  type LabelId,
  type TemplateLabel,
  type TemplatePlace,
  templateSections,
} from '../catalogue/template.ts';
import type { TechnologySection } from '../catalogue/types.ts';

/** The place of a label of the template. */
export function placeOfLabel(id: LabelId): TemplatePlace & { readonly kind: 'label' } {
  return places.get(id)!;
}

/** The label of the template that holds a section's technologies: `Backend – technologies and tools`. */
export function placeOfSection(section: TechnologySection): TemplatePlace & { readonly kind: 'label' } {
  return sections.get(section)!;
}

/** Where a place stands in the template; what it does not have comes last. */
export function templateOrder(place: TemplatePlace | undefined): number {
  const name = place === undefined ? '' : place.kind === 'section' ? `#${place.section.id}` : place.label.id;
  return order.get(name) ?? order.size;
}

const order = new Map(
  templateSections
    .flatMap((section) => [`#${section.id}`, ...section.labels.map((label) => label.id)])
    .map((name, index) => [name, index]),
);
const labels: readonly TemplateLabel[] = templateSections.flatMap((section) => section.labels);
const places = new Map(labels.map((label) => [label.id, { kind: 'label', label } as const]));
const sections = new Map(
  labels.flatMap((label) =>
    label.technologySection === undefined
      ? []
      : [[label.technologySection, { kind: 'label', label } as const] as const],
  ),
);
