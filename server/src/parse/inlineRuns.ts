/**
 * The runs of plain text among the inline Markdown of one block: what lies between code spans, tags, the marks of
 * emphasis and links, and escapes. Linear in the text.
 */
import { type Span, span } from '../text/span.ts';
import { type EmphasisText, emphasisMarks } from './emphasis.ts';
import { labelKey } from './proseBlocks.ts';

/**
 * @param labels the labels of the document's link reference definitions
 * @returns the runs in the order of the text; the text of a link is one, the alternative text of an image none
 */
export function inlineRuns(text: string, labels: ReadonlySet<string>): Span[] {
  if (!special.test(text)) return [span(0, text.length)];
  const scanner = new InlineScanner(text, labels);
  scanner.scan();
  const marks = scanner.runs.length > 0 ? emphasisMarks(scanner) : [];
  const cuts = [...scanner.cuts, ...marks];
  cuts.sort((a, b) => a.start - b.start || b.end - a.end);
  const runs: Span[] = [];
  let start = 0;
  for (const cut of cuts) {
    if (cut.start > start) runs.push(span(start, cut.start));
    if (cut.end > start) start = cut.end;
  }
  if (start < text.length) runs.push(span(start, text.length));
  return runs;
}

const special = /[\\`<[*_]/;

/** An opening bracket that may yet turn out to begin a link or an image. */
interface OpenBracket {
  /** Of the bracket, or of the `!` before it. */
  readonly start: number;
  readonly textStart: number;
}

class InlineScanner implements EmphasisText {
  /** What is no text: spans that may overlap, in the order in which they end. */
  readonly cuts: Span[] = [];
  /** Runs of `*` or `_` outside of all code and tags. */
  readonly runs: Span[] = [];
  /** The texts of links and images, in the order in which they end. */
  readonly links: Span[] = [];
  readonly text: string;
  readonly #labels: ReadonlySet<string>;
  readonly #brackets: OpenBracket[] = [];
  readonly #next: NextPositions;
  readonly #references: Span[] = [];
  #ticks: Map<number, number[]> | undefined;
  #ends: Set<number> | undefined;
  #masked: string | undefined;

  constructor(text: string, labels: ReadonlySet<string>) {
    this.text = text;
    this.#labels = labels;
    this.#next = new NextPositions(text);
  }

  get ends(): ReadonlySet<number> {
    this.#ends ??= new Set(this.cuts.map((cut) => cut.end));
    return this.#ends;
  }

  get masked(): string {
    this.#masked ??= masked(this.text, this.#references);
    return this.#masked;
  }

  scan(): void {
    const text = this.text;
    let at = 0;
    while (at < text.length) {
      switch (text.charCodeAt(at)) {
        case backslash:
          at = this.#escape(at);
          break;
        case tick:
          at = this.#code(at);
          break;
        case less:
          at = this.#tag(at);
          break;
        case open:
          at = this.#openBracket(at);
          break;
        case close:
          at = this.#closeBracket(at);
          break;
        case star:
        case underscore:
          at = this.#delimiter(at);
          break;
        default:
          at++;
      }
    }
  }

  #escape(at: number): number {
    if (!escapable.test(this.text.charAt(at + 1))) return at + 1;
    return this.#cut(at, at + 2);
  }

  #code(at: number): number {
    const end = runEnd(this.text, at);
    this.#ticks ??= tickRuns(this.text);
    const starts = this.#ticks.get(end - at) ?? [];
    // Asked for in rising order: what lies behind us is never needed again.
    while (starts.length > 0 && starts.at(-1)! < end) starts.pop();
    const closing = starts.at(-1);
    return closing === undefined ? end : this.#cut(at, closing + end - at);
  }

  #tag(at: number): number {
    const end = this.#tagEnd(at);
    return end === undefined ? at + 1 : this.#cut(at, end);
  }

  #tagEnd(at: number): number | undefined {
    const text = this.text;
    const after = text[at + 1];
    if (after === '!') {
      if (text.startsWith('<!-->', at)) return at + 5;
      if (text.startsWith('<!--->', at)) return at + 6;
      if (text.startsWith('<!--', at)) return this.#next.after('-->', at + 4);
      if (text.startsWith('<![CDATA[', at)) return this.#next.after(']]>', at + 9);
      declaration.lastIndex = at;
      return declaration.test(text) ? this.#next.after('>', declaration.lastIndex) : undefined;
    }
    if (after === '?') return this.#next.after('?>', at + 2);
    for (const form of [tag, autolink]) {
      form.lastIndex = at;
      if (form.test(text)) return form.lastIndex;
    }
    return undefined;
  }

  #delimiter(at: number): number {
    const end = runEnd(this.text, at);
    this.runs.push(span(at, end));
    return end;
  }

  #openBracket(at: number): number {
    const isImage = this.text[at - 1] === '!' && this.cuts.at(-1)?.end !== at;
    this.#brackets.push({ start: isImage ? at - 1 : at, textStart: at + 1 });
    return at + 1;
  }

  #closeBracket(at: number): number {
    const bracket = this.#brackets.pop();
    if (bracket === undefined) return at + 1;
    const inline = inlineTarget(this.text, at + 1);
    const end = inline ?? this.#reference(bracket, at);
    if (end === undefined) return at + 1;
    if (inline === undefined) this.#references.push(span(bracket.start, end));
    const isImage = bracket.start < bracket.textStart - 1;
    this.links.push(span(bracket.textStart, at));
    if (isImage) {
      this.#cut(bracket.start, end);
    } else {
      this.#cut(bracket.start, bracket.textStart);
      this.#cut(at, end);
    }
    return end;
  }

  /** The end of `[text][label]`, `[label][]` or `[label]`, where the document defines the label. */
  #reference(bracket: OpenBracket, at: number): number | undefined {
    if (this.#labels.size === 0) return undefined;
    const text = this.text;
    label.lastIndex = at + 1;
    const written = label.exec(text)?.[1];
    if (written !== undefined) {
      return this.#labels.has(labelKey(written)) ? label.lastIndex : undefined;
    }
    if (at - bracket.textStart > 999) return undefined;
    if (!this.#labels.has(labelKey(text.slice(bracket.textStart, at)))) return undefined;
    return text.startsWith('[]', at + 1) ? at + 3 : at + 1;
  }

  #cut(start: number, end: number): number {
    this.cuts.push(span(start, end));
    return end;
  }
}

const star = 42;
const less = 60;
const open = 91;
const backslash = 92;
const close = 93;
const underscore = 95;
const tick = 96;

const escapable = /^[!"#$%&'()*+,\-./:;<=>?@[\]\\^_`{|}~]/;
const attribute =
  String.raw`\s+[a-zA-Z:_][\w.:-]*(?:\s*=\s*"[^"]*"|\s*=\s*'[^']*'|\s*=\s*[^\s"'=<>` + '`]+)?';
