import type { DeclaredPlace } from '../project/factTypes.ts';
import { isNone, isPlaceholder } from '../project/placeholders.ts';
import type { Span } from '../text/span.ts';

/** Something that a place says in its own words: an item, a paragraph, a row. */
export interface Quotation {
  readonly text: string;
  /** Offset of its first word in the file. */
  readonly at: number;
}

/** A file's text between two offsets. */
export type TextBetween = (start: number, end: number) => string;

/**
 * What a place says itself, item by item, each on one line: not what stands in code or comments, nor what only waits for
 * an answer; of a heading not what the labelled places under it say.
 */
export function quotationsOf(place: DeclaredPlace, textBetween: TextBetween): Quotation[] {
  const { start, end } = place.valueSpan;
  const text = textBetween(start, end);
  const masks = placesApart(place, text, textBetween).map(extentOf);
  masks.sort((a, b) => a.start - b.start);
  const reader = new QuotationReader();
  let at = start;
  let next = 0;
  for (const line of withoutComments(text).split('\n')) {
    while (next < masks.length && masks[next]!.end <= at) next++;
    reader.line(unmasked(line, at, masks, next));
    at += line.length + 1;
  }
  return reader
    .finish()
    .map(({ text, at: start }) => ({ text: text.replace(/^(["'`])([^"'`]*)\1$/, '$2'), at: start }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text) && !isPlaceholder(text) && !isNone(text));
}

/**
 * The labelled places under a heading, which are quoted for themselves; a row of a table of three columns is not, nor an
 * item whose own words stand for its label.
 */
export function placesUnder(place: DeclaredPlace, textBetween: TextBetween): readonly DeclaredPlace[] {
  if (place.kind !== 'heading') return [];
  return place.children.filter(({ kind, labelSpan, valueSpan }) => {
    if (kind === 'bullet' && valueSpan.start <= labelSpan.start) return false;
    if (kind !== 'table-row') return true;
    const row = textBetween(labelSpan.start, Math.min(labelSpan.start + longestRow, place.valueSpan.end));
    return row.split(/[\r\n]/, 1)[0]!.split('|').length <= 3;
  });
}

const longestRow = 2000;

/** What is no part of a place's own words. */
function placesApart(place: DeclaredPlace, text: string, textBetween: TextBetween): readonly DeclaredPlace[] {
  if (place.kind === 'heading') return placesUnder(place, textBetween);
  const lineEnd = text.indexOf('\n');
  return place.children.filter(
    ({ status, labelSpan }) =>
      (status === 'unfilled' || status === 'none') &&
      lineEnd >= 0 &&
      labelSpan.start > place.valueSpan.start + lineEnd,
  );
}

interface Line {
  readonly text: string;
  readonly at: number;
  /** A labelled place has taken some of it. */
  readonly isTaken: boolean;
}

/** Puts lines together to items and paragraphs. */
class QuotationReader {
  readonly #found: Quotation[] = [];
  #open: { text: string; at: number } | undefined;
  #fence: string | undefined;
  #isInTable = false;

  line({ text, at, isTaken }: Line): void {
    const fence = /^\s*(`{3,}|~{3,})/.exec(text)?.[1];
    if (this.#fence !== undefined) {
      if (fence?.startsWith(this.#fence) === true) this.#fence = undefined;
      return;
    }
    if (fence !== undefined) this.#fence = fence;
    const isRow = /^\s*\|/.test(text);
    if (fence !== undefined || isRow || /^\s*(?:#{1,6}\s|$)/.test(text)) this.#close();
    if (isRow) this.#row(text, at, isTaken);
    this.#isInTable = isRow;
    if (fence !== undefined || isRow || /^\s*#{1,6}\s/.test(text)) return;
    const mark = /^\s*(?:(?:[-*+]|\d{1,3}[.)])(?:\s+(?:\[[ xX]\]\s+)?|$)|(?:>\s?)+)?/.exec(text)![0];
    if (mark.trim() !== '' && !mark.includes('>')) this.#close();
    const words = text.slice(mark.length).trim();
    if (isTaken && !/[\p{L}\p{N}]/u.test(words)) return this.#close();
    if (words === '' || isMarkup(words)) return;
    if (this.#open === undefined) this.#open = { text: words, at: at + mark.length };
    else this.#open.text += ` ${words}`;
  }

  finish(): readonly Quotation[] {
    this.#close();
    return this.#found;
  }

  /** A table's first row names its columns. */
  #row(text: string, at: number, isTaken: boolean): void {
    if (isTaken || !this.#isInTable || /^[\s|:-]+$/.test(text)) return;
    const cells = text.split('|').map((cell) => cell.trim());
    this.#found.push({ text: cells.filter((cell) => cell !== '').join(' – '), at });
  }

  #close(): void {
    if (this.#open !== undefined) this.#found.push(this.#open);
    this.#open = undefined;
  }
}

/** Tags alone on a line, the target of a link. */
function isMarkup(words: string): boolean {
  return /^(?:<\/?[a-z][^<>]*>\s*)+$/i.test(words) || /^\[[^\]]+\]:\s/.test(words);
}

function extentOf({ labelSpan, valueSpan, children }: DeclaredPlace): Span {
  const ends = children.map((child) => extentOf(child).end);
  return { start: labelSpan.start, end: Math.max(labelSpan.end, valueSpan.end, ...ends) };
}

/** What no mask covers of a line; none before the first one given ends on it. */
function unmasked(line: string, at: number, masks: readonly Span[], first: number): Line {
  let text = line;
  let isTaken = false;
  for (let index = first; index < masks.length; index++) {
    const { start, end } = masks[index]!;
    if (start >= at + line.length) break;
    if (end <= at) continue;
    isTaken = true;
    const [from, to] = [Math.max(0, start - at), Math.min(line.length, end - at)];
    text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
  }
  return { text, at, isTaken };
}

/** The same length: a comment's words become spaces, so that offsets stay. */
function withoutComments(text: string): string {
  if (!text.includes('<!--')) return text;
  return text.replace(/<!--(?:(?!-->)[^])*(?:-->|$)/g, (comment) => comment.replace(/[^\r\n]/g, ' '));
}
