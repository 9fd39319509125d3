/** Where a text is code: what stands there is shown or run, and means itself. */
import { bodyStartOf, readFence } from '../../parse/frontmatter.ts';
import { MarkdownTree } from '../../parse/markdown.ts';
import type { Span } from '../../text/span.ts';

/** The blocks and spans of code, in the order of the text, by UTF-16 offsets of all of it. Those in frontmatter end on their line. */
export function codeIn(text: string): readonly Span[] {
  if (!/[`~\t]| {4}/.test(text)) return [];
  const bodyStart = bodyStartOf(text, readFence(text));
  const found: Span[] = [];
  for (const line of text.slice(0, bodyStart).matchAll(/[^\r\n]+/g)) {
    found.push(...codeSpans(line[0], line.index));
  }
  const body = text.slice(bodyStart);
  MarkdownTree.parse(body).tree.iterate({
    enter: ({ name, from, to }) => {
      const start = bodyStart + from;
      if (name === 'FencedCode' || name === 'CodeBlock') found.push({ start, end: bodyStart + to });
      else if (withInlineCode.test(name)) found.push(...codeSpans(body.slice(from, to), start));
    },
  });
  return found;
}

const withInlineCode = /^(?:Paragraph|ATXHeading\d|SetextHeading\d|Task|TableCell)$/;

/** What stands between two runs of equally many back-ticks; an escaped one opens nothing. */
function codeSpans(text: string, at: number): Span[] {
  const runs = [...text.matchAll(/(?<!`)`+/g)].map(({ index, 0: { length } }) => ({ index, length }));
  const found: Span[] = [];
  const endless = new Set<number>();
  for (let i = 0; i < runs.length; i++) {
    const { index, length } = runs[i]!;
    const isEscaped = (/\\+$/.exec(text.slice(Math.max(0, index - 20), index))?.[0].length ?? 0) % 2 === 1;
    const opening = isEscaped ? length - 1 : length;
    if (opening === 0 || endless.has(opening)) continue;
    let closing = i + 1;
    while (closing < runs.length && runs[closing]!.length !== opening) closing++;
    if (closing === runs.length) endless.add(opening);
    else {
      found.push({ start: at + index, end: at + runs[closing]!.index + opening });
      i = closing;
    }
  }
  return found;
}
