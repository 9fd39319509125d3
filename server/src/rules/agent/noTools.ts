import * as l10n from '@vscode/l10n';
import { ownTool } from '../../catalogue/foreignToolMeanings.ts';
import { toolIgnoringCase } from '../../catalogue/tools.ts';
import type { ToolEntry, ToolList } from '../../parse/agentTools.ts';
import type { YamlNode, YamlValue } from '../../parse/yamlNode.ts';
import type { Span } from '../../text/span.ts';
import type { Fix } from '../rule.ts';
import type { AgentRule } from './agentRule.ts';
import { fieldLines } from './fieldLines.ts';
import { type Candidate, preferringFirst } from './repair.ts';
import { mayResolve, toolLists, tornTools } from './toolLists.ts';
import { withCommas } from './toolWords.ts';
import { nothingLeft } from './toolsLeft.ts';

/** A list of tools that leaves the agent without any. */
export const noTools: AgentRule = {
  id: 'agent/no-tools',
  severity: 'warning',
  reads: 'frontmatter',
  doc: {
    summary: 'A list of tools that grants none.',
    why: 'An empty list means no tools, although Claude Code’s own listing says “All tools”. Where a list has entries and none of them is a tool, the agent cannot be started; nor can it as a subagent, where only the main session has them. `disallowedTools` is applied first: what it takes away `tools` does not bring back.',
    examples: [
      {
        title: 'An empty list',
        text: '---\nname: reviewer\ndescription: Reviews changes\n⟦tools⟧:\n---\nReview the change.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews changes\n---\nReview the change.\n',
      },
      {
        title: 'A word that is no tool',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: ⟦inherit⟧\n---\nReview the change.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews changes\n---\nReview the change.\n',
      },
      {
        title: 'A list that is taken away again',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: ⟦Read, Bash(git:*)⟧\ndisallowedTools: Bash, Read\n---\nReview the change.\n',
        fixed:
          '---\nname: reviewer\ndescription: Reviews changes\ntools: Read, Bash(git:*)\n---\nReview the change.\n',
      },
      {
        title: 'Only what the main session has',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: ⟦AskUserQuestion⟧\n---\nReview the change.\n',
      },
      {
        title: 'All tools',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: "*"\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    const { tools, disallowed } = toolLists(subject);
    if (tools === undefined || tools.all) return;
    const { text } = subject;
    const left = nothingLeft(subject);
    if (left === 'main-session') {
      report({
        message: l10n.t(
          'As a subagent it cannot be started: only the main session has the tools in its list',
        ),
        span: placeOf(text, tools),
      });
      return;
    }
    if (left === 'disallowed' && disallowed !== undefined) {
      report({
        message: l10n.t('The agent has no tools at all: “disallowedTools” takes them all away again'),
        span: placeOf(text, tools),
        fixes: () => [withoutDisallowed(text, disallowed)],
      });
      return;
    }
    if (tools.entries.length === 0) {
      const { value } = tools.field;
      report({
        message: noEntriesMessage(value),
        span: placeOf(text, tools),
        fixes: () => preferringFirst([...namedByMaps(text, tools), removeField(text, tools)]),
      });
    } else if (!tools.entries.some(mayResolve) && tornTools(tools).length === 0) {
      report({
        severity: 'error',
        message: l10n.t('The agent cannot be started: nothing in its list is a tool'),
        span: placeOf(text, tools),
        fixes: () =>
          isWords(tools) || tools.entries.some(isStar) ? [ofWords(text, tools)] : withCommas(text, tools),
      });
    }
  },
};

/** @param value of “tools” without an entry */
function noEntriesMessage(value: YamlValue): string {
  if (Array.isArray(value) && value.some((item: YamlValue) => item !== null && item !== '')) {
    return l10n.t(
      'The agent has no tools at all: Claude Code drops what is no text, and the list has no other',
    );
  }
  return value === null || typeof value === 'string' || Array.isArray(value)
    ? l10n.t('The agent has no tools at all: an empty list grants none')
    : l10n.t('The agent has no tools at all: “tools” must be a list, or names with commas between them');
}

/** `*` in brackets that became part of a text. */
function isStar({ text }: ToolEntry): boolean {
  return /^[["']*\*[\]"']*$/.test(text);
}

/** What people write for "all of them", or for none. */
export function isWord({ text }: ToolEntry): boolean {
  return /^(?:all|any|inherit|default|none|\*+)$/i.test(text.replaceAll(/[[\]"']/g, ''));
}

/** `All tools`, as Claude Code's own listing says it. */
export function isWords({ entries }: ToolList): boolean {
  return entries.some(isWord) && entries.every((entry) => isWord(entry) || /^tools?$/i.test(entry.text));
}

function ofWords(text: string, list: ToolList): Fix {
  if (!list.entries.some((entry) => /^["']?none["']?$/i.test(entry.text))) {
    return { ...removeField(text, list), preferred: true };
  }
  const { field } = list;
  const end = field.valueSpan.start + text.slice(field.valueSpan.start, field.valueSpan.end).trimEnd().length;
  return {
    title: l10n.t('Change to “{0}”', '[]'),
    safe: false,
    preferred: true,
    edits: [{ span: { start: field.valueSpan.start, end }, newText: '[]' }],
  };
}

/** The tools that maps name and do not switch off, where each is one of Claude Code or has a counterpart. */
function namedByMaps(text: string, { field }: ToolList): readonly Candidate[] {
  const on = namesIn(field.node).map((name) => toolIgnoringCase(name) ?? ownTool(name));
  const tools = on.flatMap((tool) => tool ?? []);
  if (tools.length === 0 || tools.length < on.length) return [];
  const list = [...new Set(tools)].join(', ');
  const end = field.valueSpan.start + text.slice(field.valueSpan.start, field.valueSpan.end).trimEnd().length;
  const span = { start: text.indexOf(':', field.keySpan.end) + 1, end };
  return [{ title: l10n.t('Change to “{0}”', list), safe: false, edits: [{ span, newText: ` ${list}` }] }];
}

/** `Read: true`, as another product has it, `{Read, Write}`, and `- name: Read`. */
function namesIn(node: YamlNode): readonly string[] {
  if (node.kind === 'list') return node.items.flatMap(namesIn);
  if (node.kind !== 'map') return [];
  const [first, ...others] = node.entries;
  const name = first?.node.value;
  if (others.length === 0 && /^(?:name|tool)$/i.test(first?.key ?? '') && typeof name === 'string') {
    return [name];
  }
  return node.entries.filter(({ node: { value } }) => value === true || value === null).map(({ key }) => key);
}

function placeOf(text: string, { field }: ToolList): Span {
  const written = text.slice(field.valueSpan.start, field.valueSpan.end).trimEnd();
  if (written === '' || /[\r\n]/.test(written)) return field.keySpan;
  return { start: field.valueSpan.start, end: field.valueSpan.start + written.length };
}

function withoutDisallowed(text: string, list: ToolList): Fix {
  const { edits } = removeField(text, list);
  return { title: l10n.t('Remove “{0}”', 'disallowedTools'), safe: false, preferred: true, edits };
}

function removeField(text: string, { field }: ToolList): Candidate {
  return {
    title: l10n.t('Remove the field, so that the agent has all tools'),
    safe: false,
    edits: [{ span: fieldLines(text, field), newText: '' }],
  };
}
