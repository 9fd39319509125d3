import { templateSections } from '../../catalogue/template.ts';
import type { TemplateSection } from '../../catalogue/template.ts';
import { MarkdownTree } from '../../parse/markdown.ts';
import { lineEndOf } from '../../text/lineIndex.ts';
import { applyEdits } from '../../text/textEdit.ts';
import type { TextEdit } from '../../text/textEdit.ts';
import { createDocument } from '../createDocument.ts';
import type { Declaration } from '../declarations/declarations.ts';
import { declarationsOf } from '../declarations/declarations.ts';
import { readFacts } from '../facts.ts';
import type { FactSource } from '../factTypes.ts';
import { labelLine } from './labelLine.ts';
import type { Line, WrittenDocument } from './labelLine.ts';
import { afterLineEnd, endOfLine, startOfLine } from './lines.ts';
import {
  isMeantIfLoose,
  isOf,
  labelPlacesOf,
  plainPlaceholder,
  planSections,
  rankOf,
  rankOfLabel,
} from './plan.ts';
import type { PlannedLabel, PlannedSection, RequestedLabel } from './plan.ts';
import { fileTextOf, headingsOf, isTitle, styleOf, wordsOf } from './style.ts';
import type { DocumentStyle, PlacedHeading } from './style.ts';

export type { RequestedLabel } from './plan.ts';

/**
 * The edits (offsets in the file) that add the missing ones of the labels to a project document: each where the
 * template has it, in the document's own style. Nothing that is there changes. Without a document: the one edit
 * that writes it. `placeholder` marks the first value to be typed.
 */
export function insertionFor(
  source: FactSource | undefined,
  requests: readonly RequestedLabel[],
): TextEdit[] {
  if (source === undefined) return [{ span: { start: 0, end: 0 }, ...createDocument(requests, '\n') }];
  const facts = readFacts([source]);
  const labels = requests.filter(({ label }) => facts.resolve(label).status === 'missing');
  if (labels.length === 0) return [];
  const end = source.bodyStart + source.body.text.length;
  if (source.body.text.trim() === '') {
    return [{ span: { start: end, end }, ...createDocument(labels, lineEndOf(source.body.text)) }];
  }
  const edits = new Inserter(source).editsFor(planSections(labels));
  const lost = unansweredAfter(source, edits, labels);
  if (lost.length === 0) return edits;
  // What stands at the end may swallow what comes after it: a code block or comment that nobody closed.
  const kept = labels.filter((label) => !lost.includes(label));
  return [
    ...new Inserter(source).editsAtTop(planSections(lost)),
    ...new Inserter(source).editsFor(planSections(kept)),
  ];
}

class Inserter {
  readonly #source: FactSource;
  readonly #text: string;
  readonly #headings: readonly PlacedHeading[];
  readonly #style: DocumentStyle;
  readonly #labels: readonly Declaration[];
  readonly #document: WrittenDocument;
  readonly #numbers: Set<number>;

  constructor(source: FactSource) {
    this.#source = source;
    this.#text = fileTextOf(source);
    this.#headings = headingsOf(source);
    this.#style = styleOf(source, this.#headings);
    this.#labels = labelPlacesOf(declarationsOf(source));
    this.#document = { text: this.#text, style: this.#style, labels: this.#labels };
    this.#numbers = new Set(this.#headings.map((one) => one.number).filter((one) => one !== undefined));
  }

