/** The values that a field of an agent's frontmatter takes: enumerations, models, tools, agents, skills, servers. */
import * as l10n from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind, type Range } from 'vscode-languageserver-types';
import { builtinAgents } from '../../analysis/agentNames.ts';
import { agentField } from '../../catalogue/agentFields.ts';
import { toolsKnownToVsCode, valueDoc, valuesKnownToVsCode } from '../../catalogue/fieldDocs.ts';
import { hookHandlers, isHookType, type HookFieldType } from '../../catalogue/hooks.ts';
import { mcpServerTypes } from '../../catalogue/mcpConfiguration.ts';
import { modelAliases } from '../../catalogue/models.ts';
import { toolDoc } from '../../catalogue/toolDocs.ts';
import { builtinTools, mainSessionTools } from '../../catalogue/tools.ts';
import type { PositionMap } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import { firstLine } from '../hover/fieldText.ts';
import type { ValueContext } from './frontmatterContext.ts';
import type { FrontmatterSubject } from './frontmatterSubject.ts';
import { isProposedName, type WrittenName, writtenName } from './writtenName.ts';

/** What can stand at the cursor, without what the list has already. */
export function frontmatterValues(
  context: ValueContext,
  subject: FrontmatterSubject,
  positions: PositionMap,
): CompletionItem[] {
  const { span, replaced, lead, tail, others, path } = context;
  const space = subject.text.slice(replaced.start, span.start);
  const rangeOf = ({ start, end }: Span): Range => ({
    start: positions.positionAt(start),
    end: positions.positionAt(end),
  });
  const splits = splitFields.has(path[0] ?? '');
  return valuesFor(context, subject).flatMap((value, index) => {
    const { name, detail, documentation, kind, rank } = value;
    const written = others.has(name) ? undefined : writtenValue(value, context, subject.text, splits);
    if (written === undefined) return [];
    const around = written.around.map((edit) => ({ range: rangeOf(edit.span), newText: edit.newText }));
    return {
      label: name,
      kind,
      sortText: `${rank ?? 0}${String(index).padStart(4, '0')}`,
      filterText: `${space}${name}`,
      ...(detail === undefined || detail === '' ? {} : { detail }),
      ...(documentation === undefined ? {} : { documentation: { kind: 'markdown', value: documentation } }),
      textEdit: { range: rangeOf(replaced), newText: `${lead}${written.text}${tail}` },
      ...(around.length === 0 ? {} : { additionalTextEdits: around }),
    };
  });
}

/** Fields whose texts are taken apart at commas and spaces. */
const splitFields = new Set(['tools', 'disallowedTools', 'skills']);

interface Value {
  readonly name: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string | undefined;
  readonly documentation?: string;
  /** Lower ones come first. */
  readonly rank?: number;
  /** No name that somebody gave: a word of an enumeration, which is written as it is. */
  readonly isWord?: boolean;
}

/** A name in quotes where YAML would read something else; of an enumeration a boolean, which in quotes is none. */
function writtenValue(
  { name, isWord }: Value,
  context: ValueContext,
  text: string,
  splits: boolean,
): WrittenName | undefined {
  return isWord === true ? { text: name, around: [] } : writtenName(text, name, context, splits);
}

function valuesFor(context: ValueContext, subject: FrontmatterSubject): readonly Value[] {
  const [field = '', ...nested] = context.path;
  if (field === 'hooks') return hookValues(nested, context.quote !== undefined, subject);
  if (field === 'mcpServers' && nested.length === 2) return serverValues(nested[1]!, subject);
  if (nested.length > 0) return [];
  switch (field) {
    case 'tools':
    case 'disallowedTools':
      if (context.inside === undefined) return tools(field, subject);
      if (agentCalls.has(context.inside.of)) return agentsInside(subject);
      return context.inside.of === 'Skill' ? skills(subject) : [];
    case 'skills':
      return skills(subject);
    case 'mcpServers':
      return unique(
        subject.surroundings.servers.map(({ name }) => ({ name, kind: CompletionItemKind.Module })),
      );
    case 'name':
      if (!isProposedName(subject.stem)) return [];
      return [{ name: subject.stem, kind: CompletionItemKind.Value, detail: l10n.t('as the file') }];
    default:
      return enumeration(field, subject);
  }
}

const agentCalls = new Set(['Agent', 'Task']);