const tag = new RegExp(String.raw`<(?:/[a-zA-Z][\w:-]*\s*|[a-zA-Z][\w-]*(?:${attribute})*?\s*/?)>`, 'y');
const declaration = /<![a-zA-Z]+\s/y;
const autolink =
  /<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s\x00-\x1f<>]*|[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+(?![-_]))>/y;
const label = /\[((?!\s*\])(?:\\.|[^[\]\\])+)\]/y;

/** What emphasis is looked for in: marks in code, tags, links and behind backslashes made unrecognisable. */
function masked(text: string, references: readonly Span[]): string {
  let result = '';
  let done = 0;
  for (const { start, end } of references.toSorted((a, b) => a.start - b.start)) {
    if (start < done) continue;
    result += text.slice(done, start) + maskOf(end - start);
    done = end;
  }
  return (result + text.slice(done))
    .replace(/\\[\p{P}\p{S}]/gu, (escape) => '+'.repeat(escape.length))
    .replace(noEmphasis, (found) => maskOf(found.length));
}

const noEmphasis = /\[[^[\]]*?\]\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)|`[^`]*?`|<[^<>]*?>/g;

function maskOf(length: number): string {
  return `[${'a'.repeat(length - 2)}]`;
}

/** The end of `(target "title")` that starts at `at`; `undefined` where there is none. */
function inlineTarget(text: string, at: number): number | undefined {
  if (text[at] !== '(') return undefined;
  let end = targetEnd(text, skipSpace(text, at + 1));
  if (end === undefined) return undefined;
  const space = skipSpace(text, end);
  if (space > end) {
    const quote = text.charAt(space);
    const closing = quote === '(' ? ')' : quote;
    if (quote === '"' || quote === "'" || quote === '(') {
      end = titleEnd(text, space + 1, closing);
      if (end === undefined) return undefined;
    }
  }
  const last = skipSpace(text, end);
  return text[last] === ')' ? last + 1 : undefined;
}

function targetEnd(text: string, at: number): number | undefined {
  if (text[at] === '<') {
    angled.lastIndex = at;
    return angled.test(text) ? angled.lastIndex : undefined;
  }
  let depth = 0;
  let i = at;
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit <= 32 || /\s/.test(text.charAt(i))) break;
    if (unit === backslash) i++;
    else if (unit === 40 && ++depth > 32) return undefined;
    else if (unit === 41 && --depth < 0) break;
  }
  return Math.min(i, text.length);
}

const angled = /<(?:\\.|[^\n<>\\])*>/y;

function titleEnd(text: string, at: number, closing: string): number | undefined {
  for (let i = at; i < text.length; i++) {
    const char = text[i];
    if (char === '\\') i++;
    else if (char === closing) return i + 1;
    else if (char === '(' && closing === ')') return undefined;
  }
  return undefined;
}

function skipSpace(text: string, at: number): number {
  let i = at;
  while (i < text.length && /\s/.test(text.charAt(i))) i++;
  return i;
}

/** The end of the run of equal characters that starts at `at`. */
function runEnd(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  let end = at + 1;
  while (text.charCodeAt(end) === unit) end++;
  return end;
}

/** Where the runs of backticks start, by length, the last one first. */
function tickRuns(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (let at = text.indexOf('`'); at >= 0;) {
    const end = runEnd(text, at);
    const starts = runs.get(end - at);
    if (starts === undefined) runs.set(end - at, [at]);
    else starts.push(at);
    at = text.indexOf('`', end);
  }
  for (const starts of runs.values()) starts.reverse();
  return runs;
}

/** Finds closing marks, remembering which have none left, so that a text full of opening ones costs no more. */
class NextPositions {
  readonly #text: string;
  readonly #known = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The offset behind the next `mark` from `at` on; to be asked for in rising order. */
  after(mark: string, at: number): number | undefined {
    let found = this.#known.get(mark) ?? 0;
    if (found >= 0 && found < at) {
      found = this.#text.indexOf(mark, at);
      this.#known.set(mark, found);
    }
    return found < 0 ? undefined : found + mark.length;
  }
}
