import * as l10n from '@vscode/l10n';
import { agentField } from '../../catalogue/agentFields.ts';
import { nearestColor } from '../../catalogue/colors.ts';
import { valuesKnownToVsCode } from '../../catalogue/fieldDocs.ts';
import type { AgentField } from '../../parse/agentFile.ts';
import type { YamlValue } from '../../parse/yamlNode.ts';
import type { Span } from '../../text/span.ts';
import type { Fix } from '../rule.ts';
import type { AgentRule } from './agentRule.ts';
import { nearest } from './nearest.ts';
import { writtenSpan } from './yamlShape.ts';

/** A value that Claude Code does not take: it goes on as if the field were not there. */
export const droppedValue: AgentRule = {
  id: 'agent/dropped-value',
  severity: 'error',
  reads: 'frontmatter',
  doc: {
    summary: 'A value that Claude Code drops.',
    why: 'The agent loads without the field; the debug log says so at most. Values are case-sensitive but for `effort`.',
    examples: [
      {
        title: 'A colour with a capital',
        text: '---\nname: reviewer\ndescription: Reviews changes\ncolor: ⟦Red⟧\n---\nReview the change.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews changes\ncolor: red\n---\nReview the change.\n',
      },
      {
        title: 'A number of turns that is none',
        text: '---\nname: reviewer\ndescription: Reviews changes\nmaxTurns: ⟦many⟧\n---\nReview the change.\n',
      },
      {
        title: 'Values that are taken',
        text: '---\nname: reviewer\ndescription: Reviews changes\neffort: 7\nmaxTurns: 5 turns\nbackground: TRUE\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    const { file } = subject;
    if (!file.verdict.loads) return;
    for (const field of file.frontmatter.byKey.values()) {
      const info = agentField(field.key);
      if (info === undefined || (subject.isPlugin && info.ignoredInPlugins === true)) continue;
      if (subject.inVsCodeChatAgent && isSaidByVsCode(field.key, field.value)) continue;
      for (const span of droppedItems(subject.text, field)) {
        report({ message: l10n.t('Claude Code drops this item of “{0}”: it must be text', field.key), span });
      }
      const expected = expectation(field.key, field.value);
      if (expected === undefined) continue;
      const isEmpty = field.valueSpan.start === field.valueSpan.end;
      report({
        message: isEmpty
          ? l10n.t('Claude Code drops an empty “{0}”: {1}', field.key, expected)
          : l10n.t('Claude Code drops this value of “{0}”: {1}', field.key, expected),
        span: isEmpty ? field.keySpan : trimmed(subject.text, field),
        fixes: () => fixes(subject.text, field, info.values ?? []),
      });
    }
  },
};

/** What VS Code itself finds wrong with a value; it has lists of its own, which are not Claude Code's. */
function isSaidByVsCode(key: string, value: YamlValue): boolean {
  if (value === null || value === '') return false;
  if (key === 'model') return typeof value !== 'string';
  const known = valuesKnownToVsCode[key];
  return known !== undefined && !(typeof value === 'string' && known.includes(value));
}

/** Fields whose value is a list of names, or a text with names in it. */
const nameLists = new Set(['tools', 'disallowedTools', 'skills']);

/** What vanishes from a list of names. */
function droppedItems(text: string, { key, node }: AgentField): readonly Span[] {
  if (!nameLists.has(key) || node.kind !== 'list') return [];
  return node.items
    .filter(({ value, span }) => typeof value !== 'string' && value !== null && span.end > span.start)
    .map((item) => writtenSpan(text, item));
}

/** What the field takes, where it does not take this value. */
function expectation(key: string, value: YamlValue): string | undefined {
  switch (key) {
    case 'permissionMode':
      return value === null || value === '' || isOneOf(key, value) ? undefined : oneOf(key);
    case 'memory':
    case 'isolation':
      return isOneOf(key, value) ? undefined : oneOf(key);
    case 'color':
      return value === null || isOneOf(key, value) ? undefined : oneOf(key);
    case 'background':
      return value === true || value === false || value === 'true' || value === 'false'
        ? undefined
        : l10n.t('it must be true or false');
    // Left out, `false` holds; what a text is worth here is not known.
    case 'omitClaudeMd':
      return [null, true, false, 'true', 'false'].includes(value as string)
        ? undefined
        : l10n.t('it must be true');
    // Of “tools” that are none it is said elsewhere that the agent has none.
    case 'disallowedTools':
    case 'skills':
      return value === null || typeof value === 'string' || Array.isArray(value)
        ? undefined
        : l10n.t('it must be a list, or names with commas between them');
    case 'effort':
      return isEffort(value)
        ? undefined
        : l10n.t('it must be low, medium, high, xhigh, max or a whole number');
    case 'maxTurns':
      return isPositiveInteger(value) ? undefined : l10n.t('it must be a positive whole number');
    case 'autoCompactWindow':
      return mayBeWindow(value) ? undefined : l10n.t('it must be a whole number of at least {0}', 100_000);
    case 'initialPrompt':
    case 'model':
      return value === null || typeof value === 'string' ? undefined : l10n.t('it must be text');
    default:
      return undefined;
  }
}

function isOneOf(key: string, value: YamlValue): boolean {
  const info = agentField(key);
  return typeof value === 'string' && [...(info?.values ?? []), ...(info?.alsoTakes ?? [])].includes(value);
}

function oneOf(key: string): string {
  const values = agentField(key)?.values ?? [];
  return values.length === 1
    ? l10n.t('it must be “{0}”', values[0] ?? '')
    : l10n.t('it must be one of {0}', values.join(', '));
}

/** As the program does it: the value as text, in any case; a number at its start is enough. A list of one counts. */
function isEffort(value: YamlValue): boolean {
  const text = asText(value);
  if (text === undefined) return false;
  return (
    ['low', 'medium', 'med', 'high', 'xhigh', 'max'].includes(text.toLowerCase()) || /^\s*[-+]?\d/.test(text)
  );
}

function isPositiveInteger(value: YamlValue): boolean {
  const number = typeof value === 'number' ? value : Number.parseInt(asText(value) ?? '', 10);
  return Number.isInteger(number) && number > 0;
}

/** What the program makes of a number with underscores is unknown, so nothing is said of one. */
function mayBeWindow(value: YamlValue): boolean {
  if (value === null) return true;
  const number = Number(asText(value)?.replaceAll('_', '') ?? Number.NaN);
  return Number.isInteger(number) && number >= 100_000;
}

function asText(value: YamlValue): string | undefined {
  if (Array.isArray(value))
    return value.length === 1 ? asText((value as readonly YamlValue[])[0] ?? null) : undefined;
  return value === null || typeof value === 'object' || typeof value === 'boolean'
    ? undefined
    : String(value);
}

/** A block's span reaches to the next line; the finding need not. */
function trimmed(text: string, { valueSpan }: AgentField): { start: number; end: number } {
  const written = text.slice(valueSpan.start, valueSpan.end).replace(/[ \t\r\n]+$/, '');
  const line = written.search(/[\r\n]/);
  return { start: valueSpan.start, end: valueSpan.start + (line < 0 ? written.length : line) };
}

function fixes(text: string, field: AgentField, values: readonly string[]): Fix[] {
  const { valueSpan } = field;
  // A no-break space is part of the value.
  const written = text.slice(valueSpan.start, valueSpan.end).replace(/[ \t\r\n]+$/, '');
  const given =
    typeof field.value === 'string' ? field.value : written.trim().replace(/^\[\s*(.*?)\s*\]$/, '$1');
  const likely = meantBy(field.key, given) ?? nearest(given, values);
  const meant = likely.length > 0 ? likely : nearest(given, values, 6);
  // Where nothing speaks for one of several, the choice is the author's.
  const isLikely = likely.length > 0 || meant.length === 1;
  const isEmpty = written === '';
  const at = isEmpty ? text.indexOf(':', field.keySpan.end) + 1 : valueSpan.start;
  const end = isEmpty ? at : valueSpan.start + written.length;
  return meant.map((value, i) => ({
    title: l10n.t('Change to “{0}”', value),
    safe: meant.length === 1 && value.toLowerCase() === given.trim().toLowerCase(),
    preferred: i === 0 && isLikely,
    edits: [{ span: { start: at, end }, newText: isEmpty ? ` ${value}` : value }],
  }));
}

/** Words that mean one of the values without being like it in writing. */
function meantBy(key: string, given: string): readonly string[] | undefined {
  const word = given.trim().replace(/^(["'])(.*)\1$/, '$2');
  switch (key) {
    case 'background':
      if (/^(?:yes|y|on|1)$/i.test(word)) return ['true'];
      return /^(?:no|n|off|0)$/i.test(word) ? ['false'] : undefined;
    case 'effort': {
      const effort = effortWords.find(([words]) => words.test(word))?.[1];
      return effort === undefined ? undefined : [effort];
    }
    case 'memory':
      return /^(?:global|home)$/i.test(word) ? ['user'] : undefined;
    case 'color': {
      const color = nearestColor(word);
      return color === undefined ? undefined : [color];
    }
    default:
      return undefined;
  }
}

/** What people call the steps of `effort`. */
const effortWords: readonly (readonly [words: RegExp, effort: string])[] = [
  [/^(?:max(?:imum|imal)|highest|ultra|extreme|full)$/i, 'max'],
  [/^(?:x|extra|very)[ _-]*high$/i, 'xhigh'],
  [/^(?:normal|default|standard|moderate|average|mid|middle)$/i, 'medium'],
  [/^(?:min|minimum|minimal|lowest|very[ _-]*low)$/i, 'low'],
];
