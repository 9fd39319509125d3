import type { MarkdownTree } from '../parse/markdown.ts';
import { type Block, type ListItem, type PlacedBlock, outlineOf } from '../parse/outline.ts';
import { type Span, shifted } from '../text/span.ts';
import { boldLead, bulletKeys } from './bulletKeys.ts';
import { classified } from './keyKinds.ts';
import type { RawKey, RawKeys } from './rawKeys.ts';
import { type Mention, keyOfMention, mentionsIn } from './mentions.ts';
import type { KeyList, KeyNode, VocabularyBlock } from './vocabularyTypes.ts';
import { readingOf } from './references.ts';
import { yamlKeys } from './yamlKeys.ts';

/**
 * What an agent knows under the labels it reads, block by block: each runs from its lead to the next heading, rule or
 * lead. Cached by the body's identity.
 */
export function vocabularyBlocks(body: MarkdownTree): readonly VocabularyBlock[] {
  return body.once(readBlocks);
}

/** The keys of a YAML fence; `undefined` for a fence of anything else. Cached by the block's identity. */
export function keysOfFence(block: Block): RawKeys | undefined {
  if (block.kind !== 'fence') return undefined;
  const info = block.info === undefined ? '' : block.text.slice(block.info.start, block.info.end);
  if (!/^(?:ya?ml\b.*)?$/i.test(info.trim())) return undefined;
  return cached(block, () => yamlKeys(block.text, block.content));
}

/** The keys of a bullet list. Cached by the block's identity. */
export function keysOfList(block: Block): RawKeys | undefined {
  return block.kind === 'list' ? cached(block, () => bulletKeys(block.text, block.items)) : undefined;
}

const rawKeys = new WeakMap<Block, RawKeys>();

function cached(block: Block, read: () => RawKeys): RawKeys {
  let keys = rawKeys.get(block);
  if (keys === undefined) {
    keys = read();
    rawKeys.set(block, keys);
  }
  return keys;
}

function readBlocks(body: MarkdownTree): VocabularyBlock[] {
  const outline = outlineOf(body);
  const found: VocabularyBlock[] = [];
  const mentions = mentionsIn(body).filter((mention) => mention.reference.governs);
  const byBlock = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const here = byBlock.get(mention.blockIndex);
    if (here === undefined) byBlock.set(mention.blockIndex, [mention]);
    else here.push(mention);
  }
  for (const [index, { block }] of outline.entries()) {
    const here = byBlock.get(index);
    if (here === undefined) continue;
    const nested = here.filter((mention) => hasNestedKeys(mention.reference.item));
    for (const item of new Set(nested.map((mention) => mention.reference.item!))) {
      found.push(nestedBlock(body, outline[index]!, item, here));
    }
    const others = here.filter((mention) => !nested.includes(mention) && leadsOn(block, mention));
    if (others.length === 0) continue;
    found.push(blockUnder(body, outline, index, others, byBlock));
  }
  return found;
}

/** A bullet leads what stands under it; with nothing under it, the last one leads what follows the list. */
function leadsOn(block: Block, { reference }: Mention): boolean {
  return block.kind !== 'list' || block.items.at(-1) === reference.item;
}

function hasNestedKeys(item: ListItem | undefined): boolean {
  return item?.children.some((child) => child.kind === 'list') ?? false;
}

function nestedBlock(
  body: MarkdownTree,
  { start, block }: PlacedBlock,
  item: ListItem,
  here: readonly Mention[],
): VocabularyBlock {
  const governing = here.filter((mention) => mention.reference.item === item);
  const lists = item.children.flatMap((child) =>
    child.kind === 'list' ? [partOf(start, child.span, bulletKeys(block.text, child.items))] : [],
  );
  const leadBlock = shifted({ start: item.span.start, end: item.text.end }, start);
  const hasOtherText = item.children.some((child) => child.kind !== 'list');
  return assembled(body, governing, leadBlock, leadBlock, [{ kind: 'bullets', parts: lists }], hasOtherText);
}

function blockUnder(
  body: MarkdownTree,
  outline: readonly PlacedBlock[],
  index: number,
  governing: readonly Mention[],
  byBlock: ReadonlyMap<number, readonly Mention[]>,
): VocabularyBlock {
  const { start, block } = outline[index]!;
  const lead = governing.at(-1)!;
  const leadBlock = { start, end: start + block.text.length };
  const sentence = shifted(lead.reference.sentence, start);
  const fences: Part[] = [];
  const bullets: Part[] = [];
  let hasOtherText = false;
  // A bold lead may follow in the reference's own paragraph.
  let open =
    block.kind === 'paragraph' ? leadLine(block.text, lead.reference.sentence.end, start) : undefined;
  hasOtherText = open === undefined && sentence.end < leadBlock.end && block.kind === 'paragraph';
  for (let i = index + 1; i < outline.length; i++) {
    const { start: at, block: next } = outline[i]!;
    if (next.kind === 'heading' || next.kind === 'rule' || byBlock.has(i)) break;
    if (readingOf(next).opensLeadBullets) break;
    const yaml = keysOfFence(next);
    const listed = keysOfList(next);
    if (yaml !== undefined && next.kind === 'fence' && holdsVocabulary(yaml)) {
      fences.push({
        ...partOf(at, { start: 0, end: next.text.length }, yaml),
        inner: shifted(next.content, at),
      });
    } else if (listed !== undefined) {
      bullets.push({
        ...partOf(at, { start: 0, end: next.text.length }, listed),
        ...(open === undefined ? {} : { lead: open }),
      });
    } else if (open !== undefined || next.kind !== 'paragraph') hasOtherText = true;
    const text = next.kind === 'paragraph' ? leadLine(next.text, 0, at) : undefined;
    if (next.kind === 'paragraph' && (text === undefined || text.line.start > at)) hasOtherText = true;
    open = text;
  }
  hasOtherText ||= open !== undefined;
  const groups: Group[] = fences.map((fence) => ({ kind: 'fence', parts: [fence] }));
  if (bullets.length > 0) groups.push({ kind: 'bullets', parts: bullets });
  return assembled(body, governing, leadBlock, sentence, groups, hasOtherText);
}

