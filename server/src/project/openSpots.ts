import type { TemplateLabel } from '../catalogue/template.ts';
import { type Span, trimmedSpan } from '../text/span.ts';
import type { DeclaredPlace, FactSource } from './factTypes.ts';
import { afterLineEnd, endOfLine, startOfLine } from './insertSections/lines.ts';
import { fileTextOf, headingsOf, styleOf } from './insertSections/style.ts';

/** A spot of a project document that waits for a value. Offsets in the file. */
export interface OpenSpot {
  /** What the value takes the place of: a placeholder, the blanks of a table's cell; empty where nothing stands. */
  readonly span: Span;
  /** What has to stand before and behind the value there. */
  readonly lead: string;
  readonly tail: string;
  /** It is a table's cell, in which a bar would end the value. */
  readonly isCell: boolean;
}

/** A spot with the name of what is asked for there. */
export interface NamedSpot extends OpenSpot {
  /** As the template writes it, where the template has it. */
  readonly name: string;
  readonly label: TemplateLabel | undefined;
}

/**
 * The spots that a place leaves open: its own placeholders, and those of the labels under it that are not answered.
 * @param name what the place is asked for by
 */
export function openSpots(source: FactSource, place: DeclaredPlace, name: string): NamedSpot[] {
  const text = fileTextOf(source);
  const named = { name, label: place.template?.kind === 'label' ? place.template.label : undefined };
  const own = place.openTexts.map((span) => ({ ...named, ...spotOfText(text, span, place) }));
  const under = place.children
    .filter((child) => child.status === 'unfilled')
    .flatMap((child) => {
      const spots = openSpots(
        source,
        child,
        child.template?.kind === 'label' ? child.template.label.label : child.label,
      );
      if (spots.length > 0 || child.template?.kind !== 'label') return spots;
      const spot = emptySpot(source, child);
      return spot === undefined
        ? []
        : [{ ...spot, name: child.template.label.label, label: child.template.label }];
    });
  return [...own, ...under];
}

/** Where the value of a place goes that has none of its own; `undefined` in a table that has no cell for it. */
export function emptySpot(source: FactSource, place: DeclaredPlace): OpenSpot | undefined {
  const text = fileTextOf(source);
  if (place.kind === 'heading') return belowHeading(source, text, place);
  if (place.kind === 'table-row') return emptyCell(text, place);
  const { end } = place.labelSpan;
  const at = endOfLine(text, Math.max(end, Math.min(place.valueSpan.start, endOfLine(text, end))));
  const isOpen = !/[:：]|[-–—→=]>?\s*$/.test(text.slice(Math.max(end - 1, 0), at));
  const lead = isOpen ? ': ' : isBlank(text[at - 1]) ? '' : ' ';
  return { span: { start: at, end: at }, lead, tail: '', isCell: false };
}

/** A placeholder without what belongs to its surroundings: quotes, comments, a remark behind its bracket. */
function spotOfText(text: string, whole: Span, place: DeclaredPlace): OpenSpot {
  const lineStart = startOfLine(text, whole.start);
  const isCell = place.kind === 'table-row' || /^[ \t]*\|/.test(text.slice(lineStart, whole.start + 1));
  const words = visiblePart(text, whole);
  if (words === undefined) {
    const isEmpty = text.slice(whole.start, whole.end).trim() === '';
    let at = whole.start;
    if (isEmpty) while (isBlank(text[at])) at++;
    const lead = isBlank(text[at - 1]) ? '' : ' ';
    return { span: { start: at, end: at }, lead, tail: isEmpty ? '' : ' ', isCell };
  }
  return { span: placeholderIn(text, words), lead: '', tail: '', isCell };
}

/** The first words outside of comments. */
function visiblePart(text: string, { start, end }: Span): Span | undefined {
  let from = start;
  for (const comment of text.slice(start, end).matchAll(/<!--(?:(?!-->)[^])*(?:-->|$)|$/g)) {
    const words = trimmedSpan(text, from, start + comment.index);
    if (words.start < words.end) return words;
    from = start + comment.index + comment[0].length;
  }
  return undefined;
}

function placeholderIn(text: string, words: Span): Span {
  let span = words;
  for (;;) {
    const inner = withoutMarks(text, span);
    if (inner === undefined) break;
    span = inner;
  }
  // Slanted words say themselves that they are none to stay.
  const isSlanted = /^[*_]$/.test(text.slice(words.start, words.start + 1)) && span.start === words.start + 1;
  if (text[span.start] !== '[') return isSlanted ? words : span;
  const close = text.slice(span.start, span.end).indexOf(']');
  const isWhole = close < 0 || span.start + close + 1 === span.end;
  if (isSlanted && isWhole) return words;
  return isWhole ? span : { start: span.start, end: span.start + close + 1 };
}

/** What a pair of quotes, code marks or emphasis encloses. */
function withoutMarks(text: string, { start, end }: Span): Span | undefined {
  const written = text.slice(start, end);
  const open = /^(?:\*\*|__|[*_`"'“„‘])/.exec(written)?.[0];
  if (open === undefined || written.length < open.length * 2) return undefined;
  const close = closing[open] ?? open;
  if (!written.endsWith(close)) return undefined;
  return trimmedSpan(text, start + open.length, end - close.length);
}

const closing: Readonly<Record<string, string>> = { '“': '”', '„': '“', '‘': '’' };

function belowHeading(source: FactSource, text: string, place: DeclaredPlace): OpenSpot {
  const headings = headingsOf(source);
  const { eol, blankAfterHeading } = styleOf(source, headings);
  const heading = headings.find((one) => one.place.labelSpan.start === place.labelSpan.start);
  // Of a heading that is underlined the line below it is a part.
  const at = endOfLine(text, heading?.end ?? place.labelSpan.end);
  const next = afterLineEnd(text, at);
  const goesOn = /^[ \t]*[^\s#]/.test(text.slice(next, endOfLine(text, next)));
  const lead = blankAfterHeading ? eol + eol : eol;
  return { span: { start: at, end: at }, lead, tail: goesOn ? eol : '', isCell: false };
}

/** The blanks of a cell that is there, or a place behind the bar that ends the label's. */
function emptyCell(text: string, place: DeclaredPlace): OpenSpot | undefined {
  const lineEnd = endOfLine(text, place.labelSpan.end);
  const isInRow = place.valueSpan.start > place.labelSpan.end && place.valueSpan.start <= lineEnd;
  const bar = isInRow
    ? text.lastIndexOf('|', place.valueSpan.start - 1)
    : text.indexOf('|', place.labelSpan.end);
  if (bar < place.labelSpan.end || bar >= lineEnd) return undefined;
  const next = text.indexOf('|', bar + 1);
  const isClosed = next >= 0 && next < lineEnd;
  const end = isClosed ? next : lineEnd;
  const blanks = text.slice(bar + 1, end);
  // What stands there is another label of a table that has its labels in a row.
  if (blanks.trim() !== '') return undefined;
  return {
    span: { start: bar + 1, end },
    lead: ' ',
    tail: isClosed || end > bar + 1 ? ' ' : ' |',
    isCell: true,
  };
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
