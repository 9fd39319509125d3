import type { Span } from '../text/span.ts';
import type { ParagraphBlock } from './outline.ts';

/**
 * The stretches of a Markdown text that can be read by themselves, as the blocks of all of them are those of the whole:
 * each begins behind a blank line with a block that goes on from nothing before it (a heading, a paragraph, a fence; no
 * list item). `undefined` where that is not plain to see without reading the blocks (a fence that the end of a list may
 * end, HTML over several lines, lone CRs). Spans in UTF-16 offsets, one behind the other, up to the last character.
 */
export function stretchesOf(text: string): Span[] | undefined {
  if (/\r(?!\n)/.test(text)) return undefined;
  const marks = new Marks(text);
  const stretches: Span[] = [];
  let start = 0;
  let isAfterBlank = true;
  /** Up to a blank line, and then a fence is none. */
  let isInHtml = false;
  let fence: Fence | undefined;
  for (let at = 0, end = 0; at < text.length; at = end + 1) {
    end = endOfLine(text, at);
    const blank = isBlank(text, at, end);
    if (fence === undefined && isAfterBlank && at > start && startsAnew(text, at)) {
      stretches.push({ start, end: at });
      start = at;
    }
    // A line that is less indented ends the list that may hold the fence, and with it the fence.
    if (fence?.isIndented === true && !blank && !isSpace(text.charCodeAt(at))) return undefined;
    if (marks.areIn(at, end)) {
      const line = text.slice(at, end);
      if (fence !== undefined) {
        if (closes(line, fence)) fence = undefined;
      } else {
        fence = openedFence(line);
        if (fence === undefined && (anyFence.test(line) || lastingHtml.test(line))) return undefined;
        if (fence !== undefined && isInHtml) return undefined;
        isInHtml ||= html.test(line);
      }
    }
    if (blank) isInHtml = false;
    isAfterBlank = blank;
  }
  if (start < text.length) stretches.push({ start, end: text.length });
  return stretches;
}

/**
 * The paragraph that a stretch begins with, up to a blank line, where that is plain to see: every line begins with a
 * letter, so that nothing can interrupt it. It ends at `text.length` in the stretch.
 */
export function openingParagraph(stretch: string): ParagraphBlock | undefined {
  let end = 0;
  while (end < stretch.length) {
    const lineEnd = endOfLine(stretch, end);
    if (isBlank(stretch, end, lineEnd)) break;
    if (!startsWithWord(stretch, end)) return undefined;
    end = lineEnd + 1;
  }
  const text = stretch.slice(0, end).replace(/\r?\n$/, '');
  return text === '' ? undefined : { kind: 'paragraph', text };
}

interface Fence {
  readonly mark: string;
  readonly isIndented: boolean;
}

function openedFence(line: string): Fence | undefined {
  const match = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})/.exec(line);
  return match === null ? undefined : { mark: match[2]!, isIndented: match[1] !== '' };
}

function closes(line: string, { mark }: Fence): boolean {
  const match = /^ {0,3}(`{3,}|~{3,})[ \t\r]*$/.exec(line);
  return match !== null && match[1]!.startsWith(mark);
}

const anyFence = /`{3}|~{3}/;
const html = /^[\s>*+\-\d.)]*<[/a-z]/i;
/** HTML that may go on over blank lines, at the margin or in a list or quote. */
const lastingHtml = /^[\s>*+\-\d.)]*<(?:!|\?|(?:script|pre|style|textarea)\b)/i;

/** Whether a line behind a blank one begins a block that is none of a list's: it starts with a word or one of these. */
function startsAnew(text: string, at: number): boolean {
  return startsWithWord(text, at) || others.has(text.charCodeAt(at));
}

/** A letter, or one in bold. */
function startsWithWord(text: string, at: number): boolean {
  const isBold = text.charCodeAt(at) === star && text.charCodeAt(at + 1) === star;
  return isLetter(text.charCodeAt(isBold ? at + 2 : at));
}

const star = 0x2a;
const others: ReadonlySet<number> = new Set(Array.from('#`~|_["(@!$', (sign) => sign.charCodeAt(0)));

function isLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || unit > 0xbf;
}

/** Where what makes a fence or HTML stands next: most lines hold neither. */
class Marks {
  readonly #text: string;
  #backticks = -1;
  #tildes = -1;
  #bracket = -1;

  constructor(text: string) {
    this.#text = text;
  }

  areIn(start: number, end: number): boolean {
    if (this.#backticks < start) this.#backticks = this.#next('```', start);
    if (this.#tildes < start) this.#tildes = this.#next('~~~', start);
    if (this.#bracket < start) this.#bracket = this.#next('<', start);
    return this.#backticks < end || this.#tildes < end || this.#bracket < end;
  }

  #next(mark: string, start: number): number {
    const at = this.#text.indexOf(mark, start);
    return at < 0 ? this.#text.length : at;
  }
}

function endOfLine(text: string, at: number): number {
  const lineFeed = text.indexOf('\n', at);
  return lineFeed < 0 ? text.length : lineFeed;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 13;
}
