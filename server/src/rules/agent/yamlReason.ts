import * as l10n from '@vscode/l10n';
import { agentField } from '../../catalogue/agentFields.ts';
import type { AgentFile } from '../../parse/agentFile.ts';
import { endOfLine, frontmatterEntries } from '../../parse/frontmatterEntries.ts';
import type { YamlError } from '../../parse/yamlNode.ts';
import type { Span } from '../../text/span.ts';
import { type EarlyFence, cutEntry, earlyFence } from './earlyFence.ts';
import { earlyPrompt, endOfFields } from './frontmatterEnd.ts';

/** Why the frontmatter cannot be read, at the place that the author has to change. */
export function yamlReason(file: AgentFile): { readonly why: string; readonly span: Span } | undefined {
  const { error, fence } = file.frontmatter;
  if (error === undefined || error.kind === 'not-read' || fence.state !== 'closed') return undefined;
  const prompt = earlyPrompt(file.text, endOfFields(file.text, fence.yaml.start), fence.close.start);
  if (prompt !== undefined) {
    return { why: l10n.t('its frontmatter is not closed by “---” above the prompt'), span: fence.open };
  }
  const cut = cutReason(file);
  if (cut !== undefined) return cut;
  const directive = /^%[A-Z]+/.exec(file.frontmatter.yaml);
  if (directive !== null) {
    const start = fence.yaml.start;
    return {
      why: l10n.t('its frontmatter begins with a YAML directive'),
      span: { start, end: start + directive[0].length },
    };
  }
  const joined = joinedKey(file.text, error.span.start);
  if (joined !== undefined) return { why: l10n.t('no space follows the colon of a field'), span: joined };
  const span = placeOf(file.text, error, fence.yaml);
  // A colon that is a field's own is not at fault; the line before it is.
  const atMargin = error.kind === 'colon-in-value' && file.text[span.end - 1] !== ':';
  return { why: atMargin ? whyOf({ ...error, kind: 'missing-colon' }) : whyOf(error), span };
}

/** The dashes that end the frontmatter too early, or within a line. */
export function cutReason(file: AgentFile): { readonly why: string; readonly span: Span } | undefined {
  const { fence } = file.frontmatter;
  if (fence.state !== 'closed') return undefined;
  const isCut = cutEntry(file.text, fence.yaml, fence.close) !== undefined;
  const kind = earlyFence(file)?.kind ?? (isCut ? 'in-value' : undefined);
  return kind === undefined ? undefined : { why: cutWhy(kind), span: fence.close };
}

function cutWhy(kind: EarlyFence['kind']): string {
  switch (kind) {
    case 'in-value':
      return l10n.t('the “---” in a value ends the frontmatter here');
    case 'in-comment':
      return l10n.t('the dashes in a comment end the frontmatter here');
    default:
      return l10n.t('a “---” above its fields ends the frontmatter here');
  }
}

/** `description:Reviews`: a known key with its value right behind the colon. */
function joinedKey(text: string, near: number): Span | undefined {
  const lineStart = text.lastIndexOf('\n', near - 1) + 1;
  const match = /^([A-Za-z]+)[ \t]*:(?=[^ \t\r\n])\S*/.exec(text.slice(lineStart, lineStart + 100));
  if (match?.[1] === undefined || agentField(match[1]) === undefined) return undefined;
  return { start: lineStart, end: lineStart + match[0].length };
}

function whyOf(error: YamlError): string {
  switch (error.kind) {
    case 'colon-in-value':
      return l10n.t('a colon in a value that is not in quotes makes its frontmatter invalid YAML');
    case 'indentation':
      return l10n.t('a wrong indentation makes its frontmatter invalid YAML');
    case 'tab-indentation':
      return l10n.t('a tab as indentation makes its frontmatter invalid YAML');
    case 'missing-colon':
      return l10n.t('a line that is no field makes its frontmatter invalid YAML');
    case 'unclosed-quote':
      return l10n.t('a quote that is not closed makes its frontmatter invalid YAML');
    case 'text-after-quote':
      return l10n.t('text behind the quote that closes a value makes its frontmatter invalid YAML');
    case 'bad-escape':
      return l10n.t('an escape that YAML does not know makes its frontmatter invalid');
    case 'reserved-start':
      return l10n.t('a value that must be in quotes makes its frontmatter invalid YAML');
    case 'unknown-alias':
      return l10n.t('a “*” that is not in quotes makes its frontmatter invalid YAML');
    case 'unclosed-bracket':
      return l10n.t('a bracket that is not closed makes its frontmatter invalid YAML');
    case 'nul':
      return l10n.t('a NUL character makes its frontmatter invalid YAML');
    case 'too-much':
      return l10n.t('its frontmatter unfolds to more than can be read');
    default:
      return l10n.t('its frontmatter is not valid YAML');
  }
}

function placeOf(text: string, error: YamlError, yaml: Span): Span {
  const { start, end } = error.span;
  if (error.kind === 'tab-indentation') return error.span;
  if (error.kind === 'colon-in-value') return colonAt(text, start, yaml.end) ?? oneLine(text, start, end);
  if (error.kind === 'unclosed-quote') {
    const entry = frontmatterEntries(text, yaml).findLast(
      ({ span, valueSpan }) => span.start <= start && /["']/.test(text[valueSpan.start] ?? ''),
    );
    if (entry !== undefined) return entry.valueSpan;
  }
  return oneLine(text, start, end);
}

/** The word with the first colon that ends a word, from `from` on: what YAML takes for a key. */
function colonAt(text: string, from: number, limit: number): Span | undefined {
  for (let at = from; at < limit; at++) {
    if (text[at] !== ':' || !/[ \t\r\n]/.test(text[at + 1] ?? '\n')) continue;
    let start = at;
    while (start > from && !/\s/.test(text[start - 1] ?? ' ')) start--;
    const isField = text[start - 1] === '\n' && agentField(text.slice(start, at)) !== undefined;
    return isField ? undefined : { start, end: at + 1 };
  }
  return undefined;
}

/** At least one character, at most to the end of the line; never only a line end. */
function oneLine(text: string, start: number, end: number): Span {
  let from = start;
  while (from < end && /\s/.test(text[from] ?? '')) from++;
  if (/\s/.test(text[from] ?? ' ')) {
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const lineEnd = endOfLine(text, lineStart, text.length);
    const line = text.slice(lineStart, lineEnd);
    const blanks = line.length - line.trimStart().length;
    return line.trim() === ''
      ? { start, end: Math.max(end, start) }
      : { start: lineStart + blanks, end: lineEnd };
  }
  const lineEnd = endOfLine(text, from, text.length);
  return { start: from, end: Math.max(from + 1, Math.min(Math.max(end, from + 1), lineEnd)) };
}
