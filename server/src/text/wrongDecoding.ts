/**
 * Text that was written as UTF-8 and read as Windows-1252: `â€“` for `–`. Only what decodes back completely counts,
 * and only where correct text cannot look like it: French sets a no-break space before `»`, capitals stand before
 * quotes, and both would decode to something.
 */
import type { Span } from './span.ts';

export interface WrongDecoding {
  /** The run of wrong characters; UTF-16 offsets. */
  readonly span: Span;
  /** What was meant. */
  readonly repaired: string;
}

/** Every run in the text, in order; next to nothing to do where the text is plain ASCII. */
export function wrongDecodings(text: string): WrongDecoding[] {
  const found: WrongDecoding[] = [];
  lead.lastIndex = 0;
  for (let match = lead.exec(text); match !== null; match = lead.exec(text)) {
    const run = readRun(text, match.index);
    for (const { start, end, repaired } of believed(text, run))
      found.push({ span: { start, end }, repaired });
    lead.lastIndex = Math.max(run.at(-1)?.end ?? 0, match.index + 1);
  }
  return found;
}

/** The text as it was meant. */
export function repaired(text: string): string {
  let result = '';
  let done = 0;
  for (const { span, repaired } of wrongDecodings(text)) {
    result += text.slice(done, span.start) + repaired;
    done = span.end;
  }
  return done === 0 ? text : result + text.slice(done);
}

/** The same for text that was read wrongly more than once: `Ã¢â‚¬â€œ`. */
export function fullyRepaired(text: string): string {
  let result = text;
  for (let round = 0; round < mostRounds; round++) {
    const better = repaired(result);
    if (better === result) break;
    result = better;
  }
  return result;
}

const mostRounds = 3;

/** What Windows-1252 shows for 0x80 to 0x9F; the five bytes it lacks stay as they are. */
const c1 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

const byteOfC1: ReadonlyMap<number, number> = new Map(
  Array.from({ length: c1.length }, (_, i) => [c1.charCodeAt(i), 0x80 + i]),
);

/** The first byte of a sequence and one of those that may follow. */
const lead = new RegExp(`[\\u00C2-\\u00F4][\\u0080-\\u00BF${c1}]`, 'g');

/** One character of the original, in two to four of the text. */
interface Sequence {
  readonly start: number;
  readonly end: number;
  readonly bytes: readonly number[];
  readonly codePoint: number;
}

/** The sequences that follow one another without a gap from `at` on. */
function readRun(text: string, at: number): Sequence[] {
  const run: Sequence[] = [];
  for (let start = at; ;) {
    const sequence = readSequence(text, start);
    if (sequence === undefined) return run;
    run.push(sequence);
    start = sequence.end;
  }
}

function readSequence(text: string, start: number): Sequence | undefined {
  const first = text.charCodeAt(start);
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  // Also what lies beyond the text: NaN is smaller than nothing.
  if (length === 0 || Number.isNaN(first)) return undefined;
  const bytes = [first];
  let codePoint = first & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const unit = text.charCodeAt(start + i);
    const byte = unit >= 0x80 && unit <= 0xbf ? unit : byteOfC1.get(unit);
    if (byte === undefined) return undefined;
    bytes.push(byte);
    codePoint = (codePoint << 6) | (byte & 0x3f);
  }
  if (!isCharacter(codePoint, length)) return undefined;
  return { start, end: start + length, bytes, codePoint };
}

/** Not written longer than need be, no surrogate, no control character. */
function isCharacter(codePoint: number, length: number): boolean {
  if (codePoint < 0xa0 || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return false;
  return length === 2 || codePoint >= (length === 3 ? 0x800 : 0x10000);
}

/** Three in a row are no accident; fewer must be what no correct text holds. */
const certainRun = 3;

function believed(
  text: string,
  run: readonly Sequence[],
): { readonly start: number; readonly end: number; readonly repaired: string }[] {
  const parts: { start: number; end: number; repaired: string }[] = [];
  for (const [i, sequence] of run.entries()) {
    const previous = parts.at(-1);
    const follows = previous !== undefined && previous.end === sequence.start;
    if (run.length < certainRun && !follows && !isCertain(text, sequence)) {
      // What stands before a certain one belongs to it.
      const next = run[i + 1];
      if (next === undefined || !isCertain(text, next)) continue;
    }
    const character = String.fromCodePoint(sequence.codePoint);
    if (follows) {
      previous.end = sequence.end;
      previous.repaired += character;
    } else {
      parts.push({ start: sequence.start, end: sequence.end, repaired: character });
    }
  }
  return parts;
}

/** Whether correct text cannot look like this one sequence where it stands. */
function isCertain(text: string, { start, end, bytes }: Sequence): boolean {
  const [first = 0, second = 0, third = 0] = bytes;
  const before = text.slice(start - 1, start);
  switch (first) {
    case 0xc2:
      // `Â°`, `Â§`: a capital that is a word of its own, with a sign after it.
      return !/\p{L}/u.test(before) || isSmallLetter(before);
    case 0xc3:
      // `Ã©` within or before small letters; `MANHÃ”` is Portuguese.
      if (isSmallLetter(before)) return true;
      return !/\p{L}/u.test(before) && !isPunctuation(second) && isSmallLetter(text.slice(end, end + 1));
    case 0xc4:
    case 0xc5:
      return isSmallLetter(before);
    case 0xe2:
      if (second === 0x80) return true;
      // `â†’`, `âœ…`; but `hâlâ”…` is Turkish.
      return !isPunctuation(second) || !/\p{L}/u.test(before);
    case 0xef:
      return (
        (second === 0xbb && third === 0xbf) ||
        (second === 0xb8 && third === 0x8f) ||
        (second === 0xbf && third === 0xbd)
      );
    case 0xf0:
      return second === 0x9f;
    default:
      return false;
  }
}

/** The bytes that show as quotes, dashes and the like, which may follow any word. */
function isPunctuation(byte: number): boolean {
  return (
    byte === 0x82 ||
    byte === 0x84 ||
    byte === 0x85 ||
    byte === 0x8b ||
    byte === 0x9b ||
    byte === 0x99 ||
    (byte >= 0x91 && byte <= 0x97) ||
    byte === 0xa0 ||
    byte === 0xab ||
    byte === 0xbb
  );
}

function isSmallLetter(character: string): boolean {
  return character >= 'a' && character <= 'z';
}
