/** Repairs of a frontmatter that Claude Code does not see as one. */
import * as l10n from '@vscode/l10n';
import type { AgentFile } from '../../parse/agentFile.ts';
import type { NearMiss } from '../../parse/frontmatter.ts';
import { endOfLine, nextLine } from '../../parse/frontmatterEntries.ts';
import { lineEndAt } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/textEdit.ts';
import { earlyPrompt, endOfFields, hasFieldsBelow } from './frontmatterEnd.ts';
import { closingLine, fenceLike, otherClosing } from './meantPrompt.ts';
import type { Candidate } from './repair.ts';

export function fenceRepairs(file: AgentFile): readonly Candidate[] {
  const { text } = file;
  const { fence } = file.frontmatter;
  if (fence.state === 'unclosed') return closing(text, fence.yaml.start);
  if (fence.state !== 'near-miss') return [];
  return nearMissRepairs(text, fence.kind, fence.span);
}

function nearMissRepairs(text: string, kind: NearMiss, at: Span): readonly Candidate[] {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  switch (kind) {
    case 'blank-before':
    case 'indented':
    case 'invisible-before':
      return [
        {
          title: l10n.t('Move the frontmatter to the very start of the file'),
          safe: true,
          edits: [remove(kind === 'invisible-before' ? 0 : start, at.start)],
        },
      ];
    case 'too-long':
    case 'plus':
      return [
        {
          title: l10n.t('Make the fences three dashes'),
          safe: true,
          edits: wrongFences(text, at),
        },
      ];
    case 'text-after':
      return textAfter(text, at);
    case 'cr-only':
      return [{ title: l10n.t('End the lines with line feeds'), safe: true, edits: loneReturns(text) }];
    case 'text-before':
      return moveBlock(text, at, start);
    default:
      return opening(text, at.start, start);
  }
}

/** The opening fence as `---`, and the next line that is made like it. */
function wrongFences(text: string, open: Span): TextEdit[] {
  const closing = closingMark(text, open);
  const opening = {
    span: { start: 0, end: open.end },
    newText: text.startsWith('\uFEFF') ? '\uFEFF---' : '---',
  };
  return closing === undefined ? [opening] : [opening, { span: closing, newText: '---' }];
}

/** The next line that looks like a fence, where it is made as the opening one is, or of the wrong length too. */
function closingMark(text: string, { start, end }: Span): Span | undefined {
  const mark = text.slice(start, end).trim();
  for (let at = nextLine(text, endOfLine(text, end, text.length)); at < text.length;) {
    const lineEnd = endOfLine(text, at, text.length);
    const line = text.slice(at, Math.min(lineEnd, at + 200)).trimEnd();
    if (line === '---') return undefined;
    const isClosing = line === mark || line === mark.replace(/\w+$/, '') || /^(?:-{4,}|\+{3,})$/.test(line);
    if (isClosing) return { start: at, end: at + line.length };
    at = nextLine(text, lineEnd);
  }
  return undefined;
}

/** `--- yaml` loses its word; the field of `---name: reviewer` gets a line of its own. */
function textAfter(text: string, at: Span): readonly Candidate[] {
  const dashes = at.start + 3;
  const isField = /^[ \t]*[A-Za-z][\w-]*[ \t]*:(?:[ \t]|$)/.test(text.slice(dashes, at.end));
  if (!isField) {
    const title = l10n.t('Remove the text after the opening “---”');
    return [{ title, safe: true, edits: [remove(dashes, at.end)] }];
  }
  const blanks = /^[ \t]*/.exec(text.slice(dashes, at.end))?.[0].length ?? 0;
  const edit = { span: { start: dashes, end: dashes + blanks }, newText: lineEndAt(text, at.start) };
  return [{ title: l10n.t('Begin the fields below the “---”'), safe: true, edits: [edit] }];
}

function loneReturns(text: string): TextEdit[] {
  return [...text.matchAll(/\r(?!\n)/g)].map(({ index }) => ({
    span: { start: index, end: index + 1 },
    newText: '\n',
  }));
}

