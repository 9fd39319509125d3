import { normalizedName } from '../catalogue/names.ts';
import { findTemplatePlace, templateSections } from '../catalogue/template.ts';
import type { TemplateLabel, TemplatePlace, TemplateSection } from '../catalogue/template.ts';
import type { TechnologySection } from '../catalogue/types.ts';
import { declarationsNamed, declarationsOf } from './declarations/declarations.ts';
import type { Declaration } from './declarations/declarations.ts';
import { keyOfTemplate, nameOfLabel } from './declarations/label.ts';
import { coversSection } from './declarations/place.ts';
import type { AnswerStatus, DeclaredPlace, DeclaredValue, FactSource, Resolution } from './factTypes.ts';
import { isAtHome, isMeant } from './placesMeant.ts';

/** What a project document declares, all its files together. Everything is read when it is first asked for. */
export interface ProjectFacts {
  /** In load order. */
  readonly sources: readonly FactSource[];
  /** The same in the order in which they count, where several answer alike. */
  readonly nearestFirst: readonly FactSource[];
  /** The top-level places of all files, in order. */
  readonly places: readonly Declaration[];
  /** The values of all places that the template knows, each once. */
  readonly pool: readonly DeclaredValue[];
  /** Where a label leads, as an agent names it: aliases, case, dashes, numbering and wrong decoding do not matter. */
  resolve(label: string): Resolution;
  /** Where a place of the template is declared. */
  resolvePlace(place: TemplatePlace): Resolution;
}

/**
 * The facts of a project document. Cheap: what blocks say is cached with them.
 * @param sources in load order
 * @param nearestFirst the same in the order in which they count, where several answer alike
 */
export function readFacts(
  sources: readonly FactSource[],
  nearestFirst: readonly FactSource[] = sources,
): ProjectFacts {
  return new Facts(sources, nearestFirst);
}

/** The section a value belongs to: its label's where that names one of the four, else the catalogue's. */
export function sectionsOfValue(value: DeclaredValue): readonly TechnologySection[] {
  if (value.section !== undefined) return [value.section];
  return value.technology?.sections ?? [];
}

class Facts implements ProjectFacts {
  readonly sources: readonly FactSource[];
  readonly nearestFirst: readonly FactSource[];
  readonly #resolutions = new Map<string, Resolution>();
  #places: readonly Declaration[] | undefined;
  #pool: readonly DeclaredValue[] | undefined;

  constructor(sources: readonly FactSource[], nearestFirst: readonly FactSource[]) {
    this.sources = sources;
    this.nearestFirst = nearestFirst;
  }

  get places(): readonly Declaration[] {
    this.#places ??= this.sources.flatMap((source) => declarationsOf(source));
    return this.#places;
  }

  get pool(): readonly DeclaredValue[] {
    if (this.#pool === undefined) {
      const values = new Set<DeclaredValue>();
      for (const place of this.places) collectPool(place, values);
      this.#pool = [...values];
    }
    return this.#pool;
  }

