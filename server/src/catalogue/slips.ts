/** Slips in writing: one letter too many, too few, wrong or changed places. Both words in lower case. */
import { distance } from 'fastest-levenshtein';

const shortest = 6;

/**
 * Whether `word` is `name` but for one slip, the first letter right. A plural, and a letter or digit more or less at
 * the end, are none: `Redisson`, `Angular2`, `databases`. Short words have too many neighbours.
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
  if (edits !== 1) return false;
  if (word.length >= shortest) return !isWord || word.length > shortest;
  return word.length === name.length && !isWord && soundsAlike(word, name);
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
