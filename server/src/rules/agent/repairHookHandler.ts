/** Repairs of a hook's handler: its type, a field that it lacks, a value of a wrong type. */
import * as l10n from '@vscode/l10n';
import { type HookType, hookHandlers, isHookType } from '../../catalogue/hooks.ts';
import type { HookProblem } from '../../parse/agentHooks.ts';
import type { YamlEntry, YamlMap, YamlNode } from '../../parse/yamlNode.ts';
import type { PathTarget } from '../../parse/yamlPath.ts';
import { nearest } from './nearest.ts';
import type { Candidate } from './repair.ts';
import { withField, withValue, written, writtenSpan } from './yamlShape.ts';
import { quoted } from './yamlText.ts';

/** @param target what the problem's path leads to */
export function handlerRepairs(text: string, target: PathTarget, problem: HookProblem): readonly Candidate[] {
  const { node, entry } = target;
  switch (problem.kind) {
    case 'no-type':
      return node.kind === 'map' ? typeFor(text, node) : [];
    case 'unknown-type':
      return nearest(problem.name ?? '', Object.keys(hookHandlers), 5).map((type) =>
        changed(text, node, type),
      );
    case 'missing-field':
      return node.kind === 'map' && problem.name !== undefined ? missingField(text, node, problem.name) : [];
    case 'wrong-type':
      return entry === undefined ? [] : wrongType(text, node, entry, problem);
    default:
      return [];
  }
}

const typeByField: readonly (readonly [string, HookType])[] = [
  ['command', 'command'],
  ['prompt', 'prompt'],
  ['url', 'http'],
  ['tool', 'mcp_tool'],
];

function typeFor(text: string, node: YamlMap): readonly Candidate[] {
  const type = typeByField.find(([key]) => Object.hasOwn(node.value, key))?.[1];
  if (type === undefined) return [];
  const title = l10n.t('Add “{0}: {1}”', 'type', type);
  const empty = node.entries.find(({ key }) => key === 'type');
  const edit = empty === undefined ? withField(text, node, 'type', type) : withValue(text, empty, type);
  return [{ title, safe: false, edits: [edit] }];
}

/** What people call a handler's fields. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  command: ['cmd', 'script', 'run', 'exec', 'bash'],
  prompt: ['text', 'message', 'instructions'],
  url: ['uri', 'endpoint', 'href'],
};

/** A field under a wrong name gets the right one; else it is put in, for its value to be filled in. */
function missingField(text: string, node: YamlMap, name: string): readonly Candidate[] {
  const type = node.value['type'];
  const handler = typeof type === 'string' && isHookType(type) ? hookHandlers[type] : undefined;
  const isKnown = (key: string): boolean =>
    key === 'type' ||
    Object.hasOwn(handler?.required ?? {}, key) ||
    Object.hasOwn(handler?.optional ?? {}, key);
  const renames = node.entries
    .filter(
      ({ key }) => !isKnown(key) && (otherNames[name]?.includes(key) || nearest(key, [name]).length > 0),
    )
    .map(({ key, keySpan }) => ({
      title: l10n.t('Rename “{0}” to “{1}”', key, name),
      safe: false,
      edits: [{ span: keySpan, newText: name }],
    }));
  const added = {
    title: l10n.t('Add “{0}: {1}”', name, '""'),
    safe: false,
    edits: [withField(text, node, name, '""')],
  };
  return [...renames, added];
}

/** What people write for a handler's `shell` and `onFailure`. */
const otherValues: Readonly<Record<string, string>> = {
  stop: 'block',
  abort: 'block',
  fail: 'block',
  deny: 'block',
  ignore: 'continue',
  warn: 'continue',
  sh: 'bash',
  zsh: 'bash',
  pwsh: 'powershell',
  cmd: 'powershell',
};

function wrongType(
  text: string,
  node: YamlNode,
  entry: YamlEntry,
  { expected, name = '' }: HookProblem,
): readonly Candidate[] {
  const { value } = node;
  if (expected !== undefined && typeof expected !== 'string') {
    const given = typeof value === 'string' ? value : written(text, node);
    const meant = otherValues[given.toLowerCase()];
    const valid = nearest(given, expected, 3).toSorted((a, b) => Number(b === meant) - Number(a === meant));
    return valid.map((one) => changed(text, node, one));
  }
  switch (expected) {
    case 'positive-number': {
      const number = typeof value === 'string' ? Number.parseFloat(value) : Number.NaN;
      return number > 0 ? [changed(text, node, String(number))] : [];
    }
    case 'boolean':
      return yesOrNo(written(text, node)).map((meant) => changed(text, node, meant));
    case 'text-list':
      return typeof value === 'string' && value !== ''
        ? [{ title: l10n.t('Turn the text into a list'), safe: false, edits: asList(text, node, value) }]
        : [];
    case 'text':
      return asText(text, node, entry, name);
    default:
      return [];
  }
}

function yesOrNo(given: string): readonly string[] {
  if (/^["']?(?:yes|y|on|1|true)["']?$/i.test(given)) return ['true'];
  return /^["']?(?:no|n|off|0|false)["']?$/i.test(given) ? ['false'] : [];
}

function asList(text: string, node: YamlNode, value: string): Candidate['edits'] {
  return [{ span: writtenSpan(text, node), newText: `[${quoted(value)}]` }];
}

function asText(text: string, node: YamlNode, entry: YamlEntry, name: string): readonly Candidate[] {
  if (node.kind === 'list' && node.value.length > 0 && node.value.every((item) => typeof item === 'string')) {
    const joined = quoted(node.value.join(' '));
    const edits = [{ span: writtenSpan(text, node), newText: joined }];
    return [{ title: l10n.t('Join it to one text'), safe: false, edits }];
  }
  if (node.kind !== 'scalar') return [];
  if (node.value === null) {
    return [
      { title: l10n.t('Add “{0}: {1}”', name, '""'), safe: false, edits: [withValue(text, entry, '""')] },
    ];
  }
  const edits = [{ span: writtenSpan(text, node), newText: quoted(written(text, node)) }];
  return [{ title: l10n.t('Put the value in quotes'), safe: false, edits }];
}

function changed(text: string, node: YamlNode, value: string): Candidate {
  return {
    title: l10n.t('Change to “{0}”', value),
    safe: false,
    edits: [{ span: writtenSpan(text, node), newText: value }],
  };
}
