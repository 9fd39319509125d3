import type { AnswerStatus, DeclaredValue } from '../project/factTypes.ts';
import type { Requirement, VocabularyKey } from '../requirements/requirementTypes.ts';

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

export interface LineProvenance {
  readonly from: ProvenanceKind;
  /** Where the line comes from, line counted from 0; absent for generated lines without a source. */
  readonly source?: { readonly uri: string; readonly line: number };
}
