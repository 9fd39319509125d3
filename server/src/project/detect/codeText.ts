/**
 * A build script whose comments are blanked and whose strings' brackets do not count, so that blocks can be found by
 * their braces. Offsets and lines are those of the text.
 */
export class CodeText {
  readonly text: string;
  /** As `text`, with quotes in place of all that stands in strings. */
  readonly #shape: string;

  constructor(source: string) {
    this.text = source.replace(commentOrString, (all, comment: string | undefined) =>
      comment === undefined ? all : blank(all),
    );
    this.#shape = this.text.replace(commentOrString, (all) => all.replace(/[^\r\n]/g, '"'));
  }

  /** What stands between the braces of each block whose opening matches (`/\bdependencies\s*$/`), as spans. */
  blocks(opening: RegExp, within: CodeSpan = { start: 0, end: this.text.length }): CodeSpan[] {
    const found: CodeSpan[] = [];
    for (let at = this.#shape.indexOf('{', within.start); at >= 0 && at < within.end;) {
      const before = this.#shape.slice(Math.max(within.start, at - longestOpening), at);
      if (opening.test(before)) {
        const end = endOf(this.#shape, at, '{', '}');
        found.push({ start: at + 1, end, before });
        at = this.#shape.indexOf('{', end);
      } else at = this.#shape.indexOf('{', at + 1);
    }
    return found;
  }

  /**
   * What stands in the brackets that open at an offset; without brackets what follows on the line, and on those below
   * as long as a comma ends it (`implementation 'a:b:1',`).
   */
  argumentsAt(offset: number): CodeSpan {
    const shape = this.#shape.slice(offset, offset + longestStatement);
    if (shape.startsWith('(')) return { start: offset + 1, end: offset + endOf(shape, 0, '(', ')') };
    const lineEnd = /(?<![,\s])[ \t]*(?:[\r\n;]|$)/.exec(shape);
    return { start: offset, end: offset + (lineEnd?.index ?? shape.length) };
  }

  /** The text with the spans blanked: what stands in them is about something else. */
  without(spans: readonly CodeSpan[]): CodeText {
    let text = this.text;
    for (const { start, end } of spans)
      text = text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end);
    return new CodeText(text);
  }
}

export interface CodeSpan {
  readonly start: number;
  readonly end: number;
  /** The text before the brace. */
  readonly before?: string;
}

const longestOpening = 120;
const longestStatement = 2000;

const commentOrString =
  /(\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$))|"""[\s\S]*?(?:"""|$)|"(?:[^"\\\r\n]|\\.)*"?|'(?:[^'\\\r\n]|\\.)*'?/g;

/** The offset of the bracket that closes the one at `start`; the text's end where none does. */
function endOf(shape: string, start: number, open: string, close: string): number {
  let depth = 0;
  for (let at = start; at < shape.length; at++) {
    if (shape[at] === open) depth++;
    else if (shape[at] === close && --depth === 0) return at;
  }
  return shape.length;
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
