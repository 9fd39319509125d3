import type { TextEdit } from '../text/textEdit.ts';

/**
 * An edit's new text in the snippet syntax of LSP, its placeholder as tab stop `tabStop`; nothing else in it is
 * special.
 */
export function snippetOf(edit: TextEdit, tabStop: number): string {
  const { newText, placeholder } = edit;
  if (placeholder === undefined) return escaped(newText);
  const value = newText.slice(placeholder.start, placeholder.end);
  return `${escaped(newText.slice(0, placeholder.start))}\${${tabStop}:${escaped(value)}}${escaped(newText.slice(placeholder.end))}`;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
