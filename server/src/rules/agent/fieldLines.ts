import type { AgentField } from '../../parse/agentFile.ts';
import { endOfLine, nextLine } from '../../parse/frontmatterEntries.ts';
import type { Span } from '../../text/span.ts';

/** The lines of a top level field, from its key to the end of its value, with the line end. */
export function fieldLines(text: string, { keySpan, valueSpan: { start, end } }: AgentField): Span {
  const written = Math.max(keySpan.end, start + text.slice(start, end).trimEnd().length);
  const lineEnd = endOfLine(text, written, text.length);
  return {
    start: text.lastIndexOf('\n', keySpan.start - 1) + 1,
    end: Math.min(nextLine(text, lineEnd), text.length),
  };
}
