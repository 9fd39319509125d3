import type { BusinessDomain, Technology } from '../catalogue/types.ts';
import { shifted } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import { findTemplatePlace } from '../catalogue/template.ts';
import { bareValue, isNone, isPlaceholder } from './placeholders.ts';
import { withoutChoices } from './valuesChoices.ts';
import { maskMarkup } from './valuesMask.ts';
import { domainsOfItem, technologiesOfItem, technologiesOfProse, versionAt } from './valuesNames.ts';
import type { TechnologyHit } from './valuesNames.ts';
import { maskNegations } from './valuesNegation.ts';
import { piecesOf, sentencesOf, trimmedSpan } from './valuesPieces.ts';
import type { Piece } from './valuesPieces.ts';

/**
 * What kind of values a place holds: names of technologies or domains, items of text (in which technologies may
 * be named), or one text as a whole.
 */
export type ValueMode = 'technologies' | 'domains' | 'text' | 'whole';

/** A value in a text; `span` in UTF-16 offsets from the text's start. */
export interface ReadValue {
  readonly text: string;
  readonly span: Span;
  readonly version?: string;
  readonly technology?: Technology;
  readonly domain?: BusinessDomain;
}

/** A labelled group inside a value: `Backend (Python, Go)`; spans from the start of the value's text. */
export interface ReadGroup {
  readonly label: string;
  readonly labelSpan: Span;
  readonly valueSpan: Span;
}

export interface ValueReading {
  /** `empty`: there is nothing at all. */
  readonly status: 'met' | 'partial' | 'unfilled' | 'none' | 'empty';
  /** The values in order, those of groups included. */
  readonly values: readonly ReadValue[];
  readonly groups: readonly ReadGroup[];
}

/**
 * Reads what answers a label: the text after its colon, an item of a list under it, a cell. Placeholders,
 * negated and struck-out parts give no value. Equal texts are read once.
 */
export function readValues(text: string, mode: ValueMode): ValueReading {
  const memo = listMemos[mode];
  let reading = memo.get(text);
  if (reading === undefined) {
    if (memo.size >= mostRemembered) memo.clear();
    reading = readList(text, mode);
    memo.set(text, reading);
  }
  return reading;
}

/** Reads running text under a heading: it answers, but only names of the catalogue are values. */
export function readProse(text: string, mode: ValueMode): ValueReading {
  const memo = proseMemos[mode];
  let reading = memo.get(text);
  if (reading === undefined) {
    if (memo.size >= mostRemembered) memo.clear();
    reading = readRunningText(text, mode);
    memo.set(text, reading);
  }
  return reading;
}

const mostRemembered = 2000;
const listMemos = memos();
const proseMemos = memos();

function memos(): Record<ValueMode, Map<string, ValueReading>> {
  return { technologies: new Map(), domains: new Map(), text: new Map(), whole: new Map() };
}

/** Nobody writes a longer value; what lies beyond is left unread, so that no file can hold the editor up. */
const longestText = 10_000;
const longestUntied = 80;
const mostUntiedWords = 6;

function readList(all: string, mode: ValueMode): ValueReading {
  const text = all.length > longestText ? all.slice(0, longestText) : all;
  const simple = simpleStatus(text);
  if (simple !== undefined) return { status: simple, values: [], groups: [] };
  const marked = maskMarkup(text);
  const words = maskNegations(marked);
  const within = unbracketed(marked);
  if (mode === 'whole') return { status: 'met', values: whole(text, within), groups: [] };
  if (mode === 'text' && isSentence(marked, within, 10)) {
    return { status: 'met', values: textValue(text, words, within), groups: [] };
  }
  const values: ReadValue[] = [];
  const groups: ReadGroup[] = [];
  let unfilled = 0;
  let answered = 0;
  // What a text says not to do belongs to it; a negated name is none.
  for (const piece of piecesOf(mode === 'text' ? marked : words, within)) {
    if (isPlaceholder(text.slice(piece.span.start, piece.span.end))) {
      unfilled++;
      continue;
    }
    answered++;
    if (mode === 'technologies') readTechnologies(words, piece, values, groups);
    else if (mode === 'domains') readDomains(words, piece.span, values);
    else values.push(...textValue(text, words, piece.span));
  }
  const status = unfilled === 0 ? 'met' : answered === 0 ? 'unfilled' : 'partial';
  // "None, the service keeps no state": an answer like "none" with a remark.
  if (!values.some(isTied)) {
    const first = /^[^,]*/.exec(text)![0];
    if (first.length < text.length && isNone(first)) return { status: 'none', values: [], groups: [] };
  }
  return { status, values, groups };
}

