import type { TemplatePlace } from '../catalogue/template.ts';
import type { BusinessDomain, Technology, TechnologySection } from '../catalogue/types.ts';
import type { Span } from '../text/span.ts';

/** A part of the project document that an agent reads. Spans are UTF-16 offsets in the agent's body. */
export interface Requirement {
  /** The label in its repaired form; `null` for a section number without a name. */
  readonly label: string | null;
  /** What the template and its aliases make of the label; quoted labels need not have one. */
  readonly place: TemplatePlace | undefined;
  /** Asked for by a quoted label (`**"X"**`), not only by the lead's bullets or an unquoted phrase. */
  readonly quoted: boolean;
  /** The label as written, quotes left out; for a bare number the number. The first quoted mention, else the first. */
  readonly labelSpan: Span;
  /** The other mentions. */
  readonly alsoAt: readonly Span[];
  /** What the agent knows under it, from every mention's block. */
  readonly vocabulary: readonly VocabularyKey[];
}

export type VocabularyKind = 'entry' | 'concept' | 'attribute' | 'group';

/** One key of a vocabulary block. */
export interface VocabularyKey {
  /** As written: `Node.js`, `SQL_Server`, `React/Vue/Angular`. */
  readonly key: string;
  readonly kind: VocabularyKind;
  readonly keySpan: Span;
  /** What the agent has on it: the text after the colon, or the nested lines. */
  readonly contentSpan: Span;
  /** Everything that goes when the key goes: its lines, with the nested ones. */
  readonly span: Span;
  readonly depth: number;
  /** What an entry names; several for a slash key. */
  readonly technologies: readonly Technology[];
  readonly domains: readonly BusinessDomain[];
  readonly scale?: string;
  readonly layer?: TechnologySection;
}
