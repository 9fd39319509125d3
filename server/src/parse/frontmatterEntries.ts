/** The top level fields of frontmatter found line by line: what is left to go by where YAML cannot read it. */
import { agentField } from '../catalogue/agentFields.ts';
import { isHookEvent } from '../catalogue/hooks.ts';
import type { Span } from '../text/span.ts';

/** One field with everything that seems to belong to it. All spans are UTF-16 offsets in the document. */
export interface FrontmatterEntry {
  readonly key: string;
  readonly keySpan: Span;
  /** What follows the colon on the key's line, without white space around it. */
  readonly valueSpan: Span;
  /** From the key to the start of the next field. */
  readonly span: Span;
  /** The lines below the key's line that belong to it, without blank ones and comments at the end. */
  readonly restSpan: Span;
}

/** Words before a colon at the start of a line that are part of an example far more often than a field. */
const proseKeys = new Set([
  'user',
  'assistant',
  'context',
  'commentary',
  'example',
  'examples',
  'human',
  'note',
]);

/** The entries of the YAML text at `yaml` in `document`; a line is a field where its key is known or looks like one. */
export function frontmatterEntries(document: string, yaml: Span): readonly FrontmatterEntry[] {
  const starts: { key: string; at: number; colon: number; lineEnd: number }[] = [];
  for (let at = yaml.start; at < yaml.end;) {
    const lineEnd = endOfLine(document, at, yaml.end);
    const match = /^([A-Za-z_][\w.-]{0,63})[ \t]*:(?=[ \t]|$)/.exec(
      document.slice(at, Math.min(lineEnd, at + 100)),
    );
    const key = match?.[1];
    if (key !== undefined && isFieldKey(key)) {
      starts.push({ key, at, colon: at + (match?.[0].length ?? 0), lineEnd });
    }
    at = nextLine(document, lineEnd);
  }
  return starts.map(({ key, at, colon, lineEnd }, i) => {
    const end = starts[i + 1]?.at ?? yaml.end;
    const restStart = Math.min(nextLine(document, lineEnd), end);
    return {
      key,
      keySpan: { start: at, end: at + key.length },
      valueSpan: trimmed(document, colon, lineEnd),
      span: { start: at, end },
      restSpan: { start: restStart, end: endOfContent(document, restStart, end) },
    };
  });
}

function isFieldKey(key: string): boolean {
  if (agentField(key) !== undefined || isHookEvent(key)) return true;
  return /^[a-z]/.test(key) && !proseKeys.has(key);
}

/** The offset of the line end at or behind `from`, not beyond `limit`. */
export function endOfLine(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
  return at;
}

/** Where the line behind the line end at `lineEnd` begins. */
export function nextLine(text: string, lineEnd: number): number {
  return text.startsWith('\r\n', lineEnd) ? lineEnd + 2 : lineEnd + 1;
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** The end of the last line in the range that is neither blank nor a comment at the margin; `from` where there is none. */
function endOfContent(text: string, from: number, to: number): number {
  let end = from;
  for (let at = from; at < to;) {
    const lineEnd = endOfLine(text, at, to);
    const line = text.slice(at, lineEnd);
    if (line.trim() !== '' && !line.startsWith('#')) end = lineEnd;
    at = nextLine(text, lineEnd);
  }
  return end;
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9;
}
