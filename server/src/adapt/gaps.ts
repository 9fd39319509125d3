import { domainById, findDomain, technologyById } from '../catalogue/lookup.ts';
import { normalizedName } from '../catalogue/names.ts';
import { comesWith, technologyCovers } from '../catalogue/relations.ts';
import type { Technology } from '../catalogue/types.ts';
import type { MarkdownTree } from '../parse/markdown.ts';
import { sectionsOfValue } from '../project/facts.ts';
import type { DeclaredValue } from '../project/factTypes.ts';
import type { VocabularyKey } from '../requirements/requirementTypes.ts';
import type { VocabularyBlock } from '../requirements/vocabularyTypes.ts';
import { namedInLists } from './namedInLists.ts';
import { type DomainValue, type Pool, type TechnologyValue, keepsDomain } from './pool.ts';
import type { Gap, KnownThrough } from './profileTypes.ts';
import { SpokenSections } from './spokenSections.ts';

/** What is declared and unknown to the agent, or known only through what it builds on (rule 10). */
export interface Knowledge {
  readonly gaps: readonly Gap[];
  readonly knownOnlyThrough: readonly KnownThrough[];
  /** Ids of the declared technologies and domains that the agent's lines name themselves. */
  readonly named: ReadonlySet<string>;
}

/**
 * @param isKept whether an offset in the body lies on a line that stays
 */
export function knowledgeOf(
  body: MarkdownTree,
  blocks: readonly VocabularyBlock[],
  pool: Pool,
  isKept: (offset: number) => boolean,
): Knowledge {
  const entries = blocks.flatMap((block) =>
    block.keys.filter((key) => (key.kind === 'entry' || isItem(key)) && isKept(key.keySpan.start)),
  );
  const spoken = new SpokenSections(blocks, isKept);
  const knower = new Knower(entries, namedInLists(body, isKept));
  const gaps: Gap[] = [];
  const knownOnlyThrough: KnownThrough[] = [];
  const named = new Set<string>();
  const isOwn = (value: DeclaredValue): boolean => !pool.aside.has(value);
  const technologies = pool.technologies.filter(isOwn);
  for (const value of firstOfEach([...technologies, ...pool.technologies], (one) => one.technology.id)) {
    const { id } = value.technology;
    const known = knower.of(value);
    if (known === 'named') named.add(id);
    if (known === 'named' || known === 'otherwise') continue;
    if (!technologies.some((one) => one.technology.id === id && spoken.covers(one))) continue;
    if (known === 'not') gaps.push({ value });
    else knownOnlyThrough.push({ value, through: known.through.name });
  }
  const domainLeaves = leafDomains(body, blocks, isKept);
  for (const value of firstOfEach([...pool.domains.filter(isOwn), ...pool.domains], (one) => one.domain.id)) {
    if (isKnownDomain(value, entries, domainLeaves)) named.add(value.domain.id);
    // "Enterprise" says how large, not what about.
    else if (isOwn(value) && spoken.domains && normalizedName(value.text) !== 'enterprise')
      gaps.push({ value });
  }
  return { gaps: withoutParts(gaps), knownOnlyThrough: withoutParts(knownOnlyThrough), named };
}

function firstOfEach<T>(values: readonly T[], idOf: (value: T) => string): T[] {
  const first = new Map<string, T>();
  for (const value of values) if (!first.has(idOf(value))) first.set(idOf(value), value);
  return [...first.values()];
}

/**
 * Entity Framework Core beside Entity Framework is one gap, podcasts beside media, and C# beside .NET, which brings
 * it: the first of them is told, and what brings another one.
 */
function withoutParts<T extends Gap>(gaps: readonly T[]): T[] {
  const told = new Set<string>();
  const wholes = new Set<string>();
  const technologies = gaps.flatMap(({ value }) => value.technology ?? []);
  return gaps.filter(({ value: { technology, domain } }) => {
    const thing = technology ?? domain;
    if (thing === undefined) return true;
    if (technology !== undefined && isBrought(technology, technologies)) return false;
    const widerOnes =
      technology === undefined ? widerThan(thing, domainById) : widerThan(thing, technologyById);
    if (wholes.has(thing.id) || widerOnes.some((id) => told.has(id))) return false;
    told.add(thing.id);
    for (const id of widerOnes) wholes.add(id);
    return true;
  });
}

