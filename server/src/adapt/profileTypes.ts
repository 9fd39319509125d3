import type { AnswerStatus, DeclaredValue } from '../project/factTypes.ts';
import type { Requirement, VocabularyKey } from '../requirements/requirementTypes.ts';
import type { GoverningLabel } from '../requirements/vocabularyTypes.ts';

/** What an agent becomes in a project: the text, and the reason for every line of it. */
export interface AdaptedProfile {
  /** The whole adapted file, generated blocks included. */
  readonly text: string;
  readonly requirements: readonly AppliedRequirement[];
  readonly gaps: readonly Gap[];
  readonly knownOnlyThrough: readonly KnownThrough[];
  /** One item per line of `text`. */
  readonly provenance: readonly LineProvenance[];
  /** Lines of the agent that were dropped, from 0, in order. */
  readonly droppedLines: readonly number[];
  /** What was decided to go, with the reason; lines that only went along (leads, blank ones) are not in it. */
  readonly drops: readonly Drop[];
  readonly lines: { readonly before: number; readonly after: number };
  /** Characters / 3.5: an estimate, shown with "≈". */
  readonly tokens: { readonly before: number; readonly after: number };
}

export interface AppliedRequirement {
  readonly requirement: Requirement;
  readonly status: AnswerStatus;
  readonly declared: readonly { readonly value: DeclaredValue; readonly matches: readonly string[] }[];
  readonly vocabulary: readonly AppliedKey[];
}

export interface AppliedKey {
  readonly key: VocabularyKey;
  readonly applies: boolean;
  /** Why, in the user's language: "PostgreSQL is declared (CLAUDE.md:31)". */
  readonly because: string;
  /** The declared value that keeps an entry by its name; none keeps one by layer. */
  readonly keptBy?: DeclaredValue;
  /** The declared value that keeps it, by its name or by its layer. */
  readonly fact?: DeclaredValue;
  /** The label whose answer, or lack of one, decides on an entry that no value keeps. */
  readonly label?: GoverningLabel;
}

/** An entry or a section that goes. */
export interface Drop {
  /** The agent's lines, from 0, the last one included; a blank one among them may stay, to part what is around them. */
  readonly lines: { readonly first: number; readonly last: number };
  /** The key, or the heading. */
  readonly name: string;
  readonly because: string;
  readonly label: GoverningLabel | undefined;
}

/** A declared technology or domain that the agent's kept lines know nothing of. */
export interface Gap {
  readonly value: DeclaredValue;
}

export interface KnownThrough {
  readonly value: DeclaredValue;
  /** The name of what it runs on. */
  readonly through: string;
}

export type ProvenanceKind = 'kept' | 'reordered' | 'project' | 'generated';

/** What a line of the generated head is about. */
export type HeadTopic = 'applied' | 'none' | 'missing' | 'unfilled' | 'unknown' | 'through';

export interface LineProvenance {
  readonly from: ProvenanceKind;
  /** Of a line in the head. */
  readonly about?: HeadTopic;
  /** Where the line comes from, line counted from 0; absent for generated lines without a source. */
  readonly source?: { readonly uri: string; readonly line: number };
}