  resolve(label: string): Resolution {
    const { key, name, place, loose } = targetOf(label);
    if (place !== undefined) return this.resolvePlace(place);
    return this.#remembered(`= ${name}`, () => {
      const all = this.#at(key);
      // What an agent asks for by that very name is there, whatever it may mean in the template.
      const own = loose === undefined ? all : all.filter((one) => normalizedName(one.label) === name);
      return own.length === 0 && loose !== undefined ? this.resolvePlace(loose) : resolutionOf(own);
    });
  }

  resolvePlace(place: TemplatePlace): Resolution {
    return this.#remembered(keyOfTemplate(place), () =>
      place.kind === 'section' ? this.#resolveSection(place.section) : this.#resolveLabel(place.label),
    );
  }

  #remembered(key: string, make: () => Resolution): Resolution {
    let known = this.#resolutions.get(key);
    if (known === undefined) {
      known = make();
      this.#resolutions.set(key, known);
    }
    return known;
  }

  #at(key: string): readonly Declaration[] {
    if (key === '') return [];
    return this.nearestFirst.flatMap((source) => declarationsNamed(source, key));
  }

  #resolveSection(section: TemplateSection): Resolution {
    const named = this.#at(`section:${section.id}`).filter(isMeant);
    const headings = named.filter((place) => place.kind === 'heading');
    let resolution = resolutionOf(headings.length > 0 ? headings : named);
    if (headings.length === 0 && (named.length === 0 || section.id === 'technologies')) {
      // A document may have the labels without the heading over them.
      const labels = section.labels
        .flatMap((label) => this.#labelPlaces(label))
        .filter((place) => section.id === 'technologies' || place.kind === 'metadata' || isAtHome(place));
      if (isEnough(section, labels)) resolution = withLabels(section, resolution, named, labels);
    }
    return this.#withMetadata(resolution, section.metadataKey);
  }

  #resolveLabel(label: TemplateLabel): Resolution {
    const places = this.#labelPlaces(label);
    let resolution = resolutionOf(places);
    const names = places.filter((place) => place.namesSomething);
    if (label.technologySection !== undefined && names.every((place) => place.isLoose)) {
      const standIn = this.#standIn(label.technologySection);
      if (standIn !== undefined && (resolution.status === 'missing' || resolution.status === 'met')) {
        const values = [...new Set([...resolution.values, ...standIn.values])];
        const both = names.length > 0 ? [...places, ...standIn.places] : [...standIn.places, ...places];
        resolution = { status: 'met', places: both, values };
      }
    }
    const ownKey = label.section === 'metadata';
    return ownKey ? resolution : this.#withMetadata(resolution, label.metadataKey);
  }

  /** Of several places the ones that a reader would take for it: in its own section, or with values of its kind. */
  #labelPlaces(label: TemplateLabel): Declaration[] {
    const places = this.#at(`label:${label.id}`).filter(isMeant);
    if (places.length < 2) return places;
    const likely = places.filter((place) => place.context.within === label.section || isLikely(place, label));
    return likely.length > 0 ? likely : places;
  }

  /** Metadata answers where the label itself does not. */
  #withMetadata(resolution: Resolution, key: string | undefined): Resolution {
    if (key === undefined || (resolution.status !== 'missing' && resolution.status !== 'unfilled'))
      return resolution;
    const metadata = metadataLabels().get(key);
    if (metadata === undefined) return resolution;
    const places = this.#at(`label:${metadata.id}`).filter((place) => place.status === 'met');
    if (places.length === 0) return resolution;
    return resolutionWith('met', [...places, ...resolution.places], places);
  }

  /**
   * A technologies section without the template's labels (`## Tech Stack` with plain bullets) answers for each
   * of the four by what the catalogue knows of its values.
   */
  #standIn(section: TechnologySection): Resolution | undefined {
    const places: Declaration[] = [];
    const values: DeclaredValue[] = [];
    for (const heading of this.#at('section:technologies')) {
      // "Stack & Conventions" may hold nothing but rules that mention some.
      if (heading.isLoose && !isMeant(heading)) continue;
      const own = valuesOutsideLabels(heading).filter(
        (value) => value.technology !== undefined && sectionsOfValue(value).includes(section),
      );
      if (own.length === 0) continue;
      places.push(heading);
      values.push(...own);
    }
    return places.length === 0 ? undefined : { status: 'met', places, values };
  }
}

/** What an agent's label means. Agents name the same few, at every keystroke: each is looked up once. */
function targetOf(label: string): Target {
  let target = targets.get(label);
  if (target === undefined) {
    if (targets.size >= mostRemembered) targets.clear();
    const named = nameOfLabel(label);
    target = {
      key: named.key,
      name: normalizedName(named.label),
      place: findTemplatePlace(label),
      loose: named.loose,
    };
    targets.set(label, target);
  }
  return target;
}

interface Target {
  /** Under which places of that name are found. */
  readonly key: string;
  readonly name: string;
  readonly place: TemplatePlace | undefined;
  /** What a document would mean by it. */
  readonly loose: TemplatePlace | undefined;
}

const targets = new Map<string, Target>();
const mostRemembered = 4000;

const missing: Resolution = { status: 'missing', places: [], values: [] };

function resolutionOf(places: readonly Declaration[]): Resolution {
  if (places.length === 0) return missing;
  const best = places.length === 1 ? places : places.toSorted((a, b) => rank(b) - rank(a));
  const statuses = places.map((place) => place.status);
  return resolutionWith(statusOfTwins(statuses), best, best);
}

