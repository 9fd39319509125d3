/** What one agent's frontmatter names: itself, other agents, skills and MCP servers. */
import type { AgentField } from '../parse/agentFile.ts';
import { type ToolEntry, toolList } from '../parse/agentTools.ts';
import type { YamlNode } from '../parse/yamlNode.ts';
import { slice, type Span } from '../text/span.ts';
import type { AgentDocument } from './agentDocument.ts';
import { exactSpan } from './agentNames.ts';

/** A name in a file with where it stands: UTF-16 offsets in the file, quotes and marks left out. */
export interface Mention {
  readonly kind: 'agent' | 'skill' | 'server';
  readonly name: string;
  readonly span: Span;
  /** `own` is an agent's own `name:` value, `text` a back-ticked name in prose. */
  readonly as: 'own' | 'tool' | 'field' | 'text';
}

/** Every entry of both lists of tools. */
export function toolEntries(document: AgentDocument): readonly ToolEntry[] {
  return ['tools', 'disallowedTools'].flatMap((key) => {
    const field = document.file.frontmatter.byKey.get(key);
    return field === undefined ? [] : toolList(document.text, field).entries;
  });
}

/** What the frontmatter names: its own name, agents in `Agent(…)`, skills, MCP servers. */
export function frontmatterMentions(document: AgentDocument): readonly Mention[] {
  const { byKey } = document.file.frontmatter;
  const mentions: Mention[] = [];
  const own = byKey.get('name');
  const ownSpan = own === undefined ? undefined : exactSpan(document.text, own);
  if (own !== undefined && ownSpan !== undefined) {
    mentions.push({ kind: 'agent', name: slice(document.text, ownSpan), span: ownSpan, as: 'own' });
  }
  for (const entry of toolEntries(document)) mentions.push(...entryMentions(entry));
  const skills = byKey.get('skills');
  if (skills !== undefined) {
    for (const { text, span, isExact } of toolList(document.text, skills).entries) {
      if (isExact) mentions.push({ kind: 'skill', name: text, span, as: 'field' });
    }
  }
  const servers = byKey.get('mcpServers');
  if (servers !== undefined) mentions.push(...serverMentions(document.text, servers));
  return mentions;
}

/**
 * The agents that the tools name in a form in which the names have no place of their own in the file: in folded text, or
 * with escapes.
 */
export function unplacedAgentNames(document: AgentDocument): readonly string[] {
  return toolEntries(document).flatMap(({ name, specifier, isExact }) =>
    isExact || specifier === undefined || !agentTools.has(name)
      ? []
      : namesIn(specifier).map(([text]) => text),
  );
}

const agentTools = new Set(['Agent', 'Task']);

function namesIn(specifier: string): readonly RegExpExecArray[] {
  return [...specifier.matchAll(/[^,\s](?:[^,]*[^,\s])?/g)];
}

/** Agents named in `Agent(a, b)`, or the server of `mcp__server__tool`. */
function entryMentions({ name, specifier, span, isExact, text }: ToolEntry): readonly Mention[] {
  if (!isExact) return [];
  if (specifier !== undefined && agentTools.has(name)) {
    const start = span.start + name.length + 1;
    return namesIn(specifier).map((match) => ({
      kind: 'agent',
      name: match[0],
      span: { start: start + match.index, end: start + match.index + match[0].length },
      as: 'tool',
    }));
  }
  if (!text.startsWith('mcp__')) return [];
  return [{ kind: 'server', name: text, span, as: 'tool' }];
}

function serverMentions(text: string, field: AgentField): readonly Mention[] {
  const items: readonly YamlNode[] = field.node.kind === 'list' ? field.node.items : [];
  return items.flatMap((item): Mention[] => {
    if (item.kind === 'map') {
      return item.entries
        .slice(0, 1)
        .map(({ key, keySpan }) => ({ kind: 'server', name: key, span: keySpan, as: 'own' }));
    }
    const span =
      item.kind === 'scalar' ? exactSpan(text, { ...field, node: item, value: item.value }) : undefined;
    return span === undefined
      ? []
      : [{ kind: 'server', name: text.slice(span.start, span.end), span, as: 'field' }];
  });
}
