import { shifted } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { hasClauseWords } from './clauses.ts';
import { trimmedSpan } from './pieces.ts';
import { remarkStart } from './remarks.ts';
import type { ReadValue } from './types.ts';

const longestUntied = 80;
const mostUntiedWords = 6;

/**
 * An item of a list that the catalogue does not know, as a value, without the version behind it and the remark after a
 * dash: a name without what qualifies it, or a short phrase; `undefined` for what names nothing. Its span is moved on
 * by `by`.
 */
export function untiedValue(
  text: string,
  span: Span,
  { by, as }: { readonly by: number; readonly as: 'name' | 'phrase' },
): ReadValue | undefined {
  const item = { start: span.start, end: remarkStart(text, span) };
  const end = as === 'phrase' ? item.end : qualifierStart(text, item);
  const words = withoutJoiningWords(text, cleanSpan(text, { start: span.start, end }));
  const version = /\s(?:v|version )?(\d[\d.]*(?:\.x)?\+?)$/i.exec(text.slice(words.start, words.end));
  const at = version === null ? words : { start: words.start, end: words.start + version.index };
  const value = plain(text, at);
  if (value === '' || value.length > longestUntied || !/\p{L}/u.test(value)) return undefined;
  if (value.split(' ').length > mostUntiedWords || hasClauseWords(value)) return undefined;
  if (noValue.test(value) || variable.test(value)) return undefined;
  const place = shifted(at, by);
  return version === null ? { text: value, span: place } : { text: value, span: place, version: version[1]! };
}

/** Whether each word has a capital, or a sign of a name inside: `Cloud Build`, `deck.gl`. */
export function isWrittenAsName(text: string): boolean {
  return text.split(' ').every((word) => /^\p{Lu}|^\p{Ll}+[\p{Lu}\d.]\S*\w$/u.test(word));
}

/** Where what qualifies an item begins: `sign-on for partners`. */
function qualifierStart(text: string, span: Span): number {
  const found =
    / (?:for|as|on|in|with|via|using|behind|through|from|at|to|by|of|für|als|auf|mit|pour|avec|para|con) /.exec(
      text.slice(span.start, span.end),
    );
  return found === null ? span.end : span.start + found.index;
}

/** Without quotes, dashes and full stops at its ends. */
export function cleanSpan(words: string, of: Span): Span {
  let { start, end } = trimmedSpan(words, of);
  while (start < end && /["'“”‘’„:–—\-\s]/.test(words[start]!)) start++;
  while (end > start && /["'“”‘’„:–—.\-\s]/.test(words[end - 1]!)) end--;
  return { start, end };
}

/** Without the words that only join an item to the one before it: `and failover`, `now our store`. */
export function withoutJoiningWords(text: string, of: Span): Span {
  const joining = joiningWords.exec(text.slice(of.start, of.end));
  return joining === null ? of : { start: of.start + joining[0].length, end: of.end };
}

/** The text on one line, without emphasis. */
export function plain(words: string, span: Span): string {
  return words
    .slice(span.start, span.end)
    .replace(/\*\*|~~/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const joiningWords =
  /^(?:(?:and|or|but|plus|also|as well as|und|oder|sowie|et|ou|y|o|i|oraz|now|currently)\s+)+/i;

const variable = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/;

/** "And so on", a word that only joins, and paths of files. */
const noValue =
  /^(?:every|any|no)thing(?![\p{L}-])|^(?:etc|usw|the|an?|our|and (?:more|others)|u\.\s?a|itd|…|e\.\s?g|i\.\s?e|z\.\s?b|(?:and|or|but|plus|also|with|for|via|on|in|to|by|from|und|oder|mit)(?:\s.*)?)\.?$|^[@./~]|[/\\]\S*\.[a-z]{1,5}\b|^\S+\.(?:md|tsx?|jsx|json|ya?ml|toml|py|txt)$/iu;
