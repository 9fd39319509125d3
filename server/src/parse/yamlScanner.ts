/** Takes a YAML text apart into what the reader builds values from. */
import { readBlockText } from './yamlBlockText.ts';
import { type YamlCursor, isBlank, isFlowMark, isLineEnd, isWhite } from './yamlCursor.ts';
import type { ScalarStyle, YamlErrorKind } from './yamlNode.ts';
import { readPlainText } from './yamlPlainText.ts';
import { readQuotedText } from './yamlQuotedText.ts';
import { YamlRefusal } from './yamlRefusal.ts';
import { plainValue } from './yamlScalar.ts';

export type YamlTokenKind =
  | 'end'
  | 'dash'
  | 'question'
  | 'colon'
  | 'comma'
  | 'list-start'
  | 'list-end'
  | 'map-start'
  | 'map-end'
  | 'anchor'
  | 'alias'
  | 'tag'
  | 'directive'
  | 'document-start'
  | 'document-end'
  | 'scalar';

export interface YamlToken {
  readonly kind: YamlTokenKind;
  readonly start: number;
  readonly end: number;
  /** The line on which it begins, and how far that is indented. */
  readonly line: number;
  readonly indent: number;
  /** The name of an anchor, an alias or a tag; a scalar's text. */
  readonly text: string;
  readonly style: ScalarStyle;
  readonly value: string | number | boolean | null;
}

export interface ScanOptions {
  /** The tag that a scalar stands under. */
  readonly tag?: string | undefined;
  /** Behind `- ` and `? `: how far what follows on the line is indented at least. */
  readonly column?: number | undefined;
}

export class YamlScanner {
  readonly cursor: YamlCursor;
  token: YamlToken;
  /** Handles that a `%TAG` has declared. */
  readonly tagHandles = new Set<string>();

  constructor(cursor: YamlCursor) {
    this.cursor = cursor;
    this.token = this.#token('end', cursor.at);
  }

  /** Steps to the next token. */
  next(options?: ScanOptions): void {
    const { line } = this.token;
    this.nextAnywhere(options);
    const { token, cursor } = this;
    if (!cursor.isFlow || token.line === line || token.indent > cursor.block) return;
    if (token.kind === 'list-end' || token.kind === 'map-end') return;
    // Within brackets every line is indented more than the block around them.
    throw new YamlRefusal('unexpected', token.start, token.end);
  }

  /** The first token; only here a text begins with indentation. */
  first(): void {
    this.nextAnywhere({ column: 0 });
  }

  /** Behind a scalar, where a bracket may close, and a comma follow, at the margin. */
  nextAnywhere(options: ScanOptions = {}): void {
    this.#skipToContent(options.column);
    this.token = this.#read(options.tag);
  }

