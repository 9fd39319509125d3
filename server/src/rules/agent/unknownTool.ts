import * as l10n from '@vscode/l10n';
import { isForeignTool } from '../../catalogue/foreignTools.ts';
import {
  builtinTools,
  isBuiltinTool,
  retiredTools,
  toolAliases,
  toolIgnoringCase,
} from '../../catalogue/tools.ts';
import type { ToolEntry } from '../../parse/agentTools.ts';
import type { Fix } from '../rule.ts';
import type { AgentRule } from './agentRule.ts';
import { isWord } from './noTools.ts';
import { nearest } from './nearest.ts';
import { allEntries, removed, renamed, toolLists } from './toolLists.ts';

/** A tool that Claude Code does not have. */
export const unknownTool: AgentRule = {
  id: 'agent/unknown-tool',
  severity: 'warning',
  reads: 'frontmatter',
  doc: {
    summary: 'A tool name that Claude Code does not know.',
    why: 'Names are case-sensitive: `read` grants nothing. An unknown name is passed over without a word.',
    examples: [
      {
        title: 'The wrong case',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: ⟦bash⟧, Read\n---\nReview the change.\n',
        fixed:
          '---\nname: reviewer\ndescription: Reviews changes\ntools: Bash, Read\n---\nReview the change.\n',
      },
      {
        title: 'Known names, MCP tools, and all tools',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: Read, Task, mcp__tracker__find\ndisallowedTools: mcp__*\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    const unknown = allEntries(toolLists(subject)).filter(isUnknownTool);
    const foreign = foreignEntries(unknown);
    const amongForeign = foreign.length > 0;
    for (const entry of unknown) {
      if (foreign.includes(entry) || (amongForeign && isLowerCase(entry.name)) || isWord(entry)) continue;
      report({
        message: l10n.t('Claude Code has no tool “{0}”', shortened(entry.text)),
        span: entry.span,
        fixes: () => fixes(subject.text, entry),
      });
    }
  },
};

/** A name that is nothing to Claude Code: no tool, no former name of one, no MCP tool. */
export function isUnknownTool({ text, name }: ToolEntry): boolean {
  if (text === '*' || name.startsWith('mcp__')) return false;
  return !isBuiltinTool(name) && !toolAliases.has(name) && !retiredTools.has(name);
}

/**
 * Those of the unknown names that are another product's. Beside one that is known to be, or in numbers, a name that
 * resembles no tool of Claude Code belongs to them as well: it is no slip.
 */
export function foreignEntries(unknown: readonly ToolEntry[]): readonly ToolEntry[] {
  const known = unknown.filter(({ name }) => isForeignTool(name));
  if (known.length === 0 && unknown.length < fewest) return known;
  const alien = unknown.filter(
    (entry) => known.includes(entry) || (isNameOfTool(entry) && isUnlikeAll(entry.name)),
  );
  return known.length > 0 || alien.length >= fewest ? alien : known;
}

/** So many names of nothing that anybody knows are not misspelt. */
const fewest = 3;

function isNameOfTool(entry: ToolEntry): boolean {
  return !isWord(entry) && /^[a-z][\w./-]*$/.test(entry.text);
}

function isUnlikeAll(name: string): boolean {
  const bare = name.replaceAll(/[^A-Za-z]/g, '');
  return toolIgnoringCase(bare) === undefined && nearest(name, builtinTools).length === 0;
}

/** Copilot has `read` and `edit` too: beside its other tools they are its own. */
export function isLowerCase(name: string): boolean {
  return name === name.toLowerCase() && toolIgnoringCase(name) !== undefined;
}

function fixes(text: string, entry: ToolEntry): readonly Fix[] {
  const sameLetters = toolIgnoringCase(entry.name);
  if (sameLetters !== undefined) return renamed(entry, sameLetters, title(sameLetters), true);
  const bare = entry.name.replaceAll(/[^A-Za-z]/g, '');
  const stripped = toolIgnoringCase(bare);
  if (stripped !== undefined && entry.isExact && bare !== '') {
    return [
      {
        title: title(stripped),
        safe: false,
        preferred: true,
        edits: [{ span: entry.span, newText: stripped }],
      },
    ];
  }
  return [
    ...nearest(entry.name, builtinTools).flatMap((name) => renamed(entry, name, title(name), false)),
    ...removed(text, entry, l10n.t('Remove “{0}”', shortened(entry.text))).map((fix) => ({
      ...fix,
      safe: false,
    })),
  ];
}

function title(name: string): string {
  return l10n.t('Change to “{0}”', name);
}

function shortened(text: string): string {
  const line = text.slice(0, 60).replaceAll(/\s+/g, ' ');
  return text.length > 60 ? `${line}…` : line;
}
