/**
 * The stretches of a Markdown text that hold prose, by the rules of the lexer that Claude Code uses (marked 15
 * without its GFM rules): it finds `@imports` only there, and strips only those comments that are blocks of their
 * own. Differs from CommonMark in small ways on purpose, above all in lists. One pass, linear.
 */
import {
  GivenLines,
  type Line,
  linesOf,
  type LineSource,
  QuotedLines,
  quoteMarker,
  rule,
} from './blockLines.ts';
import { htmlBlockAt, isHtmlAfterParagraph } from './htmlBlock.ts';
import { listAt } from './listItems.ts';

export interface ProseBlock {
  /**
   * `prose`: a paragraph or heading; `list-text`: text right in a list item, which is searched for imports as
   * written before it is searched by inline rules; `comment`: an HTML block that begins with a closed comment.
   */
  readonly kind: 'prose' | 'list-text' | 'comment';
  readonly lines: readonly Line[];
  /** Neither in a list nor in a quote. */
  readonly isTopLevel: boolean;
}

export interface Prose {
  readonly blocks: readonly ProseBlock[];
  /** The labels of link reference definitions, in lower case. */
  readonly labels: ReadonlySet<string>;
}

/** The prose of `text` from offset `from` on; never throws. */
export function readProse(text: string, from: number): Prose {
  const reader = new BlockReader();
  reader.read(new GivenLines(linesOf(text, from)), 0);
  return reader;
}

/** How far the lines of the document, a quote or a list item are read. */
interface Reading {
  readonly source: LineSource;
  readonly depth: number;
  index: number;
  /** The lines of the paragraph or list text that the next line may still join. */
  open: Line[] | undefined;
  /** Code ended right before; a lazy line cannot follow it. */
  isAfterCode: boolean;
  /** Below this index no line is underlined as a heading. */
  noUnderline: number;
}

class BlockReader implements Prose {
  readonly blocks: ProseBlock[] = [];
  readonly labels = new Set<string>();
  /** Text makes paragraphs, as it does outside of lists. */
  #makesParagraphs = true;

  /** Reads all lines; answers how many it took, fewer only when a quote ends before a lazy line. */
  read(source: LineSource, depth: number): number {
    const at: Reading = { source, depth, index: 0, open: undefined, isAfterCode: false, noUnderline: 0 };
    for (let line = source.at(0); line !== undefined; line = source.at(at.index)) {
      if (at.isAfterCode && line.isLazy) break;
      at.isAfterCode = false;
      if (isBlank(line.text)) {
        at.open = undefined;
        at.index++;
      } else if (plainStart.test(line.text) || !this.#readMarked(at, line)) {
        this.#readText(at, line);
      }
    }
    // The lexer forgets here that it may be in a list still: what follows an inner list makes paragraphs.
    this.#makesParagraphs = true;
    return at.index;
  }

  /** Reads a block that begins with a mark of its own; the order decides. */
  #readMarked(at: Reading, line: Line): boolean {
    if (this.#readIndented(at, line)) return true;
    const isOther =
      this.#readFence(at, line) ||
      this.#readHeading(at, line) ||
      this.#readQuote(at, line) ||
      this.#readList(at) ||
      this.#readHtml(at);
    if (isOther) at.open = undefined;
    return isOther || this.#readDefinition(at);
  }

  #readIndented(at: Reading, line: Line): boolean {
    if (!indentedCode.test(line.text)) return false;
    const end = codeEnd(at.source, at.index);
    // An indented line right behind text goes on with it, and takes the code behind itself along.
    for (let i = at.index; i < end; i++) at.open?.push(at.source.at(i)!);
    at.isAfterCode = at.open === undefined;
    at.index = end;
    return true;
  }

  #readFence(at: Reading, line: Line): boolean {
    const fence = fenceStart.exec(line.text)?.[1];
    if (fence === undefined) return false;
    at.index = fenceEnd(at.source, at.index, fence);
    at.isAfterCode = true;
    return true;
  }

  #readHeading(at: Reading, line: Line): boolean {
    const marks = headingStart.exec(line.text)?.[0];
    if (marks === undefined && !rule.test(line.text)) return false;
    if (marks !== undefined) {
      this.#add('prose', [{ text: line.text.slice(marks.length), end: line.end, isLazy: false }], at.depth);
    }
    at.index++;
    return true;
  }

  #readQuote(at: Reading, line: Line): boolean {
    if (at.depth >= deepest || !quoteMarker.test(line.text)) return false;
    const outside = this.#makesParagraphs;
    this.#makesParagraphs = true;
    const quoted = new QuotedLines(at.source, at.index, endsParagraph);
    const taken = this.read(quoted, at.depth + 1);
    this.#makesParagraphs = outside;
    at.isAfterCode = quoted.at(taken) !== undefined;
    at.index += taken;
    return true;
  }

  #readList(at: Reading): boolean {
    const list = at.depth < deepest ? listAt(at.source, at.index) : undefined;
    if (list === undefined) return false;
    for (const item of list.items) {
      this.#makesParagraphs = false;
      this.read(new GivenLines(item), at.depth + 1);
    }
    at.index += list.lines;
    return true;
  }

  #readHtml(at: Reading): boolean {
    const html = htmlBlockAt(at.source, at.index);
    if (html === undefined) return false;
    const end = at.index + html.lines;
    if (html.isComment) this.#add('comment', linesBetween(at.source, at.index, end), at.depth);
    if (html.rest !== undefined) at.source.cut(end, html.rest);
    at.index = end;
    return true;
  }

  #readDefinition(at: Reading): boolean {
    const definition = definitionAt(at.source, at.index);
    if (definition === undefined) return false;
    const end = at.index + definition.lines;
    if (at.open === undefined) this.labels.add(definition.label);
    else for (let i = at.index; i < end; i++) at.open.push(at.source.at(i)!);
    at.index = end;
    return true;
  }

  #readText(at: Reading, line: Line): void {
    const { source } = at;
    if (at.index >= at.noUnderline) {
      const underlined = underlineAfter(source, at.index);
      at.noUnderline = underlined.searched;
      if (underlined.at !== undefined) {
        at.open = undefined;
        this.#add('prose', linesBetween(source, at.index, underlined.at), at.depth);
        at.index = underlined.at + 1;
        return;
      }
    }
    if (!this.#makesParagraphs) {
      at.open ??= this.#add('list-text', [], at.depth);
      at.open.push(line);
      at.index++;
      return;
    }
    if (at.open === undefined || !line.isLazy) at.open = this.#add('prose', [], at.depth);
    do at.open.push(source.at(at.index++)!);
    while (source.at(at.index)?.isLazy === false && !endsParagraph(source, at.index));
  }

  #add(kind: ProseBlock['kind'], lines: Line[], depth: number): Line[] {
    this.blocks.push({ kind, lines, isTopLevel: depth === 0 });
    return lines;
  }
}