function isBrought(technology: Technology, others: readonly Technology[]): boolean {
  return others.some(
    (other) =>
      comesWith(technology, other) &&
      !comesWith(other, technology) &&
      !widerThan(technology, technologyById).includes(other.id),
  );
}

interface Part {
  readonly id: string;
  readonly partOf?: string;
}

function widerThan(part: Part, byId: (id: string) => Part | undefined): string[] {
  const ids: string[] = [];
  for (let id = part.partOf; id !== undefined && !ids.includes(id); id = byId(id)?.partOf) ids.push(id);
  return ids;
}

/** `otherwise`: by a part, a user or a companion of it, or by an entry for its whole layer. */
type Known = 'named' | 'otherwise' | 'not' | { readonly through: Technology };

/** Answers how the kept lines of an agent know a technology. */
class Knower {
  readonly #entries: readonly VocabularyKey[];
  /** What the lines name. */
  readonly #named = new Map<string, Technology>();
  /** Ids of what has a key of its own. */
  readonly #keys = new Set<string>();

  constructor(entries: readonly VocabularyKey[], leaves: ReadonlyMap<string, Technology>) {
    this.#entries = entries;
    for (const { technologies } of entries) {
      for (const one of technologies) {
        this.#named.set(one.id, one);
        this.#keys.add(one.id);
      }
    }
    for (const [id, one] of leaves) this.#named.set(id, one);
  }

  of(value: TechnologyValue): Known {
    const { technology } = value;
    if (this.#named.has(technology.id)) return 'named';
    if (this.#hasLayerOf(value)) return 'otherwise';
    let through: Technology | undefined;
    for (const one of this.#named.values()) {
      const relation = technologyCovers(one, technology);
      if (relation === 'runs-on') through = this.#isBase(one, technology) ? nearer(through, one) : through;
      else if (relation !== undefined) return 'otherwise';
      // Who knows Spring Boot knows Java, who knows .NET knows C#.
      if (technologyCovers(technology, one) !== undefined || comesWith(technology, one)) return 'otherwise';
    }
    through ??= this.#sharedBase(technology);
    return through === undefined ? 'not' : { through };
  }

  #hasLayerOf(value: TechnologyValue): boolean {
    const layers = [...sectionsOfValue(value), ...value.technology.sections];
    return this.#entries.some(({ layer }) => layer !== undefined && layers.includes(layer));
  }

  /** Who speaks of "JavaScript animations" knows no framework by it; who has a key for Python does. */
  #isBase(language: Technology, { kind }: Technology): boolean {
    return kind !== 'framework' || language.kind !== 'language' || this.#keys.has(language.id);
  }

  /**
   * What runs on Python is known through it to an agent that only names Celery; but who knows React does not know
   * Svelte for both being written in JavaScript.
   */
  #sharedBase({ kind, runsOn }: Technology): Technology | undefined {
    return kind === 'framework' ? undefined : (runsOn ?? []).flatMap((id) => this.#baseOf(id) ?? [])[0];
  }

  #baseOf(id: string): Technology | undefined {
    const base = technologyById(id);
    if (base === undefined) return undefined;
    for (const one of this.#named.values()) if (technologyCovers(base, one) === 'runs-on') return base;
    return undefined;
  }
}

/** Of JavaScript and Node.js, which runs on it, the latter says more of NestJS. */
function nearer(one: Technology | undefined, other: Technology): Technology {
  return one === undefined || technologyCovers(one, other) === 'runs-on' ? other : one;
}

function isKnownDomain(
  { domain }: DomainValue,
  entries: readonly VocabularyKey[],
  leaves: ReadonlySet<string>,
): boolean {
  const isKept = entries.some((entry) => entry.domains.some((one) => keepsDomain(one, domain) !== undefined));
  return isKept || leaves.has(domain.id);
}

/** An item of a plain comma list. */
function isItem(key: VocabularyKey): boolean {
  return key.kind === 'attribute' && key.technologies.length + key.domains.length > 0;
}

/** Domains that are whole items of the lists under the agent's labels: phrases there speak of other things. */
function leafDomains(
  body: MarkdownTree,
  blocks: readonly VocabularyBlock[],
  isKept: (offset: number) => boolean,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const list of blocks.flatMap((block) => block.lists.flatMap((keys) => keys.leaves))) {
    if (!isKept(list.span.start)) continue;
    for (const item of list.items) {
      const domain = findDomain(body.text.slice(item.start, item.end));
      if (domain !== undefined) found.add(domain.id);
    }
  }
  return found;
}
