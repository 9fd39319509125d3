/** What the rules on tools share: both lists of a file that loads, and edits of single entries. */
import { type ToolEntry, type ToolList, toolList } from '../../parse/agentTools.ts';
import type { Fix } from '../rule.ts';
import type { AgentSubject } from '../subjects.ts';

export interface ToolLists {
  readonly tools?: ToolList;
  readonly disallowed?: ToolList;
}

const cache = new WeakMap<object, ToolLists>();

/** The file's lists; empty where it does not load, for then nothing else matters. */
export function toolLists({ file }: AgentSubject): ToolLists {
  if (!file.verdict.loads) return {};
  const known = cache.get(file.frontmatter);
  if (known !== undefined) return known;
  const tools = file.frontmatter.byKey.get('tools');
  const disallowed = file.frontmatter.byKey.get('disallowedTools');
  const lists: ToolLists = {
    ...(tools === undefined ? {} : { tools: toolList(file.text, tools) }),
    ...(disallowed === undefined ? {} : { disallowed: toolList(file.text, disallowed) }),
  };
  cache.set(file.frontmatter, lists);
  return lists;
}

/** The entries of both lists. */
export function allEntries({ tools, disallowed }: ToolLists): readonly ToolEntry[] {
  return [...(tools?.entries ?? []), ...(disallowed?.entries ?? [])];
}

/** Writes another name in the entry's place; what is in parentheses stays. */
export function renamed(entry: ToolEntry, name: string, title: string, safe: boolean): readonly Fix[] {
  if (!entry.isExact) return [];
  const span = { start: entry.span.start, end: entry.span.start + entry.name.length };
  return [{ title, safe, preferred: true, edits: [{ span, newText: name }] }];
}

/** Takes the entry out of its list, with the comma or the line that goes with it. */
export function removed(text: string, entry: ToolEntry, title: string): readonly Fix[] {
  if (!entry.isExact) return [];
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
