import type { SyntaxNode, Tree } from '@lezer/common';
import type { Span } from '../text/span.ts';
import { MarkdownTree } from './markdown.ts';
import { retypedOutline } from './retypedOutline.ts';

/**
 * The top-level blocks of a Markdown text in order. A block's own spans count from its `start`; the `block`
 * object is the same one after an edit elsewhere, so analyses of it can be cached by identity (WeakMap).
 */
export function outlineOf(markdown: MarkdownTree): readonly PlacedBlock[] {
  return markdown.once(readOutline);
}

export interface PlacedBlock {
  /** Offset of the block in the text that was parsed. */
  readonly start: number;
  readonly block: Block;
}

/** A block; every span in it is in UTF-16 offsets from the block's own start. */
export type Block =
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | FenceBlock
  | TableBlock
  | RuleBlock
  | OtherBlock;

interface BlockBase {
  /** The block's own text, from its first to its last character, without the line end after it. */
  readonly text: string;
}

export interface HeadingBlock extends BlockBase {
  readonly kind: 'heading';
  readonly level: number;
  /** The heading's words, without marks and surrounding space. */
  readonly title: Span;
}

export interface ParagraphBlock extends BlockBase {
  readonly kind: 'paragraph';
}

export interface ListBlock extends BlockBase {
  readonly kind: 'list';
  readonly items: readonly ListItem[];
}

export interface ListItem {
  /** From the bullet to the end of the item's last block. */
  readonly span: Span;
  /** `-`, `*`, `+`, `1.`, `2)` */
  readonly mark: Span;
  /** The item's first paragraph, a task box left out; empty where the item begins with something else. */
  readonly text: Span;
  /** What is nested under it, in order. */
  readonly children: readonly NestedBlock[];
}

export type NestedBlock =
  | { readonly kind: 'list'; readonly span: Span; readonly items: readonly ListItem[] }
  | { readonly kind: 'paragraph' | 'fence' | 'other'; readonly span: Span };

export interface FenceBlock extends BlockBase {
  readonly kind: 'fence';
  /** The info string (`yaml`), where there is one. */
  readonly info: Span | undefined;
  /** The lines between the fences, the last line end left out; empty for an empty fence. */
  readonly content: Span;
}

export interface TableBlock extends BlockBase {
  readonly kind: 'table';
  /** Header first; each cell's text without surrounding space. */
  readonly rows: readonly (readonly Span[])[];
}

/** A thematic break (`---`). */
export interface RuleBlock extends BlockBase {
  readonly kind: 'rule';
}

/** Quotes, HTML, indented code, link definitions: text that declares nothing for us. */
export interface OtherBlock extends BlockBase {
  readonly kind: 'other';
}

const blocks = new WeakMap<Tree, Block>();

/** Deeper lists than this are text without structure: nobody writes them, and recursion must end. */
const deepestNesting = 50;

function readOutline(markdown: MarkdownTree): readonly PlacedBlock[] {
  const previous = markdown.takePrevious();
  const before = previous?.markdown.known(readOutline);
  const retyped =
    previous === undefined || before === undefined
      ? undefined
      : retypedOutline(before, previous.change, markdown.text, readAnew);
  if (previous !== undefined && retyped !== undefined) {
    markdown.carryFrom(previous.markdown, retyped.retyping);
    return retyped.outline;
  }
  const placed: PlacedBlock[] = [];
  collect(markdown.tree, 0, markdown.text, placed);
  return placed;
}

/** A stretch of text by itself: its blocks. */
function readAnew(text: string): readonly PlacedBlock[] {
  return readOutline(MarkdownTree.parse(text));
}

function collect(tree: Tree, at: number, text: string, into: PlacedBlock[]): void {
  for (let i = 0; i < tree.children.length; i++) {
    const child = tree.children[i] as Tree;
    const start = at + tree.positions[i]!;
    // The parser groups many blocks under nameless nodes to keep its tree balanced; `Document` nests likewise.
    if (child.type.isAnonymous || child.type.name === 'Document') {
      collect(child, start, text, into);
      continue;
    }
    let block = blocks.get(child);
    if (block === undefined) {
      block = readBlock(child, detached(text.slice(start, withoutReturn(text, start, start + child.length))));
      blocks.set(child, block);
    }
    into.push({ start, block });
  }
}

function readBlock(tree: Tree, text: string): Block {
  const name = tree.type.name;
  if (name === 'Paragraph') return { kind: 'paragraph', text };
  if (name === 'HorizontalRule') return { kind: 'rule', text };
  if (name === 'BulletList' || name === 'OrderedList') {
    return { kind: 'list', text, items: readItems(tree.topNode, text, 0) };
  }
  if (name === 'FencedCode') return readFence(tree.topNode, text);
  if (name === 'Table') return { kind: 'table', text, rows: readRows(tree.topNode, text) };
  const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(name);
  if (heading !== null) {
    return { kind: 'heading', text, level: Number(heading[1]), title: headingTitle(tree.topNode, text) };
  }
  return { kind: 'other', text };
}

