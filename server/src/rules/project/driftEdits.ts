import type { DeclaredPlace } from '../../project/factTypes.ts';
import type { TextEdit } from '../../text/textEdit.ts';

/**
 * The edit that adds a value behind the others of a place (offsets in the file): at the end of a label's own line,
 * or as a bullet below the last one that declares something; `undefined` where neither would be read as one more.
 */
export function appendEdit(text: string, place: DeclaredPlace, value: string): TextEdit | undefined {
  const own = text.slice(place.valueSpan.start, place.valueSpan.end);
  if (place.kind !== 'heading' && own.trim() !== '' && !/[\r\n]/.test(own.trim())) {
    const said = own.trimEnd().replace(/[.;,]$/, '');
    const at = place.valueSpan.start + said.length;
    return { span: { start: at, end: at }, newText: `, ${value}` };
  }
  const last = place.values.at(-1);
  if (last === undefined) return undefined;
  const start =
    Math.max(text.lastIndexOf('\n', last.span.start - 1), text.lastIndexOf('\r', last.span.start - 1)) + 1;
  const marker = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+/.exec(text.slice(start, start + 80))?.[0];
  // A bullet with a label of its own (`- **Cache**: Redis`) answers another question than the next one would.
  if (marker === undefined || /[:：]/.test(text.slice(start, last.span.start))) return undefined;
  const rest = /[\r\n]/.exec(text.slice(last.span.end));
  const end = rest === null ? text.length : last.span.end + rest.index;
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  return { span: { start: end, end }, newText: `${lineEnd}${marker}${value}` };
}
