import type { Relation } from '../catalogue/relations.ts';
import { comesWith, domainContains, domainCovers, technologyCovers } from '../catalogue/relations.ts';
import type { LabelId } from '../catalogue/template.ts';
import type { BusinessDomain, Technology, TechnologyKind, TechnologySection } from '../catalogue/types.ts';
import { type ProjectFacts, sectionsOfValue } from '../project/facts.ts';
import type { DeclaredValue } from '../project/factTypes.ts';
import type { Requirement, VocabularyKey } from '../requirements/requirementTypes.ts';
import { answerTo, scaleOf } from './answers.ts';
import { placeOfLabel } from './templatePlaces.ts';

/**
 * All that a project declares to an agent, asked by what the agent knows (`adapted-profile.md`, rules 2 and 4c): the
 * values of the template's places, and those under the labels of the project's own that the agent reads.
 */
export class Pool {
  readonly technologies: readonly TechnologyValue[];
  readonly domains: readonly DomainValue[];
  readonly scales: readonly DeclaredValue[];
  readonly technologyIds: ReadonlySet<string>;
  /** Metadata that need not stand in, for the label itself is answered: it keeps entries, and is no gap. */
  readonly aside: ReadonlySet<DeclaredValue>;

  constructor(facts: ProjectFacts, requirements: readonly Requirement[]) {
    const own = requirements.flatMap((one) => (one.place === undefined ? answerTo(facts, one).values : []));
    const domains = answerTo(facts, { label: null, place: placeOfLabel('business-domains') }).values;
    const all = [...new Set([...facts.pool, ...domains, ...own])];
    this.technologies = all.filter(isTechnology);
    this.domains = all.filter(isDomain);
    this.scales = [...facts.resolvePlace(placeOfLabel('project-scale')).values, ...own];
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
      sameAs(this.scales.find((value) => entry.scale !== undefined && scaleOf(value)?.id === entry.scale)) ??
      sameAs(layer === undefined ? undefined : this.#valueOf(layer))
    );
  }

  /** What is declared under the layer's own label says more than what could be of it. */
  #valueOf(layer: TechnologySection): DeclaredValue | undefined {
    const isOwn = (value: TechnologyValue): boolean => value.section === layer && !this.aside.has(value);
    return (
      this.technologies.find(isOwn) ??
      this.technologies.find((value) => sectionsOfValue(value).includes(layer))
    );
  }
}

/** Why a declared value keeps an entry; what comes with it need not have to do with it otherwise. */
export type Keeping = Relation | 'comes-with';

export interface Match {
  readonly value: DeclaredValue;
  readonly relation: Keeping;
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
export function relationTo(entry: VocabularyKey, value: DeclaredValue): Keeping | undefined {
  const { technology, domain } = value;
  const relations: (Keeping | undefined)[] = [];
  if (technology !== undefined)
    relations.push(...entry.technologies.map((one) => keepsTechnology(one, technology)));
  if (domain !== undefined) relations.push(...entry.domains.map((one) => keepsDomain(one, domain)));
  if (entry.scale !== undefined && scaleOf(value)?.id === entry.scale) relations.push('same');
  return strongest(relations);
}

/** The relation that says most. */
export function strongest(relations: readonly (Keeping | undefined)[]): Keeping | undefined {
  return strength.find((relation) => relations.includes(relation));
}

const strength: readonly Keeping[] = ['same', 'part-of', 'provider', 'runs-on', 'comes-with'];

/** Whether a declared domain keeps another one: it is the same, a part of it, or what it is a part of. */
export function keepsDomain(entry: BusinessDomain, declared: BusinessDomain): Keeping | undefined {
  return domainCovers(entry, declared) ?? (domainContains(entry, declared) ? 'comes-with' : undefined);
}

function keepsTechnology(entry: Technology, declared: Technology): Keeping | undefined {
  const relation = technologyCovers(entry, declared);
  if (relation === 'runs-on' && isToolBeside(declared, entry)) return undefined;
  return relation ?? (comesWith(entry, declared) ? 'comes-with' : undefined);
}

/** Vite runs on Node.js on the developers' machines: that makes no server of it. */
function isToolBeside({ kind, sections }: Technology, entry: Technology): boolean {
  return tools.has(kind) && !sections.some((section) => entry.sections.includes(section));
}

const tools: ReadonlySet<TechnologyKind> = new Set<TechnologyKind>(['build-tool', 'testing', 'tool']);

function valuesAside(facts: ProjectFacts, metadata: LabelId, label: LabelId): DeclaredValue[] {
  const answer = facts.resolvePlace(placeOfLabel(label)).values;
  return facts.resolvePlace(placeOfLabel(metadata)).values.filter((value) => !answer.includes(value));
}

function matchOfTechnology(entry: Technology, values: readonly TechnologyValue[]): Match | undefined {
  return nearest(values.map((value) => match(value, keepsTechnology(entry, value.technology))));
}

function matchOfDomain(entry: BusinessDomain, values: readonly DomainValue[]): Match | undefined {
  return nearest(values.map((value) => match(value, keepsDomain(entry, value.domain))));
}

function match(value: DeclaredValue, relation: Keeping | undefined): Match | undefined {
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