function headingTitle(node: SyntaxNode, text: string): Span {
  let start = 0;
  let end = text.length;
  for (let mark = node.firstChild; mark !== null; mark = mark.nextSibling) {
    if (mark.name !== 'HeaderMark') continue;
    if (mark.from === start) start = mark.to;
    else end = mark.from;
  }
  return trimmed(text, { start, end });
}

function readFence(node: SyntaxNode, text: string): FenceBlock {
  let info: Span | undefined;
  let content: Span | undefined;
  let openEnd = text.length;
  let closeStart: number | undefined;
  for (let part = node.firstChild; part !== null; part = part.nextSibling) {
    if (part.name === 'CodeInfo') info = { start: part.from, end: part.to };
    else if (part.name === 'CodeMark' && part.from > 0) closeStart = part.from;
    else if (part.name === 'CodeText') {
      content = { start: content?.start ?? part.from, end: part.to };
    }
  }
  const lineEnd = /\r\n|\n|\r/.exec(text);
  if (lineEnd !== null) openEnd = lineEnd.index + lineEnd[0].length;
  const emptyAt = Math.min(openEnd, closeStart ?? text.length);
  content ??= { start: emptyAt, end: emptyAt };
  content = { start: content.start, end: withoutReturn(text, content.start, content.end) };
  return { kind: 'fence', text, info, content };
}

function readItems(list: SyntaxNode, text: string, depth: number): ListItem[] {
  const items: ListItem[] = [];
  for (let node = list.firstChild; node !== null; node = node.nextSibling) {
    if (node.name === 'ListItem') items.push(readItem(node, text, depth));
  }
  return items;
}

function readItem(item: SyntaxNode, text: string, depth: number): ListItem {
  let mark: Span = { start: item.from, end: item.from };
  let words: Span | undefined;
  const children: NestedBlock[] = [];
  for (let node = item.firstChild; node !== null; node = node.nextSibling) {
    const at: Span = { start: node.from, end: withoutReturn(text, node.from, node.to) };
    if (node.name === 'ListMark') mark = at;
    else if (node.name === 'Paragraph' && words === undefined && children.length === 0) words = at;
    else if ((node.name === 'BulletList' || node.name === 'OrderedList') && depth < deepestNesting) {
      children.push({ kind: 'list', span: at, items: readItems(node, text, depth + 1) });
    } else if (node.name === 'Paragraph') children.push({ kind: 'paragraph', span: at });
    else if (node.name === 'FencedCode') children.push({ kind: 'fence', span: at });
    else children.push({ kind: 'other', span: at });
  }
  words ??= { start: mark.end, end: mark.end };
  const box = /^\[[ xX]\][ \t]+/.exec(text.slice(words.start, Math.min(words.end, words.start + 8)));
  if (box !== null) words = { start: words.start + box[0].length, end: words.end };
  const end = withoutReturn(text, item.from, item.to);
  return { span: { start: item.from, end }, mark, text: words, children };
}

function readRows(table: SyntaxNode, text: string): Span[][] {
  const rows: Span[][] = [];
  for (let row = table.firstChild; row !== null; row = row.nextSibling) {
    if (row.name !== 'TableHeader' && row.name !== 'TableRow') continue;
    rows.push(readCells(row, text));
  }
  return rows;
}

/** The parser has no node for an empty cell: two delimiters with nothing between them are one. */
function readCells(row: SyntaxNode, text: string): Span[] {
  const cells: Span[] = [];
  let afterDelimiter: number | undefined = row.firstChild?.name === 'TableDelimiter' ? undefined : row.from;
  for (let part = row.firstChild; part !== null; part = part.nextSibling) {
    if (part.name === 'TableCell') {
      cells.push(trimmed(text, { start: part.from, end: part.to }));
      afterDelimiter = undefined;
    } else if (part.name === 'TableDelimiter') {
      if (afterDelimiter !== undefined) cells.push({ start: afterDelimiter, end: afterDelimiter });
      afterDelimiter = part.to;
    }
  }
  return cells;
}

/**
 * A copy. Engines keep a slice as a view of the whole text: a block lives through many edits, and each would hold
 * the document's text of the day it was written, with everything cut from it and remembered elsewhere.
 */
function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}

/** The parser counts the CR of a CRLF to the line; a block's text is already without its own. */
function withoutReturn(text: string, start: number, to: number): number {
  const end = Math.min(to, text.length);
  return end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

function trimmed(text: string, of: Span): Span {
  let { start, end } = of;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 10 || unit === 13;
}
