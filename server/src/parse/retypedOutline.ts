import type { Retyping, TextChange } from './markdown.ts';
import type { Block, PlacedBlock } from './outline.ts';
import { retypedBlock } from './retypedBlock.ts';

/**
 * The outline after words were typed on a line that has letters before them, made from the one before: what begins,
 * ends or joins blocks stands before a line's first letter or has none in its line, so the block is read again by
 * itself and those behind it move. `undefined` where the change is of another kind, or the block of one whose bounds
 * depend on words (HTML, link definitions).
 * @param readAnew the blocks of a text by itself
 */
export function retypedOutline(
  before: readonly PlacedBlock[],
  change: TextChange,
  text: string,
  readAnew: (text: string) => readonly PlacedBlock[],
): { readonly outline: readonly PlacedBlock[]; readonly retyping: Retyping } | undefined {
  const { from, to, inserted } = change;
  if (from !== to || inserted === 0 || inserted > mostTyped) return undefined;
  if (!wording.test(text.slice(from, from + inserted)) || !hasLetterBefore(text, from)) return undefined;
  const index = indexAt(before, from - 1);
  const placed = before[index];
  if (placed === undefined || from > placed.start + placed.block.text.length) return undefined;
  if (!isPlain(placed.block)) return undefined;
  const { start, block } = placed;
  const after =
    retypedBlock(block, from - start, text.slice(from, from + inserted)) ??
    readBlockAnew(placed, text, start + block.text.length + inserted, readAnew);
  if (after === undefined) return undefined;
  const outline = before.slice();
  outline[index] = { start, block: after };
  for (let at = index + 1; at < outline.length; at++) {
    outline[at] = { start: before[at]!.start + inserted, block: before[at]!.block };
  }
  return { outline, retyping: { index, start, by: inserted, before: block, after } };
}

/** The block as read from its lines alone; `undefined` where they hold anything but one block of its kind. */
function readBlockAnew(
  { start, block }: PlacedBlock,
  text: string,
  end: number,
  readAnew: (text: string) => readonly PlacedBlock[],
): Block | undefined {
  const lineStart = startOfLine(text, start);
  const [only, ...others] = readAnew(text.slice(lineStart, end));
  if (only === undefined || others.length > 0 || only.block.kind !== block.kind) return undefined;
  const isInPlace =
    lineStart + only.start === start && only.start + only.block.text.length === end - lineStart;
  return isInPlace ? only.block : undefined;
}

/** More is pasted, not typed. */
const mostTyped = 64;

/** A block that is longer is read as fast with the rest. */
const longestBlock = 4096;

/** Signs that mean nothing to a block's structure behind a letter. */
const wording = /^[A-Za-z0-9 ,.;!?'"()/-]+$/;

/** Whether a letter stands before `offset` on its line; not far from it, as a line may be very long. */
function hasLetterBefore(text: string, offset: number): boolean {
  for (let at = offset - 1; at >= 0 && at > offset - longestBlock; at--) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) return false;
    if ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) return true;
  }
  return false;
}

/** The last block that begins at or before `offset`; -1 where there is none. */
function indexAt(blocks: readonly PlacedBlock[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (blocks[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether letters in the block cannot change where it ends, or what stands behind it. */
function isPlain({ kind, text }: Block): boolean {
  if (kind === 'other' || kind === 'rule' || text.length > longestBlock) return false;
  return kind === 'fence' || (!text.includes('<') && !text.includes(']:'));
}

function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text.charCodeAt(at - 1) !== 10 && text.charCodeAt(at - 1) !== 13) at--;
  return at;
}
