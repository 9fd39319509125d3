/** Repairs of a frontmatter that Claude Code does not see as one. */
import * as l10n from '@vscode/l10n';
import { agentField } from '../../catalogue/agentFields.ts';
import type { AgentFile } from '../../parse/agentFile.ts';
import type { NearMiss } from '../../parse/frontmatter.ts';
import { endOfLine, frontmatterEntries, nextLine } from '../../parse/frontmatterEntries.ts';
import { lineEndOf } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/textEdit.ts';
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
      return [
        {
          title: l10n.t('Remove the text after the opening “---”'),
          safe: true,
          edits: [remove(at.start + 3, at.end)],
        },
      ];
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
  const mark = text.slice(open.start, open.end);
  const edits = [
    { span: { start: 0, end: open.end }, newText: text.startsWith('\uFEFF') ? '\uFEFF---' : '---' },
  ];
  for (let at = nextLine(text, endOfLine(text, open.end, text.length)); at < text.length;) {
    const end = endOfLine(text, at, text.length);
    const line = text.slice(at, Math.min(end, at + 200)).trimEnd();
    if (line === '---') break;
    if (line === mark || /^(?:-{4,}|\+{3,})$/.test(line)) {
      edits.push({ span: { start: at, end: at + line.length }, newText: '---' });
      break;
    }
    at = nextLine(text, end);
  }
  return edits;
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
  const close = /\n[ \t]*---[ \t]*(?:\r?\n|$)/.exec(text.slice(fence.end));
  if (close === null) return [];
  const end = fence.end + close.index + close[0].length;
  return [
    {
      title: l10n.t('Move the frontmatter to the very start of the file'),
      safe: false,
      edits: [
        { span: { start, end: start }, newText: text.slice(lineStart, end).trimStart() },
        remove(lineStart, end),
      ],
    },
  ];
}

/** Fields at the top without an opening fence: it is put before them, and a closing one behind where there is none. */
function opening(text: string, firstField: number, start: number): readonly Candidate[] {
  const lineEnd = lineEndOf(text);
  const title = l10n.t('Put a “---” before the first field');
  const before = text.slice(start, firstField).trim() === '' ? start : firstField;
  const open: TextEdit = { span: { start: before, end: firstField }, newText: `---${lineEnd}` };
  if (before !== start && text.slice(start, firstField).trim() !== '') return [];
  const close = text.indexOf('---', firstField);
  const end = endOfFields(text, firstField);
  if (close >= 0 && close <= end + 4) return [{ title, safe: true, edits: [open] }];
  const closeFence: TextEdit = { span: { start: end, end }, newText: closingFence(text, end, lineEnd) };
  return [{ title: l10n.t('Put “---” before and after the fields'), safe: true, edits: [open, closeFence] }];
}

function closing(text: string, yamlStart: number): readonly Candidate[] {
  const end = endOfFields(text, yamlStart);
  if (end === yamlStart) return [];
  return [
    {
      title: l10n.t('Close the frontmatter with “---”'),
      safe: true,
      edits: [{ span: { start: end, end }, newText: closingFence(text, end, lineEndOf(text)) }],
    },
  ];
}

function closingFence(text: string, at: number, lineEnd: string): string {
  const fence = at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r' ? `${lineEnd}---` : '---';
  return `${fence}${lineEnd}`;
}

/**
 * Where the run of fields that begins at `from` ends: before the first line that is neither a field, nor indented, nor
 * a list item below a field, nor a comment. Blank lines are in it where a known field follows.
 */
export function endOfFields(text: string, from: number): number {
  const entries = frontmatterEntries(text, { start: from, end: text.length });
  const known = new Set(
    entries.filter(({ key }) => agentField(key) !== undefined).map(({ span }) => span.start),
  );
  const starts = new Set(entries.map(({ span }) => span.start));
  let end = from;
  let blank = false;
  for (let at = from; at < text.length;) {
    const lineEnd = endOfLine(text, at, text.length);
    const line = text.slice(at, Math.min(lineEnd, at + 100));
    if (line.trim() === '') blank = true;
    else {
      const belongs = blank
        ? known.has(at)
        : starts.has(at) ||
          /^(?:[ \t]|- |#(?![# ]))/.test(line) ||
          (line.startsWith('# ') && end > from && !blank);
      if (!belongs) break;
      blank = false;
      end = Math.min(nextLine(text, lineEnd), text.length);
    }
    at = nextLine(text, lineEnd);
  }
  return end;
}

function remove(start: number, end: number): TextEdit {
  return { span: { start, end }, newText: '' };
}
