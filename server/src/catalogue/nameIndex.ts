import { continuesWord, isDash, normalizedName } from './names.ts';
import type { NameHit } from './names.ts';

/**
 * Where a spelling counts inside a phrase: `anywhere`, only as a whole list `item`, or, for names that are
 * English words too, as a whole item that begins with a capital or (`word-item`) in any case.
 */
export type Reach = 'anywhere' | 'item' | 'word-item' | 'capital-item';

export interface Spelling<T> {
  readonly text: string;
  readonly item: T;
  readonly reach: Reach;
}

interface Entry<T> {
  readonly item: T;
  /** As the catalogue writes it. */
  readonly text: string;
  readonly reach: Reach;
  /** Offsets in the normalised name at which a writer may separate it: `node|js`, `mongo|db`. */
  readonly breaks: ReadonlySet<number>;
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** What stands between the token before and this one. */
  readonly glue: 'none' | 'open' | 'slash' | 'tight';
}

/** Names of the catalogue, found whole or inside a phrase in linear time. Of two equal spellings the first counts. */
export class NameIndex<T> {
  readonly #entries = new Map<string, Entry<T>>();
  /** How many tokens the longest name has that begins with this token. */
  readonly #longest = new Map<string, number>();

  constructor(spellings: Iterable<Spelling<T>>) {
    for (const spelling of spellings) this.#add(spelling);
  }

  /** The item whose name is the whole text. */
  find(name: string): T | undefined {
    return this.#entries.get(normalizedName(name))?.item;
  }

  get names(): Iterable<string> {
    return this.#entries.keys();
  }

  /** The names in a phrase, left to right, the longest first, none inside another. */
  hitsIn(text: string): NameHit<T>[] {
    const hits: NameHit<T>[] = [];
    const tokens = tokensOf(text);
    for (let first = 0; first < tokens.length;) {
      const found = this.#longestAt(text, tokens, first);
      if (found === undefined) first++;
      else {
        hits.push(found.hit);
        first = found.next;
      }
    }
    return hits;
  }

  #longestAt(
    text: string,
    tokens: readonly Token[],
    first: number,
  ): { hit: NameHit<T>; next: number } | undefined {
    const start = tokens[first]!;
    if (start.glue === 'tight') return undefined;
    const base = withoutVersion(start.name);
    const most = Math.max(this.#longest.get(start.name) ?? 0, this.#longest.get(base) ?? 0);
    if (most === 0) return undefined;
    let name = '';
    const breaks: number[] = [];
    let found: { hit: NameHit<T>; next: number } | undefined;
    for (let count = 1; count <= most; count++) {
      const token = tokens[first + count - 1];
      if (token === undefined) break;
      if (count > 1) {
        if (token.glue === 'none') break;
        breaks.push(name.length);
        if (token.glue === 'slash') name += '/';
      }
      name += token.name;
      const end = this.#endOf(name, breaks, token, tokens[first + count]);
      if (end !== undefined && isInReach(end.entry, text, start.start, end.offset))
        found = { hit: hitOf(end.entry, start.start, end.offset), next: first + count };
    }
    return found;
  }

  /** The entry that ends with `token`, and where: before digits written directly after it (`Python3`). */
  #endOf(
    name: string,
    breaks: readonly number[],
    token: Token,
    following: Token | undefined,
  ): { entry: Entry<T>; offset: number } | undefined {
    const exact = this.#entries.get(name);
    if (exact !== undefined && following?.glue !== 'tight' && breaks.every((at) => exact.breaks.has(at)))
      return { entry: exact, offset: token.end };
    const version = token.name.length - withoutVersion(token.name).length;
    if (version === 0 || (following?.glue === 'tight' && !/^\d|^x$/.test(following.name))) return undefined;
    const entry = this.#entries.get(name.slice(0, -version));
    if (entry === undefined || !breaks.every((at) => entry.breaks.has(at))) return undefined;
    return { entry, offset: token.end - version };
  }

  #add(spelling: Spelling<T>): void {
    const pieces = piecesOf(spelling.text);
    const name = normalizedName(spelling.text);
    const breaks = new Set(this.#entries.get(name)?.breaks);
    let offset = 0;
    const ends = pieces.map((piece) => (offset += piece.length));
    // Where folding changes the lengths (`&`, foreign letters), the name counts only as it is written.
    if (offset === name.length) {
      for (const [index, end] of ends.entries()) {
        breaks.add(end);
        this.#lengthen(name.slice(0, end), pieces.length - index);
      }
    }
    this.#lengthen(name, 1);
    const before = this.#entries.get(name);
    this.#entries.set(name, {
      item: before?.item ?? spelling.item,
      text: before?.text ?? spelling.text,
      reach: before?.reach ?? spelling.reach,
      breaks,
    });
  }

  #lengthen(firstToken: string, count: number): void {
    if (count > (this.#longest.get(firstToken) ?? 0)) this.#longest.set(firstToken, count);
  }
}

