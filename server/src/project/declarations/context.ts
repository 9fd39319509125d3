import type { SectionId, TemplateLabel, TemplatePlace } from '../../catalogue/template.ts';
import type { TechnologySection } from '../../catalogue/types.ts';
import type { ValueMode } from '../values/values.ts';

/** What the nearest place of the template says about the values under it. */
export interface DeclarationContext {
  readonly mode: ValueMode;
  readonly section?: TechnologySection;
  /** The template's section that it stands in, by its headings. */
  readonly within?: SectionId;
  /** Under a label of the template, not only under a section's heading. */
  readonly underLabel?: true;
  /** Something over it says that what stands there is not there: nothing under it is declared. */
  readonly isDenied?: true;
}

/** What a place of the template, or a place that is none, says of what stands under it. */
export function contextOf(
  template: TemplatePlace | undefined,
  outer: DeclarationContext,
  kind: 'heading' | 'label',
): DeclarationContext {
  if (template === undefined) return outer;
  if (template.kind === 'section') {
    const { id } = template.section;
    return kind === 'heading'
      ? { mode: modeOfSection(id), within: id, ...denialOf(outer) }
      : { ...outer, mode: modeOfSection(id) };
  }
  const { label } = template;
  return {
    mode: modeOfLabel(label),
    underLabel: true,
    ...(label.technologySection === undefined ? {} : { section: label.technologySection }),
    ...(outer.within === undefined ? {} : { within: outer.within }),
    ...denialOf(outer),
  };
}

function denialOf({ isDenied }: DeclarationContext): Pick<DeclarationContext, 'isDenied'> {
  return isDenied === undefined ? {} : { isDenied };
}

function modeOfLabel(label: TemplateLabel): ValueMode {
  if (label.holds === 'technologies' || label.holds === 'domains') return label.holds;
  return label.holds === 'scale' ? 'whole' : modeOfSection(label.section);
}

/** Goals, requirements and notes may name technologies; a description or a project's name declares none. */
function modeOfSection(id: SectionId): ValueMode {
  if (id === 'technologies' || id === 'integrations') return id;
  return id === 'domains-and-goals' || id === 'non-functional' || id === 'notes' ? 'text' : 'whole';
}
