import type { Span } from '../text/span.ts';

/** A comma list on one line; spans in UTF-16 offsets of the text it was read from. */
export interface CommaList {
  readonly span: Span;
  /** Without the space around them. */
  readonly items: readonly Span[];
  /** Whether its items may change places: prose with commas in it may not. */
  readonly reorderable: boolean;
}

/** The items that a stretch of text lists; `undefined` for fewer than two. Commas in brackets part nothing. */
export function commaListIn(text: string, of: Span): CommaList | undefined {
  if (of.end - of.start > longestList) return undefined;
  const items: Span[] = [];
  let depth = 0;
  let start = of.start;
  for (let at = of.start; at < of.end; at++) {
    const unit = text[at]!;
    if (unit === '\n' || unit === '\r') return undefined;
    if (unit === '(' || unit === '[' || unit === '{') depth++;
    else if (unit === ')' || unit === ']' || unit === '}') depth--;
    else if (unit === ',' && depth <= 0 && !isInNumber(text, at)) {
      items.push(trimmed(text, start, at));
      start = at + 1;
    }
  }
  items.push(trimmed(text, start, of.end));
  if (items.length < 2) return undefined;
  const listed = items.filter((item) => item.end > item.start);
  const reorderable =
    depth === 0 &&
    listed.length === items.length &&
    items.every((item) => isOfList(text.slice(item.start, item.end)));
  return { span: of, items: listed, reorderable };
}

const longestList = 4000;
const longestItem = 90;

/** An item that leans on the one before it, or a sentence, keeps its place and so do its neighbours. */
function isOfList(item: string): boolean {
  if (item.length > longestItem) return false;
  if (
    /^(?:and|or|but|und|oder|plus|with|which|who|that|where|when|while|so|then|also|etc|e\.g|i\.e)\b/i.test(
      item,
    )
  ) {
    return false;
  }
  return !/[.;:!?](?:\s|$)/.test(item);
}

function isInNumber(text: string, at: number): boolean {
  return /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '');
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}
