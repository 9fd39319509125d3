import * as l10n from '@vscode/l10n';
import { isForeignTool } from '../../catalogue/foreignTools.ts';
import {
  builtinTools,
  isBuiltinTool,
  retiredTools,
  toolAliases,
  toolIgnoringCase,
} from '../../catalogue/tools.ts';
import type { ToolEntry, ToolList } from '../../parse/agentTools.ts';
import type { Fix } from '../rule.ts';
import type { AgentRule } from './agentRule.ts';
import { isWord, isWords } from './noTools.ts';
import { nearest } from './nearest.ts';
import { isBetweenNames, isMisread, toolsIn, withCommas } from './toolWords.ts';
import { type ToolLists, mayResolve, removed, renamed, toolLists, tornTools } from './toolLists.ts';

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
    const lists = toolLists(subject);
    const unknown = lists.each.flatMap((list) => unknownEntries(list).map((entry) => ({ entry, list })));
    if (unknown.length === 0) return;
    const foreign = foreignEntries(unknown.map(({ entry }) => entry));
    const amongForeign = foreign.length > 0;
    const run = new Set(lists.each.flatMap((list) => runTogether(list, unknownEntries(list))));
    const said = new Set<ToolList>(sayNothing(lists));
    for (const { entry, list } of unknown) {
      if (!run.has(entry) || said.has(list)) continue;
      // In a block of text it is its lines, and one repair mends them all.
      if (!entry.isExact) said.add(list);
      report({
        message: l10n.t(
          'Only commas and spaces part the names of tools: “{0}” is one name to Claude Code, and no tool',
          shortened((entry.isExact ? entry : mostTelling(list)).text.replaceAll(/\s*[\r\n]+\s*/g, '⏎')),
        ),
        span: entry.isExact ? entry.span : list.field.keySpan,
        fixes: () => (entry.isExact ? parted(entry) : withCommas(subject.text, list)),
      });
    }
    const places = new Set<string>();
    for (const { entry, list } of unknown) {
      if (run.has(entry) || said.has(list)) continue;
      // Several of one name have one place where the writing differs from what is read.
      const place = `${entry.text} ${entry.span.start}`;
      if (places.has(place)) continue;
      places.add(place);
      if (foreign.includes(entry) || (amongForeign && isLowerCase(entry.name)) || isWord(entry)) continue;
      report({
        message: l10n.t('Claude Code has no tool “{0}”', shortened(entry.text)),
        span: entry.span,
        fixes: () => fixes(subject.text, entry, list),
      });
    }
  },
};

/**
 * Of the unknown entries those that are tools with other signs between them; in a block of text, all that comes of its
 * lines. Where nothing in `tools` is a tool, that is said of all of it, with the same repair.
 */
function runTogether(list: ToolList, unknown: readonly ToolEntry[]): readonly ToolEntry[] {
  const [first] = unknown;
  if (first === undefined) return [];
  if (first.isExact) return unknown.filter(({ text }) => (toolsIn(text)?.length ?? 0) > 1);
  // Of signs alone, with spaces around them, nothing runs together.
  if (unknown.every(isBetweenNames)) return [];
  return toolsIn(list.entries.map(({ text }) => text).join(' ')) === undefined ? [] : unknown;
}

/** The lists of which another finding says all that is to be said: nothing in them is a tool, for its signs or its words. */
function sayNothing({ tools }: ToolLists): ReadonlySet<ToolList> {
  if (tools === undefined) return new Set();
  const isMeant = isWords(tools) || (!tools.entries.some(mayResolve) && tools.entries.every(isMisread));
  return new Set(isMeant ? [tools] : []);
}

/** Of what comes of a block's lines, a name with a line break in it. */
function mostTelling({ entries }: ToolList): ToolEntry {
  return entries.find(({ text }) => /[\r\n]/.test(text)) ?? (entries[0] as ToolEntry);
}

function parted(entry: ToolEntry): readonly Fix[] {
  const tools = toolsIn(entry.text)?.join(', ');
  if (tools === undefined) return [];
  return [
    {
      title: title(tools),
      safe: false,
      preferred: true,
      edits: [{ span: entry.span, newText: tools }],
    },
  ];
}

/** The entries that are nothing to Claude Code; the halves of one that a comma has torn are said to be that. */
export function unknownEntries(list: ToolList): readonly ToolEntry[] {
  const unknown = list.entries.filter(isUnknownTool);
  if (unknown.length === 0) return unknown;
  const torn = new Set(tornTools(list).flatMap(({ parts }) => parts));
  return unknown.filter((entry) => !torn.has(entry));
}

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

function fixes(text: string, entry: ToolEntry, list: ToolList): readonly Fix[] {
  if (isBetweenNames(entry)) {
    const parted = withCommas(text, list);
    if (parted.length > 0) return parted;
  }
  const sameLetters = toolIgnoringCase(entry.name);
  if (sameLetters !== undefined) return renamed(entry, sameLetters, title(sameLetters), true);
  const open = entry.text.indexOf('(');
  if (entry.isExact && open > 0 && !entry.text.includes(')')) return [closed(entry)];
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
    ...removed(text, entry, l10n.t('Remove “{0}”', shortened(entry.text)), list).map((fix) => ({
      ...fix,
      safe: false,
    })),
  ];
}

/** A parenthesis that is not closed takes in the names behind it. */
function closed({ text, span }: ToolEntry): Fix {
  const comma = text.indexOf(',');
  const at = span.start + (comma < 0 ? text.length : comma);
  const edits = [{ span: { start: at, end: at }, newText: ')' }];
  return { title: l10n.t('Close the bracket'), safe: false, preferred: true, edits };
}

function title(name: string): string {
  return l10n.t('Change to “{0}”', name);
}

function shortened(text: string): string {
  const line = text.slice(0, 60).replaceAll(/\s+/g, ' ');
  return text.length > 60 ? `${line}…` : line;
}
