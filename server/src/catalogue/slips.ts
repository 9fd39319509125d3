/** Slips in writing: one letter too many, too few, wrong or changed places. Both words in lower case. */
import { distance } from 'fastest-levenshtein';

const shortest = 6;

/**
 * Whether `word` is `name` but for one slip, the first letter right. A plural or another form of an English word, and a
 * letter or digit more or less at the end, are none: `Redisson`, `Angular2`, `databases`, `signals` for SignalR. Short
 * words have too many neighbours.
 * @param isWord whether the name is an English word too: every other word is a slip away from one
 */
export function isOneSlip(word: string, name: string, isWord: boolean): boolean {
  if (word[0] !== name[0] || Math.abs(word.length - name.length) > 1) return false;
  if (/\d/.test(word) || /\d/.test(name)) return false;
  // A double letter (`Reactt`), or the last one not typed (`Kubernete`).
  if (word.startsWith(name)) return word.length === name.length + 1 && word.at(-1) === name.at(-1);
  if (name.startsWith(word)) {
    const isSingular = isWord && /[^s]s$/.test(name);
    return word.length >= shortest && name.length === word.length + 1 && !isSingular;
  }
  const edits = distance(word, name);
  if (edits === 2) return word.length === name.length && isSwapped(word, name);
  if (edits !== 1 || isInflected(word, name)) return false;
  if (word.length >= shortest) return !isWord || word.length > shortest;
  return word.length === name.length && !isWord && soundsAlike(word, name);
}

/**
 * Whether what differs is the ending of an English word: `signals` (SignalR), `formats` (FormatJS), `bundled` (Bundler),
 * `gamers` (games), `tracing` (trading). For one who misses a key does so anywhere, and these are words.
 */
function isInflected(word: string, name: string): boolean {
  const before = word.slice(0, -1);
  if (/[sdr]$/.test(word) && (name.slice(0, -1) === before || name === `${before}js`)) return true;
  if (word.replace(/r(?=s?$)/, '') === name) return true;
  return word.endsWith('ing') && name.endsWith('ing') && !isDoubled(word, name) && !isDoubled(name, word);
}

/** `shoppping` of `shopping`: the letter too many is the one before it. */
function isDoubled(long: string, short: string): boolean {
  let at = 0;
  while (long[at] === short[at]) at++;
  return long.length > short.length && long[at] === long[at - 1];
}

function isSwapped(word: string, name: string): boolean {
  let at = 0;
  while (word[at] === name[at]) at++;
  return word[at] === name[at + 1] && word[at + 1] === name[at] && word.slice(at + 2) === name.slice(at + 2);
}

/** `Reakt`: the letter that was mistaken is one for the same sound. */
function soundsAlike(word: string, name: string): boolean {
  let at = 0;
  while (word[at] === name[at]) at++;
  return ['ck', 'kc', 'sz', 'zs', 'iy', 'yi'].includes(word.charAt(at) + name.charAt(at));
}
