import { type PlacedBlock, outlineOf } from '../parse/outline.ts';
import type { VocabularyKey } from '../requirements/requirementTypes.ts';
import type { KeyList, KeyNode, VocabularyBlock } from '../requirements/vocabularyTypes.ts';
import type { Span } from '../text/span.ts';
import type { AgentLayout } from './agentLayout.ts';
import { type DomainSection, sectionEnds } from './domainSections.ts';

/** What goes of an agent. */
export interface Dropped {
  /** True at the index of each line that goes. */
  readonly lines: readonly boolean[];
  /** What is left may read differently: a list has lost its entries, a reference is gone. */
  readonly isUnsettled: boolean;
}

/**
 * The lines that go with the dropped entries and sections (`adapted-profile.md`, rules 7 and 8). Nothing goes where
 * nothing but blank lines would be left of the prompt.
 */
export function droppedLines(
  layout: AgentLayout,
  blocks: readonly VocabularyBlock[],
  isDropped: (key: VocabularyKey) => boolean,
  sections: readonly DomainSection[],
): Dropped {
  const eraser = new Eraser(layout, isDropped);
  for (const block of blocks) eraser.eraseEntries(block);
  for (const section of sections) eraser.eraseSection(section);
  eraser.eraseEmptied();
  eraser.closeGaps();
  if (!eraser.hasPrompt()) return { lines: noLines(layout), isUnsettled: false };
  return { lines: eraser.lines, isUnsettled: eraser.isUnsettled };
}

function noLines(layout: AgentLayout): boolean[] {
  return Array.from({ length: layout.lineCount }, () => false);
}

class Eraser {
  /** Lines that are gone. */
  readonly lines: boolean[];
  isUnsettled = false;
  /** Of those, the ones that are more than a part of a list: the blank lines around them are still there. */
  readonly #whole: boolean[];
  readonly #layout: AgentLayout;
  readonly #isDropped: (key: VocabularyKey) => boolean;
  readonly #outline: readonly PlacedBlock[];

  constructor(layout: AgentLayout, isDropped: (key: VocabularyKey) => boolean) {
    this.lines = noLines(layout);
    this.#whole = noLines(layout);
    this.#layout = layout;
    this.#isDropped = isDropped;
    this.#outline = outlineOf(layout.body);
  }

