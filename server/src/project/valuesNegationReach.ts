import { technologiesIn } from '../catalogue/lookup.ts';
import type { TechnologyKind } from '../catalogue/types.ts';
import { hasClauseWords } from './valuesClauses.ts';

/**
 * How far a negation may reach beyond the comma: an `item` or `statement` goes only as far as its own alternatives
 * ("without React, Vue or Angular", "it never sends keys, tokens or names of users"); `names` over the names that follow a name ("No Redux, MobX"); a `command` over all that follows,
 * up to what begins another thought ("Do not use Redux, MobX, prefer Zustand").
 */
export type Reach = 'item' | 'statement' | 'names' | 'command';

/** What turns a sentence round, and goes with what it turns from. */
export type Turn = 'contrast' | 'migration';

/**
 * Where what is negated ends: before the next comma, full stop, closing bracket or dash, or behind the word that turns
 * the sentence.
 * @param text masked; the negating words end at `from`
 */
export function endOfNegation(text: string, from: number, turn: Turn, reach: Reach = 'item'): number {
  const behindChoice = endOfChoice(text, from, reach);
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const unit = text[at]!;
    if (unit === '(' || unit === '[') depth++;
    else if ((unit === ')' || unit === ']') && --depth < 0) return at;
    if (depth > 0) continue;
    if (endsClause(text, at)) {
      if (!isComma(unit) || (at >= behindChoice && !goesOnBehind(text, from, at, reach))) return at;
    }
    // `Never guess: use TypeScript`
    if (unit === ':' && at > from + 1 && anew.test(text.slice(at + 1, at + longestTurn))) return at;
    if (unit === ' ') {
      const turned = turns[turn].exec(text.slice(at, at + longestTurn));
      if (turned !== null) return at + turned[0].length;
    }
  }
  return text.length;
}

const turns: Record<Turn, RegExp> = {
  // `no MongoDB but PostgreSQL`, `no library except React`
  contrast: /^ (?:but|except|besides|other than|sondern|außer|mais|pero|sino|lecz|ale|oprócz)(?= )/iu,
  // `from Rails to Phoenix`
  migration: /^ (?:to|onto|into|nach|auf|zu|vers|à|hacia|na|do|but|sondern)(?= )/iu,
};
const longestTurn = 16;

/** Where the clause that `before` stands in begins. */
export function startOfClause(text: string, before: number): number {
  const farthest = Math.max(0, before - longestSubject);
  let depth = 0;
  for (let at = before - 1; at >= farthest; at--) {
    const unit = text[at]!;
    if (unit === ')' || unit === ']') depth++;
    else if ((unit === '(' || unit === '[') && --depth < 0) return at + 1;
    if (depth <= 0 && endsClause(text, at)) return at + 1;
  }
  return farthest;
}

const longestSubject = 200;

/**
 * Whether a negation is the first thing said in its sentence, so that the list behind it is its own. In the middle of
 * a list (`React, no Redux, TypeScript`) it is one item of it.
 */
export function opensSentence(text: string, start: number): boolean {
  const from = startOfClause(text, start);
  if (beginsLine(text, start, from)) return true;
  return !isComma(text.charAt(from - 1)) && opening.test(text.slice(from, start));
}

/**
 * Whether a capital behind other words shows that a line, and with it a sentence, begins there; the break itself is
 * no longer in a masked text: `Node.js` and in the next line `Do not use Python, Java`.
 */
export function beginsLine(text: string, start: number, clause: number): boolean {
  return (
    /^\p{Lu}\p{Ll}/u.test(text.slice(start, start + 2)) && /[\p{L}\p{N}]/u.test(text.slice(clause, start))
  );
}

const opening =
  /^[^\p{L}\p{N}]*(?:(?:please|also|so|and|but|we|you|they|it|i|bitte|wir|ihr|nous|vous|on|nosotros|my)\s+){0,2}(?:[^\p{L}\p{N}]*)$/iu;

/** A comma and the like, a full stop, a dash between spaces, which begins a new thought. */
function endsClause(text: string, at: number): boolean {
  const unit = text[at]!;
  if (unit === ';' || unit === '；' || unit === '|' || isComma(unit)) return !isThousands(text, at);
  if (unit === '.' || unit === '!' || unit === '?') return /^\s|^$/.test(text.charAt(at + 1));
  return unit === ' ' && /^ [-–—→] /.test(text.slice(at, at + 3));
}

function isComma(unit: string): boolean {
  return unit === ',' || unit === '，' || unit === '、';
}

function isThousands(text: string, at: number): boolean {
  return (
    text[at] === ',' && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5)) && /\d/.test(text.charAt(at - 1))
  );
}

