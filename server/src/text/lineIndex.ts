import type { Span } from './span.ts';

/** A place as LSP counts it: both numbers from 0, `character` in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Turns UTF-16 offsets of one text into positions and back. An open document's own index does it faster. */
export interface PositionMap {
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

/** Turns UTF-16 offsets of one text into lines and back. Lines end at LF, CRLF or CR, as in LSP. */
export class LineIndex implements PositionMap {
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStarts(text);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The line (from 0) that holds `offset`; offsets beyond the text give the last line. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.lineAt(inside);
    return { line, character: inside - this.#starts[line]! };
  }

  /** The offset of a position; a character beyond its line's end gives that end. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.#starts.length) return this.#text.length;
    const line = this.lineSpan(position.line);
    return Math.min(line.start + Math.max(0, position.character), line.end);
  }

  rangeOf(of: Span): Range {
    return { start: this.positionAt(of.start), end: this.positionAt(of.end) };
  }

  spanOf(range: Range): Span {
    return { start: this.offsetAt(range.start), end: this.offsetAt(range.end) };
  }

  /** The line without its line end. */
  lineSpan(line: number): Span {
    const start = this.#starts[line] ?? this.#text.length;
    let end = this.#starts[line + 1] ?? this.#text.length;
    if (end > start && this.#text.charCodeAt(end - 1) === 10) end--;
    if (end > start && this.#text.charCodeAt(end - 1) === 13) end--;
    return { start, end };
  }
}

/** The line end that a text uses: the first one found, else LF. */
export function lineEndOf(text: string): '\n' | '\r\n' | '\r' {
  const found = /\r\n|\n|\r/.exec(text)?.[0];
  return found === '\r\n' || found === '\r' ? found : '\n';
}

/** The line end of the line that holds `offset`; of the one before where it has none. */
export function lineEndAt(text: string, offset: number): '\n' | '\r\n' | '\r' {
  let at = offset;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  if (at === text.length) {
    at = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    if (at < 0) return '\n';
  }
  if (text[at] === '\n') return text[at - 1] === '\r' ? '\r\n' : '\n';
  return text[at + 1] === '\n' ? '\r\n' : '\r';
}

function lineStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10) starts.push(i + 1);
    else if (unit === 13 && text.charCodeAt(i + 1) !== 10) starts.push(i + 1);
  }
  return starts;
}
