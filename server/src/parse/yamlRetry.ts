/**
 * Claude Code's one retry on frontmatter that is not YAML: it double-quotes single-line values that hold a special
 * character, then turns tabs at the start of a line into spaces.
 */
import { parseYaml } from './yamlParse.ts';

/** The text of the retry, and where each place in it was before. */
export interface RetryText {
  readonly text: string;
  /** The offset in the text before the retry that `offset` in the retry's text stands for. */
  originalOffset(offset: number): number;
}

export function retryText(text: string): RetryText {
  const quoted = withQuotes(text);
  const spaced = withoutTabs(quoted.text);
  return {
    text: spaced.text,
    originalOffset: (offset) => quoted.originalOffset(spaced.originalOffset(offset)),
  };
}

/** A piece of a text that was written anew; what is between two pieces has stayed. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly originalStart: number;
  readonly originalEnd: number;
  /** The value before it was put in quotes. */
  readonly value?: string;
}

// A key of letters, `_` and `-`. As `.` matches no CR, a line that ends in CRLF is left alone.
const fieldLine = /^([a-zA-Z_-]+):\s+(\S.*)$/;
const special = /[{}[\]*&#!|>%@`]|: /;

function withQuotes(text: string): RetryText {
  const pieces: Piece[] = [];
  let retried = '';
  for (let at = 0; at <= text.length;) {
    const lineFeed = text.indexOf('\n', at);
    const end = lineFeed < 0 ? text.length : lineFeed;
    const line = text.slice(at, end);
    const field = fieldLine.exec(line);
    const value = field?.[2];
    if (field?.[1] !== undefined && value !== undefined && needsQuotes(value)) {
      retried += `${field[1]}: `;
      const start = retried.length;
      retried += `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
      pieces.push({ start, end: retried.length, originalStart: end - value.length, originalEnd: end, value });
    } else {
      retried += line;
    }
    if (lineFeed >= 0) retried += '\n';
    at = end + 1;
  }
  return { text: retried, originalOffset: (offset) => originalOffset(pieces, offset) };
}

function needsQuotes(value: string): boolean {
  if (value.startsWith('"') && value.endsWith('"')) return false;
  if (value.startsWith("'") && value.endsWith("'")) return false;
  return special.test(value) && !isList(value);
}

/** A list in brackets that can be read stays a list. */
function isList(value: string): boolean {
  if (!value.startsWith('[') || !value.endsWith(']')) return false;
  return parseYaml(value, value, (offset) => offset).root?.kind === 'list';
}

function withoutTabs(text: string): RetryText {
  const pieces: Piece[] = [];
  let retried = '';
  let at = 0;
  for (const { 0: tabs, index } of text.includes('\t') ? text.matchAll(/^\t+/gm) : []) {
    retried += text.slice(at, index);
    const start = retried.length;
    retried += '  '.repeat(tabs.length);
    at = index + tabs.length;
    pieces.push({ start, end: retried.length, originalStart: index, originalEnd: at });
  }
  retried += text.slice(at);
  return { text: retried, originalOffset: (offset) => originalOffset(pieces, offset) };
}

function originalOffset(pieces: readonly Piece[], offset: number): number {
  let low = -1;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (pieces[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  if (piece === undefined) return offset;
  if (offset >= piece.end) return piece.originalEnd + (offset - piece.end);
  if (piece.value === undefined)
    return Math.min(piece.originalEnd, piece.originalStart + (offset - piece.start));
  // The opening quote itself stands for the start of the value.
  return piece.originalStart + unescapedLength(piece.value, offset - piece.start - 1);
}

/** How many characters of `value` give `length` characters once backslashes and quotes are escaped. */
function unescapedLength(value: string, length: number): number {
  let escaped = 0;
  let index = 0;
  while (index < value.length && escaped < length) {
    const unit = value.charCodeAt(index);
    escaped += unit === 34 || unit === 92 ? 2 : 1;
    index++;
  }
  return index;
}
