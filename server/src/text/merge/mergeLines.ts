/** Merges two versions of a list of lines that both come from a third. */
import { chunksOf, type LineRange } from './chunks.ts';
import { matchLines } from './matchLines.ts';

export type { LineRange } from './chunks.ts';

/** A part of the merged text: lines of one version, or of both in conflict. */
export type MergedPart =
  | {
      /** Whose lines they are; `both` where the versions agree, counted in ours. */
      readonly from: 'both' | 'ours';
      readonly ours: LineRange;
    }
  /** `ours` are the lines that `theirs` stand in for. */
  | { readonly from: 'theirs'; readonly ours: LineRange; readonly theirs: LineRange }
  | { readonly from: 'conflict'; readonly ours: LineRange; readonly theirs: LineRange };

/** Where `theirs` comes from: like ours from the base, or from ours itself. */
export type Descent = 'from-base' | 'from-ours';

/**
 * A three-way merge: what only one version changed counts, what both changed in the same way counts once, and what
 * they changed differently is a conflict. The versions are given by keys: two lines are the same when their keys are,
 * so that the base need be known no further than that.
 * @param base `undefined` where it is not known: then every difference is a conflict
 * @param descent `from-ours` where `theirs` was made of ours, so that it has the author's changes already, but for
 *   those that it undid
 */
export function mergeLines(
  base: readonly string[] | undefined,
  ours: readonly string[],
  theirs: readonly string[],
  descent: Descent = 'from-base',
): MergedPart[] {
  const parts = new Parts();
  if (base === undefined) addTwoWay(parts, ours, theirs);
  else if (descent === 'from-base') addThreeWay(parts, { base, ours, theirs }, { ours: 0, theirs: 0 });
  else addFurtherVersion(parts, { base, ours, theirs });
  return parts.all;
}

/**
 * The base of the next merge with a further version of what the author will have then: `theirs` without what the author
 * changed since the base, so that those lines go on being the author's. Where theirs put something else for them, that.
 */
export function nextBase(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): string[] {
  return mergeLines(ours, base, theirs).flatMap((part) =>
    'theirs' in part ? of(theirs, part.theirs) : of(base, part.ours),
  );
}

interface Versions {
  readonly base: readonly string[];
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

/** Where the lines of a part begin in the whole. */
interface Offsets {
  readonly ours: number;
  readonly theirs: number;
}

function addTwoWay(parts: Parts, ours: readonly string[], theirs: readonly string[]): void {
  let oursAt = 0;
  let theirsAt = 0;
  const end = { left: ours.length, right: theirs.length, length: 0 };
  for (const { left, right, length } of [...matchLines(ours, theirs), end]) {
    parts.conflict({ start: oursAt, end: left }, { start: theirsAt, end: right });
    parts.same({ start: left, end: left + length });
    oursAt = left + length;
    theirsAt = right + length;
  }
}

function addThreeWay(parts: Parts, { base, ours, theirs }: Versions, offsets: Offsets): void {
  for (const { changedBy, left, middle, right } of chunksOf(ours, base, theirs)) {
    const here = moved(left, offsets.ours);
    const there = moved(right, offsets.theirs);
    if (changedBy === 'nobody') parts.same(here);
    else if (changedBy === 'left') parts.ours(here);
    else if (changedBy === 'right') parts.theirs(here, there);
    else {
      const chunk = { base: of(base, middle), ours: of(ours, left), theirs: of(theirs, right) };
      addDisputed(parts, chunk, { ours: here.start, theirs: there.start });
    }
  }
}

/**
 * Theirs is a further version of ours. Compared with ours it shows what was done to it, and nothing that the author
 * did; only where it touched the author's own changes the base must decide.
 */
function addFurtherVersion(parts: Parts, { base, ours, theirs }: Versions): void {
  for (const { changedBy, left, middle, right } of chunksOf(base, ours, theirs)) {
    if (changedBy === 'nobody' || changedBy === 'left') parts.same(middle);
    else if (changedBy === 'right') parts.theirs(middle, right);
    else {
      const chunk = { base: of(base, left), ours: of(ours, middle), theirs: of(theirs, right) };
      addThreeWay(parts, chunk, { ours: middle.start, theirs: right.start });
    }
  }
}

/** Both versions changed the lines: a conflict as short as can be, unless they say the same. */
function addDisputed(parts: Parts, { base, ours, theirs }: Versions, offsets: Offsets): void {
  if (isSame(ours, base)) return parts.theirs(all(ours, offsets.ours), all(theirs, offsets.theirs));
  if (isSame(theirs, base)) return parts.ours(all(ours, offsets.ours));
  const most = Math.min(ours.length, theirs.length);
  let top = 0;
  while (top < most && ours[top] === theirs[top]) top++;
  let bottom = 0;
  while (bottom < most - top && ours.at(-1 - bottom) === theirs.at(-1 - bottom)) bottom++;
  const here = moved({ start: top, end: ours.length - bottom }, offsets.ours);
  const there = moved({ start: top, end: theirs.length - bottom }, offsets.theirs);
  parts.same({ start: offsets.ours, end: here.start });
  // Of two insertions in one place one goes on where the other ends.
  if (base.length === 0 && there.start === there.end) parts.ours(here);
  else if (base.length === 0 && here.start === here.end) parts.theirs(here, there);
  else parts.conflict(here, there);
  parts.same({ start: here.end, end: here.end + bottom });
}

function of(lines: readonly string[], { start, end }: LineRange): readonly string[] {
  return lines.slice(start, end);
}

function all(lines: readonly string[], offset: number): LineRange {
  return { start: offset, end: offset + lines.length };
}

function moved({ start, end }: LineRange, by: number): LineRange {
  return { start: start + by, end: end + by };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
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
    if (isNothing(ours) && isNothing(theirs)) return;
    this.all.push({ from: 'theirs', ours, theirs });
  }

  conflict(ours: LineRange, theirs: LineRange): void {
    if (isNothing(ours) && isNothing(theirs)) return;
    this.all.push({ from: 'conflict', ours, theirs });
  }

  #own(from: 'both' | 'ours', ours: LineRange): void {
    // What the author deleted and the other side left alone is a part without lines.
    if (isNothing(ours)) return;
    const last = this.all.at(-1);
    if (last?.from === from && last.ours.end === ours.start) {
      this.all[this.all.length - 1] = { from, ours: { start: last.ours.start, end: ours.end } };
    } else this.all.push({ from, ours });
  }
}

function isNothing({ start, end }: LineRange): boolean {
  return start === end;
}
