/** Repairs of frontmatter that is not YAML to Claude Code, not even after its retry. */
import * as l10n from '@vscode/l10n';
import { agentField } from '../../catalogue/agentFields.ts';
import type { AgentFile } from '../../parse/agentFile.ts';
import { type FrontmatterEntry, endOfLine, frontmatterEntries } from '../../parse/frontmatterEntries.ts';
import type { YamlError } from '../../parse/yamlNode.ts';
import type { Span } from '../../text/span.ts';
import { isOwnLine } from './earlyFence.ts';
import { earlyPrompt, endOfFields } from './frontmatterEnd.ts';
import type { Candidate } from './repair.ts';
import { earlyFenceRepairs } from './repairEarlyFence.ts';
import { closingEdit, threeDashes } from './repairFence.ts';
import { missingColons, quotedValue, valueRepairs } from './repairValue.ts';
import { fieldsAtMargin, spacesForTabs, withoutDirectives, withoutNul } from './repairWhiteSpace.ts';

export function yamlRepairs(file: AgentFile): readonly Candidate[] {
  const { text } = file;
  const { error, fence } = file.frontmatter;
  if (error === undefined || fence.state !== 'closed') return [];
  const { yaml } = fence;
  const fences = [...fenceAbovePrompt(text, yaml), ...earlyFenceRepairs(file)];
  if (!isOwnLine(text, fence.close) && fences.length > 0) return fences;
  const entries = frontmatterEntries(text, yaml);
  const at = entries.findLastIndex((entry) => entry.span.start <= error.span.start);
  const here = entries[at];
  const before = entries[at - 1];
  return [
    ...fences,
    ...htmlComments(text, yaml),
    ...inPlace(text, error, here),
    ...(here === undefined ? [] : valueRepairs(text, here)),
    // A quote that is not closed, or a line at the margin, is noticed only at the next field.
    ...(before === undefined ? [] : valueRepairs(text, before)),
    ...entries.flatMap((entry) => (entry === here || entry === before ? [] : ofOpenQuote(text, entry))),
    ...missingColons(text, { start: yaml.start, end: entries[0]?.span.start ?? yaml.end }),
    ...spacesForTabs(text, yaml),
    ...fieldsAtMargin(text, yaml, entries),
    ...withoutDirectives(text, yaml),
    ...withoutNul(text, yaml),
  ];
}

/** Comments as the prompt has them, on lines at the margin: here they begin with `#`. */
function htmlComments(text: string, yaml: Span): readonly Candidate[] {
  const found = [...text.slice(yaml.start, yaml.end).matchAll(/^<!--(.*?)--+>[ \t]*(?=\r?$)/gm)];
  if (found.length === 0) return [];
  const edits = found.map(({ index, 0: comment, 1: words = '' }) => ({
    span: { start: yaml.start + index, end: yaml.start + index + comment.length },
    newText: `#${words.trimEnd()}`,
  }));
  return [{ title: l10n.t('Begin the comment with “#”'), safe: true, edits }];
}

/** A quote that is not closed on its line, and so takes in fields until the next one. */
function ofOpenQuote(text: string, entry: FrontmatterEntry): readonly Candidate[] {
  const value = text.slice(entry.valueSpan.start, entry.valueSpan.end);
  return /^(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$/.test(value) ? valueRepairs(text, entry) : [];
}

/** The closing fence is missing, and the first rule in the prompt has taken its place. */
function fenceAbovePrompt(text: string, yaml: Span): readonly Candidate[] {
  const end = endOfFields(text, yaml.start);
  const other = threeDashes(text, end, yaml.end);
  if (other.length > 0) return other;
  const prompt = earlyPrompt(text, end, yaml.end);
  if (prompt === undefined) return [];
  const title = l10n.t('Close the frontmatter with “---”');
  return [{ title, safe: prompt.isCertain, edits: [closingEdit(text, prompt.start)] }];
}

/** Repairs at the very place of the error. */
function inPlace(text: string, error: YamlError, entry: FrontmatterEntry | undefined): readonly Candidate[] {
  const { start } = error.span;
  if (error.kind === 'bad-escape')
    return text[start] === '\\' ? [escape(text, start)] : halfCharacters(text, error);
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

/** `\\ud83d` alone is half a character, which no text can hold. */
function halfCharacters(text: string, { span: { start, end } }: YamlError): readonly Candidate[] {
  const edits = [...text.slice(start, end).matchAll(/\\u[dD][89a-fA-F][0-9a-fA-F]{2}/g)].map(
    ({ index, 0: half }) => ({
      span: { start: start + index, end: start + index + half.length },
      newText: '\uFFFD',
    }),
  );
  return edits.length === 0
    ? []
    : [{ title: l10n.t('Put “\uFFFD” in the place of half a character'), safe: false, edits }];
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
