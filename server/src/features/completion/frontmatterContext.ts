/**
 * Where in an agent's frontmatter a cursor stands, told line by line: while somebody types, the YAML can rarely be
 * read. Everything is looked at once, from the cursor's line upwards.
 */
import { frontmatterEntries } from '../../parse/frontmatterEntries.ts';
import type { Fence } from '../../parse/frontmatter.ts';
import type { Span } from '../../text/span.ts';
import { lineAround } from './valueContext.ts';

/** All spans are UTF-16 offsets in the file and lie on the cursor's line. */
export type FrontmatterContext =
  /** There is nothing yet but perhaps the beginning of a fence; `replaced` is the cursor's line. */
  { readonly kind: 'skeleton'; readonly replaced: Span } | KeyContext | ValueContext;

/** A key is being written, at the top or inside a field's map. */
export interface KeyContext {
  readonly kind: 'key';
  /** The keys it stands below, the field first; empty at the top. */
  readonly path: readonly string[];
  readonly replaced: Span;
  /** The key has its colon already. */
  readonly hasColon: boolean;
  /** The keys beside it. */
  readonly present: ReadonlySet<string>;
}

/** A value is being written, or one of a list's. */
export interface ValueContext {
  readonly kind: 'value';
  /** The keys it stands below, its own last. */
  readonly path: readonly string[];
  /** The whole word or item around the cursor. */
  readonly replaced: Span;
  /** What stands before the parenthesis that the cursor is in: `Agent`. */
  readonly inside?: string;
  /** A colon or comma stands right before it. */
  readonly needsSpace: boolean;
  /** How the list is written that it is an item of; `none` for a value on the key's line outside brackets. */
  readonly list: 'none' | 'flow' | 'block';
  /** The other items, as they are written. */
  readonly others: ReadonlySet<string>;
}

