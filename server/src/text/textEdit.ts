import type { Span } from './span.ts';

/** Replace `span` (UTF-16 offsets in the text before any edit) by `newText`. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
  /** Where, inside `newText`, the author will want to type: a snippet placeholder. UTF-16 offsets. */
  readonly placeholder?: Span;
}

/**
 * The text after all edits. Edits may come in any order and must not overlap; two insertions at one offset
 * are applied in the order given.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let done = 0;
  for (const edit of ordered) {
    if (edit.span.start < done) throw new RangeError('edits overlap');
    result += text.slice(done, edit.span.start) + edit.newText;
    done = edit.span.end;
  }
  return result + text.slice(done);
}
