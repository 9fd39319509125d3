import { type PlacedBlock, outlineOf } from '../parse/outline.ts';
import type { VocabularyKey } from '../requirements/requirementTypes.ts';
import type { KeyList, KeyNode, VocabularyBlock } from '../requirements/vocabularyTypes.ts';
import type { Span } from '../text/span.ts';
import type { AgentLayout } from './agentLayout.ts';
import { commentsOverNothing } from './droppedComments.ts';
import { type DomainSection, sectionEnds } from './domainSections.ts';
import { ErasedLines } from './erasedLines.ts';

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
  eraser.lines.closeGaps();
  if (!eraser.hasPrompt()) return { lines: noLines(layout), isUnsettled: false };
  return { lines: eraser.lines.gone, isUnsettled: eraser.isUnsettled };
}

function noLines(layout: AgentLayout): boolean[] {
  return Array.from({ length: layout.lineCount }, () => false);
}

class Eraser {
  readonly lines: ErasedLines;
  isUnsettled = false;
  readonly #layout: AgentLayout;
  readonly #isDropped: (key: VocabularyKey) => boolean;
  readonly #outline: readonly PlacedBlock[];

  constructor(layout: AgentLayout, isDropped: (key: VocabularyKey) => boolean) {
    this.lines = new ErasedLines(layout);
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
    if (erased === 0) return;
    const { text } = this.#layout.body;
    const hasTextAbove = text.slice(block.leadBlock.start, block.lead.start).trim() !== '';
    // A list that comes next to a lead at the end of another list becomes part of that one.
    if (left > 0) this.isUnsettled ||= hasTextAbove;
    // The lead stands alone in its block: what else is said there stays.
    const hasTextBelow = text.slice(block.lead.end, block.leadBlock.end).trim() !== '';
    if (left > 0 || hasTextAbove || hasTextBelow) return;
    this.lines.eraseWhole(block.leadBlock);
    this.isUnsettled = true;
  }

  eraseSection({ heading, end }: DomainSection): void {
    const first = this.#outline[heading]!;
    const last = this.#outline[end - 1]!;
    this.lines.eraseWhole({ start: first.start, end: last.start + last.block.text.length });
  }

  /** Headings under which nothing is left go too, inner ones first, a parent with one rule beside it. */
  eraseEmptied(): void {
    const ends = sectionEnds(this.#layout.body);
    for (let index = this.#outline.length - 1; index >= 0; index--) {
      const { start, block } = this.#outline[index]!;
      if (block.kind !== 'heading' || this.#isGone(index)) continue;
      if (!this.#isEmptied(index + 1, ends[index]!)) continue;
      this.lines.eraseWhole({ start, end: start + block.text.length });
      this.#eraseRuleBeside(index, ends[index]!);
    }
  }

  hasPrompt(): boolean {
    const { firstLine, lineCount } = this.#layout;
    if (!this.lines.gone.includes(true)) return true;
    for (let line = firstLine; line < lineCount; line++) {
      if (!this.lines.gone[line] && !this.lines.isBlank(line)) return true;
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
      this.lines.eraseWhole(list.span);
      return true;
    }
    if (!list.keys.some((node) => this.#keepsName(node))) this.isUnsettled ||= isDeep(list);
    if (list.kind === 'fence') this.#eraseComments(list);
    for (const part of list.parts) {
      const { start, end } = this.lines.linesOf(part);
      if (this.lines.isErased(start, end)) this.lines.eraseWhole(part);
      else this.lines.closeGapsIn(start, end);
    }
    return false;
  }

  #eraseNode(node: KeyNode): boolean {
    if (node.key.kind === 'entry') {
      if (!this.#isDropped(node.key)) return false;
      this.lines.erase(node.key.span);
      return true;
    }
    if (node.key.kind !== 'group') return false;
    let left = node.hasText ? 1 : 0;
    for (const child of node.children) if (!this.#eraseNode(child)) left++;
    if (left > 0) return false;
    this.lines.erase(node.key.span);
    return true;
  }

  #eraseComments({ parts, keys }: KeyList): void {
    const { start, end } = this.lines.linesOf(parts[0]!);
    const isHeld = noLines(this.#layout);
    const hold = ({ key, children }: KeyNode): void => {
      if (key.kind === 'group') children.forEach(hold);
      else {
        const lines = this.lines.linesOf(key.span);
        isHeld.fill(true, lines.start, lines.end);
      }
    };
    keys.forEach(hold);
    const lines = this.lines.gone.slice(start, end).map((isErased, index) => ({
      text: this.lines.textOf(start + index),
      isErased,
      isHeld: isHeld[start + index]!,
    }));
    for (const line of commentsOverNothing(lines)) this.lines.gone[start + line] = true;
  }

  /** Whether an entry stays that holds the entries' depth where it is: one that names something, not a layer. */
  #keepsName({ key, children }: KeyNode): boolean {
    if (key.kind !== 'entry') return children.some((child) => this.#keepsName(child));
    const names = key.technologies.length + key.domains.length > 0 || key.scale !== undefined;
    return names && !this.#isDropped(key);
  }

  #hasErased(node: KeyNode): boolean {
    const { start, end } = this.lines.linesOf(node.key.span);
    return this.lines.gone.slice(start, end).includes(true);
  }

  #eraseRuleBeside(heading: number, end: number): void {
    const isParent = this.#outline.slice(heading + 1, end).some(({ block }) => block.kind === 'heading');
    const before = this.#ruleAt(heading, -1);
    const after = this.#ruleAt(end - 1, 1);
    const atEnd = after === undefined && end === this.#outline.length;
    if (before !== undefined && (isParent || after !== undefined || atEnd)) this.lines.eraseWhole(before);
    else if (after !== undefined && isParent) this.lines.eraseWhole(after);
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
    const lines = this.lines.linesOf({ start, end: start + block.text.length });
    return this.lines.isErased(lines.start, lines.end);
  }
}

/** Whether there are keys under keys: only then can the depth of the entries change. */
function isDeep(list: KeyList): boolean {
  return list.keys.some((node) => node.children.length > 0);
}
