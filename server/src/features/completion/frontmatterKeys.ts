/** The keys of an agent's frontmatter, each with what its value may begin with, and a whole one for an empty file. */
import * as l10n from '@vscode/l10n';
import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  type Range,
} from 'vscode-languageserver-types';
import { agentField, type AgentFieldInfo, agentFields } from '../../catalogue/agentFields.ts';
import { guardEvents, hookEvents, hookHandlers, isHookType } from '../../catalogue/hooks.ts';
import { mcpServerTypes } from '../../catalogue/mcpConfiguration.ts';
import { modelAliases } from '../../catalogue/models.ts';
import { lineEndOf, type PositionMap } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import { fieldHover } from '../hover/fieldText.ts';
import type { KeyContext } from './frontmatterContext.ts';
import type { FrontmatterSubject } from './frontmatterSubject.ts';
import { isProposedName, yamlText } from './writtenName.ts';

/** The keys that are not there yet; those without which the file is skipped first. */
export function frontmatterKeys(
  context: KeyContext,
  subject: FrontmatterSubject,
  positions: PositionMap,
): CompletionItem[] {
  const keys = context.path.length === 0 ? fieldKeys(subject) : nestedKeys(context, subject);
  const written = subject.text.slice(context.replaced.start, context.replaced.end);
  // Neither can a required key become another one, nor any value that is there already a map of hooks.
  const isFixed = context.hasColon && context.path.length === 0 && agentField(written)?.required === true;
  const isOffered = (name: string): boolean =>
    !context.present.has(name) && !(context.hasColon && name === 'hooks') && (!isFixed || name === written);
  return keys
    .filter(({ name }) => isOffered(name))
    .map(({ name, value, detail, documentation }, index) => ({
      label: name,
      kind: CompletionItemKind.Property,
      sortText: String(index).padStart(3, '0'),
      ...(detail === undefined ? {} : { detail }),
      ...(documentation === undefined ? {} : { documentation: { kind: 'markdown', value: documentation } }),
      ...edit(context, name, value, subject, positions),
    }));
}

/**
 * The frontmatter that an agent begins with, and the first words of its prompt, in place of all there is.
 * @param line the cursor's line: editors replace no more than that by a completion itself
 */
