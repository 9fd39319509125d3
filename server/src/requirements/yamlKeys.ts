import type { Span } from '../text/span.ts';
import { type ItemList, itemListIn } from './itemLists.ts';
import type { OpenKey, RawKeys } from './rawKeys.ts';

/**
 * The keys of a YAML fence, read line by line by indentation: agents' fences are notes in YAML's clothes, and most of
 * what a YAML parser refuses is plain to a reader. Nothing is evaluated.
 * @param content the lines between the fences, in UTF-16 offsets of `text`, as all spans of the result
 */
export function yamlKeys(text: string, content: Span): RawKeys {
  const reader = new FenceReader(text);
  for (let start = content.start; start < content.end;) {
    const newline = text.indexOf('\n', start);
    const next = newline < 0 || newline >= content.end ? content.end : newline + 1;
    let end = newline < 0 || newline >= content.end ? content.end : newline;
    if (end > start && text[end - 1] === '\r') end--;
    reader.line(start, end);
    start = next;
  }
  return reader.finish();
}

const deepest = 50;
const longestKey = 120;

class FenceReader {
  readonly #text: string;
  readonly #roots: OpenKey[] = [];
  readonly #lists: ItemList[] = [];
  readonly #open: { key: OpenKey; indent: number }[] = [];
  #hasText = false;
  /** Lines indented deeper than this are text: a block scalar, a quoted value that goes on. */
  #textBelow: number | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  line(start: number, end: number): void {
    let at = start;
    let indent = 0;
    for (; at < end && (this.#text[at] === ' ' || this.#text[at] === '\t'); at++) {
      indent += this.#text[at] === '\t' ? 4 : 1;
    }
    const trimmedEnd = at + this.#text.slice(at, end).trimEnd().length;
    if (at >= trimmedEnd) return;
    if (this.#textBelow !== undefined && indent > this.#textBelow) {
      this.#addList({ start: at, end: trimmedEnd }, 'text');
      return this.#ownText(end);
    }
    this.#textBelow = undefined;
    if (this.#text[at] === '#') return this.#comment(indent, end);
    const isItem = /^-(?:\s|$)/.test(this.#text.slice(at, at + 2));
    const key = isItem || this.#open.length >= deepest ? undefined : readKey(this.#text, at, trimmedEnd);
    // YAML lets a sequence stand at its key's own indentation.
    this.#close(isItem ? indent + 1 : indent);
    if (key === undefined) {
      const content = isItem ? contentOfItem(this.#text, at, trimmedEnd) : { start: at, end: trimmedEnd };
      this.#addList(content, isItem ? 'list' : 'text');
      this.#ownText(end);
    } else this.#addKey(key, { start, end }, indent, trimmedEnd);
  }

  finish(): RawKeys {
    this.#close(-1);
    return { keys: this.#roots, hasText: this.#hasText, lists: this.#lists };
  }

  #addKey(key: KeyPlace, line: Span, indent: number, end: number): void {
    const value = { start: key.valueStart, end };
    const node: OpenKey = {
      key: this.#text.slice(key.span.start, key.span.end),
      keySpan: key.span,
      contentSpan: value,
      span: { ...line },
      children: [],
      hasText: false,
    };
    (this.#open.at(-1)?.key.children ?? this.#roots).push(node);
    this.#open.push({ key: node, indent });
    const written = this.#text.slice(value.start, value.end);
    if (/^[|>][-+\d]*(?:\s+#.*)?$/.test(written) || isUnclosedQuote(written)) this.#textBelow = indent;
    this.#addList(value, 'list');
  }

  #addList(value: Span, as: 'list' | 'text'): void {
    const list = itemListIn(this.#text, as === 'list' ? listSpan(this.#text, value) : value);
    if (list !== undefined) this.#lists.push(as === 'list' ? list : { ...list, reorderable: false });
  }

  /** A comment that is indented under a key goes with it. */
  #comment(indent: number, end: number): void {
    for (const { key, indent: own } of this.#open)
      if (own < indent) key.span.end = Math.max(key.span.end, end);
  }

  #ownText(end: number): void {
    const owner = this.#open.at(-1)?.key;
    if (owner === undefined) {
      this.#hasText = true;
      return;
    }
    owner.hasText = true;
    owner.span.end = end;
  }

  /** Ends the keys that a line at `indent` is no part of. */
  #close(indent: number): void {
    for (let top = this.#open.at(-1); top !== undefined; top = this.#open.at(-1)) {
      if (top.indent < indent) return;
      this.#open.pop();
      const { span, contentSpan } = top.key;
      if (contentSpan.end === contentSpan.start && span.end > contentSpan.end) {
        const nested = top.key.children[0]?.span.start ?? contentSpan.end;
        top.key.contentSpan = { start: nested, end: span.end };
      } else if (span.end > contentSpan.end)
        top.key.contentSpan = { start: contentSpan.start, end: span.end };
      const parent = this.#open.at(-1)?.key;
      if (parent !== undefined && parent.span.end < span.end) parent.span.end = span.end;
    }
  }
}

/** What a sequence's item says behind its dash. */
function contentOfItem(text: string, at: number, end: number): Span {
  let start = at + 1;
  while (start < end && (text[start] === ' ' || text[start] === '\t')) start++;
  return { start, end };
}

interface KeyPlace {
  readonly span: Span;
  readonly valueStart: number;
}

/** `Node.js:`, `"Node.js":`, `Service Mesh: …`; a colon counts only before space or at the line's end. */
function readKey(text: string, at: number, end: number): KeyPlace | undefined {
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    const close = indexWithin(text, quote, at + 1, Math.min(end, at + longestKey));
    if (close === undefined || close === at + 1) return undefined;
    return keyEnds(text, close + 1, end) ? keyPlace(text, at + 1, close, close + 2, end) : undefined;
  }
  if (/[[\]{}&!|>%@,]/.test(quote!)) return undefined;
  const stop = Math.min(end, at + longestKey);
  for (let i = at; i < stop; i++) {
    if (text[i] === '#' && text[i - 1] === ' ') return undefined;
    if (text[i] !== ':' || !keyEnds(text, i, end)) continue;
    let keyEnd = i;
    while (keyEnd > at && text[keyEnd - 1] === ' ') keyEnd--;
    return keyEnd > at ? keyPlace(text, at, keyEnd, i + 1, end) : undefined;
  }
  return undefined;
}

function keyEnds(text: string, at: number, end: number): boolean {
  return text[at] === ':' && (at + 1 >= end || text[at + 1] === ' ' || text[at + 1] === '\t');
}

function keyPlace(text: string, start: number, end: number, after: number, lineEnd: number): KeyPlace {
  let valueStart = Math.min(after, lineEnd);
  while (valueStart < lineEnd && (text[valueStart] === ' ' || text[valueStart] === '\t')) valueStart++;
  return { span: { start, end }, valueStart };
}

function isUnclosedQuote(written: string): boolean {
  const quote = written[0];
  return (quote === '"' || quote === "'") && written.indexOf(quote, 1) < 0;
}

/** The list itself: inside its quotes or brackets, else up to a comment. */
function listSpan(text: string, value: Span): Span {
  const open = text[value.start];
  const closing = open === '"' || open === "'" ? open : open === '[' ? ']' : undefined;
  if (closing !== undefined) {
    return {
      start: value.start + 1,
      end: indexWithin(text, closing, value.start + 1, value.end) ?? value.end,
    };
  }
  const comment = text.slice(value.start, value.end).search(/\s#/);
  return { start: value.start, end: comment < 0 ? value.end : value.start + comment };
}

function indexWithin(text: string, sign: string, start: number, end: number): number | undefined {
  const at = text.slice(start, end).indexOf(sign);
  return at < 0 ? undefined : start + at;
}
