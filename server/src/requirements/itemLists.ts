import { type Span, trimmedSpan } from '../text/span.ts';

/** What one line lists, parted by commas; spans in UTF-16 offsets of the text it was read from. */
export interface ItemList {
  readonly span: Span;
  /** At least one; without the space around them. */
  readonly items: readonly Span[];
  /** Whether its items may change places: a single one, and prose with commas in it, may not. */
  readonly reorderable: boolean;
}

/** The items of a stretch of one line; `undefined` where there is none. Commas in brackets part nothing. */
export function itemListIn(text: string, of: Span): ItemList | undefined {
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
      items.push(trimmedSpan(text, start, at));
      start = at + 1;
    }
  }
  items.push(trimmedSpan(text, start, of.end));
  const listed = items.filter((item) => item.end > item.start);
  if (listed.length === 0) return undefined;
  const reorderable =
    depth === 0 &&
    items.length > 1 &&
    listed.length === items.length &&
    items.every((item) => standsAlone(text.slice(item.start, item.end))) &&
    !isProse(listed.map((item) => text.slice(item.start, item.end))) &&
    !endsTheList(text.slice(items.at(-1)!.start, items.at(-1)!.end));
  return { span: of, items: listed, reorderable };
}

/** "Least-privilege access to patient data, every read logged, …": phrases, the first with the capital of a sentence. */
function isProse(items: readonly string[]): boolean {
  return items.filter((item) => item.split(/\s+/).length >= wordsOfPhrase).length * 2 > items.length;
}

const wordsOfPhrase = 5;

/** The same as text that goes on from line to line: each of its lines is read, none is reordered. */
export function itemListsOfLines(text: string, of: Span): ItemList[] {
  const lists: ItemList[] = [];
  for (let start = of.start; start < of.end;) {
    const lineEnd = text.slice(start, of.end).search(/[\r\n]/);
    const end = lineEnd < 0 ? of.end : start + lineEnd;
    const list = itemListIn(text, { start, end });
    if (list !== undefined) lists.push({ ...list, reorderable: false });
    start = end + 1;
  }
  return lists;
}

const longestList = 4000;
const longestItem = 90;

/** An item that leans on another one, tells what holds for the next, or is a sentence: all keep their places. */
function standsAlone(item: string): boolean {
  return (
    item.length <= longestItem &&
    !leaning.test(item) &&
    !governing.test(item) &&
    !/[.;:!?](?:\s|$)|^\(?\d{1,2}[.)]\s|->|=>|→/.test(item) &&
    isBalanced(item)
  );
}

/** `Express, Fastify and NestJS`: the last item closes the list. */
function endsTheList(last: string): boolean {
  return /\s(?:and|or|und|oder|oraz|lub|et|ou)\s/i.test(last);
}

const leaning = opensWith(`
  and or but nor plus with which who that where when while so then also etc e.g i.e instead rather no not never without
  except excluding unlike like including especially preferably optionally ideally mainly mostly as than over vs versus
  via using by for on in at to from into if unless because since though although after before until depending based
  followed respectively supports support uses use covers cover builds handles handle offers provides provide requires
  require runs run knows know works und oder aber sowie bzw statt ohne kein keine nicht oraz lub ale bez zamiast ou mais sans sauf
`);

const governing =
  /(?<![\p{L}\p{N}-])(?:such as|like|including|includes?|e\.g|namely|especially|instead of|rather than|followed by|not|no|never|without|except|unlike|avoid\w*|prefer\w*|replac\w*|then|before|after|statt|ohne|nicht|kein\w*|zamiast|bez|sans)(?![\p{L}\p{N}-])/iu;

function opensWith(words: string): RegExp {
  const all = words.trim().split(/\s+/).join('|').replaceAll('.', '\\.');
  return new RegExp(`^(?:${all})(?:[.,]|\\s|$)`, 'i');
}

/** Emphasis, code and quotes that one item opens and another closes hold the two together. */
function isBalanced(item: string): boolean {
  const curly = item.match(/[“”„«»]/g)?.length ?? 0;
  return curly % 2 === 0 && ['**', '`', '"'].every((mark) => (item.split(mark).length - 1) % 2 === 0);
}

function isInNumber(text: string, at: number): boolean {
  return /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '');
}
