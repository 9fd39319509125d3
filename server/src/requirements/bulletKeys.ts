import { vocabularyKey } from '../catalogue/keys.ts';
import type { ListItem } from '../parse/outline.ts';
import type { Span } from '../text/span.ts';
import { type ItemList, itemListIn, itemListsOfLines } from './itemLists.ts';
import type { OpenKey, RawKeys } from './rawKeys.ts';

/** The keys of a bullet list: `- **PostgreSQL**: …`, `- PostgreSQL: …`, `- PostgreSQL`, `- React, Vue.js, Angular`. */
export function bulletKeys(text: string, items: readonly ListItem[]): RawKeys {
  const lists: ItemList[] = [];
  const { keys, hasText } = readItems(text, items, lists);
  return { keys, hasText, lists };
}

/** The key of a line that is a bold lead (`**Node.js Ecosystem:**`), without its marks and colon. */
export function boldLead(text: string, line: Span): Span | undefined {
  const written = text.slice(line.start, line.end);
  const match = /^\s*\*\*([^*]{1,120}?):?\s*\*\*\s*(:?)\s*$/.exec(written);
  if (match === null || (match[2] === '' && !/:\s*\*\*\s*$/.test(written))) return undefined;
  const start = line.start + written.indexOf(match[1]!);
  return { start, end: start + match[1]!.trimEnd().length };
}

function readItems(
  text: string,
  items: readonly ListItem[],
  lists: ItemList[],
): { keys: OpenKey[]; hasText: boolean } {
  const keys: OpenKey[] = [];
  let hasText = false;
  for (const item of items) {
    const line = firstLine(text, item.text);
    const place = keyOf(text, line);
    const content = { start: place?.contentStart ?? line.start, end: line.end };
    const list = itemListIn(text, content);
    const goesOn = text.slice(line.end, item.text.end).trim() !== '';
    if (list !== undefined) lists.push(goesOn ? { ...list, reorderable: false } : list);
    if (goesOn) lists.push(...itemListsOfLines(text, { start: line.end, end: item.text.end }));
    if (place !== undefined) {
      keys.push(keyFrom(text, item, place, lists));
      continue;
    }
    hasText = true;
    if (list !== undefined) keys.push(...namesInPlainList(text, list));
    for (const child of item.children) if (child.kind === 'list') readItems(text, child.items, lists);
  }
  return { keys, hasText };
}

function keyFrom(text: string, item: ListItem, place: BulletKey, lists: ItemList[]): OpenKey {
  const children: OpenKey[] = [];
  let hasText = false;
  for (const child of item.children) {
    if (child.kind !== 'list') {
      hasText = true;
      if (child.kind === 'paragraph') lists.push(...itemListsOfLines(text, child.span));
      continue;
    }
    const nested = readItems(text, child.items, lists);
    children.push(...nested.keys);
    hasText ||= nested.hasText;
  }
  return {
    key: text.slice(place.span.start, place.span.end),
    keySpan: place.span,
    contentSpan: { start: Math.min(place.contentStart, item.span.end), end: item.span.end },
    span: { start: lineStart(text, item.span.start), end: item.span.end },
    children,
    hasText,
  };
}

interface BulletKey {
  readonly span: Span;
  readonly contentStart: number;
}

const longestKey = 80;

function keyOf(text: string, whole: Span): BulletKey | undefined {
  const line = withoutSigns(text, whole);
  const written = text.slice(line.start, Math.min(line.end, line.start + longestKey + 60));
  const bold = /^(\*\*|__)([^*_][^*]{0,100}?)(?:\*\*|__)/.exec(written);
  if (bold !== null) return boldKey(written, line.start, bold);
  const colon = /^[`"']?([^:]{1,80}?)[`"']?\s*:(?:\s+|$)/.exec(written);
  if (colon !== null && !/[.!?]\s/.test(colon[1]!))
    return keyAt(written, line.start, colon[1]!, colon[0].length);
  const dash = /^[`"']?(.{1,80}?)[`"']?\s+(?:[-–—]|â€[“”])\s+/.exec(written);
  if (dash !== null && vocabularyKey(dash[1]!) !== undefined) {
    return keyAt(written, line.start, dash[1]!, dash[0].length);
  }
  const all = text.slice(line.start, line.end);
  if (all.length <= longestKey && !all.includes(',') && vocabularyKey(all) !== undefined) {
    return { span: line, contentStart: line.end };
  }
  return undefined;
}

/** A line without the picture that it opens with: `🐍 **Python**: …`, `✅ Redis`. */
function withoutSigns(text: string, line: Span): Span {
  const signs = /^[\p{Extended_Pictographic}\p{So}\p{M}\p{Cf}\p{Emoji_Modifier}→•×]+\s+/u.exec(
    text.slice(line.start, Math.min(line.end, line.start + 40)),
  );
  return { start: line.start + (signs?.[0].length ?? 0), end: line.end };
}

/** `**Key**: …`, `**Key:** …`, `**Key** - …`, `**Key**`; bold words that a sentence goes on from are no key. */
function boldKey(written: string, at: number, bold: RegExpExecArray): BulletKey | undefined {
  const inner = bold[2]!.replace(/\s*:\s*$/, '');
  const after = written.slice(bold[0].length);
  const separator = /^\s*(?:\([^()]*\)\s*)?(?::\s*|(?:[-–—]|â€[“”])\s+|$)/.exec(after);
  if (inner === bold[2] && separator === null) return undefined;
  return keyAt(written, at, inner, bold[0].length + (separator?.[0].length ?? /^\s*/.exec(after)![0].length));
}

function keyAt(written: string, at: number, key: string, contentFrom: number): BulletKey {
  const start = at + written.indexOf(key);
  return { span: { start, end: start + key.length }, contentStart: at + contentFrom };
}

/** Of a plain list of names each name is known, none can go alone: the line stays, whatever is declared. */
function namesInPlainList(text: string, list: ItemList): OpenKey[] {
  if (list.items.length < 2) return [];
  return list.items
    .filter((item) => vocabularyKey(text.slice(item.start, item.end)) !== undefined)
    .map((item) => ({
      key: text.slice(item.start, item.end),
      keySpan: item,
      contentSpan: { start: item.end, end: item.end },
      span: { ...item },
      children: [],
      hasText: false,
      isItem: true,
    }));
}

function firstLine(text: string, words: Span): Span {
  const lineEnd = text.slice(words.start, words.end).search(/[\r\n]/);
  const end = lineEnd < 0 ? words.end : words.start + lineEnd;
  return { start: words.start, end: words.start + text.slice(words.start, end).trimEnd().length };
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}
