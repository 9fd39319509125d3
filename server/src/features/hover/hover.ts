/** What a hover says in an agent file. */
import * as l10n from '@vscode/l10n';
import type { Hover } from 'vscode-languageserver-types';
import type { AgentDocument } from '../../analysis/agentDocument.ts';
import { builtinAgents, type NamedAgent } from '../../analysis/agentNames.ts';
import type { Skill } from '../../analysis/skills.ts';
import { agentField, meantField } from '../../catalogue/agentFields.ts';
import { isForeignTool } from '../../catalogue/foreignTools.ts';
import { toolDoc } from '../../catalogue/toolDocs.ts';
import {
  builtinTools,
  isBuiltinTool,
  mainSessionTools,
  retiredTools,
  toolAliases,
} from '../../catalogue/tools.ts';
import type { AgentField } from '../../parse/agentFile.ts';
import type { ToolEntry } from '../../parse/agentTools.ts';
import { frontmatterEntries } from '../../parse/frontmatterEntries.ts';
import type { Position } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import { baseName, parentUri } from '../../workspace/uris.ts';
import { toolEntries } from '../../analysis/agentMentions.ts';
import type { NamedThing } from '../navigation/symbols.ts';
import { nearest } from '../../rules/agent/nearest.ts';
import { type FieldContext, fieldHover, firstLine, valueHover } from './fieldText.ts';
import { hookText, type Said, serverConfigurationText } from './nestedText.ts';

/**
 * @param thing what is named at the place, where something is
 * @returns `undefined` where there is nothing to say
 */
export function agentHover(
  document: AgentDocument,
  at: Position,
  context: FieldContext,
  thing: NamedThing | undefined,
): Hover | undefined {
  const { positions, file } = document;
  const offset = positions.offsetAt(at);
  const found = thingText(thing, document) ?? frontmatterText(document, offset, context);
  if (found === undefined || found.text === '') return undefined;
  const { start, end } = found.span;
  // A hover that shows nothing of its own is left to the editor.
  if (file.frontmatter.fence.state === 'absent') return undefined;
  return {
    contents: { kind: 'markdown', value: found.text },
    range: { start: positions.positionAt(start), end: positions.positionAt(end) },
  };
}

/** What is said of an agent, in a skill that names it. */
export function namedAgentHover(thing: NamedThing): Hover | undefined {
  if (thing.agent === undefined) return undefined;
  const { start, end } = thing.mention.span;
  return {
    contents: { kind: 'markdown', value: agentText(thing.agent) },
    range: { start: thing.positions.positionAt(start), end: thing.positions.positionAt(end) },
  };
}

function thingText(thing: NamedThing | undefined, document: AgentDocument): Said | undefined {
  if (thing === undefined || thing.mention.as === 'own') return undefined;
  const { mention, agent, skill, server } = thing;
  const { span } = mention;
  if (agent !== undefined) {
    return agent.document.uri === document.uri ? undefined : { span, text: agentText(agent) };
  }
  if (skill !== undefined) return { span, text: skillText(skill) };
  if (server !== undefined) {
    const file = baseName(server.uri);
    const text =
      mention.as === 'tool'
        ? l10n.t('Of the MCP server **{0}**, declared in {1}.', server.name, file)
        : l10n.t('The MCP server **{0}**, declared in {1}.', server.name, file);
    return { span, text };
  }
  if (mention.kind === 'agent' && builtinAgents.includes(mention.name)) {
    return { span, text: l10n.t('**{0}** — an agent that is built into Claude Code.', mention.name) };
  }
  return undefined;
}

function agentText({ name, document }: NamedAgent): string {
  const { loads, description } = document.file.verdict;
  const facts = loads ? firstLine(description ?? '') : l10n.t('Claude Code skips its file.');
  return `**${escaped(name)}** — ${escaped(facts)}\n\n${l10n.t('Defined in {0}', escaped(baseName(document.uri)))}`;
}

function skillText({ name, description, uri }: Skill): string {
  const words = description === '' ? '' : ` — ${escaped(firstLine(description))}`;
  return `**${escaped(name)}**${words}\n\n${l10n.t('Defined in {0}', escaped(`${baseName(parentUri(uri))}/${baseName(uri)}`))}`;
}

function frontmatterText(document: AgentDocument, offset: number, context: FieldContext): Said | undefined {
  const { frontmatter } = document.file;
  const { fence } = frontmatter;
  if (fence.state !== 'closed' && fence.state !== 'unclosed') return undefined;
  if (offset < fence.yaml.start || offset > fence.yaml.end) return undefined;
  const field = frontmatter.fields.find(
    ({ keySpan, valueSpan }) => holds(keySpan, offset) || holds(valueSpan, offset),
  );
  if (field === undefined) return entryText(document, fence.yaml, offset, context);
  if (holds(field.keySpan, offset)) return keyText(field.key, field.keySpan, context);
  return fieldValueText(document, field, offset, context);
}