/** A section by its labels, and by what else stands for it without being their heading. */
function withLabels(
  section: TemplateSection,
  { status: own }: Resolution,
  named: readonly Declaration[],
  labels: readonly Declaration[],
): Resolution {
  const status = statusOfParts(labels.map((place) => place.status));
  const isOfAll = status !== 'none' || coversSection(section, labels);
  if (named.length === 0) return resolutionWith(isOfAll ? status : 'partial', labels, labels);
  const others = labels.filter((place) => !named.some((outer) => isUnder(place, outer)));
  const all = named.every((place) => place.isLoose) ? [...others, ...named] : [...named, ...others];
  return resolutionWith(own, all, all);
}

function isUnder(place: Declaration, outer: Declaration): boolean {
  for (let at = place.parent; at !== undefined; at = at.parent) if (at === outer) return true;
  return false;
}

/** The values, of which most who ask for a status have no need, are read when somebody does. */
function resolutionWith(
  status: AnswerStatus,
  places: readonly DeclaredPlace[],
  holders: readonly Declaration[],
): Resolution {
  let values: readonly DeclaredValue[] | undefined;
  return {
    status,
    places,
    get values() {
      values ??= valuesOf(holders);
      return values;
    },
  };
}

/** Several places with one label: where one answers, the label is answered. */
function statusOfTwins(statuses: readonly AnswerStatus[]): AnswerStatus {
  for (const status of ['met', 'partial', 'none', 'unfilled'] as const) {
    if (statuses.includes(status)) return status;
  }
  return 'missing';
}

/** Several labels of one section: where some answer and some do not, the section is answered in part. */
function statusOfParts(statuses: readonly AnswerStatus[]): AnswerStatus {
  const answered = statuses.some((status) => status === 'met' || status === 'partial');
  const isOpen = statuses.some((status) => status === 'unfilled' || status === 'partial');
  if (isOpen) return answered || statuses.includes('none') ? 'partial' : 'unfilled';
  return answered ? 'met' : 'none';
}

function rank(place: Declaration): number {
  const answered = place.status === 'met' || place.status === 'partial' ? 4 : place.status === 'none' ? 2 : 0;
  return answered + (place.namesSomething ? 1 : 0);
}

/**
 * Labels without their section's heading make the section where their names are its own; "Security" alone, or
 * "APIs", may be about anything.
 */
function isEnough(section: TemplateSection, places: readonly Declaration[]): boolean {
  if (places.length === 0) return false;
  if (section.id === 'technologies' || section.id === 'domains-and-goals') return true;
  return new Set(places.map((place) => place.key)).size >= 2;
}

function isLikely(place: Declaration, label: TemplateLabel): boolean {
  if (label.holds !== 'technologies' && label.holds !== 'domains') return false;
  return place.status !== 'met' || place.namesSomething;
}

function valuesOf(places: readonly Declaration[]): readonly DeclaredValue[] {
  const [only, ...others] = places;
  if (only !== undefined && others.length === 0) return only.values;
  return [...new Set(places.flatMap((place) => place.values))];
}

function valuesOutsideLabels(place: Declaration): DeclaredValue[] {
  if (!place.namesSomething) return [];
  const under = place.children.filter((child) => child.template?.kind !== 'label');
  return [...place.ownValues, ...under.flatMap(valuesOutsideLabels)];
}

/**
 * Places of the template count; a general word such as "Security" or "Services" only inside its own section, for
 * elsewhere it may mean anything.
 */
function collectPool(place: Declaration, into: Set<DeclaredValue>): void {
  if (isInTemplate(place)) {
    for (const value of place.values) into.add(value);
    return;
  }
  for (const child of place.children) collectPool(child, into);
}

function isInTemplate(place: Declaration): boolean {
  const { template, context } = place;
  if (template === undefined || !isMeant(place)) return false;
  if (template.kind === 'section') return true;
  return template.label.holds !== 'text' || context.within === template.label.section;
}

let metadata: ReadonlyMap<string, TemplateLabel> | undefined;

function metadataLabels(): ReadonlyMap<string, TemplateLabel> {
  metadata ??= new Map(
    templateSections
      .filter((section) => section.id === 'metadata')
      .flatMap((section) => section.labels)
      .map((label) => [label.metadataKey ?? label.label, label]),
  );
  return metadata;
}
