import { vocabularyKey } from '../catalogue/keys.ts';
import { technologyCovers } from '../catalogue/relations.ts';
import type { Technology, TechnologyKind } from '../catalogue/types.ts';
import type { RawKey } from './rawKeys.ts';
import type { VocabularyKey, VocabularyKind } from './requirementTypes.ts';
import type { GoverningLabel, KeyNode } from './vocabularyTypes.ts';

/**
 * Tells entries, groups, concepts and attributes apart (`adapted-profile.md`, rule 3). The entries' depth is the
 * shallowest with a key that names a technology, domain or scale, as far as the block's labels ask for such; with
 * none, the shallowest with a key by layer. Keys above it with others under them are groups, keys below it attributes.
 * A key that names the class of those under it (`sql:` over `postgresql:`) is a group as well, wherever it stands.
 */
export function classified(
  placed: readonly { readonly key: RawKey; readonly depth: number }[],
  labels: readonly GoverningLabel[],
): KeyNode[] {
  const asked = askedFor(labels);
  const named = placed.map(({ key, depth }) => name(key, depth, asked));
  return nodesOf(named);
}

function nodesOf(keys: readonly NamedKey[]): KeyNode[] {
  const entryDepth = shallowest(keys, isEntryName) ?? shallowest(keys, isLayer);
  return keys.map((key) => nodeOf(key, entryDepth));
}

interface Asked {
  readonly technologies: boolean;
  readonly domains: boolean;
  readonly scale: boolean;
}

/** What a key may name under these labels: `operational_risk` under a technology label is no domain. */
function askedFor(labels: readonly GoverningLabel[]): Asked {
  const asked = { technologies: false, domains: false, scale: false };
  for (const { place } of labels) {
    const holds =
      place?.kind === 'label'
        ? place.label.holds
        : place?.section.id === 'technologies'
          ? 'technologies'
          : 'text';
    if (holds === 'technologies') asked.technologies = true;
    else if (holds === 'domains') asked.domains = true;
    else if (holds === 'scale') asked.scale = true;
    // A label of the project's own, or one for free text: it may be about anything.
    else return { technologies: true, domains: true, scale: true };
  }
  return asked;
}

type Names = Pick<VocabularyKey, 'technologies' | 'domains' | 'scale' | 'layer'>;

interface NamedKey {
  readonly raw: RawKey;
  readonly depth: number;
  readonly names: Names;
  readonly children: readonly NamedKey[];
}

const nothing: Names = { technologies: [], domains: [] };

function name(raw: RawKey, depth: number, asked: Asked): NamedKey {
  return {
    raw,
    depth,
    names: namesOf(raw.key, asked),
    children: raw.children.map((child) => name(child, depth + 1, asked)),
  };
}

function namesOf(key: string, asked: Asked): Names {
  const found = vocabularyKey(key);
  if (found === undefined) return nothing;
  return {
    technologies: asked.technologies ? found.technologies : [],
    domains: asked.domains ? found.domains : [],
    // "Enterprise" among domains is one of them, and says how large the project is.
    ...(found.scale !== undefined && (asked.scale || (asked.domains && found.domains.length > 0))
      ? { scale: found.scale }
      : {}),
    ...(asked.technologies && found.layer !== undefined ? { layer: found.layer } : {}),
  };
}

function isName({ raw, names }: NamedKey): boolean {
  return (
    raw.isItem !== true && (names.technologies.length + names.domains.length > 0 || names.scale !== undefined)
  );
}

function isEntryName(key: NamedKey): boolean {
  return isName(key) && !isClass(key);
}

/** Whether what a key names is the class of what the keys under it name. */
function isClass({ names, children }: NamedKey): boolean {
  const [whole, ...others] = names.technologies;
  if (whole === undefined || others.length > 0) return false;
  return children.some(({ names: { technologies } }) => technologies.some((one) => isOneOf(one, whole)));
}

/** PostgreSQL is one of the databases of SQL, Istio one of the service meshes; pgvector is a part of PostgreSQL. */
function isOneOf(one: Technology, whole: Technology): boolean {
  if (one.kind === whole.kind) return technologyCovers(whole, one) === 'part-of';
  return isQueryLanguage(whole) && one.sections[0] === 'database' && dataStores.has(one.kind);
}

function isQueryLanguage({ kind, sections }: Technology): boolean {
  return kind === 'language' && sections.every((section) => section === 'database');
}

const dataStores: ReadonlySet<TechnologyKind> = new Set(['database', 'cache', 'search', 'warehouse']);

function isLayer({ raw, names }: NamedKey): boolean {
  return raw.isItem !== true && names.layer !== undefined;
}

function shallowest(keys: readonly NamedKey[], holds: (key: NamedKey) => boolean): number | undefined {
  let level = keys;
  while (level.length > 0) {
    const found = level.filter(holds);
    if (found.length > 0) return Math.min(...found.map((key) => key.depth));
    level = level.flatMap((key) => key.children);
  }
  return undefined;
}

function nodeOf(key: NamedKey, entryDepth: number | undefined): KeyNode {
  const { raw, depth, names } = key;
  const isGroup = depth === entryDepth && isClass(key);
  const kind = isGroup ? 'group' : kindOf(key, entryDepth);
  const { key: text, keySpan, contentSpan, span } = raw;
  // What an attribute or a group happens to name decides nothing.
  const counted = kind === 'entry' || raw.isItem === true ? names : nothing;
  return {
    key: { key: text, kind, keySpan, contentSpan, span, depth, ...counted },
    children: isGroup ? nodesOf(key.children) : key.children.map((child) => nodeOf(child, entryDepth)),
    hasText: raw.hasText,
  };
}

function kindOf(key: NamedKey, entryDepth: number | undefined): VocabularyKind {
  if (key.raw.isItem === true) return 'attribute';
  if (entryDepth === undefined) return key.depth === 0 ? 'concept' : 'attribute';
  if (key.depth > entryDepth) return 'attribute';
  if (key.depth < entryDepth) return key.children.length > 0 ? 'group' : 'concept';
  return isName(key) || isLayer(key) ? 'entry' : 'concept';
}
