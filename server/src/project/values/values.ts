import type { Span } from '../../text/span.ts';
import { bareValue, isNone, isPlaceholder } from '../placeholders.ts';
import { withoutChoices } from './choices.ts';
import { maskMarkup } from './mask.ts';
import { hasClauseWords } from './clauses.ts';
import { maskMigrations } from './migration.ts';
import { domainsOfItem, technologiesOfProse } from './names.ts';
import { maskNegations } from './negation.ts';
import { isOfNames } from './negationReach.ts';
import { piecesOf, sentencesOf, trimmedSpan } from './pieces.ts';
import { remarkStart } from './remarks.ts';
import { technologiesOfList, technologiesOfText } from './technologies.ts';
import type { ReadValue, ValueMode, ValueReading } from './types.ts';
import { cleanSpan, plain, untiedValue, withoutJoiningWords } from './untied.ts';

export type { ReadGroup, ReadValue, ValueMode, ValueReading } from './types.ts';

/**
 * How a text stands: `list`, behind a label, where commas part values; `item`, a bullet without a label, of which
 * a goal or requirement is one whole; `prose`, running text, in which only names of the catalogue are values.
 */
export type Manner = 'list' | 'item' | 'prose';

/** Reads what answers a label: the text after its colon, a cell. */
export function readValues(text: string, mode: ValueMode): ValueReading {
  return readAs('list', text, mode);
}

/** Reads running text under a heading. */
export function readProse(text: string, mode: ValueMode): ValueReading {
  return readAs('prose', text, mode);
}

/**
 * What a text says that answers a label or stands under a heading. Placeholders, negated and struck-out parts give no
 * value. Equal texts are read once.
 */
export function readAs(manner: Manner, text: string, mode: ValueMode): ValueReading {
  const memo = memos[manner][mode];
  let reading = memo.get(text);
  if (reading === undefined) {
    if (memo.size >= mostRemembered) memo.clear();
    reading = read(text.length > longestText ? text.slice(0, longestText) : text, mode, manner);
    memo.set(text, reading);
  }
  return reading;
}

const mostRemembered = 2000;
const memos: Record<Manner, Record<ValueMode, Map<string, ValueReading>>> = {
  list: memosByMode(),
  item: memosByMode(),
  prose: memosByMode(),
};

function memosByMode(): Record<ValueMode, Map<string, ValueReading>> {
  const [a, b, c, d, e] = Array.from({ length: 5 }, () => new Map<string, ValueReading>());
  return { technologies: a!, domains: b!, integrations: c!, text: d!, whole: e! };
}

/** Nobody writes a longer value; what lies beyond is left unread, so that no file can hold the editor up. */
const longestText = 10_000;
const longestDomain = 160;

function read(text: string, mode: ValueMode, manner: Manner): ValueReading {
  const simple = simpleStatus(text);
  if (simple !== undefined) return answer(simple);
  const marked = maskMarkup(text);
  const within = unbracketed(marked);
  if (mode === 'whole') return answer('met', whole(text, within));
  const words = maskNegations(marked);
  if (mode === 'text') return textReading(text, marked, words, within, manner);
  if (!/[\p{L}\p{N}]/u.test(words)) {
    // What is only negated (`no Java`, `Never block`) is an answer; what is struck out is none.
    if (/[\p{L}\p{N}]/u.test(marked))
      return { ...answer('met'), declares: manner === 'list' && isOfNames(marked.replace(negation, '')) };
    if (saysNothing(text, marked)) return answer('empty');
  }
  const reading =
    mode === 'domains'
      ? domains(text, words, within, manner)
      : technologies(text, words, within, { mode, manner });
  // "None, the service keeps no state": an answer like "none" with a remark.
  const first = /^[^,]*/.exec(text)![0];
  const isRemark = first.length < text.length && isNone(first) && !reading.values.some(isTied);
  return isRemark ? answer('none') : reading;
}

function answer(status: ValueReading['status'], values: readonly ReadValue[] = []): ValueReading {
  return { status, values, groups: [], declares: false };
}

function simpleStatus(text: string): 'unfilled' | 'none' | 'empty' | undefined {
  if (bareValue(text) === '') return 'empty';
  if (isPlaceholder(text)) return 'unfilled';
  return isNone(text) ? 'none' : undefined;
}

/** What is before the names in `not Django`, `no Java`: whoever says that of a technology speaks of what is used. */
const negation = /^\W*(?:no|not|never|without|avoid|formerly|kein(?:e|en)?|ohne|nicht)\s+/iu;

/** `~~Django~~`: struck out as a whole. A command or an address says something. */
function saysNothing(text: string, marked: string): boolean {
  return marked.trim() !== '' || /~~|<(?:del|s|strike)\b/i.test(text);
}

function technologies(
  text: string,
  words: string,
  within: Span,
  { mode, manner }: { readonly mode: ValueMode; readonly manner: Manner },
): ValueReading {
  const masked = {
    written: text,
    words: maskMigrations(words).replace(arrow, asSeparator),
    unknown: mode === 'integrations' ? 'phrase' : 'name',
    isBehindLabel: manner === 'list',
  } as const;
  if (manner === 'prose') {
    const { values, groups, declares } = technologiesOfText(masked, within);
    return { status: 'met', values: withoutChoices(words, values), groups, declares };
  }
  const { unfilled, answered, ...reading } = technologiesOfList(masked, within);
  return { ...reading, status: statusOf(unfilled, answered) };
}

