import type { MarkdownTree } from '../parse/markdown.ts';
import { type Span, shifted } from '../text/span.ts';
import { type Mention, keyOfMention, mentionsIn } from './mentions.ts';
import type { Requirement, VocabularyKey } from './requirementTypes.ts';
import { vocabularyBlocks } from './vocabularyBlocks.ts';

/**
 * What an agent reads from the project document, in the order in which it asks (`adapted-profile.md`, rule 1).
 * Spans are UTF-16 offsets in the body. Cheap: cached block by block; a requirement's vocabulary is read when
 * first asked for.
 */
export function readRequirements(body: MarkdownTree): readonly Requirement[] {
  let requirements = known.get(body);
  if (requirements === undefined) {
    requirements = merged(body, mentionsIn(body));
    known.set(body, requirements);
  }
  return requirements;
}

const known = new WeakMap<MarkdownTree, readonly Requirement[]>();

function merged(body: MarkdownTree, mentions: readonly Mention[]): Requirement[] {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = keyOfMention(body, mention);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [mention]);
    else group.push(mention);
  }
  return [...groups]
    .map(([key, group]) => requirementOf(body, key, group))
    .sort((a, b) => a.labelSpan.start - b.labelSpan.start);
}

function requirementOf(body: MarkdownTree, key: string, group: readonly Mention[]): Requirement {
  const main = group.find((mention) => mention.reference.quoted) ?? group[0]!;
  const { label, place, quoted } = main.reference;
  let vocabulary: readonly VocabularyKey[] | undefined;
  return {
    label,
    place,
    quoted,
    labelSpan: labelSpanOf(main),
    alsoAt: group.filter((mention) => mention !== main).map(labelSpanOf),
    get vocabulary() {
      vocabulary ??= vocabularyBlocks(body)
        .filter((block) => block.requirementKeys.includes(key))
        .flatMap((block) => block.keys);
      return vocabulary;
    },
  };
}

function labelSpanOf({ reference, blockStart }: Mention): Span {
  return shifted(reference.labelSpan, blockStart);
}
