/** The places of one agent file that name agents, skills and MCP servers. */
import { exactSpan } from '../../analysis/agentNames.ts';
import type { AgentDocument } from '../../analysis/agentDocument.ts';
import type { AgentField } from '../../parse/agentFile.ts';
import { type ToolEntry, toolList } from '../../parse/agentTools.ts';
import type { YamlNode } from '../../parse/yamlNode.ts';
import { slice, type Span } from '../../text/span.ts';
import type { MarkdownTree } from '../../parse/markdown.ts';

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
 * Back-ticked texts that are nothing but one of `names`: in the prompt outside code blocks, and in the description.
 */
export function textMentions(document: AgentDocument, names: ReadonlySet<string>): readonly Mention[] {
  const { text, bodyStart } = document;
  const mentions: Mention[] = [];
  const add = (name: string, start: number): void => {
    const span = { start, end: start + name.length };
    mentions.push({ kind: 'agent', name, span, as: 'text' });
  };
  for (const key of ['description', 'initialPrompt']) {
    const field = document.file.frontmatter.byKey.get(key);
    if (field === undefined) continue;
    const { start, end } = field.valueSpan;
    for (const found of backticked(text, start, end, names)) add(found.name, found.start);
  }
  if (document.file.frontmatter.fence.state !== 'closed') return mentions;
  const found = [...backticked(text, bodyStart, text.length, names)];
  // Most files name nobody: their Markdown need not be read.
  const code = found.length === 0 ? [] : codeBlocks(document.body);
  let block = 0;
  for (const { name, start } of found) {
    const at = start - bodyStart;
    while (block < code.length && code[block]!.end <= at) block++;
    if (block === code.length || at < code[block]!.start) add(name, start);
  }
  return mentions;
}

/** Code blocks and HTML, in the body's own offsets and their order. */
function codeBlocks(body: MarkdownTree): readonly Span[] {
  const spans: Span[] = [];
  body.tree.iterate({
    enter: ({ name, from, to }) => {
      if (!codeNodes.has(name)) return true;
      spans.push({ start: from, end: to });
      return false;
    },
  });
  return spans;
}

const codeNodes = new Set([
  'FencedCode',
  'CodeBlock',
  'HTMLBlock',
  'CommentBlock',
  'ProcessingInstructionBlock',
]);

/** Agents named in `Agent(a, b)`, or the server of `mcp__server__tool`. */
function entryMentions({ name, specifier, span, isExact, text }: ToolEntry): readonly Mention[] {
  if (!isExact) return [];
  if (specifier !== undefined && (name === 'Agent' || name === 'Task')) {
    const start = span.start + name.length + 1;
    return [...specifier.matchAll(/[^,\s](?:[^,]*[^,\s])?/g)].map((match) => ({
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

/** What stands alone between single back-ticks on one line and is one of `names`; linear in the range. */
function* backticked(
  text: string,
  from: number,
  to: number,
  names: ReadonlySet<string>,
): Generator<{ readonly name: string; readonly start: number }> {
  for (let open = text.indexOf('`', from); open >= 0 && open < to;) {
    let start = open;
    while (text[start] === '`') start++;
    const close = text.indexOf('`', start);
    if (close < 0 || close >= to) return;
    const isSingle = start === open + 1 && text[close + 1] !== '`';
    if (isSingle && close - start <= longestName) {
      const name = text.slice(start, close);
      if (names.has(name)) {
        yield { name, start };
        open = text.indexOf('`', close + 1);
        continue;
      }
      // Whether this mark opens or closes is not known for what is no name: on one line it is paired.
      if (!name.includes('\n')) {
        open = text.indexOf('`', close + 1);
        continue;
      }
    }
    open = close;
  }
}

const longestName = 300;
