/** Which lines of two texts are the same, as a longest common subsequence. */
import { diffArrays } from 'diff';

/** A run of lines that two texts share: where it begins in each, and how long it is. */
export interface Match {
  readonly left: number;
  readonly right: number;
  readonly length: number;
}

/**
 * The runs that two lists of keys share, in order. Texts that differ in more than some thousand places are not
 * compared in full: what they share at the beginning and the end counts then, and nothing between.
 */
export function matchLines(left: readonly string[], right: readonly string[]): Match[] {
  const top = sharedAtTop(left, right);
  const bottom = sharedAtBottom(left, right, top);
  const leftEnd = left.length - bottom;
  const rightEnd = right.length - bottom;
  const matches: Match[] = top === 0 ? [] : [{ left: 0, right: 0, length: top }];
  matches.push(...matchesBetween(left.slice(top, leftEnd), right.slice(top, rightEnd), top));
  if (bottom > 0) matches.push({ left: leftEnd, right: rightEnd, length: bottom });
  return matches;
}

/** The comparison takes time that grows with the square of this at worst. */
const mostDifferences = 1000;

function matchesBetween(left: string[], right: string[], offset: number): Match[] {
  if (left.length === 0 || right.length === 0) return [];
  const changes = diffArrays(left, right, { maxEditLength: mostDifferences });
  const matches: Match[] = [];
  let leftAt = offset;
  let rightAt = offset;
  for (const { added, removed, count } of changes ?? []) {
    if (!added && !removed) matches.push({ left: leftAt, right: rightAt, length: count });
    if (!added) leftAt += count;
    if (!removed) rightAt += count;
  }
  return matches;
}

function sharedAtTop(left: readonly string[], right: readonly string[]): number {
  const most = Math.min(left.length, right.length);
  let shared = 0;
  while (shared < most && left[shared] === right[shared]) shared++;
  return shared;
}

function sharedAtBottom(left: readonly string[], right: readonly string[], top: number): number {
  const most = Math.min(left.length, right.length) - top;
  let shared = 0;
  while (shared < most && left[left.length - 1 - shared] === right[right.length - 1 - shared]) shared++;
  return shared;
}
