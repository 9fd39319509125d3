import type { Span } from '../text/span.ts';
import type { Block, FenceBlock, HeadingBlock, ListItem, NestedBlock } from './outline.ts';

/**
 * The block after letters, digits or spaces were typed behind any in it: the same structure, its spans moved.
 * `undefined` where they stand in a mark, beside trimmed space or in anything else that is more than words; then the
 * block must be read again.
 * @param at where they were typed, in UTF-16 offsets from the block's start; a letter stands before it on its line
 */
export function retypedBlock(block: Block, at: number, typed: string): Block | undefined {
  const before = block.text.charAt(at - 1);
  if (!words.test(before + typed)) return undefined;
  // A space may end a mark (`[x]`); with none on either side nothing is trimmed either.
  const isInWord = !typed.includes(' ') && before !== ' ';
  if (!isInWord && !(word.test(before) || word.test(typed))) return undefined;
  const text = block.text.slice(0, at) + typed + block.text.slice(at);
  const by = typed.length;
  switch (block.kind) {
    case 'paragraph':
      return { kind: 'paragraph', text };
    case 'heading': {
      const title =
        isInWord && holds(block.title, at) ? grown(block.title, at, by) : untilEnd(block, text, at);
      return title === undefined ? undefined : { kind: 'heading', text, level: block.level, title };
    }
    case 'fence':
      return grownFence(block, text, at, by, isInWord);
    case 'table':
      return isInWord && block.rows.some((row) => row.some((cell) => holds(cell, at)))
        ? { kind: 'table', text, rows: block.rows.map((row) => row.map((cell) => grown(cell, at, by))) }
        : undefined;
    case 'list':
      return isInWords(block.items, at)
        ? { kind: 'list', text, items: block.items.map((item) => grownItem(item, at, by)) }
        : undefined;
    default:
      return undefined;
  }
}

const words = /^[A-Za-z0-9 ]+$/;
const word = /^[A-Za-z0-9]+$/;

function grownFence(
  { info, content }: FenceBlock,
  text: string,
  at: number,
  by: number,
  isInWord: boolean,
): FenceBlock | undefined {
  const isInInfo = isInWord && info !== undefined && holds(info, at);
  if (!isInInfo && !holds(content, at)) return undefined;
  const grownInfo = info === undefined ? undefined : grown(info, at, by);
  return { kind: 'fence', text, info: grownInfo, content: grown(content, at, by) };
}

/** The title of a heading that nothing but space stood behind (`# Title `, no closing marks). */
function untilEnd({ text: before, title }: HeadingBlock, text: string, at: number): Span | undefined {
  if (title.start >= at || before.slice(Math.min(at, title.end)).trim() !== '') return undefined;
  return { start: title.start, end: text.trimEnd().length };
}

/** Behind the first character of the span, or at its end. */
function holds(span: Span, at: number): boolean {
  return span.start < at && at <= span.end;
}

function isInWords(items: readonly ListItem[], at: number): boolean {
  return items.some(
    (item) =>
      holds(item.span, at) &&
      (holds(item.text, at) ||
        item.children.some((child) => holds(child.span, at) && isNestedWords(child, at))),
  );
}

function isNestedWords(child: NestedBlock, at: number): boolean {
  return child.kind === 'list' ? isInWords(child.items, at) : child.kind === 'paragraph';
}

function grownItem(item: ListItem, at: number, by: number): ListItem {
  return {
    span: grown(item.span, at, by),
    mark: grown(item.mark, at, by),
    text: grown(item.text, at, by),
    children: item.children.map((child) => grownNested(child, at, by)),
  };
}

function grownNested(child: NestedBlock, at: number, by: number): NestedBlock {
  const span = grown(child.span, at, by);
  return child.kind === 'list'
    ? { kind: 'list', span, items: child.items.map((item) => grownItem(item, at, by)) }
    : { kind: child.kind, span };
}

function grown(span: Span, at: number, by: number): Span {
  if (span.start >= at) return { start: span.start + by, end: span.end + by };
  return span.end >= at ? { start: span.start, end: span.end + by } : span;
}
