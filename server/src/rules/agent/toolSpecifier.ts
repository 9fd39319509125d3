import * as l10n from '@vscode/l10n';
import { isBuiltinTool } from '../../catalogue/tools.ts';
import type { ToolEntry } from '../../parse/agentTools.ts';
import type { AgentRule } from './agentRule.ts';
import { toolLists } from './toolLists.ts';

/** Parentheses and stars behind a tool that do not do what they say. */
export const toolSpecifier: AgentRule = {
  id: 'agent/tool-specifier',
  severity: 'warning',
  reads: 'frontmatter',
  doc: {
    summary: 'A specifier that has no effect here.',
    why: '`Bash(git:*)` in `tools` grants the whole of Bash, and in `disallowedTools` it takes away all of Bash. Permission rules for single commands belong in `settings.json`.',
    examples: [
      {
        title: 'Only git',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: ⟦Bash(git:*)⟧, Read\n---\nReview the change.\n',
        fixed:
          '---\nname: reviewer\ndescription: Reviews changes\ntools: Bash, Read\n---\nReview the change.\n',
      },
      {
        title: 'All MCP tools, which can only be disallowed',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: ⟦mcp__*⟧, Read\n---\nReview the change.\n',
      },
      {
        title: 'Agents by name, and everything of Bash',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: Agent(helper), Bash(*)\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    const { tools, disallowed } = toolLists(subject);
    for (const entry of tools?.entries ?? []) {
      if (entry.text === 'mcp__*') {
        report({
          message: l10n.t('“mcp__*” grants nothing; it works in “disallowedTools” alone'),
          span: entry.span,
        });
      } else if (narrows(entry)) {
        report({
          message: l10n.t('“{0}” grants the whole of {1}', entry.text, entry.name),
          span: entry.span,
          fixes: () => [withoutSpecifier(entry)],
        });
      }
    }
    for (const entry of disallowed?.entries ?? []) {
      if (entry.text === '*') {
        report({ message: l10n.t('“*” takes nothing away here'), span: entry.span });
      } else if (narrows(entry)) {
        report({
          message: l10n.t('“{0}” takes away all of {1}', entry.text, entry.name),
          span: entry.span,
          fixes: () => [withoutSpecifier(entry)],
        });
      }
    }
  },
};

/** Whether the parentheses mean less than all; `Agent` and `Skill` are narrowed by name. */
function narrows({ name, specifier, isExact }: ToolEntry): boolean {
  if (specifier === undefined || !isExact || !isBuiltinTool(name)) return false;
  return name !== 'Agent' && name !== 'Skill' && specifier.trim() !== '*' && specifier.trim() !== '';
}

function withoutSpecifier(entry: ToolEntry): {
  title: string;
  safe: boolean;
  edits: { span: { start: number; end: number }; newText: string }[];
} {
  const start = entry.span.start + entry.name.length;
  return {
    title: l10n.t('Say what it does: “{0}”', entry.name),
    safe: false,
    edits: [{ span: { start, end: entry.span.end }, newText: '' }],
  };
}
