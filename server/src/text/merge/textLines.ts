/** A text's lines with their places. */

export interface TextLine {
  /** Without its line end. */
  readonly text: string;
  /** Where it begins, and where the next one does; UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

/** The lines of a text; a line end at the end of it begins no further line. Lines end at LF, CRLF or CR. */
export function textLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  for (let start = 0; start < text.length;) {
    let at = start;
    while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
    const end = text.startsWith('\r\n', at) ? at + 2 : Math.min(at + 1, text.length);
    lines.push({ text: text.slice(start, at), start, end });
    start = end;
  }
  return lines;
}
