import * as l10n from '@vscode/l10n';
import { toolAliases } from '../../catalogue/tools.ts';
import type { AgentRule } from './agentRule.ts';
import { renamed, toolLists } from './toolLists.ts';

/** A former name that still works. */
export const renamedTool: AgentRule = {
  id: 'agent/renamed-tool',
  severity: 'hint',
  reads: 'frontmatter',
  doc: {
    summary: 'The former name of a tool.',
    why: 'It still works; the tool has another name today.',
    examples: [
      {
        title: 'Task',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: Read, ⟦Task⟧\n---\nReview the change.\n',
        fixed:
          '---\nname: reviewer\ndescription: Reviews changes\ntools: Read, Agent\n---\nReview the change.\n',
      },
      {
        title: 'The present name',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: Agent, TaskStop\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    for (const entry of toolLists(subject).entries) {
      const today = toolAliases.get(entry.name);
      if (today === undefined) continue;
      report({
        message: l10n.t('“{0}” is called “{1}” today', entry.name, today),
        span: entry.span,
        tag: 'deprecated',
        fixes: () => renamed(entry, today, l10n.t('Change to “{0}”', today), true),
      });
    }
  },
};
