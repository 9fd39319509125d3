import type { Span } from '../../text/span.ts';

/** The line that holds `offset`, without its line end. */
export function lineAround(text: string, offset: number): Span {
  // `lastIndexOf` takes a negative position for 0, and would find a line end behind an offset of 0.
  const before = offset - 1;
  const start =
    offset === 0 ? 0 : Math.max(text.lastIndexOf('\n', before), text.lastIndexOf('\r', before)) + 1;
  let end = offset;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return { start, end };
}
