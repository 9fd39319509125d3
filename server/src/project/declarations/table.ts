import { findTechnology } from '../../catalogue/lookup.ts';
import type { TableBlock } from '../../parse/outline.ts';
import type { Span } from '../../text/span.ts';
import type { StatementPlace } from './block.ts';
import { isMetadataKey, nameOfLabel } from './label.ts';
import { splitAtLabels } from './line.ts';
import { readValues } from '../values/values.ts';
import { versionAt } from '../values/names.ts';

/**
 * The rows of a table as statements: `| Backend | Node.js |` is a label and its value, `| React | 19 |` under
 * "Technology, Version" a value, and labels in the header (`| Frontend | Backend |`) have their values below.
 */
export function readTable(table: TableBlock): StatementPlace[] {
  const [header, ...rows] = table.rows;
  if (header === undefined) return [];
  const titles = header.map((cell) => textOf(table, cell).replace(/[*_`]/g, '').trim());
  const { areLabels, valueColumn, versionColumn, nameColumn } = columnsOf(titles);
  if (areLabels) return readColumns(table, header, rows);
  const statements: StatementPlace[] = [];
  for (const cells of titles[0] !== undefined && isKnownLabel(titles[0]) ? [header, ...rows] : rows) {
    const first = cells[0];
    if (first === undefined) continue;
    const version = versionColumn > 0 ? versionOf(table, cells[versionColumn]) : undefined;
    const isValueRow =
      nameColumn >= 0 && nameTitle.test(titles[0] ?? '') && !isKnownLabel(textOf(table, first));
    if (isValueRow || isTechnologyName(textOf(table, first))) {
      statements.push({ ...unlabelled(first), ...(version === undefined ? {} : { version }) });
      continue;
    }
    const name = nameOfLabel(textOf(table, first));
    if (name.label === '') continue;
    const at = { start: first.end, end: first.end };
    const text = (valueColumn > 0 ? cells[valueColumn] : firstInWords(table, cells)) ?? at;
    const row: StatementPlace = {
      kind: isMetadataKey(name.label) ? 'metadata' : 'table-row',
      name,
      labelSpan: first,
      text,
      manner: 'list',
      children: [],
      ...(textOf(table, first).startsWith('`') ? { doubt: 'code' as const } : {}),
      ...(version === undefined ? {} : { version }),
    };
    statements.push(...splitAtLabels(table.text, row));
  }
  return hasTechnologyLabels(table, statements)
    ? statements.map((row) => ({ ...row, isBesideTechnologies: true as const }))
    : statements;
}

/** Whether several rows of a table are the template's labels for technologies, and declare some. */
function hasTechnologyLabels(table: TableBlock, rows: readonly StatementPlace[]): boolean {
  const labels = rows.filter(({ name, text }) => {
    const place = name?.template;
    if (place?.kind !== 'label' || place.label.technologySection === undefined) return false;
    return readValues(textOf(table, text), 'technologies').declares;
  });
  return labels.length >= 2;
}

/** What the columns of a table hold, told by their titles; -1 for a column that there is not. */
export function columnsOf(titles: readonly string[]): {
  /** The titles are labels themselves, with their values below. */
  readonly areLabels: boolean;
  /** Of values beside labels in the first column. */
  readonly valueColumn: number;
  readonly versionColumn: number;
  /** Of names without labels. */
  readonly nameColumn: number;
} {
  return {
    areLabels: titles.filter((title) => isKnownLabel(title)).length >= 2,
    valueColumn: columnOf(titles, valueTitle, 1),
    versionColumn: columnOf(titles, versionTitle, 0),
    nameColumn: columnOf(titles, nameTitle, 0),
  };
}

const valueTitle =
  /^(?:technolog|tech\b|tool|stack|choice|value|framework|librar|product|used|using|solution|wert|technologie|werkzeug)/i;
const nameTitle =
  /^(?:technolog|tool|librar|package|dependenc|framework|product|service|name|technologie|werkzeug)/i;
const versionTitle = /^(?:versions?|ver\.?|wersja|versión)$/i;

function readColumns(
  table: TableBlock,
  header: readonly Span[],
  rows: readonly (readonly Span[])[],
): StatementPlace[] {
  return header.map((cell, column) => {
    const cells = rows.map((row) => row[column]).filter((one) => one !== undefined);
    const at = { start: cell.end, end: cell.end };
    return {
      kind: 'table-row',
      name: nameOfLabel(textOf(table, cell)),
      labelSpan: cell,
      text: cells.length === 1 ? cells[0]! : at,
      manner: 'list',
      children: cells.length === 1 ? [] : cells.map(unlabelled),
    };
  });
}

/** The first cell behind the label that says something in words: not a port, a number, a tick. */
function firstInWords(table: TableBlock, [, second, ...others]: readonly Span[]): Span | undefined {
  if (second === undefined || textOf(table, second).trim() === '') return second;
  return [second, ...others].find((cell) => /\p{L}/u.test(textOf(table, cell))) ?? second;
}

/** The first column whose title the pattern fits, from `from` on; -1 when there is none. */
function columnOf(titles: readonly string[], pattern: RegExp, from: number): number {
  return titles.findIndex((title, index) => index >= from && pattern.test(title));
}

function unlabelled(cell: Span): StatementPlace {
  return {
    kind: 'unlabelled',
    labelSpan: { start: cell.start, end: cell.start },
    text: cell,
    manner: 'list',
    children: [],
  };
}

function isKnownLabel(title: string): boolean {
  return title !== '' && nameOfLabel(title).template?.kind === 'label';
}

function isTechnologyName(cell: string): boolean {
  const name = cell.replace(/[*_`]/g, '').trim();
  return (
    findTechnology(name) !== undefined || findTechnology(name.replace(/\s+v?\d[\d.x+]*$/, '')) !== undefined
  );
}

function versionOf(table: TableBlock, cell: Span | undefined): string | undefined {
  if (cell === undefined) return undefined;
  const text = textOf(table, cell).replace(/[*`]/g, '').trim();
  return versionAt(text, 0)?.version;
}

function textOf(table: TableBlock, cell: Span): string {
  return table.text.slice(cell.start, cell.end);
}
