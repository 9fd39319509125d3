import { findDomain, findTechnology } from './lookup.ts';
import { isEverydayKey, isGeneralWord, isGroundWord } from './generalWords.ts';
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
 * general words; of a key with slashes each part must name something. `undefined`: a concept, an attribute or a
 * group, as its place decides.
 */
export function vocabularyKey(key: string): VocabularyKey | undefined {
  if (key.length > longestKey) return undefined;
  const bare = key.replace(/^[^\p{L}\p{N}.]+|[:\s*`"']+$/gu, '').replace(/(?<=\S)\s*\([^()]*\)$/, '');
  const whole = named(bare);
  if (whole !== undefined || !/[/&,]| and | or /.test(bare)) return whole;
  return several(bare.split(/\/|&|,| and | or /).map((part) => part.trim()));
}

/**
 * The domain with whose name a heading begins, whatever follows (`FinTech Backend`, `Healthcare Clinical
 * Performance Optimization`). Everyday words begin many headings that are about something else (`Security
 * Testing`), so they count only as the whole heading.
 */
export function leadingDomain(heading: string): BusinessDomain | undefined {
  if (heading.length > longestKey) return undefined;
  const segments = segmentsOf(heading.replace(/^[^\p{L}]+/u, '').replace(/[:\s*#]+$/, ''));
  for (let count = segments.length; count > 0; count--) {
    const name = segments.slice(0, count).join(' ');
    const domain = findDomain(name);
    if (domain === undefined) continue;
    if (count === segments.length || !isWholeItem(domain, name)) return domain;
  }
  return undefined;
}

function several(parts: readonly string[]): VocabularyKey | undefined {
  const technologies: Technology[] = [];
  const domains: BusinessDomain[] = [];
  for (const part of parts) {
    const one = partOfKey(part);
    if (one === undefined && segmentsOf(part).every(isGeneralWord)) continue;
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
    if (count < segments.length && !isGeneralWord(segments[count]!)) return undefined;
    const name = segments.slice(0, count).join(' ');
    const found =
      count === segments.length ? wholeKey(name) : beforeGeneralWords(name, segments.slice(count));
    if (found !== undefined) return found;
  }
  return undefined;
}

function wholeKey(name: string): VocabularyKey | undefined {
  return asKey(name, isEverydayKey(name) ? undefined : findTechnology(name), findDomain(name));
}

/**
 * Names that are everyday words name nothing here: `security_governance` is not the domain of security, and
 * `Task Management` not the tool Task; of such technologies only languages and frameworks count (`Go Services`).
 */
function beforeGeneralWords(name: string, rest: readonly string[]): VocabularyKey | undefined {
  const technology = findTechnology(name);
  const domain = findDomain(name);
  const isWordHere = technology !== undefined && isEverydayName(technology, name);
  const counts = !isWordHere || (kindsOfWords.has(technology.kind) && rest.every(isGroundWord));
  return asKey(
    name,
    counts ? technology : undefined,
    domain === undefined || isWholeItem(domain, name) ? undefined : domain,
  );
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

function isEverydayName(technology: Technology, name: string): boolean {
  const normalized = normalizedName(name);
  if (technology.isWord === true && normalizedName(technology.name) === normalized) return true;
  return (technology.wordAliases ?? []).some((alias) => normalizedName(alias) === normalized);
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
