import type { Span } from '../text/span.ts';

/** A name found in a text: what it names and where it stands (UTF-16 offsets in that text). */
export interface NameHit<T> {
  readonly item: T;
  readonly span: Span;
  /** Found under a spelling that is an English word too, and so only as a whole item of a list. */
  readonly isWord?: true;
}

/**
 * The form in which two spellings of one name are equal: without case, diacritics, spaces, `-`, `_`, dots and
 * dashes, wrongly decoded dashes included, so that `Node.js`, `nodejs`, `node_js` and `Node JS` are one name.
 * `#` and `+` stay, and so does a leading dot before a letter: `C`, `C#`, `C++`, `.NET` and `net` remain apart.
 */
export function normalizedName(text: string): string {
  // The usual name, in one step.
  if (!/[^\0-\x7f]|[.&]/.test(text)) return text.replace(foldedInAscii, '').toLowerCase();
  const plain = isAscii(text) ? text.toLowerCase() : withoutForeignSigns(text);
  let result = '';
  for (let at = 0; at < plain.length; at++) {
    const character = plain[at]!;
    if (character === '.') {
      if (result === '' && isAsciiLetter(plain.charCodeAt(at + 1))) result = '.';
    } else if (character === '&') result += 'and';
    else if (!isFoldedAway(character)) result += character;
  }
  return result;
}

/**
 * Whether a code unit continues a word, as the bounds of a name are drawn: letters, marks and digits, but not
 * those of scripts written without spaces between words or with endings attached to foreign names
 * (`使用React开发`, `React를`).
 */
export function continuesWord(unit: number): boolean {
  if (unit < 0x80) return isAsciiLetter(unit) || (unit >= 0x30 && unit <= 0x39);
  if (unit < 0xaa) return false;
  if (unit >= 0x0e00 && unit <= 0x0eff) return false;
  if (unit >= 0x1100 && unit <= 0x11ff) return false;
  if (unit >= 0x2e80) return false;
  return wordCharacter.test(String.fromCharCode(unit));
}

/** Whether a code unit is a hyphen or a dash. */
export function isDash(unit: number): boolean {
  return unit === 0x2d || (unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212 || unit === 0xad;
}

const wordCharacter = /[\p{L}\p{M}\p{N}]/u;

// UTF-8 of U+2010…U+2015 read as Windows-1250/1252 or Latin-1, once or twice, or as a DOS code page.
const wrongDash =
  /Ã¢(?:â‚¬|\u00c2\u0080)(?:â€œ|â€\u009d|â€|\u00c2[\u0090-\u0095])|â(?:€|\u0080)[\u0090-\u0095“”‘’•\u00ad]|[ΓÔ]Ç[ôöÉæ]/g;

function withoutForeignSigns(text: string): string {
  return text
    .replace(wrongDash, '-')
    .replace(/[™®©]/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('ł', 'l');
}

function isFoldedAway(character: string): boolean {
  const unit = character.charCodeAt(0);
  if (unit < 0x80) return foldedAscii.includes(character);
  if (unit >= 0x2018 && unit <= 0x201f) return true;
  return isDash(unit) || isInvisible(unit) || whiteSpace.test(character);
}

/** Zero-width signs, variation selectors, the byte-order mark, and the sign for what could not be decoded. */
function isInvisible(unit: number): boolean {
  if (unit >= 0xfe00 && unit <= 0xfe0f) return true;
  return (unit >= 0x200b && unit <= 0x200f) || unit === 0x2060 || unit === 0xfeff || unit === 0xfffd;
}

// The backslash stands before a sign that Markdown would take for a mark: `C\#`.
const foldedAscii = ' \t\r\n\f\v-_*`\'"\\\u0000';
const foldedInAscii = /[ \t\r\n\f\v\-_*`'"\\\0]+/g;
const whiteSpace = /\s/;

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 0x80) return false;
  return true;
}

function isAsciiLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}
