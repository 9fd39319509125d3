import { distance } from 'fastest-levenshtein';
import { domains } from './domains.ts';
import { NameIndex } from './nameIndex.ts';
import type { Reach, Spelling } from './nameIndex.ts';
import { normalizedName } from './names.ts';
import type { NameHit } from './names.ts';
import { technologies } from './technologies.ts';
import type { BusinessDomain, Technology } from './types.ts';

export { domains } from './domains.ts';
export { technologies } from './technologies.ts';

export function technologyById(id: string): Technology | undefined {
  return technologiesById().get(id);
}

export function domainById(id: string): BusinessDomain | undefined {
  return domainsById().get(id);
}

/** The technology whose name or alias is the whole text, in any case; no version, no qualifier. */
export function findTechnology(name: string): Technology | undefined {
  return technologyNames().find(name);
}

/** The domain whose name or synonym is the whole text, in any case. */
export function findDomain(name: string): BusinessDomain | undefined {
  return domainNames().find(name);
}

/**
 * The technologies named in a phrase, left to right, with their spans (UTF-16 offsets in `text`). The longest
 * name counts; names are bounded; a version directly behind a name (`Python3`) is outside its span. A name that
 * is an English word counts only as a whole list item (apart from a version) with its capital.
 */
export function technologiesIn(text: string): NameHit<Technology>[] {
  return technologyNames().hitsIn(text);
}

/** The business domains named in a phrase, left to right, with their spans (UTF-16 offsets in `text`). */
export function domainsIn(text: string): NameHit<BusinessDomain>[] {
  return domainNames().hitsIn(text);
}

/** For did-you-mean: the technology with the name nearest to a text that names none, if any is near. */
export function nearestTechnology(name: string): Technology | undefined {
  return nearest(name, technologyNames());
}

/** For did-you-mean: the domain with the name nearest to a text that names none, if any is near. */
export function nearestDomain(name: string): BusinessDomain | undefined {
  return nearest(name, domainNames());
}

/** Whether a name of a technology, in any case, is an English word too. */
export function isWordName(technology: Technology, name: string): boolean {
  const normalized = normalizedName(name);
  if (technology.isWord === true && normalizedName(technology.name) === normalized) return true;
  return (technology.wordAliases ?? []).some((alias) => normalizedName(alias) === normalized);
}

/** The spellings under which a technology is found, its own name first. */
export function spellingsOfTechnology(technology: Technology): Spelling<Technology>[] {
  const as = (reach: Reach) => (text: string) => ({ text, item: technology, reach });
  const word = commands.has(technology.id) ? 'word-item' : 'capital-item';
  return [
    as(technology.isWord === true ? word : 'anywhere')(technology.name),
    ...(technology.aliases ?? []).map(as('anywhere')),
    ...(technology.wordAliases ?? []).map(as('capital-item')),
  ];
}

/** Words that are typed more than they are written, so that people write them in lower case. */
const commands = new Set(['ruff', 'black', 'uv', 'viem']);

/** The spellings under which a domain is found, its own name first. */
export function spellingsOfDomain(domain: BusinessDomain): Spelling<BusinessDomain>[] {
  const as = (reach: Reach) => (text: string) => ({ text, item: domain, reach });
  const whole = new Set(domain.wholeItems);
  return [
    ...[domain.name, ...domain.synonyms].filter((text) => !whole.has(text)).map(as('anywhere')),
    ...[...whole].map(as('item')),
  ];
}

/**
 * The candidate nearest to `name`, both normalised, within about a third of its length; without such a cut-off
 * any word is "near" something.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  // One more than is allowed, so that a candidate must be nearer; of equally near ones, a mere mix-up of letters wins.
  if (name.length < shortestName || name.length > longestName) return undefined;
  let bestDistance = Math.round(name.length / 3) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > bestDistance) continue;
    const distanceTo = distance(name, candidate);
    const isBetter =
      distanceTo < bestDistance || (distanceTo === bestDistance && hasSameLetters(name, candidate));
    if (!isBetter) continue;
    best = candidate;
    bestDistance = distanceTo;
  }
  return best;
}

function hasSameLetters(a: string, b: string): boolean {
  return a.length === b.length && Array.from(a).sort().join('') === Array.from(b).sort().join('');
}

const shortestName = 4;
const longestName = 60;

const technologyNames = lazily(() => new NameIndex(technologies().flatMap(spellingsOfTechnology)));
const domainNames = lazily(() => {
  const spellings = domains.flatMap(spellingsOfDomain);
  return new NameIndex([
    ...spellings,
    ...spellings.filter(({ reach }) => reach === 'anywhere').map(otherNumber),
  ]);
});
const technologiesById = lazily(() => new Map(technologies().map((one) => [one.id, one])));
const domainsById = lazily(() => new Map(domains.map((one) => [one.id, one])));

/** The plural of a singular and the other way round, as far as an `s` makes it. */
function otherNumber(spelling: Spelling<BusinessDomain>): Spelling<BusinessDomain> {
  const { text } = spelling;
  return { ...spelling, text: text.endsWith('s') ? text.slice(0, -1) : `${text}s` };
}

function nearest<T>(name: string, index: NameIndex<T>): T | undefined {
  const found = nearestName(normalizedName(name), index.names);
  return found === undefined ? undefined : index.find(found);
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
