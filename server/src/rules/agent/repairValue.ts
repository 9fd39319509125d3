/** Repairs of single fields found line by line, where YAML cannot read them. */
import * as l10n from '@vscode/l10n';
import { agentField } from '../../catalogue/agentFields.ts';
import type { FrontmatterEntry } from '../../parse/frontmatterEntries.ts';
import { lineEndAt } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import type { Candidate } from './repair.ts';
import { fieldsBelow, fieldsInText, isKnownField } from './repairWhiteSpace.ts';
import { toolsIn } from './toolWords.ts';
import { quoted, textBlock, withoutOuterQuotes } from './yamlText.ts';

/** What may be wrong with a field's value: quotes missing or in the wrong place, lines that are no text to YAML. */
export function valueRepairs(text: string, entry: FrontmatterEntry): readonly Candidate[] {
  const value = text.slice(entry.valueSpan.start, entry.valueSpan.end);
  const rest = text.slice(entry.restSpan.start, entry.restSpan.end);
  const whole = { start: entry.valueSpan.start, end: Math.max(entry.valueSpan.end, entry.restSpan.end) };
  const brackets = /^[[{]/.test(value) ? closedBracket(text, whole) : [];
  if (rest !== '') {
    const missing = missingColons(text, entry.restSpan);
    if (!isTextField(entry.key)) {
      // Below a value that is complete, and in a list of names, only fields can have a key.
      const isWhole = value !== '' || (isList(entry.key) && /^\s*- [^:]*$/.test(rest.split('\n')[0] ?? ''));
      return [
        ...brackets,
        ...toolsOverLines(text, entry.key, whole),
        ...missing,
        ...(isWhole ? fieldsBelow(text, entry) : []),
      ];
    }
    const isBlock = blockHeader.test(value) && !/^\S|^[ ]*\t/m.test(rest) && !isRagged(rest);
    const block = isBlock ? [] : [blockValue(text, entry, value, rest)];
    return [...missing, ...fieldsInText(text, entry), ...block];
  }
  if (value === '' || !needsQuotes(value)) return brackets;
  const all = isOfTools(entry.key) ? starInQuotes(value) : undefined;
  if (all !== undefined) {
    return [{ title: inQuotes(), safe: true, edits: [{ span: entry.valueSpan, newText: all }] }];
  }
  const tools = isOfTools(entry.key) ? toolsIn(value) : undefined;
  const items =
    quotedItems(value) ?? (tools !== undefined && tools.length > 1 ? tools.join(', ') : undefined);
  if (items !== undefined) {
    return [
      {
        title:
          quotedItems(value) === undefined ? l10n.t('Change to “{0}”', items) : l10n.t('Remove the quotes'),
        safe: true,
        edits: [{ span: entry.valueSpan, newText: items }],
      },
    ];
  }
  return [...(isList(entry.key) ? brackets : []), quotedValue(entry.valueSpan, withoutOuterQuotes(value))];
}

function isOfTools(key: string): boolean {
  return key === 'tools' || key === 'disallowedTools';
}

/** Names of tools on lines, or with dashes, that YAML does not take for a list. */
function toolsOverLines(text: string, key: string, span: Span): readonly Candidate[] {
  const list = isOfTools(key) ? toolsIn(text.slice(span.start, span.end))?.join(', ') : undefined;
  if (list === undefined) return [];
  const colon = text.lastIndexOf(':', span.start - 1) + 1;
  const edits = [{ span: { start: colon, end: span.end }, newText: ` ${list}` }];
  return [{ title: l10n.t('Change to “{0}”', list), safe: true, edits }];
}

/** A list in brackets with a bare `*` among its items, which stands for all tools and is an alias to YAML. */
export function starInQuotes(value: string): string | undefined {
  const items = /^\[([^[\]]*)\]$/
    .exec(value)?.[1]
    ?.split(',')
    .map((item) => item.trim());
  if (items?.includes('*') !== true) return undefined;
  const list = items.map((item) => (item === '*' ? '"*"' : item));
  return list.length === 1 ? '"*"' : `[${list.join(', ')}]`;
}

/** A line that begins to the left of the first one, which sets the indentation of a block. */
function isRagged(rest: string): boolean {
  const indents = rest
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.search(/\S/));
  return indents.some((indent) => indent < (indents[0] ?? 0));
}

const blockHeader = /^[|>](?:[1-9]?[+-]?|[+-][1-9])(?:[ \t]+#.*)?$/;

/** A value over several lines that is text; another one has a structure that must not become text. */
export function isTextField(key: string): boolean {
  return key === 'description' || key === 'initialPrompt' || agentField(key) === undefined;
}

function isList(key: string): boolean {
  return ['tools', 'disallowedTools', 'skills', 'mcpServers'].includes(key);
}

/** `model opus` on a line of its own: a field that lacks its colon. */
export function missingColons(text: string, { start, end }: Span): readonly Candidate[] {
  const known = /^([A-Za-z]+)[ \t]+(?=[^\s:])/gm;
  const edits = [...text.slice(start, end).matchAll(known)]
    .filter(({ 1: key }) => key !== undefined && agentField(key) !== undefined)
    .map(({ index, 1: key = '' }) => {
      const at = start + index + key.length;
      return { span: { start: at, end: at }, newText: ':' };
    });
  return edits.length === 0
    ? []
    : [{ title: l10n.t('Put a colon behind the field’s name'), safe: false, edits }];
}

/** `name:auditor`, where no field has a space behind its colon: then all of it is one text to YAML. */
export function missingSpaces(text: string, { start, end }: Span): readonly Candidate[] {
  const edits = [...text.slice(start, end).matchAll(/^([A-Za-z]+):(?=[^\s:])/gm)]
    .filter(({ 1: key = '' }) => agentField(key) !== undefined)
    .map(({ index, 0: { length } }) => {
      const at = start + index + length;
      return { span: { start: at, end: at }, newText: ' ' };
    });
  return edits.length === 0 ? [] : [{ title: l10n.t('Put a space after the colon'), safe: true, edits }];
}

/** A bracket that nothing closes, or lines in brackets that begin at the margin. */
export function closedBracket(text: string, { start, end }: Span): readonly Candidate[] {
  const written = text.slice(start, end);
  const [open, close] = written.startsWith('[') ? ['[', ']'] : ['{', '}'];
  const count = (sign: string): number => written.split(sign).length - 1;
  if (count(open) === count(close) + 1) {
    const title = l10n.t('Close the bracket');
    return [{ title, safe: false, edits: [{ span: { start: end, end }, newText: close }] }];
  }
  const edits = [...written.matchAll(/^(?=\S)/gm)]
    .filter(({ index }) => index > 0)
    .map(({ index }) => ({ span: { start: start + index, end: start + index }, newText: '  ' }));
  return edits.length === 0 ? [] : [{ title: l10n.t('Indent the lines in the brackets'), safe: true, edits }];
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

function inQuotes(): string {
  return l10n.t('Put the value in quotes');
}

/** The value in quotes, as the author meant it. */
export function quotedValue(span: Span, value: string): Candidate {
  return {
    title: inQuotes(),
    safe: true,
    edits: [{ span, newText: quoted(value) }],
  };
}

/** The value and the lines below it as a block of text; lines that may be something else leave a doubt. */
export function blockValue(text: string, entry: FrontmatterEntry, value: string, rest: string): Candidate {
  const lineEnd = lineEndAt(text, entry.span.start);
  // `| text` and `>` with text at the margin: the mark was to make it a block.
  const first = value.replace(/^[|>][0-9+-]*(?:[ \t]+#.*$|[ \t]*)/, '');
  const lines = dedented(rest.split(/\r\n|\n|\r/));
  const joined = withoutOuterQuotes([first, ...lines].join('\n').trim());
  return {
    title: l10n.t('Turn the value into a block of text'),
    safe: isText(text, entry, rest),
    edits: [
      {
        span: { start: entry.valueSpan.start, end: entry.restSpan.end },
        newText: separated(text, entry) + textBlock(joined.split('\n'), lineEnd),
      },
    ],
  };
}

/** Indented lines of which none is a field; at the margin an example, or text above a field, is the value's too. */
function isText(text: string, { restSpan, span }: FrontmatterEntry, rest: string): boolean {
  let at = restSpan.start;
  for (const line of rest.split('\n')) {
    if (isKnownField(text, at + (/^[ \t]*/.exec(line)?.[0].length ?? 0)) || isGlued(line)) return false;
    at += line.length + 1;
  }
  if (!/^\S/m.test(rest)) return true;
  if (missingColons(text, restSpan).length > 0) return false;
  return isKnownField(text, span.end) || /<\/[a-z_]+>\s*$/i.test(rest);
}

/** `tools:Read`: a field that lacks the space behind its colon. */
function isGlued(line: string): boolean {
  const key = /^([A-Za-z]+):(?=\S)/.exec(line)?.[1];
  return key !== undefined && agentField(key) !== undefined;
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
