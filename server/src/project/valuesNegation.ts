/**
 * A masked value with its negated parts made blank, offsets unchanged: after not, no, never, without, instead
 * of, formerly, migrated from and their like, up to the next comma, full stop, closing bracket or "but".
 */
export function maskNegations(text: string): string {
  negation.lastIndex = 0;
  let result = '';
  let done = 0;
  for (let found = negation.exec(text); found !== null; found = negation.exec(text)) {
    if (found.index < done) continue;
    const end = endOfNegation(text, found.index + found[0].length);
    result += text.slice(done, found.index) + ' '.repeat(end - found.index);
    done = end;
    negation.lastIndex = Math.max(end, found.index + found[0].length);
  }
  return done === 0 ? text : result + text.slice(done);
}

/** Whether a label says that what follows is not there: `Not used`, `Avoid`, `Deprecated`. */
export function isNegatedLabel(label: string): boolean {
  return negatedLabel.test(label);
}

const words = [
  'not',
  'no',
  'never',
  'without',
  'instead of',
  'rather than',
  'in place of',
  'formerly',
  'previously',
  '(?:migrated|migrating|migration|moved|moving|switched|switching|ported|porting|converted) (?:away )?from',
  'alternatives? to',
  'replac(?:es|ed|ing)',
  'replacements? for',
  'similar to',
  'compared (?:to|with)',
  'unlike',
  'avoid(?:s|ing)?',
  'cannot',
  "(?:do|does|did|is|are|was|were|ca|wo|should|must)n['’]t",
  'nicht',
  'keine?[nmrs]?',
  'niemals',
  'ohne',
  '(?:an)?statt',
  'anstelle von',
  'ehemals',
  'früher',
  'migriert von',
  'sans',
  'pas de',
  'au lieu de',
  'jamais',
  'en lugar de',
  'nunca',
  'bez',
  'zamiast',
];

// A word ends where no letter, digit or hyphen follows: "no-code", "Node" and "No. 1" negate nothing.
const negation = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${words.join('|')})(?![\\p{L}\\p{N}]|-\\p{L}|\\.\\s?\\d)`,
  'giu',
);

const negatedLabel =
  /(?<![\p{L}\p{N}-])(?:not|no|never|avoid(?:ed)?|do not|don['’]t|deprecated|forbidden|prohibited|removed|rejected|former(?:ly)?|previous(?:ly)?|migrated from|alternatives?|instead of|out of scope|excluded|nicht|kein|verboten|veraltet)(?![\p{L}\p{N}]|-\p{L})/iu;

function endOfNegation(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const unit = text[at]!;
    if (unit === '(' || unit === '[') depth++;
    else if ((unit === ')' || unit === ']') && --depth < 0) return at;
    if (depth > 0) continue;
    if (',;，；、|'.includes(unit) && !isThousands(text, at)) return at;
    if ((unit === '.' || unit === '!' || unit === '?') && /^\s|^$/.test(text.charAt(at + 1))) return at;
    if (unit === ' ' && /^ (?:but|to|sondern|nach|mais|pero|lecz) /.test(text.slice(at, at + 9))) return at;
    // A dash with spaces begins a new thought: `no MongoDB – PostgreSQL only`.
    if (unit === ' ' && /^ [-–—→] /.test(text.slice(at, at + 3))) return at;
  }
  return text.length;
}

function isThousands(text: string, at: number): boolean {
  return (
    text[at] === ',' && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5)) && /\d/.test(text.charAt(at - 1))
  );
}
