import type { TemplatePlace } from '../catalogue/template.ts';
import type { BusinessDomain, Technology, TechnologySection } from '../catalogue/types.ts';
import type { MarkdownTree } from '../parse/markdown.ts';
import type { Span } from '../text/span.ts';

/** One file of the project document, as facts are read from it. */
export interface FactSource {
  readonly uri: string;
  /** The file's text below its frontmatter. */
  readonly body: MarkdownTree;
  /** Offset of the body in the file; spans in facts are offsets in the file. */
  readonly bodyStart: number;
}

/** How a project document answers a requirement (`adapted-profile.md`, rule 2). */
export type AnswerStatus = 'met' | 'partial' | 'unfilled' | 'none' | 'missing';

/** A technology, domain, goal or other value that the project document declares. */
export interface DeclaredValue {
  /** As written, without version and qualifier: `PostgreSQL` of `PostgreSQL 16 primary`. */
  readonly text: string;
  readonly uri: string;
  /** UTF-16 offsets in the file. */
  readonly span: Span;
  readonly version?: string;
  readonly technology?: Technology;
  readonly domain?: BusinessDomain;
  /** The technology section that the value's label names, where it names one; else the catalogue's counts. */
  readonly section?: TechnologySection;
}

/** A labelled place of the project document: a heading, bullet, bold label, table row or metadata bullet. */
export interface DeclaredPlace {
  readonly kind: 'heading' | 'bullet' | 'bold' | 'table-row' | 'metadata';
  readonly uri: string;
  /** As written, numbering, emoji, emphasis and colon left out, wrong decoding repaired. */
  readonly label: string;
  readonly labelSpan: Span;
  /** The template's section or label that the label names. */
  readonly template: TemplatePlace | undefined;
  /** The text that answers the label: after the colon, or a heading's whole section. */
  readonly valueSpan: Span;
  readonly status: Exclude<AnswerStatus, 'missing'>;
  /** Its own texts, not those of the places under it, that wait for a value: `[fill in]`, `TBD`, an empty bullet. */
  readonly openTexts: readonly Span[];
  /** It says no more than where its answer stands: `see docs/database.md`. */
  readonly pointsElsewhere: boolean;
  /** Its own values and those of the places under it, in order. */
  readonly values: readonly DeclaredValue[];
  /** Labelled places under it: a heading's bullets, a bullet's nested bullets. */
  readonly children: readonly DeclaredPlace[];
}

/** Where a label leads in the project document. */
export interface Resolution {
  readonly status: AnswerStatus;
  /** The best place first; empty when missing. */
  readonly places: readonly DeclaredPlace[];
  /** All values of those places. */
  readonly values: readonly DeclaredValue[];
}
