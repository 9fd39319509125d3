/** Repairs of a list that names another product's tools. */
import * as l10n from '@vscode/l10n';
import { ownTool } from '../../catalogue/foreignToolMeanings.ts';
import { toolIgnoringCase } from '../../catalogue/tools.ts';
import type { ToolEntry, ToolList } from '../../parse/agentTools.ts';
import { lineEndAt } from '../../text/lineIndex.ts';
import type { Candidate } from './repair.ts';
import { columnOf, written, writtenSpan } from './yamlShape.ts';

/**
 * The list with Claude Code's own tools in the place of the others, where each has a counterpart, and without the
 * others, where something is left. What the author wants of an agent, only the author knows.
 */
export function foreignToolRepairs(
  text: string,
  list: ToolList,
  foreign: readonly ToolEntry[],
): readonly Candidate[] {
  if (!list.entries.every(({ isExact }) => isExact)) return [];
  const own = list.entries.map((entry) => {
    if (!foreign.includes(entry)) return toolIgnoringCase(entry.text) ?? entry.text;
    return ownTool(entry.name) ?? toolIgnoringCase(entry.name);
  });
  const candidates: Candidate[] = [];
  if (!own.includes(undefined)) {
    const tools = [...new Set(own.flatMap((tool) => tool ?? []))];
    candidates.push(rewritten(text, list, tools, l10n.t('Change to “{0}”', shortened(tools))));
  }
  const left = list.entries
    .filter((entry) => !foreign.includes(entry))
    .map((entry) => toolIgnoringCase(entry.text) ?? entry.text);
  if (left.length > 0) {
    candidates.push(rewritten(text, list, left, l10n.t('Leave only “{0}”', shortened(left))));
  }
  return candidates;
}

/** The first of them: a title is one line of a menu. */
function shortened(tools: readonly string[]): string {
  const all = tools.join(', ');
  return all.length > longestTitle ? `${all.slice(0, longestTitle)}…` : all;
}

const longestTitle = 60;

function rewritten(text: string, list: ToolList, tools: readonly string[], title: string): Candidate {
  const { node } = list.field;
  return {
    title,
    safe: false,
    edits: [{ span: writtenSpan(text, node), newText: inForm(text, list, tools) }],
  };
}

/** As the list is written: in brackets, on lines of their own, or in one text, with quotes or without. */
function inForm(text: string, { field: { node } }: ToolList, tools: readonly string[]): string {
  const quote = /["']/.exec(written(text, node))?.[0] ?? '';
  if (node.kind !== 'list') return `${quote}${tools.join(', ')}${quote}`;
  const items = tools.map((tool) =>
    /[,[\]{}]/.test(tool) && quote === '' ? `"${tool}"` : `${quote}${tool}${quote}`,
  );
  if (node.flow) return `[${items.join(', ')}]`;
  const margin = lineEndAt(text, node.span.start) + ' '.repeat(columnOf(text, node.span.start));
  return items.map((item) => `- ${item}`).join(margin);
}
