import { findTechnology } from '../../catalogue/lookup.ts';
import type { Block, ListItem, NestedBlock } from '../../parse/outline.ts';
import { trimmedSpan } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { startOfForbiddingLead } from './denied.ts';
import { isMetadataKey, nameOfLabel, readLabel } from './label.ts';
import type { LabelName, LabelReading } from './label.ts';
import { splitAtLabels } from './line.ts';
import { readTable } from './table.ts';
import type { Manner } from '../values/values.ts';

/** What one block says; every span counts from the block's start. */
export interface BlockReading {
  readonly statements: readonly Statement[];
  /** The block ends with a label that has no value yet: what follows answers it. */
  readonly opens: boolean;
  /** There is something to read, though no statement: a code block, a quote. */
  readonly hasContent: boolean;
}

/** A statement with its words as one string for good, so that whoever looks them up need not hash them again. */
export interface Statement extends StatementPlace {
  readonly words: string;
  readonly children: readonly Statement[];
}

/** A line, item or row: with a label, or a bare value. */
export interface StatementPlace {
  readonly kind: 'bullet' | 'bold' | 'table-row' | 'metadata' | 'unlabelled';
  readonly name?: LabelName;
  readonly labelSpan: Span;
  readonly text: Span;
  readonly manner: Manner;
  /** Of a label: that it may be no label, but the name of something in the code, or an item that is explained. */
  readonly doubt?: 'code' | 'dash';
  readonly children: readonly StatementPlace[];
  /** Code or a quote stands under it: an answer without values. */
  readonly hasOtherContent?: true;
  /** The version that a column of a table gives. */
  readonly version?: string;
  /** A row of a table of technologies: several of its rows are the template's labels for them. */
  readonly isBesideTechnologies?: true;
}

/** What a block other than a heading says; the same object for the same block. */
export function readBlock(block: Block): BlockReading {
  let reading = readings.get(block);
  if (reading === undefined) {
    const { statements, ...rest } = read(block);
    reading = { ...rest, statements: withWords(statements, block.text) };
    readings.set(block, reading);
  }
  return reading;
}

type RawReading = Omit<BlockReading, 'statements'> & { readonly statements: readonly StatementPlace[] };

const readings = new WeakMap<Block, BlockReading>();
const nothing: RawReading = { statements: [], opens: false, hasContent: false };

/** Statements with their words, and those under them. */
export function withWords(statements: readonly StatementPlace[], text: string): Statement[] {
  return statements.map((statement) => ({
    ...statement,
    words: text.slice(statement.text.start, statement.text.end),
    children: withWords(statement.children, text),
  }));
}

function read(block: Block): RawReading {
  switch (block.kind) {
    case 'paragraph':
      return readParagraph(block.text);
    case 'list':
      return { statements: readItems(block.text, block.items), opens: false, hasContent: true };
    case 'table':
      return { statements: readTable(block), opens: false, hasContent: true };
    case 'fence':
      return { ...nothing, hasContent: block.content.start < block.content.end };
    case 'other':
      return { ...nothing, hasContent: !/^\s*(?:<!--|\[[^\]]+\]:)/.test(block.text) };
    case 'heading':
    case 'rule':
      return nothing;
  }
}

function readParagraph(whole: string): RawReading {
  const statements: StatementPlace[] = [];
  let current: { statement: StatementPlace; end: number } | undefined;
  const finish = (): void => {
    if (current === undefined) return;
    const { statement, end } = current;
    const text = { start: Math.min(statement.text.start, end), end };
    statements.push(...splitAtLabels(whole, { ...statement, text }));
  };
  for (const line of linesOf(whole)) {
    const labelled = readParagraphLabel(whole, line);
    if (labelled !== undefined) {
      finish();
      current = { statement: labelled, end: labelled.text.end };
    } else if (current === undefined) {
      const text = { start: line.start, end: line.end };
      current = {
        statement: {
          kind: 'unlabelled',
          labelSpan: { start: line.start, end: line.start },
          text,
          manner: 'prose',
          children: [],
        },
        end: line.end,
      };
    } else {
      // The value goes on; an empty one begins here.
      if (current.statement.text.start === current.statement.text.end) {
        current.statement = { ...current.statement, text: line };
      }
      current.end = line.end;
    }
  }
  finish();
  splitAtLead(whole, statements);
  const last = statements.at(-1);
  const opens = last !== undefined && last.name !== undefined && last.text.start === last.text.end;
  return { statements, opens, hasContent: true };
}

/** Makes a label of the sentence at a paragraph's end that forbids what follows. */
function splitAtLead(whole: string, statements: StatementPlace[]): void {
  const last = statements.at(-1);
  if (last === undefined || last.name !== undefined) return;
  const from = startOfForbiddingLead(whole);
  if (from === undefined || from < last.text.start) return;
  statements.pop();
  if (last.text.start < from) statements.push({ ...last, text: trimmedSpan(whole, last.text.start, from) });
  const { end } = last.text;
  const name = { label: whole.slice(from, end), key: '', template: undefined, isNegated: true };
  const at = { start: end, end };
  statements.push({
    kind: 'bold',
    name,
    labelSpan: { start: from, end },
    text: at,
    manner: 'list',
    children: [],
  });
}

