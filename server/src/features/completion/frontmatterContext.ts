/**
 * Where in an agent's frontmatter a cursor stands, told line by line: while somebody types, the YAML can rarely be
 * read. Everything is looked at once, from the cursor's line upwards.
 */
import { agentFields } from '../../catalogue/agentFields.ts';
import type { Fence } from '../../parse/frontmatter.ts';
import type { Span } from '../../text/span.ts';
import {
  fieldAround,
  fitsIn,
  type Here,
  hereAt,
  isInItem,
  isInValueAbove,
  keysBeside,
  longestLine,
  pathAbove,
} from './frontmatterLines.ts';
import { type Item, itemAround, itemInBlock, scalarAround } from './listItem.ts';
import { lineAround } from './lineAround.ts';

/** All spans are UTF-16 offsets in the file; what is replaced lies on the cursor's line. */
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
  /** What has to come before the key: a dash, or the space behind one. */
  readonly lead: string;
  /** The keys beside it, with what is written behind their colons. */
  readonly present: ReadonlyMap<string, string>;
}

/** A value is being written, or one of a list's. */
export interface ValueContext extends Item {
  readonly kind: 'value';
  /** The keys it stands below, its own last. */
  readonly path: readonly string[];
  /** What has to come before the value: a space, a dash, the line end and indentation of a list's item. */
  readonly lead: string;
  /** What a chosen value replaces: its span, and white space that would be left at the end of a line. */
  readonly replaced: Span;
  /** What has to come behind it: a comma, where another item follows at once. */
  readonly tail: string;
  /** It is an item of a list in block style, or is going to be. */
  readonly isBlockItem: boolean;
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
  const here = hereAt(text, yaml, offset);
  // On the closing fence's own line nothing can be put before it.
  if (here === undefined || (fence.state === 'closed' && here.line.start === yaml.end)) return undefined;
  const words = text.slice(here.line.start, here.line.end);
  if (/^\s*#/.test(words)) return undefined;
  const content = text.slice(here.from, here.line.end);
  const above = pathAbove(here);
  const { path } = above;
  const isOfList = path.length === 1 && listFields.has(path[0]!) && (here.dashes !== '' || here.indent > 0);
  if (isInValueAbove(here) && !isOfList) return undefined;
  const found = /^([A-Za-z_][\w.-]*)[ \t]*:(?=[ \t]|$)/.exec(content);
  // Of names of tools and skills one may have a colon, `kit:check`, as none of the keys that YAML sees there could mean.
  const isName = isOfList && path[0] !== 'mcpServers' && found?.[0] === content.trimEnd();
  const key = isName ? null : found;
  if (key !== null && offset >= here.from + key[0].length) {
    return valueOfKey(here, [...path, key[1]!], here.from + key[0].length);
  }
  const isWord = /^[\w.-]*$/.test(text.slice(here.from, offset)) && !here.lacksSpace;
  const isAlone = key !== null || /^[\w.-]*[ \t]*$/.test(content);
  if (isOfList && key === null) return itemOnLine(here, path);
  if ((!isWord && !here.lacksSpace) || !isAlone) return undefined;
  // Below an event, and below the `hooks` of one, stand lists of maps.
  if (path.length === 1 && valueBelow.has(path[0]!) && here.dashes === '' && key === null) {
    return valueOnLine(here, path, above.parentLine);
  }
  const isOfMapList = path[0] === 'hooks' && (path.length === 2 || path.length === 3);
  if (here.dashes !== '' && !isOfMapList) return undefined;
  const isItem = isOfMapList && (here.dashes !== '' || !isInItem(here));
  const fits = path.length === 0 || (isOfMapList && !isItem) || fitsIn(here, above, isItem ? 'item' : 'key');
  if (!fits) return undefined;
  const lead = here.lacksSpace ? ' ' : isItem && here.dashes === '' ? '- ' : '';
  return keyContext(here, path, key !== null, lead);
}

/** Whether a file holds nothing but perhaps the beginning of a fence. */
export function isBlankAgent(text: string): boolean {
  return text.length <= 200 && /^\uFEFF?\s*(?:-{1,3}\s*){0,2}$/.test(text);
}

/** Fields whose one value may stand on the line below its key. */
const valueBelow: ReadonlySet<string> = new Set(
  agentFields.flatMap(({ name, values }) => (values === undefined ? [] : [name])),
);

/** Fields whose value is a list of words. */
const listFields = new Set(['tools', 'disallowedTools', 'skills', 'mcpServers']);

function keyContext(here: Here, path: readonly string[], hasColon: boolean, lead: string): KeyContext {
  const { text, offset, from, line } = here;
  const rest = /^[\w.-]*/.exec(text.slice(offset, line.end))![0];
  return {
    kind: 'key',
    path,
    replaced: { start: Math.min(from, offset), end: offset + rest.length },
    hasColon,
    lead,
    present: keysBeside(here, path),
  };
}

/** @param start behind the key's colon */
function valueOfKey(here: Here, path: readonly string[], start: number): ValueContext | undefined {
  const { text, offset, line } = here;
  const isList = path.length === 1 && listFields.has(path[0]!);
  const around = fieldAround(here);
  if (!isList) {
    // A value that goes on below, or stands there alone, would be the end of what is chosen.
    if (path.length === 1 && around !== undefined && hasWords(text, line.end, around.end)) return undefined;
    const item = scalarAround(text, start, offset, line.end);
    if (item === undefined) return undefined;
    return {
      kind: 'value',
      path,
      ...item,
      replaced: item.span,
      lead: gap(text, item),
      tail: '',
      isBlockItem: false,
      others: none,
    };
  }
  const item = itemAround(text, start, offset, line.end, path[0] !== 'mcpServers');
  if (item === undefined || around === undefined || /^[|>]/.test(around.inline)) return undefined;
  // A server's name on the key's line would be no list, and a text is ignored; a list may have begun below.
  const asBlock = !item.inFlow && (around.itemIndent !== undefined || path[0] === 'mcpServers');
  if (asBlock && around.inline !== text.slice(item.span.start, item.span.end)) return undefined;
  if (asBlock && item.quote !== undefined) return undefined;
  const indent = ' '.repeat(around.itemIndent ?? 2);
  if (!asBlock) return listValue(here, path, item, gap(text, item), false);
  const value = listValue(here, path, item, `${lineBreak(text)}${indent}- `, true);
  return { ...value, replaced: { start, end: item.span.end } };
}

/** The one value of a field, alone on a line below its key. */
function valueOnLine(here: Here, path: readonly string[], parentLine: Span): ValueContext | undefined {
  const { text, offset, line, from } = here;
  const around = fieldAround(here);
  const isElsewhere = !/:[ \t]*$/.test(text.slice(parentLine.start, parentLine.end));
  if (around === undefined || isElsewhere) return undefined;
  if (hasWords(text, parentLine.end, line.start) || hasWords(text, line.end, around.end)) return undefined;
  const item = scalarAround(text, from, offset, line.end);
  if (item === undefined) return undefined;
  const { span } = item;
  return {
    kind: 'value',
    path,
    ...item,
    replaced: span,
    lead: '',
    tail: '',
    isBlockItem: false,
    others: none,
  };
}

/** Whether there is anything between but blank lines and comments. */
function hasWords(text: string, start: number, end: number): boolean {
  return /^[ \t]*[^\s#]/m.test(text.slice(start, Math.min(end, start + longestLine)));
}

/** An item on a line of its own, with a dash or without. */
function itemOnLine(here: Here, path: readonly string[]): ValueContext | undefined {
  const { text, offset, line, from, indent, dashes, lacksSpace } = here;
  const around = fieldAround(here);
  if (around === undefined) return undefined;
  const splitsAtSpaces = path[0] !== 'mcpServers';
  if (dashes === '' && around.inline !== '') return continued(here, path, around, splitsAtSpaces);
  // An item that stands elsewhere than the others is none of theirs.
  if (around.inline !== '' || (around.itemIndent ?? indent) !== indent) return undefined;
  // A list within the list.
  if (dashes.trim().length > 1) return undefined;
  const item = itemAround(text, from, offset, line.end, splitsAtSpaces);
  if (item === undefined) return undefined;
  const isFirstWord = item.inside === undefined && item.span.start === from && item.quote === undefined;
  // Without a dash only a word that stands alone can become an item.
  if (
    dashes === '' &&
    !(isFirstWord && item.span.end === from + text.slice(from, line.end).trimEnd().length)
  ) {
    return undefined;
  }
  const lead = dashes === '' ? '- ' : lacksSpace ? ' ' : gap(text, item);
  return listValue(here, path, item, lead, true);
}

/** The further lines of a list in brackets, or of a text that began on the key's line. */
function continued(
  here: Here,
  path: readonly string[],
  around: NonNullable<ReturnType<typeof fieldAround>>,
  splitsAtSpaces: boolean,
): ValueContext | undefined {
  const { text, offset, line } = here;
  if (line.start - around.valueStart > longestLine) return undefined;
  const header = /^[ \t]*[|>][^\r\n]*(?:\r\n|\n)/.exec(text.slice(around.valueStart, line.start));
  const item =
    header === null
      ? itemAround(text, around.valueStart, offset, line.end, splitsAtSpaces)
      : itemInBlock(text, around.valueStart + header[0].length, line.start, offset, line.end);
  if (item === undefined || item.span.start < line.start || (!item.inFlow && !splitsAtSpaces))
    return undefined;
  return listValue(here, path, item, gap(text, item), false);
}

function listValue(
  here: Here,
  path: readonly string[],
  item: Item,
  lead: string,
  isBlockItem: boolean,
): ValueContext {
  const { text, line } = here;
  const behind = text.slice(item.span.end, item.inFlow ? (fieldAround(here)?.end ?? line.end) : line.end);
  const next = /^\s*([^\s,\])#])/.exec(behind)?.[1];
  const isFollowed = item.inside === undefined && next !== undefined && next !== item.quote;
  return {
    kind: 'value',
    path,
    ...item,
    replaced: item.span,
    lead,
    tail: !isFollowed ? '' : /^\s/.test(behind) ? ',' : ', ',
    isBlockItem,
    others: item.inside === undefined ? otherItems(here, item.span) : othersInside(text, item),
  };
}

/** A space, where a colon or a comma stands right before the value. */
function gap(text: string, { span, quote }: Item): string {
  const previous = text[span.start - 1];
  return previous === ',' || (previous === ':' && quote === undefined) ? ' ' : '';
}

function lineBreak(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** What the same parentheses hold besides. */
function othersInside(text: string, { inside, span }: Item): ReadonlySet<string> {
  const { open = 0, close = 0 } = inside ?? {};
  return new Set(
    [text.slice(open, span.start), text.slice(span.end, Math.max(span.end, close))]
      .flatMap((part) => part.split(','))
      .map((name) => name.trim()),
  );
}

/** The items of the whole field but for the one at `own`. */
function otherItems(here: Here, own: Span): ReadonlySet<string> {
  const around = fieldAround(here);
  if (around === undefined) return none;
  const words = here.text.slice(around.valueStart, Math.min(around.end, around.valueStart + longestLine));
  const others = new Set<string>();
  for (const match of words.matchAll(/[^\s,[\]"'()]+(?:\([^()\n]*\))?/g)) {
    const at = around.valueStart + match.index;
    if (at + match[0].length < own.start || at > own.end) others.add(match[0]);
  }
  return others;
}

const none: ReadonlySet<string> = new Set();
