import type { Span } from '../span.ts';

/**
 * The opening marks of conflicts that nobody has resolved, which a middle one and a closing one follow; UTF-16 offsets.
 * A fence of code that holds a conflict and nothing else shows what one looks like.
 */
export function* conflictMarks(text: string): Generator<Span> {
  if (!text.includes(opening)) return;
  const lines = linesOf(text);
  let open: number | undefined;
  let hasMiddle = false;
  for (const [index, { words }] of lines.entries()) {
    if (/^<{7}(?:\s|$)/.test(words)) {
      open = index;
      hasMiddle = false;
    } else if (/^={7}\s*$/.test(words)) hasMiddle = open !== undefined;
    else if (/^>{7}(?:\s|$)/.test(words) && open !== undefined && hasMiddle) {
      const { start, words: mark } = lines[open]!;
      const isShown = isFence(lines[open - 1]?.words) && isFence(lines[index + 1]?.words);
      if (!isShown) yield { start, end: start + mark.trimEnd().length };
      open = undefined;
    }
  }
}

const opening = '<<<<<<<';

function linesOf(text: string): { readonly start: number; readonly words: string }[] {
  let start = 0;
  return text.split('\n').map((words) => {
    const line = { start, words };
    start += words.length + 1;
    return line;
  });
}

function isFence(words: string | undefined): boolean {
  return words !== undefined && /^\s*(?:`{3,}|~{3,})/.test(words);
}
