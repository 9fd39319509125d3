/** A manifest's lines without their ends, for the formats that are read line by line; LF, CRLF and CR. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}
