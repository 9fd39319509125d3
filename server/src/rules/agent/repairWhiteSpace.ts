/** Repairs of white space and of signs that no YAML can have: tabs, indented fields, directives, NUL. */
import * as l10n from '@vscode/l10n';
import { agentField } from '../../catalogue/agentFields.ts';
import { type FrontmatterEntry, endOfLine, nextLine } from '../../parse/frontmatterEntries.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/textEdit.ts';
import type { Candidate } from './repair.ts';

/** Tabs and no-break spaces at the start of lines. */
export function spacesForTabs(text: string, yaml: Span): readonly Candidate[] {
  const edits: TextEdit[] = [];
  for (const { start, blanks } of indentedLines(text, yaml)) {
    if (!/[\t\u00A0]/.test(blanks)) continue;
    edits.push({
      span: { start, end: start + blanks.length },
      newText: blanks.replaceAll('\t', '  ').replaceAll('\u00A0', ' '),
    });
  }
  return edits.length === 0 ? [] : [{ title: l10n.t('Indent with spaces'), safe: true, edits }];
}

/** Known fields that are indented: those above the first at the margin, where YAML takes them for a map of their own. */
export function fieldsAtMargin(
  text: string,
  yaml: Span,
  entries: readonly FrontmatterEntry[],
): readonly Candidate[] {
  const first = entries[0]?.span.start ?? yaml.end;
  return outdented(text, { start: yaml.start, end: first }, 'certain');
}

/** Known fields among the lines of a text, one indented a slip. They may be part of the text. */
export function fieldsInText(text: string, { restSpan }: FrontmatterEntry): readonly Candidate[] {
  return outdented(text, restSpan, 'possible');
}

/** Fields below a value that takes none, indented a slip as well. */
export function fieldsBelow(text: string, { restSpan }: FrontmatterEntry): readonly Candidate[] {
  return outdented(text, restSpan, 'certain', (at) => /^[\w-]+[ \t]*:(?=\s|$)/.test(text.slice(at, at + 80)));
}

function outdented(
  text: string,
  within: Span,
  how: 'certain' | 'possible',
  isField: (at: number) => boolean = (at) => isKnownField(text, at),
): readonly Candidate[] {
  const edits = [...indentedLines(text, within)]
    .filter(({ start, blanks }) => isField(start + blanks.length))
    .map(({ start, blanks }) => ({ span: { start, end: start + blanks.length }, newText: '' }));
  if (edits.length === 0) return [];
  return [{ title: l10n.t('Begin the fields at the margin'), safe: how === 'certain', edits }];
}

/** Whether a field that Claude Code knows begins at the offset. */
export function isKnownField(text: string, at: number): boolean {
  const key = /^([\w-]+)[ \t]*:(?=[ \t\r\n]|$)/.exec(text.slice(at, at + 80))?.[1];
  return key !== undefined && agentField(key) !== undefined;
}

function* indentedLines(
  text: string,
  { start: from, end }: Span,
): Generator<{ start: number; blanks: string }> {
  for (let start = from; start < end;) {
    const lineEnd = endOfLine(text, start, end);
    const blanks = /^[ \t\u00A0]+/.exec(text.slice(start, Math.min(lineEnd, start + 200)))?.[0] ?? '';
    if (blanks !== '' && start + blanks.length < lineEnd) yield { start, blanks };
    start = nextLine(text, lineEnd);
  }
}

/** `%YAML 1.2`, which would need a fence of its own. */
export function withoutDirectives(text: string, yaml: Span): readonly Candidate[] {
  const match = /^(?:%[A-Z]+ [^\r\n]*\r?\n)+/.exec(text.slice(yaml.start, yaml.end));
  if (match === null) return [];
  return [
    {
      title: l10n.t('Remove the YAML directive'),
      safe: true,
      edits: [{ span: { start: yaml.start, end: yaml.start + match[0].length }, newText: '' }],
    },
  ];
}

export function withoutNul(text: string, yaml: Span): readonly Candidate[] {
  const edits: TextEdit[] = [];
  for (let at = text.indexOf('\0', yaml.start); at >= 0 && at < yaml.end; at = text.indexOf('\0', at + 1)) {
    edits.push({ span: { start: at, end: at + 1 }, newText: '' });
  }
  return edits.length === 0 ? [] : [{ title: l10n.t('Remove the NUL characters'), safe: true, edits }];
}
