import type { TemplateLabel } from '../../catalogue/template.ts';
import type { DeclaredPlace } from '../../project/factTypes.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/textEdit.ts';

/**
 * The edit that adds names behind the others of a place (offsets in the file): at the end of a label's own line, as
 * rows of its table, as a bullet below its last one, or below the paragraph that declares something; `undefined` where
 * none of these would be read as one more.
 */
export function appendEdit(
  text: string,
  place: DeclaredPlace,
  label: TemplateLabel,
  names: readonly string[],
): TextEdit | undefined {
  const own = text.slice(place.valueSpan.start, place.valueSpan.end);
  const value = names.join(', ');
  if (place.kind !== 'heading' && own.trim() !== '' && !/[\r\n]/.test(own.trim())) {
    const said = own.trimEnd().replace(/[.;,]$/, '');
    const at = place.valueSpan.start + said.length;
    return { span: { start: at, end: at }, newText: `, ${value}` };
  }
  const last = place.values.findLast(({ uri, span }) => uri === place.uri && isIn(span, place.valueSpan));
  if (last === undefined || isInFence(text.slice(place.valueSpan.start, last.span.start))) return undefined;
  const line = lineAround(text, last.span.start);
  const lineText = text.slice(line.start, line.end);
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const added = (at: number, lines: readonly string[]): TextEdit => ({
    span: { start: at, end: at },
    newText: lines.map((one) => eol + one).join(''),
  });
  if (/^\s*\|/.test(lineText)) {
    const rows = names.map((name) => tableRow(lineText, last.span.start - line.start, name));
    return rows.every((row) => row !== undefined) ? added(line.end, rows) : undefined;
  }
  const bullet = /^([ \t]*(?:[-*+]|\d+[.)])[ \t]+)/.exec(lineText)?.[1];
  const isOwn = place.template?.kind === 'label';
  if (bullet !== undefined) {
    const behind = lineText.slice(bullet.length);
    const written = isOwn ? undefined : /^(\*\*|__)?[^:：*_]{1,60}(?::\1|\1:)/.exec(behind)?.[0];
    // A bullet with a label of its own answers another question than the next one would.
    return added(line.end, [
      bullet + (written === undefined ? value : `${labelled(written, label)} ${value}`),
    ]);
  }
  if (place.kind !== 'heading') return undefined;
  const answer = isOwn ? value : `**${shortName(label)}:** ${value}`;
  return added(endOfParagraph(text, line.end, place.valueSpan.end), ['', `- ${answer}`]);
}

/** The value of a place that says "none", to be replaced; `undefined` where it is more than a line. */
export function noneSpan(text: string, { valueSpan }: DeclaredPlace): Span | undefined {
  const own = text.slice(valueSpan.start, valueSpan.end);
  const trimmed = own.trim();
  if (trimmed === '' || trimmed.length > longestNone || /[\r\n]/.test(trimmed)) return undefined;
  const start = valueSpan.start + own.indexOf(trimmed);
  return { start, end: start + trimmed.length };
}

const longestNone = 80;

/** A row like the one that holds a value in its first column, with another name there. */
function tableRow(line: string, at: number, name: string): string | undefined {
  const cells = line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|');
  const column = line.slice(0, at).split('|').length - 2;
  if (column !== 0 || line.includes('\\|')) return undefined;
  const indent = /^\s*/.exec(line)![0];
  return `${indent}| ${[name, ...cells.slice(1).map(() => '')].join(' | ')} |`.replace(/ {2,}\|/g, ' |');
}

/** The label as the bullets around it are written: `**Database:**`, `**Database**:`, `Database:`. */
function labelled(written: string, label: TemplateLabel): string {
  return written.replace(/[^:：*_]+/, () => shortName(label));
}

/** `Backend` of `Backend – technologies and tools`. */
function shortName({ label }: TemplateLabel): string {
  return label.split(' – ', 1)[0]!;
}

function isIn(span: Span, outer: Span): boolean {
  return span.start >= outer.start && span.end <= outer.end;
}

function isInFence(before: string): boolean {
  return [...before.matchAll(/^[ \t]*(?:```|~~~)/gm)].length % 2 === 1;
}

function lineAround(text: string, offset: number): Span {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const rest = /[\r\n]/.exec(text.slice(offset));
  return { start, end: rest === null ? text.length : offset + rest.index };
}

/** Where the paragraph ends that a line belongs to: before a blank line, and not beyond the place. */
function endOfParagraph(text: string, lineEnd: number, placeEnd: number): number {
  const blank = /(?:\r\n|\n|\r)[ \t]*(?=\r\n|\n|\r)/.exec(text.slice(lineEnd, placeEnd));
  return blank === null ? lineEnd + text.slice(lineEnd, placeEnd).trimEnd().length : lineEnd + blank.index;
}
