/** Repairs of hooks for which Claude Code does not load the agent. */
import * as l10n from '@vscode/l10n';
import { guardEvents } from '../../catalogue/hooks.ts';
import type { AgentField, AgentFile } from '../../parse/agentFile.ts';
import { type HookProblem, hookProblems } from '../../parse/agentHooks.ts';
import { lineEndOf } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import type { YamlNode } from '../../parse/yamlNode.ts';
import { nodeAt } from '../../parse/yamlPath.ts';
import type { Candidate } from './repair.ts';

export function hookRepairs(file: AgentFile): readonly Candidate[] {
  const hooks = file.frontmatter.byKey.get('hooks');
  if (hooks !== undefined) {
    const problem = hookProblems(hooks.value).find(({ fatal }) => fatal);
    if (problem !== undefined) return ofProblem(file.text, hooks, problem);
  }
  const stray = file.frontmatter.fields.find(({ key }) => (guardEvents as readonly string[]).includes(key));
  return stray === undefined || hooks !== undefined ? [] : [underHooks(file.text, stray)];
}

function ofProblem(text: string, hooks: AgentField, problem: HookProblem): readonly Candidate[] {
  const { node } = nodeAt(hooks.node, problem.path);
  switch (problem.kind) {
    case 'not-a-map':
      return notAMap(text, hooks);
    case 'matchers-not-a-list':
      return node.kind === 'scalar' ? [edit(l10n.t('Make the list empty'), node.span, '[]')] : [];
    case 'hooks-not-a-list':
      return node.kind === 'map' && node.flow ? [wrapped(text, node)] : [];
    case 'no-type':
      return node.kind === 'map' ? addType(text, node) : [];
    case 'missing-field':
      return node.kind === 'map' && problem.name !== undefined
        ? [insertField(text, node, problem.name, '""')]
        : [];
    case 'wrong-type':
      return wrongType(text, node, problem);
    case 'matcher-not-text':
      return [edit(l10n.t('Put the value in quotes'), node.span, `"${slice(text, node.span)}"`)];
    default:
      return [];
  }
}

/** A list of events becomes the map that it was to be; anything else, which is no hook at all, becomes empty. */
function notAMap(text: string, hooks: AgentField): readonly Candidate[] {
  const { node } = hooks;
  if (node.kind === 'list' && !node.flow && node.items.every((item) => item.kind === 'map' && !item.flow)) {
    const edits = node.items.map((item) => {
      const lineStart = text.lastIndexOf('\n', item.span.start - 1) + 1;
      const before = text.slice(lineStart, item.span.start);
      const dash = lineStart + before.indexOf('-');
      return { span: { start: dash, end: dash + 1 }, newText: ' ' };
    });
    return [{ title: l10n.t('Turn the list of events into a map'), safe: false, edits }];
  }
  return [edit(l10n.t('Make the hooks empty'), node.span, '{}')];
}

function wrongType(text: string, node: YamlNode, problem: HookProblem): readonly Candidate[] {
  const value = problem.expected;
  if (value === 'positive-number' && typeof node.value === 'string' && Number.parseFloat(node.value) > 0) {
    return [edit(l10n.t('Make it a number'), node.span, String(Number.parseFloat(node.value)))];
  }
  if (value === 'boolean' && typeof node.value === 'string') {
    const meant = ({ true: 'true', yes: 'true', false: 'false', no: 'false' } as const)[
      node.value.toLowerCase()
    ];
    if (meant !== undefined) return [edit(l10n.t('Make it {0}', meant), node.span, meant)];
  }
  if (value === 'text' && node.kind === 'list') {
    const words = node.value.filter((item) => typeof item === 'string');
    if (words.length < node.value.length) return [];
    return [edit(l10n.t('Join it to one text'), node.span, JSON.stringify(words.join(' ')))];
  }
  if (value === 'text' && node.kind === 'scalar' && node.value !== null) {
    return [edit(l10n.t('Put the value in quotes'), node.span, JSON.stringify(slice(text, node.span)))];
  }
  return [];
}

function addType(text: string, node: YamlNode & { readonly kind: 'map' }): readonly Candidate[] {
  const types = [
    ['command', 'command'],
    ['prompt', 'prompt'],
    ['url', 'http'],
    ['tool', 'mcp_tool'],
  ] as const;
  const type = types.find(([key]) => Object.hasOwn(node.value, key))?.[1];
  return type === undefined ? [] : [insertField(text, node, 'type', type)];
}

function insertField(
  text: string,
  node: YamlNode & { readonly kind: 'map' },
  key: string,
  value: string,
): Candidate {
  const title = l10n.t('Add “{0}: {1}”', key, value);
  const first = node.entries[0];
  const start = first?.keySpan.start ?? node.span.start + 1;
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  const separator = node.flow ? (first === undefined ? '' : ', ') : lineEndOf(text) + ' '.repeat(column);
  return edit(title, { start, end: start }, `${key}: ${value}${separator}`);
}

/** A handler where a matcher should be gets one around it. */
function wrapped(text: string, node: YamlNode): Candidate {
  return edit(l10n.t('Put the handler into “hooks”'), node.span, `{hooks: [${slice(text, node.span)}]}`);
}

/** A guard event at the top level goes under `hooks`, with everything in it. */
function underHooks(text: string, field: AgentField): Candidate {
  const end = field.valueSpan.start + slice(text, field.valueSpan).trimEnd().length;
  const lineEnd = lineEndOf(text);
  const block = text.slice(field.keySpan.start, end).replaceAll(/(\r?\n)(?=[^\r\n])/g, '$1  ');
  return {
    title: l10n.t('Move “{0}” under “hooks”', field.key),
    safe: true,
    edits: [{ span: { start: field.keySpan.start, end }, newText: `hooks:${lineEnd}  ${block}` }],
  };
}

function edit(title: string, span: Span, newText: string): Candidate {
  return { title, safe: false, edits: [{ span, newText }] };
}

function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
