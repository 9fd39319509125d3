import type { LabelId, SectionId, TemplatePlace } from '../catalogue/template.ts';
import { templateSections } from '../catalogue/template.ts';
import type { TechnologySection } from '../catalogue/types.ts';
import type { Declaration } from './declarations/declarations.ts';
import { sectionsOfValue } from './facts.ts';
import type { ProjectFacts } from './facts.ts';
import type { DeclaredPlace, DeclaredValue, Resolution } from './factTypes.ts';
import { isAtHome, isMeant } from './placesMeant.ts';

/** The facts sorted by what they are about. */
export interface FactsByKind {
  /** Every technology once, in its label's section, else in the catalogue's first one, else in `other`. */
  readonly technologies: Readonly<Record<TechnologySection | 'other', readonly DeclaredValue[]>>;
  readonly domains: readonly DeclaredValue[];
  readonly goals: readonly DeclaredValue[];
  readonly nonFunctional: readonly LabelledFact[];
  readonly integrations: readonly LabelledFact[];
  /** By key (`project_name`), as far as filled in. */
  readonly metadata: ReadonlyMap<string, DeclaredValue>;
  /** As declared: `startup`, `sme`, `enterprise`, or another word. */
  readonly projectScale: DeclaredValue | undefined;
  /** Every section and label of the template that the document has. */
  readonly answers: readonly { readonly place: TemplatePlace; readonly resolution: Resolution }[];
}

/** One answered place of a section: its label and what it says. */
export interface LabelledFact {
  readonly place: DeclaredPlace;
  readonly values: readonly DeclaredValue[];
}

/** Sorts the facts; computed anew at each call. */
export function factsByKind(facts: ProjectFacts): FactsByKind {
  const metadata = metadataOf(facts);
  return {
    technologies: technologiesOf(facts),
    domains: facts.resolvePlace(labelPlace('business-domains')).values,
    goals: withoutNested(facts.resolvePlace(labelPlace('main-goals')).values),
    nonFunctional: labelledFacts(facts, 'non-functional'),
    integrations: labelledFacts(facts, 'integrations'),
    metadata,
    projectScale: facts.resolvePlace(labelPlace('project-scale')).values[0] ?? metadata.get('project_scale'),
    answers: answersOf(facts),
  };
}

function technologiesOf(facts: ProjectFacts): Record<TechnologySection | 'other', DeclaredValue[]> {
  const technologies: Record<TechnologySection | 'other', DeclaredValue[]> = {
    frontend: [],
    backend: [],
    deployment: [],
    database: [],
    other: [],
  };
  const seen = new Map<string, { readonly of: DeclaredValue[]; readonly at: number }>();
  for (const place of technologyPlaces(facts.places)) {
    for (const value of valuesOfTechnologies(place)) {
      const section = sectionsOfValue(value)[0] ?? 'other';
      const key = `${section} ${value.technology?.id ?? value.text}`;
      const known = seen.get(key);
      const of = technologies[section];
      if (known === undefined) seen.set(key, { of, at: of.push(value) - 1 });
      // Of several mentions the first that has a version says most.
      else if (known.of[known.at]!.version === undefined && value.version !== undefined) of[known.at] = value;
    }
  }
  return technologies;
}

/** Its values, without what stands under a label of another section: `**Performance**: …` in the middle of it. */
function valuesOfTechnologies(place: Declaration): DeclaredValue[] {
  if (place.children.length === 0) return [...place.values];
  const others = new Set(place.children.filter(isOfAnotherSection).flatMap((child) => child.values));
  const nested = place.children.filter((child) => !isOfAnotherSection(child)).flatMap(valuesOfTechnologies);
  const own = new Set([...place.ownValues, ...nested]);
  return place.values.filter((value) => own.has(value) && !others.has(value));
}

function isOfAnotherSection({ template }: Declaration): boolean {
  if (template === undefined) return false;
  return (template.kind === 'section' ? template.section.id : template.label.section) !== 'technologies';
}

