import * as l10n from '@vscode/l10n';
import type { AgentRule } from './agentRule.ts';
import { removed, toolLists } from './toolLists.ts';
import { nothingLeft, takenAway } from './toolsLeft.ts';

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
    const awayBy = takenAway(disallowed.entries);
    for (const entry of tools.entries) {
      const by = awayBy(entry);
      if (by === undefined) continue;
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
