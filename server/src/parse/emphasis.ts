/**
 * Which runs of `*` and `_` are marks of emphasis, to the Markdown lexer that Claude Code uses: the rules and
 * patterns of marked 15 (MIT licence), which differ from CommonMark where marks do not pair up.
 */
import { type Span, span } from '../text/span.ts';

/** One block's text, as far as emphasis depends on it. */
export interface EmphasisText {
  readonly text: string;
  /** The text with code, tags, links and escapes made unrecognisable, of the same length. */
  readonly masked: string;
  /** The runs of `*` or `_` that may be marks, in the order of the text. */
  readonly runs: readonly Span[];
  /** The texts of links and images: no emphasis crosses their ends. */
  readonly links: readonly Span[];
  /** Where code, tags, links and escapes end. */
  readonly ends: ReadonlySet<number>;
}

/** The marks that begin or end emphasis, in no particular order. Linear: what takes too long to pair stays text. */
export function emphasisMarks(of: EmphasisText): Span[] {
  const marks: Span[] = [];
  const scopes = linkScopes(of);
  // The search for a closing mark goes on to the end of its scope, for every opening one.
  let budget = 20_000 + 8 * of.text.length;
  const lastClosing = { '*': lastClosingMark(of.masked, '*'), _: lastClosingMark(of.masked, '_') };
  for (let scope = scopes.pop(); scope !== undefined; scope = scopes.pop()) {
    const { start, end, runs } = scope;
    let at = start;
    let last = start;
    for (let i = firstBehind(runs, start); i < runs.length; i++) {
      const run = runs[i]!;
      if (run.start >= end) break;
      at = Math.max(at, run.start);
      const runEnd = Math.min(run.end, end);
      const lastMark = lastClosing[of.text.charAt(run.start) === '*' ? '*' : '_'];
      while (at < runEnd && at < lastMark && budget > 0) {
        const found = emphasisAt(of, at, last, end);
        budget -= found === undefined ? end - at : found.end - at;
        if (found === undefined) {
          at++;
          continue;
        }
        const { size } = found;
        marks.push(span(at, at + size), span(found.end - size, found.end));
        scopes.push({ start: at + size, end: found.end - size, runs });
        last = at = found.end;
      }
    }
  }
  return marks;
}

/** A stretch whose marks pair up among themselves. */
interface Scope {
  readonly start: number;
  readonly end: number;
  readonly runs: readonly Span[];
}

/** The whole text and each link's, with the runs of which it is the innermost. */
function linkScopes({ text, runs, links }: EmphasisText): Scope[] {
  const outermost: Span[] = [];
  const all: Scope[] = [{ start: 0, end: text.length, runs: outermost }];
  const sorted = links.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const open: { readonly end: number; readonly runs: Span[] }[] = [];
  let next = 0;
  for (const run of runs) {
    while (next < sorted.length && sorted[next]!.start <= run.start) {
      const { start, end } = sorted[next++]!;
      while (open.length > 0 && open.at(-1)!.end < start) open.pop();
      const inner: Span[] = [];
      all.push({ start, end, runs: inner });
      open.push({ end, runs: inner });
    }
    while (open.length > 0 && open.at(-1)!.end <= run.start) open.pop();
    (open.at(-1)?.runs ?? outermost).push(run);
  }
  return all;
}

/** The offset of the last mark with something right before it, as a closing one has; -1 where there is none. */
function lastClosingMark(masked: string, mark: string): number {
  let at = masked.lastIndexOf(mark);
  while (at > 0 && /\s/.test(masked.charAt(at - 1))) at = masked.lastIndexOf(mark, at - 1);
  return at;
}