/** A whole frontmatter block below other text goes to the top; the text stays, below it. */
function moveBlock(text: string, fence: Span, start: number): readonly Candidate[] {
  const lineStart = text.lastIndexOf('\n', fence.start) + 1;
  const from = nextLine(text, endOfLine(text, fence.end, text.length));
  const fieldsEnd = endOfFields(text, from);
  const close = /\n[ \t]*---[ \t]*(?:\r?\n|$)/.exec(text.slice(fence.end));
  const isOpen = close === null || earlyPrompt(text, fieldsEnd, fence.end + close.index) !== undefined;
  if (isOpen) return moveOpenBlock(text, { start: lineStart, end: fieldsEnd }, start);
  const end = fence.end + close.index + close[0].length;
  const codeFence = /^\s*(`{3,}|~{3,})\w*\s*$/.exec(text.slice(start, lineStart))?.[1];
  const codeEnd = codeFence === undefined ? -1 : text.indexOf(`\n${codeFence}`, end - 1);
  if (codeFence !== undefined && codeEnd >= 0) {
    const feed = text.indexOf('\n', codeEnd + 1);
    const edits = [remove(start, lineStart), remove(codeEnd + 1, feed < 0 ? text.length : feed + 1)];
    return [{ title: l10n.t('Take the file out of its code block'), safe: false, edits }];
  }
  return [moved(text, { start: lineStart, end }, text.slice(lineStart, end).trimStart(), start)];
}

/** The same with an opening fence and fields that nothing closes. */
function moveOpenBlock(text: string, from: Span, start: number): readonly Candidate[] {
  const lineEnd = lineEndAt(text, from.start);
  const block = text.slice(from.start, from.end).trim();
  return block === '---' ? [] : [moved(text, from, `${block}${lineEnd}---${lineEnd}`, start)];
}

/** @param block the frontmatter with its fences, as it is to stand at the top */
function moved(text: string, from: Span, block: string, start: number): Candidate {
  const isOpen = !/[\r\n]$/.test(block);
  return {
    title: l10n.t('Move the frontmatter to the very start of the file'),
    safe: false,
    edits: [
      {
        span: { start, end: start },
        newText: isOpen ? `${block}${lineEndAt(text, from.start)}` : block,
      },
      remove(from.start, from.end),
    ],
  };
}

/** Fields at the top without an opening fence: it is put before them, and a closing one behind where there is none. */
function opening(text: string, firstField: number, start: number): readonly Candidate[] {
  const lineEnd = lineEndAt(text, firstField);
  const above = text.slice(start, firstField);
  if (fenceLike.test(above.trim())) return otherFence(text, start, firstField);
  const fields = { start: firstField, end: endOfFields(text, firstField) };
  if (above.trim() !== '') return [moveFields(text, fields, start)];
  const open: TextEdit = { span: { start, end: firstField }, newText: `---${lineEnd}` };
  const close = closingEdits(text, fields.end, undefined);
  const title =
    close.length === 0
      ? l10n.t('Put a “---” before the first field')
      : l10n.t('Put “---” before and after the fields');
  const isCertain = close.length === 0 || !hasFieldsBelow(text, fields.end);
  return [{ title, safe: isCertain, edits: [open, ...close] }];
}

/** What it takes to have the fields closed by three dashes: nothing where they are. */
function closingEdits(text: string, end: number, mark: string | undefined): readonly TextEdit[] {
  const close = closingLine(text, end, mark);
  if (close === undefined) return [closingEdit(text, end)];
  const span = { start: close.start, end: endOfLine(text, close.start, text.length) };
  return text.startsWith('---', close.start) ? [] : [{ span, newText: '---' }];
}

/** `--`, `———` or a code fence where the opening fence should be, and its counterpart below the fields. */
function otherFence(text: string, start: number, firstField: number): readonly Candidate[] {
  const from = start + (/^\s*/.exec(text.slice(start, firstField))?.[0].length ?? 0);
  const mark = { start: from, end: endOfLine(text, from, firstField) };
  const open = { span: { start, end: mark.end }, newText: '---' };
  const end = endOfFields(text, firstField);
  const sign = text.slice(mark.start, mark.end).trim().replace(/\w+$/, '');
  const isClosed = closingLine(text, end, sign) !== undefined;
  const edits = [open, ...closingEdits(text, end, sign)];
  return [{ title: l10n.t('Make the fences three dashes'), safe: isClosed, edits }];
}

/** Fields below a heading go to the top, between fences; the heading stays, below them. */
function moveFields(text: string, fields: Span, start: number): Candidate {
  const lineEnd = lineEndAt(text, fields.start);
  const above = text.slice(start, fields.start).trimEnd();
  const lastLine = Math.max(above.lastIndexOf('\n'), above.lastIndexOf('\r')) + 1;
  const isMark = fenceLike.test(above.slice(lastLine));
  const close = closingLine(text, fields.end, isMark ? above.slice(lastLine).trim() : undefined);
  const block = text.slice(fields.start, close?.start ?? fields.end).trimEnd();
  const from = { start: isMark ? start + lastLine : fields.start, end: close?.end ?? fields.end };
  return moved(text, from, `---${lineEnd}${block}${lineEnd}---${lineEnd}`, start);
}

function closing(text: string, yamlStart: number): readonly Candidate[] {
  const end = endOfFields(text, yamlStart);
  if (end === yamlStart) return [];
  const other = threeDashes(text, end, text.length);
  if (other.length > 0) return other;
  return [
    {
      title: l10n.t('Close the frontmatter with “---”'),
      safe: !hasFieldsBelow(text, end),
      edits: [closingEdit(text, end)],
    },
  ];
}

/** What was to close the fields, made three dashes. */
export function threeDashes(text: string, end: number, limit: number): readonly Candidate[] {
  const closing = otherClosing(text, end, limit);
  if (closing === undefined) return [];
  const lineEnd = endOfLine(text, closing.start, text.length);
  const edits = [{ span: { start: closing.start, end: lineEnd }, newText: '---' }];
  return [{ title: l10n.t('Make the fences three dashes'), safe: true, edits }];
}

/** A closing fence on a line of its own at the offset, which begins a line or ends the text. */
export function closingEdit(text: string, at: number): TextEdit {
  const lineEnd = lineEndAt(text, Math.max(0, at - 1));
  const isOpen = at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r';
  return { span: { start: at, end: at }, newText: `${isOpen ? lineEnd : ''}---${lineEnd}` };
}

function remove(start: number, end: number): TextEdit {
  return { span: { start, end }, newText: '' };
}
