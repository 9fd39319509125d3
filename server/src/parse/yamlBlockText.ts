/** Text below `|` or `>`. */
import { type YamlCursor, isLineEnd, isWhite } from './yamlCursor.ts';
import { YamlRefusal } from './yamlRefusal.ts';

export interface BlockText {
  readonly text: string;
  /** Behind its last line end, blank lines included. */
  readonly end: number;
}

interface Header {
  readonly isFolded: boolean;
  /** What becomes of line ends behind the text: one is kept, none, or all. */
  readonly ends: 'one' | 'none' | 'all';
  /** How much more than the block around the text is indented; 0: as its first line is. */
  readonly indent: number;
}

/** Reads from the `|` or `>` on; the cursor ends at the content of the first line that is no more of the text. */
export function readBlockText(cursor: YamlCursor): BlockText {
  const header = readHeader(cursor);
  const body = new BlockBody(cursor, header);
  body.read();
  return { text: body.text, end: cursor.at < cursor.text.length ? cursor.lineStart : cursor.at };
}

function readHeader(cursor: YamlCursor): Header {
  const { text } = cursor;
  const start = cursor.at;
  const isFolded = text[start] === '>';
  let ends: Header['ends'] | undefined;
  let indent = 0;
  cursor.at++;
  for (;;) {
    const character = text[cursor.at];
    if (character === undefined) break;
    if (isLineEnd(character)) {
      cursor.breakLine();
      refuseTab(cursor);
      break;
    }
    if (isWhite(character)) {
      cursor.skipWhite();
      if (text[cursor.at] === '#') cursor.skipToLineEnd();
    } else if ((character === '-' || character === '+') && ends === undefined) {
      ends = character === '-' ? 'none' : 'all';
      cursor.at++;
    } else if (character >= '1' && character <= '9' && indent === 0) {
      indent = Number(character);
      cursor.at++;
    } else {
      cursor.skipToLineEnd();
      throw new YamlRefusal('unexpected', start, cursor.at);
    }
  }
  return { isFolded, ends: ends ?? 'one', indent };
}

/** A tab that begins a line right behind a blank one, where only spaces can indent. */
function refuseTab({ text, at }: YamlCursor): void {
  if (text[at] === '\t') throw new YamlRefusal('tab-indentation', at, at + 1);
}

class BlockBody {
  readonly #cursor: YamlCursor;
  readonly #header: Header;
  text = '';
  /** Line ends since the last text. */
  #breaks = 0;
  /** The line before, and this one, begin with white space beyond the indentation: neither is folded. */
  #wasMoreIndented = false;
  #isMoreIndented = false;

  constructor(cursor: YamlCursor, header: Header) {
    this.#cursor = cursor;
    this.#header = header;
  }

  read(): void {
    const indent = this.#findIndent();
    if (indent !== undefined) this.#readLines(indent);
    this.#chomp();
  }

  /** Steps over blank lines to the first text; answers how far the text is indented, `undefined` at the end of all. */
  #findIndent(): number | undefined {
    const cursor = this.#cursor;
    const given = this.#header.indent === 0 ? undefined : Math.max(0, cursor.block) + this.#header.indent;
    let deepestBlank = 0;
    for (;;) {
      const lineStart = cursor.at;
      const spaces = cursor.skipSpaces(given);
      if (spaces > 0) cursor.indent = spaces;
      const character = cursor.text[cursor.at];
      if (character === undefined) {
        if (spaces > 0 && spaces >= (given ?? 0)) this.#breaks++;
        return undefined;
      }
      if (!isLineEnd(character)) {
        const indent = given ?? cursor.indent;
        if (given === undefined && indent < deepestBlank && indent > cursor.block && !cursor.isAtMark()) {
          throw new YamlRefusal('indentation', lineStart, cursor.at + 1);
        }
        return indent;
      }
      deepestBlank = Math.max(deepestBlank, spaces);
      cursor.breakLine();
      refuseTab(cursor);
      this.#breaks++;
    }
  }

  /** The cursor stands behind the first line's indentation. */
  #readLines(indent: number): void {
    const cursor = this.#cursor;
    const least = Math.max(indent, cursor.block + 1);
    for (;;) {
      const character = cursor.text[cursor.at];
      this.#isMoreIndented = isWhite(character);
      if (character === '\t') cursor.tabAt = cursor.at;
      if (character === undefined) return;
      if (isLineEnd(character)) {
        this.#breaks++;
        cursor.breakLine();
        if (isLineEnd(cursor.text[cursor.at])) this.#skipEmptyLines();
      } else {
        if (cursor.isAtMark() || cursor.indent < least) return;
        this.#addLine();
        if (cursor.at >= cursor.text.length) return;
        this.#breaks++;
        cursor.breakLine();
        if (isLineEnd(cursor.text[cursor.at])) this.#skipEmptyLines();
      }
      const spaces = cursor.skipSpaces(indent);
      if (spaces > 0) cursor.indent = spaces;
    }
  }

  #skipEmptyLines(): void {
    const cursor = this.#cursor;
    while (isLineEnd(cursor.text[cursor.at])) {
      this.#breaks++;
      cursor.breakLine();
      refuseTab(cursor);
    }
  }

  #addLine(): void {
    const cursor = this.#cursor;
    const start = cursor.at;
    cursor.skipToLineEnd();
    const isFolded =
      this.#header.isFolded && !this.#wasMoreIndented && !this.#isMoreIndented && this.text !== '';
    this.text += isFolded && this.#breaks === 1 ? ' ' : '\n'.repeat(this.#breaks - (isFolded ? 1 : 0));
    this.text += cursor.text.slice(start, cursor.at);
    this.#breaks = 0;
    this.#wasMoreIndented = this.#isMoreIndented;
  }

  #chomp(): void {
    const isEmpty = this.text === '';
    // The end of the text ends its last line too.
    if (!isEmpty && this.#breaks === 0) this.#breaks = 1;
    if (this.#header.ends === 'all') this.text += '\n'.repeat(this.#breaks);
    else if (this.#header.ends === 'one' && !isEmpty) this.text += '\n';
  }
}
