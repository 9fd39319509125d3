import type { TemplatePlace } from '../catalogue/template.ts';
import type { Span } from '../text/span.ts';
import type { VocabularyKey } from './requirementTypes.ts';

/** A stretch of an agent that one or more references govern. Spans are UTF-16 offsets in the body. */
export interface VocabularyBlock {
  /** The requirements whose references govern it, as `requirementKey` names them. */
  readonly requirementKeys: readonly string[];
  readonly labels: readonly GoverningLabel[];
  /** The block that holds the lead, and the lead itself; they differ where other text stands beside it. */
  readonly leadBlock: Span;
  readonly lead: Span;
  readonly lists: readonly KeyList[];
  /** There is more under the lead than fences and lists of keys. */
  readonly hasOtherText: boolean;
  /** All keys in order. */
  readonly keys: readonly VocabularyKey[];
}

export interface GoverningLabel {
  readonly label: string | null;
  readonly place: TemplatePlace | undefined;
}

/** One fence of keys, or the bullet lists of a block with the bold leads over them. */
export interface KeyList {
  readonly kind: 'fence' | 'bullets';
  /** The whole fence with its marks; for bullets from the first line to the last. */
  readonly span: Span;
  /** The stretches that hold the keys: what stands between the fence's marks, each list with its bold lead. */
  readonly parts: readonly Span[];
  readonly keys: readonly KeyNode[];
  /** There are lines that belong to no key. */
  readonly hasText: boolean;
  /** The comma lists on its lines. */
  readonly leaves: readonly LeafList[];
}

export interface KeyNode {
  readonly key: VocabularyKey;
  readonly children: readonly KeyNode[];
  readonly hasText: boolean;
}

export interface LeafList {
  readonly span: Span;
  readonly items: readonly Span[];
  readonly reorderable: boolean;
}
