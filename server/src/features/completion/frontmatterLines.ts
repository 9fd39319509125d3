/** The lines around a cursor in frontmatter: what the cursor's line stands below, and what stands beside it. */
import { frontmatterEntries } from '../../parse/frontmatterEntries.ts';
import type { Span } from '../../text/span.ts';
import { lineAround } from './lineAround.ts';

/** Where the cursor is. All offsets are UTF-16, in the file. */
export interface Here {
  readonly text: string;
  /** The frontmatter's lines. */
  readonly yaml: Span;
  readonly offset: number;
  readonly line: Span;
  /** How far the line is indented. */
  readonly indent: number;
  /** The dashes that begin items of lists on this line, with the spaces behind them. */
  readonly dashes: string;
  /** The last of the dashes lacks the space behind it, and nothing follows. */
  readonly lacksSpace: boolean;
  /** Where on the line its content begins, behind indentation and dashes. */
  readonly from: number;
  /** The column of that, the space that is lacking counted. */
  readonly column: number;
}

/** The place at `offset` between the fences; `undefined` for a line that is too long, or before what begins it. */
export function hereAt(text: string, yaml: Span, offset: number): Here | undefined {
  const whole = lineAround(text, offset);
  const line = { start: Math.max(whole.start, yaml.start), end: Math.min(whole.end, yaml.end) };
  if (line.end - line.start > longestLine) return undefined;
  const words = text.slice(line.start, line.end);
  const [, indent = '', spaced = ''] = /^([ \t]*)((?:-[ \t]+)*)/.exec(words)!;
  const lacksSpace = words.slice(indent.length + spaced.length) === '-';
  const marks = indent.length + spaced.length + (lacksSpace ? 1 : 0);
  // Between indentation and dashes nothing can be put.
  if (offset - line.start < marks) return undefined;
  return {
    text,
    yaml,
    offset,
    line,
    indent: indent.length,
    dashes: lacksSpace ? `${spaced}-` : spaced,
    lacksSpace,
    from: line.start + marks,
    column: marks + (lacksSpace ? 1 : 0),
  };
}

/** A line longer than this is no place to complete anything. */
export const longestLine = 20_000;

/** What the cursor's line stands below. */
export interface Above {
  /** The keys, the topmost first. */
  readonly path: readonly string[];
  /** The line of the last of them; where the frontmatter begins, if there is none. */
  readonly parentLine: Span;
}

export function pathAbove({ text, yaml, line, column }: Here): Above {
  const path: string[] = [];
  let parentLine: Span | undefined;
  let below = column;
  for (let at = line.start; at > yaml.start && below > 0;) {
    const above = lineAbove(text, at, yaml);
    at = above.start;
    const words = text.slice(at, Math.min(above.end, at + 200));
    const found = /^([ \t]*(?:-[ \t]+)*)([A-Za-z_][\w.-]*)[ \t]*:(?=[ \t]|$)/.exec(words);
    if (found === null || found[1]!.length >= below) continue;
    // A list may stand at the same indentation as its key: `tools:` and `- Read` below it.
    path.unshift(found[2]!);
    below = found[1]!.length;
    parentLine ??= above;
  }
  return { path, parentLine: parentLine ?? { start: yaml.start, end: yaml.start } };
}

/**
 * Whether the cursor's line is indented as the others below the same key.
 * @param asItem it is, or is going to be, the first line of a list's item
 */
