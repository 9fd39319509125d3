/** A YAML value with the places it came from: what rules, completions and hovers walk over. */
import type { Span } from '../text/span.ts';

/** A plain JavaScript value as Claude Code ends up with it; maps have own properties only. */
export type YamlValue = string | number | boolean | null | readonly YamlValue[] | YamlObject;

export interface YamlObject {
  readonly [key: string]: YamlValue;
}

export type YamlNode = YamlScalar | YamlList | YamlMap;

/** How a scalar is written; `empty` is a value that is not there (`key:`). */
export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded' | 'empty';

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  readonly value: string | number | boolean | null;
  /** UTF-16 offsets in the whole document, quotes included; empty, and behind the key, where nothing is written. */
  readonly span: Span;
}

export interface YamlList {
  readonly kind: 'list';
  /** Written in brackets. */
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
  readonly value: readonly YamlValue[];
  readonly span: Span;
}

export interface YamlMap {
  readonly kind: 'map';
  /** Written in braces. */
  readonly flow: boolean;
  /** In source order, duplicates included; entries that `<<` merges in are not repeated here. */
  readonly entries: readonly YamlEntry[];
  readonly value: YamlObject;
  readonly span: Span;
}

export interface YamlEntry {
  /** The key as JavaScript sees it: `null` and numbers as text. */
  readonly key: string;
  readonly keySpan: Span;
  readonly node: YamlNode;
}

/** Why a YAML text cannot be read; offsets are UTF-16, in the whole document. */
export interface YamlError {
  readonly kind: YamlErrorKind;
  readonly span: Span;
}

/** A closed set. */
export type YamlErrorKind =
  | 'colon-in-value'
  | 'indentation'
  | 'tab-indentation'
  | 'missing-colon'
  | 'unclosed-quote'
  | 'text-after-quote'
  | 'bad-escape'
  | 'reserved-start'
  | 'unknown-alias'
  /** The place is the bracket that nothing closes. */
  | 'unclosed-bracket'
  | 'nul'
  | 'too-much'
  /** Longer than we read; what Claude Code makes of it is unknown. */
  | 'not-read'
  | 'unexpected';
