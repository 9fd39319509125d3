import { technologiesIn } from '../../catalogue/lookup.ts';
import { rolesOf } from '../../catalogue/roles.ts';
import type { Technology, TechnologyKind } from '../../catalogue/types.ts';
import type { Span } from '../../text/span.ts';
import { technologiesOfItem } from './names.ts';
import { startOfClause } from './negationReach.ts';
import { sentencesOf } from './pieces.ts';

/**
 * A masked value without what a finished change has done away with, offsets unchanged: of `MySQL → PostgreSQL`, `from
 * Flask to FastAPI` and `Flask was rewritten in FastAPI` only the second is there. A change that is planned or under way
 * leaves both, as the project has both. What is no change leaves both too: a flow of data has longer chains, or sides of
 * different kinds (`React → Express`).
 */
export function maskMigrations(text: string): string {
  if (!change.test(text)) return text;
  let result = text;
  for (const sentence of sentencesOf(text, { start: 0, end: text.length })) {
    const words = text.slice(sentence.start, sentence.end);
    if (isUnfinished(words)) continue;
    const isSaid = said.test(words);
    for (const { before, behind } of changesIn(words)) {
      const gone = predecessor(words.slice(before.start, before.end), itemBehind(words, behind), isSaid);
      if (gone === undefined) continue;
      const start = sentence.start + before.start + gone.start;
      const end = sentence.start + before.end;
      result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end);
    }
  }
  return result;
}

/**
 * A masked value in which `from A to B` of a change that has not (yet) taken place, or only in part, says what is there:
 * A where it is denied (`has not been migrated from Angular to React`), both where it is planned or under way (`We will
 * migrate from MySQL to PostgreSQL`). Offsets unchanged.
 */
export function settleOpenMigrations(text: string): string {
  if (!openChange.test(text)) return text;
  let result = text;
  for (const { 0: phrase, 1: before, 2: turn, index } of text.matchAll(moveFromTo)) {
    const end = index + phrase.length;
    const clause = startOfClause(text, index);
    const lead = text.slice(clause, index);
    const isDenied = denied.test(lead);
    const isOpen = isDenied || planned.test(lead) || notBegun.test(text.slice(end, end + longestItem));
    if (!isOpen || circumstances.test(lead)) continue;
    if (technologiesIn(before!).length === 0) continue;
    const start = end - before!.length - turn!.length;
    const name = technologiesIn(lead).at(-1);
    const from = name === undefined ? clause : clause + name.span.end;
    result = blanked(result, from, start);
    // `from Angular 14 to 17`: a version, and no other name.
    const target = /^(?:v?\d[\w.+]*|[^,;()]*)/.exec(text.slice(end, end + longestItem))![0];
    const isVersion = /^v?\d/.test(target);
    if (isDenied || isVersion) result = blanked(result, start + before!.length, end + target.length);
    else result = result.slice(0, end - turn!.length) + ','.padEnd(turn!.length) + result.slice(end);
  }
  return result.replace(plannedTarget, (phrase: string) => ' '.repeat(phrase.length));
}

function blanked(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(Math.max(0, end - start)) + text.slice(end);
}

const openChange = /(?:migrat|mov|switch|port|convert|upgrad|transition|rewr)/i;
const moveFromTo =
  /(?<![\p{L}-])(?:(?:migrat|mov|switch|port|convert|upgrad|transition)(?:e|ed|ing|ion)?|rewrit(?:e|ten|ing)|rewrote)(?:\s+(?!from\s)[^\s,;.()]+){0,4}?\s+(?:away\s+)?from\s+([^,;()]{1,60}?)(\s+(?:to|onto|into)\s+)/giu;

