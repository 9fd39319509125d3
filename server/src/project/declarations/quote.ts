import { MarkdownTree } from '../../parse/markdown.ts';
import { outlineOf } from '../../parse/outline.ts';
import type { Block, PlacedBlock } from '../../parse/outline.ts';

/**
 * The blocks of a quote under a technologies heading, with their offsets: there a team quotes what it has agreed upon.
 * Headings of its own, and quotes within it, are left out. Of any other block, and of a quote that is a note
 * (`> **Note:** …`, `> [!TIP]`), that block itself.
 */
export function blocksOfQuote({ start, block }: PlacedBlock): readonly PlacedBlock[] {
  if (block.kind !== 'other' || !quote.test(block.text)) return [{ start, block }];
  let inner = known.get(block);
  if (inner === undefined) {
    const words = block.text.replace(marks, (mark) => ' '.repeat(mark.length));
    inner = outlineOf(MarkdownTree.parse(words)).filter(({ block: { kind } }) => !left.has(kind));
    known.set(block, inner);
  }
  return inner.map((one) => ({ start: start + one.start, block: one.block }));
}

const known = new WeakMap<Block, readonly PlacedBlock[]>();

const quote =
  /^[ \t]*>(?![>\s*_\p{Extended_Pictographic}\uFE0F]*(?:\[!|(?:note|important|tip|warning|caution|attention|info|hint|example|hinweis|wichtig|achtung|nota|uwaga|remarque|todo)(?![\p{L}-])))/iu;
const marks = /^[ \t]{0,3}> ?/gm;
const left: ReadonlySet<Block['kind']> = new Set<Block['kind']>(['heading', 'rule', 'other']);
