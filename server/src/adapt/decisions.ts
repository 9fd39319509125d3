import type { Technology, TechnologySection } from '../catalogue/types.ts';
import { type ProjectFacts, sectionsOfValue } from '../project/facts.ts';
import type { DeclaredValue, Resolution } from '../project/factTypes.ts';
import type { VocabularyKey } from '../requirements/requirementTypes.ts';
import type { GoverningLabel, VocabularyBlock } from '../requirements/vocabularyTypes.ts';
import { answerTo } from './answers.ts';
import { topicsOf } from './groupTopics.ts';
import { coversAllTechnologies, sectionOf } from './labels.ts';
import { type Match, type Pool, type TechnologyValue, isTechnology, relationTo } from './pool.ts';
import { isReplaced } from './rivals.ts';
import { placeOfSection } from './templatePlaces.ts';

/** Why an entry stays or goes. */
export type Verdict =
  | { readonly kind: 'matched'; readonly match: Match }
  /** Nobody can say that it does not belong here: the label is not answered, or answered with nothing known here. */
  | {
      readonly kind: 'open';
      readonly label: GoverningLabel | undefined;
      readonly status: Resolution['status'];
    }
  | { readonly kind: 'dropped'; readonly label: GoverningLabel; readonly status: Resolution['status'] };

/** Decides on the entries of one block (`adapted-profile.md`, rules 4 to 6). */
export class BlockDecisions {
  readonly #facts: ProjectFacts;
  readonly #pool: Pool;
  readonly #labels: readonly GoverningLabel[];
  readonly #entries: readonly VocabularyKey[];
  readonly #topics: ReadonlyMap<VocabularyKey, TechnologySection>;
  readonly #speaking = new Map<string, readonly Technology[]>();

  constructor(block: VocabularyBlock, facts: ProjectFacts, pool: Pool) {
    this.#facts = facts;
    this.#pool = pool;
    this.#labels = block.labels;
    this.#topics = topicsOf(block);
    this.#entries = block.keys.filter((key) => key.kind === 'entry');
  }

