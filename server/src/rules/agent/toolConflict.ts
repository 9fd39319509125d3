import * as l10n from '@vscode/l10n';
import { toolAliases } from '../../catalogue/tools.ts';
import type { AgentRule } from './agentRule.ts';
import { removed, toolLists } from './toolLists.ts';
import { nothingLeft } from './toolsLeft.ts';

/** A tool that is given and taken away. */
export const toolConflict: AgentRule = {
  id: 'agent/tool-conflict',
  severity: 'warning',
  reads: 'frontmatter',
  doc: {
    summary: 'A tool in `tools` that `disallowedTools` takes away again.',
    why: 'What is disallowed wins, with or without parentheses: the agent does not have the tool.',
    examples: [
      {
        title: 'Bash, but not quite',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: Read, ⟦Bash⟧\ndisallowedTools: Bash(rm:*)\n---\nReview the change.\n',
      },
      {
        title: 'Different tools',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: Read, Bash\ndisallowedTools: Write\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    const { tools, disallowed } = toolLists(subject);
    if (tools === undefined || disallowed === undefined) return;
    // Of a list of which nothing is left that is said.
    if (nothingLeft(subject) === 'disallowed') return;
    const away = new Map(disallowed.entries.map((entry) => [today(entry.name), entry]));
    for (const entry of tools.entries) {
      const by = away.get(today(entry.name));
      // Agents are disallowed one by one.
      if (by === undefined || (today(entry.name) === 'Agent' && by.specifier !== undefined)) continue;
      report({
        message: l10n.t('“{0}” is taken away again by “disallowedTools: {1}”', entry.name, by.text),
        span: entry.span,
        fixes: () =>
          removed(subject.text, entry, l10n.t('Remove “{0}” from “tools”', entry.text), tools).map((fix) => ({
            ...fix,
            safe: false,
          })),
      });
    }
  },
};

function today(name: string): string {
  return toolAliases.get(name) ?? name;
}
