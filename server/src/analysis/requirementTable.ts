import { normalizedName } from '../catalogue/names.ts';
import { type TemplateLabel, type TemplatePlace, templateSections } from '../catalogue/template.ts';
import type { Reader, RequiredPlace } from '../rules/projectSubject.ts';
import type { AgentDocument } from './agentDocument.ts';

/**
 * What the agents of one project read, by place: kept up to date agent by agent, so that a keystroke in one
 * agent costs that agent's requirements and a keystroke in CLAUDE.md none of it.
 */
export class RequirementTable {
  readonly #byKey = new Map<string, Map<string, Contribution>>();
  readonly #keysOf = new Map<string, readonly string[]>();
  readonly #places = new Map<string, RequiredPlace>();
  #all: readonly RequiredPlace[] | undefined;

  /** Takes an agent's requirements in, in place of what was known of it. Answers whether anything changed. */
  put(agent: AgentDocument): boolean {
    const contributions = contributionsOf(agent);
    const before = this.#keysOf.get(agent.uri) ?? [];
    if (
      contributions.size === before.length &&
      before.every((key) => this.#holds(key, agent.uri, contributions))
    ) {
      return false;
    }
    this.remove(agent.uri);
    for (const [key, contribution] of contributions) {
      let readers = this.#byKey.get(key);
      if (readers === undefined) this.#byKey.set(key, (readers = new Map<string, Contribution>()));
      readers.set(agent.uri, contribution);
      this.#places.delete(key);
    }
    this.#keysOf.set(agent.uri, [...contributions.keys()]);
    this.#all = undefined;
    return true;
  }

  remove(agentUri: string): boolean {
    const keys = this.#keysOf.get(agentUri);
    if (keys === undefined) return false;
    for (const key of keys) {
      const readers = this.#byKey.get(key)!;
      readers.delete(agentUri);
      this.#places.delete(key);
      if (readers.size === 0) this.#byKey.delete(key);
    }
    this.#keysOf.delete(agentUri);
    this.#all = undefined;
    return keys.length > 0;
  }

  /** All required places: the template's in its order, then the others by label. */
  get places(): readonly RequiredPlace[] {
    this.#all ??= [...this.#byKey.keys()]
      .map((key) => this.#placeOf(key))
      .sort((a, b) => templateOrder(a.place) - templateOrder(b.place) || compare(a.label, b.label));
    return this.#all;
  }

  #holds(key: string, uri: string, contributions: ReadonlyMap<string, Contribution>): boolean {
    const a = this.#byKey.get(key)?.get(uri);
    const b = contributions.get(key);
    return (
      a !== undefined &&
      b !== undefined &&
      a.label === b.label &&
      a.quoted === b.quoted &&
      a.reader.name === b.reader.name &&
      a.reader.line === b.reader.line &&
      a.reader.character === b.reader.character &&
      a.reader.length === b.reader.length
    );
  }

  #placeOf(key: string): RequiredPlace {
    let place = this.#places.get(key);
    if (place === undefined) {
      const contributions = [...this.#byKey.get(key)!.values()];
      contributions.sort(
        (a, b) => compare(a.reader.name, b.reader.name) || compare(a.reader.uri, b.reader.uri),
      );
      const first = contributions[0]!;
      place = {
        label: first.place === undefined ? first.label : templateLabelOf(first.place),
        place: first.place,
        quoted: contributions.some((contribution) => contribution.quoted),
        readers: contributions.map((contribution) => contribution.reader),
      };
      this.#places.set(key, place);
    }
    return place;
  }
}

/** The template's places as requirements without a reader: what `agentTailor.template: "adaptive"` asks for. */
export function templateRequirements(): readonly RequiredPlace[] {
  return templateSections
    .flatMap((section) => section.labels)
    .filter((label: TemplateLabel) => label.holds !== 'scale' && label.metadataKey === undefined)
    .map((label) => ({ label: label.label, place: { kind: 'label', label }, quoted: false, readers: [] }));
}

/** One key for all names of one place. */
export function placeKey(label: string, place: TemplatePlace | undefined): string {
  if (place === undefined) return `?${normalizedName(label)}`;
  return place.kind === 'section' ? `#${place.section.id}` : place.label.id;
}

interface Contribution {
  readonly label: string;
  readonly place: TemplatePlace | undefined;
  readonly quoted: boolean;
  readonly reader: Reader;
}

function contributionsOf(agent: AgentDocument): Map<string, Contribution> {
  const contributions = new Map<string, Contribution>();
  for (const requirement of agent.requirements) {
    if (requirement.label === null) continue;
    const key = placeKey(requirement.label, requirement.place);
    if (contributions.has(key)) continue;
    const { start, end } = requirement.labelSpan;
    const at = agent.positions.positionAt(agent.bodyStart + start);
    contributions.set(key, {
      label: requirement.label,
      place: requirement.place,
      quoted: requirement.quoted,
      reader: { uri: agent.uri, name: agent.name, ...at, length: end - start },
    });
  }
  return contributions;
}

function templateLabelOf(place: TemplatePlace): string {
  return place.kind === 'section' ? place.section.title : place.label.label;
}

function templateOrder(place: TemplatePlace | undefined): number {
  if (place === undefined) return Number.MAX_SAFE_INTEGER;
  const sectionId = place.kind === 'section' ? place.section.id : place.label.section;
  const section = templateSections.findIndex((candidate) => candidate.id === sectionId);
  const label =
    place.kind === 'section'
      ? 0
      : 1 +
        (templateSections[section]?.labels.findIndex((candidate) => candidate.id === place.label.id) ?? 0);
  return section * 1000 + label;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