function hitOf<T>(entry: Entry<T>, start: number, end: number): NameHit<T> {
  const hit = { item: entry.item, span: { start, end } };
  return entry.reach.endsWith('-item') ? { ...hit, isWord: true } : hit;
}

/** A name without digits at its end, unless too little is left to name anything. */
function withoutVersion(name: string): string {
  let end = name.length;
  while (end > 0 && isDigit(name.charCodeAt(end - 1))) end--;
  return end >= 2 ? name.slice(0, end) : name;
}

/** The pieces into which a writer may part a spelling: at separators, at a capital inside, before digits. */
function piecesOf(spelling: string): string[] {
  return spelling
    .replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)/g, ' ')
    .split(/[\s_.\u2010-\u2015-]+/)
    .flatMap((piece) => piece.split(/(?=\/)/))
    .map(normalizedName)
    .filter((piece) => piece !== '')
    .map((piece, index) => (index === 0 && spelling.startsWith('.') ? `.${piece}` : piece));
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let last = -1;
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    const dotted =
      unit === 0x2e && continuesWord(text.charCodeAt(at + 1)) && !continuesWord(text.charCodeAt(at - 1));
    if (!dotted && !continuesWord(unit) && unit !== 0x26) {
      at++;
      continue;
    }
    const start = at;
    at = unit === 0x26 ? at + 1 : endOfToken(text, at + 1);
    const raw = text.slice(start, at);
    const glue = last === -1 ? 'none' : glueBetween(text, last, start);
    tokens.push({ start, end: at, name: normalizedName(raw), glue });
    last = at;
  }
  return tokens;
}

function endOfToken(text: string, from: number): number {
  let at = from;
  for (;;) {
    const unit = text.charCodeAt(at);
    const plusPlus = unit === 0x2b && (text[at + 1] === '+' || (text[at - 1] === '+' && at > from - 1));
    // `C\#`, `C\+\+`
    const escaped = unit === 0x5c && (text[at + 1] === '#' || text[at + 1] === '+');
    if (escaped) at += 2;
    else if (continuesWord(unit) || unit === 0x23 || plusPlus) at++;
    else return at;
  }
}

/** `open`: spaces or one hyphen; `tight`: `.` or `_` between letters, which bounds no name on its own. */
function glueBetween(text: string, from: number, to: number): Token['glue'] {
  if (to - from === 1) {
    const unit = text.charCodeAt(from);
    if (unit === 0x2e) return 'tight';
    if (unit === 0x2f) return 'slash';
    if (isDash(unit)) return 'open';
  }
  if (isAll(0x5f, text, from, to)) return 'tight';
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0xa0 && unit !== 0x09) return 'none';
  }
  return 'open';
}

function isInReach(entry: { reach: Reach; text: string }, text: string, start: number, end: number): boolean {
  if (entry.reach === 'anywhere') return true;
  if (entry.reach === 'capital-item' && !isWrittenAsName(text.slice(start, end), entry.text)) {
    // `go 1.22`: no everyday word has a version.
    if (!/^[ @]v?\d/.test(text.slice(end, end + 3))) return false;
  }
  return startsItem(text, start) && endsItem(text, end);
}

function isAll(unit: number, text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) !== unit) return false;
  return to > from;
}

/** With its capital, and not in capitals only (`VAULT`) unless the name is. */
function isWrittenAsName(written: string, name: string): boolean {
  if (written.charAt(0) === written.charAt(0).toLowerCase()) return false;
  return written.length === 1 || written !== written.toUpperCase() || name === name.toUpperCase();
}

function startsItem(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && aroundItem.includes(text.charAt(at))) at--;
  return at < 0 || text[at] === ':' || betweenItems.includes(text.charAt(at));
}

function endsItem(text: string, end: number): boolean {
  const version = /[ \t]{0,4}(?:[v^~]|>=? ?)?\d[\w.]{0,20}\+?(?: ?(?:LTS|lts|latest))?/y;
  version.lastIndex = end;
  let at = version.test(text) ? version.lastIndex : end;
  while (at < text.length && (aroundItem.includes(text.charAt(at)) || text[at] === '.')) at++;
  return at === text.length || betweenItems.includes(text.charAt(at));
}

const aroundItem = ' \t*_`\'"-\u2013\u2014\u2018\u2019\u201c\u201d';
const betweenItems = ',;|/()[]{}+\u2022\u00b7\r\n';

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
