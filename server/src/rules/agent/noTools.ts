import * as l10n from '@vscode/l10n';
import { isBuiltinTool, mainSessionTools, toolAliases, toolIgnoringCase } from '../../catalogue/tools.ts';
import type { ToolEntry, ToolList } from '../../parse/agentTools.ts';
import type { Span } from '../../text/span.ts';
import type { Fix } from '../rule.ts';
import type { AgentRule } from './agentRule.ts';
import { toolLists } from './toolLists.ts';

/** A list of tools that leaves the agent without any. */
export const noTools: AgentRule = {
  id: 'agent/no-tools',
  severity: 'warning',
  reads: 'frontmatter',
  doc: {
    summary: 'A list of tools that grants none.',
    why: 'An empty list means no tools, although Claude Code’s own listing says “All tools”. Where a list has entries and none of them is a tool, the agent cannot be started.',
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
        title: 'All tools',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: "*"\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    const { tools } = toolLists(subject);
    if (tools === undefined || tools.all) return;
    const { text } = subject;
    if (tools.entries.length === 0) {
      report({
        message: l10n.t('The agent has no tools at all: an empty list grants none'),
        span: placeOf(text, tools),
        fixes: () => [removeField(text, tools)],
      });
    } else if (!tools.entries.some(mayResolve)) {
      report({
        severity: 'error',
        message: l10n.t('The agent cannot be started: nothing in its list is a tool'),
        span: placeOf(text, tools),
        fixes: () => (tools.entries.every(isWord) ? [removeField(text, tools)] : separated(text, tools)),
      });
    }
  },
};

/** A built-in tool, or an MCP server's, which only a running one could deny. */
function mayResolve({ name }: ToolEntry): boolean {
  if (name.startsWith('mcp__')) return name !== 'mcp__*';
  // In the main session even the others are there.
  return isBuiltinTool(name) || toolAliases.has(name) || mainSessionTools.has(name);
}

/** What people write for "all of them", or for none. */
export function isWord({ text }: ToolEntry): boolean {
  return /^(?:all|any|inherit|default|none|\*+)$/i.test(text.replaceAll(/[[\]"']/g, ''));
}

function placeOf(text: string, { field }: ToolList): Span {
  const written = text.slice(field.valueSpan.start, field.valueSpan.end).trimEnd();
  if (written === '' || /[\r\n]/.test(written)) return field.keySpan;
  return { start: field.valueSpan.start, end: field.valueSpan.start + written.length };
}

function removeField(text: string, { field }: ToolList): Fix {
  const start = text.lastIndexOf('\n', field.keySpan.start - 1) + 1;
  const end = Math.max(
    field.keySpan.end,
    field.valueSpan.start + text.slice(field.valueSpan.start, field.valueSpan.end).trimEnd().length,
  );
  const feed = text.indexOf('\n', end);
  return {
    title: l10n.t('Remove the field, so that the agent has all tools'),
    safe: false,
    preferred: true,
    edits: [{ span: { start, end: feed < 0 ? text.length : feed + 1 }, newText: '' }],
  };
}

/** Tools with the wrong signs between them, such as line breaks in a block of text: written with commas. */
function separated(text: string, { field, entries }: ToolList): readonly Fix[] {
  const words = entries
    .flatMap((entry) => entry.text.split(/[\s、，;|/+&*[\]"'`-]+/))
    .filter((word) => word !== '');
  const tools = words.map(toolIgnoringCase);
  if (tools.length === 0 || tools.includes(undefined)) return [];
  const list = [...new Set(tools)].join(', ');
  const written = text.slice(field.valueSpan.start, field.valueSpan.end).trimEnd();
  const colon = text.indexOf(':', field.keySpan.end) + 1;
  const span = { start: colon, end: field.valueSpan.start + written.length };
  return [
    {
      title: l10n.t('Change to “{0}”', list),
      safe: false,
      preferred: true,
      edits: [{ span, newText: ` ${list}` }],
    },
  ];
}
