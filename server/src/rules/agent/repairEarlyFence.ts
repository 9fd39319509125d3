/** Repairs of dashes that end the frontmatter before its fields do. */
import * as l10n from '@vscode/l10n';
import type { AgentFile } from '../../parse/agentFile.ts';
import { endOfLine, nextLine } from '../../parse/frontmatterEntries.ts';
import type { YamlScalar } from '../../parse/yamlNode.ts';
import { lineEndAt } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/textEdit.ts';
import { type EarlyFence, cutEntry, earlyFence } from './earlyFence.ts';
import type { Candidate } from './repair.ts';
import { blockValue, isTextField } from './repairValue.ts';
import { quoted, withoutOuterQuotes } from './yamlText.ts';

/** What makes the frontmatter end where it should; none where it does, or where that cannot be told. */
export function earlyFenceRepairs(file: AgentFile): readonly Candidate[] {
  const { text } = file;
  const { fence } = file.frontmatter;
  if (fence.state !== 'closed') return [];
  const early = earlyFence(file);
  if (early === undefined) return ofEntry(text, fence.yaml, fence.close);
  if (early.kind === 'extra-line') return [withoutLine(text, early)];
  const edits = [
    ...early.values.flatMap((value) => escapes(text, value)),
    ...early.comments.flatMap((comment) => dashesIn(text, comment, () => '--')),
  ];
  const title =
    early.values.length > 0
      ? l10n.t('Escape the “---” that ends the frontmatter here')
      : l10n.t('Shorten the dashes in the comment');
  return [{ title, safe: true, edits }];
}

/** The fence goes; it comes back below the fields where none is there. */
function withoutLine(text: string, { span, promptStart, isCertain }: EarlyFence): Candidate {
  const end = nextLine(text, endOfLine(text, span.end, text.length));
  const removal = { span: { start: span.start, end }, newText: '' };
  if (isCertain) return { title: l10n.t('Remove the “---” above the fields'), safe: true, edits: [removal] };
  const lineEnd = lineEndAt(text, span.start);
  const isOpen = !/[\r\n]/.test(text[promptStart - 1] ?? '');
  const fence = `${isOpen ? lineEnd : ''}---${lineEnd}`;
  return {
    title: l10n.t('Move the “---” below the fields'),
    safe: false,
    edits: [removal, { span: { start: promptStart, end: promptStart }, newText: fence }],
  };
}

/** The value without dashes that end anything: in double quotes an escape says the same. */
function escapes(text: string, { node, text: meant }: EarlyFence['values'][number]): TextEdit[] {
  const span = trimmedSpan(text, node);
  if (node.style === 'double-quoted') {
    return dashesIn(text, span, (dashes) => `${'\\x2D'.repeat(dashes.length - 2)}--`);
  }
  return [{ span, newText: quoted(meant) }];
}

/** A block's span reaches to the next line. */
function trimmedSpan(text: string, { span }: YamlScalar): Span {
  return { start: span.start, end: span.start + text.slice(span.start, span.end).trimEnd().length };
}

function dashesIn(text: string, { start, end }: Span, replacement: (dashes: string) => string): TextEdit[] {
  return [...text.slice(start, end).matchAll(/-{3,}/g)].map(({ index, 0: dashes }) => ({
    span: { start: start + index, end: start + index + dashes.length },
    newText: replacement(dashes),
  }));
}

/** Where the rest of the file is no agent's either: the value that holds the dashes, quoted as a whole. */
function ofEntry(text: string, yaml: Span, close: Span): readonly Candidate[] {
  const entry = cutEntry(text, yaml, close);
  if (entry === undefined) return [];
  const value = text.slice(entry.valueSpan.start, entry.valueSpan.end);
  const rest = text.slice(entry.restSpan.start, entry.restSpan.end);
  const title = l10n.t('Escape the “---” that ends the frontmatter here');
  if (rest !== '') {
    return isTextField(entry.key) ? [{ ...blockValue(text, entry, value, rest), title, safe: false }] : [];
  }
  const edit = { span: entry.valueSpan, newText: quoted(withoutOuterQuotes(value)) };
  return [{ title, safe: true, edits: [edit] }];
}
