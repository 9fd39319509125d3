/** A three-way merge of texts: the author's text, and the edits that bring another version's changes into it. */
import { lineEndOf } from '../lineIndex.ts';
import type { TextEdit } from '../textEdit.ts';
import { mergeLines } from './mergeLines.ts';
import { type TextLine, textLines } from './textLines.ts';

export interface MergedText {
  readonly text: string;
  /** What turns `ours` into `text`; UTF-16 offsets in `ours`. */
  readonly edits: readonly TextEdit[];
  /** How many places have conflict markers. */
  readonly conflicts: number;
}

export interface MergeOptions {
  /** Behind `<<<<<<<` and `>>>>>>>`. */
  readonly oursName: string;
  readonly theirsName: string;
  /** When two lines are the same; by their text without the line end, unless told otherwise. */
  readonly keyOf?: (line: string) => string;
}

/**
 * Brings into `ours` what `theirs` changed since `base`. What the author changed stays; what both changed differently
 * is shown between conflict markers, as git writes them. Line ends do not count as changes: lines of `theirs` take
 * those of `ours`, so that a file which git converted merges like any other.
 * @param base the keys of the lines of the version that both come from; `undefined` where it is not known: then every
 *   difference is a conflict
 */
export function mergeTexts(
  base: readonly string[] | undefined,
  ours: string,
  theirs: string,
  { oursName, theirsName, keyOf = (line) => line }: MergeOptions,
): MergedText {
  const mine = textLines(ours);
  const others = textLines(theirs);
  const keysOf = (lines: readonly TextLine[]): string[] => lines.map(({ text }) => keyOf(text));
  const parts = mergeLines(base, keysOf(mine), keysOf(others));
  const lineEnd = lineEndOf(ours === '' ? theirs : ours);
  const edits: TextEdit[] = [];
  let conflicts = 0;
  for (const part of parts) {
    if (part.from !== 'theirs' && part.from !== 'conflict') continue;
    const here = mine.slice(part.ours.start, part.ours.end);
    const there = others.slice(part.theirs.start, part.theirs.end).map(({ text }) => text);
    const start = mine[part.ours.start]?.start ?? ours.length;
    const end = here.at(-1)?.end ?? start;
    let lines: readonly string[] = there;
    if (part.from === 'conflict') {
      conflicts++;
      lines = [
        `<<<<<<< ${oursName}`,
        ...here.map(({ text }) => text),
        '=======',
        ...there,
        `>>>>>>> ${theirsName}`,
      ];
    }
    edits.push(replacement(ours, { start, end }, lines, lineEnd, theirs));
  }
  return { text: applied(ours, edits), edits, conflicts };
}

/** Replaces whole lines by others, at the end of the text with or without a last line end as its sides have it. */
function replacement(
  ours: string,
  span: TextEdit['span'],
  lines: readonly string[],
  lineEnd: string,
  theirs: string,
): TextEdit {
  const joined = lines.map((line) => line + lineEnd).join('');
  if (span.end < ours.length) return { span, newText: joined };
  const endsOpen = !/[\r\n]$/.test(theirs === '' ? ours : theirs);
  const newText = endsOpen && lines.length > 0 ? joined.slice(0, -lineEnd.length) : joined;
  const isAppended = span.start === ours.length && ours !== '' && !/[\r\n]$/.test(ours);
  return { span, newText: isAppended && lines.length > 0 ? lineEnd + newText : newText };
}

function applied(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let done = 0;
  for (const { span, newText } of edits) {
    result += text.slice(done, span.start) + newText;
    done = span.end;
  }
  return result + text.slice(done);
}
