import { findDomain, findTechnology, isWordName } from './lookup.ts';
import { isEverydayKey, isGeneralWord, isGroundWord, isVersion } from './generalWords.ts';
import { normalizedName } from './names.ts';
import { projectScales } from './scales.ts';
import type { BusinessDomain, ProjectScale, Technology, TechnologyKind, TechnologySection } from './types.ts';

/** What a key of a vocabulary block names; a key may name several things (`React/Vue/Angular`, `Enterprise`). */
export interface VocabularyKey {
  readonly technologies: readonly Technology[];
  readonly domains: readonly BusinessDomain[];
  readonly scale?: ProjectScale['id'];
  /** A key by layer instead of technology: `Backend_Testing`, `Infrastructure`. */
  readonly layer?: TechnologySection;
}

/**
 * What a key names (adapted profile, rule 3): as a whole, or with its leading segments when all that follow are
 * general words or a version (`Angular 17+`); of a key with slashes each part must name something. `undefined`: a concept, an attribute or a
 * group, as its place decides.
 */
export function vocabularyKey(key: string): VocabularyKey | undefined {
  if (key.length > longestKey) return undefined;
  const bare = key.replace(/^[^\p{L}\p{N}.]+|[:\s*`"']+$/gu, '').replace(/(?<=\S)\s*\([^()]*\)$/, '');
  const whole = named(bare);
  if (whole !== undefined || !/[/&,]| and | or /.test(bare)) return whole;
  return several(bare.split(/\/|&|,| and | or /).map((part) => part.trim()));
}

function several(parts: readonly string[]): VocabularyKey | undefined {
  const technologies: Technology[] = [];
  const domains: BusinessDomain[] = [];
  for (const part of parts) {
    const one = partOfKey(part);
    if (one === undefined && segmentsOf(part).every(isFiller)) continue;
    if (one === undefined || one.technologies.length + one.domains.length === 0) return undefined;
    technologies.push(...one.technologies.filter((technology) => !technologies.includes(technology)));
    domains.push(...one.domains.filter((domain) => !domains.includes(domain)));
  }
  return technologies.length + domains.length === 0 ? undefined : { technologies, domains };
}

/** Among several, an everyday word is no domain: `Reporting and Analytics` is no key of domains. */
function partOfKey(part: string): VocabularyKey | undefined {
  const found = named(part);
  return found === undefined
    ? undefined
    : { ...found, domains: found.domains.filter((domain) => !isWholeItem(domain, part)) };
}

function named(text: string): VocabularyKey | undefined {
  const segments = segmentsOf(text);
  for (let count = segments.length; count > 0; count--) {
    if (count < segments.length && !isFiller(segments[count]!)) return undefined;
    const name = segments.slice(0, count).join(' ');
    const found =
      count === segments.length ? wholeKey(name) : beforeGeneralWords(name, segments.slice(count));
    if (found !== undefined) return found;
  }
  return undefined;
}

function isFiller(word: string): boolean {
  return isGeneralWord(word) || isVersion(word);
}

function wholeKey(name: string): VocabularyKey | undefined {
  const technology = isEverydayKey(name) ? undefined : (findTechnology(name) ?? versioned(name));
  return asKey(name, technology, findDomain(name));
}

/** `Python3`, `Vue3`; a name that is a word too does not count with digits on it. */
function versioned(name: string): Technology | undefined {
  const written = /^(\S*[^\s\d.]{2})v?\d[\d.]*\+?$/.exec(name);
  const technology = written === null ? undefined : findTechnology(written[1]!);
  return technology?.isWord === true ? undefined : technology;
}

/**
 * Names that are everyday words name nothing here: `security_governance` is not the domain of security, and
 * `Task Management` not the tool Task; of such technologies only languages and frameworks count (`Go Services`).
 */
function beforeGeneralWords(name: string, rest: readonly string[]): VocabularyKey | undefined {
  const technology = findTechnology(name);
  const domain = findDomain(name);
  const isWordHere = technology !== undefined && isWordName(technology, name);
  const counts = !isWordHere || isMeant(technology, name, rest);
  const isOfDomain = domain !== undefined && !isWholeItem(domain, name) && !rest.some(isVersion);
  return asKey(name, counts ? technology : undefined, isOfDomain ? domain : undefined);
}

/** A word with a version behind it is a name (`Go 1.22`); with other words only where those are about programs. */
function isMeant(technology: Technology, name: string, rest: readonly string[]): boolean {
  if (rest.every(isVersion)) return !isEverydayKey(name);
  return kindsOfWords.has(technology.kind) && rest.every((word) => isGroundWord(word) || isVersion(word));
}

function isWholeItem(domain: BusinessDomain, name: string): boolean {
  const normalized = normalizedName(name);
  return (domain.wholeItems ?? []).some((word) => normalizedName(word) === normalized);
}

function asKey(
  name: string,
  technology: Technology | undefined,
  domain: BusinessDomain | undefined,
): VocabularyKey | undefined {
  const normalized = normalizedName(name);
  // Only by its own name: `large` and `small` are no keys of scales.
  const scale = projectScales.find(({ id }) => id === normalized);
  const layer = layers.get(normalized);
  if (technology === undefined && domain === undefined && scale === undefined && layer === undefined)
    return undefined;
  return {
    technologies: technology === undefined ? [] : [technology],
    domains: domain === undefined ? [] : [domain],
    ...(scale === undefined ? {} : { scale: scale.id }),
    ...(layer === undefined ? {} : { layer }),
  };
}

/** The segments of a key: at spaces, `_` and hyphens; a dot or a capital inside a name parts nothing. */
function segmentsOf(text: string): string[] {
  return text.split(/[\s_\u2010-\u2015-]+/).filter((segment) => segment !== '');
}

const longestKey = 200;

const kindsOfWords: ReadonlySet<TechnologyKind> = new Set<TechnologyKind>([
  'language',
  'runtime',
  'framework',
  'embedded',
  'desktop',
  'mobile',
  'tool',
]);

const layers: ReadonlyMap<string, TechnologySection> = new Map([
  ['frontend', 'frontend'],
  ['backend', 'backend'],
  ['database', 'database'],
  ['databases', 'database'],
  ['deployment', 'deployment'],
  ['infrastructure', 'deployment'],
]);