/** In running text a label without bold marks counts only where the template or its metadata knows it. */
function readParagraphLabel(text: string, line: Span): StatementPlace | undefined {
  const reading = readLabel(text, line);
  if (reading === undefined) return undefined;
  const name = nameOfLabel(text.slice(reading.span.start, reading.span.end));
  if (name.label === '') return undefined;
  const isStack = reading.manner === 'plain' && name.loose?.kind === 'section';
  if (reading.manner !== 'bold' && name.template === undefined && !isStack) {
    const isWholeBlock = line.start === 0 && line.end === text.length;
    if (reading.manner !== 'open' || !isWholeBlock) return undefined;
  }
  if (reading.manner === 'dash' && !isBoldOrShort(text.slice(line.start, line.end), name)) return undefined;
  const kind = isMetadataKey(name.label) ? 'metadata' : 'bold';
  return {
    kind,
    name,
    labelSpan: reading.span,
    text: reading.valueSpan,
    manner: 'list',
    children: [],
    ...doubtOf(reading),
  };
}

/** `**Backend** – Go`, `Backend - Go`, but not a line that goes on from the one before: `the backend - in short …`. */
function isBoldOrShort(line: string, { template }: LabelName): boolean {
  if (/^(?:\*\*|__)/.test(line)) return true;
  const isOfTechnologies = template?.kind === 'label' && template.label.technologySection !== undefined;
  return (
    isOfTechnologies && /^\s*\p{Lu}/u.test(line) && !/[.!?]\s/.test(line) && line.length <= longestDashed
  );
}

const longestDashed = 120;

function doubtOf(reading: LabelReading): Pick<StatementPlace, 'doubt'> {
  if (reading.inCode === true) return { doubt: 'code' };
  return reading.manner === 'dash' ? { doubt: 'dash' } : {};
}

function readItems(text: string, items: readonly ListItem[]): StatementPlace[] {
  return items.flatMap((item) => splitAtLabels(text, readItem(text, item)));
}

function readItem(text: string, item: ListItem): StatementPlace {
  const statement = readStatement(text, item);
  const hasOther = item.children.some(({ kind }) => kind === 'fence' || kind === 'other');
  return hasOther ? { ...statement, hasOtherContent: true } : statement;
}

function readStatement(text: string, item: ListItem): StatementPlace {
  const children = item.children.flatMap((child) => readNested(text, child));
  const reading = readLabel(text, item.text);
  if (reading !== undefined) {
    const written = text.slice(reading.span.start, reading.span.end);
    const name = nameOfLabel(written);
    const opensNothing =
      reading.valueSpan.start === reading.valueSpan.end && children.length === 0 && isInstruction(name.label);
    const isLabel =
      name.label !== '' &&
      (reading.manner === 'bold' ||
        (reading.manner === 'plain' && !opensNothing) ||
        name.template !== undefined ||
        (reading.manner === 'open' && children.length > 0 && findTechnology(name.label) === undefined));
    if (isLabel) {
      const kind = isMetadataKey(name.label) ? 'metadata' : 'bullet';
      return {
        kind,
        name,
        labelSpan: reading.span,
        text: reading.valueSpan,
        manner: 'list',
        children,
        ...doubtOf(reading),
      };
    }
  }
  const name = labelWithoutColon(text, item.text, children);
  if (name !== undefined) {
    const end = { start: item.text.end, end: item.text.end };
    return { kind: 'bullet', name, labelSpan: item.text, text: end, manner: 'list', children };
  }
  return {
    kind: 'unlabelled',
    labelSpan: { start: item.text.start, end: item.text.start },
    text: item.text,
    manner: 'item',
    children,
  };
}

/** `- Make a migration with the tool:` before a code block: no label that waits for its value. */
function isInstruction(words: string): boolean {
  return words.split(/\s+/).length > mostWordsOfWaiting;
}

const mostWordsOfWaiting = 3;

/** `- Backend` over nested bullets. */
function labelWithoutColon(
  text: string,
  words: Span,
  children: readonly StatementPlace[],
): LabelName | undefined {
  if (children.length === 0 || words.end - words.start > 80 || words.start === words.end) return undefined;
  const name = nameOfLabel(text.slice(words.start, words.end));
  return name.template === undefined ? undefined : name;
}

function readNested(text: string, block: NestedBlock): StatementPlace[] {
  if (block.kind === 'list') return readItems(text, block.items);
  if (block.kind !== 'paragraph') return [];
  const at = { start: block.span.start, end: block.span.start };
  return [{ kind: 'unlabelled', labelSpan: at, text: block.span, manner: 'prose', children: [] }];
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  const ends = /\r\n|\n|\r/g;
  let start = 0;
  for (let found = ends.exec(text); found !== null; found = ends.exec(text)) {
    lines.push(withoutSpaceBehind(text, start, found.index));
    start = ends.lastIndex;
  }
  lines.push(withoutSpaceBehind(text, start, text.length));
  return lines;
}

function withoutSpaceBehind(text: string, start: number, to: number): Span {
  let end = to;
  while (end > start && /[ \t\\]/.test(text[end - 1]!)) end--;
  return { start, end };
}