/** The outermost places of the technologies section and its labels. */
function technologyPlaces(places: readonly Declaration[]): Declaration[] {
  return places.flatMap((place) => {
    const { template } = place;
    const section = template?.kind === 'section' ? template.section.id : template?.label.section;
    return section === 'technologies' && isMeant(place) ? [place] : technologyPlaces(place.children);
  });
}

/**
 * The answered places of a section that hold values themselves, in order; its own text among them. A document without
 * the integrations section may have one of its labels, which says what it means; "Security" alone does not.
 */
function labelledFacts(project: ProjectFacts, id: SectionId): LabelledFact[] {
  const section = templateSections.find((one) => one.id === id);
  if (section === undefined) return [];
  const { places } = project.resolvePlace({ kind: 'section', section });
  const labels = places.length > 0 || id !== 'integrations' ? [] : section.labels;
  const alone = labels.flatMap((label) => project.resolvePlace({ kind: 'label', label }).places);
  const all: readonly DeclaredPlace[] = [...places, ...alone];
  const facts = (all as readonly Declaration[])
    .filter((place) => places.length > 0 || isAtHome(place))
    .flatMap(factsIn);
  // A label may stand under the heading of another: `## Performance requirements` / `- **Scalability**: …`.
  return [...new Map(facts.map((fact) => [fact.place, fact])).values()];
}

function factsIn(place: Declaration): LabelledFact[] {
  const own = withoutNested(place.ownValues);
  const isAnswered = place.status === 'met' || place.status === 'partial';
  const isTextOnly = place.kind !== 'heading' && isAnswered && place.children.length === 0;
  const fact = own.length > 0 || isTextOnly ? [{ place, values: own }] : [];
  return [...fact, ...place.children.flatMap(factsIn)];
}

function metadataOf(facts: ProjectFacts): Map<string, DeclaredValue> {
  const metadata = new Map<string, DeclaredValue>();
  const add = (place: Declaration): void => {
    const { template } = place;
    const first = place.values[0];
    const isMetadata = template?.kind === 'label' && template.label.section === 'metadata';
    if (isMetadata && first !== undefined && isMeant(place)) {
      const key = template.label.metadataKey ?? template.label.label;
      if (!metadata.has(key) && place.status === 'met') metadata.set(key, first);
    } else if (
      place.kind === 'metadata' &&
      place.context.within === 'metadata' &&
      first !== undefined &&
      place.status === 'met'
    ) {
      if (!metadata.has(place.label)) metadata.set(place.label, first);
    }
    for (const child of place.children) add(child);
  };
  for (const place of facts.places) add(place);
  return metadata;
}

function answersOf(facts: ProjectFacts): { place: TemplatePlace; resolution: Resolution }[] {
  const answers: { place: TemplatePlace; resolution: Resolution }[] = [];
  for (const section of templateSections) {
    const places: TemplatePlace[] = [
      { kind: 'section', section },
      ...section.labels.map((label) => ({ kind: 'label' as const, label })),
    ];
    for (const place of places) {
      const resolution = facts.resolvePlace(place);
      if (resolution.status !== 'missing') answers.push({ place, resolution });
    }
  }
  return answers;
}

/** Without the names inside a longer value: they are values for matching, not goals of their own. */
function withoutNested(values: readonly DeclaredValue[]): DeclaredValue[] {
  return values.filter(
    (value, index) =>
      !values.some(
        (other, at) =>
          at !== index &&
          other.uri === value.uri &&
          other.span.start <= value.span.start &&
          value.span.end <= other.span.end &&
          other.span.end - other.span.start > value.span.end - value.span.start,
      ),
  );
}

function labelPlace(id: LabelId): TemplatePlace {
  for (const section of templateSections) {
    const label = section.labels.find((one) => one.id === id);
    if (label !== undefined) return { kind: 'label', label };
  }
  throw new RangeError(`the template has no label ${id}`);
}