/** Behind the commas of what a negation leaves no choice of: `without React, Vue or Angular`. */
function endOfChoice(text: string, from: number, reach: Reach): number {
  // `no ORM, asyncpg or psycopg` rules out no driver.
  if (reach === 'item' && !isOfNames(itemAt(text, from))) return from;
  const choice = reach === 'item' ? choiceOfNames : choiceOfPhrases;
  choice.lastIndex = from;
  return choice.test(text) ? choice.lastIndex : from;
}

/** With these a thought begins that says what is there. */
const saysInstead =
  '(?:use[sd]?|using|prefer|choose|pick|stick|go with|keep|rely|take|always|never|only|just|but|plain|vanilla|pure|raw|' +
  'instead|rather|now|nur|sondern|stattdessen|nutzen?|verwenden?|nimm|immer|utilise[rz]?|plutôt|seulement|mais|usar?|' +
  'usamos|sino|solo|sólo|siempre|pero|tylko|lecz|ale|używaj|użyj|только|но)(?![\\p{L}-])';
/** Another instruction. */
const saysWhatToDo =
  '(?:so|since|as|because|while|whereas|hence|therefore|thus|run|store|put|call|write|import|let|deploy|see|install|then|everything|check|ask|add|create|make)(?![\\p{L}-])';
const choiceOfNames = choiceOf(2);
const choiceOfPhrases = choiceOf(5);

/** Items parted by commas up to the conjunction before the last one; an item has one word and so many more. */
function choiceOf(more: number): RegExp {
  const word = '[\\p{L}\\p{N}][\\p{L}\\p{N}.#+/@_-]{0,40}';
  const item = `(?!${saysInstead})[@.]?${word}(?: {1,4}${word}){0,${more}}`;
  return new RegExp(
    `[\\s:]{0,8}${item}(?: {0,4}, {1,4}${item}){0,9}(?: {0,4},)? {1,4}(?:or|nor|oder|ou|lub|albo|ani|ni|или)(?= )`,
    'iuy',
  );
}

/** Whether what is negated goes on behind a comma. */
function goesOnBehind(text: string, from: number, comma: number, reach: Reach): boolean {
  if (reach === 'item' || reach === 'statement') return false;
  const first = itemAt(text, from);
  const item = itemAt(text, comma + 1);
  if (beginsOtherThought(item) || (saysWhatFor.test(item) && !saysWhatFor.test(first))) return false;
  return reach === 'command' || (isOfNames(first) && isOfNames(item) && (isGround(first) || !isGround(item)));
}

function itemAt(text: string, start: number): string {
  let end = start;
  while (
    end < text.length &&
    end - start < longestItem &&
    !/[)\]]/.test(text[end]!) &&
    !endsClause(text, end)
  )
    end++;
  return text.slice(start, end);
}

const longestItem = 120;

/** `use pnpm`, `React Query instead`, `it is slow` */
function beginsOtherThought(item: string): boolean {
  return (
    anew.test(item) ||
    doesSomething.test(item) ||
    /(?<![\p{L}-])(?:instead|only|stattdessen|à la place|en su lugar)\s*$/iu.test(item) ||
    hasClauseWords(item)
  );
}

const anew = new RegExp(
  `^\\s*(?:(?:and|so|please|rather|und|et|y|i)\\s+)?(?:${saysInstead}|${saysWhatToDo})`,
  'iu',
);

/** `Jest and Playwright run in CI` */
const doesSomething =
  /^\s*\S+(?: (?:and|&|\+) \S+)? (?:runs?|handles?|covers?|serves?|provides?|manages?|takes|does|works?)(?![\p{L}-])/u;

/** What has a purpose or a version is there: `No Redux, React Query for the server state`. */
const saysWhatFor = /(?<![\p{L}-])(?:for|as|für|als|pour|para|dla|jako)(?![\p{L}-])|\s\d/iu;

function isOfNames(item: string): boolean {
  let rest = item;
  for (const { span } of technologiesIn(item))
    rest = rest.slice(0, span.start) + ' '.repeat(span.end - span.start) + rest.slice(span.end);
  return (
    rest !== item &&
    !/[\p{L}\p{N}]/u.test(rest.replace(/(?<!\p{L})(?:and|or|nor|und|oder|et|ou|y|o|i|lub)(?!\p{L})/giu, ''))
  );
}

/** What all else is built on: nobody forbids a language in the list of the libraries that he forbids. */
function isGround(item: string): boolean {
  return technologiesIn(item).some(({ item: technology }) => groundKinds.has(technology.kind));
}

const groundKinds: ReadonlySet<TechnologyKind> = new Set([
  'language',
  'runtime',
  'framework',
  'mobile',
  'desktop',
]);
