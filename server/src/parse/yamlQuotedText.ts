/** Text in quotes, over one line or several. */
import { type YamlCursor, isLineEnd } from './yamlCursor.ts';
import { YamlRefusal } from './yamlRefusal.ts';

/** Reads from the quote that opens; the cursor ends behind the one that closes. */
export function readQuotedText(cursor: YamlCursor): string {
  const start = cursor.at;
  const quote = cursor.text[start];
  const special = quote === '"' ? specialInDouble : specialInSingle;
  let text = '';
  cursor.at++;
  for (;;) {
    if (cursor.isAtMark()) throw new YamlRefusal('unexpected', cursor.at, cursor.at + 3);
    special.lastIndex = cursor.at;
    const found = special.exec(cursor.text);
    if (found === null) throw unclosed(cursor, start);
    const from = cursor.at;
    const character = found[0];
    cursor.at = found.index;
    if (isLineEnd(character)) {
      // White space counts only within a line.
      text += cursor.text.slice(from, cursor.withoutWhite(from, cursor.at));
      const blank = continueOnNextLine(cursor, start);
      text += blank === 0 ? ' ' : '\n'.repeat(blank);
      continue;
    }
    text += cursor.text.slice(from, cursor.at);
    if (character === '\\') {
      text += readEscape(cursor, start);
      continue;
    }
    cursor.at++;
    if (quote === '"' || cursor.text[cursor.at] !== "'") return text;
    text += "'";
    cursor.at++;
  }
}

const specialInDouble = /["\\\r\n]/g;
const specialInSingle = /['\r\n]/g;

/** Answers how many blank lines there were. Of a CRLF the LF ends a blank line of its own, to the program. */
function continueOnNextLine(cursor: YamlCursor, start: number): number {
  cursor.breakLineHere();
  const blank = cursor.skipBlankLines();
  if (cursor.indent > cursor.block || cursor.at >= cursor.text.length) return blank;
  throw atMargin(cursor, start);
}

const field = /[\w.-]+[ \t]*:(?=[ \t\r\n]|$)/y;

/** A line that is not indented as the text must be: a field of its own where the quote is not closed. */
function atMargin(cursor: YamlCursor, start: number): YamlRefusal {
  const { text, at } = cursor;
  field.lastIndex = at;
  if (field.test(text)) return unclosed(cursor, start);
  cursor.skipToLineEnd();
  return new YamlRefusal('indentation', at, Math.max(at + 1, cursor.at));
}

/** The quote's own line. */
function unclosed({ text }: YamlCursor, start: number): YamlRefusal {
  const length = text.slice(start).search(/[\r\n]/);
  return new YamlRefusal('unclosed-quote', start, length < 0 ? text.length : start + length);
}

const escapes: Readonly<Record<string, string>> = {
  ' ': ' ',
  '\t': '\t',
  '0': '\0',
  a: '\u0007',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\u001B',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\u0085',
  _: '\u00A0',
  L: '\u2028',
  P: '\u2029',
};

/** How many hexadecimal digits follow. */
const digits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Reads from the backslash on. */
function readEscape(cursor: YamlCursor, quoteStart: number): string {
  const start = cursor.at;
  const escaped = cursor.text[start + 1] ?? '';
  if (isLineEnd(escaped)) {
    cursor.at++;
    return '\n'.repeat(continueOnNextLine(cursor, quoteStart));
  }
  const simple = escapes[escaped];
  if (simple !== undefined) {
    cursor.at = start + 2;
    return simple;
  }
  const count = digits[escaped];
  if (count === undefined) {
    if (escaped === '') throw unclosed(cursor, quoteStart);
    throw new YamlRefusal('bad-escape', start, start + 1);
  }
  cursor.at = start + 2;
  const code = readHex(cursor, start, count);
  if (code < 0xd800 || code > 0xdfff) return String.fromCodePoint(code);
  // JSON writes characters beyond the first plane as two escapes.
  const isPair = escaped === 'u' && code < 0xdc00 && cursor.text.startsWith('\\u', cursor.at);
  if (isPair) cursor.at += 2;
  const low = isPair ? readHex(cursor, start, 4) : 0;
  if (low < 0xdc00 || low > 0xdfff) throw new YamlRefusal('bad-escape', start, start + 1);
  return String.fromCharCode(code, low);
}

function readHex(cursor: YamlCursor, escapeStart: number, count: number): number {
  const written = cursor.text.slice(cursor.at, cursor.at + count);
  const code =
    written.length === count && /^[0-9A-Fa-f]+$/.test(written) ? Number.parseInt(written, 16) : NaN;
  if (!(code <= 0x10ffff)) throw new YamlRefusal('bad-escape', escapeStart, escapeStart + 1);
  cursor.at += count;
  return code;
}
