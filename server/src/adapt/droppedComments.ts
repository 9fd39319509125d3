/** A line of a fence after its dropped keys have gone. */
export interface FenceLine {
  readonly text: string;
  readonly isErased: boolean;
  /** It lies in a key that stays: what looks like a comment there is none of the fence's own. */
  readonly isHeld: boolean;
}

/**
 * The comments that have lost all that they stand over, as indices: a comment speaks for the keys below it up to the next
 * comment or the end of its group, so one of several that stays keeps it.
 */
export function commentsOverNothing(lines: readonly FenceLine[]): number[] {
  const found: number[] = [];
  for (let line = 0; line < lines.length;) {
    let end = line + 1;
    if (isComment(lines[line]!)) {
      while (end < lines.length && isComment(lines[end]!)) end++;
      if (standsOverNothing(lines, end, indentOf(lines[line]!.text))) {
        for (let comment = line; comment < end; comment++) found.push(comment);
      }
    }
    line = end;
  }
  return found;
}

function standsOverNothing(lines: readonly FenceLine[], from: number, indent: number): boolean {
  let erased = 0;
  for (const line of lines.slice(from)) {
    if (line.text.trim() === '') continue;
    if (indentOf(line.text) < indent || (isComment(line) && indentOf(line.text) <= indent)) break;
    if (line.isErased) erased++;
    else if (!isComment(line)) return false;
  }
  return erased > 0;
}

function isComment({ text, isErased, isHeld }: FenceLine): boolean {
  return !isErased && !isHeld && /^\s*#/.test(text);
}

function indentOf(text: string): number {
  return /^\s*/.exec(text)![0].length;
}
