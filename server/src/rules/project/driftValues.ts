import { speaksProtocolOf, technologyCovers } from '../../catalogue/relations.ts';
import { templateSections } from '../../catalogue/template.ts';
import type { TemplateLabel } from '../../catalogue/template.ts';
import type { Technology, TechnologySection } from '../../catalogue/types.ts';
import type { DetectedTechnology } from '../../project/detect/detect.ts';
import { isStore } from '../../project/detect/doubt.ts';
import { embedded, isCertain } from './driftGroups.ts';

type SectionLabel = TemplateLabel & { readonly technologySection: TechnologySection };

/** The labels that may drift, with what of a section's technologies counts: databases, frameworks, clouds. */
export const driftLabels: readonly {
  readonly label: SectionLabel;
  readonly isDrifting: (shown: DetectedTechnology) => boolean;
}[] = templateSections
  .flatMap(({ labels }) => labels)
  .filter((label): label is SectionLabel => label.technologySection !== undefined)
  .map((label) => ({
    label,
    isDrifting: (shown) => {
      const { technology, kind } = shown;
      // An address in an example of an environment is as often somebody's habit as the project's database.
      if (label.technologySection === 'database')
        return (
          isStore(technology) && isCertain(shown) && !(kind === 'dependency' && embedded.has(technology.id))
        );
      // A web address may be configured without anything running there.
      if (label.technologySection === 'deployment') return technology.kind === 'cloud' && kind === 'service';
      // One that serves both sides is told once, where the catalogue has it first.
      const isHere = !isOfBothSides(technology) || technology.sections[0] === label.technologySection;
      return technology.kind === 'framework' && kind === 'dependency' && isHere;
    },
  }));

function isOfBothSides({ sections }: Technology): boolean {
  return sections.includes('frontend') && sections.includes('backend');
}

/**
 * Whether a declared value says a shown technology: itself, a part of it, what is built on it, or what is reached
 * with its drivers (CockroachDB, Amazon Aurora and a driver for PostgreSQL).
 */
export function isMentioned(
  { technology }: DetectedTechnology,
  declared: readonly { readonly technology?: Technology }[],
): boolean {
  return declared.some((value) => {
    if (value.technology === undefined) return false;
    if (technologyCovers(technology, value.technology) !== undefined) return true;
    if (isStore(technology) && speaksProtocolOf(value.technology, technology)) return true;
    // Who writes Spring has named Spring Boot by its family's name.
    if (technology.name.startsWith(`${value.technology.name} `)) return true;
    const back = technologyCovers(value.technology, technology);
    // Who writes PostgreSQL and runs it at Neon has said it; who writes Python has not said FastAPI.
    return back === 'same' || back === 'part-of' || (back !== undefined && isStore(technology));
  });
}
