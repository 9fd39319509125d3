/** Whether a cursor in Markdown stands in words that are read, or in code, a comment, an address. */
import { inlineRuns } from '../../parse/inlineRuns.ts';
import type { MarkdownTree } from '../../parse/markdown.ts';
import type { Span } from '../../text/span.ts';
import { lineAround } from './lineAround.ts';

/** Whether `offset` lies in a block of code or HTML, on whatever level of lists and quotes. */
export function isInUnreadBlock(body: MarkdownTree, offset: number): boolean {
  return nodeAt(body, offset, unreadBlocks) !== undefined;
}

/** Whether `offset` lies in a code fence. */
export function isInFence(body: MarkdownTree, offset: number): boolean {
  return nodeAt(body, offset, fences) !== undefined;
}

/** Whether words at `offset` are words of the text: not code, no comment, no tag, no link's address. */
export function isProse(body: MarkdownTree, offset: number): boolean {
  if (isInUnreadBlock(body, offset) || isInComment(body, offset) || isInAddress(body, offset)) return false;
  const block = nodeAt(body, offset, textBlocks);
  if (block === undefined) return true;
  const at = offset - block.start;
  const runs = inlineRuns(body.text.slice(block.start, block.end), noLabels);
  return runs.some(({ start, end }) => start <= at && at <= end);
}

/** Whether `offset` lies in a comment, be it one that is not closed yet. */
export function isInComment(body: MarkdownTree, offset: number): boolean {
  const block = nodeAt(body, offset, textBlocks);
  // White space at the end of a line belongs to no block.
  const before = body.text.slice(block?.start ?? lineAround(body.text, offset).start, offset);
  const start = before.lastIndexOf('<!--');
  return start >= 0 && !before.includes('-->', start + 4);
}

/** Whether `offset` lies in an address, or behind the opening parenthesis of a link's, which may not be closed yet. */
export function isInAddress({ text }: MarkdownTree, offset: number): boolean {
  const before = text.slice(lineAround(text, offset).start, offset);
  return /\]\([^()\s]*$/.test(before) || /\b[a-z]+:\/\/\S*$/i.test(before);
}

const fences: ReadonlySet<string> = new Set(['FencedCode']);
const unreadBlocks: ReadonlySet<string> = new Set([
  ...fences,
  'CodeBlock',
  'HTMLBlock',
  'CommentBlock',
  'ProcessingInstructionBlock',
]);
const textBlocks: ReadonlySet<string> = new Set([
  'Paragraph',
  'Task',
  'Table',
  ...[1, 2, 3, 4, 5, 6].map((level) => `ATXHeading${level}`),
  'SetextHeading1',
  'SetextHeading2',
]);

/** What links by a label lead to does not matter here. */
const noLabels: ReadonlySet<string> = new Set();

/** The innermost block of one of these kinds that the cursor is in or at the end of. */
function nodeAt(body: MarkdownTree, offset: number, kinds: ReadonlySet<string>): Span | undefined {
  for (
    let node: ReturnType<typeof body.tree.resolve> | null = body.tree.resolve(offset, -1);
    node !== null;
    node = node.parent
  ) {
    if (kinds.has(node.name)) return { start: node.from, end: node.to };
  }
  return undefined;
}
