/**
 * Where an agent file's frontmatter is, by Claude Code's own rule: from the very first character (after one byte order
 * mark) `---`, white space with a line feed in it, anything, and the next `---` wherever it stands.
 */
import type { Span } from '../text/span.ts';
import { isToml } from './otherFields.ts';

export type Fence =
  | {
      readonly state: 'closed';
      /** The opening `---`. */
      readonly open: Span;
      /** The text between the fences. */
      readonly yaml: Span;
      /** The three dashes that end it; they need not begin a line. */
      readonly close: Span;
    }
  | { readonly state: 'unclosed'; readonly open: Span; readonly yaml: Span }
  | { readonly state: 'near-miss'; readonly kind: NearMiss; readonly span: Span }
  | { readonly state: 'absent' };

/** What stands where the opening fence should, so that there is no frontmatter at all. */
export type NearMiss =
  /** One or more blank lines, then the fence. */
  | 'blank-before'
  /** Spaces or tabs before it. */
  | 'indented'
  /** More than three dashes. */
  | 'too-long'
  /** `+++`, TOML's fence. */
  | 'plus'
  /** `--- yaml`. */
  | 'text-after'
  /** A second byte order mark, a zero-width space, NUL. */
  | 'invisible-before'
  /** The file's lines end in CR only. */
  | 'cr-only'
  /** Text before it: a heading, the opening of a code block. */
  | 'text-before'
  /** Fields at the top, but no fence before them. */
  | 'missing';

/** The text after the opening fence is looked at for fields no further than this. */
const headLines = 10;
const tomlHead = 4096;

/** Finds the frontmatter; linear in the text, and never throws. All spans are UTF-16 offsets. */
export function readFence(text: string): Fence {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const yamlStart = endOfOpening(text, start);
  if (yamlStart === undefined) return missedFence(text, start);
  const open = { start, end: start + 3 };
  const close = text.indexOf('---', yamlStart);
  if (close < 0) return { state: 'unclosed', open, yaml: { start: yamlStart, end: text.length } };
  return {
    state: 'closed',
    open,
    yaml: { start: yamlStart, end: close },
    close: { start: close, end: close + 3 },
  };
}

/**
 * Where the prompt begins: behind the closing fence and all the white space after it. 0 where there is no
 * frontmatter: then the whole text is body.
 */
export function bodyStartOf(text: string, fence: Fence): number {
  if (fence.state !== 'closed') return 0;
  return endOfWhiteSpace(text, fence.close.end);
}

/** A field of the first lines, found without YAML: `name: x`. */
export interface HeadField {
  readonly key: string;
  /** Where its line begins. */
  readonly lineStart: number;
}

/** The lines among the first ten that look like fields at the margin or indented. */
export function headFields(text: string): readonly HeadField[] {
  const fields: HeadField[] = [];
  let lineStart = text.startsWith('\uFEFF') ? 1 : 0;
  for (let line = 0; line < headLines && lineStart < text.length; line++) {
    const end = lineEnd(text, lineStart);
    // A key is short: no need to look further into a line of any length.
    const match = /^[ \t]*([A-Za-z][\w-]*)[ \t]*:(?:[ \t]|$)/.exec(
      text.slice(lineStart, Math.min(end, lineStart + 200)),
    );
    if (match?.[1] !== undefined) fields.push({ key: match[1], lineStart });
    lineStart = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
  return fields;
}

/** The end of `---` and the white space up to the last line feed in it: where the YAML begins. */
function endOfOpening(text: string, start: number): number | undefined {
  if (!text.startsWith('---', start)) return undefined;
  const end = endOfWhiteSpace(text, start + 3);
  const lineFeed = text.lastIndexOf('\n', end - 1);
  return lineFeed >= start + 3 ? lineFeed + 1 : undefined;
}

function endOfWhiteSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isWhiteSpace(text.charCodeAt(at))) at++;
  return at;
}

/** What `\s` takes in a regular expression. */
function isWhiteSpace(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 9 && unit <= 13);
  if (unit < 0xa0) return false;
  return (
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}

/** A fence that is not quite one, told by the first line that is not blank, and by the fields below it. */
function missedFence(text: string, start: number): Fence {
  const near = nearMiss(text, start);
  if (near !== undefined && headFields(text).some((field) => field.lineStart >= near.span.start)) return near;
  if (near?.kind === 'plus' && isToml(text.slice(near.span.end, near.span.end + tomlHead))) return near;
  const first = headFields(text).find((field) => field.key === 'name' || field.key === 'description');
  if (first === undefined) return { state: 'absent' };
  const above = text.slice(start, first.lineStart);
  const fence = /^[ \t]*---[ \t]*$/m.exec(above);
  if (fence !== null) {
    const at = start + fence.index;
    return {
      state: 'near-miss',
      kind: 'text-before',
      span: { start: at, end: at + fence[0].trimEnd().length },
    };
  }
  return {
    state: 'near-miss',
    kind: 'missing',
    span: { start: first.lineStart, end: lineEnd(text, first.lineStart) },
  };
}

function nearMiss(text: string, start: number): (Fence & { readonly state: 'near-miss' }) | undefined {
  const found = (kind: NearMiss, from: number, to: number): Fence & { readonly state: 'near-miss' } => ({
    state: 'near-miss',
    kind,
    span: { start: from, end: to },
  });
  let at = start;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  const mark = /^(-{3,}|\+{3,})([^\r\n]{0,40})/.exec(text.slice(at, at + 200));
  const dashes = mark?.[1];
  if (dashes === undefined) return undefined;
  const end = at + dashes.length;
  if (dashes.startsWith('+')) return found('plus', at, end);
  if (dashes.length > 3) return found('too-long', at, end);
  const rest = mark?.[2]?.trim() ?? '';
  if (rest !== '') return found('text-after', at, lineEnd(text, at));
  const before = text.slice(start, at);
  if (/[\r\n]/.test(before)) return found('blank-before', at, end);
  if (/[^ \t]/.test(before)) return found('invisible-before', at, end);
  if (before !== '') return found('indented', at, end);
  return text.startsWith('\r', end) ? found('cr-only', at, end) : undefined;
}

/** White space, and what cannot be seen either: zero-width characters, NUL. */
function isBlank(unit: number): boolean {
  return isWhiteSpace(unit) || unit === 0 || (unit >= 0x200b && unit <= 0x200f) || unit === 0x2060;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
  return at;
}