/** `React → FastAPI → PostgreSQL` */
const arrow = /(?<=\s)(?:→|[-=]>)(?=\s)/g;

function asSeparator(sign: string): string {
  return ','.padEnd(sign.length);
}

function domains(text: string, words: string, within: Span, manner: Manner): ValueReading {
  const values: ReadValue[] = [];
  if (manner === 'prose') {
    for (const sentence of sentencesOf(words, within))
      values.push(...domainsOfItem(words, sentence).map(domainValue(words)));
    return { ...answer('met', withoutChoices(words, values)), declares: values.length > 0 };
  }
  let unfilled = 0;
  let answered = 0;
  for (const { span } of piecesOf(words, within)) {
    if (isPlaceholder(text.slice(span.start, span.end))) unfilled++;
    else {
      answered++;
      values.push(...domainsOfPiece(words, span));
    }
  }
  return { ...answer(statusOf(unfilled, answered), values), declares: values.some(isTied) };
}

function domainsOfPiece(words: string, span: Span): ReadValue[] {
  const item = withoutJoiningWords(words, cleanSpan(words, span));
  const hits = domainsOfItem(words, item);
  if (hits.length > 1) return hits.map(domainValue(words));
  const [hit] = hits;
  // What is negated leaves its brackets empty: `fintech (not crypto)`.
  const text = plain(words, item).replace(/\s*\(\s*\)/g, '');
  if (hit === undefined) return domainInWords(words, item);
  if (text.length > longestItem) return [domainValue(words)(hit)];
  return [{ text, span: item, domain: hit.item }];
}

const longestItem = 80;

/** Whoever is asked for a domain may describe it. */
function domainInWords(words: string, item: Span): ReadValue[] {
  const span = cleanSpan(words, { start: item.start, end: remarkStart(words, item) });
  const text = plain(words, span);
  const names = untiedValue(words, span, { by: 0, as: 'phrase' }) !== undefined || text.split(' ').length > 3;
  return names && text.length <= longestDomain && /\p{L}/u.test(text) && !hasClauseWords(text)
    ? [{ text, span }]
    : [];
}

function domainValue(words: string): (hit: ReturnType<typeof domainsOfItem>[number]) => ReadValue {
  return ({ item, span }) => ({ text: plain(words, span), span, domain: item });
}

/** Goals, requirements: each item a value, with the technologies that it names. What it says not to do belongs to it. */
function textReading(
  text: string,
  marked: string,
  words: string,
  within: Span,
  manner: Manner,
): ValueReading {
  if (manner !== 'list' || isSentence(marked, within)) return answer('met', textValue(text, words, within));
  const values: ReadValue[] = [];
  let unfilled = 0;
  let answered = 0;
  for (const span of itemsOfText(marked, within)) {
    if (isPlaceholder(text.slice(span.start, span.end))) unfilled++;
    else {
      answered++;
      values.push(...textValue(text, words, withoutJoiningWords(marked, span)));
    }
  }
  return answer(statusOf(unfilled, answered), values);
}

/** At commas and the like, but not before what goes on with the item: `ship it, with tests`. */
function itemsOfText(marked: string, within: Span): Span[] {
  const items: Span[] = [];
  for (const { span } of piecesOf(marked, within)) {
    const last = items.at(-1);
    const goesOn =
      /^(?:with|without|for|by|using|so|which|who|where|when|while|because|including|such as|even|mit|ohne|damit|avec|sans|pour|con|para) /i;
    if (last !== undefined && goesOn.test(marked.slice(span.start, span.end)))
      items[items.length - 1] = { start: last.start, end: span.end };
    else items.push(span);
  }
  return items;
}

function statusOf(unfilled: number, answered: number): ValueReading['status'] {
  if (unfilled === 0) return 'met';
  return answered === 0 ? 'unfilled' : 'partial';
}

/** Running text, not a list of values: more than one sentence, or a part with more words than an item has. */
function isSentence(words: string, within: Span): boolean {
  const text = words.slice(within.start, within.end);
  if (/[\p{L}\d)][.!?]\s+\p{Lu}|。/u.test(text)) return true;
  if (text.length < 60) return false;
  return text.split(/[,;|(]/).some((item) => item.trim().split(/\s+/).length > mostWordsOfItem);
}

const mostWordsOfItem = 10;

/** A text as one value, with the first technology that it names; further ones are values of their own. */
function textValue(text: string, words: string, span: Span): ReadValue[] {
  const at = cleanSpan(text, span);
  if (at.start >= at.end) return [];
  const [first, ...others] = technologiesOfProse(words, at);
  const value = { text: plain(text, at), span: at };
  const named = others.map((hit) => ({
    text: plain(words, hit.span),
    span: hit.span,
    technology: hit.item,
    ...(hit.version === undefined ? {} : { version: hit.version }),
  }));
  return [first === undefined ? value : { ...value, technology: first.item }, ...named];
}

function whole(text: string, span: Span): ReadValue[] {
  const at = cleanSpan(text, span);
  return at.start < at.end ? [{ text: plain(text, at), span: at }] : [];
}

function isTied(value: ReadValue): boolean {
  return value.technology !== undefined || value.domain !== undefined;
}

/** A value that is one bracket: its inside. */
function unbracketed(words: string): Span {
  const all = trimmedSpan(words, { start: 0, end: words.length });
  if (words[all.start] !== '[' || words[all.end - 1] !== ']') return all;
  if (words.indexOf(']', all.start) !== all.end - 1) return all;
  return { start: all.start + 1, end: all.end - 1 };
}