function readRunningText(all: string, mode: ValueMode): ValueReading {
  const text = all.length > longestText ? all.slice(0, longestText) : all;
  const marked = maskMarkup(text);
  const within = trimmedSpan(marked, { start: 0, end: marked.length });
  if (mode === 'whole' || mode === 'text' || !isSentence(marked, within, 14)) {
    const reading = readList(text, mode);
    if (mode === 'whole' || mode === 'text') return reading;
    return { ...reading, values: withoutChoices(marked, reading.values.filter(isTied)), groups: [] };
  }
  const words = maskNegations(marked);
  const values: ReadValue[] = [];
  for (const sentence of sentencesOf(words)) {
    if (mode === 'technologies') values.push(...technologiesOfProse(words, sentence).map(of(words)));
    else values.push(...domainsOfItem(words, sentence).map((hit) => domainValue(words, hit.span, hit.item)));
  }
  return { status: 'met', values: withoutChoices(words, values), groups: [] };
}

function simpleStatus(text: string): 'unfilled' | 'none' | 'empty' | undefined {
  if (bareValue(text) === '') return 'empty';
  if (isPlaceholder(text)) return 'unfilled';
  return isNone(text) ? 'none' : undefined;
}

/** Running text, not a list of values: more than one sentence, or a part with more words than an item has. */
function isSentence(words: string, within: Span, mostWords: number): boolean {
  const text = words.slice(within.start, within.end);
  if (/[\p{L}\d)][.!?]\s+\p{Lu}|。/u.test(text)) return true;
  if (text.length < 60) return false;
  const items = text.split(/[,;|(]/);
  return items.some((item) => item.trim().split(/\s+/).length > mostWords);
}

function readTechnologies(words: string, piece: Piece, values: ReadValue[], groups: ReadGroup[]): void {
  const outer = withoutBrackets(words, piece);
  const outerSpan = trimmedSpan(outer.text, { start: 0, end: outer.text.length });
  const label = outer.text.slice(outerSpan.start, outerSpan.end);
  if (piece.brackets.length > 0 && isTechnologyLabel(label)) {
    const at = piece.span.start;
    const bracket = piece.brackets[0]!;
    groups.push({
      label,
      labelSpan: { start: at + outerSpan.start, end: at + outerSpan.end },
      valueSpan: bracket,
    });
    for (const inner of piecesOf(words, bracket)) readTechnologies(words, inner, values, groups);
    return;
  }
  const remark = remarkStart(outer.text, outerSpan);
  const hits = [
    ...technologiesOfItem(outer.text, { start: outerSpan.start, end: remark }),
    ...technologiesOfProse(outer.text, { start: remark, end: outerSpan.end }),
  ].map((hit) => ({ ...hit, span: shifted(hit.span, piece.span.start) }));
  const inside: ReadValue[] = [];
  let version: string | undefined;
  for (const bracket of piece.brackets) {
    const found = versionAt(words, skipSpace(words, bracket.start));
    if (found !== undefined && found.end <= bracket.end) version ??= found.version;
    for (const inner of piecesOf(words, bracket)) readInner(words, inner, inside);
  }
  if (hits.length === 1 && hits[0]!.version === undefined && version !== undefined) {
    values.push(of(words)({ ...hits[0]!, version }));
  } else values.push(...hits.map(of(words)));
  // What brackets explain is a heading for them: `Graphics (OpenGL, OpenCV)`.
  if (hits.length === 0 && inside.length === 0) {
    const untied = untiedValue(outer.text, outerSpan, piece.span.start);
    if (untied !== undefined) values.push(untied);
  }
  values.push(...inside);
}

/** Inside brackets only names are values: the rest are remarks (`primary`, `for caching`). */
function readInner(words: string, piece: Piece, values: ReadValue[]): void {
  values.push(...technologiesOfItem(words, piece.span).map(of(words)));
}

function readDomains(words: string, span: Span, values: ReadValue[]): void {
  const hits = domainsOfItem(words, span);
  if (hits.length === 0) {
    const untied = untiedValue(words, span, 0);
    if (untied !== undefined) values.push(untied);
  } else if (hits.length === 1) {
    const item = cleanSpan(words, span);
    const isShort = item.end - item.start <= longestUntied;
    values.push(domainValue(words, isShort ? item : hits[0]!.span, hits[0]!.item));
  } else values.push(...hits.map((hit) => domainValue(words, hit.span, hit.item)));
}

