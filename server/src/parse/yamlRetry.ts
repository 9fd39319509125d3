/**
 * Claude Code's one retry on frontmatter that is not YAML: it double-quotes single-line values that hold a special
 * character, and turns tabs at the start of a line into spaces.
 */

/** The text of the retry, and where each place in it was before. */
export interface RetryText {
  readonly text: string;
  /** The offset in the text before the retry that `offset` in the retry's text stands for. */
  originalOffset(offset: number): number;
}

/** One line that the retry changed; offsets of its start in both texts, without its line end. */
interface ChangedLine {
  readonly start: number;
  readonly originalStart: number;
  readonly length: number;
  readonly originalLength: number;
  /** Where the quoted value begins in its line, quotes not included, and the value before; none: only tabs. */
  readonly quoted?: { readonly at: number; readonly originalAt: number; readonly value: string };
}

const spacesForTab = '  ';
// A key of letters, `_` and `-`. As `.` matches no CR, a line that ends in CRLF is left alone.
const fieldLine = /^([a-zA-Z_-]+):\s+(.+)$/;
const special = /[{}[\]*&#!|>%@`]|: /;

export function retryText(text: string): RetryText {
  const changed: ChangedLine[] = [];
  const lines: string[] = [];
  let start = 0;
  let originalStart = 0;
  for (const original of text.split('\n')) {
    const line = retriedLine(original, start, originalStart, changed);
    lines.push(line);
    start += line.length + 1;
    originalStart += original.length + 1;
  }
  return { text: lines.join('\n'), originalOffset: (offset) => originalOffset(changed, offset) };
}

function retriedLine(original: string, start: number, originalStart: number, changed: ChangedLine[]): string {
  const tabs = leadingTabs(original);
  const line = tabs === 0 ? original : spacesForTab.repeat(tabs) + original.slice(tabs);
  const quoted = quotedLine(line);
  if (quoted !== undefined) {
    const originalAt = original.length - quoted.value.length;
    const at = quoted.text.indexOf('"') + 1;
    changed.push({
      start,
      originalStart,
      length: quoted.text.length,
      originalLength: original.length,
      quoted: { at, originalAt, value: quoted.value },
    });
    return quoted.text;
  }
  if (tabs > 0) {
    changed.push({ start, originalStart, length: line.length, originalLength: original.length });
  }
  return line;
}

function leadingTabs(line: string): number {
  let count = 0;
  while (line.charCodeAt(count) === 9) count++;
  return count;
}

function quotedLine(line: string): { readonly text: string; readonly value: string } | undefined {
  const match = fieldLine.exec(line);
  const key = match?.[1];
  const value = match?.[2];
  if (key === undefined || value === undefined) return undefined;
  if (value.startsWith('"') && value.endsWith('"')) return undefined;
  if (value.startsWith("'") && value.endsWith("'")) return undefined;
  if (!special.test(value) || isPlainList(value)) return undefined;
  return { text: `${key}: "${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`, value };
}

/**
 * A list in brackets whose items are words or quoted stays a list. (Seen for words; for items with a special character
 * inside, as `Bash(git:*)`, it is the reading that says the least.)
 */
function isPlainList(value: string): boolean {
  if (!value.startsWith('[') || !value.endsWith(']')) return false;
  const items = value.slice(1, -1).split(',');
  return items.every((item) => {
    const text = item.trim();
    if (/^(?:"[^"]*"|'[^']*')$/.test(text)) return true;
    return !/^[*&!|>%@`#"']/.test(text) && !/[[\]{}]|: | #/.test(text);
  });
}

function originalOffset(changed: readonly ChangedLine[], offset: number): number {
  let low = -1;
  let high = changed.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (changed[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  const line = changed[low];
  if (line === undefined) return offset;
  const column = offset - line.start;
  const end = line.originalStart + line.originalLength;
  if (column > line.length) return end + (column - line.length);
  const { quoted } = line;
  if (quoted === undefined) {
    const removed = line.length - line.originalLength;
    return line.originalStart + Math.max(0, column - removed);
  }
  if (column >= line.length) return end;
  // Before the quote the key is unchanged; the opening quote itself stands for the start of the value.
  if (column < quoted.at) return line.originalStart + (column === quoted.at - 1 ? quoted.originalAt : column);
  return line.originalStart + quoted.originalAt + unescapedLength(quoted.value, column - quoted.at);
}

/** How many characters of `value` give `length` characters once backslashes and quotes are escaped. */
function unescapedLength(value: string, length: number): number {
  let escaped = 0;
  let index = 0;
  while (index < value.length && escaped < length) {
    const unit = value.charCodeAt(index);
    escaped += unit === 34 || unit === 92 ? 2 : 1;
    index++;
  }
  return index;
}
