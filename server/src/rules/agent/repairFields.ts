/** Repairs of `name` and `description` where Claude Code does not accept them. */
import * as l10n from '@vscode/l10n';
import { type AgentFieldName, agentField, meantField } from '../../catalogue/agentFields.ts';
import type { AgentField, AgentFile } from '../../parse/agentFile.ts';
import { endOfLine, frontmatterEntries } from '../../parse/frontmatterEntries.ts';
import { lineEndAt } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import type { Candidate } from './repair.ts';
import { earlyFenceRepairs } from './repairEarlyFence.ts';
import { blockValue, missingSpaces } from './repairValue.ts';
import { withoutFieldAround } from './repairNested.ts';
import { quoted, textBlock } from './yamlText.ts';

export function fieldRepairs(file: AgentFile, stem: string): readonly Candidate[] {
  const ended = [...earlyFenceRepairs(file), ...documentEnd(file)];
  if (ended.length > 0) return ended;
  const { fence, fields } = file.frontmatter;
  const spaced = fence.state === 'closed' && fields.length === 0 ? missingSpaces(file.text, fence.yaml) : [];
  if (spaced.length > 0) return spaced;
  return file.verdict.reason === 'description' ? descriptionRepairs(file) : nameRepairs(file, stem);
}

/** `...` ends a YAML document; with another one behind it there are no fields. */
function documentEnd(file: AgentFile): readonly Candidate[] {
  const { fence, yaml } = file.frontmatter;
  const match = /^\.\.\.[ \t]*(?:\r?\n|$)/m.exec(yaml);
  if (fence.state !== 'closed' || match === null || file.frontmatter.root !== null) return [];
  const start = fence.yaml.start + match.index;
  const title = l10n.t('Remove the “...”');
  return [{ title, safe: true, edits: [{ span: { start, end: start + match[0].length }, newText: '' }] }];
}

function nameRepairs(file: AgentFile, stem: string): readonly Candidate[] {
  const name = file.frontmatter.byKey.get('name');
  const earlier = dropEmptyDuplicate(file, name);
  if (earlier !== undefined) return [earlier];
  if (name === undefined) {
    const renamed = renamedKey(file, 'name');
    if (renamed !== undefined) return [renamed];
    const nested = withoutFieldAround(file);
    if (nested.length > 0) return nested;
    const at = file.frontmatter.fence.state === 'closed' ? file.frontmatter.fence.yaml.start : 0;
    return [
      {
        title: l10n.t('Name the agent “{0}” after its file', stem),
        safe: false,
        edits: [
          { span: { start: at, end: at }, newText: `name: ${nameText(stem)}${lineEndAt(file.text, at)}` },
        ],
      },
    ];
  }
  const written = file.text.slice(name.valueSpan.start, name.valueSpan.end);
  const { value } = name;
  const afterFile = fillIn(file, name, nameText(stem), l10n.t('Name the agent “{0}” after its file', stem));
  if (typeof value === 'string' && value !== '') return [...badName(name, value), afterFile];
  if (
    name.node.kind === 'scalar' &&
    written !== '' &&
    value !== null &&
    value !== '' &&
    !written.startsWith('|')
  ) {
    return [quoteValue(name, written)];
  }
  const inner = /^[[{]\s*([\w .-]+?)\s*[\]}]$/.exec(written)?.[1];
  if (inner !== undefined) {
    return [
      {
        title: l10n.t('Take the brackets off the name'),
        safe: true,
        edits: [{ span: name.valueSpan, newText: inner }],
      },
    ];
  }
  return [afterFile];
}

function badName(field: AgentField, name: string): readonly Candidate[] {
  const better = name
    .normalize('NFKC')
    .replace(/^-+\s*/, '')
    .replaceAll(/\s*:\s*/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 256);
  if (better === '') return [];
  return [
    {
      title: l10n.t('Rename the agent to “{0}”', better.length > 40 ? `${better.slice(0, 40)}…` : better),
      safe: false,
      edits: [{ span: field.valueSpan, newText: nameText(better) }],
    },
  ];
}

