import type { Span } from '../text/span.ts';
import type { AgentLayout } from './agentLayout.ts';

/** The lines of an agent, as far as they are gone. Spans of offsets count in the prompt, of lines in the file. */
export class ErasedLines {
  /** True at the index of each line that is gone. */
  readonly gone: boolean[];
  /** Of those, the ones that are more than a part of a list: the blank lines around them are still there. */
  readonly #whole: boolean[];
  readonly #layout: AgentLayout;

  constructor(layout: AgentLayout) {
    this.gone = noLines(layout);
    this.#whole = noLines(layout);
    this.#layout = layout;
  }

  erase(span: Span): void {
    const { start, end } = this.linesOf(span);
    this.gone.fill(true, start, end);
  }

  eraseWhole(span: Span): void {
    const { start, end } = this.linesOf(span);
    this.gone.fill(true, start, end);
    this.#whole.fill(true, start, end);
  }

  /** Whether some of these lines are gone and what is left is blank. */
  isErased(from: number, to: number): boolean {
    for (let line = from; line < to; line++) if (!this.#isOpen(line)) return false;
    return this.gone.slice(from, to).includes(true);
  }

  linesOf(span: Span): Span {
    const { lines, bodyStart, lineCount } = this.#layout;
    const start = lines.lineAt(bodyStart + span.start);
    const last = lines.lineAt(bodyStart + Math.max(span.start, span.end - 1));
    return { start, end: Math.min(last + 1, lineCount) };
  }

  textOf(line: number): string {
    const { start, end } = this.#layout.lines.lineSpan(line);
    return this.#layout.text.slice(start, end);
  }

  isBlank(line: number): boolean {
    const { start, end } = this.#layout.lines.lineSpan(line);
    for (let at = start; at < end; at++) {
      const unit = this.#layout.text.charCodeAt(at);
      if (unit !== 32 && unit !== 9) return false;
    }
    return true;
  }

  /** Blank lines after what is gone as a whole go with it; at the end of the text those before it. */
  closeGaps(): void {
    const { firstLine, lineCount } = this.#layout;
    for (const run of this.#runsIn(firstLine, lineCount)) {
      const first = firstIn(run, this.#whole);
      if (first === undefined) continue;
      const isParted = this.gone.slice(run.start, first).includes(false);
      if (!isParted && run.start > firstLine && run.end < lineCount) this.#keepApart(run);
      else this.#takeBlanks({ start: run.end === lineCount ? run.start : first, end: run.end });
    }
  }

  /** The same within a list. */
  closeGapsIn(from: number, to: number): void {
    for (const run of this.#runsIn(from, to)) {
      const first = firstIn(run, this.gone);
      if (first === undefined) continue;
      const { start } = run;
      let { end } = run;
      // The last of a group leaves the blank lines between the group and the next one.
      if (first === start && start > from && end < to && this.#indent(end) < this.#indent(first)) {
        while (!this.gone[end - 1]) end--;
      }
      this.#takeBlanks({ start: run.end === to ? start : first, end });
    }
  }

  /** The stretches of lines that are erased or blank. */
  #runsIn(from: number, to: number): Span[] {
    const runs: Span[] = [];
    for (let line = from; line < to; line++) {
      if (!this.#isOpen(line)) continue;
      const start = line;
      while (line < to && this.#isOpen(line)) line++;
      runs.push({ start, end: line });
    }
    return runs;
  }

  #takeBlanks({ start, end }: Span): void {
    this.gone.fill(true, start, end);
  }

  /**
   * Between two lines that no blank line parted from what is gone, one must part them now, or they would become one
   * paragraph: one from behind what is gone, from between two things that are, or from inside one. Where there is none,
   * nothing goes.
   */
  #keepApart({ start, end }: Span): void {
    let last = end - 1;
    while (!this.gone[last]) last--;
    const isPartedBehind = last < end - 1;
    let between = last;
    while (between > start && this.gone[between]) between--;
    const inside = this.#blankIn(start, last);
    this.#takeBlanks({ start, end: last });
    if (isPartedBehind) return;
    if (between > start) this.gone[between] = false;
    else if (/^#{1,6}\s/.test(this.textOf(end))) return;
    else if (inside !== undefined) this.gone[inside] = false;
    else this.gone.fill(false, start, end);
  }

  /** The last blank line among these. */
  #blankIn(from: number, to: number): number | undefined {
    for (let line = to - 1; line >= from; line--) if (this.isBlank(line)) return line;
    return undefined;
  }

  #isOpen(line: number): boolean {
    return this.gone[line] === true || this.isBlank(line);
  }

  #indent(line: number): number {
    return /^[ \t]*/.exec(this.textOf(line))![0].length;
  }
}

function noLines(layout: AgentLayout): boolean[] {
  return Array.from({ length: layout.lineCount }, () => false);
}

function firstIn({ start, end }: Span, gone: readonly boolean[]): number | undefined {
  for (let line = start; line < end; line++) if (gone[line]) return line;
  return undefined;
}
