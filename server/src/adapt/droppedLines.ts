import { type PlacedBlock, outlineOf } from '../parse/outline.ts';
import type { VocabularyKey } from '../requirements/requirementTypes.ts';
import type { KeyList, KeyNode, VocabularyBlock } from '../requirements/vocabularyTypes.ts';
import type { Span } from '../text/span.ts';
import type { AgentLayout } from './agentLayout.ts';
import { type DomainSection, sectionEnds } from './domainSections.ts';

/**
 * The lines that go with the dropped entries and sections (`adapted-profile.md`, rules 7 and 8): true at each
 * line's index. Nothing goes where nothing but blank lines would be left of the prompt.
 */
export function droppedLines(
  layout: AgentLayout,
  blocks: readonly VocabularyBlock[],
  isDropped: (key: VocabularyKey) => boolean,
  sections: readonly DomainSection[],
): readonly boolean[] {
  const eraser = new Eraser(layout, isDropped);
  for (const block of blocks) eraser.eraseEntries(block);
  for (const section of sections) eraser.eraseSection(section);
  eraser.eraseEmptied();
  eraser.closeGaps();
  return eraser.hasPrompt() ? eraser.lines : layoutWithout(layout);
}

function layoutWithout(layout: AgentLayout): boolean[] {
  return Array.from({ length: layout.lineCount }, () => false);
}

class Eraser {
  /** Lines that are gone. */
  readonly lines: boolean[];
  /** Of those, the ones that are more than a part of a list: the blank lines around them are still there. */
  readonly #whole: boolean[];
  readonly #layout: AgentLayout;
  readonly #isDropped: (key: VocabularyKey) => boolean;
  readonly #outline: readonly PlacedBlock[];

  constructor(layout: AgentLayout, isDropped: (key: VocabularyKey) => boolean) {
    this.lines = layoutWithout(layout);
    this.#whole = layoutWithout(layout);
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
    this.#closeGapsIn(firstLine, lineCount, this.#whole);
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
    const inner = this.#linesOf(list.inner);
    this.#closeGapsIn(inner.start, inner.end, [...this.lines]);
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

  #closeGapsIn(from: number, to: number, gone: readonly boolean[]): void {
    for (let line = from; line < to; line++) {
      if (!this.#isOpen(line)) continue;
      const start = line;
      while (line < to && this.#isOpen(line)) line++;
      for (const blank of this.#blanksToTake({ start, end: line }, from, to, gone)) this.lines[blank] = true;
    }
  }

  /** The blank lines to take from a run of lines that are erased or blank. */
  #blanksToTake(run: Span, from: number, to: number, gone: readonly boolean[]): number[] {
    let first = run.start;
    while (first < run.end && !gone[first]) first++;
    if (first === run.end) return [];
    const start = run.end === to ? run.start : first;
    let end = run.end;
    // The last of a group leaves the blank lines between the group and the next one.
    if (first === run.start && run.start > from && end < to && this.#indent(end) < this.#indent(first)) {
      while (!this.lines[end - 1]) end--;
    }
    const taken: number[] = [];
    for (let line = start; line < end; line++) if (!this.lines[line]) taken.push(line);
    return taken;
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
    const { start: from, end } = this.#linesOf({ start, end: start + block.text.length });
    for (let line = from; line < end; line++) if (!this.lines[line] && !this.#isBlank(line)) return false;
    return true;
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
