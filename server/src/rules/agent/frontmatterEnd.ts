/** Where an author meant the fields to end and the prompt to begin, told by the lines alone. */
import { agentField, agentFields } from '../../catalogue/agentFields.ts';
import {
  type FrontmatterEntry,
  endOfLine,
  frontmatterEntries,
  nextLine,
} from '../../parse/frontmatterEntries.ts';

/**
 * Where the run of fields that begins at `from` ends: before the first line that is neither a field, nor indented, nor
 * a list item below a field. Blank lines and comments are in it where more of it follows; behind a blank line only a
 * known field does, or the rest of a value over several lines.
 */
export function endOfFields(text: string, from: number): number {
  const keys = new Map(
    frontmatterEntries(text, { start: from, end: text.length }).map((entry) => [entry.span.start, entry]),
  );
  const margin = /^[ \t]*/.exec(text.slice(from, from + 100))?.[0].length ?? 0;
  let end = from;
  let isBlankBefore = false;
  let goesOn = false;
  let mayHaveItems = false;
  for (let at = from; at < text.length;) {
    const lineEnd = endOfLine(text, at, text.length);
    const line = text.slice(at, Math.min(lineEnd, at + 100));
    const next = Math.min(nextLine(text, lineEnd), text.length);
    const entry = keys.get(at);
    const example =
      line.startsWith('<') || /^examples?:/i.test(line) ? behindExamples(text, at, keys) : undefined;
    if (example !== undefined) {
      at = example;
      isBlankBefore = false;
      continue;
    }
    if (line.trim() === '') isBlankBefore = true;
    else if (!line.startsWith('#')) {
      const isField = entry !== undefined || (!isBlankBefore && isNearlyField(line));
      if (isField) {
        if (isBlankBefore && (entry === undefined || agentField(entry.key) === undefined)) break;
        const value = entry === undefined ? '-' : text.slice(entry.valueSpan.start, entry.valueSpan.end);
        mayHaveItems = value === '' || value.startsWith('#');
        goesOn = mayHaveItems || /^[|>]/.test(value);
      } else if (/^[ \t]/.test(line)) {
        // Where all is indented, so is the fence.
        const isFence = /^[ \t]*---[ \t]*$/.test(line) && line.indexOf('-') <= margin;
        if (isFence || (isBlankBefore && !goesOn)) break;
        goesOn = true;
      } else if (!line.startsWith('- ') || isBlankBefore || !mayHaveItems) break;
      end = next;
      isBlankBefore = false;
    }
    at = nextLine(text, lineEnd);
  }
  return end;
}

/** Examples at the margin are a description's where a known field follows them: its start. */
function behindExamples(
  text: string,
  start: number,
  keys: ReadonlyMap<number, FrontmatterEntry>,
): number | undefined {
  const examples = /(?:examples?:[^\r\n]*\s+)?(?:<([a-z_]+)>[^]*?<\/\1>\s*)+/iy;
  examples.lastIndex = start;
  const end = start + (examples.exec(text)?.[0].length ?? 0);
  const next = keys.get(end);
  return end > start && next !== undefined && agentField(next.key) !== undefined ? end : undefined;
}

/** `description:Reviews` and `Description: Reviews`: a known field whose colon no space follows, or in another case. */
function isNearlyField(line: string): boolean {
  const key = /^([A-Za-z]+)[ \t]*:/.exec(line)?.[1];
  return key !== undefined && agentFields.some(({ name }) => name.toLowerCase() === key.toLowerCase());
}

/** Text between the fields and the closing dashes that is the prompt's already. */
export interface EarlyPrompt {
  /** Where the frontmatter is to be closed. */
  readonly start: number;
  /** A heading begins it: then there is hardly a doubt. */
  readonly isCertain: boolean;
}

/**
 * The prompt between `start`, where the fields end, and `end`, where the closing dashes stand: from a heading with
 * text below it, or a paragraph below a blank line. A value that goes on at the margin is none: a known field follows
 * it, or it is an example as descriptions have them.
 */
export function earlyPrompt(text: string, start: number, end: number): EarlyPrompt | undefined {
  const entries = frontmatterEntries(text, { start, end });
  if (entries.some(({ key }) => agentField(key) !== undefined)) return undefined;
  const fields = new Set(entries.map(({ span }) => span.start));
  let isBlankBefore = false;
  let first: { readonly line: string; readonly isBelowBlank: boolean } | undefined;
  let heading: number | undefined;
  for (let at = start; at < end;) {
    const lineEnd = endOfLine(text, at, end);
    const line = text.slice(at, Math.min(lineEnd, at + 100));
    const isText = /^[^\s#]/.test(line) && !fields.has(at);
    if (heading === undefined && /^#{1,6} /.test(line) && (isBlankBefore || first === undefined))
      heading = at;
    else if (isText && heading !== undefined)
      return { start: first === undefined ? start : heading, isCertain: true };
    if (line.trim() !== '' && !line.startsWith('#')) first ??= { line, isBelowBlank: isBlankBefore };
    isBlankBefore = line.trim() === '';
    at = nextLine(text, lineEnd);
  }
  if (first?.isBelowBlank !== true || /^\s/.test(first.line) || example.test(first.line)) return undefined;
  return { start, isCertain: false };
}

/** Whether a field that Claude Code knows stands between a place and the next heading. */
export function hasFieldsBelow(text: string, from: number): boolean {
  const heading = /^#{1,6} /m.exec(text.slice(from));
  const end = heading === null ? text.length : from + heading.index;
  return frontmatterEntries(text, { start: from, end }).some(({ key }) => agentField(key) !== undefined);
}

/** How an example in a description begins. */
const example = /^(?:<\/?[A-Za-z_]+>|[-*] |\*{0,2}(?:examples?|context|user|assistant|human|commentary)\b)/i;