  #token(kind: YamlTokenKind, start: number, text = ''): YamlToken {
    const { line, indent, at: end } = this.cursor;
    return { kind, start, end, line, indent, text, style: 'empty', value: null };
  }

  #skipToContent(column: number | undefined): void {
    const { cursor } = this;
    const { text } = cursor;
    let base = column;
    // Indentation is counted behind a line end and behind an indicator.
    let counts = column !== undefined;
    let isIndentation = counts;
    if (counts) cursor.tabAt = -1;
    for (;;) {
      const character = text[cursor.at];
      if (character === ' ') {
        const spaces = cursor.skipSpaces();
        if (counts) cursor.indent = spaces + (base ?? 0);
        counts = false;
      } else if (character === '\t') {
        if (counts && base === undefined && cursor.context === 'block-in') {
          throw new YamlRefusal('tab-indentation', cursor.at, cursor.at + 1);
        }
        if (isIndentation) {
          cursor.tabAt = cursor.at;
          base = undefined;
        }
        counts = false;
        cursor.at++;
      } else if (isLineEnd(character)) {
        cursor.breakLine();
        counts = isIndentation = true;
        base = undefined;
      } else if (character === '#') {
        const before = text[cursor.at - 1];
        if (cursor.at !== cursor.lineStart && !isWhite(before) && !isLineEnd(before)) {
          throw new YamlRefusal('unexpected', cursor.at, cursor.at + 1);
        }
        cursor.skipToLineEnd();
      } else {
        return;
      }
    }
  }

  #read(tag: string | undefined): YamlToken {
    const { cursor } = this;
    const { text, at, isFlow } = cursor;
    const character = text[at];
    const following = text[at + 1];
    if (character === undefined) return this.#token('end', at);
    if (cursor.isAtMark()) return this.#mark(character === '-' ? 'document-start' : 'document-end', 3);
    switch (character) {
      case '-':
        if (isBlank(following) || (isFlow && isFlowMark(following))) {
          if (isFlow) throw new YamlRefusal('unexpected', at, at + 1);
          return this.#mark('dash', 1);
        }
        break;
      case '?':
        if (isBlank(following) || (isFlow && isFlowMark(following))) return this.#mark('question', 1);
        break;
      case ':':
        if (isBlank(following) || (isFlow && isFlowMark(following)) || cursor.context === 'flow-key') {
          return this.#mark('colon', 1);
        }
        break;
      case ',':
        if (isFlow) return this.#mark('comma', 1);
        break;
      case '[':
        return this.#mark('list-start', 1);
      case ']':
        return this.#mark('list-end', 1);
      case '{':
        return this.#mark('map-start', 1);
      case '}':
        return this.#mark('map-end', 1);
      case '&':
        return this.#named('anchor', 'reserved-start');
      case '*':
        return this.#named('alias', 'unknown-alias');
      case '!':
        return this.#tag();
      case '|':
      case '>':
        return this.#blockText(character);
      case "'":
      case '"':
        return this.#quotedText(character);
      case '%':
        return this.#mark('directive', 1);
      case '@':
      case '`':
        throw new YamlRefusal('reserved-start', at, at + 1);
      default:
    }
    return this.#plainText(tag);
  }

  #mark(kind: YamlTokenKind, length: number): YamlToken {
    const start = this.cursor.at;
    this.cursor.at += length;
    return this.#token(kind, start);
  }

  #plainText(tag: string | undefined): YamlToken {
    const { cursor } = this;
    const { at: start, line, indent } = cursor;
    const { text, end } = readPlainText(cursor);
    return { kind: 'scalar', start, end, line, indent, text, style: 'plain', value: plainValue(text, tag) };
  }

  #quotedText(quote: string): YamlToken {
    const { cursor } = this;
    const { at: start, line, indent } = cursor;
    const text = readQuotedText(cursor);
    const style = quote === '"' ? 'double-quoted' : 'single-quoted';
    return { kind: 'scalar', start, end: cursor.at, line, indent, text, style, value: text };
  }

  #blockText(indicator: string): YamlToken {
    const { cursor } = this;
    const { at: start, line, indent, isFlow } = cursor;
    if (isFlow) throw new YamlRefusal('reserved-start', start, start + 1);
    const { text, end } = readBlockText(cursor);
    const style = indicator === '|' ? 'literal' : 'folded';
    return { kind: 'scalar', start, end, line, indent, text, style, value: text };
  }

  /** `&name` or `*name`. */
  #named(kind: 'anchor' | 'alias', otherwise: YamlErrorKind): YamlToken {
    const { cursor } = this;
    const start = cursor.at;
    const name = matchAt(anchorName, cursor.text, start + 1);
    cursor.at = start + 1 + name.length;
    const following = cursor.text[cursor.at];
    const isEnded = isBlank(following) || (cursor.isFlow && isFlowMark(following));
    if (name === '' || !isEnded) throw new YamlRefusal(otherwise, start, cursor.at);
    return this.#token(kind, start, name);
  }

  /** `!`, `!name`, `!!name`, `!handle!name` or `!<name>`: all that counts is whether it is one of the core types. */
  #tag(): YamlToken {
    const { cursor } = this;
    const { text } = cursor;
    const start = cursor.at;
    const take = (pattern: RegExp): string => {
      const taken = matchAt(pattern, text, cursor.at);
      cursor.at += taken.length;
      return taken;
    };
    const refuse = (): never => {
      throw new YamlRefusal('reserved-start', start, cursor.at);
    };
    cursor.at++;
    if (isBlank(text[cursor.at])) return this.#token('tag', start, '!');
    if (text[cursor.at] === '<') {
      if (take(verbatimTag) === '') refuse();
      return this.#token('tag', start, 'other');
    }
    if (text[cursor.at] === '!') {
      cursor.at++;
      const name = take(tagName);
      const following = text[cursor.at];
      const isEnded = isBlank(following) || (cursor.isFlow && isFlowMark(following));
      if (name === '' || !isEnded) refuse();
      return this.#token('tag', start, name);
    }
    const handle = take(tagHandle);
    if (handle === '') refuse();
    if (text[cursor.at] !== '!') return this.#token('tag', start, handle + take(tagName));
    cursor.at++;
    if (!this.tagHandles.has(handle) || take(tagName) === '') refuse();
    return this.#token('tag', start, 'other');
  }
}

// Control characters are no part of a name.
const anchorName = /[^\u0000-\u0020\u007F,[\]{}]+/y;
const tagHandle = /[0-9A-Za-z-]+/y;
const tagName = /(?:[#;/?:@&=+$_.~*'()0-9A-Za-z-]|%[0-9A-Fa-f]{2})+/y;
const verbatimTag =
  /<(?:!|[#;/?:@&=+$_.~*'()0-9A-Za-z-]|%[0-9A-Fa-f]{2})(?:[#;/?:@&=+$,_.!~*'()[\]0-9A-Za-z-]|%[0-9A-Fa-f]{2})*>/y;

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