  verdictOn(entry: VocabularyKey): Verdict {
    const match = this.#pool.matchOf(entry);
    if (match !== undefined) return { kind: 'matched', match };
    const aspects = this.#aspectsOf(entry);
    const [first] = aspects;
    const open = first === undefined ? undefined : aspects.find((aspect) => !aspect.allowsDropping);
    if (first === undefined || open !== undefined) {
      return { kind: 'open', label: open?.label ?? this.#labels[0], status: open?.status ?? 'met' };
    }
    return { kind: 'dropped', label: first.label, status: first.status };
  }

  /** All that an entry is, each with what its label says; empty where no label over the block speaks of it. */
  #aspectsOf(entry: VocabularyKey): Aspect[] {
    const aspects: (readonly Aspect[])[] = [
      ...entry.technologies.map((technology) =>
        this.#aspectsOfTechnology(technology, this.#topics.get(entry)),
      ),
      ...(entry.domains.length === 0 ? [] : [this.#aspectsUnder('domains')]),
      // "Enterprise" among domains goes as one of them.
      ...(entry.scale === undefined || entry.domains.length > 0 ? [] : [this.#aspectsUnder('scale')]),
      ...(entry.layer === undefined ? [] : [this.#aspectsOfLayer(entry.layer)]),
    ];
    return aspects.some((one) => one.length === 0) ? [] : aspects.flat();
  }

  /** @param topic what its neighbours are about: where it is of another section itself, nothing speaks of it */
  #aspectsOfTechnology(technology: Technology, topic: TechnologySection | undefined): Aspect[] {
    const own = this.#labels.filter((label) => {
      const section = sectionOf(label);
      return section !== undefined && technology.sections.includes(section);
    });
    if (own.length > 0) {
      return own.map((label) =>
        this.#technologyAspect(label, this.#resolve(label), technology, sectionOf(label)!),
      );
    }
    const covering = this.#labels.find(coversAllTechnologies);
    if (covering === undefined) return [];
    if (covering.place === undefined) return [this.#aspectOfOwnLabel(covering, technology)];
    if (topic !== undefined && !technology.sections.includes(topic)) return [];
    return technology.sections.map((section) =>
      this.#technologyAspect(covering, this.#answerUnder(covering, section), technology, section),
    );
  }

  #technologyAspect(
    label: GoverningLabel,
    answer: Resolution,
    technology: Technology,
    section: TechnologySection,
  ): Aspect {
    const speaking = this.#remembered(`${section} ${label.label}`, () =>
      [answer, this.#facts.resolve('Technologies')]
        .flatMap(({ values }) => values)
        .filter(isTechnology)
        .filter((value) => speaksFor(value, section) && this.#isKnownHere(value, section)),
    );
    return aspect(label, answer.status, isReplaced(technology, speaking));
  }

  /** Under a label of the project's own, what is declared there is of one kind with what the agent has there. */
  #aspectOfOwnLabel(label: GoverningLabel, technology: Technology): Aspect {
    const answer = this.#resolve(label);
    const speaking = this.#remembered(`own ${label.label}`, () =>
      answer.values.filter(isTechnology).filter((value) => this.#isKnownHere(value, undefined)),
    );
    return aspect(label, answer.status, isReplaced(technology, speaking));
  }

  /**
   * Whether a value matches an entry of the block. In its own section: PostgreSQL declared under "Backend" beside
   * Elixir says nothing of Python and Java, though the block's databases know it.
   */
  #isKnownHere(value: DeclaredValue, section: TechnologySection | undefined): boolean {
    return this.#entries.some(
      (entry) =>
        relationTo(entry, value) !== undefined &&
        (section === undefined ||
          section === 'deployment' ||
          entry.technologies.some((one) => one.sections.includes(section))),
    );
  }

  #aspectsUnder(holds: 'domains' | 'scale'): Aspect[] {
    const label = this.#labels.find(
      ({ place }) => place === undefined || (place.kind === 'label' && place.label.holds === holds),
    );
    if (label === undefined) return [];
    const answer = this.#resolve(label);
    const speaks = answer.values.some((value) =>
      this.#entries.some((entry) => relationTo(entry, value) !== undefined),
    );
    return [aspect(label, answer.status, speaks)];
  }

  /** A layer goes only where its own label is answered with "none". */
  #aspectsOfLayer(layer: TechnologySection): Aspect[] {
    const own = this.#labels.find((label) => sectionOf(label) === layer);
    const label = own ?? this.#labels.find(coversAllTechnologies);
    if (label === undefined) return [];
    const answer = own === undefined ? this.#answerUnder(label, layer) : this.#resolve(own);
    return [aspect(label, answer.status, false)];
  }

  /** Under a heading whose bullets differ, the bullet of the entry's own section answers. */
  #answerUnder(covering: GoverningLabel, section: TechnologySection): Resolution {
    const whole = this.#resolve(covering);
    if (covering.place?.kind !== 'section') return whole;
    const own = this.#facts.resolvePlace(placeOfSection(section));
    return own.status === 'missing' ? whole : own;
  }

  /** The technologies that a label declares and the block knows. */
  #remembered(key: string, find: () => readonly TechnologyValue[]): readonly Technology[] {
    let speaking = this.#speaking.get(key);
    if (speaking === undefined) {
      speaking = [...new Set(find().map((value) => value.technology))];
      this.#speaking.set(key, speaking);
    }
    return speaking;
  }

  #resolve(label: GoverningLabel): Resolution {
    return answerTo(this.#facts, label);
  }
}

/** One reason for which an entry could go. */
interface Aspect {
  readonly label: GoverningLabel;
  readonly status: Resolution['status'];
  readonly allowsDropping: boolean;
}

/**
 * Whether a value says something of a section. A language that could be of several does so only under a label that
 * names the section: "TypeScript" alone in a technology stack does not say that there is no Angular.
 */
function speaksFor(value: TechnologyValue, section: TechnologySection): boolean {
  const { kind, sections } = value.technology;
  if (value.section === undefined && kind === 'language' && sections.length > 1) return false;
  return sectionsOfValue(value).includes(section);
}

function aspect(label: GoverningLabel, status: Resolution['status'], speaks: boolean): Aspect {
  const isAnswered = status === 'met' || status === 'partial';
  return { label, status, allowsDropping: status === 'none' || (isAnswered && speaks) };
}