  eraseEntries(block: VocabularyBlock): void {
    let left = block.hasOtherText ? 1 : 0;
    let erased = 0;
    for (const list of block.lists) {
      if (this.#eraseList(list)) erased++;
      else left++;
    }
    if (erased === 0 || left > 0) return;
    // The lead stands alone in its block: what else is said there stays.
    if (this.#layout.body.text.slice(block.lead.end, block.leadBlock.end).trim() !== '') return;
    if (this.#layout.body.text.slice(block.leadBlock.start, block.lead.start).trim() !== '') return;
    this.#eraseWhole(block.leadBlock);
    this.isUnsettled = true;
  }

  eraseSection({ heading, end }: DomainSection): void {
    const first = this.#outline[heading]!;
    const last = this.#outline[end - 1]!;
    this.#eraseWhole({ start: first.start, end: last.start + last.block.text.length });
  }

  /** Headings under which nothing is left go too, inner ones first, a parent with one rule beside it. */
  eraseEmptied(): void {
    const ends = sectionEnds(this.#layout.body);
    for (let index = this.#outline.length - 1; index >= 0; index--) {
      const { start, block } = this.#outline[index]!;
      if (block.kind !== 'heading' || this.#isGone(index)) continue;
      if (!this.#isEmptied(index + 1, ends[index]!)) continue;
      this.#eraseWhole({ start, end: start + block.text.length });
      this.#eraseRuleBeside(index, ends[index]!);
    }
  }

  /** Blank lines after what is gone go with it; at the end of the text those before it. */
  closeGaps(): void {
    const { firstLine, lineCount } = this.#layout;
    for (const run of this.#runsIn(firstLine, lineCount)) {
      const first = firstIn(run, this.#whole);
      if (first === undefined) continue;
      const isParted = this.lines.slice(run.start, first).includes(false);
      if (!isParted && run.start > firstLine && run.end < lineCount) this.#keepApart(run);
      else this.#takeBlanks({ start: run.end === lineCount ? run.start : first, end: run.end });
    }
  }

  hasPrompt(): boolean {
    const { firstLine, lineCount } = this.#layout;
    if (!this.lines.includes(true)) return true;
    for (let line = firstLine; line < lineCount; line++) {
      if (!this.lines[line] && !this.#isBlank(line)) return true;
    }
    return false;
  }

  /** Erases what is dropped in a list; answers whether nothing of it is left. */
  #eraseList(list: KeyList): boolean {
    let left = list.hasText ? 1 : 0;
    let erased = 0;
    for (const node of list.keys) {
      if (this.#eraseNode(node)) erased++;
      else left++;
    }
    if (!erased && !list.keys.some((node) => this.#hasErased(node))) return false;
    if (left === 0) {
      this.#eraseWhole(list.span);
      return true;
    }
    if (!list.keys.some((node) => this.#keepsName(node))) this.isUnsettled ||= isDeep(list);
    for (const part of list.parts) {
      const { start, end } = this.#linesOf(part);
      if (this.#isErased(start, end)) this.#eraseWhole(part);
      else this.#closeGapsIn(start, end);
    }
    return false;
  }

  #eraseNode(node: KeyNode): boolean {
    if (node.key.kind === 'entry') {
      if (!this.#isDropped(node.key)) return false;
      this.#erase(node.key.span);
      return true;
    }
    if (node.key.kind !== 'group') return false;
    let left = node.hasText ? 1 : 0;
    for (const child of node.children) if (!this.#eraseNode(child)) left++;
    if (left > 0) return false;
    this.#erase(node.key.span);
    return true;
  }

  /** Whether an entry stays that holds the entries' depth where it is: one that names something, not a layer. */
  #keepsName({ key, children }: KeyNode): boolean {
    if (key.kind !== 'entry') return children.some((child) => this.#keepsName(child));
    const names = key.technologies.length + key.domains.length > 0 || key.scale !== undefined;
    return names && !this.#isDropped(key);
  }

  #hasErased(node: KeyNode): boolean {
    const { start, end } = this.#linesOf(node.key.span);
    return this.lines.slice(start, end).includes(true);
  }

  #erase(span: Span): void {
    const { start, end } = this.#linesOf(span);
    this.lines.fill(true, start, end);
  }

  #eraseWhole(span: Span): void {
    const { start, end } = this.#linesOf(span);
    this.lines.fill(true, start, end);
    this.#whole.fill(true, start, end);
  }

  /** The same within a list. */
  #closeGapsIn(from: number, to: number): void {
    for (const run of this.#runsIn(from, to)) {
      const first = firstIn(run, this.lines);
      if (first === undefined) continue;
      const { start } = run;
      let { end } = run;
      // The last of a group leaves the blank lines between the group and the next one.
      if (first === start && start > from && end < to && this.#indent(end) < this.#indent(first)) {
        while (!this.lines[end - 1]) end--;
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
    this.lines.fill(true, start, end);
  }

  /**
   * Between two lines that no blank line parted from what is gone, one must part them now, or they would become one
   * paragraph: one from behind what is gone or from inside it. Where there is none, nothing goes.
   */
  #keepApart(run: Span): void {
    let last = run.end - 1;
    while (!this.lines[last]) last--;
    if (last < run.end - 1 || this.#startsHeading(run.end)) return;
    for (let line = last; line > run.start; line--) {
      if (!this.#isBlank(line)) continue;
      this.lines[line] = false;
      return;
    }
    this.lines.fill(false, run.start, run.end);
  }

  #startsHeading(line: number): boolean {
    const { start } = this.#layout.lines.lineSpan(line);
    return /^#{1,6}\s/.test(this.#layout.text.slice(start, start + 8));
  }

  #isOpen(line: number): boolean {
    return this.lines[line] === true || this.#isBlank(line);
  }

  #indent(line: number): number {
    const { start } = this.#layout.lines.lineSpan(line);
    return /^[ \t]*/.exec(this.#layout.text.slice(start, start + 100))![0].length;
  }

  #eraseRuleBeside(heading: number, end: number): void {
    const isParent = this.#outline.slice(heading + 1, end).some(({ block }) => block.kind === 'heading');
    const before = this.#ruleAt(heading, -1);
    const after = this.#ruleAt(end - 1, 1);
    const atEnd = after === undefined && end === this.#outline.length;
    if (before !== undefined && (isParent || after !== undefined || atEnd)) this.#eraseWhole(before);
    else if (after !== undefined && isParent) this.#eraseWhole(after);
  }

  /** The rule that stands next, what is gone left out. */
  #ruleAt(from: number, step: 1 | -1): Span | undefined {
    for (let index = from + step; index >= 0 && index < this.#outline.length; index += step) {
      if (this.#isGone(index)) continue;
      const { start, block } = this.#outline[index]!;
      return block.kind === 'rule' ? { start, end: start + block.text.length } : undefined;
    }
    return undefined;
  }

  #isEmptied(from: number, end: number): boolean {
    let erased = 0;
    for (let index = from; index < end; index++) {
      if (this.#isGone(index)) erased++;
      else if (this.#outline[index]!.block.kind !== 'rule') return false;
    }
    return erased > 0;
  }

  #isGone(index: number): boolean {
    const { start, block } = this.#outline[index]!;
    const lines = this.#linesOf({ start, end: start + block.text.length });
    return this.#isErased(lines.start, lines.end);
  }

  #isErased(from: number, to: number): boolean {
    for (let line = from; line < to; line++) if (!this.#isOpen(line)) return false;
    return this.lines.slice(from, to).includes(true);
  }

  #linesOf(span: Span): Span {
    const { lines, bodyStart, lineCount } = this.#layout;
    const start = lines.lineAt(bodyStart + span.start);
    const last = lines.lineAt(bodyStart + Math.max(span.start, span.end - 1));
    return { start, end: Math.min(last + 1, lineCount) };
  }

  #isBlank(line: number): boolean {
    const { start, end } = this.#layout.lines.lineSpan(line);
    for (let at = start; at < end; at++) {
      const unit = this.#layout.text.charCodeAt(at);
      if (unit !== 32 && unit !== 9) return false;
    }
    return true;
  }
}

/** Whether there are keys under keys: only then can the depth of the entries change. */
function isDeep(list: KeyList): boolean {
  return list.keys.some((node) => node.children.length > 0);
}

function firstIn({ start, end }: Span, gone: readonly boolean[]): number | undefined {
  for (let line = start; line < end; line++) if (gone[line]) return line;
  return undefined;
}