/** `has not been migrated`, `never moved`; what is not done to the end is under way. */
const denied =
  /(?:(?<!\p{L})(?:not|never|nicht)|n['’]t)(?:\s+(?:yet|ever|been|be|going|planning|planned|to|plan|want|intend|have|noch))*\s*$/iu;

const planned =
  /(?<![\p{L}-])(?:will(?:\s+(?:soon|eventually|later|gradually|then))?|(?:plan(?:s|ned|ning)?|about|going|want(?:s|ed)?|intend(?:s|ed|ing)?|hop(?:e|es|ing)|prepar(?:e|es|ing)|need(?:s)?|decided|start(?:ed|ing)|beginning|began)\s+to|being|to be|in the (?:process|middle) of|partially|partly|half|mostly|gradually|incrementally|slowly|\d+\s?%|\d+ percent|(?:not|n['’]t)(?:\s+(?:yet|been))*\s+(?:fully|completely|entirely|everything|all))(?:\s+(?:be|been|being|gradually|slowly|fully|completely|incrementally))*\s*$/iu;

/** `… to FastAPI has not started` */
const notBegun =
  /^[^.;,]*?(?:(?<!\p{L})not|n['’]t)(?:\s+(?:yet|been))*\s+(?:started|begun|finished|done|completed?)(?![\p{L}-])/iu;

/** Of what may happen nothing is said: `if we plan to migrate from …`. */
const circumstances =
  /^\W*(?:if|when|whenever|unless|before|after|while|until|once|because|although|how|steps?|guide|see|for|wenn|falls|si)(?![\p{L}-])/iu;

/** `Heroku, will move to AWS`, `Heroku (moving to AWS)` */
const plannedTarget =
  /(?<=[,;(]\s{0,4})(?:(?:we|it)\s+)?(?:(?:will|planned to|planning to|plan to|about to|going to|soon|currently|to be|being|are|is)\s+){1,2}(?:migrat|mov|switch|port|convert|transition)(?:e|ed|ing)? to (?=\p{Lu})|(?<=\(\s{0,4})(?:migrat|mov|switch|port|convert|transition)ing to (?=\p{Lu})/giu;

/** Whether a sentence speaks of a change that is still to come or not yet done: `migrating to Go`, `by the end of Q3`. */
export function isUnfinished(sentence: string): boolean {
  return unfinished.test(sentence);
}

const unfinished = new RegExp(
  '(?<![\\p{L}-])(?:' +
    "(?:is|are|am|be|still|currently|gradually|slowly|now|we['’]re) (?:migrat|mov|switch|port|convert|replac|rewrit|transition|upgrad|swapp)ing|" +
    'being \\p{L}+|(?:to|will|should|must|can|could|may|might|shall|would) be|will|in progress|on-?going|planned|plans?|planning|' +
    'under ?way|pending|upcoming|soon|until|next (?:year|quarter|month|sprint|release|version)|eventually|partly|partially|half|' +
    'incremental(?:ly)?|gradual(?:ly)?|todo|wip|(?:in|by) q[1-4]|geplant|laufend|wird (?:noch )?(?:migriert|umgestellt|ersetzt)|' +
    'en cours|prévue?|en curso|w toku)(?![\\p{L}-])',
  'iu',
);

const arrow = /\s(?:→|➜|⇒|[-=]>)\s/g;
const verbs = 'migrated|moved|switched|ported|converted|rewritten|upgraded';
const become = new RegExp(
  `\\s(?:(?:was|were|has been|have been|had been|got)\\s+)?(?:${verbs}) (?:to|into|in)\\s`,
  'i',
);
const turned = new RegExp(`(?<!\\p{L})(?:${verbs})\\s([^,;]{1,60}?)(\\s(?:to|into)\\s)`, 'iu');
const leadingVerb = new RegExp(`(?<![\\p{L}-])(?:${verbs})\\s+$`, 'iu');
const fromTo = /^\W*from\s([^,;]{1,60}?)(\sto\s)/i;
const change = new RegExp(`→|➜|⇒|[-=]>|(?:${verbs})\\s|^\\W*from\\s`, 'i');
const said = /migrat|moved|switch|port(?:ed|ing)|convert|rewrit|replac|upgrad|umgestellt|umgezogen/i;

/** A part of a sentence that may name what is gone, and where the part behind it begins that names what is there. */
interface Change {
  readonly before: Span;
  readonly behind: number;
}

function changesIn(words: string): Change[] {
  const found: Change[] = [];
  const arrows = [...words.matchAll(arrow)];
  for (const [index, { 0: mark, index: at }] of arrows.entries()) {
    const next = arrows[index + 1]?.index;
    const previous = arrows[index - 1]?.index;
    const isChain =
      (next !== undefined && !comma.test(words.slice(at, next))) ||
      (previous !== undefined && !comma.test(words.slice(previous, at)));
    if (!isChain) found.push({ before: itemBefore(words, at), behind: at + mark.length });
  }
  const became = become.exec(words);
  if (became !== null)
    found.push({ before: itemBefore(words, became.index), behind: became.index + became[0].length });
  for (const pattern of [turned, fromTo]) {
    const match = pattern.exec(words);
    if (match === null) continue;
    const behind = match.index + match[0].length;
    const end = behind - match[2]!.length;
    found.push({ before: { start: end - match[1]!.length, end }, behind });
  }
  return found;
}

const comma = /[,;|]/;
const longestItem = 80;

function itemBefore(words: string, end: number): Span {
  let start = end;
  while (start > 0 && end - start < longestItem && !comma.test(words[start - 1]!)) start--;
  return { start, end };
}

function itemBehind(words: string, from: number): string {
  const item = words.slice(from, from + longestItem);
  const end = item.search(comma);
  return end < 0 ? item : item.slice(0, end);
}

/** The one before, where the one behind has taken its place; where it says that it did (`isSaid`), of any kind. */
function predecessor(before: string, behind: string, isSaid: boolean): Span | undefined {
  if (environment.test(before) || environment.test(behind)) return undefined;
  const [first, ...others] = technologiesOfItem(before, { start: 0, end: before.length });
  const [second] = technologiesOfItem(behind, { start: 0, end: behind.length });
  if (first === undefined || second === undefined || others.length > 0) return undefined;
  // Hardly more than a name: not `the API behind React → Express`.
  const lead = before.slice(0, first.span.start).match(/\p{L}+/gu) ?? [];
  if (lead.length > 1 || /\p{L}/u.test(before.slice(first.span.end))) return undefined;
  if (!takesThePlace(second.item, first.item, isSaid)) return undefined;
  // `migrated Heroku → Render`
  const verb = leadingVerb.exec(before.slice(0, first.span.start));
  return { start: verb === null ? first.span.start : verb.index, end: first.span.end };
}

/** `SQLite (dev) → PostgreSQL (prod)` */
const environment =
  /(?<![\p{L}-])(?:dev|development|local|prod|production|staging|tests?|ci|legacy|read|write|cache|replica|replication|sync|bridge|connector|proxy|adapter|etl|exports?|imports?|backups?)(?![\p{L}-])/iu;

/** Whether one may stand in the place of the other: of one kind, section and role. */
export function takesThePlace(one: Technology, other: Technology, isSaid: boolean): boolean {
  if (one.id === other.id) return true;
  if (one.kind !== other.kind || one.sections[0] !== other.sections[0]) return false;
  if (isRelated(one, other) || isRelated(other, one)) return false;
  if (!isSaid && flowing.has(one.kind)) return false;
  return rolesOf(one).some((role) => rolesOf(other).includes(role));
}

function isRelated(one: Technology, other: Technology): boolean {
  return one.runsOn?.includes(other.id) === true || one.partOf === other.id;
}

/** Of these one hands on to another: a language is compiled to one, a server stands before one. */
const flowing: ReadonlySet<TechnologyKind> = new Set<TechnologyKind>([
  'language',
  'monitoring',
  'web-server',
  'data-processing',
  'cloud-service',
  'service',
  'api',
  'auth',
]);