/** What the cursor at `offset` is about to write; `undefined` where nothing can be proposed. */
export function frontmatterContextAt(
  text: string,
  fence: Fence,
  offset: number,
): FrontmatterContext | undefined {
  if (fence.state !== 'closed' && fence.state !== 'unclosed') {
    return isBlankAgent(text) ? { kind: 'skeleton', replaced: lineAround(text, offset) } : undefined;
  }
  // Blank lines below the opening fence belong to it by Claude Code's rule; to the author they are lines to write on.
  const yaml = { start: text.indexOf('\n', fence.open.end) + 1, end: fence.yaml.end };
  if (offset < yaml.start || offset > yaml.end) return undefined;
  const whole = lineAround(text, offset);
  const line = { start: Math.max(whole.start, yaml.start), end: Math.min(whole.end, yaml.end) };
  // On the closing fence's own line nothing can be put before it.
  if (fence.state === 'closed' && line.start === yaml.end) return undefined;
  if (line.end - line.start > longestLine) return undefined;
  const words = text.slice(line.start, line.end);
  const before = text.slice(line.start, offset);
  if (/^\s*#/.test(words)) return undefined;
  const lead = /^([ \t]*)((?:-[ \t]+)*)/.exec(words)!;
  const [marks, indent = '', dashes = ''] = lead;
  if (offset - line.start < marks.length && (dashes !== '' || marks !== before)) return undefined;
  const here: Here = { text, yaml, offset, line, from: line.start + marks.length, column: marks.length };
  const key = /^([A-Za-z_][\w.-]*)[ \t]*:(?=[ \t]|$)/.exec(words.slice(marks.length));
  if (key !== null && offset >= here.from + key[0].length) {
    const path = [...pathAbove(here), key[1]!];
    return valueContext(here, path, here.from + key[0].length);
  }
  const isWord = /^[\w.-]*$/.test(before.slice(marks.length));
  const isAlone = key !== null || /^[\w.-]*[ \t]*$/.test(words.slice(marks.length));
  const above = pathAbove(here);
  const isItem = dashes !== '' || (indent !== '' && listFields.has(above.at(-1) ?? ''));
  if (isWord && isAlone && (!isItem || mapLists.has(above.at(-1) ?? '') || above.length > 1)) {
    return keyContext(here, above, key !== null);
  }
  return above.length === 0 || !isItem ? undefined : valueContext(here, above, here.from);
}

/** Whether a file holds nothing but perhaps the beginning of a fence. */
export function isBlankAgent(text: string): boolean {
  return text.length <= 200 && /^\uFEFF?\s*(?:-{1,3}\s*){0,2}$/.test(text);
}

/** A line longer than this is no place to complete anything. */
const longestLine = 20_000;

/** Fields whose value is a list of words. */
const listFields = new Set(['tools', 'disallowedTools', 'skills', 'mcpServers']);

/** Below these a dash begins a map: hooks by event, and the handlers of one. */
const mapLists = new Set(['hooks']);

interface Here {
  readonly text: string;
  /** The frontmatter's lines. */
  readonly yaml: Span;
  readonly offset: number;
  readonly line: Span;
  /** Where on the line its content begins, behind indentation and dashes. */
  readonly from: number;
  readonly column: number;
}

/** The keys that the cursor's line stands below, the topmost first. */
function pathAbove({ text, yaml, line, column }: Here): string[] {
  const path: string[] = [];
  let below = column;
  for (let at = line.start; at > yaml.start && below > 0;) {
    const whole = lineAround(text, at - 1 - (text[at - 1] === '\n' && text[at - 2] === '\r' ? 1 : 0));
    at = Math.max(whole.start, yaml.start);
    const words = text.slice(at, Math.min(whole.end, at + 200));
    const found = /^([ \t]*(?:-[ \t]+)*)([A-Za-z_][\w.-]*)[ \t]*:(?=[ \t]|$)/.exec(words);
    if (found === null || found[1]!.length >= below) continue;
    // A list may stand at the same indentation as its key: `tools:` and `- Read` below it.
    path.unshift(found[2]!);
    below = found[1]!.length;
  }
  return path;
}

function keyContext(here: Here, path: readonly string[], hasColon: boolean): KeyContext {
  const { text, offset, from, line } = here;
  const rest = /^[\w.-]*/.exec(text.slice(offset, line.end))![0];
  const replaced = { start: Math.min(from, offset), end: offset + rest.length };
  return { kind: 'key', path, replaced, hasColon, present: keysBeside(here, path) };
}

function keysBeside({ text, yaml, line, column }: Here, path: readonly string[]): ReadonlySet<string> {
  const present = new Set<string>();
  if (path.length === 0) {
    for (const { key, keySpan } of frontmatterEntries(text, yaml)) {
      if (keySpan.start !== line.start) present.add(key);
    }
    return present;
  }
  // The neighbours up and down with the same column, as far as nothing stands further left.
  const look = (words: string): boolean => {
    if (words.trim() === '') return true;
    const [marks = ''] = /^[ \t]*(?:-[ \t]+)*/.exec(words) ?? [];
    if (marks.length < column) return false;
    const key = /^([A-Za-z_][\w.-]*)[ \t]*:/.exec(words.slice(marks.length))?.[1];
    if (marks.length === column && key !== undefined) present.add(key);
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

const mostNeighbours = 40;

/** @param start where the value may begin: behind the colon or the dash */
function valueContext(here: Here, path: readonly string[], start: number): ValueContext | undefined {
  const { text, offset, line, from } = here;
  const value = text.slice(start, line.end);
  const opening = /^[ \t]*(\[)?/.exec(value)!;
  const isListField = path.length === 1 && listFields.has(path[0]!);
  const isFlow = opening[1] !== undefined || (isListField && start === from && !isDashed(here));
  const list = isFlow ? 'flow' : start === from ? 'block' : 'none';
  const item = isListField
    ? itemAround(text, start, offset, line.end, path[0] === 'mcpServers' ? namesEnd : wordsEnd)
    : scalarAround(text, start, offset, line.end);
  if (item === undefined) return undefined;
  const previous = text[item.span.start - 1];
  return {
    kind: 'value',
    path,
    replaced: item.span,
    ...(item.inside === undefined ? {} : { inside: item.inside }),
    needsSpace: previous === ':' || previous === ',',
    list,
    others: !isListField
      ? new Set()
      : item.open === undefined
        ? otherItems(here, path[0]!, item.span)
        : othersInside(text, item.open + 1, item.span, line.end),
  };
}

function isDashed({ text, line, from }: Here): boolean {
  return text.slice(line.start, from).includes('-');
}

interface Item {
  readonly span: Span;
  /** What stands before the parenthesis that the cursor is in, and where that opens. */
  readonly inside?: string;
  readonly open?: number;
}

/** The one value of a field: all of it, without quotes or a comment; `undefined` where the cursor is in a comment. */
function scalarAround(text: string, start: number, offset: number, end: number): Item | undefined {
  if (/[ \t]#/.test(text.slice(start, offset))) return undefined;
  const lead = /^[ \t]*["']?/.exec(text.slice(start, offset))![0].length;
  const rest = /^[^"'#]*/.exec(text.slice(offset, end))![0].trimEnd();
  return { span: { start: start + lead, end: offset + rest.length } };
}

const wordsEnd = new Set([',', ' ', '\t', '[', ']', '"', "'"]);
const namesEnd = new Set([',', '[', ']', '"', "'"]);

/** The item of a list around the cursor; inside parentheses, of what they hold. */
function itemAround(
  text: string,
  start: number,
  offset: number,
  end: number,
  ends: ReadonlySet<string>,
): Item | undefined {
  let from = start;
  let open = -1;
  for (let at = start; at < offset; at++) {
    const character = text[at]!;
    if (character === '#' && /[ \t]/.test(text[at - 1] ?? '')) return undefined;
    if (character === '(' && open < 0) open = at;
    else if (character === ')') open = -1;
    else if (open < 0 && ends.has(character)) from = at + 1;
  }
  const inside = open < 0 ? undefined : text.slice(from, open).trim();
  if (open >= 0) from = Math.max(open, text.lastIndexOf(',', offset - 1)) + 1;
  while (from < offset && /[ \t]/.test(text[from]!)) from++;
  let to = offset;
  while (to < end && !(open < 0 ? ends.has(text[to]!) : text[to] === ',' || text[to] === ')')) to++;
  while (to > offset && /[ \t]/.test(text[to - 1]!)) to--;
  return { span: { start: from, end: to }, ...(inside === undefined ? {} : { inside, open }) };
}

/** What the same parentheses hold besides. */
function othersInside(text: string, start: number, own: Span, end: number): ReadonlySet<string> {
  const close = text.indexOf(')', start);
  const all = { start, end: close < 0 ? end : Math.min(close, end) };
  return new Set(
    [text.slice(all.start, own.start), text.slice(own.end, all.end)]
      .flatMap((part) => part.split(','))
      .map((name) => name.trim()),
  );
}

/** The items of the whole field but for the one at `own`. */
function otherItems({ text, yaml }: Here, field: string, own: Span): ReadonlySet<string> {
  const entry = frontmatterEntries(text, yaml).findLast(({ key }) => key === field);
  if (entry === undefined) return new Set();
  const start = entry.keySpan.end;
  const words = text.slice(start, Math.min(entry.span.end, start + longestLine));
  const others = new Set<string>();
  for (const match of words.matchAll(/[^\s,[\]"'()]+(?:\([^()\n]*\))?/g)) {
    const at = start + match.index;
    if (at + match[0].length < own.start || at > own.end) others.add(match[0]);
  }
  return others;
}
