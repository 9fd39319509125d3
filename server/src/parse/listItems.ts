/** Lists in the way of the Markdown lexer that Claude Code uses (marked 15 without its GFM rules). */
import { type Line, type LineSource, rule } from './blockLines.ts';

export interface List {
  /** The lines of each item without the bullet and the indentation that belongs to it. */
  readonly items: readonly Line[][];
  /** How many lines the list takes; blank lines behind the last item are not in it. */
  readonly lines: number;
}

/** The list that starts in the line at `index`. */
export function listAt(source: LineSource, index: number): List | undefined {
  const start = listStart.exec(source.at(index)?.text ?? '');
  if (start?.[1] === undefined) return undefined;
  const bullet = start[1];
  const itemStart = itemStarts[bullet.at(-1)!]!;
  const items: Line[][] = [];
  let at = index;
  for (let line = source.at(at); line !== undefined; line = source.at(at)) {
    const match = itemStart.exec(line.text);
    if (match === null || rule.test(line.text)) break;
    const item: Line[] = [];
    items.push(item);
    at = readItem(source, at, match[0].length, item);
  }
  trimEnd(items.at(-1)!);
  while (at > index + 1 && source.at(at - 1)?.text.trim() === '') at--;
  return { items, lines: at - index };
}

/** Takes off the white space that the last item ends with. */
function trimEnd(item: Line[]): void {
  for (let last = item.pop(); last !== undefined; last = item.pop()) {
    const text = last.text.trimEnd();
    if (text === '') continue;
    item.push({ ...last, text, end: last.end - last.text.length + text.length });
    return;
  }
}

/** Reads the item whose first line is at `index` into `item`; answers the index behind it. */
function readItem(source: LineSource, index: number, bulletEnd: number, item: Line[]): number {
  let at = index + 1;
  const { text: first, end: firstEnd } = source.at(index)!;
  const rest = first.slice(bulletEnd);
  let line = rest.replace(/^\t+/, (tabs) => '   '.repeat(tabs.length));
  let hasBlankLine = line.trim() === '';
  let indent = bulletEnd + 1;
  if (hasBlankLine) {
    item.push({ text: '', end: firstEnd, isLazy: false });
    const next = source.at(at);
    if (next === undefined) return at;
    // An item begins with at most one blank line.
    if (/^[ \t]*$/.test(next.text)) return at + 1;
  } else {
    const spaces = rest.search(/[^ ]/);
    // With more spaces than four, code begins behind the first of them.
    const own = spaces > 4 ? 1 : spaces;
    item.push({ text: line.slice(own), end: firstEnd, isLazy: false });
    indent = bulletEnd + own;
  }
  const reach = Math.max(0, Math.min(3, indent - 1));
  for (let next = source.at(at); next !== undefined; next = source.at(at)) {
    if (startsOther(next.text, reach)) break;
    const text = tabsToSpaces(next.text);
    const isBlank = next.text.trim() === '';
    if (isBlank || text.search(/[^ ]/) >= indent) {
      item.push({ text: text.slice(indent), end: next.end, isLazy: false });
    } else {
      if (hasBlankLine || endsText(line, reach)) break;
      item.push({ text: next.text, end: next.end, isLazy: false });
    }
    if (isBlank) hasBlankLine = true;
    at++;
    line = text.slice(indent);
  }
  return at;
}

const listStart = /^ {0,3}([*+-]|\d{1,9}[.)])(?:[ \t][^]|$)/;

/** The form of a list's further items, by the last character of its first bullet. */
const itemStarts: Readonly<Record<string, RegExp>> = {
  '*': /^ {0,3}\*(?=[\t ]|$)/,
  '+': /^ {0,3}\+(?=[\t ]|$)/,
  '-': /^ {0,3}-(?=[\t ]|$)/,
  '.': /^ {0,3}\d{1,9}\.(?=[\t ]|$)/,
  ')': /^ {0,3}\d{1,9}\)(?=[\t ]|$)/,
};

// The same four forms with up to none, one, two and three spaces before them.
const reaches = [0, 1, 2, 3] as const;
const bullets = reaches.map((reach) => new RegExp(`^ {0,${reach}}(?:[*+-]|\\d{1,9}[.)])(?:[ \\t]|$)`));
const rules = reaches.map((reach) => new RegExp(`^ {0,${reach}}(?:(?:- *){3,}|(?:_ *){3,}|(?:\\* *){3,})$`));
const fences = reaches.map((reach) => new RegExp(`^ {0,${reach}}(?:\`\`\`|~~~)`));
const headings = reaches.map((reach) => new RegExp(`^ {0,${reach}}#`));
const htmls = reaches.map((reach) => new RegExp(`^ {0,${reach}}<(?:[a-z].*>|!--)`, 'is'));

/** Whether a line ends the item because something else starts in it. */
function startsOther(text: string, reach: number): boolean {
  return endsItem(text, reach) || htmls[reach]!.test(text) || bullets[reach]!.test(text);
}

function endsItem(text: string, reach: number): boolean {
  return fences[reach]!.test(text) || headings[reach]!.test(text) || rules[reach]!.test(text);
}

/** Whether text cannot go on, less indented, in the line after this one of an item. */
function endsText(line: string, reach: number): boolean {
  return tabsToSpaces(line).search(/[^ ]/) >= 4 || endsItem(line, reach);
}

/** Tabs before the first other character, each as four spaces. */
function tabsToSpaces(text: string): string {
  return text.replace(/^[ \t]+/, (space) => space.replaceAll('\t', '    '));
}
