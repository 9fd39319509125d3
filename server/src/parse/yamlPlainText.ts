/** Text that is written without quotes, over one line or several. */
import { type YamlCursor, isBlank, isFlowMark, isLineEnd, isWhite } from './yamlCursor.ts';

export interface PlainText {
  readonly text: string;
  /** Where its last character ends. */
  readonly end: number;
}

// Most text holds none of these for long.
const mark = /[:#\r\n]/g;
const flowMark = /[:#\r\n,[\]{}]/g;

/** Reads from the first character on; the cursor ends behind the text, or at the content of a later line that is no more of it. */
export function readPlainText(cursor: YamlCursor): PlainText {
  let text = '';
  for (;;) {
    const start = cursor.at;
    const end = endOnLine(cursor);
    const textEnd = cursor.withoutWhite(start, end);
    text += cursor.text.slice(start, textEnd);
    cursor.at = end;
    if (!isLineEnd(cursor.text[end])) return { text, end: textEnd };
    cursor.breakLine();
    const blank = cursor.skipBlankLines();
    if (cursor.indent <= cursor.block || cursor.at >= cursor.text.length) return { text, end: textEnd };
    // A comment, a mark between documents or, in brackets, a comma: nothing more of the text.
    if (cursor.isAtMark() || endOnLine(cursor) === cursor.at) return { text, end: textEnd };
    text += blank === 0 ? ' ' : '\n'.repeat(blank);
  }
}

/** Where the text ends on the cursor's line, white space at its end included. */
function endOnLine({ text, at: start, isFlow }: YamlCursor): number {
  const marks = isFlow ? flowMark : mark;
  marks.lastIndex = start;
  for (;;) {
    const found = marks.exec(text);
    if (found === null) return text.length;
    const at = found.index;
    const character = found[0];
    if (character === ':') {
      if (isBlank(text[at + 1]) || (isFlow && isFlowMark(text[at + 1]))) return at;
    } else if (character !== '#') {
      return at;
    } else if (at > 0 && (isWhite(text[at - 1]) || isLineEnd(text[at - 1]))) {
      return at;
    }
  }
}
