import type { Span } from '../text/span.ts';

/**
 * The sentences of a stretch of text, soft line breaks inside them included; a line that ends with a colon
 * (`… in CLAUDE.md:`, `**Backend:**`) ends one. Spans in UTF-16 offsets of `text`, surrounding space left out.
 */
export function sentencesOf(text: string, of: Span): Span[] {
  const sentences: Span[] = [];
  let start = of.start;
  for (let at = of.start; at < of.end; at++) {
    const unit = text.charCodeAt(at);
    const ends =
      unit === newline
        ? endsWithColon(text, start, at)
        : isStop(unit) && endsSentence(text, at, of.end) && !isInQuotes(text, start, at);
    if (!ends) continue;
    add(text, start, at + 1, sentences);
    start = at + 1;
  }
  add(text, start, of.end, sentences);
  return sentences;
}

/** Whether the stretch ends with a colon, emphasis and space after it left out. */
export function endsWithColon(text: string, start: number, end: number): boolean {
  for (let at = end - 1; at >= start; at--) {
    const unit = text.charCodeAt(at);
    if (unit === colon) return true;
    if (unit !== star && unit !== underscore && !isSpace(unit)) return false;
  }
  return false;
}

const newline = 10;
const colon = 0x3a;
const star = 0x2a;
const underscore = 0x5f;

/** Longer than any sentence that names a section; what is longer is not read, so that no line can hold us up. */
const longestSentence = 1000;

function add(text: string, from: number, to: number, sentences: Span[]): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (end > start && end - start <= longestSentence) sentences.push({ start, end });
}

function isStop(unit: number): boolean {
  return unit === 0x2e || unit === 0x21 || unit === 0x3f;
}

function endsSentence(text: string, at: number, end: number): boolean {
  let next = at + 1;
  if (next >= end || !isSpace(text.charCodeAt(next))) return false;
  while (next < end && isSpace(text.charCodeAt(next))) next++;
  // "e.g. React" and "i.e. Go" go on.
  if (/\b(?:e\.g|i\.e|vs|etc)$/.test(text.slice(Math.max(0, at - 4), at))) return false;
  return next < end && /[\p{Lu}*_`"'“(\d]/u.test(text[next]!);
}

/** Inside quotes that close on the same line: `the **"3. Technologies"** section`. */
function isInQuotes(text: string, start: number, at: number): boolean {
  let isOpen = false;
  for (let i = start; i < at; i++) {
    const unit = text.charCodeAt(i);
    if (unit === straightQuote) isOpen = !isOpen;
    else if (unit === openingQuote || unit === lowQuote) isOpen = true;
    else if (unit === closingQuote) isOpen = false;
  }
  return isOpen && /^[^\r\n]{0,120}?["“”]/.test(text.slice(at, at + 130));
}

const straightQuote = 0x22;
const openingQuote = 0x201c;
const closingQuote = 0x201d;
const lowQuote = 0x201e;

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13);
}
