/** Marked text: a document in which `⟦…⟧` stands around each place that is meant. */
import type { Span } from '../../server/src/text/span.ts';

export interface Marked {
  /** Without the marks. */
  readonly text: string;
  /** What the marks enclosed, by where they open; UTF-16 offsets in `text`. Marks may be nested. */
  readonly spans: readonly Span[];
}

export function readMarked(marked: string): Marked {
  const spans: { start: number; end: number }[] = [];
  const open: number[] = [];
  let text = '';
  for (const part of marked.split(/([⟦⟧])/)) {
    if (part === '⟦') open.push(spans.push({ start: text.length, end: text.length }) - 1);
    else if (part === '⟧') {
      const which = open.pop();
      if (which === undefined) throw new Error('⟧ without ⟦');
      spans[which]!.end = text.length;
    } else text += part;
  }
  if (open.length > 0) throw new Error('⟦ without ⟧');
  return { text, spans };
}

/** The text with marks around the spans, for a message that a person can compare. */
export function withMarks(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap(({ start, end }) => [
    { at: start, mark: '⟦', order: 1 },
    { at: end, mark: '⟧', order: start === end ? 2 : 0 },
  ]);
  marks.sort((a, b) => a.at - b.at || a.order - b.order);
  let result = '';
  let done = 0;
  for (const { at, mark } of marks) {
    result += text.slice(done, at) + mark;
    done = at;
  }
  return result + text.slice(done);
}
