import type { AgentField, AgentFile } from '../../parse/agentFile.ts';
import { endOfLine, nextLine } from '../../parse/frontmatterEntries.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/textEdit.ts';

/** The lines of a top level field, from its key to the end of its value, with the line end. */
export function fieldLines(text: string, { keySpan, valueSpan: { start, end } }: AgentField): Span {
  const written = Math.max(keySpan.end, start + text.slice(start, end).trimEnd().length);
  const lineEnd = endOfLine(text, written, text.length);
  return {
    start: text.lastIndexOf('\n', keySpan.start - 1) + 1,
    end: Math.min(nextLine(text, lineEnd), text.length),
  };
}

/** Takes a field out, with its lines; `undefined` where they are not its own: in braces, or with others on a line. */
export function fieldRemoval({ text, frontmatter }: AgentFile, field: AgentField): TextEdit | undefined {
  const lines = fieldLines(text, field);
  const next = frontmatter.fields[frontmatter.fields.indexOf(field) + 1];
  const isAlone =
    lines.start === field.keySpan.start && (next === undefined || next.keySpan.start >= lines.end);
  return isAlone ? { span: lines, newText: '' } : undefined;
}
