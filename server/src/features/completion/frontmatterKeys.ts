/** The keys of an agent's frontmatter, each with what its value may begin with, and a whole one for an empty file. */
import * as l10n from '@vscode/l10n';
import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  type Range,
} from 'vscode-languageserver-types';
import { type AgentFieldInfo, agentFields } from '../../catalogue/agentFields.ts';
import { guardEvents, hookEvents, hookHandlers, isHookType } from '../../catalogue/hooks.ts';
import { modelAliases } from '../../catalogue/models.ts';
import type { PositionMap } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import { fieldHover } from '../hover/fieldText.ts';
import type { KeyContext } from './frontmatterContext.ts';
import type { FrontmatterSubject } from './frontmatterSubject.ts';

/** The keys that are not there yet; those without which the file is skipped first. */
export function frontmatterKeys(
  context: KeyContext,
  subject: FrontmatterSubject,
  positions: PositionMap,
): CompletionItem[] {
  const keys = context.path.length === 0 ? fieldKeys(subject) : nestedKeys(context, subject);
  return keys
    .filter(({ name }) => !context.present.has(name))
    .map(({ name, value, detail, documentation }, index) => ({
      label: name,
      kind: CompletionItemKind.Property,
      sortText: String(index).padStart(3, '0'),
      ...(detail === undefined ? {} : { detail }),
      ...(documentation === undefined ? {} : { documentation: { kind: 'markdown', value: documentation } }),
      ...edit(context.replaced, context.hasColon ? name : { before: `${name}:`, value }, subject, positions),
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
    `name: \${1:${escaped(subject.stem)}}`,
    `description: \${2:${escaped(l10n.t('Use this agent when …'))}}`,
    'tools: ${3:Read, Grep, Glob}',
    `model: \${4|${models.join(',')}|}`,
    '---',
    '',
    `${escaped(l10n.t('You are'))} $0`,
  ].join('\n');
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
      return ` \${1:${escaped(subject.stem)}}`;
    case 'tools':
      return ' ${1:Read, Grep, Glob}';
    case 'disallowedTools':
      return ' ${1:Write, Edit}';
    case 'skills':
      return '\n  - $1';
    case 'mcpServers':
      return '\n  - $1';
    case 'hooks':
      return '\n  ${1|PreToolUse,PostToolUse,Stop|}:\n    - matcher: ${2:Bash}\n      hooks:\n        - type: command\n          command: $3';
    case 'maxTurns':
      return ' ${1:20}';
    default:
      return field.values === undefined ? ' $1' : ` \${1|${field.values.join(',')}|}`;
  }
}

/** Keys of hooks: events, matchers and what a handler takes. VS Code offers its own there. */
function nestedKeys({ path, present, replaced }: KeyContext, subject: FrontmatterSubject): Key[] {
  if (path[0] !== 'hooks' || subject.editorCompletes) return [];
  if (path.length === 1) return hookEvents.map((name) => eventKey(name));
  if (path.length === 2) {
    return [
      { name: 'matcher', value: ' ${1:Bash}', detail: l10n.t('which tools or causes it is for') },
      { name: 'hooks', value: '\n    - type: ${1|command,prompt,agent,http,mcp_tool|}' },
    ];
  }
  if (path.length !== 3 || path[2] !== 'hooks') return [];
  if (!present.has('type'))
    return [{ name: 'type', value: ` \${1|${Object.keys(hookHandlers).join(',')}|}` }];
  const type = typeBeside(subject.text, replaced.start);
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
    value: '\n  - hooks:\n      - type: command\n        command: $1',
    ...(guards ? { detail: l10n.t('a mistake here keeps the agent from loading') } : {}),
  };
}

/** The handler's type, from the nearest line above or below that has one. */
function typeBeside(text: string, at: number): string | undefined {
  const above = text.slice(Math.max(0, at - 1000), at);
  const below = text.slice(at, at + 1000);
  const nearest = [...above.matchAll(/\btype:[ \t]*(\w+)/g)].at(-1) ?? /\btype:[ \t]*(\w+)/.exec(below);
  return nearest?.[1];
}

function edit(
  replaced: Span,
  inserted: string | { readonly before: string; readonly value: string },
  subject: FrontmatterSubject,
  positions: PositionMap,
): Pick<CompletionItem, 'textEdit' | 'insertTextFormat'> {
  const range = { start: positions.positionAt(replaced.start), end: positions.positionAt(replaced.end) };
  if (typeof inserted === 'string') return { textEdit: { range, newText: inserted } };
  const snippet = `${inserted.before}${inserted.value}`;
  if (!subject.snippets) return { textEdit: { range, newText: `${inserted.before} ` } };
  return { textEdit: { range, newText: snippet }, insertTextFormat: InsertTextFormat.Snippet };
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
