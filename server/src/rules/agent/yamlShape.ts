/** Edits that change the shape of a YAML value and leave every word in it: a map becomes a list, a field goes. */
import { endOfLine, nextLine } from '../../parse/frontmatterEntries.ts';
import type { YamlEntry, YamlMap, YamlNode } from '../../parse/yamlNode.ts';
import { lineEndAt } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/textEdit.ts';

/** The text of a node without the white space and the line ends behind it. */
export function writtenSpan(text: string, { span }: { readonly span: Span }): Span {
  return { start: span.start, end: span.start + text.slice(span.start, span.end).trimEnd().length };
}

export function written(text: string, node: { readonly span: Span }): string {
  const { start, end } = writtenSpan(text, node);
  return text.slice(start, end);
}

/** How far the place is from the start of its line. */
export function columnOf(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}

/** A map, or any value in brackets, as the only item of a list. */
export function wrappedInList(text: string, node: YamlNode): TextEdit[] {
  const { start, end } = writtenSpan(text, node);
  if (node.kind === 'scalar' || node.flow) {
    return [insertion(start, '['), insertion(end, ']')];
  }
  return [insertion(start, '- '), ...indented(text, { start, end }, 2)];
}

/** All lines that begin within the span, so much further in; blank ones stay. */
export function indented(text: string, { start, end }: Span, by: number): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let at = nextLine(text, endOfLine(text, start, end)); at < end;) {
    const lineEnd = endOfLine(text, at, end);
    if (text.slice(at, lineEnd).trim() !== '') edits.push(insertion(at, ' '.repeat(by)));
    at = nextLine(text, lineEnd);
  }
  return edits;
}

/** `key: value` as the first field of a map. */
export function withField(text: string, node: YamlMap, key: string, value: string): TextEdit {
  const first = node.entries[0];
  const start = first?.keySpan.start ?? node.span.start + 1;
  const between = lineEndAt(text, start) + ' '.repeat(columnOf(text, start));
  const separator = node.flow ? (first === undefined ? '' : ', ') : between;
  return insertion(start, `${key}: ${value}${separator}`);
}

/** The edit that takes a field out of its map, with its line or its comma; `undefined` for the only one. */
export function withoutEntry(text: string, node: YamlMap, entry: YamlEntry): TextEdit | undefined {
  const index = node.entries.indexOf(entry);
  const next = node.entries[index + 1];
  const before = node.entries[index - 1];
  if (next !== undefined)
    return { span: { start: entry.keySpan.start, end: next.keySpan.start }, newText: '' };
  if (before === undefined) return undefined;
  const start = Math.max(before.keySpan.end, writtenSpan(text, before.node).end);
  const afterKey = text.indexOf(':', entry.keySpan.end) + 1;
  return { span: { start, end: Math.max(afterKey, writtenSpan(text, entry.node).end) }, newText: '' };
}

/** A value for a key that has none, or another one than it has. */
export function withValue(text: string, entry: YamlEntry, value: string): TextEdit {
  const span = writtenSpan(text, entry.node);
  if (span.end > span.start) return { span, newText: value };
  return insertion(text.indexOf(':', entry.keySpan.end) + 1, ` ${value}`);
}

export function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}
