/** Names as they have to be written in YAML so that Claude Code reads them back. */
import { nameProblem } from '../../parse/agentVerdict.ts';
import { plainValue } from '../../parse/yamlScalar.ts';
import type { TextEdit } from '../../text/textEdit.ts';
import type { Item, Parentheses } from './listItem.ts';

export interface WrittenName {
  /** What goes into the item's place. */
  readonly text: string;
  /** Quotes that have to come around what holds the item. */
  readonly around: readonly TextEdit[];
}

/**
 * @param splits the field's items are taken apart at commas and spaces, as those of `tools` are
 * @returns `undefined` where the name cannot be written in this place
 */
export function writtenName(
  document: string,
  name: string,
  item: Item,
  splits: boolean,
): WrittenName | undefined {
  const { inside, quote, inFlow, span, inBlock } = item;
  if (splits && !isOneItem(name, inside !== undefined)) return undefined;
  if (inBlock === true) return endsFrontmatter(name) ? undefined : { text: name, around: [] };
  // Only in double quotes the dashes that end the frontmatter can be written in another way.
  if (quote === "'" && endsFrontmatter(name)) return undefined;
  if (quote !== undefined) return { text: inQuotes(name, quote), around: [] };
  if (inside === undefined) {
    if (isPlain(name, inFlow)) return { text: name, around: [] };
    const isAlone = isBlank(document, item.textStart, span.start) && endsText(document, span.end, inFlow);
    return isAlone ? { text: `"${inQuotes(name, '"')}"`, around: [] } : undefined;
  }
  const hasOthers = document.slice(inside.open, inside.close).includes(',');
  // What stands before a name in parentheses is a letter, so that its own first one may be any.
  if (isPlain(`x${name}`, inFlow) && !(inFlow && hasOthers)) return { text: name, around: [] };
  return isBlank(document, item.textStart, inside.start)
    ? inQuotedParentheses(document, name, item, inside)
    : undefined;
}

/** The text in quotes where it needs them. */
export function yamlText(text: string): string {
  return isPlain(text, false) ? text : `"${inQuotes(text, '"')}"`;
}

/** Whether an agent may bear the name, so that it can be proposed to call it so. */
export function isProposedName(name: string): boolean {
  return name.trim() !== '' && nameProblem(name) === undefined;
}

/** Claude Code takes three dashes for the closing fence wherever they stand, in quotes too. */
function endsFrontmatter(text: string): boolean {
  return text.includes('---');
}

/** Whether a text in YAML, unquoted, is that text again. */
function isPlain(text: string, inFlow: boolean): boolean {
  if (endsFrontmatter(text) || text !== text.trim() || /^[-?:,[\]{}#&*!|>'"%@`]/.test(text)) return false;
  if (plainValue(text, undefined) !== text || /: |:$| #|\p{Cc}/u.test(text)) return false;
  return !inFlow || !/[,[\]{}]/.test(text);
}

/** The item with its parentheses in quotes: a comma in a list in brackets would end it. */
function inQuotedParentheses(
  document: string,
  name: string,
  { span, inFlow }: Item,
  { start, open, close, isClosed }: Parentheses,
): WrittenName | undefined {
  const held = document.slice(open, span.start) + document.slice(span.end, close);
  if (/["\\]/.test(held) || !endsText(document, isClosed ? close + 1 : close, inFlow)) return undefined;
  const opening = { span: { start, end: start }, newText: '"' };
  const text = inQuotes(name, '"');
  if (isClosed) {
    return { text, around: [opening, { span: { start: close + 1, end: close + 1 }, newText: '"' }] };
  }
  return isBlank(document, span.end, close) ? { text: `${text})"`, around: [opening] } : undefined;
}

/** Whether a list of tools or skills keeps the name together: it is taken apart at commas and spaces. */
function isOneItem(name: string, inParentheses: boolean): boolean {
  if (inParentheses) return !/[,()]/.test(name) && name === name.trim();
  const outside = name.replace(/\([^()]*\)$/, '');
  return !/[,\s()]/.test(outside) && !name.slice(outside.length).includes(',');
}

function inQuotes(text: string, quote: string): string {
  if (quote === "'") return text.replaceAll("'", "''");
  return text.replaceAll(/[\\"]/g, '\\$&').replaceAll(/-(?=--)/g, '\\x2D');
}

function isBlank(document: string, start: number, end: number): boolean {
  return document.slice(start, end).trim() === '';
}

/** Whether nothing of the same YAML text follows on the line. */
function endsText(document: string, at: number, inFlow: boolean): boolean {
  const rest = document.slice(at, at + 200);
  return inFlow ? /^[ \t]*(?:[,\]\r\n]|$)/.test(rest) : /^[ \t]*(?:[\r\n]|$)/.test(rest);
}
