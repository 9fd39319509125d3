import { vocabularyKey } from '../catalogue/keys.ts';
import type { Technology } from '../catalogue/types.ts';
import type { MarkdownTree } from '../parse/markdown.ts';
import { type Block, outlineOf } from '../parse/outline.ts';
import type { RawKey } from '../requirements/rawKeys.ts';
import { keysOfFence, keysOfList } from '../requirements/vocabularyBlocks.ts';
import { technologiesOf } from './leaves.ts';

/**
 * The technologies that the lists and fences of a whole agent name, by their items or by a key of whatever kind.
 * @param isKept whether an offset in the body counts
 */
export function namedInLists(
  body: MarkdownTree,
  isKept: (offset: number) => boolean,
): ReadonlyMap<string, Technology> {
  const found = new Map<string, Technology>();
  for (const { at, technologies } of namesIn(body)) {
    if (!isKept(at)) continue;
    for (const technology of technologies) found.set(technology.id, technology);
  }
  return found;
}

/** What a line names. */
interface Names {
  readonly at: number;
  readonly technologies: readonly Technology[];
}

const namesOfBody = new WeakMap<MarkdownTree, readonly Names[]>();
const namesOfBlock = new WeakMap<Block, readonly Names[]>();

function namesIn(body: MarkdownTree): readonly Names[] {
  let names = namesOfBody.get(body);
  if (names === undefined) {
    names = outlineOf(body).flatMap(({ start, block }) => {
      let inBlock = namesOfBlock.get(block);
      if (inBlock === undefined) namesOfBlock.set(block, (inBlock = readNames(block)));
      return inBlock.map(({ at, technologies }) => ({ at: at + start, technologies }));
    });
    namesOfBody.set(body, names);
  }
  return names;
}

function readNames(block: Block): Names[] {
  const raw = keysOfFence(block) ?? keysOfList(block);
  if (raw === undefined) return [];
  const found: Names[] = raw.lists.map((list) => ({
    at: list.span.start,
    technologies: technologiesOf(block.text, list).flat(),
  }));
  const addKeys = (keys: readonly RawKey[]): void => {
    for (const { key, keySpan, children } of keys) {
      found.push({ at: keySpan.start, technologies: vocabularyKey(key)?.technologies ?? [] });
      addKeys(children);
    }
  };
  addKeys(raw.keys);
  return found.filter(({ technologies }) => technologies.length > 0);
}
