/** The item of a list that a cursor is in, told from the characters before it: the list may be unfinished. */
import type { Span } from '../../text/span.ts';

/** UTF-16 offsets in the file. */
export interface Item {
  /** The whole word around the cursor; inside parentheses, of what they hold. */
  readonly span: Span;
  /** The quotes that it stands in. */
  readonly quote: string | undefined;
  /** Some list's bracket is open before it. */
  readonly inFlow: boolean;
  /** It stands in a block of text (`|`, `>`), where all is taken as it is. */
  readonly inBlock?: boolean;
  /** Where the text begins that YAML sees: several items may stand in one. */
  readonly textStart: number;
  /** The parentheses that the cursor is in. */
  readonly inside?: Parentheses;
}

export interface Parentheses {
  /** What stands before them: `Agent`. */
  readonly of: string;
  /** Where that begins. */
  readonly start: number;
  /** Behind the opening one. */
  readonly open: number;
  /** The closing one; where the line ends, if there is none. */
  readonly close: number;
  /** The closing one is there. */
  readonly isClosed: boolean;
}

/**
 * @param start where the value begins, perhaps some lines above
 * @param end of the cursor's line
 * @param splitsAtSpaces a space ends an item: not so for names of servers
 * @returns `undefined` where the cursor is in a comment, or behind the list's end
 */
export function itemAround(
  text: string,
  start: number,
  offset: number,
  end: number,
  splitsAtSpaces: boolean,
): Item | undefined {
  let quote: string | undefined;
  let from = start;
  let textStart = start;
  let open = -1;
  let depth = 0;
  let isClosed = false;
  /** A quote was closed, and nothing but white space has come since. */
  let isBehindQuotes = false;
  const ends = (at: number): boolean => {
    const character = text[at]!;
    if (character === ',' || /[\r\n]/.test(character)) return true;
    if (splitsAtSpaces && (character === ' ' || character === '\t')) return true;
    return quote === undefined ? /[[\]"']/.test(character) : character === quote;
  };
  for (let at = start; at < offset; at++) {
    const character = text[at]!;
    if (quote === undefined && character === '#' && /[\s]/.test(text[at - 1] ?? ' ')) {
      // A comment in a list of several lines ends with its line.
      const lineEnd = text.slice(at, offset).search(/[\r\n]/);
      if (lineEnd < 0) return undefined;
      at += lineEnd;
      from = at + 1;
    } else if (character === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else {
        quote = undefined;
        from = at + 1;
        open = -1;
        isBehindQuotes = true;
      }
    } else if (quote === '"' && character === '\\') at++;
    else if (quote === undefined && /["']/.test(character) && text.slice(from, at).trim() === '') {
      quote = character;
      from = at + 1;
    } else if (character === '(' && open < 0) open = at;
    else if (character === ')') open = -1;
    else if (open < 0 && ends(at)) {
      if (character === ',') isBehindQuotes = false;
      if (quote === undefined && character === '[') depth++;
      if (quote === undefined && character === ']') isClosed = --depth <= 0;
      from = at + 1;
      if (quote === undefined && (character === '[' || (depth > 0 && character === ','))) textStart = at + 1;
    } else if (depth > 0 && quote === undefined && character === ',') textStart = at + 1;
  }
  if (isClosed || (isBehindQuotes && quote === undefined)) return undefined;
  // Before a comment that stands right behind the cursor: what is put there would make it an item.
  if (quote === undefined && text[offset] === '#' && /\s/.test(text[offset - 1] ?? ' ')) return undefined;
  const parentheses = open < 0 ? undefined : parenthesesAt(text, from, open, end, quote);
  if (parentheses !== undefined) from = Math.max(open, text.lastIndexOf(',', offset - 1)) + 1;
  while (from < offset && /\s/.test(text[from]!)) from++;
  if (depth === 0 && quote === undefined && opensOther.test(text.slice(offset, end))) return undefined;
  let to = offset;
  const endsInside = (at: number): boolean => /[,)]/.test(text[at]!) || text[at] === quote;
  while (to < end && !(parentheses === undefined ? ends(to) : endsInside(to))) to++;
  // A comment behind a plain word is no part of it.
  const comment = quote === undefined ? text.slice(offset, to).search(/[ \t]#/) : -1;
  if (comment >= 0) to = offset + comment;
  while (to > offset && /[ \t]/.test(text[to - 1]!)) to--;
  return {
    span: { start: from, end: to },
    quote,
    inFlow: depth > 0,
    textStart,
    ...(parentheses === undefined ? {} : { inside: parentheses }),
  };
}

/**
 * The item in a block of text below its header, in which neither quotes nor comments mean anything.
 * @param start of the block's first line
 * @param lineStart of the cursor's line
 */
export function itemInBlock(
  text: string,
  start: number,
  lineStart: number,
  offset: number,
  end: number,
): Item | undefined {
  // A line that is indented less than the block’s first one is none of its.
  const indent = /^[ \t]*(?=[^\s])/m.exec(text.slice(start, lineStart))?.[0] ?? '';
  if (!text.startsWith(indent, lineStart)) return undefined;
  if (/["'[\]#]/.test(text.slice(start, end))) return undefined;
  const item = itemAround(text, start, offset, end, true);
  return item === undefined ? undefined : { ...item, inBlock: true };
}

/** The one value of a field: all of it, without quotes or a comment; `undefined` where the cursor is in a comment. */
export function scalarAround(text: string, start: number, offset: number, end: number): Item | undefined {
  if (/[ \t]#/.test(text.slice(start, offset))) return undefined;
  // Before a text in quotes, a list, or a comment that stands right behind the cursor.
  const behind = text.slice(offset, end);
  if (opensOther.test(behind) && text.slice(start, offset).trim() === '') return undefined;
  if (behind.startsWith('#')) return undefined;
  const lead = /^[ \t]*(["']?)/.exec(text.slice(start, offset))!;
  // Behind a text in quotes.
  if (lead[1] !== '' && text.slice(start + lead[0].length, offset).includes(lead[1]!)) return undefined;
  const rest = /^[^"'#]*/.exec(text.slice(offset, end))![0].trimEnd();
  return {
    span: { start: start + lead[0].length, end: offset + rest.length },
    quote: lead[1] === '' ? undefined : lead[1],
    inFlow: false,
    textStart: start,
  };
}

/** What cannot stand behind a word: a text in quotes, a list, a block of text. */
const opensOther = /^[ \t]*["'[{|>]/;

function parenthesesAt(
  text: string,
  from: number,
  open: number,
  end: number,
  quote: string | undefined,
): Parentheses {
  const rest = text.slice(open, end);
  const stop = quote === undefined ? /[)\r\n]/ : new RegExp(`[)\\r\\n${quote}]`);
  const found = rest.search(stop);
  const close = found < 0 ? end : open + found;
  const start = from + (text.slice(from, open).length - text.slice(from, open).trimStart().length);
  return {
    of: text.slice(start, open).trim(),
    start,
    open: open + 1,
    close,
    isClosed: text[close] === ')',
  };
}