function skills({ surroundings }: FrontmatterSubject): readonly Value[] {
  return surroundings.skills
    .filter((skill) => skill.kind === 'skill')
    .map((skill) => ({
      name: skill.name,
      kind: CompletionItemKind.Module,
      detail: firstLine(skill.description),
    }));
}

function enumeration(field: string, subject: FrontmatterSubject): readonly Value[] {
  const known = subject.editorCompletes ? (valuesKnownToVsCode[field] ?? []) : [];
  const values =
    field === 'model'
      ? modelAliases.map(({ name, summary }) => ({ name, detail: summary() }))
      : (agentField(field)?.values ?? []).map((name) => ({ name, detail: valueDoc(field, name) }));
  const kind = field === 'color' ? CompletionItemKind.Color : CompletionItemKind.EnumMember;
  return values
    .filter(({ name }) => !known.includes(name))
    .map(({ name, detail }) => ({
      name,
      kind,
      detail,
      isWord: true,
      // VS Code shows a sample of what an item of this kind has as its documentation.
      ...(field === 'color' ? { documentation: name } : {}),
    }));
}

function tools(field: string, subject: FrontmatterSubject): readonly Value[] {
  const builtin = builtinTools
    .filter((name) => !(subject.editorCompletes && toolsKnownToVsCode.has(name)))
    .map((name) => ({
      name,
      kind: CompletionItemKind.Function,
      detail: mainSessionTools.has(name) ? l10n.t('only as the main session') : toolDoc(name),
      rank: mainSessionTools.has(name) ? 3 : toolDoc(name) === undefined ? 2 : 0,
    }));
  const servers = subject.surroundings.servers.map((server) => ({
    name: server.toolPrefix,
    kind: CompletionItemKind.Module,
    detail: l10n.t('all tools of the MCP server “{0}”', server.name),
    rank: 1,
  }));
  const calls = subject.agents.map(({ name, document }) => ({
    name: `Agent(${name})`,
    kind: CompletionItemKind.Reference,
    detail: firstLine(document.file.verdict.description ?? ''),
    rank: 1,
  }));
  const all: Value[] =
    field === 'disallowedTools'
      ? [
          {
            name: 'mcp__*',
            kind: CompletionItemKind.Module,
            detail: l10n.t('the tools of all MCP servers'),
            rank: 1,
          },
        ]
      : [];
  return unique([...builtin, ...servers, ...all, ...calls]);
}

function agentsInside(subject: FrontmatterSubject): readonly Value[] {
  const files = subject.agents.map(({ name, document }) => ({
    name,
    kind: CompletionItemKind.Reference,
    detail: firstLine(document.file.verdict.description ?? ''),
  }));
  const builtin = builtinAgents.map((name) => ({
    name,
    kind: CompletionItemKind.Reference,
    detail: l10n.t('built into Claude Code'),
    rank: 1,
  }));
  return unique([...files, ...builtin]);
}

function hookValues(
  path: readonly string[],
  isQuoted: boolean,
  subject: FrontmatterSubject,
): readonly Value[] {
  const key = path.at(-1);
  if (subject.editorCompletes || path.length !== 3 || path[1] !== 'hooks' || key === undefined) return [];
  const names = key === 'type' ? Object.keys(hookHandlers) : valuesOfHandler(key, isQuoted);
  return names.map((name) => ({ name, kind: CompletionItemKind.EnumMember, isWord: true }));
}

/** What a key in the configuration of a server of the agent's own takes. */
function serverValues(key: string, { editorCompletes }: FrontmatterSubject): readonly Value[] {
  if (editorCompletes || key !== 'type') return [];
  return mcpServerTypes.map((name) => ({
    name,
    kind: CompletionItemKind.EnumMember,
    isWord: true,
    detail: name === 'stdio' ? l10n.t('a program; needs “command”') : l10n.t('at an address; needs “url”'),
  }));
}

/** In quotes a handler’s boolean is text, for which Claude Code rejects the hooks. */
function valuesOfHandler(key: string, isQuoted: boolean): readonly string[] {
  for (const type of Object.keys(hookHandlers).filter(isHookType)) {
    const { required, optional } = hookHandlers[type];
    const takes: HookFieldType | undefined = required[key] ?? optional[key];
    if (takes === 'boolean') return isQuoted ? [] : ['true', 'false'];
    if (typeof takes === 'object') return takes;
  }
  return [];
}

/** Each name once, as it comes first. */
function unique<T extends Value>(values: readonly T[]): readonly T[] {
  return [...new Map(values.toReversed().map((value) => [value.name, value])).values()].toReversed();
}
