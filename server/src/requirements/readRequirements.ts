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
  return body.once(mergedRequirements);
}

function mergedRequirements(body: MarkdownTree): Requirement[] {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentionsIn(body)) {
    const key = keyOfMention(body, mention);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [mention]);
    else group.push(mention);
  }
  return [...groups]
    .map(([key, group]) => new MergedRequirement(body, key, group))
    .sort((a, b) => a.labelSpan.start - b.labelSpan.start);
}

/** A class, because an object literal with a getter gets a hidden class of its own, which keeps its version alive. */
class MergedRequirement implements Requirement {
  readonly label: Requirement['label'];
  readonly place: Requirement['place'];
  readonly quoted: boolean;
  readonly labelSpan: Span;
  readonly alsoAt: readonly Span[];
  readonly #body: MarkdownTree;
  readonly #key: string;
  #vocabulary: readonly VocabularyKey[] | undefined;

  constructor(body: MarkdownTree, key: string, group: readonly Mention[]) {
    const main = group.find((mention) => mention.reference.quoted) ?? group[0]!;
    this.label = main.reference.label;
    this.place = main.reference.place;
    this.quoted = main.reference.quoted;
    this.labelSpan = labelSpanOf(main);
    this.alsoAt = group.filter((mention) => mention !== main).map(labelSpanOf);
    this.#body = body;
    this.#key = key;
  }

  get vocabulary(): readonly VocabularyKey[] {
    this.#vocabulary ??= vocabularyBlocks(this.#body)
      .filter((block) => block.requirementKeys.includes(this.#key))
      .flatMap((block) => block.keys);
    return this.#vocabulary;
  }
}

function labelSpanOf({ reference, blockStart }: Mention): Span {
  return shifted(reference.labelSpan, blockStart);
}