export function fitsIn(here: Here, { parentLine }: Above, asItem: 'item' | 'key'): boolean {
  const { text, yaml, line } = here;
  const parent = text.slice(parentLine.start, parentLine.end);
  // A key with a value has nothing below it.
  if (!/:[ \t]*(?:#.*)?$/.test(parent)) return false;
  for (let at = endOfLine(text, parentLine.end); at < yaml.end;) {
    const next = lineAround(text, at);
    at = endOfLine(text, next.end);
    const words = text.slice(next.start, Math.min(next.end, next.start + 200));
    if (next.start === line.start || words.trim() === '' || /^[ \t]*#/.test(words)) continue;
    const [, indent = '', dash = ''] = /^([ \t]*)(-?)/.exec(words)!;
    // What stands no further in than the parent is none of its.
    const parentIndent = /^[ \t]*/.exec(parent)![0].length;
    if (indent.length < parentIndent || (indent.length === parentIndent && dash === '')) return true;
    return indent.length === here.indent && (dash === '-') === (asItem === 'item');
  }
  return true;
}

/** The end of the text in quotes, or list in brackets, that the cursor's line is a part of but does not begin. */
export function isInValueAbove({ text, yaml, line }: Here): boolean {
  let done = yaml.start;
  for (const { keySpan, valueSpan } of frontmatterEntries(text, yaml)) {
    if (keySpan.start >= line.start) return false;
    if (keySpan.start < done) continue;
    const end = closedEnd(text, valueSpan.start, yaml.end);
    if (end > line.start) return true;
    done = Math.max(done, end);
  }
  return false;
}

/** Where what opens at `start` is closed; `start` where nothing opens, or nothing closes it. */
function closedEnd(text: string, start: number, limit: number): number {
  if (!/["'[{]/.test(text[start] ?? '')) return start;
  let quote: string | undefined;
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const character = text[at]!;
    if (quote === '"' && character === '\\') at++;
    else if (quote === "'" && character === "'" && text[at + 1] === "'") at++;
    else if (quote !== undefined) {
      if (character === quote) quote = undefined;
    } else if (/["']/.test(character)) quote = character;
    else if (/[[{]/.test(character)) depth++;
    else if (/[\]}]/.test(character)) depth--;
    if (quote === undefined && depth === 0) return at + 1;
  }
  return start;
}

function endOfLine(text: string, at: number): number {
  return at + (text.startsWith('\r\n', at) ? 2 : 1);
}

/** The keys beside the one at the cursor; below the top with what is written behind their colons. */
export function keysBeside(
  { text, yaml, line, column }: Here,
  path: readonly string[],
): ReadonlyMap<string, string> {
  const present = new Map<string, string>();
  if (path.length === 0) {
    for (const { key, keySpan } of frontmatterEntries(text, yaml)) {
      if (keySpan.start !== line.start) present.set(key, '');
    }
    return present;
  }
  // The neighbours up and down with the same column, as far as nothing stands further left.
  const look = (words: string): boolean => {
    if (words.trim() === '') return true;
    const [marks = ''] = /^[ \t]*(?:-[ \t]+)*/.exec(words) ?? [];
    if (marks.length < column) return false;
    const key = /^([A-Za-z_][\w.-]*)[ \t]*:[ \t]*(.*)/.exec(words.slice(marks.length));
    if (marks.length === column && key !== null) present.set(key[1]!, key[2]!);
    return !(marks.length === column && marks.includes('-'));
  };
  // The first key of a list's item has none above it.
  const mostAbove = text.slice(line.start, line.start + column).includes('-') ? 0 : mostNeighbours;
  let at = line.start;
  for (let i = 0; i < mostAbove && at > yaml.start; i++) {
    const above = lineAround(text, at - 1);
    at = above.start;
    if (!look(text.slice(above.start, Math.min(above.end, above.start + 200)))) break;
  }
  at = line.end;
  for (let i = 0; i < mostNeighbours && at < yaml.end; i++) {
    const below = lineAround(text, at + 1);
    at = Math.max(below.end, at + 1);
    const words = text.slice(below.start, Math.min(below.end, below.start + 200));
    if (/^[ \t]*-/.test(words) || !look(words)) break;
  }
  return present;
}

/** Whether the cursor's line, which has no dash, continues the map that a dash above it has begun. */
export function isInItem({ text, yaml, line, column }: Here): boolean {
  for (let at = line.start; at > yaml.start;) {
    const above = lineAbove(text, at, yaml);
    at = above.start;
    const words = text.slice(at, Math.min(above.end, at + 200));
    if (words.trim() === '') continue;
    const [marks = ''] = /^[ \t]*(?:-[ \t]+)*/.exec(words) ?? [];
    if (marks.length === column && marks.includes('-')) return true;
    if (marks.length < column) return false;
  }
  return false;
}

/** What the cursor's line is part of: a field of the top level. */
export interface FieldAround {
  /** Behind its colon. */
  readonly valueStart: number;
  /** What stands on the key's own line, without white space around it. */
  readonly inline: string;
  /** The indentation of the list's items that stand below the key, the cursor's own line left out. */
  readonly itemIndent: number | undefined;
  /** Where the next field begins. */
  readonly end: number;
}

/** The field that the cursor's line belongs to, its key's line included. */
export function fieldAround({ text, yaml, line }: Here): FieldAround | undefined {
  const entry = frontmatterEntries(text, yaml).findLast(({ keySpan }) => keySpan.start <= line.start);
  if (entry === undefined) return undefined;
  const valueStart = text.indexOf(':', entry.keySpan.end) + 1;
  let itemIndent: number | undefined;
  for (let at = entry.restSpan.start; at < entry.span.end && itemIndent === undefined;) {
    const { start, end } = lineAround(text, at);
    const words = text.slice(start, Math.min(end, start + 200));
    if (start !== line.start) itemIndent = /^([ \t]*)-(?:[ \t]|$)/.exec(words)?.[1]!.length;
    at = endOfLine(text, end);
  }
  const { start, end } = entry.valueSpan;
  return { valueStart, inline: text.slice(start, end), itemIndent, end: entry.span.end };
}

/** The line above the one that begins at `at`. */
export function lineAbove(text: string, at: number, yaml: Span): Span {
  const whole = lineAround(text, at - 1 - (text[at - 1] === '\n' && text[at - 2] === '\r' ? 1 : 0));
  return { start: Math.max(whole.start, yaml.start), end: whole.end };
}

const mostNeighbours = 40;
