import type { Relation } from '../catalogue/relations.ts';
import { domainCovers, technologyCovers } from '../catalogue/relations.ts';
import { findScale } from '../catalogue/scales.ts';
import type { LabelId } from '../catalogue/template.ts';
import type { BusinessDomain, Technology, TechnologySection } from '../catalogue/types.ts';
import { type ProjectFacts, sectionsOfValue } from '../project/facts.ts';
import type { DeclaredValue } from '../project/factTypes.ts';
import type { VocabularyKey } from '../requirements/requirementTypes.ts';
import { placeOfLabel } from './templatePlaces.ts';

/** All that a project declares, asked by what an agent knows (`adapted-profile.md`, rules 2 and 4c). */
export class Pool {
  readonly technologies: readonly TechnologyValue[];
  readonly domains: readonly DomainValue[];
  readonly scales: readonly DeclaredValue[];
  readonly technologyIds: ReadonlySet<string>;
  /** Metadata that need not stand in, for the label itself is answered: it keeps entries, and is no gap. */
  readonly aside: ReadonlySet<DeclaredValue>;

  constructor(facts: ProjectFacts) {
    this.technologies = facts.pool.filter(isTechnology);
    this.domains = facts.pool.filter(isDomain);
    this.scales = facts.resolvePlace(placeOfLabel('project-scale')).values;
    this.technologyIds = new Set(this.technologies.map((value) => value.technology.id));
    this.aside = new Set([
      ...valuesAside(facts, 'primary-language', 'backend'),
      ...valuesAside(facts, 'business-domain', 'business-domains'),
    ]);
  }

  /** The first declared value that keeps an entry, by identity before any other relation. */
  matchOf(entry: VocabularyKey): Match | undefined {
    const layer = entry.layer;
    return (
      nearest(entry.technologies.map((technology) => matchOfTechnology(technology, this.technologies))) ??
      nearest(entry.domains.map((domain) => matchOfDomain(domain, this.domains))) ??
      sameAs(
        this.scales.find((value) => entry.scale !== undefined && findScale(value.text)?.id === entry.scale),
      ) ??
      sameAs(layer === undefined ? undefined : this.#valueOf(layer))
    );
  }

  #valueOf(layer: TechnologySection): DeclaredValue | undefined {
    return this.technologies.find((value) => sectionsOfValue(value).includes(layer));
  }
}

export interface Match {
  readonly value: DeclaredValue;
  readonly relation: Relation;
}

export type TechnologyValue = DeclaredValue & { readonly technology: Technology };
export type DomainValue = DeclaredValue & { readonly domain: BusinessDomain };

export function isTechnology(value: DeclaredValue): value is TechnologyValue {
  return value.technology !== undefined;
}

export function isDomain(value: DeclaredValue): value is DomainValue {
  return value.domain !== undefined;
}

/** Whether a declared value keeps an entry, and how. */
export function relationTo(entry: VocabularyKey, value: DeclaredValue): Relation | undefined {
  const { technology, domain } = value;
  const relations: (Relation | undefined)[] = [];
  if (technology !== undefined)
    relations.push(...entry.technologies.map((one) => technologyCovers(one, technology)));
  if (domain !== undefined) relations.push(...entry.domains.map((one) => domainCovers(one, domain)));
  if (entry.scale !== undefined && findScale(value.text)?.id === entry.scale) relations.push('same');
  return strongest(relations);
}

/** The relation that says most. */
export function strongest(relations: readonly (Relation | undefined)[]): Relation | undefined {
  return strength.find((relation) => relations.includes(relation));
}

const strength: readonly Relation[] = ['same', 'part-of', 'provider', 'runs-on'];

function valuesAside(facts: ProjectFacts, metadata: LabelId, label: LabelId): DeclaredValue[] {
  const answer = facts.resolvePlace(placeOfLabel(label)).values;
  return facts.resolvePlace(placeOfLabel(metadata)).values.filter((value) => !answer.includes(value));
}

function matchOfTechnology(entry: Technology, values: readonly TechnologyValue[]): Match | undefined {
  return nearest(values.map((value) => match(value, technologyCovers(entry, value.technology))));
}

function matchOfDomain(entry: BusinessDomain, values: readonly DomainValue[]): Match | undefined {
  return nearest(values.map((value) => match(value, domainCovers(entry, value.domain))));
}

function match(value: DeclaredValue, relation: Relation | undefined): Match | undefined {
  return relation === undefined ? undefined : { value, relation };
}

function sameAs(value: DeclaredValue | undefined): Match | undefined {
  return value === undefined ? undefined : { value, relation: 'same' };
}

function nearest(matches: readonly (Match | undefined)[]): Match | undefined {
  let best: Match | undefined;
  for (const candidate of matches) {
    if (candidate === undefined) continue;
    if (best === undefined || strength.indexOf(candidate.relation) < strength.indexOf(best.relation))
      best = candidate;
  }
  return best;
}
