import { domainsIn, technologies, technologiesIn } from '../../catalogue/lookup.ts';
import { normalizedName } from '../../catalogue/names.ts';
import { findTemplatePlace, type TemplatePlace } from '../../catalogue/template.ts';
import type { MarkdownTree } from '../../parse/markdown.ts';
import { outlineOf } from '../../parse/outline.ts';
import { columnsOf } from '../../project/declarations/table.ts';
import type { Span } from '../../text/span.ts';
import { lineAround } from './lineAround.ts';
import { isInAddress, isInComment, isInUnreadBlock } from './prose.ts';
import { cellAt, type TableCell } from './tableCell.ts';

/** A cursor at a value under a label of the template. Spans are UTF-16 offsets in the body. */
export interface ValueContext {
  readonly place: TemplatePlace;
  /** What a chosen item replaces: the name that the cursor is in, or a whole placeholder. */
  readonly replaced: Span;
  /** What is typed of it; of a placeholder all. */
  readonly typed: string;
  /** The whole value on this line, the other items included. */
  readonly value: Span;
  /** Nothing of the item has been typed: the value is empty, or a comma stands before it. */
  readonly atStart: boolean;
  /** The comma stands right before the cursor, so that a space is wanted between. */
  readonly needsSpace: boolean;
  /** What has to come behind a chosen item: a comma, where another one follows at once. */
  readonly tail: string;
}

/** The value at `offset` of a project document's body; `undefined` where no technology, domain or scale is due. */
export function valueContextAt(body: MarkdownTree, offset: number): ValueContext | undefined {
  if (isCode(body, offset) || isInUnreadBlock(body, offset) || isInComment(body, offset)) return undefined;
  const { text } = body;
  if (isInAddress(body, offset)) return undefined;
  const cell = cellAt(body, offset);
  if (cell !== undefined) return cellContext(text, cell, offset);
  const line = lineAround(text, offset);
  const labelled = labelledLine(text, line);
  if (labelled !== undefined && offset >= labelled.end) {
    const valueStart = Math.min(labelled.valueStart, offset);
    const place = findTemplatePlace(labelled.label);
    // A nested bullet's own label (`- Cloud: …`) stands under one that the template knows.
    const holder = place ?? placeAbove(text, line.start, indentOf(text, line.start));
    return holder === undefined ? undefined : contextIn(text, holder, valueStart, line.end, offset);
  }
  if (labelled !== undefined) return undefined;
  const bullet = /^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?/.exec(text.slice(line.start, line.end));
  if (bullet === null || offset < line.start + bullet[0].length) return undefined;
  if (text.startsWith('**', line.start + bullet[0].length)) return undefined;
  const place = placeAbove(text, line.start, indentOf(text, line.start));
  if (place === undefined || (place.kind === 'section' && hasLabelledNeighbour(text, line))) return undefined;
  return contextIn(text, place, line.start + bullet[0].length, line.end, offset);
}

