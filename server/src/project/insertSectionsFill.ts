import { lineEndOf } from '../text/lineIndex.ts';
import type { TextEdit } from '../text/textEdit.ts';
import type { DeclaredPlace, FactSource } from './factTypes.ts';
import { endOfLine } from './insertSectionsLines.ts';
import { fileTextOf } from './insertSectionsStyle.ts';

/**
 * The edit that puts a value in the place of a placeholder, or where nothing is; offsets in the file. For a place
 * with labels under it, the first of them that waits for a value. Comments stay.
 */
export function fillIn(source: FactSource, place: DeclaredPlace, value: string): TextEdit | undefined {
  const open = place.children.find((child) => child.status === 'unfilled');
  if (open !== undefined) return fillIn(source, open, value);
  const text = fileTextOf(source);
  const { start, end } = place.valueSpan;
  const old = text.slice(start, end);
  if (old.trim() !== '' && !old.includes('<!--')) return replacement(start, end, '', value);
  if (place.kind === 'heading') {
    const eol = lineEndOf(source.body.text);
    const at = endOfLine(text, place.labelSpan.end);
    return replacement(at, at, eol + eol, value);
  }
  if (place.kind === 'table-row') {
    const at = start > place.labelSpan.end ? start : nextCell(text, place);
    return at === undefined ? undefined : replacement(at, at, ' ', value);
  }
  const at = old.trim() === '' ? endOfLine(text, Math.max(place.labelSpan.end, start)) : start;
  const lead = text[at - 1] === ' ' || text[at - 1] === '\t' ? '' : ' ';
  return replacement(at, at, lead, old.trim() === '' ? value : `${value} `);
}

function replacement(start: number, end: number, lead: string, value: string): TextEdit {
  const newText = lead + value;
  return {
    span: { start, end },
    newText,
    placeholder: { start: lead.length, end: newText.trimEnd().length },
  };
}

/** Behind the bar that follows the label, in a row that has one. */
function nextCell(text: string, place: DeclaredPlace): number | undefined {
  const bar = text.indexOf('|', place.labelSpan.end);
  return bar < 0 || bar >= endOfLine(text, place.labelSpan.end) ? undefined : bar + 1;
}
