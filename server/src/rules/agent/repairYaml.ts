/** Repairs of frontmatter that is not YAML to Claude Code, not even after its retry. */
import * as l10n from '@vscode/l10n';
import { agentField } from '../../catalogue/agentFields.ts';
import type { AgentFile } from '../../parse/agentFile.ts';
import {
  type FrontmatterEntry,
  endOfLine,
  frontmatterEntries,
  nextLine,
} from '../../parse/frontmatterEntries.ts';
import type { YamlError } from '../../parse/yamlNode.ts';
import { lineEndOf } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/textEdit.ts';
import { endOfFields } from './repairFence.ts';
import type { Candidate } from './repair.ts';
import { literalBlock, quoted, withoutOuterQuotes } from './yamlText.ts';

export function yamlRepairs(file: AgentFile): readonly Candidate[] {
  const { error, fence } = file.frontmatter;
  if (error === undefined || fence.state !== 'closed') return [];
  const entries = frontmatterEntries(file.text, fence.yaml);
  const at = entries.findLastIndex((entry) => entry.span.start <= error.span.start);
  const here = entries[at];
  const before = entries[at - 1];
  const cut = cutByFence(file.text, fence.close);
  if (cut.length > 0) return cut;
  return [
    ...early(file, fence.yaml),
    ...inPlace(file.text, error, here),
    ...(here === undefined ? [] : ofEntry(file.text, here)),
    // A quote that is not closed, or a line at the margin, is noticed only at the next field.
    ...(before === undefined ? [] : ofEntry(file.text, before)),
    ...whiteSpace(file.text, fence.yaml),
    ...directives(file.text, fence.yaml),
    ...nulCharacters(file.text, fence.yaml),
  ];
}

/** `---` within a value ends the frontmatter there; an escape says the same without the dashes. */
export function cutByFence(text: string, close: Span): readonly Candidate[] {
  const lineStart = text.lastIndexOf('\n', close.start) + 1;
  const lineEnd = endOfLine(text, close.end, text.length);
  const match = /^([A-Za-z_-]+[ \t]*:[ \t]+)(.*?)[ \t]*$/.exec(text.slice(lineStart, lineEnd));
  const value = match?.[2];
  if (match?.[1] === undefined || value === undefined || !value.includes('---')) return [];
  const start = lineStart + match[1].length;
  return [
    {
      title: l10n.t('Escape the “---” that ends the frontmatter here'),
      safe: true,
      edits: [{ span: { start, end: start + value.length }, newText: quoted(withoutOuterQuotes(value)) }],
    },
  ];
}

