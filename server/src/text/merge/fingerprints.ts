/** Short names of lines and texts, by which a version can be recognised that is not there any more. */

/**
 * Five letters and digits that stand for a line, `_` for an empty one. Two different lines have the same ones once in
 * nine hundred million pairs.
 */
export function lineKey(line: string): string {
  if (line === '') return emptyLineKey;
  let rest = hashOf(line) % 62 ** keyLength;
  let key = '';
  for (let i = 0; i < keyLength; i++) {
    key += digits[rest % 62];
    rest = Math.floor(rest / 62);
  }
  return key;
}

/** The keys that were written one behind the other; `undefined` where that is no such text. */
export function readLineKeys(written: string): string[] | undefined {
  const keys: string[] = [];
  for (let at = 0; at < written.length;) {
    const length = written[at] === emptyLineKey ? 1 : keyLength;
    const key = written.slice(at, at + length);
    if (key.length < length || (length > 1 && !/^[0-9A-Za-z]+$/.test(key))) return undefined;
    keys.push(key);
    at += length;
  }
  return keys;
}

/** What a text holds, in at most eleven letters and digits; line ends do not count. Not for telling forgeries. */
export function contentState(text: string): string {
  return hashOf(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).toString(36);
}

const keyLength = 5;
const emptyLineKey = '_';
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** 53 bits (cyrb53, public domain): as many as a number holds exactly. */
function hashOf(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