/** A fence of prose holds none. */
function holdsVocabulary({ keys, lists }: RawKeys): boolean {
  return keys.length > 0 || lists.some((list) => list.items.length > 1);
}

interface Part {
  /** Offset of the block that the raw keys count from. */
  readonly at: number;
  readonly span: Span;
  readonly inner: Span;
  readonly raw: RawKeys;
  readonly lead?: BoldLead;
}

interface Group {
  readonly kind: 'fence' | 'bullets';
  readonly parts: readonly Part[];
}

interface BoldLead {
  readonly key: Span;
  readonly line: Span;
}

function partOf(at: number, span: Span, raw: RawKeys): Part {
  return { at, span: shifted(span, at), inner: shifted(span, at), raw };
}

/** The bold lead that is a paragraph's last line, if it stands below `from`. */
function leadLine(text: string, from: number, at: number): BoldLead | undefined {
  const lineStart = text.lastIndexOf('\n') + 1;
  if (lineStart < from) return undefined;
  const line = { start: lineStart, end: text.trimEnd().length };
  const key = boldLead(text, line);
  return key === undefined ? undefined : { key: shifted(key, at), line: shifted(line, at) };
}

function assembled(
  body: MarkdownTree,
  governing: readonly Mention[],
  leadBlock: Span,
  lead: Span,
  groups: readonly Group[],
  hasOtherText: boolean,
): VocabularyBlock {
  const labels = governing.map(({ reference }) => ({ label: reference.label, place: reference.place }));
  const lists = groups.map((group) => keyListOf(body.text, group, labels));
  lists.sort((a, b) => a.span.start - b.span.start);
  return {
    requirementKeys: [...new Set(governing.map((mention) => keyOfMention(body, mention)))],
    labels,
    leadBlock,
    lead,
    lists,
    hasOtherText,
    keys: lists.flatMap((list) => list.keys.flatMap(withDescendants)),
  };
}

function keyListOf(text: string, { kind, parts }: Group, labels: VocabularyBlock['labels']): KeyList {
  const hasLeads = parts.some((part) => part.lead !== undefined);
  const placed = parts.flatMap((part): PlacedKeys[] => {
    const keys = part.raw.keys.map((key) => placedKey(key, part.at));
    if (part.lead === undefined) return keys.map((key) => ({ key, depth: hasLeads ? 1 : 0 }));
    return [{ key: keyOfLead(text, part, part.lead, keys), depth: 0 }];
  });
  const first = parts[0]!;
  const start = first.lead?.line.start ?? first.span.start;
  const end = parts.at(-1)!.span.end;
  return {
    kind,
    span: { start, end },
    parts: parts.map(({ inner, lead }) => ({ start: lead?.line.start ?? inner.start, end: inner.end })),
    keys: classified(placed, labels),
    hasText: parts.some((part) => part.raw.hasText && part.lead === undefined),
    leaves: parts.flatMap(({ raw, at }) =>
      raw.lists.map((list) => ({
        span: shifted(list.span, at),
        items: list.items.map((item) => shifted(item, at)),
        reorderable: list.reorderable,
      })),
    ),
  };
}

interface PlacedKeys {
  readonly key: RawKey;
  readonly depth: number;
}

function keyOfLead(text: string, part: Part, lead: BoldLead, children: readonly RawKey[]): RawKey {
  return {
    key: text.slice(lead.key.start, lead.key.end),
    keySpan: lead.key,
    contentSpan: part.span,
    span: { start: lead.line.start, end: part.span.end },
    children,
    hasText: part.raw.hasText,
  };
}

function placedKey(key: RawKey, by: number): RawKey {
  return {
    ...key,
    keySpan: shifted(key.keySpan, by),
    contentSpan: shifted(key.contentSpan, by),
    span: shifted(key.span, by),
    children: key.children.map((child) => placedKey(child, by)),
  };
}

function withDescendants(node: KeyNode): VocabularyBlock['keys'] {
  return [node.key, ...node.children.flatMap(withDescendants)];
}
