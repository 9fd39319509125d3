/** Takes what two versions changed of a third apart, into pieces that can be decided on one by one. */
import { matchLines } from './matchLines.ts';

/** Lines `start` to `end` of one version, from 0, end not included. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** A piece of three versions; together they make up all the lines of each. */
export interface Chunk {
  readonly changedBy: 'nobody' | 'left' | 'right' | 'both';
  readonly left: LineRange;
  readonly middle: LineRange;
  readonly right: LineRange;
}

/**
 * The pieces of three versions given by the keys of their lines, where left and right are compared with the middle.
 * Changes of neighbouring lines are pieces of their own; what one version did where the other one did something too is
 * one piece.
 */
export function chunksOf(
  left: readonly string[],
  middle: readonly string[],
  right: readonly string[],
): Chunk[] {
  const changes = [...changesBy('left', middle, left), ...changesBy('right', middle, right)].sort(
    (a, b) => a.middle.start - b.middle.start || a.middle.end - b.middle.end,
  );
  const chunks = new Chunks();
  for (let at = 0; at < changes.length;) {
    const group = [changes[at++]!];
    while (at < changes.length && group.some((one) => isTogether(one, changes[at]!))) {
      group.push(changes[at++]!);
    }
    chunks.changed(group);
  }
  chunks.unchangedTo(middle.length);
  return chunks.all;
}

/** What one version made of some lines of the middle. */
interface Change {
  readonly by: 'left' | 'right';
  readonly middle: LineRange;
  readonly lines: readonly string[];
}

function changesBy(by: Change['by'], middle: readonly string[], side: readonly string[]): Change[] {
  const changes: Change[] = [];
  let middleAt = 0;
  let sideAt = 0;
  const end = { left: middle.length, right: side.length, length: 0 };
  for (const { left, right, length } of [...matchLines(middle, side), end]) {
    if (left > middleAt || right > sideAt) {
      changes.push({ by, middle: { start: middleAt, end: left }, lines: side.slice(sideAt, right) });
    }
    middleAt = left + length;
    sideAt = right + length;
  }
  return changes;
}

/** Whether two changes, the first of which begins no later, must be looked at as one. */
function isTogether(a: Change, b: Change): boolean {
  if (a.by === b.by || b.middle.start > a.middle.end) return false;
  if (b.middle.start < a.middle.end) return true;
  // They meet. Two insertions in one place, or one beside lines that became more or fewer: who is to say in which
  // order, or whether what was inserted still has its place.
  if (isEmpty(a) ? isEmpty(b) || !keepsCount(b) : isEmpty(b) && !keepsCount(a)) return true;
  // The same lines from both sides would be there twice.
  return a.lines.some((line) => b.lines.includes(line));
}

function isEmpty({ middle }: Change): boolean {
  return middle.start === middle.end;
}

function keepsCount({ middle, lines }: Change): boolean {
  return lines.length === middle.end - middle.start;
}

/** Collects pieces and counts the lines of the three versions. */
class Chunks {
  readonly all: Chunk[] = [];
  #at = { left: 0, middle: 0, right: 0 };

  unchangedTo(middle: number): void {
    const count = middle - this.#at.middle;
    if (count > 0) this.#add('nobody', { left: count, middle: count, right: count });
  }

  changed(group: readonly Change[]): void {
    this.unchangedTo(group[0]!.middle.start);
    const middle = Math.max(...group.map((change) => change.middle.end)) - this.#at.middle;
    const linesOf = (by: Change['by']): number =>
      group
        .filter((change) => change.by === by)
        .reduce(
          (sum, change) => sum + change.lines.length - (change.middle.end - change.middle.start),
          middle,
        );
    const isBoth = group.some(({ by }) => by !== group[0]!.by);
    this.#add(isBoth ? 'both' : group[0]!.by, { left: linesOf('left'), middle, right: linesOf('right') });
  }

  #add(changedBy: Chunk['changedBy'], count: { left: number; middle: number; right: number }): void {
    const from = this.#at;
    this.#at = {
      left: from.left + count.left,
      middle: from.middle + count.middle,
      right: from.right + count.right,
    };
    const range = (side: 'left' | 'middle' | 'right'): LineRange => ({
      start: from[side],
      end: this.#at[side],
    });
    this.all.push({ changedBy, left: range('left'), middle: range('middle'), right: range('right') });
  }
}
