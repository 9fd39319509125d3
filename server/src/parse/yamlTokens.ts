/** The tokens of a YAML text one by one, with what refuses the text at one of them. */
import { YamlCursor, isLineEnd, isWhite } from './yamlCursor.ts';
import type { YamlErrorKind } from './yamlNode.ts';
import { YamlRefusal } from './yamlRefusal.ts';
import { type ScanOptions, type YamlToken, YamlScanner } from './yamlScanner.ts';
import { plainValue } from './yamlScalar.ts';

/** Where a node begins. */
export interface YamlBeginning {
  readonly start: number;
  readonly line: number;
  readonly indent: number;
  /** As the cursor's. */
  readonly tabAt: number;
}

export class YamlTokens {
  readonly cursor: YamlCursor;
  readonly #scanner: YamlScanner;
  #before: YamlToken;

  constructor(text: string) {
    this.cursor = new YamlCursor(text);
    this.#scanner = new YamlScanner(this.cursor);
    this.#before = this.#scanner.token;
    this.#scanner.first();
  }

  get token(): YamlToken {
    return this.#scanner.token;
  }

  /** The token before the current one. */
  get before(): YamlToken {
    return this.#before;
  }

  /** Handles that a `%TAG` has declared. */
  get tagHandles(): Set<string> {
    return this.#scanner.tagHandles;
  }

  next(options?: ScanOptions): void {
    this.#before = this.token;
    this.#scanner.next(options);
  }

  /** Behind a scalar, where in brackets the next token may stand at the margin. */
  nextAnywhere(options?: ScanOptions): void {
    this.#before = this.token;
    this.#scanner.nextAnywhere(options);
  }

  /** Where a collection ends whose last token was the one before: behind its line, comment and line end included. */
  get endOfLine(): number {
    const { end, style } = this.#before;
    if (style === 'literal' || style === 'folded') return end;
    lineRest.lastIndex = end;
    return end + (lineRest.exec(this.cursor.text)?.[0].length ?? 0);
  }

  /** What begins at the current token. */
  get beginning(): YamlBeginning {
    const { start, line, indent } = this.token;
    return { start, line, indent, tabAt: this.cursor.tabAt };
  }

  /** The current token was read under a tag that has turned out not to be its own. */
  readAgainWithoutTag(): void {
    const { token } = this;
    if (token.kind !== 'scalar' || token.style !== 'plain') return;
    // The program does so for text on one line only.
    if (/[\r\n]/.test(this.cursor.text.slice(token.start, token.end))) return;
    this.#scanner.token = { ...token, value: plainValue(token.text, undefined) };
  }

  /** Refuses the text for its current token, or for the tab that indents it. */
  refuse(kind: YamlErrorKind): never {
    throw this.refusalFor(kind, this.token, this.token.end);
  }

  /** A refusal of `token`, or of the tab that indents it. */
  refusalFor(kind: YamlErrorKind, { start }: YamlToken, end: number): YamlRefusal {
    const { text } = this.cursor;
    let lineStart = start;
    while (isWhite(text[lineStart - 1])) lineStart--;
    const isFirst = lineStart === 0 || isLineEnd(text[lineStart - 1]);
    const tab = isFirst ? text.slice(lineStart, start).indexOf('\t') : -1;
    if (tab < 0) return new YamlRefusal(kind, start, end);
    return new YamlRefusal('tab-indentation', lineStart + tab, lineStart + tab + 1);
  }

  /** Refuses a tab before the current token, where the token must stand at the indentation itself. */
  refuseTab({ tabAt }: { readonly tabAt: number } = this.cursor): void {
    if (tabAt >= 0) throw new YamlRefusal('tab-indentation', tabAt, tabAt + 1);
  }
}

const lineRest = /[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n)?/y;