/** The index of the first run that ends behind `offset`. */
function firstBehind(runs: readonly Span[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (runs[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The emphasis that a mark at `at` begins, with `size` characters at either end.
 * @param last where the scope begins or the emphasis before this ended
 */
function emphasisAt(
  of: EmphasisText,
  at: number,
  last: number,
  end: number,
): { readonly end: number; readonly size: number } | undefined {
  const { text } = of;
  const mark = text.charAt(at);
  let next = at + 1;
  while (text.charAt(next) === mark) next++;
  if (next >= end) return undefined;
  const after = String.fromCodePoint(text.codePointAt(next)!);
  if (/\s/.test(after)) return undefined;
  const before = characterBefore(of, at, last);
  const isPunctuation = punctuation.test(after);
  if (mark === '_' && !isPunctuation && letterOrDigit.test(before)) return undefined;
  if (isPunctuation && before !== '' && !spaceOrPunctuation.test(before)) return undefined;

  const opening = next - at;
  const closingForm = mark === '*' ? starClosing : underscoreClosing;
  const tail = of.masked.slice(next, end);
  let open = opening;
  let inner = 0;
  closingForm.lastIndex = 0;
  for (let match = closingForm.exec(tail); match !== null; match = closingForm.exec(tail)) {
    const run = match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? match[6];
    if (run === undefined) continue;
    const length = run.length;
    if (match[3] !== undefined || match[4] !== undefined) {
      open += length;
      continue;
    }
    if (match[5] !== undefined || match[6] !== undefined) {
      if (opening % 3 !== 0 && (opening + length) % 3 === 0) {
        inner += length;
        continue;
      }
    }
    open -= length;
    if (open > 0) continue;
    const closing = Math.min(length, length + open + inner);
    const first = String.fromCodePoint(match[0].codePointAt(0)!).length;
    const found = next + match.index + first + closing;
    return { end: found, size: Math.min(opening, closing) % 2 === 1 ? 1 : 2 };
  }
  return undefined;
}

/** The text's character before `at`, runs of `_` skipped; empty behind `last` and behind what is no text. */
function characterBefore(of: EmphasisText, at: number, last: number): string {
  let from = at;
  while (from > last && !of.ends.has(from) && of.text.charAt(from - 1) === '_') from--;
  return from === last || of.ends.has(from) ? '' : of.text.charAt(from - 1);
}

const punctuation = /[\p{P}\p{S}]/u;
const letterOrDigit = /[\p{L}\p{N}]/u;
const spaceOrPunctuation = /(?![*_])[\s\p{P}\p{S}]/u;

// Each finds the next closing run; which group holds it tells whether it closes (1, 2), opens (3, 4) or can do either.
const starClosing = new RegExp(
  [
    String.raw`^[^_*]*?__[^_*]*?\*[^_*]*?(?=__)`,
    String.raw`[^*]+(?=[^*])`,
    String.raw`(?!\*)[\p{P}\p{S}](\*+)(?=\s|$)`,
    String.raw`[^\s\p{P}\p{S}](\*+)(?!\*)(?=[\s\p{P}\p{S}]|$)`,
    String.raw`(?!\*)[\s\p{P}\p{S}](\*+)(?=[^\s\p{P}\p{S}])`,
    String.raw`\s(\*+)(?!\*)(?=[\p{P}\p{S}])`,
    String.raw`(?!\*)[\p{P}\p{S}](\*+)(?!\*)(?=[\p{P}\p{S}])`,
    String.raw`[^\s\p{P}\p{S}](\*+)(?=[^\s\p{P}\p{S}])`,
  ].join('|'),
  'gu',
);
// Inside a word `_` does nothing.
const underscoreClosing = new RegExp(
  [
    String.raw`^[^_*]*?\*\*[^_*]*?_[^_*]*?(?=\*\*)`,
    String.raw`[^_]+(?=[^_])`,
    String.raw`(?!_)[\p{P}\p{S}](_+)(?=\s|$)`,
    String.raw`[^\s\p{P}\p{S}](_+)(?!_)(?=[\s\p{P}\p{S}]|$)`,
    String.raw`(?!_)[\s\p{P}\p{S}](_+)(?=[^\s\p{P}\p{S}])`,
    String.raw`\s(_+)(?!_)(?=[\p{P}\p{S}])`,
    String.raw`(?!_)[\p{P}\p{S}](_+)(?!_)(?=[\p{P}\p{S}])`,
  ].join('|'),
  'gu',
);
