/** Lines of a text, seen through the block quotes and list items they stand in. */

/** What is left of one line once the markers of the blocks around it are taken off; no line end. */
export interface Line {
  /** Tabs before the first other character may have become spaces. */
  readonly text: string;
  /** The offset in the whole text where the line ends. What `text` ends with, stands right before it. */
  readonly end: number;
  /**
   * The first line behind lines of a block quote that lacks their marker and belongs to them all the same: what
   * is read so far may end here, though not as by a blank line.
   */
  readonly isLazy: boolean;
}

/** Lines that may still have to be found: asked for in rising order, so that nobody reads further than needed. */
export interface LineSource {
  /** The line at `index`, counted from 0; `undefined` behind the last one. */
  at(index: number): Line | undefined;
  /** Leaves `text`, the end of the line at `index`, in its place. */
  cut(index: number, text: string): void;
}

/** Lines that are all known. */
export class GivenLines implements LineSource {
  readonly #lines: Line[];

  constructor(lines: Line[]) {
    this.#lines = lines;
  }

  at(index: number): Line | undefined {
    return this.#lines[index];
  }

  cut(index: number, text: string): void {
    const line = this.#lines[index];
    if (line !== undefined) this.#lines[index] = { ...line, text };
  }
}

/** The lines of a block quote without their `>`, and the lazy ones among them. */
export class QuotedLines implements LineSource {
  readonly #outer: LineSource;
  readonly #start: number;
  readonly #endsParagraph: (source: LineSource, index: number) => boolean;
  readonly #lines: Line[] = [];
  #isEnd = false;
  /** The last line had the marker. */
  #isQuoted = false;
  /** The last line with the marker had something behind it. */
  #mayBeLazy = false;

  /**
   * @param start the index in `outer` of the first quoted line
   * @param endsParagraph whether the line at an index of `outer` cannot go on with a paragraph before it
   */
  constructor(
    outer: LineSource,
    start: number,
    endsParagraph: (source: LineSource, index: number) => boolean,
  ) {
    this.#outer = outer;
    this.#start = start;
    this.#endsParagraph = endsParagraph;
  }

  at(index: number): Line | undefined {
    while (this.#lines.length <= index && !this.#isEnd) this.#readLine();
    return this.#lines[index];
  }

  cut(index: number, text: string): void {
    const line = this.#lines[index];
    if (line !== undefined) this.#lines[index] = { ...line, text };
  }

  #readLine(): void {
    const index = this.#start + this.#lines.length;
    const line = this.#outer.at(index);
    const marker = line === undefined ? null : quoteMarker.exec(line.text);
    if (line !== undefined && marker !== null) {
      this.#lines.push({ text: line.text.slice(marker[0].length), end: line.end, isLazy: false });
      this.#isQuoted = true;
      this.#mayBeLazy = !emptyQuote.test(line.text);
    } else if (line !== undefined && this.#mayBeLazy && !this.#endsParagraph(this.#outer, index)) {
      this.#lines.push({ ...line, isLazy: this.#isQuoted });
      this.#isQuoted = false;
    } else {
      this.#isEnd = true;
    }
  }
}

/** `>` with up to three spaces before it and one space or tab after. */
export const quoteMarker = /^ {0,3}>[ \t]?/;

const emptyQuote = /^ {0,3}> ?$/;

/** A thematic break. */
export const rule = /^ {0,3}(?:(?:-[\t ]*){3,}|(?:_[\t ]*){3,}|(?:\*[\t ]*){3,})$/;

/** The lines of `text` from an offset on. They end at LF, CRLF or CR. */
export function linesOf(text: string, from: number): Line[] {
  const lines: Line[] = [];
  let start = from;
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== 10 && unit !== 13) continue;
    lines.push({ text: text.slice(start, i), end: i, isLazy: false });
    if (unit === 13 && text.charCodeAt(i + 1) === 10) i++;
    start = i + 1;
  }
  if (start < text.length) lines.push({ text: text.slice(start), end: text.length, isLazy: false });
  return lines;
}

/** Some text put together from pieces of lines, with the way back to the offsets in the whole text. */
export class JoinedText {
  text = '';
  readonly #starts: number[] = [];
  readonly #offsets: number[] = [];

  /** The lines with LF between them. */
  static ofLines(lines: readonly Line[]): JoinedText {
    const joined = new JoinedText();
    for (const line of lines) {
      if (joined.#starts.length > 0) joined.text += '\n';
      joined.add(line.text, line.end - line.text.length);
    }
    return joined;
  }

  /** Adds `piece`, which stands at `offset` in the whole text. */
  add(piece: string, offset: number): void {
    this.#starts.push(this.text.length);
    this.#offsets.push(offset);
    this.text += piece;
  }

  /** The offset in the whole text of what is at `index` here. */
  offsetOf(index: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#starts[middle]! <= index) low = middle;
      else high = middle - 1;
    }
    return (this.#offsets[low] ?? 0) + index - (this.#starts[low] ?? 0);
  }
}
