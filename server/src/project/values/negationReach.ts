import { technologiesIn } from '../../catalogue/lookup.ts';
import type { TechnologyKind } from '../../catalogue/types.ts';
import { hasClauseWords } from './clauses.ts';

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
  let first = from;
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const unit = text[at]!;
    if (unit === '(' || unit === '[') depth++;
    else if ((unit === ')' || unit === ']') && --depth < 0) return at;
    if (depth > 0) continue;
    if (endsClause(text, at)) {
      if (!isComma(unit) || (at >= behindChoice && !goesOnBehind(text, first, at, reach))) return at;
    }
    if (unit === ':') {
      if (endsAtColon(text, from, at)) return at;
      first = at + 1;
    }
    if (unit === ' ') {
      if (saysWhere(text, from, at) || saysOnWhat(text, from, at)) return at + ' in '.length;
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

/**
 * Whether a colon behind what is negated begins another thought (`No build step: plain HTML`, `Never change these
 * without approval: React`, `Never guess: use TypeScript`), and not the list of what is negated (`Do not use: Redux`,
 * `No ORMs: Prisma`).
 */
function endsAtColon(text: string, from: number, colon: number): boolean {
  const behind = text.slice(colon + 1, colon + longestTurn);
  if (!/^(?:\s|$)/.test(behind) || comparing.test(text.slice(Math.max(0, from - longestTurn), from)))
    return false;
  const words = text.slice(Math.max(from, colon - longestItem), colon);
  if (colon > from + 1 && anew.test(behind)) return true;
  if (!/\p{L}/u.test(words)) return false;
  if (keeping.test(words) || !introducing.test(words)) return true;
  // `No frameworks: Node.js`, but `Do not use these languages: PHP`.
  const [named] = technologiesIn(itemAt(text, colon + 1));
  const kind = named?.item.kind;
  return (kind === 'language' || kind === 'runtime') && !saysToUse.test(words);
}

/**
 * Whether a label that begins with a negation speaks of something else than what stands behind it: `No exceptions`,
 * `Do not upgrade`, but not `No libraries`, `Never use`.
 */
export function deniesSomethingElse(negation: string, words: string): boolean {
  if (!/^no$/i.test(negation)) return /^(?:not|never|do not|don['’]t)$/i.test(negation) && left.test(words);
  // `No Docker required: Node.js 22`
  if (/ (?:required|needed|necessary)\s*$/i.test(words)) return true;
  return (
    /\p{L}/u.test(words) &&
    !/^\s*(?:longer|more|go)/i.test(words) &&
    !introducing.test(words) &&
    technologiesIn(words).length === 0
  );
}

const left =
  /^\s*(?:chang|modif|alter|touch|upgrad|updat|downgrad|remov|delet|replac|skip|forget|mix|omit|miss)\p{L}*(?!\p{L})/iu;

const comparing = /(?:alternatives? to|replacements? for|similar to|compared (?:to|with)|unlike)$/iu;

/** What must not be changed, or not without more ado, is there. */
const keeping =
  /^\s*(?:chang|modif|alter|touch|upgrad|updat|bump|downgrad|remov|delet|drop|replac|edit|break|renam|refactor|migrat|swap|disabl|rewrit|uninstall|stop|restart)\p{L}*(?!\p{L})|(?<!\p{L})(?:without|unless|before|until|ohne|sans|sin|bez)(?!\p{L})/iu;

const saysToUse =
  /^\s*(?:(?:ever|also|please)\s+)?(?:us(?:e|ing)|add(?:ing)?|introduc(?:e|ing)|install(?:ing)?|import(?:ing)?|includ(?:e|ing)|adopt(?:ing)?|suggest(?:ing)?|recommend(?:ing)?|propos(?:e|ing)|mention(?:ing)?|depend|rely|bring|pull)(?!\p{L})/iu;

/** Words with which a list of names is announced: `use`, `new libraries`, `the following`, `any of these`. */
const introducing = new RegExp(
  '(?<![\\p{L}-])(?:' +
    '(?:us(?:e|ing)|add|introduce|install|import|include|adopt|suggest|recommend|propose|mention)(?:\\s+(?:from|in|here|it|again|anymore|any ?more|ever))?|' +
    'depend on|rely on|bring in|pull in|used|allowed|permitted|supported|wanted|acceptable|' +
    'this|these|those|the following(?:\\s+\\p{L}+){0,2}|following(?:\\s+\\p{L}+){0,2}|like|such as|e\\.g\\.?|including|for example|' +
    'libraries|libs|frameworks|packages|dependencies|deps|modules|plugins|tools|technologies|databases|languages|' +
    'orms|odms|services|platforms|providers|runtimes|stacks|bundlers|linters|preprocessors|' +
    'verwenden|verwendet|nutzen|benutzen|einsetzen|bibliotheken|werkzeuge|utiliser|utilisez|usar|utilizar|używaj|używać|stosuj|' +
    'используй(?:те)?|использовать' +
    ')(?:\\s*\\([^()]*\\))?\\s*$',
  'iu',
);

/**
 * Whether at `at` it says where something must not be that is no technology: `Never use class components in React` is
 * said of a project that has React. What is not written in a language, or kept in a store, is another matter.
 */
function saysWhere(text: string, from: number, at: number): boolean {
  if (at - from > longestItem || !/^ in (?=\p{Lu})/u.test(text.slice(at, at + 5))) return false;
  const words = text.slice(from, at);
  if (!/\p{L}/u.test(words) || making.test(words) || technologiesIn(words).length > 0) return false;
  const [first] = technologiesIn(itemAt(text, at + 4));
  return first?.span.start === 0 && groundKinds.has(first.item.kind);
}

/** `without Kubernetes on AWS ECS`: what runs on no Kubernetes there runs there. */
function saysOnWhat(text: string, from: number, at: number): boolean {
  if (at - from > longestItem || !/^ on (?=\p{Lu})/u.test(text.slice(at, at + 5))) return false;
  if (!isOfNames(text.slice(from, at).replace(/^\s*use /, ''))) return false;
  const [first] = technologiesIn(itemAt(text, at + 4));
  return first?.span.start === 0 && hostingKinds.has(first.item.kind);
}

const hostingKinds: ReadonlySet<TechnologyKind> = new Set(['cloud', 'cloud-service', 'platform']);

const making =
  /(?<![\p{L}-])(?:writ|cod|program|buil|implement|develop|rewrit|host|run|deploy|stor|keep|kept|sav|put|persist|cach|liv|work|start|creat|add|new|files?|scripts?|services?|modules?|apps?|applications?|projects?|packages?|backends?|frontends?|librar|tools?|any(?:thing|more)|written|done|made|interested|used|it|this|that|them)/iu;

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

/** Whether what is negated, from its first item on, goes on behind a comma. */
function goesOnBehind(text: string, firstItem: number, comma: number, reach: Reach): boolean {
  if (reach === 'item' || reach === 'statement') return false;
  const first = itemAt(text, firstItem);
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

/** Whether an item is made of names of the catalogue alone. */
export function isOfNames(item: string): boolean {
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
