/** A half-open range of UTF-16 code unit offsets in one text: `start` is in it, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span from `start` up to, not including, `end`. */
export function span(start: number, end: number): Span {
  return { start, end };
}

/** The same span in a text where it begins `by` code units later. */
export function shifted(of: Span, by: number): Span {
  return { start: of.start + by, end: of.end + by };
}

/** Whether the two spans share a place; touching ends count, so that a cursor at the end of a word is on it. */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** From `from` to `to`, without the white space at both ends; empty at its start where there is nothing else. */
export function trimmedSpan(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

/** The part of `text` that the span covers. */
export function slice(text: string, of: Span): string {
  return text.slice(of.start, of.end);
}