/** A text as one value, with the first technology that it names; further ones are values of their own. */
function textValue(text: string, words: string, span: Span): ReadValue[] {
  const at = cleanSpan(text, span);
  if (at.start >= at.end) return [];
  const [first, ...others] = technologiesOfProse(words, at);
  const value = { text: asWritten(text, at), span: at };
  return [first === undefined ? value : { ...value, technology: first.item }, ...others.map(of(words))];
}

function whole(text: string, span: Span): ReadValue[] {
  const at = cleanSpan(text, span);
  return at.start < at.end ? [{ text: asWritten(text, at), span: at }] : [];
}

/** On one line, without emphasis. */
function asWritten(text: string, span: Span): string {
  return text
    .slice(span.start, span.end)
    .replace(/\*\*|~~/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function untiedValue(text: string, span: Span, by: number): ReadValue | undefined {
  const words = cleanSpan(text, { start: span.start, end: remarkStart(text, span) });
  const version = /\s(?:v|version )?(\d[\d.]*(?:\.x)?\+?)$/i.exec(text.slice(words.start, words.end));
  const at = version === null ? words : { start: words.start, end: words.start + version.index };
  const value = plain(text, at);
  if (value === '' || value.length > longestUntied || !/\p{L}/u.test(value)) return undefined;
  if (value.split(' ').length > mostUntiedWords || noValue.test(value)) return undefined;
  const place = shifted(at, by);
  return version === null ? { text: value, span: place } : { text: value, span: place, version: version[1]! };
}

/** Where a remark after a dash begins (`Rollup – module bundler`), else the span's end. */
function remarkStart(text: string, span: Span): number {
  const dash = /\s(?:[-–—→]|->|=>)\s/.exec(text.slice(span.start, span.end));
  return dash === null || dash.index === 0 ? span.end : span.start + dash.index;
}

/** "And so on", and paths of files. */
const noValue =
  /^(?:etc|usw|and (?:more|others)|u\.\s?a|itd|…)\.?$|^[@./~]|[/\\]\S*\.[a-z]{1,5}\b|^\S+\.(?:md|tsx?|jsx|json|ya?ml|toml|py|txt)$/i;

function domainValue(words: string, span: Span, domain: BusinessDomain): ReadValue {
  return { text: plain(words, span), span, domain };
}

function of(words: string): (hit: TechnologyHit) => ReadValue {
  return ({ item, span, version }) => {
    const value = { text: plain(words, span), span, technology: item };
    return version === undefined ? value : { ...value, version };
  };
}

function isTied(value: ReadValue): boolean {
  return value.technology !== undefined || value.domain !== undefined;
}

/** A label of the template's technologies section, such as `Backend` before a bracket. */
function isTechnologyLabel(label: string): boolean {
  if (label.length > 40) return false;
  const place = findTemplatePlace(label);
  return place?.kind === 'label' && place.label.technologySection !== undefined;
}

/** The piece with its brackets made blank, from the piece's start. */
function withoutBrackets(words: string, piece: Piece): { text: string } {
  let text = words.slice(piece.span.start, piece.span.end);
  for (const bracket of piece.brackets) {
    const start = bracket.start - 1 - piece.span.start;
    const end = Math.min(text.length, bracket.end + 1 - piece.span.start);
    text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  }
  return { text };
}

/** A value that is one bracket: its inside. */
function unbracketed(words: string): Span {
  const all = trimmedSpan(words, { start: 0, end: words.length });
  if (words[all.start] !== '[' || words[all.end - 1] !== ']') return all;
  if (words.indexOf(']', all.start) !== all.end - 1) return all;
  return { start: all.start + 1, end: all.end - 1 };
}

/** Without quotes, dashes and full stops at its ends. */
function cleanSpan(words: string, of: Span): Span {
  let { start, end } = trimmedSpan(words, of);
  while (start < end && /["'“”‘’„:–—\-\s]/.test(words[start]!)) start++;
  while (end > start && /["'“”‘’„:–—.\-\s]/.test(words[end - 1]!)) end--;
  return { start, end };
}

function plain(words: string, span: Span): string {
  return words.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}
