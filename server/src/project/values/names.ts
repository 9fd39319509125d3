import { beginsInstructions, isFormOfUse, isGroundWord, isOnlyVerb } from '../../catalogue/generalWords.ts';
import { domainsIn, findDomain, findTechnology, technologiesIn } from '../../catalogue/lookup.ts';
import type { NameHit } from '../../catalogue/names.ts';
import type { BusinessDomain, Technology, TechnologyKind } from '../../catalogue/types.ts';
import type { Span } from '../../text/span.ts';

/** A technology named in a value, with the version written behind it. */
export interface TechnologyHit extends NameHit<Technology> {
  readonly version?: string;
}

/**
 * The technologies that one item of a list names, its spans counted from the start of `text` (masked). Names
 * that are English words too count where they are the item, its conjunctions, qualifiers and general words left
 * aside (`Go for services`, `Go and Rust`, `Express server`), but not where they are a verb (`Go through the layers`).
 */
export function technologiesOfItem(text: string, item: Span): TechnologyHit[] {
  const words = text.slice(item.start, item.end);
  const found = technologiesIn(words);
  const hits = found.filter((hit) => hit.isWord === true || !isVerb(words, hit));
  let all = hits;
  if (words.includes(' ')) {
    const loose = loosened(blanked(words, found));
    if (loose !== words) all = merged(hits, technologiesIn(loose), words);
    all = withCompany(words, withFollowers(words, all));
  }
  return all.filter((hit) => !isPartOfWord(words, hit)).map((hit) => withVersion(words, hit, item.start));
}

/** The technologies that running text names; names that are English words too are no names here. */
export function technologiesOfProse(text: string, sentence: Span): TechnologyHit[] {
  const words = text.slice(sentence.start, sentence.end);
  return technologiesIn(words)
    .filter((hit) => hit.isWord !== true && hit.item.isWord !== true)
    .filter((hit) => !isPartOfWord(words, hit) && !isVerb(words, hit))
    .map((hit) => withVersion(words, hit, sentence.start));
}

/** The business domains named in a part of `text` (masked); one written apart (`fin tech`) as a whole item only. */
export function domainsOfItem(text: string, item: Span): NameHit<BusinessDomain>[] {
  const words = text.slice(item.start, item.end);
  const hits = domainsIn(words).map((hit) => ({
    item: hit.item,
    span: { start: hit.span.start + item.start, end: hit.span.end + item.start },
  }));
  if (hits.length > 0) return hits;
  const whole = findDomain(words);
  return whole === undefined ? [] : [{ item: whole, span: item }];
}

/** The version that a text begins with: `16`, `v22+`, `>= 3.13`, `8.x`. */
export function versionAt(text: string, at: number): { version: string; end: number } | undefined {
  versionBehind.lastIndex = at;
  const found = versionBehind.exec(text);
  if (found?.[1] === undefined) return undefined;
  return { version: found[1], end: versionBehind.lastIndex };
}

const versionBehind =
  /(?::(?=[ \t]{1,3}v?\d{1,3}(?:\.\d+){0,3}[ \t]*(?:[,;)]|$)))?[ \t]{0,3}(?:[-@]|version |ver\. ?)?(?:[<>≥~^=]{1,2} ?)?v?(\d[\d]{0,7}(?:[._]\d{1,8}){0,4}(?:\.[xX*])?(?:(?<=\d\d)(?:[cg]|ai)(?![\p{L}\d]))?\+?)(?![\p{L}\d%°$€£×]|[ -]?(?:ms|s|min|h|gb|mb|tb|kb|users?|times|replicas?|nodes?|instances?|services?|tables?|shards?)\b)/iuy;

// Lower case only: "With" and "On" begin names.
const conjunction =
  / (?:and|or|und|oder|et|ou|y|i|oraz|och|og|en|e|with|mit|plus|avec|con|z|&|\+|sowie|dazu) /g;
const qualifier =
  / (?:for|as|on|in|via|using|used|running|hosted|deployed|managed|behind|through|from|at|to|by|of|für|als|auf|pour|comme|para|como|dla) /g;
const adjective =
  /(?<![\p{L}-])(?:primary|secondary|main|mainly|only|preferred|optional|required|latest|stable|lts|self-hosted|default|legacy|modern|plain|vanilla|now|currently|today|also|use|uses|using|with|to|primär|hauptsächlich|nur|jetzt)(?![\p{L}-])/giu;

/** `a Rails app`, `one Go service` */
const article = /(?<![\p{L}-])(?:an?|one)(?= \p{Lu})/gu;

