import { vocabularyKey } from '../catalogue/keys.ts';
import type { RawKey } from './rawKeys.ts';
import type { VocabularyKey, VocabularyKind } from './requirementTypes.ts';
import type { GoverningLabel, KeyNode } from './vocabularyTypes.ts';

/**
 * Tells entries, groups, concepts and attributes apart (`adapted-profile.md`, rule 3). The entries' depth is the
 * shallowest with a key that names a technology, domain or scale, as far as the block's labels ask for such; with
 * none, the shallowest with a key by layer. Keys above it with others under them are groups, keys below it attributes.
 */
export function classified(
  placed: readonly { readonly key: RawKey; readonly depth: number }[],
  labels: readonly GoverningLabel[],
): KeyNode[] {
  const asked = askedFor(labels);
  const named = placed.map(({ key, depth }) => name(key, depth, asked));
  const entryDepth = shallowest(named, isName) ?? shallowest(named, isLayer);
  return named.map((key) => nodeOf(key, entryDepth));
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
    ...(asked.scale && found.scale !== undefined ? { scale: found.scale } : {}),
    ...(asked.technologies && found.layer !== undefined ? { layer: found.layer } : {}),
  };
}

function isName({ raw, names }: NamedKey): boolean {
  return (
    raw.isItem !== true && (names.technologies.length + names.domains.length > 0 || names.scale !== undefined)
  );
}

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
  const kind = kindOf(key, entryDepth);
  const { key: text, keySpan, contentSpan, span } = raw;
  // What an attribute or a group happens to name decides nothing.
  const counted = kind === 'entry' || raw.isItem === true ? names : nothing;
  return {
    key: { key: text, kind, keySpan, contentSpan, span, depth, ...counted },
    children: key.children.map((child) => nodeOf(child, entryDepth)),
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