/** Deeper than anyone nests; what lies deeper still counts as text, so that no text can exhaust the stack. */
const deepest = 24;

// Most lines start with a letter, which is no mark of anything.
const plainStart = /^ {0,3}[A-Za-z]/;
const indentedCode = /^(?: {4}| {0,3}\t)/;
const fenceStart = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const headingStart = /^ {0,3}#{1,6}(?=\s|$)/;
const listAfterParagraph = /^ {0,3}(?:[*+-]|1[.)]) /;
const underline = /^ {0,3}(?:=+|-+) *$/;
const endsUnderlined = /^(?:(?:[*+-]|\d{1,9}[.)]) | {4}| {0,3}(?:\t|`{3,}|~{3,}|>|#{1,6}|<[^\n>]+>$))/;
const definitionForm =
  /^ {0,3}\[((?!\s*\])(?:\\.|[^[\]\\])+)\]: *(?:\n[ \t]*)?(?:[^<\s][^\s]*|<.*?>)(?:(?: +(?:\n[ \t]*)?| *\n[ \t]*)(?:"(?:\\"?|[^"\\])*"|'[^'\n]*(?:\n[^'\n]+)*\n?'|\([^()]*\)))? *(?:\n|$)/;

function isBlank(text: string): boolean {
  return !/[^ \t]/.test(text);
}

function linesBetween(source: LineSource, from: number, to: number): Line[] {
  const lines: Line[] = [];
  for (let i = from; i < to; i++) lines.push(source.at(i)!);
  return lines;
}

function codeEnd(source: LineSource, index: number): number {
  let end = index + 1;
  for (let line = source.at(end); line !== undefined && !line.isLazy; line = source.at(end)) {
    if (!indentedCode.test(line.text) && !isBlank(line.text)) break;
    end++;
  }
  return end;
}

/** The index behind the closing fence; behind the last line when there is none. */
function fenceEnd(source: LineSource, index: number, fence: string): number {
  let end = index + 1;
  for (let line = source.at(end); line !== undefined && !line.isLazy; line = source.at(end)) {
    end++;
    const start = line.text.search(/[^ ]/);
    if (start >= 0 && start <= 3 && line.text.startsWith(fence, start)) {
      if (/^[~`]* *$/.test(line.text.slice(start + fence.length))) break;
    }
  }
  return end;
}

/** Whether the line at `index` cannot go on with a paragraph that the line before it belongs to. */
function endsParagraph(source: LineSource, index: number): boolean {
  const text = source.at(index)?.text;
  if (text === undefined || !/[^ ]/.test(text)) return true;
  if (plainStart.test(text)) return false;
  if (rule.test(text) || headingStart.test(text) || quoteMarker.test(text)) return true;
  if (listAfterParagraph.test(text) || isHtmlAfterParagraph(text)) return true;
  return fenceStart.test(text) && source.at(index + 1) !== undefined;
}

/** Where a heading that starts at `index` has its underline, and how far was searched for it. */
function underlineAfter(
  source: LineSource,
  index: number,
): { readonly at?: number; readonly searched: number } {
  const first = source.at(index)?.text ?? '';
  if (!plainStart.test(first) && endsUnderlined.test(first)) return { searched: index + 1 };
  let at = index + 1;
  for (let line = source.at(at); line !== undefined && !line.isLazy; line = source.at(at)) {
    if (underline.test(line.text)) return { at, searched: at };
    if (!plainStart.test(line.text) && (!/\S/.test(line.text) || endsUnderlined.test(line.text))) break;
    at++;
  }
  return { searched: at };
}

/** A link reference definition; it is looked for in a few lines only, as it has few. */
function definitionAt(
  source: LineSource,
  index: number,
): { readonly label: string; readonly lines: number } | undefined {
  if (!/^ {0,3}\[/.test(source.at(index)?.text ?? '')) return undefined;
  let text = '';
  for (let at = index; at < index + 5; at++) {
    const line = source.at(at);
    if (line === undefined || isBlank(line.text) || (at > index && line.isLazy)) break;
    text += `${line.text}\n`;
  }
  const match = definitionForm.exec(text);
  if (match === null) return undefined;
  return { label: labelKey(match[1] ?? ''), lines: match[0].split('\n').length - 1 };
}

/** What two labels have in common that name the same definition. */
export function labelKey(label: string): string {
  return label.replace(/\s+/g, ' ').toLowerCase();
}
