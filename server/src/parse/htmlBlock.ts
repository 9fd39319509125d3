/** HTML blocks in the way of the Markdown lexer that Claude Code uses (marked 15 without its GFM rules). */
import type { LineSource } from './blockLines.ts';

export interface HtmlBlock {
  /** How many lines it takes, from the one it starts in. */
  readonly lines: number;
  /** It begins with a comment, and some comment in it is closed. */
  readonly isComment: boolean;
  /** What follows the block in its last line, which is then not counted in `lines`. */
  readonly rest?: string;
}

/** The HTML block that starts in the line at `index`. */
export function htmlBlockAt(source: LineSource, index: number): HtmlBlock | undefined {
  const line = source.at(index)?.text ?? '';
  const start = line.search(/[^ ]/);
  if (start < 0 || start > 3 || line.charCodeAt(start) !== 60) return undefined;
  if (line.startsWith('<!--', start)) return comment(source, index, start + 4);
  const raw = rawElement.exec(line)?.[1];
  if (raw !== undefined)
    return upToLineWith(source, index, start + 1 + raw.length, `</${raw.toLowerCase()}>`);
  if (line.startsWith('<?', start)) return upToMark(source, index, start + 2, '?>');
  if (/[A-Za-z]/.test(line.charAt(start + 2)) && line.charAt(start + 1) === '!') {
    return upToMark(source, index, start + 3, '>');
  }
  if (line.slice(start, start + 9).toUpperCase() === '<![CDATA[') {
    return upToMark(source, index, start + 9, ']]>');
  }
  if (blockElement.test(line) || loneTag.test(line)) return upToBlankLine(source, index);
  return undefined;
}

/** Whether the line, following a paragraph's, starts an HTML block. */
export function isHtmlAfterParagraph(line: string): boolean {
  return line.charCodeAt(0) === 60 && afterParagraph.test(line);
}

const blockNames =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl' +
  '|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link' +
  '|main|menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot' +
  '|th|thead|title|tr|track|ul';
const attribute = ` +[a-zA-Z:_][\\w.:-]*(?: *= *"[^"]*"| *= *'[^']*'| *= *[^\\s"'=<>\`]+)?`;

const rawElement = /^ {0,3}<(script|pre|style|textarea)(?:[\s>]|$)/i;
const blockElement = new RegExp(`^ {0,3}</?(?:${blockNames})(?: +|/?>|$)`, 'i');
const loneTag = new RegExp(
  `^ {0,3}<(?:(?!script|pre|style|textarea)[a-z][\\w-]*(?:${attribute})*? */?` +
    `|/(?!script|pre|style|textarea)[a-z][\\w-]*\\s*)>[ \\t]*$`,
  'i',
);
// Neither indented nor in capitals.
const afterParagraph = new RegExp(`^(?:</?(?:${blockNames})(?: +|/?>|$)|<(?:script|pre|style|textarea|!--))`);

function comment(source: LineSource, index: number, from: number): HtmlBlock {
  const line = source.at(index)?.text ?? '';
  const closes = (at: number): boolean =>
    source.at(at)?.text.includes('-->', at === index ? from - 4 : 0) ?? false;
  if (line.startsWith('>', from) || line.startsWith('->', from))
    return { lines: 1, isComment: closes(index) };
  if (line.includes('-->', from)) return { lines: 1, isComment: true };
  let at = index + 1;
  for (; isGiven(source, at); at++) {
    if (closes(at)) return { lines: at + 1 - index, isComment: true };
  }
  return { lines: at - index, isComment: false };
}

function upToLineWith(source: LineSource, index: number, from: number, mark: string): HtmlBlock {
  let at = index;
  do {
    const line = source.at(at)?.text.toLowerCase() ?? '';
    if (line.includes(mark, at === index ? from : 0)) return { lines: at + 1 - index, isComment: false };
    at++;
  } while (isGiven(source, at));
  return { lines: at - index, isComment: false };
}

/** A block that ends right behind `mark`, be it amid a line. */
function upToMark(source: LineSource, index: number, from: number, mark: string): HtmlBlock {
  let at = index;
  do {
    const line = source.at(at)?.text ?? '';
    const found = line.indexOf(mark, at === index ? from : 0);
    if (found >= 0) {
      const rest = line.slice(found + mark.length);
      if (rest === '') return { lines: at + 1 - index, isComment: false };
      return { lines: at - index, isComment: false, rest };
    }
    at++;
  } while (isGiven(source, at));
  return { lines: at - index, isComment: false };
}

function upToBlankLine(source: LineSource, index: number): HtmlBlock {
  let at = index + 1;
  while (isGiven(source, at) && /[^ \t]/.test(source.at(at)?.text ?? '')) at++;
  return { lines: at - index, isComment: false };
}

/** Whether there is a line at `index` that the block may take: it takes no lazy one. */
function isGiven(source: LineSource, index: number): boolean {
  return source.at(index)?.isLazy === false;
}
