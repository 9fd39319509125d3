import { isGeneralWord } from '../catalogue/generalWords.ts';
import { domainsIn, technologiesIn } from '../catalogue/lookup.ts';
import type { NameHit } from '../catalogue/names.ts';
import type { BusinessDomain, Technology } from '../catalogue/types.ts';
import type { Span } from '../text/span.ts';

/** A technology named in a value, with the version written behind it. */
export interface TechnologyHit extends NameHit<Technology> {
  readonly version?: string;
}

/**
 * The technologies that one item of a list names, its spans counted from the start of `text` (masked). Names
 * that are English words too count where they are the item, its conjunctions, qualifiers and general words left
 * aside: `Go for services`, `Go and Rust`, `Express server`.
 */
export function technologiesOfItem(text: string, item: Span): TechnologyHit[] {
  const words = text.slice(item.start, item.end);
  let hits = technologiesIn(words);
  if (hits.length === 0 || words.includes(' ')) {
    const loose = loosened(blanked(words, hits));
    if (loose !== words) hits = merged(hits, technologiesIn(loose), words);
  }
  return hits.filter((hit) => !isPartOfWord(words, hit)).map((hit) => withVersion(words, hit, item.start));
}

/** The technologies that running text names; names that are English words too are no names here. */
export function technologiesOfProse(text: string, sentence: Span): TechnologyHit[] {
  const words = text.slice(sentence.start, sentence.end);
  return technologiesIn(words)
    .filter((hit) => hit.item.isWord !== true && !isPartOfWord(words, hit))
    .map((hit) => withVersion(words, hit, sentence.start));
}

/** The business domains named in a part of `text` (masked). */
export function domainsOfItem(text: string, item: Span): NameHit<BusinessDomain>[] {
  return domainsIn(text.slice(item.start, item.end)).map((hit) => ({
    item: hit.item,
    span: { start: hit.span.start + item.start, end: hit.span.end + item.start },
  }));
}

/** The version that a text begins with: `16`, `v22+`, `>= 3.13`, `8.x`. */
export function versionAt(text: string, at: number): { version: string; end: number } | undefined {
  versionBehind.lastIndex = at;
  const found = versionBehind.exec(text);
  if (found?.[1] === undefined) return undefined;
  return { version: found[1], end: versionBehind.lastIndex };
}

const versionBehind =
  /[ \t]{0,3}(?:[-@]|version |ver\. ?)?(?:[<>≥~^=]{1,2} ?)?v?(\d[\d]{0,7}(?:[._]\d{1,8}){0,4}(?:\.[xX*])?\+?)(?![\p{L}\d%°$€£]|[ -]?(?:ms|s|min|h|gb|mb|tb|kb|users?|times|replicas?|nodes?|instances?|services?|tables?|shards?)\b)/iuy;

// Lower case only: "With" and "On" begin names.
const conjunction = / (?:and|or|und|oder|et|ou|y|i|oraz|och|og|en|e|with|mit|plus|avec|con|z|&) /g;
const qualifier =
  / (?:for|as|on|in|via|using|used|running|hosted|deployed|managed|behind|through|from|at|to|by|für|als|auf|pour|comme|para|como|dla) /g;
const adjective =
  /(?<![\p{L}-])(?:primary|secondary|main|mainly|only|preferred|optional|required|latest|stable|lts|self-hosted|default|legacy|modern|plain|vanilla|primär|hauptsächlich|nur)(?![\p{L}-])/giu;

/** The item with what only joins or qualifies turned into separators, lengths unchanged. */
function loosened(words: string): string {
  const separated = words
    .replace(conjunction, separator)
    .replace(qualifier, separator)
    .replace(adjective, (word) => ' '.repeat(word.length));
  return separated
    .split(',')
    .map((part) => {
      let end = part.length;
      for (;;) {
        const last = /(?:^|[\s(])([\p{L}-]{2,20})\s*$/u.exec(part.slice(Math.max(0, end - 40), end));
        if (last === null || !isGeneralWord(last[1]!)) break;
        const start = part.slice(0, end).lastIndexOf(last[1]!);
        if (part.slice(0, start).trim() === '') break;
        end = start;
      }
      return part.slice(0, end) + ' '.repeat(part.length - end);
    })
    .join(',');
}

function separator(word: string): string {
  return `,${' '.repeat(word.length - 1)}`;
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
    return [...strict, ...loose].some(
      (hit) => hit.span.start >= start && hit.span.end <= start + part.length,
    );
  });
  const more = loose.filter(
    (hit) =>
      (allNames || hit.item.isWord !== true) &&
      !strict.some((known) => known.span.start < hit.span.end && hit.span.start < known.span.end),
  );
  if (more.length === 0) return strict;
  return [...strict, ...more].toSorted((a, b) => a.span.start - b.span.start);
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
  return version === undefined ? { item: hit.item, span } : { item: hit.item, span, version };
}