/** The item with what only joins or qualifies turned into separators, lengths unchanged. */
function loosened(words: string): string {
  const separated = words
    .replace(conjunction, separator)
    .replace(qualifier, separator)
    .replace(adjective, (word) => ' '.repeat(word.length))
    .replace(article, (word) => ' '.repeat(word.length));
  return separated.split(',').map(withoutNounsBehind).join(',');
}

function separator(word: string): string {
  return `,${' '.repeat(word.length - 1)}`;
}

/** Without what says in what form a thing is there: `Go HTTP server`, `Rust CLI`, `Express routes`. */
function withoutNounsBehind(part: string): string {
  let end = part.length;
  for (;;) {
    const last = /(?:^|[\s(])([\p{L}-]{2,20})\s*$/u.exec(part.slice(Math.max(0, end - 40), end));
    if (last === null || !(isFormOfUse(last[1]!) || isAbbreviation(last[1]!))) break;
    const start = part.slice(0, end).lastIndexOf(last[1]!);
    if (part.slice(0, start).trim() === '') break;
    end = start;
  }
  return part.slice(0, end) + ' '.repeat(part.length - end);
}

/** `HTTP`, `REST`, `CLI` */
function isAbbreviation(word: string): boolean {
  return word.length >= 2 && word.length <= 6 && /^\p{Lu}+s?$/u.test(word);
}

/**
 * What the strict reading found, and the names at other places that only the loose reading finds. Where a
 * conjunction joins a name with something that is none ("Go and see"), names that are words do not count.
 */
function merged(
  strict: NameHit<Technology>[],
  loose: NameHit<Technology>[],
  words: string,
): NameHit<Technology>[] {
  const parts = words.replace(conjunction, separator).split(',');
  let at = 0;
  const allNames = parts.every((part) => {
    const start = at;
    at += part.length + 1;
    if (findTechnology(part.trim()) !== undefined) return true;
    return [...strict, ...loose].some(
      (hit) => hit.span.start >= start && hit.span.end <= start + part.length,
    );
  });
  const more = loose.filter(
    (hit) =>
      (hit.isWord === true ? allNames && standsAsName(words, hit) : !isVerb(words, hit)) &&
      !strict.some((known) => overlap(known, hit)),
  );
  if (more.length === 0) return strict;
  return [...strict, ...more].toSorted((a, b) => a.span.start - b.span.start);
}

/** Whether what follows a name that is a word too leaves it a name. */
function standsAsName(words: string, hit: NameHit<Technology>): boolean {
  const from = versionAt(words, hit.span.end)?.end ?? hit.span.end;
  const next = /^[\s,]*([\p{L}'’-]+)/u.exec(words.slice(from))?.[1];
  if (next === undefined) return true;
  const isGround = groundKinds.has(hit.item.kind);
  const behind = words.slice(from).replace(/^[\s,]*[\p{L}'’-]+/u, '');
  const name = words.slice(hit.span.start, hit.span.end);
  const isObject = /(?<![\p{L}-])(?:use|uses|using|with|in) $/iu.test(words.slice(0, hit.span.start));
  if (isObject || !beginsInstructions(name)) return true;
  // Of a verb everything depends on what follows: `Go with chi`, `Go for the services`, but not `Go for it`.
  if (/^(?:and|or|und|oder|plus|sowie|only|also|now)$/.test(next)) return true;
  if (/^(?:for|as|für|als)$/.test(next)) return !isOnlyVerb(name) || (isGround && isOfNames(behind));
  if (/^(?:with|on|in|mit)$/.test(next)) return (isGround || beginsWithName(behind)) && isOfNames(behind);
  return (
    isGround && (isGroundWord(next) || isAbbreviation(next) || formsOfCode.test(next)) && isOfNames(behind)
  );
}

function beginsWithName(text: string): boolean {
  return technologiesIn(text).some(({ span }) => text.slice(0, span.start).trim() === '');
}

/** Only names, abbreviations and words for what is built, up to the end or another qualifier. */
function isOfNames(text: string): boolean {
  const rest = blanked(text, technologiesIn(text)).replace(qualifier, separator);
  const [first] = rest.split(/,\s*(?=\p{L})/u);
  return [...first!.matchAll(/[\p{L}'’-]+/gu)].every(
    ([word]) =>
      /^(?:the|our|a|an|all|and|or|und|die|den|das|der)$/i.test(word) ||
      isFormOfUse(word) ||
      isAbbreviation(word) ||
      findTechnology(word) !== undefined,
  );
}

const formsOfCode =
  /^(?:scripts?|cli|modules?|binary|binaries|daemons?|gateway|workers?|lambdas|functions|monolith|handlers|routes)$/i;

const groundKinds: ReadonlySet<TechnologyKind> = new Set<TechnologyKind>([
  'language',
  'runtime',
  'framework',
  'mobile',
  'desktop',
  'embedded',
]);

/** `React to user input`, `Render the list`: no name, but what is to be done. */
function isVerb(words: string, hit: NameHit<Technology>): boolean {
  if (words.slice(0, hit.span.start).trim() !== '') return false;
  if (!beginsInstructions(words.slice(hit.span.start, hit.span.end))) return false;
  return /^ (?:to|the|a|an|your|our|each|every|all|any|this|that|it)(?![\p{L}-])/u.test(
    words.slice(hit.span.end),
  );
}

/** `Go REST API`: a name directly behind that of a language or framework. */
function withFollowers(words: string, hits: readonly NameHit<Technology>[]): NameHit<Technology>[] {
  const more: NameHit<Technology>[] = [];
  for (const hit of hits) {
    if (!groundKinds.has(hit.item.kind)) continue;
    const follower = /^ (\p{Lu}[\p{L}\d.]{2,})(?![\p{L}-])/u.exec(words.slice(hit.span.end));
    const item = follower === null ? undefined : findTechnology(follower[1]!);
    if (follower === null || item?.isWord !== true) continue;
    const span = { start: hit.span.end + 1, end: hit.span.end + 1 + follower[1]!.length };
    if (!hits.some((other) => overlap(other, { span }))) more.push({ item, span, isWord: true });
  }
  return more.length === 0 ? [...hits] : inOrder([...hits, ...more]);
}

/** `Go with chi`: beside what it runs on, a name that is a word needs no capital. */
function withCompany(words: string, hits: readonly NameHit<Technology>[]): NameHit<Technology>[] {
  const more: NameHit<Technology>[] = [];
  for (const { 0: word, index } of words.matchAll(
    /(?<=(?:with|and|mit|und|plus|[+&,/]) )[a-z][a-z\d]+(?![\p{L}\d-])/gu,
  )) {
    const item = companyOf(
      word,
      hits.map((hit) => hit.item),
    );
    const span = { start: index, end: index + word.length };
    if (item !== undefined && !hits.some((hit) => overlap(hit, { span })))
      more.push({ item, span, isWord: true });
  }
  return more.length === 0 ? [...hits] : inOrder([...hits, ...more]);
}

/** The technology that a word without its capital names beside one that it runs on or belongs to. */
export function companyOf(word: string, others: readonly Technology[]): Technology | undefined {
  const item = findTechnology(word);
  if (item === undefined) return undefined;
  const bases = [...(item.runsOn ?? []), ...(item.partOf === undefined ? [] : [item.partOf])];
  return others.some((other) => other.id !== item.id && bases.includes(other.id)) ? item : undefined;
}

function inOrder(hits: NameHit<Technology>[]): NameHit<Technology>[] {
  return hits.toSorted((a, b) => a.span.start - b.span.start);
}

function overlap(a: { readonly span: Span }, b: { readonly span: Span }): boolean {
  return a.span.start < b.span.end && b.span.start < a.span.end;
}

/** `Redis-compatible` names something else, and so does a package such as `python-docx`. */
function isPartOfWord(words: string, hit: NameHit<Technology>): boolean {
  const behind = words.slice(hit.span.end, hit.span.end + 14);
  if (/^[- ](?:compatible|like|style|inspired|flavou?red)\b/i.test(behind)) return true;
  const name = words.slice(hit.span.start, hit.span.end);
  if (name !== name.toLowerCase()) return false;
  const joined =
    /^-[a-z]/.test(behind) && !/^-(?:based|powered|backed|driven|first|only|native)\b/.test(behind);
  return joined || /[a-z\d@]-$/.test(words.slice(Math.max(0, hit.span.start - 2), hit.span.start));
}

/** The item with the names already found as separators: what is left of `Go REST API` is `Go`. */
function blanked(words: string, hits: readonly NameHit<Technology>[]): string {
  let text = words;
  for (const { span } of hits) {
    text = text.slice(0, span.start) + ','.repeat(span.end - span.start) + text.slice(span.end);
  }
  return text;
}

function withVersion(words: string, hit: NameHit<Technology>, by: number): TechnologyHit {
  const span = { start: hit.span.start + by, end: hit.span.end + by };
  const version = versionAt(words, hit.span.end)?.version;
  return { ...hit, span, ...(version === undefined ? {} : { version }) };
}