/** The row's label says what is asked for, or the title over it; the heading above where names stand for themselves. */
function cellContext(
  text: string,
  { titles, cells, column, row }: TableCell,
  offset: number,
): ValueContext | undefined {
  const { areLabels, valueColumn, versionColumn, nameColumn } = columnsOf(titles);
  const cell = cells[column]!;
  const above = (): TemplatePlace | undefined => placeAbove(text, row.start, indentOf(text, row.start));
  const place = ((): TemplatePlace | undefined => {
    if (areLabels) return findTemplatePlace(titles[column] ?? '');
    if (column === 0) return nameColumn === 0 ? above() : undefined;
    if (column === versionColumn || column !== (valueColumn > 0 ? valueColumn : 1)) return undefined;
    const label = text.slice(cells[0]!.start, cells[0]!.end).replace(/[*_`]/g, '');
    return findTemplatePlace(label) ?? (nameColumn === 0 ? undefined : above());
  })();
  if (place === undefined) return undefined;
  let start = cell.start;
  while (start < offset && isBlank(text[start])) start++;
  return contextIn(text, place, start, cell.end, offset);
}

export interface LabelledLine {
  readonly label: string;
  /** Behind the colon and the marks. */
  readonly end: number;
  /** Behind the white space after that. */
  readonly valueStart: number;
}

/** A line that begins with a label and a colon, bulleted or not, bold or not; or with a bold label and a dash. */
export function labelledLine(text: string, line: Span): LabelledLine | undefined {
  const words = text.slice(line.start, Math.min(line.end, line.start + longestLabelledLine));
  const lead = /^[ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?/.exec(words)![0].length;
  const dashed = /^(\*\*|__)([^*_\n]{1,100}?)\1[ \t]*(?:[-–—→=]|->|=>)(?:[ \t]+|$)/.exec(words.slice(lead));
  if (dashed !== null) {
    const behind = line.start + lead + dashed[0].length;
    return { label: dashed[2]!.trim(), end: behind, valueStart: behind };
  }
  const colon = words.indexOf(':', lead);
  if (colon < 0) return undefined;
  let label = words.slice(lead, colon);
  let valueStart = colon + 1;
  const bold = /^(\*\*|__)/.exec(label)?.[1];
  if (bold !== undefined) {
    label = label.slice(2);
    if (label.trimEnd().endsWith(bold)) label = label.trimEnd().slice(0, -2);
    else if (words.startsWith(bold, valueStart)) valueStart += 2;
    else return undefined;
  }
  if (label.trim() === '' || /[.,;`]/.test(label)) return undefined;
  const end = line.start + valueStart;
  while (words[valueStart] === ' ' || words[valueStart] === '\t') valueStart++;
  return { label: label.trim(), end, valueStart: line.start + valueStart };
}

/** Whether `offset` lies in a fence, a quote, HTML or indented code. */
export function isCode(body: MarkdownTree, offset: number): boolean {
  return outlineOf(body).some(
    ({ start, block }) =>
      (block.kind === 'fence' || block.kind === 'other') &&
      start < offset &&
      offset <= start + block.text.length,
  );
}

/** Beside bullets with labels a new bullet is a label being begun, not a value. */
function hasLabelledNeighbour(text: string, line: Span): boolean {
  const before = lineAround(text, Math.max(0, line.start - 1));
  const after = lineAround(
    text,
    Math.min(text.length, line.end + (text.startsWith('\r\n', line.end) ? 2 : 1)),
  );
  return [before, after].some(
    (other) => other.start !== line.start && labelledLine(text, other) !== undefined,
  );
}

const longestLabelledLine = 400;

/** How far up the label of a bare bullet is looked for. */
const mostLinesUp = 200;

function contextIn(
  text: string,
  place: TemplatePlace,
  valueStart: number,
  valueEnd: number,
  offset: number,
): ValueContext | undefined {
  const value = { start: valueStart, end: valueEnd };
  const placeholder = placeholderAt(text, value, offset);
  if (placeholder !== undefined) {
    const typed = text.slice(placeholder.start, placeholder.end);
    return { place, replaced: placeholder, typed, value, atStart: true, needsSpace: false, tail: '' };
  }
  const item = lastItem(text.slice(valueStart, offset));
  let start = valueStart + item.start;
  const needsSpace = item.needsSpace && start === offset;
  while (start < offset && isBlank(text[start])) start++;
  const colonBefore = start === valueStart && !isBlank(text[start - 1]);
  const marks = /^(?:\*\*|__|[*_"'`[])*/.exec(text.slice(start, offset))![0];
  start += marks.length;
  const atStart = start === offset;
  const isOneOfSeveral =
    place.kind === 'section' || (severalIn.has(place.label.holds) && place.label.section !== 'metadata');
  // Before what stands there another one is put; what takes one value alone takes the chosen one in its stead.
  const isPutBefore = atStart && isOneOfSeveral;
  const behind = text.slice(offset, valueEnd);
  // Amid the marks before a name.
  if (atStart && /[*_]$/.test(marks) && /^[*_]+[^\s*_]/.test(behind)) return undefined;
  const end = isPutBefore
    ? offset
    : atStart
      ? offset + oneValue.exec(behind)![0].length
      : nameEnd(text, value, start, offset, marks);
  return {
    place,
    replaced: { start, end },
    typed: text.slice(start, offset),
    value,
    atStart,
    needsSpace: needsSpace || (atStart && start === valueStart && colonBefore),
    tail: isPutBefore ? commaBefore(behind) : end === offset && !atStart ? spaceBefore(text, offset) : '',
  };
}

/** A word or a text in quotes that stands next. */
const oneValue = /^(?:[ \t]*(?:(["'`])[^"'`]*\1|[\w.-]+))?/;

/** The space at the cursor that a chosen name takes the place of, where words follow. */
function spaceBefore(text: string, offset: number): string {
  return isBlank(text[offset - 1]) && /\S/.test(text[offset] ?? ' ') ? ' ' : '';
}

/** What the labels hold that may have several values. */
const severalIn: ReadonlySet<string> = new Set(['technologies', 'domains']);

/** A comma, where another item follows. */
function commaBefore(behind: string): string {
  if (/^[ \t]+(?:and|or|und|oder|et|ou|lub|oraz|y|e|i)[ \t]/iu.test(behind)) return '';
  if (!/^[ \t]*(?:\*\*|__|[*_"'`[])?[\p{L}\p{N}.@]/u.test(behind)) return '';
  return isBlank(behind[0]) ? ',' : ', ';
}

/**
 * Where the name ends that the cursor is in: one that the catalogue knows, else the word. What the author has written
 * behind it, a version or a remark, stays.
 * @param marks that stand right before the name
 */
function nameEnd(text: string, value: Span, start: number, offset: number, marks: string): number {
  const item = text.slice(start, itemEnd(text, value, start, offset, marks)).trimEnd();
  const at = offset - start;
  const word = /^[^\s,;:()<>[\]|"“”*`]*/.exec(item.slice(at))![0].replace(/[.!?]+$/, '');
  const around = [...technologiesIn(item), ...domainsIn(item)].filter(
    ({ span }) => span.start <= at && at <= span.end,
  );
  return start + Math.max(at + word.length, ...around.map(({ span }) => span.end));
}

/** Where the item ends: at a separator, a comment, or the mark that closes those before it. */
function itemEnd(text: string, value: Span, start: number, offset: number, marks: string): number {
  const words = text.slice(value.start, value.end);
  const closing = ['<!--', ')', ']', '|', ...Array.from(marks)];
  const ends = closing.map((mark) => text.indexOf(mark, offset)).filter((end) => end >= 0);
  for (const { index, 0: separator } of words.matchAll(separators)) {
    const end = value.start + index;
    if (end < offset) continue;
    const isInName =
      !/[,;(]/.test(separator) && begunNames(text.slice(start, end + separator.length).trimStart());
    if (isInName) continue;
    ends.push(end);
    break;
  }
  return Math.min(value.end, ...ends);
}

/** Where the last item of a value begins that is being typed, and whether it wants a space before it. */
function lastItem(typed: string): { readonly start: number; readonly needsSpace: boolean } {
  let found: RegExpExecArray | undefined;
  for (const separator of typed.matchAll(separators)) {
    // Some names have such signs and words in them.
    const begun = typed.slice(found === undefined ? 0 : found.index + found[0].length).trimStart();
    if (!/[,;(]/.test(separator[0]) && begunNames(begun)) continue;
    found = separator;
  }
  if (found === undefined) return { start: 0, needsSpace: false };
  return { start: found.index + found[0].length, needsSpace: /[,;]/.test(found[0]) };
}

/** Between items: a word only with white space around it, a plus only behind white space (`C++`). */
const separators =
  /[,;(]|(?<=\S)\/|(?<=\s)[/&+](?=\s)|(?<=\s)(?:and|or|und|oder|et|ou|lub|oraz|y|e|i)(?=\s)/giu;

/** Whether a name of the catalogue begins so, with a separator in it: `Weights and B`. */
function begunNames(begun: string): boolean {
  const words = normalizedName(begun);
  namesWithSeparators ??= technologies()
    .flatMap(({ name, aliases = [] }) => [name, ...aliases])
    .filter((name) => /[/&+]|\band\b/i.test(name))
    .map(normalizedName);
  return words !== '' && namesWithSeparators.some((name) => name.startsWith(words));
}

let namesWithSeparators: readonly string[] | undefined;

/** A bracketed or upper-case placeholder that is the whole value, with the cursor in it or at either end. */
function placeholderAt(text: string, value: Span, offset: number): Span | undefined {
  const words = text.slice(value.start, value.end);
  const found = /^(?:\[[^\]]*\]|TBD|TODO|\.\.\.|…)(?=\s*$)/i.exec(words)?.[0];
  if (found === undefined || offset > value.start + found.length) return undefined;
  return { start: value.start, end: value.start + found.length };
}

/** The template's place that a line belongs to: of a bullet with less indentation, else of the heading above. */
function placeAbove(text: string, lineStart: number, indent: number): TemplatePlace | undefined {
  let at = lineStart;
  let below = indent;
  for (let i = 0; i < mostLinesUp && at > 0; i++) {
    const line = lineAround(text, at - 1 - (text[at - 1] === '\n' && text[at - 2] === '\r' ? 1 : 0));
    at = line.start;
    const words = text.slice(line.start, Math.min(line.end, line.start + longestLabelledLine));
    const heading = /^#{1,6}[ \t]+(.*?)[ \t#]*$/.exec(words);
    if (heading !== null) return findTemplatePlace(heading[1]!);
    if (words.trim() === '' || indentOf(text, line.start) >= below) continue;
    below = indentOf(text, line.start);
    const labelled = labelledLine(text, line);
    const place = labelled === undefined ? undefined : findTemplatePlace(labelled.label);
    if (place !== undefined) return place;
  }
  return undefined;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function indentOf(text: string, lineStart: number): number {
  let indent = 0;
  while (text[lineStart + indent] === ' ' || text[lineStart + indent] === '\t') indent++;
  return indent;
}
