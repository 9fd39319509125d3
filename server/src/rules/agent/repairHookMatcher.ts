/** Repairs of what stands around a hook's handlers: the event's list, its items, their matchers. */
import * as l10n from '@vscode/l10n';
import type { HookProblem } from '../../parse/agentHooks.ts';
import type { YamlEntry, YamlMap } from '../../parse/yamlNode.ts';
import type { PathTarget } from '../../parse/yamlPath.ts';
import { lineEndAt } from '../../text/lineIndex.ts';
import type { TextEdit } from '../../text/textEdit.ts';
import type { Candidate } from './repair.ts';
import {
  columnOf,
  indented,
  insertion,
  withField,
  withValue,
  wrappedInList,
  written,
  writtenSpan,
} from './yamlShape.ts';
import { quoted } from './yamlText.ts';

/** @param target what the problem's path leads to */
export function matcherRepairs(text: string, target: PathTarget, problem: HookProblem): readonly Candidate[] {
  switch (problem.kind) {
    case 'matchers-not-a-list':
      return eventList(text, target);
    case 'matcher-not-a-map':
      return commandAlone(text, target, (handler) => `{hooks: [${handler}]}`);
    case 'hooks-not-a-list':
      return handlerList(text, target);
    case 'handler-not-a-map':
      return commandAlone(text, target, (handler) => handler);
    case 'matcher-not-text':
      return matcherText(text, target);
    default:
      return [];
  }
}

/** A matcher, or a handler, right below its event. */
function eventList(text: string, { node, entry }: PathTarget): readonly Candidate[] {
  if (node.kind === 'map' && node.entries.some(({ key }) => isOfHook(key))) {
    return [candidate(l10n.t('Turn the map into a list'), wrappedInList(text, node))];
  }
  const isEmpty = written(text, node) === '{}' || node.value === null || typeof node.value !== 'string';
  if (!isEmpty) return commandAlone(text, { node }, (handler) => `[{hooks: [${handler}]}]`);
  if (node.kind === 'map' && node.entries.length > 0) return [];
  const edit =
    entry === undefined ? { span: writtenSpan(text, node), newText: '[]' } : withValue(text, entry, '[]');
  return [candidate(l10n.t('Make the list empty'), [edit])];
}

function isOfHook(key: string): boolean {
  return key === 'matcher' || key === 'hooks' || isOfHandler(key);
}

function isOfHandler(key: string): boolean {
  return ['type', 'command', 'prompt', 'url', 'server', 'tool', 'timeout'].includes(key);
}

/** A text where a handler should be: the command to run. */
function commandAlone(
  text: string,
  { node }: PathTarget,
  around: (handler: string) => string,
): readonly Candidate[] {
  if (node.kind !== 'scalar' || typeof node.value !== 'string' || node.value === '') return [];
  const handler = `{type: command, command: ${quoted(node.value)}}`;
  const title = l10n.t('Turn the text into a command');
  return [candidate(title, [{ span: writtenSpan(text, node), newText: around(handler) }])];
}

/** `hooks` is missing, empty or a map where it should be a list; the handler may stand beside it. */
function handlerList(text: string, { node, entry }: PathTarget): readonly Candidate[] {
  if (entry?.key === 'hooks') {
    if (node.kind === 'map') {
      return node.entries.length === 0
        ? [candidate(l10n.t('Make the list empty'), [withValue(text, entry, '[]')])]
        : [candidate(l10n.t('Turn the map into a list'), wrappedInList(text, node))];
    }
    const command = commandAlone(text, { node }, (handler) => `[${handler}]`);
    return [...command, candidate(l10n.t('Make the list empty'), [withValue(text, entry, '[]')])];
  }
  if (node.kind !== 'map') return [];
  const run = handlerRun(node);
  if (run === undefined) {
    return [candidate(l10n.t('Add “{0}: {1}”', 'hooks', '[]'), [withField(text, node, 'hooks', '[]')])];
  }
  return [candidate(l10n.t('Put the handler into “hooks”'), handlerInList(text, node, run))];
}

/** The handler's own fields, where they stand together. */
function handlerRun({ entries }: YamlMap): readonly YamlEntry[] | undefined {
  const own = entries.filter(({ key }) => key !== 'matcher' && key !== 'hooks');
  const first = entries.indexOf(own[0]!);
  if (!own.some(({ key }) => isOfHandler(key))) return undefined;
  return own.every((entry, index) => entries[first + index] === entry) ? own : undefined;
}

function handlerInList(text: string, node: YamlMap, run: readonly YamlEntry[]): TextEdit[] {
  const start = run[0]!.keySpan.start;
  const end = Math.max(run.at(-1)!.keySpan.end + 1, writtenSpan(text, run.at(-1)!.node).end);
  if (node.flow) return [insertion(start, 'hooks: [{'), insertion(end, '}]')];
  const above = lineEndAt(text, start) + ' '.repeat(columnOf(text, start));
  return [insertion(start, `hooks:${above}  - `), ...indented(text, { start, end }, 4)];
}

function matcherText(text: string, { node, entry }: PathTarget): readonly Candidate[] {
  if (node.kind === 'scalar' && node.value !== null) {
    const title = l10n.t('Put the value in quotes');
    return [candidate(title, [{ span: writtenSpan(text, node), newText: quoted(written(text, node)) }])];
  }
  if (node.kind === 'list' && node.value.length > 0 && node.value.every((item) => typeof item === 'string')) {
    const joined = quoted(node.value.join('|'));
    return [candidate(l10n.t('Join it to one text'), [{ span: writtenSpan(text, node), newText: joined }])];
  }
  if (entry === undefined) return [];
  return [candidate(l10n.t('Make the matcher an empty text'), [withValue(text, entry, '""')])];
}

function candidate(title: string, edits: readonly TextEdit[]): Candidate {
  return { title, safe: false, edits };
}
