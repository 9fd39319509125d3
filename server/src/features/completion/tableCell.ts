import type { MarkdownTree } from '../../parse/markdown.ts';
import { outlineOf, type TableBlock } from '../../parse/outline.ts';
import type { Span } from '../../text/span.ts';

/** A cursor in a row of a table below its header. Spans are UTF-16 offsets in the body. */
export interface TableCell {
  /** The header's cells, without marks. */
  readonly titles: readonly string[];
  readonly row: Span;
  /** The row's cells, white space included. */
  readonly cells: readonly Span[];
  /** The cell with the cursor. */
  readonly column: number;
}

/** The cell at `offset`; `undefined` outside of tables, in the header and in the line below it. */
export function cellAt(body: MarkdownTree, offset: number): TableCell | undefined {
  const placed = outlineOf(body).find(
    ({ start, block }) => block.kind === 'table' && start <= offset && offset <= start + block.text.length,
  );
  if (placed?.block.kind !== 'table') return undefined;
  const { start, block } = placed;
  const lines = block.text.slice(0, offset - start).split(/\r\n|\n|\r/);
  if (lines.length <= 2) return undefined;
  const rowStart = offset - lines.at(-1)!.length;
  const rowEnd = rowStart + /^[^\r\n]*/.exec(body.text.slice(rowStart))![0].length;
  const cells = cellsOf(body.text, { start: rowStart, end: rowEnd });
  const column = cells.findIndex((cell) => cell.start <= offset && offset <= cell.end);
  if (column < 0) return undefined;
  return { titles: titlesOf(block), row: { start: rowStart, end: rowEnd }, cells, column };
}

function titlesOf(table: TableBlock): string[] {
  const [header = []] = table.rows;
  return header.map(({ start, end }) => table.text.slice(start, end).replace(/[*_`]/g, '').trim());
}

/** Between the bars that are none of a cell's words; what stands before the first bar and behind the last is no cell. */
function cellsOf(text: string, { start, end }: Span): Span[] {
  const cells: Span[] = [];
  let from = start;
  for (const bar of text.slice(start, end).matchAll(/(?<!\\)\|/g)) {
    cells.push({ start: from, end: start + bar.index });
    from = start + bar.index + 1;
  }
  cells.push({ start: from, end });
  const isEmpty = (cell: Span | undefined): boolean =>
    cell !== undefined && text.slice(cell.start, cell.end).trim() === '';
  if (isEmpty(cells[0])) cells.shift();
  return cells;
}
