import type { Span } from '../text/span.ts';
import type { ItemList } from './itemLists.ts';

/** A key as it stands in a fence or a list, before it is known what it names. Spans in UTF-16 offsets. */
export interface RawKey {
  readonly key: string;
  readonly keySpan: Span;
  readonly contentSpan: Span;
  /** From the start of its first line to the end of its last one, its line end left out. */
  readonly span: Span;
  readonly children: readonly RawKey[];
  /** There are lines of text under it that belong to no key. */
  readonly hasText: boolean;
  /** Only an item of a plain comma list: never an entry of its own. */
  readonly isItem?: boolean;
}

/** The keys of one fence or list. */
export interface RawKeys {
  readonly keys: readonly RawKey[];
  readonly hasText: boolean;
  /** What its lines list, whether under a key or not. */
  readonly lists: readonly ItemList[];
}

/** A key being read: its end moves as lines turn out to belong to it. */
export interface OpenKey {
  key: string;
  keySpan: Span;
  contentSpan: Span;
  span: { start: number; end: number };
  children: OpenKey[];
  hasText: boolean;
  isItem?: boolean;
}