/** Keys can be told from the lines where YAML cannot read them. */
function entryText(
  { text }: AgentDocument,
  yaml: Span,
  offset: number,
  context: FieldContext,
): Said | undefined {
  const entry = frontmatterEntries(text, yaml).find(({ keySpan }) => holds(keySpan, offset));
  return entry === undefined ? undefined : keyText(entry.key, entry.keySpan, context);
}

function keyText(key: string, span: Span, context: FieldContext): Said | undefined {
  const field = agentField(key);
  if (field !== undefined) return { span, text: fieldHover(field, context) };
  const meant = meantField(key);
  return meant === undefined
    ? undefined
    : { span, text: l10n.t('Claude Code does not know this key. It may have been meant as **{0}**.', meant) };
}

function fieldValueText(
  document: AgentDocument,
  field: AgentField,
  offset: number,
  context: FieldContext,
): Said | undefined {
  if (field.key === 'tools' || field.key === 'disallowedTools') {
    const entry = toolEntries(document).find(({ span, isExact }) => isExact && holds(span, offset));
    const text = entry === undefined ? undefined : toolText(entry, field.key, context);
    return entry === undefined || text === undefined ? undefined : { span: entry.span, text };
  }
  if (field.key === 'hooks') return hookText(field.node, offset);
  if (field.key === 'mcpServers') return serverConfigurationText(field.node, offset);
  const info = agentField(field.key);
  if (info === undefined || field.value === null || typeof field.value === 'object') return undefined;
  const text = valueHover(info, String(field.value), context);
  return text === undefined ? undefined : { span: field.valueSpan, text };
}

/** What a tool does, and whether a subagent gets it. */
function toolText(
  { name, specifier, text }: ToolEntry,
  key: string,
  { editorHovers }: FieldContext,
): string | undefined {
  if (text === '*') {
    return key === 'tools' ? l10n.t('All tools.') : l10n.t('“*” takes nothing away here.');
  }
  if (retiredTools.has(name)) {
    const today = retiredTools.get(name);
    const what =
      key === 'disallowedTools'
        ? l10n.t('`{0}` is the name of a tool that is gone: it takes nothing away.', name)
        : l10n.t('`{0}` is the name of a tool that is gone: it grants nothing.', name);
    return today === undefined ? what : `${what} ${l10n.t('`{0}` does its work now.', today)}`;
  }
  const today = toolAliases.get(name) ?? name;
  if (!isBuiltinTool(today)) return name.startsWith('mcp__') ? undefined : unknownToolText(name, key);
  const parts = [
    today === name ? undefined : l10n.t('A former name of `{0}`, which still works.', today),
    mainSession(today),
    specifier === undefined || today === 'Agent' || today === 'Skill'
      ? undefined
      : l10n.t('What is in parentheses has no effect here: the whole tool is meant.'),
  ].filter((part) => part !== undefined);
  const doc = toolDoc(today);
  const head = doc === undefined ? `**${today}**` : `**${today}** — ${doc}`;
  // VS Code has a word on its own tools; beside ours it does no harm, but alone it says too little.
  if (editorHovers && parts.length === 0 && doc === undefined) return undefined;
  return [head, ...parts].join('\n\n');
}

/** A name that is none of Claude Code's tools. */
function unknownToolText(name: string, key: string): string {
  const what = isForeignTool(name)
    ? l10n.t('The name of another product’s tool.')
    : l10n.t('Claude Code has no tool of this name; names are case-sensitive.');
  const effect = key === 'tools' ? l10n.t('It grants nothing.') : l10n.t('It takes nothing away.');
  const [meant] = nearest(name, builtinTools);
  const hint = meant === undefined ? [] : [l10n.t('It may have been meant as `{0}`.', meant)];
  return [what, effect, ...hint].join(' ');
}

function mainSession(name: string): string | undefined {
  if (name === 'ExitPlanMode') {
    return l10n.t(
      'A subagent gets it only with “permissionMode: plan”; as the main session the agent has it.',
    );
  }
  return mainSessionTools.has(name)
    ? l10n.t('A subagent never gets it; it works only where the agent is the main session.')
    : undefined;
}

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** A stranger's text as plain words in Markdown. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>()#!|~&]/g, '\\$&');
}
