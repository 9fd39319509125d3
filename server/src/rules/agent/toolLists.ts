/** What the rules on tools share: both lists of a file that loads, and edits of single entries. */
import { isBuiltinTool, mainSessionTools, toolAliases } from '../../catalogue/tools.ts';
import { type ToolEntry, type ToolList, toolList } from '../../parse/agentTools.ts';
import type { Span } from '../../text/span.ts';
import type { Fix } from '../rule.ts';
import type { AgentSubject } from '../subjects.ts';
import { retriedLines } from './retriedLines.ts';

export interface ToolLists {
  readonly tools?: ToolList;
  readonly disallowed?: ToolList;
  /** Those that are there. */
  readonly each: readonly ToolList[];
  /** The entries of both. */
  readonly entries: readonly ToolEntry[];
}

const cache = new WeakMap<object, ToolLists>();
const none: ToolLists = { each: [], entries: [] };

/**
 * The file's lists; empty where it does not load, for then nothing else matters. One that became a text when the file
 * was read a second time is left out: that is said as such.
 */
export function toolLists({ file }: AgentSubject): ToolLists {
  if (!file.verdict.loads) return none;
  const known = cache.get(file.frontmatter);
  if (known !== undefined) return known;
  const list = (key: string): ToolList | undefined => {
    const field = retriedLines(file).changed.has(key) ? undefined : file.frontmatter.byKey.get(key);
    return field === undefined ? undefined : toolList(file.text, field);
  };
  const tools = list('tools');
  const disallowed = list('disallowedTools');
  const each = [tools, disallowed].filter((one) => one !== undefined);
  const lists: ToolLists = {
    ...(tools === undefined ? {} : { tools }),
    ...(disallowed === undefined ? {} : { disallowed }),
    each,
    entries: each.flatMap(({ entries }) => entries),
  };
  cache.set(file.frontmatter, lists);
  return lists;
}

/** A built-in tool, or an MCP server's, which only a running one could deny. */
export function mayResolve({ name }: ToolEntry): boolean {
  if (name.startsWith('mcp__')) return name !== 'mcp__*';
  // In the main session even the others are there.
  return isBuiltinTool(name) || toolAliases.has(name) || mainSessionTools.has(name);
}

/** A tool with a comma in its parentheses, in a list in brackets, where the comma begins another item. */
export interface TornTool {
  readonly parts: readonly ToolEntry[];
  /** From the first part to the last; UTF-16 offsets in the file. */
  readonly span: Span;
}

export function tornTools({ field, entries }: ToolList): readonly TornTool[] {
  if (field.node.kind !== 'list' || !field.node.flow) return [];
  const torn: TornTool[] = [];
  let parts: ToolEntry[] = [];
  let open = 0;
  for (const entry of entries) {
    open += count(entry.text, '(') - count(entry.text, ')');
    if (!entry.isExact || open < 0) open = 0;
    else if (open > 0 || parts.length > 0) parts.push(entry);
    if (open > 0) continue;
    const [first] = parts;
    if (first !== undefined && parts.length > 1) {
      torn.push({ parts, span: { start: first.span.start, end: entry.span.end } });
    }
    parts = [];
  }
  return torn;
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** Writes another name in the entry's place; what is in parentheses stays. */
export function renamed(entry: ToolEntry, name: string, title: string, safe: boolean): readonly Fix[] {
  if (!entry.isExact) return [];
  const span = { start: entry.span.start, end: entry.span.start + entry.name.length };
  return [{ title, safe, preferred: true, edits: [{ span, newText: name }] }];
}

/**
 * Takes the entry out of its list, with the comma or the line that goes with it. The last one stays: an empty list means
 * something else.
 */
export function removed(text: string, entry: ToolEntry, title: string, list: ToolList): readonly Fix[] {
  if (!entry.isExact || list.entries.length < 2) return [];
  const { start, end } = withQuotes(text, entry);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const after = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end, end + 200))?.[0];
  if (/^[ \t]*- +$/.test(text.slice(lineStart, start)) && after !== undefined) {
    return [
      { title, safe: true, edits: [{ span: { start: lineStart, end: end + after.length }, newText: '' }] },
    ];
  }
  const following = /^[ \t]*,[ \t]*/.exec(text.slice(end, end + 200))?.[0];
  if (following !== undefined) {
    return [{ title, safe: true, edits: [{ span: { start, end: end + following.length }, newText: '' }] }];
  }
  const before = /,?[ \t]*$/.exec(text.slice(lineStart, start))?.[0] ?? '';
  if (!before.startsWith(',')) return [];
  return [{ title, safe: true, edits: [{ span: { start: start - before.length, end }, newText: '' }] }];
}

function withQuotes(text: string, { span }: ToolEntry): { start: number; end: number } {
  const quote = text[span.start - 1];
  const quoted = (quote === '"' || quote === "'") && text[span.end] === quote;
  return quoted ? { start: span.start - 1, end: span.end + 1 } : span;
}