  editsFor(plan: readonly PlannedSection[]): TextEdit[] {
    return plan.flatMap((planned) => this.#editsOf(planned));
  }

  editsAtTop(plan: readonly PlannedSection[]): TextEdit[] {
    const { eol } = this.#style;
    const at = this.#source.bodyStart;
    return plan.map((planned) =>
      this.#edit(at, '', this.#sectionLines(planned, 2, planned.labels), eol + eol),
    );
  }

  #editsOf(planned: PlannedSection): TextEdit[] {
    const { section } = planned;
    if (section === undefined) return [this.#newSection(planned, planned.labels)];
    const heading = this.#headings.find(
      ({ place }) =>
        place.template?.kind === 'section' &&
        place.template.section.id === section.id &&
        isMeantIfLoose(place),
    );
    const absent = planned.labels.filter(({ label }) => !this.#labels.some((place) => isOf(place, label)));
    const siblings = this.#labels.filter(
      (place) =>
        place.template?.kind === 'label' &&
        place.template.label.section === section.id &&
        isInOrUnder(place, heading),
    );
    if (heading === undefined && (siblings.length === 0 || planned.isWhole)) {
      return [this.#newSection(planned, planned.isWhole ? absent : planned.labels)];
    }
    // Of a section that is there only the labels asked for are added.
    return planned.labels
      .filter((one) => absent.includes(one) || siblings.every((place) => !isOf(place, one.label)))
      .map((one) => this.#newLabel(one, heading, siblings));
  }

  #newLabel(
    planned: PlannedLabel,
    heading: PlacedHeading | undefined,
    siblings: readonly Declaration[],
  ): TextEdit {
    const order = siblings.toSorted((a, b) => rankOf(a) - rankOf(b));
    const before = order.findLast((place) => rankOf(place) < rankOfLabel(planned.label));
    const after = order.find((place) => rankOf(place) > rankOfLabel(planned.label));
    const anchor = before ?? after;
    if (anchor === undefined) return this.#firstLabel(planned, heading!);
    const { eol } = this.#style;
    if (anchor.kind === 'heading') return this.#labelHeading(planned, anchor, anchor === before);
    const line = labelLine(this.#document, planned, anchor);
    const loose = this.#isLoose(anchor, siblings) ? eol : '';
    if (anchor === before) {
      return this.#edit(this.#endOf(anchor), eol + loose, [line], '');
    }
    return this.#edit(startOfLine(this.#text, anchor.labelSpan.start), '', [line], eol + loose);
  }

  /** Labels that the document has as headings: one more of their level. */
  #labelHeading(planned: PlannedLabel, anchor: Declaration, isBefore: boolean): TextEdit {
    const { eol } = this.#style;
    const model = this.#headings.find((one) => one.place === anchor);
    const level = model?.level ?? this.#style.level + 1;
    const title = `${'#'.repeat(level)} ${wordsOf(planned.label, this.#style)}`;
    const lines = [{ text: title }, ...this.#gap(), { text: planned.value, value: planned.value }];
    if (!isBefore) return this.#edit(model?.start ?? anchor.labelSpan.start, '', lines, eol + eol);
    return this.#edit(this.#sectionEnd(anchor, model), eol + eol, lines, '');
  }

  #firstLabel(planned: PlannedLabel, heading: PlacedHeading): TextEdit {
    const { eol, blankAfterHeading } = this.#style;
    const line = labelLine(this.#document, planned, undefined);
    if (heading.isEmpty) {
      return this.#edit(heading.ownEnd, eol + (blankAfterHeading ? eol : ''), [line], '');
    }
    const lastLine = this.#text.slice(startOfLine(this.#text, heading.ownEnd), heading.ownEnd);
    const isList = /^[ \t]*[-*+][ \t]/.test(lastLine) && lastLine.trimStart()[0] === this.#style.bullet[0];
    return this.#edit(heading.ownEnd, isList && !/^[ \t]/.test(lastLine) ? eol : eol + eol, [line], '');
  }

  #newSection(planned: PlannedSection, labels: readonly PlannedLabel[]): TextEdit {
    const { eol, ruleBetween, blankBeforeHeading } = this.#style;
    const { before, after } = this.#neighbours(planned.section);
    const level = (before ?? after)?.level ?? this.#style.level;
    const lines = this.#sectionLines(planned, level, labels, before?.number, after?.number);
    const rule = ruleBetween ? `---${eol}${eol}` : '';
    if (before === undefined && after !== undefined) {
      return this.#edit(after.start, '', lines, eol + eol + rule);
    }
    const at = before === undefined ? this.#documentEnd() : this.#sectionEnd(before.place, before);
    const blank = blankBeforeHeading || rule !== '' ? eol : '';
    return this.#edit(at, eol + blank + rule, lines, this.#goesOnAt(at) ? eol : '');
  }

  /** Whether the next line would become part of a paragraph that ends here. */
  #goesOnAt(at: number): boolean {
    const next = afterLineEnd(this.#text, endOfLine(this.#text, at));
    const line = this.#text.slice(next, endOfLine(this.#text, next)).trim();
    return line !== '' && !line.startsWith('#');
  }

  /** The nearest sections of the template that the document has before and behind the place of a new one. */
  #neighbours(section: TemplateSection | undefined): { before?: PlacedHeading; after?: PlacedHeading } {
    const rank = section === undefined ? templateSections.length : templateSections.indexOf(section);
    let before: PlacedHeading | undefined;
    let after: PlacedHeading | undefined;
    for (const heading of this.#headings) {
      const { template } = heading.place;
      if (template?.kind !== 'section' || isTitle(heading, this.#headings)) continue;
      const own = templateSections.indexOf(template.section);
      if (own < rank && (before === undefined || own >= rankOfSection(before))) before = heading;
      if (own > rank && (after === undefined || own < rankOfSection(after))) after = heading;
    }
    return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
  }

  #sectionLines(
    planned: PlannedSection,
    level: number,
    labels: readonly PlannedLabel[],
    before?: number,
    after?: number,
  ): Line[] {
    const number = this.#numberFor(planned.section, before, after);
    const lines: Line[] = [{ text: `${'#'.repeat(level)} ${number}${planned.title}` }, ...this.#gap()];
    if (labels.length === 0) {
      const value = planned.value ?? plainPlaceholder;
      lines.push({ text: value, value });
    }
    for (const label of labels) lines.push(labelLine(this.#document, label, undefined));
    return lines;
  }

  /** A free number between the neighbours', else the template's, else the next one after all. */
  #numberFor(
    section: TemplateSection | undefined,
    before: number | undefined,
    after: number | undefined,
  ): string {
    const { numberEnd } = this.#style;
    if (numberEnd === undefined) return '';
    const isFree = (number: number): boolean => !this.#numbers.has(number);
    const next = Math.max(-1, ...this.#numbers) + 1;
    let number = next;
    if (before !== undefined && isFree(before + 1) && (after === undefined || before + 1 < after))
      number = before + 1;
    else if (section !== undefined && isFree(section.number) && section.number > (before ?? -1))
      number = section.number;
    if (after !== undefined && number > after && before === undefined && isFree(after - 1) && after > 0)
      number = after - 1;
    this.#numbers.add(number);
    return `${number}${numberEnd}`;
  }

  #gap(): Line[] {
    return this.#style.blankAfterHeading ? [{ text: '' }] : [];
  }

  #edit(at: number, lead: string, lines: readonly Line[], tail: string): TextEdit {
    const { eol } = this.#style;
    let newText = lead;
    let placeholder: { start: number; end: number } | undefined;
    lines.forEach((line, index) => {
      if (index > 0) newText += eol;
      if (line.value !== undefined && placeholder === undefined) {
        const start = newText.length + line.text.indexOf(line.value);
        placeholder = { start, end: start + line.value.length };
      }
      newText += line.text;
    });
    newText += tail;
    const span = { start: at, end: at };
    return placeholder === undefined ? { span, newText } : { span, newText, placeholder };
  }

  /** The end of a labelled line with what is nested under it. */
  #endOf(place: Declaration): number {
    const text = this.#text;
    const start = startOfLine(text, place.labelSpan.start);
    const indent = /^[ \t]*/.exec(text.slice(start, start + 40))![0].length;
    let end = endOfLine(text, Math.max(place.labelSpan.end, place.valueSpan.end));
    if (place.kind === 'bold') return end;
    if (place.kind === 'table-row') return this.#behindDelimiter(end);
    for (
      let next = afterLineEnd(text, end);
      next < text.length;
      next = afterLineEnd(text, endOfLine(text, next))
    ) {
      const line = text.slice(next, endOfLine(text, next));
      if (line.trim() === '') continue;
      if (/^[ \t]*/.exec(line)![0].length <= indent) break;
      end = next + line.length;
    }
    return end;
  }

  /** The end of a row; of the header, that of the line of dashes below it. */
  #behindDelimiter(end: number): number {
    const next = afterLineEnd(this.#text, end);
    const nextEnd = endOfLine(this.#text, next);
    return /^[ \t]*\|?[ \t]*:?-[-:| \t]*$/.test(this.#text.slice(next, nextEnd)) ? nextEnd : end;
  }

  /** Whether blank lines part the labels, or must because one has more than its line. */
  #isLoose(anchor: Declaration, siblings: readonly Declaration[]): boolean {
    if (anchor.kind === 'table-row') return false;
    const text = this.#text;
    const end = this.#endOf(anchor);
    if (anchor.kind !== 'bullet' && anchor.kind !== 'metadata') {
      const own = text.slice(anchor.labelSpan.start, end);
      if (/[\r\n]/.test(own)) return true;
      const near = siblings.some((place) => place !== anchor && isNextLine(text, place, anchor));
      return !near;
    }
    const order = siblings.toSorted((a, b) => a.labelSpan.start - b.labelSpan.start);
    const index = order.indexOf(anchor);
    const other = order[index + 1] ?? order[index - 1];
    if (other === undefined) return false;
    const [first, second] =
      other.labelSpan.start > anchor.labelSpan.start ? [anchor, other] : [other, anchor];
    const between = text.slice(this.#endOf(first), startOfLine(text, second.labelSpan.start));
    return /^\s*$/.test(between) && between.split(/\r\n|\n|\r/).length > 2;
  }

  #sectionEnd(place: Declaration, heading: PlacedHeading | undefined): number {
    const end = Math.max(
      place.valueSpan.end,
      heading?.isEmpty === true ? heading.ownEnd : 0,
      place.labelSpan.end,
    );
    return endOfLine(this.#text, end);
  }

  /** Behind the document's last words. */
  #documentEnd(): number {
    return this.#source.bodyStart + this.#source.body.text.trimEnd().length;
  }
}

/** The requests that the document would still not answer after the edits. */
function unansweredAfter(
  source: FactSource,
  edits: readonly TextEdit[],
  labels: readonly RequestedLabel[],
): RequestedLabel[] {
  const moved = edits.map((edit) => ({
    ...edit,
    span: { start: edit.span.start - source.bodyStart, end: edit.span.end - source.bodyStart },
  }));
  const text = applyEdits(source.body.text, moved);
  const facts = readFacts([{ uri: source.uri, body: MarkdownTree.parse(text), bodyStart: source.bodyStart }]);
  return labels.filter(({ label }) => label.trim() !== '' && facts.resolve(label).status === 'missing');
}

/** In the section, or, where the document has no such heading, in no other section of the template. */
function isInOrUnder(place: Declaration, heading: PlacedHeading | undefined): boolean {
  if (heading === undefined) return place.context.within === undefined;
  const { valueSpan } = heading.place;
  return place.labelSpan.start >= valueSpan.start && place.labelSpan.end <= valueSpan.end;
}

function rankOfSection({ place }: PlacedHeading): number {
  return place.template?.kind === 'section' ? templateSections.indexOf(place.template.section) : -1;
}

function isNextLine(text: string, a: Declaration, b: Declaration): boolean {
  const [first, second] = a.labelSpan.start < b.labelSpan.start ? [a, b] : [b, a];
  return (
    afterLineEnd(text, endOfLine(text, first.labelSpan.end)) === startOfLine(text, second.labelSpan.start)
  );
}
