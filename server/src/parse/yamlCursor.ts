/** Where the reading of a YAML text stands: the place, its line, and how far that line is indented. */

/**
 * What is allowed where the cursor stands. Outside brackets a block collection may begin; `block-in` is inside one, and
 * stricter about tabs. In brackets, `flow-key` is where a colon needs no space behind it, as after a quoted key.
 */
export type YamlContext = 'block-out' | 'block-in' | 'flow-in' | 'flow-key';

/** All offsets are UTF-16, in the YAML text. */
export class YamlCursor {
  readonly text: string;
  at = 0;
  lineStart = 0;
  line = 1;
  /** How many spaces begin the line; behind `- ` and `? ` on one line, the column instead. */
  indent = 0;
  /** Where a tab stands among the white space before the content of the line; `-1` without one. */
  tabAt = -1;
  context: YamlContext = 'block-out';
  /** How far the block collections around are indented, the innermost last. */
  readonly blocks: number[] = [];

  constructor(text: string) {
    this.text = text;
    if (text.startsWith('\uFEFF')) this.at = this.lineStart = 1;
  }

  get isFlow(): boolean {
    return this.context === 'flow-in' || this.context === 'flow-key';
  }

  /** How far the innermost block collection is indented; `-1` outside of any. */
  get block(): number {
    return this.blocks.at(-1) ?? -1;
  }

  /** Steps over one line end: CRLF, LF or CR. */
  breakLine(): void {
    if (this.text[this.at] === '\r' && this.text[this.at + 1] === '\n') this.at++;
    this.breakLineHere();
  }

  /** Steps over one character that ends a line: of a CRLF the CR alone, as the program does in quoted text. */
  breakLineHere(): void {
    this.at++;
    this.lineStart = this.at;
    this.line++;
    this.indent = 0;
    this.tabAt = -1;
  }

  /** At the start of a line: steps over blank lines and to the content of the next; answers how many were blank. */
  skipBlankLines(): number {
    let blank = 0;
    for (;;) {
      this.indent = this.skipSpaces();
      if (this.text[this.at] === '\t') {
        this.tabAt = this.at;
        this.skipWhite();
      }
      if (!isLineEnd(this.text[this.at])) return blank;
      blank++;
      this.breakLine();
    }
  }

  /** Answers how many spaces there were. */
  skipSpaces(most = Infinity): number {
    const start = this.at;
    while (this.at - start < most && this.text[this.at] === ' ') this.at++;
    return this.at - start;
  }

  skipWhite(): void {
    while (isWhite(this.text[this.at])) this.at++;
  }

  /** `end`, or where the white space before it begins, not before `start`. */
  withoutWhite(start: number, end: number): number {
    let at = end;
    while (at > start && isWhite(this.text[at - 1])) at--;
    return at;
  }

  skipToLineEnd(): void {
    while (this.at < this.text.length && !isLineEnd(this.text[this.at])) this.at++;
  }

  /** `---` or `...` at the margin, alone or with white space behind it. */
  isAtMark(): boolean {
    if (this.at !== this.lineStart) return false;
    const { text, at } = this;
    return (text.startsWith('---', at) || text.startsWith('...', at)) && isBlank(text[at + 3]);
  }
}

export function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

/** A space or a tab. */
export function isWhite(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

/** White space, a line end, or the end of the text. */
export function isBlank(character: string | undefined): boolean {
  return character === undefined || isWhite(character) || isLineEnd(character);
}

/** A character that means something within brackets. */
export function isFlowMark(character: string | undefined): boolean {
  return (
    character === ',' || character === '[' || character === ']' || character === '{' || character === '}'
  );
}
