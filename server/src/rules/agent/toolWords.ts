/** Names of tools that other signs than commas and spaces stand between. */
import * as l10n from '@vscode/l10n';
import { retiredTools, toolIgnoringCase } from '../../catalogue/tools.ts';
import type { ToolEntry, ToolList } from '../../parse/agentTools.ts';
import type { Fix } from '../rule.ts';

/** The tools that a text names, in Claude Code's own writing; `undefined` where it says anything else besides. */
export function toolsIn(text: string): readonly string[] | undefined {
  const words = withoutParentheses(text)
    .split(/[\s,、，;|/+&*[\]"'`-]+/)
    .filter((word) => word !== '');
  const tools = words.map(toolIgnoringCase);
  // A retired name is a name, but no tool.
  const known = tools.flatMap((tool) => (tool === undefined || retiredTools.has(tool) ? [] : tool));
  return words.length > 0 && known.length === words.length ? [...new Set(known)] : undefined;
}

/** `(Read, Write)`: around the whole list they can only be brackets of another kind. */
function withoutParentheses(text: string): string {
  return text.trim().replace(/^\(([^()]*)\)$/, '$1');
}

/** `-`, `|` or `and` by itself: it stands between names, and is none. */
export function isBetweenNames({ text }: ToolEntry): boolean {
  return /^(?:[-|/+&;、，]+|and|or)$/i.test(text);
}

/** Whether nothing but the signs in the entry and around it keeps it from being one tool or several. */
export function isMisread({ text }: ToolEntry): boolean {
  const tools = toolsIn(text);
  return tools !== undefined && (tools.length > 1 || tools[0]?.length !== text.length);
}

/** The whole list with commas, where every word of it is a tool, or stands between two. */
export function withCommas(document: string, { field, entries }: ToolList): readonly Fix[] {
  const tools = toolsIn(
    entries
      .filter((entry) => !isBetweenNames(entry))
      .map(({ text }) => text)
      .join(' '),
  );
  if (tools === undefined) return [];
  const list = tools.join(', ');
  const written = document.slice(field.valueSpan.start, field.valueSpan.end).trimEnd();
  const colon = document.indexOf(':', field.keySpan.end) + 1;
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
