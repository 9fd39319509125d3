import { type Tree, TreeFragment } from '@lezer/common';
import { parser as fullParser, Table } from '@lezer/markdown';
import type { Block } from './outline.ts';

/**
 * The block structure of one Markdown text, in that text's own UTF-16 offsets. Immutable; after an edit,
 * `edited` re-parses only what the edit touched and keeps every other node, by identity, so that whoever
 * caches by node pays for the edit and not for the document.
 */
export class MarkdownTree {
  readonly text: string;
  #built: Built | undefined;
  /** The last version that was parsed, and all that has changed since. */
  #base: { readonly text: string; readonly built: Built; readonly change: TextChange } | undefined;
  #previous: Previous | undefined;
  readonly #readings = new Map<unknown, unknown>();
  #carried: { readonly readings: ReadonlyMap<unknown, unknown>; readonly retyping: Retyping } | undefined;

  private constructor(text: string) {
    this.text = text;
  }

  static parse(text: string): MarkdownTree {
    return new MarkdownTree(text);
  }

  /** The tree of `text`, which is this text after `change`. */
  edited(text: string, change: TextChange): MarkdownTree {
    const next = new MarkdownTree(text);
    if (this.#built !== undefined) next.#base = { text: this.text, built: this.#built, change };
    else if (this.#base !== undefined) {
      next.#base = { ...this.#base, change: composed(this.#base.change, change) };
    }
    next.#previous = { markdown: this, change };
    this.#previous = undefined;
    return next;
  }

  /** Nothing has been parsed of this version, nor of one before. */
  get isUnread(): boolean {
    return this.#built === undefined && this.#base === undefined && this.#previous === undefined;
  }

  /** Parsed when first asked for: what is known of the version before may do. */
  get tree(): Tree {
    this.#built ??= this.#base === undefined ? build(this.text) : rebuild(this.text, this.#base);
    this.#base = undefined;
    return this.#built.tree;
  }

  /** The version before this one, for whoever can go on from there; handed out once, so that no chain of versions stays. */
  takePrevious(): Previous | undefined {
    const previous = this.#previous;
    this.#previous = undefined;
    return previous;
  }

  /**
   * What `read` makes of this version: read when first asked for, kept as long as the version is. (A `WeakMap` by
   * version would keep every version until the next full collection: its values survive all smaller ones.)
   * @param carry makes it of what was read before, where only words have been typed in a block
   */
  once<Reading>(read: (markdown: MarkdownTree) => Reading, carry?: Carry<Reading>): Reading {
    let reading = this.known(read);
    if (reading === undefined) {
      const before = this.#carried?.readings.get(read) as Reading | undefined;
      if (before !== undefined) reading = carry?.(before, this.#carried!.retyping, this);
      reading ??= read(this);
      this.#readings.set(read, reading);
    }
    return reading;
  }

  /** How words typed in one block made this version of `previous`; known once the outline has been asked for. */
  retypedFrom(previous: MarkdownTree): Retyping | undefined {
    return this.#carried?.readings === previous.#readings ? this.#carried.retyping : undefined;
  }

  /** From now on what was read of the version before may be carried over: only words of one block differ. */
  carryFrom(previous: MarkdownTree, retyping: Retyping): void {
    this.#carried = { readings: previous.#readings, retyping };
    previous.#carried = undefined;
  }

  /** Lets go of all that was parsed and read, of a text that nobody is typing in; it is read again when asked for. */
  forget(): void {
    this.#built = undefined;
    this.#base = undefined;
    this.#previous = undefined;
    this.#carried = undefined;
    this.#readings.clear();
  }

  /** The same where it has been read already. */
  known<Reading>(read: (markdown: MarkdownTree) => Reading): Reading | undefined {
    return this.#readings.get(read) as Reading | undefined;
  }
}

/** Words were typed in one block: it was read again, those behind it have moved, and nothing else has changed. */
export interface Retyping {
  /** Of the block in the outline. */
  readonly index: number;
  /** Where the block starts, and by how much those behind it have moved. */
  readonly start: number;
  readonly by: number;
  readonly before: Block;
  readonly after: Block;
}

/** Makes a reading of the one before; `undefined` where the block that was typed in has a say in it. */
export type Carry<Reading> = (
  before: Reading,
  retyping: Retyping,
  markdown: MarkdownTree,
) => Reading | undefined;

/** A version, and the change that made the next one of it. */
export interface Previous {
  readonly markdown: MarkdownTree;
  readonly change: TextChange;
}

interface Built {
  /** What the parser was given: the text, but for line ends it does not know. */
  readonly parsed: string;
  readonly tree: Tree;
  readonly fragments: readonly TreeFragment[];
}

function build(text: string): Built {
  const parsed = asParsed(text);
  const tree = parser.parse(parsed);
  return { parsed, tree, fragments: TreeFragment.addTree(tree) };
}

function rebuild(
  text: string,
  base: { readonly text: string; readonly built: Built; readonly change: TextChange },
): Built {
  const { change, built } = base;
  const from = startOfLinesAbove(base.text, change.from);
  const to = startOfNextLine(base.text, change.to);
  const toAfter = to + change.inserted - (change.to - change.from);
  const usable = TreeFragment.applyChanges(built.fragments, [
    { fromA: from, toA: to, fromB: from, toB: toAfter },
  ]);
  const lines = text.slice(from, toAfter);
  const linesParsed = asParsed(lines);
  const isSame = linesParsed === lines && built.parsed === base.text;
  const parsed = isSame ? text : built.parsed.slice(0, from) + linesParsed + built.parsed.slice(to);
  const tree = parser.parse(parsed, usable);
  return { parsed, tree, fragments: TreeFragment.addTree(tree, usable) };
}

/** Two changes, one after the other, as the one that they come to (offsets before the first). */
function composed(first: TextChange, second: TextChange): TextChange {
  const grown = first.inserted - (first.to - first.from);
  const from = Math.min(first.from, second.from);
  const toBetween = Math.max(first.from + first.inserted, second.to);
  const after = toBetween - from + second.inserted - (second.to - second.from);
  return { from, to: toBetween - grown, inserted: after };
}

/** One replacement: `from` to `to` (offsets before it) became `inserted` code units. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly inserted: number;
}

/** The smallest single replacement that turns `before` into `after`; `undefined` when they are equal. */
export function changeBetween(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let tail = 0;
  while (
    tail < shorter - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return { from, to: before.length - tail, inserted: after.length - tail - from };
}

/**
 * The text as the parser understands it, every offset unchanged. It knows LF only: to it the CR of a CRLF is a
 * space, and a CR alone an LF. Nor does it take a row of dashes with space behind for a table's.
 */
function asParsed(text: string): string {
  let result = text;
  if (text.includes('\r')) result = result.replaceAll('\r\n', ' \n').replaceAll('\r', '\n');
  if (!/\|[ \t]+$/m.test(result)) return result;
  return result.replace(
    /^([ \t>]{0,40}\|?(?:[ \t]{0,20}:?-+:?[ \t]{0,20}\|)*[ \t]{0,20}:?-+:?[ \t]{0,20})\|([ \t]+)$/gm,
    (_row, cells: string, space: string) => `${cells}${space}|`,
  );
}

/**
 * Where a change begins to matter: what a line means to the parser may show only at its end, a CR before it
 * depends on what follows, and a paragraph ends where the two lines after it begin a table.
 */
function startOfLinesAbove(text: string, offset: number): number {
  let at = offset;
  for (let lines = 0; lines < 4 && at > 0; lines++) {
    if (lines > 0) at -= text.charCodeAt(at - 1) === 10 && text.charCodeAt(at - 2) === 13 ? 2 : 1;
    while (at > 0 && text.charCodeAt(at - 1) !== 10 && text.charCodeAt(at - 1) !== 13) at--;
  }
  return at;
}

function startOfNextLine(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
  if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) return at + 2;
  return Math.min(text.length, at + 1);
}

// Inline structure is left out: what we read inside a block (labels, values, references) has rules of its own,
// and block parsing alone takes a third of the time.
const parser = fullParser.configure([
  Table,
  {
    remove: [
      'Escape',
      'Entity',
      'InlineCode',
      'HTMLTag',
      'Emphasis',
      'HardBreak',
      'Link',
      'Image',
      'LinkEnd',
    ],
  },
]);
