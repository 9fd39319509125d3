import type { Span } from '../../text/span.ts';

/** One item of a list of values, with its brackets apart; spans count from the start of the whole text. */
export interface Piece {
  readonly span: Span;
  /** What stands in brackets, brackets left out, in order. */
  readonly brackets: readonly Span[];
}

/**
 * The items of a masked value, split at commas, semicolons, bars, dots in the middle and a plus between words,
 * outside brackets; commas of numbers (1,000) split nothing. Empty items are left out.
 */
export function piecesOf(text: string, within: Span): Piece[] {
  const pieces: Piece[] = [];
  let start = within.start;
  let brackets: Span[] = [];
  const open: number[] = [];
  const close = (end: number): void => {
    const span = trimmedSpan(text, { start, end });
    if (span.start < span.end) pieces.push({ span, brackets });
    brackets = [];
  };
  for (let at = within.start; at < within.end; at++) {
    const unit = text[at]!;
    if (unit === '(' || unit === '[' || unit === '{') {
      // A bracket that nothing closes holds nothing back.
      if (open.length > 0 || closes(text, at, within.end)) open.push(at);
    } else if ((unit === ')' || unit === ']' || unit === '}') && open.length > 0) {
      const from = open.pop()!;
      if (open.length === 0) brackets.push({ start: from + 1, end: at });
    } else if (open.length === 0 && isSeparator(text, at)) {
      close(at);
      start = at + 1;
    }
  }
  close(within.end);
  return pieces;
}

/**
 * The sentences of a part of a masked text: parted at full stops and the like before a space, and at semicolons; not
 * inside brackets, and not behind an abbreviation (`e.g. Redis`).
 */
export function sentencesOf(text: string, within: Span): Span[] {
  const sentences: Span[] = [];
  let start = within.start;
  let depth = 0;
  for (let at = within.start; at < within.end; at++) {
    const unit = text[at]!;
    if (unit === '(' || unit === '[') {
      if (depth > 0 || closes(text, at, within.end)) depth++;
    } else if (unit === ')' || unit === ']') depth = Math.max(0, depth - 1);
    if (depth > 0 || !endsSentence(text, at, within.end)) continue;
    sentences.push({ start, end: at });
    start = at + 1;
  }
  sentences.push({ start, end: within.end });
  return sentences.map((one) => trimmedSpan(text, one)).filter((one) => one.start < one.end);
}

function endsSentence(text: string, at: number, end: number): boolean {
  const unit = text[at]!;
  if (unit === ';' || unit === '。') return true;
  if (unit !== '.' && unit !== '!' && unit !== '?') return false;
  if (at + 1 < end && !/\s/.test(text[at + 1]!)) return false;
  return unit !== '.' || !abbreviation.test(text.slice(Math.max(0, at - 7), at));
}

const abbreviation =
  /(?:^|[^\p{L}])(?:e\.\s?g|i\.\s?e|z\.\s?b|p\.\s?ej|np|d\.\s?h|incl|inkl|resp|bzw|approx|ca|vs|min|max|ver|no|nr|etc)$/iu;

/** The span without the space at its ends. */
export function trimmedSpan(text: string, of: Span): Span {
  let { start, end } = of;
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  return { start, end };
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0x3000;
}

function isSeparator(text: string, at: number): boolean {
  const unit = text[at]!;
  if (unit === ',') return !(/\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1)));
  if (';，、；|•·'.includes(unit)) return true;
  return unit === '+' && text[at - 1] === ' ' && text[at + 1] === ' ';
}

/** Whether the bracket at `from` is closed before `end`; looked for only so far that the whole stays linear. */
function closes(text: string, from: number, end: number): boolean {
  const limit = Math.min(end, from + longestBracket);
  for (let at = from + 1; at < limit; at++) {
    const unit = text[at];
    if (unit === ')' || unit === ']' || unit === '}') return true;
  }
  return false;
}

const longestBracket = 1000;
