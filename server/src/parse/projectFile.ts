/** What Claude Code leaves out of a file of the project document before anyone reads it. */
import { type Span, span } from '../text/span.ts';
import { JoinedText, type Line } from './blockLines.ts';
import { bodyStartOf, readFence } from './frontmatter.ts';
import { readProse } from './proseBlocks.ts';

/**
 * The offset where the body begins: behind the frontmatter and the white space after it; 0 without frontmatter
 * (a byte order mark is then part of the body).
 */
export function projectFileBodyStart(text: string): number {
  return text.startsWith('---', text.startsWith('\uFEFF') ? 1 : 0) ? bodyStartOf(text, readFence(text)) : 0;
}

/**
 * The stretches that Claude Code strips, in order: frontmatter, and comments that are blocks of their own (not
 * those in a list, a quote or a line of text, not in code, not unclosed ones). UTF-16 offsets in the whole text.
 */
export function hiddenSpans(text: string): Span[] {
  const bodyStart = projectFileBodyStart(text);
  const hidden = bodyStart > 0 ? [span(0, bodyStart)] : [];
  if (!text.includes('<!--', bodyStart)) return hidden;
  for (const block of readProse(text, bodyStart).blocks) {
    if (block.kind !== 'comment' || !block.isTopLevel) continue;
    const joined = JoinedText.ofLines(block.lines);
    for (const match of joined.text.matchAll(comment)) {
      const last = match.index + match[0].length - 1;
      hidden.push(span(joined.offsetOf(match.index), joined.offsetOf(last) + 1));
    }
  }
  return hidden;
}

/** What is left of the text of a block's lines when its comments are taken out. */
export function withoutComments(lines: readonly Line[]): JoinedText {
  const joined = JoinedText.ofLines(lines);
  const rest = new JoinedText();
  let start = 0;
  const keepUpTo = (end: number): void => {
    if (end > start) rest.add(joined.text.slice(start, end), joined.offsetOf(start));
  };
  for (const match of joined.text.matchAll(comment)) {
    keepUpTo(match.index);
    start = match.index + match[0].length;
  }
  keepUpTo(joined.text.length);
  return rest;
}

/** Whether nothing but white space is left of `text` when `hidden` is taken out; such a file does not count. */
export function isBlankWithout(text: string, hidden: readonly Span[]): boolean {
  let start = 0;
  for (const stretch of hidden) {
    if (/\S/.test(text.slice(start, stretch.start))) return false;
    start = stretch.end;
  }
  return !/\S/.test(text.slice(start));
}

const comment = /<!--[\s\S]*?-->/g;