export function skeleton(line: Span, subject: FrontmatterSubject, positions: PositionMap): CompletionItem[] {
  const { text } = subject;
  const models = modelAliases.map(({ name }) => name).filter((name) => /^[a-z]+$/.test(name));
  const snippet = [
    '---',
    `name:${nameSnippet(subject)}`,
    `description: \${2:${escaped(l10n.t('Use this agent when …'))}}`,
    'tools: ${3:Read, Grep, Glob}',
    `model: \${4|${models.join(',')}|}`,
    '---',
    '',
    `${escaped(l10n.t('You are'))} $0`,
  ].join(lineEndOf(text) === '\r\n' ? '\r\n' : '\n');
  const rangeOf = ({ start, end }: Span): Range => ({
    start: positions.positionAt(start),
    end: positions.positionAt(end),
  });
  const rest = [
    { start: 0, end: line.start },
    { start: line.end, end: text.length },
  ].filter(({ start, end }) => end > start);
  return [
    {
      label: l10n.t('New agent'),
      kind: CompletionItemKind.Snippet,
      detail: l10n.t('frontmatter with the required fields'),
      sortText: '9',
      // What is there already is replaced, so it has to match.
      filterText: `${text.slice(line.start, line.end).trim()}${l10n.t('New agent')}`,
      textEdit: { range: rangeOf(line), newText: subject.snippets ? snippet : plain(snippet) },
      additionalTextEdits: rest.map((span) => ({ range: rangeOf(span), newText: '' })),
      ...(subject.snippets ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    },
  ];
}

interface Key {
  readonly name: string;
  /** What follows the colon, in snippet syntax, with the space or line end before it. */
  readonly value: string;
  readonly detail?: string;
  readonly documentation?: string;
}

function fieldKeys(subject: FrontmatterSubject): Key[] {
  return agentFields
    .filter((field) => field.undocumented !== true)
    .filter((field) => !(subject.editorCompletes && field.knownToVsCode === true))
    .filter((field) => !(subject.isPlugin && field.ignoredInPlugins === true))
    .toSorted((a, b) => Number(b.required ?? false) - Number(a.required ?? false))
    .map((field) => ({
      name: field.name,
      value: valueSnippet(field, subject),
      documentation: fieldHover(field, { isPlugin: subject.isPlugin, editorHovers: false }),
      ...(field.required === true ? { detail: l10n.t('required') } : {}),
    }));
}

function valueSnippet(field: AgentFieldInfo, subject: FrontmatterSubject): string {
  switch (field.name) {
    case 'name':
      return nameSnippet(subject);
    case 'tools':
      return ' ${1:Read, Grep, Glob}';
    case 'disallowedTools':
      return ' ${1:Write, Edit}';
    // A dash without anything behind it would take the next field for its item.
    case 'skills':
      return ' [$1]';
    case 'mcpServers':
      return ' [$1]';
    case 'hooks':
      return `\n  \${1|PreToolUse,PostToolUse,Stop|}:\n    - matcher: \${2:Bash}\n      hooks:\n        - type: command\n          command: \${3:${sampleCommand}}`;
    case 'maxTurns':
      return ' ${1:20}';
    default:
      return field.values === undefined ? ' $1' : ` \${1|${field.values.join(',')}|}`;
  }
}

/** The file's name, if an agent may bear it. */
function nameSnippet({ stem }: FrontmatterSubject): string {
  return isProposedName(stem) ? ` \${1:${escaped(yamlText(stem))}}` : ' $1';
}

/** A hook without its command would keep the agent from loading until it is typed. */
const sampleCommand = './check.sh';

/** Keys of hooks and of servers: VS Code offers its own there. */
function nestedKeys(context: KeyContext, subject: FrontmatterSubject): Key[] {
  if (subject.editorCompletes) return [];
  if (context.path[0] === 'hooks') return hookKeys(context);
  return context.path[0] === 'mcpServers' && context.path.length === 2 ? serverKeys(context) : [];
}

function serverKeys({ present }: KeyContext): Key[] {
  const isAtAddress = present.has('url');
  const isProgram = present.has('command') || present.has('args') || present.has('env');
  return [
    { name: 'type', value: ` \${1|${mcpServerTypes.join(',')}|}` },
    ...(isAtAddress ? [] : ['command', 'args', 'env']).map((name) => serverKey(name)),
    ...(isProgram ? [] : ['url', 'headers']).map((name) => serverKey(name)),
  ];
}

function serverKey(name: string): Key {
  const values: Readonly<Record<string, string>> = { args: ' [$1]', env: '\n  ${1:NAME}: ${2:value}' };
  return { name, value: name === 'headers' ? values['env']! : (values[name] ?? ' $1') };
}

/** Events, matchers and what a handler takes. */
function hookKeys({ path, present }: KeyContext): Key[] {
  if (path.length === 1) return hookEvents.map((name) => eventKey(name));
  if (path.length === 2) {
    return [
      { name: 'matcher', value: ' ${1:Bash}', detail: l10n.t('which tools or causes it is for') },
      { name: 'hooks', value: `\n    - type: command\n      command: \${1:${sampleCommand}}` },
    ];
  }
  if (path.length !== 3 || path[2] !== 'hooks') return [];
  const written = present.get('type');
  if (written === undefined)
    return [{ name: 'type', value: ` \${1|${Object.keys(hookHandlers).join(',')}|}` }];
  const type = /\w+/.exec(written)?.[0];
  if (type === undefined || !isHookType(type)) return [];
  const { required, optional } = hookHandlers[type];
  return [
    ...Object.keys(required).map((name) => ({ name, value: ' $1', detail: l10n.t('required') })),
    ...Object.keys(optional)
      .filter((name) => name !== 'once')
      .map((name) => ({ name, value: ' $1' })),
  ];
}

function eventKey(name: (typeof hookEvents)[number]): Key {
  const guards = guardEvents.includes(name);
  return {
    name,
    value: `\n  - hooks:\n      - type: command\n        command: \${1:${sampleCommand}}`,
    ...(guards ? { detail: l10n.t('a mistake here keeps the agent from loading') } : {}),
  };
}

function edit(
  { replaced, hasColon, lead }: KeyContext,
  name: string,
  value: string,
  { text, snippets }: FrontmatterSubject,
  positions: PositionMap,
): Pick<CompletionItem, 'textEdit' | 'insertTextFormat'> {
  const range = { start: positions.positionAt(replaced.start), end: positions.positionAt(replaced.end) };
  if (hasColon) return { textEdit: { range, newText: `${lead}${name}` } };
  if (!snippets) return { textEdit: { range, newText: `${lead}${name}: ` } };
  const lineEnd = lineEndOf(text) === '\r\n' ? '\r\n' : '\n';
  const newText = `${lead}${name}:${value.replaceAll('\n', lineEnd)}`;
  return { textEdit: { range, newText }, insertTextFormat: InsertTextFormat.Snippet };
}

function escaped(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}

/** A snippet with its placeholders filled in, for clients that do not know snippets. */
function plain(snippet: string): string {
  return snippet
    .replaceAll(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replaceAll(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, '$1')
    .replaceAll(/\$\d+/g, '')
    .replaceAll(/\\([\\$}])/g, '$1');
}
