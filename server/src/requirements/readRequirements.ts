import type { Carry, MarkdownTree } from '../parse/markdown.ts';
import { type Block, outlineOf } from '../parse/outline.ts';
import { type Span, shifted } from '../text/span.ts';
import { keyOfMention, type MentionPlace, mentionsIn, mentionsOfUnread } from './mentions.ts';
import { readingOf } from './references.ts';
import type { Requirement, VocabularyKey } from './requirementTypes.ts';
import { vocabularyBlocks } from './vocabularyBlocks.ts';

/**
 * What an agent reads from the project document, in the order in which it asks (`adapted-profile.md`, rule 1).
 * Spans are UTF-16 offsets in the body. Cheap: cached block by block; a requirement's vocabulary is read when
 * first asked for.
 */
export function readRequirements(body: MarkdownTree): readonly Requirement[] {
  // Of a text that was typed in, the blocks say what can be carried over.
  if (!body.isUnread) outlineOf(body);
  return body.once(mergedRequirements, carried);
}

/** Where the block that was typed in refers to nothing, and did not before, what others refer to has only moved. */
const carried: Carry<readonly Requirement[]> = (before, { index, start, by, ...typed }, body) => {
  if (refersOrLeads(typed.before) || refersOrLeads(typed.after)) return undefined;
  const above = index === 0 ? undefined : outlineOf(body)[index - 1]!.block;
  if (above !== undefined && readingOf(above).opensLeadBullets) return undefined;
  return before.map((one) => (one instanceof MergedRequirement ? one.moved(start, by, body) : one));
};

function refersOrLeads(block: Block): boolean {
  const { references, opensLeadBullets } = readingOf(block);
  return references.length > 0 || opensLeadBullets;
}

function mergedRequirements(body: MarkdownTree): readonly Requirement[] {
  const groups = new Map<string, MentionPlace[]>();
  for (const mention of body.isUnread ? mentionsOfUnread(body) : mentionsIn(body)) {
    const key = keyOfMention(body, mention);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [mention]);
    else group.push(mention);
  }
  return [...groups]
    .map(([key, group]) => MergedRequirement.of(body, key, group))
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

  private constructor(
    body: MarkdownTree,
    key: string,
    { label, place, quoted }: Pick<Requirement, 'label' | 'place' | 'quoted'>,
    labelSpan: Span,
    alsoAt: readonly Span[],
  ) {
    this.label = label;
    this.place = place;
    this.quoted = quoted;
    this.labelSpan = labelSpan;
    this.alsoAt = alsoAt;
    this.#body = body;
    this.#key = key;
  }

  static of(body: MarkdownTree, key: string, group: readonly MentionPlace[]): MergedRequirement {
    const main = group.find((mention) => mention.reference.quoted) ?? group[0]!;
    const others = group.filter((mention) => mention !== main).map(labelSpanOf);
    return new MergedRequirement(body, key, main.reference, labelSpanOf(main), others);
  }

  /** The same in a later version, in which all behind `start` stands `by` further on. */
  moved(start: number, by: number, body: MarkdownTree): MergedRequirement {
    const move = (span: Span): Span => (span.start > start ? shifted(span, by) : span);
    return new MergedRequirement(body, this.#key, this, move(this.labelSpan), this.alsoAt.map(move));
  }

  get vocabulary(): readonly VocabularyKey[] {
    this.#vocabulary ??= vocabularyBlocks(this.#body)
      .filter((block) => block.requirementKeys.includes(this.#key))
      .flatMap((block) => block.keys);
    return this.#vocabulary;
  }
}

function labelSpanOf({ reference, blockStart }: MentionPlace): Span {
  return shifted(reference.labelSpan, blockStart);
}
