/** Repairs of MCP servers in a form that Claude Code does not take. */
import * as l10n from '@vscode/l10n';
import type { AgentField } from '../../parse/agentFile.ts';
import type { YamlEntry, YamlMap, YamlNode } from '../../parse/yamlNode.ts';
import type { TextEdit } from '../../text/textEdit.ts';
import type { Candidate } from './repair.ts';
import { columnOf, indented, insertion, withField, written, writtenSpan } from './yamlShape.ts';
import { quoted } from './yamlText.ts';

/** `mcpServers` as a list: of a map as `.mcp.json` has it, or of names in one text. */
export function serverListRepairs(text: string, { node }: AgentField): readonly Candidate[] {
  const title = l10n.t('Turn the map into a list');
  const span = writtenSpan(text, node);
  if (node.kind === 'map' && node.flow) {
    const items = node.entries.map((entry) => listItem(text, entry));
    return [{ title, safe: true, edits: [{ span, newText: `[${items.join(', ')}]` }] }];
  }
  if (node.kind === 'map') {
    const edits = node.entries.flatMap((entry) => asItem(text, entry));
    return [{ title, safe: true, edits }];
  }
  if (typeof node.value !== 'string') return [];
  // A list in quotes, as it is written or as the second reading has it.
  const bare = node.value.trim().replace(/^\[(.*?)\]?$/s, '$1');
  const names = bare.split(',').flatMap((name) => name.trim().replace(/^(["'])(.*)\1$/, '$2') || []);
  const edits = [{ span, newText: `[${names.map(nameText).join(', ')}]` }];
  // Without commas spaces stand between two names more often than in one.
  const safe = names.length > 1 || !/\s/.test(names[0] ?? '');
  return names.length === 0 ? [] : [{ title: l10n.t('Turn the text into a list'), safe, edits }];
}

function listItem(text: string, entry: YamlEntry): string {
  const key = text.slice(entry.keySpan.start, entry.keySpan.end);
  return entry.node.value === null ? key : `{${key}: ${written(text, entry.node)}}`;
}

function nameText(name: string): string {
  return /^[A-Za-z_][\w.-]*$/.test(name) ? name : quoted(name);
}

/** A server of a block map as an item; one without a configuration is a name. */
function asItem(text: string, { keySpan, node }: YamlEntry): TextEdit[] {
  const dash = insertion(keySpan.start, '- ');
  const colon = text.indexOf(':', keySpan.end);
  if (node.value === null) return [dash, { span: { start: keySpan.end, end: colon + 1 }, newText: '' }];
  return [dash, ...indented(text, { start: keySpan.start, end: writtenSpan(text, node).end }, 2)];
}

/** One item of the list that is not taken as it is. */
export function serverRepairs(text: string, item: YamlNode): readonly Candidate[] {
  if (item.kind === 'scalar') {
    const quotes = { span: writtenSpan(text, item), newText: quoted(written(text, item)) };
    return item.value === null || item.value === ''
      ? []
      : [{ title: l10n.t('Put the value in quotes'), safe: true, edits: [quotes] }];
  }
  const [entry, ...others] = item.kind === 'map' ? item.entries : [];
  if (entry === undefined || item.kind !== 'map') return [];
  if (others.length > 0) return item.flow ? [] : severalEntries(text, entry, others);
  return entry.node.kind === 'map' ? configuration(text, entry.node) : withoutMap(text, entry);
}

/** The server's configuration, indented too little; or several servers, each of which is an item. */
function severalEntries(
  text: string,
  { node }: YamlEntry,
  others: readonly YamlEntry[],
): readonly Candidate[] {
  const first = others[0]!;
  if (node.value === null) {
    const end = writtenSpan(text, others.at(-1)!.node).end;
    const edits = [
      insertion(first.keySpan.start, '  '),
      ...indented(text, { start: first.keySpan.start, end }, 2),
    ];
    return [{ title: l10n.t('Indent the server’s configuration'), safe: true, edits }];
  }
  if (node.kind !== 'map' || !others.every((other) => other.node.kind === 'map')) return [];
  const edits = others.map(({ keySpan: { start } }) => ({
    span: { start: start - 2, end: start },
    newText: '- ',
  }));
  const areOwnLines = others.every(
    ({ keySpan: { start } }) => columnOf(text, start) >= 2 && text.slice(start - 2, start) === '  ',
  );
  return areOwnLines ? [{ title: l10n.t('Make each server an item'), safe: true, edits }] : [];
}

/** `- tracker:` is the name of a configured server; a URL lacks its `type`. */
function withoutMap(text: string, { keySpan, node }: YamlEntry): readonly Candidate[] {
  if (node.value === null) {
    const colon = text.indexOf(':', keySpan.end);
    const edits = [{ span: { start: keySpan.end, end: colon + 1 }, newText: '' }];
    return [{ title: l10n.t('Name the server alone'), safe: false, edits }];
  }
  if (typeof node.value !== 'string' || !/^https?:\/\//.test(node.value)) return [];
  const url = quoted(node.value);
  return ['http', 'sse'].map((type) => ({
    title: l10n.t('Add “type: {0}”', type),
    safe: false,
    edits: [{ span: writtenSpan(text, node), newText: `{type: ${type}, url: ${url}}` }],
  }));
}

/** What people call the fields that a server must have. */
const otherNames = { command: /^(?:cmd|exec|run|executable)$/i, url: /^(?:uri|endpoint|href|serverurl)$/i };

function configuration(text: string, node: YamlMap): readonly Candidate[] {
  const hasUrl = Object.hasOwn(node.value, 'url');
  if (hasUrl && !Object.hasOwn(node.value, 'type')) {
    return ['http', 'sse'].map((type) => ({
      title: l10n.t('Add “type: {0}”', type),
      safe: false,
      edits: [withField(text, node, 'type', type)],
    }));
  }
  return (['command', 'url'] as const).flatMap((name) =>
    node.entries
      .filter(({ key }) => otherNames[name].test(key) && !Object.hasOwn(node.value, name))
      .map(({ key, keySpan }) => ({
        title: l10n.t('Rename “{0}” to “{1}”', key, name),
        safe: false,
        edits: [{ span: keySpan, newText: name }],
      })),
  );
}
