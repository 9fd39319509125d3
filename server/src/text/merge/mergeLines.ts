/** Merges two versions of a list of lines that both come from a third. */
import { type Match, matchLines } from './matchLines.ts';

/** A part of the merged text: lines `start` to `end` (from 0, end not included) of one version, or of both in conflict. */
export type MergedPart =
  | {
      /** Whose lines they are; `both` where the versions agree, counted in ours. */
      readonly from: 'both' | 'ours';
      readonly ours: LineRange;
    }
  /** `ours` are the lines that `theirs` stand in for. */
  | { readonly from: 'theirs'; readonly ours: LineRange; readonly theirs: LineRange }
  | { readonly from: 'conflict'; readonly ours: LineRange; readonly theirs: LineRange };

export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/**
 * A three-way merge: what only one version changed counts, what both changed in the same way counts once, and what
 * they changed differently is a conflict. The versions are given by keys: two lines are the same when their keys are,
 * so that the base need be known no further than that.
 * @param base `undefined` where it is not known: then every difference is a conflict
 */
export function mergeLines(
  base: readonly string[] | undefined,
  ours: readonly string[],
  theirs: readonly string[],
): MergedPart[] {
  const parts = base === undefined ? twoWay(ours, theirs) : threeWay(base, ours, theirs);
  return parts.flatMap((part) => (part.from === 'conflict' ? narrowed(part, ours, theirs) : [part]));
}

function twoWay(ours: readonly string[], theirs: readonly string[]): MergedPart[] {
  const parts = new Parts();
  let oursAt = 0;
  let theirsAt = 0;
  for (const { left, right, length } of [...matchLines(ours, theirs), endOf(ours, theirs)]) {
    parts.conflict({ start: oursAt, end: left }, { start: theirsAt, end: right });
    parts.same({ start: left, end: left + length });
    oursAt = left + length;
    theirsAt = right + length;
  }
  return parts.all;
}

function threeWay(base: readonly string[], ours: readonly string[], theirs: readonly string[]): MergedPart[] {
  const parts = new Parts();
  const inOurs = placesOf(matchLines(base, ours), base.length);
  const inTheirs = placesOf(matchLines(base, theirs), base.length);
  let baseAt = 0;
  let oursAt = 0;
  let theirsAt = 0;
  for (;;) {
    // The next line that nobody touched ends what somebody may have.
    let next = baseAt;
    while (next < base.length && (inOurs[next]! < 0 || inTheirs[next]! < 0)) next++;
    const isEnd = next === base.length;
    const here = { start: oursAt, end: isEnd ? ours.length : inOurs[next]! };
    const there = { start: theirsAt, end: isEnd ? theirs.length : inTheirs[next]! };
    const before = base.slice(baseAt, next);
    const mine = ours.slice(here.start, here.end);
    const others = theirs.slice(there.start, there.end);
    if (isSame(mine, others)) parts.same(here);
    else if (isSame(others, before)) parts.ours(here);
    else if (isSame(mine, before)) parts.theirs(here, there);
    else parts.conflict(here, there);
    if (isEnd) return parts.all;
    parts.same({ start: here.end, end: here.end + 1 });
    baseAt = next + 1;
    oursAt = here.end + 1;
    theirsAt = there.end + 1;
  }
}

/** A match of no length behind both texts. */
function endOf(left: readonly string[], right: readonly string[]): Match {
  return { left: left.length, right: right.length, length: 0 };
}

/** For each line of the left side its place on the right, -1 where it has none. */
function placesOf(matches: readonly Match[], count: number): Int32Array {
  const places = new Int32Array(count).fill(-1);
  for (const { left, right, length } of matches) {
    for (let i = 0; i < length; i++) places[left + i] = right + i;
  }
  return places;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}

/** A conflict without the lines at its ends that both sides share. */
function narrowed(
  { ours: here, theirs: there }: Extract<MergedPart, { from: 'conflict' }>,
  ours: readonly string[],
  theirs: readonly string[],
): MergedPart[] {
  const most = Math.min(here.end - here.start, there.end - there.start);
  let top = 0;
  while (top < most && ours[here.start + top] === theirs[there.start + top]) top++;
  let bottom = 0;
  while (bottom < most - top && ours[here.end - 1 - bottom] === theirs[there.end - 1 - bottom]) bottom++;
  const parts = new Parts();
  parts.same({ start: here.start, end: here.start + top });
  parts.conflict(
    { start: here.start + top, end: here.end - bottom },
    { start: there.start + top, end: there.end - bottom },
  );
  parts.same({ start: here.end - bottom, end: here.end });
  return parts.all;
}

/** Collects parts; neighbours of a kind become one, and empty ones do not count. */
class Parts {
  readonly all: MergedPart[] = [];

  same(ours: LineRange): void {
    this.#own('both', ours);
  }

  ours(ours: LineRange): void {
    this.#own('ours', ours);
  }

  theirs(ours: LineRange, theirs: LineRange): void {
    this.all.push({ from: 'theirs', ours, theirs });
  }

  conflict(ours: LineRange, theirs: LineRange): void {
    if (ours.start === ours.end && theirs.start === theirs.end) return;
    this.all.push({ from: 'conflict', ours, theirs });
  }

  #own(from: 'both' | 'ours', ours: LineRange): void {
    // What the author deleted and the other side left alone is a part without lines.
    if (ours.start === ours.end) return;
    const last = this.all.at(-1);
    if (last?.from === from && last.ours.end === ours.start) {
      this.all[this.all.length - 1] = { from, ours: { start: last.ours.start, end: ours.end } };
    } else this.all.push({ from, ours });
  }
}
