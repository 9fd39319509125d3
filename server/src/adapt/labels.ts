import type { Technology, TechnologySection } from '../catalogue/types.ts';
import type { GoverningLabel } from '../requirements/vocabularyTypes.ts';

/** The section of the template that a label names, where it names one of the four. */
export function sectionOf({ place }: GoverningLabel): TechnologySection | undefined {
  return place?.kind === 'label' ? place.label.technologySection : undefined;
}

/** "Technologies", or a label of the project's own, of which only its values say what it is about. */
export function coversAllTechnologies({ label, place }: GoverningLabel): boolean {
  if (place === undefined) return label !== null;
  if (place.kind === 'section') return place.section.id === 'technologies';
  return place.label.holds === 'technologies' && place.label.technologySection === undefined;
}

/** The sections that an entry belongs to under the labels over it: theirs where it belongs to them, else all of its. */
export function sectionsUnder(
  labels: readonly GoverningLabel[],
  technology: Technology,
): readonly TechnologySection[] {
  const own = labels
    .flatMap((label) => sectionOf(label) ?? [])
    .filter((one) => technology.sections.includes(one));
  return own.length > 0 ? own : technology.sections;
}
