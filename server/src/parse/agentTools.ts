/** The entries of `tools` and `disallowedTools`, as Claude Code takes them apart. */
import type { Span } from '../text/span.ts';
import type { AgentField } from './agentFile.ts';
import type { YamlNode, YamlScalar } from './yamlNode.ts';

/** One entry: a tool's name, with what may follow in parentheses. */
export interface ToolEntry {
  /** As the program has it: `Bash(git:*)`. */
  readonly text: string;
  /** Up to the parenthesis: `Bash`. */
  readonly name: string;
  /** What the parentheses hold; absent without any. */
  readonly specifier?: string;
  /** Where it is in the document; the whole value, where the writing differs from what is read. */
  readonly span: Span;
  /** Whether the span is the entry's own. */
  readonly isExact: boolean;
}

export interface ToolList {
  readonly field: AgentField;
  readonly entries: readonly ToolEntry[];
  /** `*` among the entries: all tools. */
  readonly all: boolean;
}

/**
 * Splits at commas and spaces outside parentheses, closed or not; other white space does not separate, and is only taken off the
 * ends. In a list, what is no text vanishes.
 * @param document the text that the field's spans point into
 */
export function toolList(document: string, field: AgentField): ToolList {
  let list = lists.get(field);
  if (list === undefined) lists.set(field, (list = readToolList(document, field)));
  return list;
}

/** Rules, names and completion ask for the same few again and again; a field's object lives as long as its text. */
const lists = new WeakMap<AgentField, ToolList>();

function readToolList(document: string, field: AgentField): ToolList {
  const entries: ToolEntry[] = [];
  for (const scalar of textsOf(field.node)) {
    const written = document.slice(scalar.span.start, scalar.span.end);
    const inner = scalar.style === 'plain' ? 0 : 1;
    const value = String(scalar.value);
    // Escapes, folds and blocks are read otherwise than written.
    const isExact = written.slice(inner, inner + value.length) === value;
    for (const { start, end } of split(value)) {
      const text = value.slice(start, end);
      const at = scalar.span.start + inner;
      const parenthesis = text.indexOf('(');
      const closes = parenthesis > 0 && text.endsWith(')');
      entries.push({
        text,
        name: closes ? text.slice(0, parenthesis) : text,
        ...(closes ? { specifier: text.slice(parenthesis + 1, -1) } : {}),
        span: isExact ? { start: at + start, end: at + end } : scalar.span,
        isExact,
      });
    }
  }
  return { field, entries, all: entries.some(({ text }) => text === '*') };
}

function textsOf(node: YamlNode): readonly YamlScalar[] {
  const nodes = node.kind === 'list' ? node.items : [node];
  return nodes.filter((item): item is YamlScalar => item.kind === 'scalar' && typeof item.value === 'string');
}

function split(value: string): Span[] {
  const spans: Span[] = [];
  let depth = 0;
  let start = 0;
  const end = (at: number): void => {
    let from = start;
    let to = at;
    while (from < to && isSpace(value, from)) from++;
    while (to > from && isSpace(value, to - 1)) to--;
    if (to > from) spans.push({ start: from, end: to });
    start = at + 1;
  };
  for (let at = 0; at < value.length; at++) {
    const character = value[at];
    if (character === '(') depth++;
    else if (character === ')' && depth > 0) depth--;
    else if (depth === 0 && (character === ',' || character === ' ')) end(at);
  }
  end(value.length);
  return spans;
}

function isSpace(value: string, at: number): boolean {
  const unit = value.charCodeAt(at);
  return unit > 0x7f ? /\s/.test(value[at]!) : unit === 0x20 || (unit >= 9 && unit <= 13);
}
