import type { Span } from '../../text/span.ts';

/** Where a remark after a dash begins (`Rollup – module bundler`), else the span's end. */
export function remarkStart(text: string, span: Span): number {
  const dash = /\s(?:[-–—→]|->|=>)\s/.exec(text.slice(span.start, span.end));
  return dash === null || dash.index === 0 ? span.end : span.start + dash.index;
}
