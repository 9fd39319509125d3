/** Repairs of hooks: those for which Claude Code does not load the agent, and those that it drops. */
import * as l10n from '@vscode/l10n';
import { guardEvents, hookEvents, hookHandlers, isHookEvent, isHookType } from '../../catalogue/hooks.ts';
import type { AgentField, AgentFile } from '../../parse/agentFile.ts';
import { type HookProblem, hookProblems } from '../../parse/agentHooks.ts';
import type { YamlList, YamlNode } from '../../parse/yamlNode.ts';
import { nodeAt } from '../../parse/yamlPath.ts';
import { lineEndAt } from '../../text/lineIndex.ts';
import type { Candidate } from './repair.ts';
import { handlerRepairs } from './repairHookHandler.ts';
import { matcherRepairs } from './repairHookMatcher.ts';
import { causeRepair, retriedLines } from './retriedLines.ts';
import { columnOf, indented, insertion, withoutEntry, written, writtenSpan } from './yamlShape.ts';

/** What may make a file load that does not for its hooks. */
export function hookRepairs(file: AgentFile): readonly Candidate[] {
  const hooks = file.frontmatter.byKey.get('hooks');
  if (hooks !== undefined) {
    const cause = retriedLines(file).changed.has('hooks') ? causeRepair(file) : undefined;
    if (cause !== undefined) return [cause];
    const problem = hookProblems(hooks.value).find(({ fatal }) => fatal);
    if (problem !== undefined) return hookProblemRepairs(file.text, hooks, problem);
  }
  const stray = file.frontmatter.fields.find(({ key }) => (guardEvents as readonly string[]).includes(key));
  return stray === undefined ? [] : underHooks(file.text, stray, hooks);
}

/** What may be done about one thing that is wrong with hooks, the likeliest first. */
export function hookProblemRepairs(
  text: string,
  hooks: AgentField,
  problem: HookProblem,
): readonly Candidate[] {
  if (problem.kind === 'not-a-map') return notAMap(text, hooks.node);
  const target = nodeAt(hooks.node, problem.path);
  return [
    ...matcherRepairs(text, target, problem),
    ...handlerRepairs(text, target, problem),
    ...removal(text, hooks.node, problem),
  ];
}

/** A field that a handler can do without goes. */
function removal(text: string, hooks: YamlNode, problem: HookProblem): readonly Candidate[] {
  const { node } = nodeAt(hooks, problem.path.slice(0, -1));
  const key = problem.path.at(-1);
  if (problem.kind !== 'wrong-type' || node.kind !== 'map') return [];
  const type = node.value['type'];
  const isNeeded =
    typeof type === 'string' && isHookType(type) && Object.hasOwn(hookHandlers[type].required, String(key));
  const entry = node.entries.findLast((one) => one.key === key);
  const edit = entry === undefined || isNeeded ? undefined : withoutEntry(text, node, entry);
  return edit === undefined
    ? []
    : [{ title: l10n.t('Remove “{0}”', String(key)), safe: false, edits: [edit] }];
}

/** A list of events becomes the map that it was to be; anything else, which is no hook at all, becomes empty. */
function notAMap(text: string, node: YamlNode): readonly Candidate[] {
  const isListOfEvents =
    node.kind === 'list' &&
    !node.flow &&
    node.items.length > 0 &&
    node.items.every(
      (item) => item.kind === 'map' && !item.flow && item.entries.some(({ key }) => isEvent(key)),
    );
  if (isListOfEvents) {
    const edits = node.items.map(({ span }) => {
      const dash = text.lastIndexOf('-', span.start);
      return { span: { start: dash, end: dash + 1 }, newText: ' ' };
    });
    return [{ title: l10n.t('Turn the list of events into a map'), safe: false, edits }];
  }
  if (node.kind === 'list' && node.items.some((item) => item.kind === 'map')) {
    return ['PreToolUse', 'PostToolUse'].map((event) => underEvent(text, node, event));
  }
  const isSafe = node.kind === 'list' && node.items.length === 0;
  const span = writtenSpan(text, node);
  return [{ title: l10n.t('Make the hooks empty'), safe: isSafe, edits: [{ span, newText: '{}' }] }];
}

/** Matchers without an event; which one they were meant for, only their author knows. */
function underEvent(text: string, node: YamlList, event: string): Candidate {
  const title = l10n.t('Put the list under “{0}”', event);
  const { start, end } = writtenSpan(text, node);
  if (node.flow) return { title, safe: false, edits: [insertion(start, `{${event}: `), insertion(end, '}')] };
  const column = columnOf(text, start);
  const lines = column < 2 ? [insertion(start - column, '  '), ...indented(text, { start, end }, 2)] : [];
  const head = insertion(start - column, `  ${event}:${lineEndAt(text, start)}`);
  return { title, safe: false, edits: [head, ...lines] };
}

function isEvent(key: string): boolean {
  return hookEvents.some((event) => event.toLowerCase() === key.toLowerCase());
}

/** A guard event at the top level goes under `hooks`, with everything in it. */
function underHooks(text: string, field: AgentField, hooks: AgentField | undefined): readonly Candidate[] {
  const title = l10n.t('Move “{0}” under “hooks”', field.key);
  const start = field.keySpan.start;
  const end = Math.max(
    text.indexOf(':', field.keySpan.end) + 1,
    writtenSpan(text, { span: field.valueSpan }).end,
  );
  const lineEnd = lineEndAt(text, start);
  if (hooks === undefined) {
    const head = insertion(start, `hooks:${lineEnd}  `);
    return [{ title, safe: true, edits: [head, ...indented(text, { start, end }, 2)] }];
  }
  const { node } = hooks;
  const isEmpty = node.value === null || written(text, node) === '{}' || written(text, node) === '';
  const events = node.kind === 'map' && !node.flow ? node.entries : [];
  const first = events[0];
  const isThere = events.some(({ key }) => key === field.key);
  if (!isEmpty && (first === undefined || !isHookEvent(first.key) || isThere)) return [];
  const column = first === undefined ? 2 : columnOf(text, first.keySpan.start);
  const margin = ' '.repeat(column);
  const block = text.slice(start, end).replaceAll(/(\r?\n)(?=[^\r\n])/g, `$1${margin}`);
  const moved = `${lineEnd}${margin}${block}`;
  const key = text.indexOf(':', hooks.keySpan.end) + 1;
  const at = isEmpty ? { start: key, end: Math.max(key, writtenSpan(text, node).end) } : endOf(text, node);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const feed = text.indexOf('\n', end);
  const line = { start: lineStart, end: feed < 0 ? text.length : feed + 1 };
  return [
    {
      title,
      safe: true,
      edits: [
        { span: at, newText: moved },
        { span: line, newText: '' },
      ],
    },
  ];
}

function endOf(text: string, node: YamlNode): { readonly start: number; readonly end: number } {
  const { end } = writtenSpan(text, node);
  return { start: end, end };
}