/** The closing fence is missing, and the first rule in the prompt has taken its place. */
function early(file: AgentFile, yaml: Span): readonly Candidate[] {
  const end = endOfFields(file.text, yaml.start);
  const rest = file.text.slice(end, yaml.end);
  if (end <= yaml.start || rest.trim() === '') return [];
  const known = frontmatterEntries(file.text, { start: end, end: yaml.end });
  if (known.some((entry) => agentField(entry.key) !== undefined)) return [];
  if (!/^\s*?\n|^\s*#/.test(rest)) return [];
  return [
    {
      title: l10n.t('Close the frontmatter with “---”'),
      safe: false,
      edits: [{ span: { start: end, end }, newText: `---${lineEndOf(file.text)}` }],
    },
  ];
}

/** Repairs at the very place of the error. */
function inPlace(text: string, error: YamlError, entry: FrontmatterEntry | undefined): readonly Candidate[] {
  const { start } = error.span;
  if (error.kind === 'bad-escape' && text[start] === '\\') return [escape(text, start)];
  const spaced = missingSpace(text, start);
  if (spaced !== undefined) return [spaced];
  if (error.kind !== 'colon-in-value' && error.kind !== 'reserved-start' && error.kind !== 'unknown-alias')
    return [];
  // The value of a nested field or list item; that of a top level one is repaired as a whole.
  if (entry !== undefined && start < entry.restSpan.start) return [];
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (!/^[ \t]+(?:- |[\w-]+:)/.test(text.slice(lineStart, start + 1))) return [];
  const value = text.slice(start, endOfLine(text, start, text.length)).trimEnd();
  return [quotedValue({ start, end: start + value.length }, value)];
}

function escape(text: string, at: number): Candidate {
  const isQuote = text[at + 1] === "'";
  return {
    title: isQuote ? l10n.t('Remove the backslash') : l10n.t('Double the backslash'),
    safe: true,
    edits: [{ span: { start: at, end: at + 1 }, newText: isQuote ? '' : '\\\\' }],
  };
}

/** `description:Reviews`, or with a no-break space after the colon. */
function missingSpace(text: string, near: number): Candidate | undefined {
  const lineStart = text.lastIndexOf('\n', near - 1) + 1;
  const match = /^([A-Za-z]+)[ \t]*:([\u00A0\u2007\u202F\u3000]*)(?=[^ \t\r\n])/.exec(
    text.slice(lineStart, lineStart + 200),
  );
  if (match?.[1] === undefined || agentField(match[1]) === undefined) return undefined;
  const end = lineStart + match[0].length;
  return {
    title: l10n.t('Put a space after the colon'),
    safe: true,
    edits: [{ span: { start: end - (match[2]?.length ?? 0), end }, newText: ' ' }],
  };
}

function ofEntry(text: string, entry: FrontmatterEntry): readonly Candidate[] {
  const value = text.slice(entry.valueSpan.start, entry.valueSpan.end);
  const rest = text.slice(entry.restSpan.start, entry.restSpan.end);
  if (rest !== '') {
    return isTextField(entry.key) ? [blockValue(text, entry, value, rest)] : [];
  }
  if (value === '' || !needsQuotes(value)) return [];
  const items = quotedItems(value);
  if (items !== undefined) {
    return [
      {
        title: l10n.t('Remove the quotes'),
        safe: true,
        edits: [{ span: entry.valueSpan, newText: items }],
      },
    ];
  }
  return [quotedValue(entry.valueSpan, withoutOuterQuotes(value))];
}

/** A value over several lines that is text; another one has a structure that must not become text. */
function isTextField(key: string): boolean {
  return key === 'description' || key === 'initialPrompt' || agentField(key) === undefined;
}

/** Not a plain word or phrase, and not in quotes as it should be. */
function needsQuotes(value: string): boolean {
  return !/^(?:[\w./()][\w ./,()-]*|"[^"\\]*"|'[^']*')$/.test(value);
}

/** `'Read', 'Edit'`: items quoted one by one, outside a list. */
function quotedItems(value: string): string | undefined {
  const items = value.split(/\s*,\s*/).map((item) => /^(["'])([^"']+)\1$/.exec(item)?.[2]);
  if (items.length < 2 || items.includes(undefined)) return undefined;
  const joined = items.join(', ');
  return /[:#{}[\]&!|>%@`]/.test(joined) ? undefined : joined;
}

function quotedValue(span: Span, value: string): Candidate {
  return {
    title: l10n.t('Put the value in quotes'),
    safe: true,
    edits: [{ span, newText: quoted(value) }],
  };
}

export function blockValue(text: string, entry: FrontmatterEntry, value: string, rest: string): Candidate {
  const lineEnd = lineEndOf(text);
  // `| text` and `>` with text at the margin: the mark was to make it a block.
  const first = value.replace(/^[|>][0-9+-]*[ \t]*/, '');
  const lines = dedented(rest.split(/\r\n|\n|\r/));
  const joined = withoutOuterQuotes([first, ...lines].join('\n').trim());
  const safe = !/^[a-z][\w-]*:(?:\s|$)/m.test(rest);
  return {
    title: l10n.t('Turn the value into a block of text'),
    safe,
    edits: [
      {
        span: { start: entry.valueSpan.start, end: entry.restSpan.end },
        newText: separated(text, entry) + literalBlock(joined.split('\n'), lineEnd),
      },
    ],
  };
}

function separated(text: string, entry: FrontmatterEntry): string {
  return text[entry.valueSpan.start - 1] === ':' ? ' ' : '';
}

function dedented(lines: readonly string[]): string[] {
  const clean = lines.map((line) =>
    line.trimEnd().replace(/^[\t\u00A0]+/, (blanks) => '  '.repeat(blanks.length)),
  );
  const indents = clean.filter((line) => line !== '').map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents, 80);
  return clean.map((line) => line.slice(Math.min(indent, line.length)));
}

/** Tabs and no-break spaces at the start of lines; fields that are indented while others are not. */
function whiteSpace(text: string, yaml: Span): readonly Candidate[] {
  const spaces: TextEdit[] = [];
  const aligned: TextEdit[] = [];
  for (let at = yaml.start; at < yaml.end;) {
    const lineEnd = endOfLine(text, at, yaml.end);
    const line = text.slice(at, Math.min(lineEnd, at + 200));
    const blanks = /^[ \t\u00A0]*/.exec(line)?.[0] ?? '';
    if (/[\t\u00A0]/.test(blanks)) {
      spaces.push({
        span: { start: at, end: at + blanks.length },
        newText: blanks.replaceAll('\t', '  ').replaceAll('\u00A0', ' '),
      });
    }
    const key = /^([\w-]+)[ \t]*:/.exec(line.slice(blanks.length))?.[1];
    if (blanks !== '' && key !== undefined && agentField(key) !== undefined) {
      aligned.push({ span: { start: at, end: at + blanks.length }, newText: '' });
    }
    at = nextLine(text, lineEnd);
  }
  return [
    ...(spaces.length > 0 ? [{ title: l10n.t('Indent with spaces'), safe: true, edits: spaces }] : []),
    ...(aligned.length > 0
      ? [{ title: l10n.t('Begin the fields at the margin'), safe: true, edits: aligned }]
      : []),
  ];
}

/** `%YAML 1.2`, which would need a fence of its own. */
function directives(text: string, yaml: Span): readonly Candidate[] {
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

function nulCharacters(text: string, yaml: Span): readonly Candidate[] {
  const edits: TextEdit[] = [];
  for (let at = text.indexOf('\0', yaml.start); at >= 0 && at < yaml.end; at = text.indexOf('\0', at + 1)) {
    edits.push({ span: { start: at, end: at + 1 }, newText: '' });
  }
  return edits.length === 0 ? [] : [{ title: l10n.t('Remove the NUL characters'), safe: true, edits }];
}