function descriptionRepairs(file: AgentFile): readonly Candidate[] {
  const field = file.frontmatter.byKey.get('description');
  const earlier = dropEmptyDuplicate(file, field);
  if (earlier !== undefined) return [earlier];
  if (field === undefined) {
    const renamed = renamedKey(file, 'description');
    return renamed === undefined ? [addDescription(file)] : [renamed];
  }
  const written = file.text.slice(field.valueSpan.start, field.valueSpan.end);
  const line = file.text.slice(field.keySpan.end, endOfLine(file.text, field.keySpan.end, file.text.length));
  const comment = /^\s*:\s*(#.*?)\s*$/.exec(line)?.[1];
  if (written === '' && comment !== undefined) {
    const end = field.keySpan.end + line.trimEnd().length;
    return [
      {
        title: l10n.t('Put the value in quotes'),
        safe: true,
        edits: [{ span: { start: end - comment.length, end }, newText: quoted(comment) }],
      },
    ];
  }
  if (field.node.kind === 'scalar' && field.value !== null && field.value !== '')
    return [quoteValue(field, written)];
  if (field.node.kind !== 'scalar' && !/[\r\n]/.test(written)) {
    const onKeyLine = !/[\r\n]/.test(file.text.slice(field.keySpan.end, field.valueSpan.start));
    return onKeyLine ? [quoteValue(field, written)] : [asBlock(file, field), quoteValue(field, written)];
  }
  if (field.node.kind === 'map' && !field.node.flow) return [asBlock(file, field)];
  const fill = fillIn(file, field, placeholder(), l10n.t('Fill in the description'));
  const margin = textAtMargin(file, field);
  return margin === undefined ? [fill] : [margin, fill];
}

/** `description: |` with the text at the margin, where its lines become fields of their own. */
function textAtMargin(file: AgentFile, field: AgentField): Candidate | undefined {
  const { fence } = file.frontmatter;
  if (fence.state !== 'closed') return undefined;
  const entries = frontmatterEntries(file.text, fence.yaml);
  const entry = entries.find(({ span }) => span.start === field.keySpan.start);
  const next = entries.find(
    ({ span, key }) => span.start > field.keySpan.start && agentField(key) !== undefined,
  );
  if (entry === undefined) return undefined;
  const restSpan = { start: entry.restSpan.start, end: next?.span.start ?? fence.yaml.end };
  const rest = file.text.slice(restSpan.start, restSpan.end).trimEnd();
  if (rest.trim() === '') return undefined;
  const value = file.text.slice(entry.valueSpan.start, entry.valueSpan.end);
  const whole = { ...entry, restSpan: { start: restSpan.start, end: restSpan.start + rest.length } };
  return { ...blockValue(file.text, whole, value, rest), safe: false };
}

/** A value that YAML reads as a map or list becomes the text that it is. */
function asBlock(file: AgentFile, field: AgentField): Candidate {
  const { text } = file;
  const lineEnd = lineEndAt(text, field.keySpan.start);
  const lines = text.slice(field.valueSpan.start, field.valueSpan.end).trimEnd().split(/\r?\n/);
  const colon = text.indexOf(':', field.keySpan.end) + 1;
  return {
    title: l10n.t('Turn the value into a block of text'),
    safe: true,
    edits: [
      {
        span: { start: colon, end: field.valueSpan.start + lines.join(lineEnd).length },
        newText: ` ${textBlock(dedented(lines), lineEnd)}`,
      },
    ],
  };
}

function dedented(lines: readonly string[]): string[] {
  const [first = '', ...rest] = lines;
  const indents = rest
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents, 80);
  return [first.trim(), ...rest.map((line) => line.slice(Math.min(indent, line.length)).trimEnd())];
}

function quoteValue(field: AgentField, written: string): Candidate {
  return {
    title: l10n.t('Put the value in quotes'),
    safe: true,
    edits: [{ span: field.valueSpan, newText: quoted(written) }],
  };
}

/** A field given twice counts as it is the last time, also where that is empty. */
function dropEmptyDuplicate(file: AgentFile, last: AgentField | undefined): Candidate | undefined {
  if (last === undefined || (last.value !== null && last.value !== '')) return undefined;
  const earlier = file.frontmatter.fields.find((field) => field.key === last.key && field !== last);
  if (earlier === undefined || earlier.value === null || earlier.value === '') return undefined;
  return {
    title: l10n.t('Remove the second, empty “{0}”', last.key),
    safe: true,
    edits: [{ span: lineOf(file.text, last.keySpan), newText: '' }],
  };
}

/** A key that differs from the missing one in its case, or is a known mistake for it. */
function renamedKey(file: AgentFile, to: AgentFieldName): Candidate | undefined {
  const wrong = file.frontmatter.fields.find(
    (field) => field.key !== to && meantField(field.key) === to && textOf(field),
  );
  if (wrong === undefined) return undefined;
  return {
    title: l10n.t('Rename “{0}” to “{1}”', wrong.key, to),
    safe: wrong.key.toLowerCase() === to,
    edits: [{ span: wrong.keySpan, newText: to }],
  };
}

function textOf(field: AgentField): boolean {
  return typeof field.value === 'string' && field.value !== '';
}

function addDescription(file: AgentFile): Candidate {
  const { text } = file;
  const name = file.frontmatter.byKey.get('name');
  const fence = file.frontmatter.fence;
  const at =
    name === undefined ? (fence.state === 'closed' ? fence.yaml.start : 0) : lineOf(text, name.valueSpan).end;
  const lineEnd = lineEndAt(text, Math.max(0, at - 1));
  const newText = `description: ${placeholder()}${lineEnd}`;
  return {
    title: l10n.t('Add a description'),
    safe: false,
    edits: [
      {
        span: { start: at, end: at },
        newText,
        placeholder: { start: 13, end: newText.length - lineEnd.length },
      },
    ],
  };
}

/** A value for a field that has none. */
function fillIn(file: AgentFile, field: AgentField, value: string, title: string): Candidate {
  const colon = file.text.indexOf(':', field.keySpan.end) + 1;
  const written = file.text.slice(field.valueSpan.start, field.valueSpan.end).trimEnd();
  const end = written === '' ? colon : field.valueSpan.start + written.length;
  const newText = ` ${value}`;
  return {
    title,
    safe: false,
    edits: [{ span: { start: colon, end }, newText, placeholder: { start: 1, end: newText.length } }],
  };
}

function placeholder(): string {
  return l10n.t('Use this agent when …');
}

function nameText(name: string): string {
  return /^[A-Za-z_][\w -]*$/.test(name) && !/^(?:true|false|null)$/i.test(name) ? name.trim() : quoted(name);
}

/** The lines that the span touches, with their line ends. */
function lineOf(text: string, of: Span): Span {
  const start = text.lastIndexOf('\n', of.start - 1) + 1;
  const from = of.end > of.start && text[of.end - 1] === '\n' ? of.end - 1 : of.end;
  const feed = text.indexOf('\n', from);
  return { start, end: feed < 0 ? text.length : feed + 1 };
}
