import * as l10n from '@vscode/l10n';
import type { MentionsSubject } from '../nameSubjects.ts';
import type { Rule } from '../rule.ts';
import { nearest } from './nearest.ts';
import { respelt } from './respelt.ts';

/** `Agent(…)` with a name that no agent has. */
export const unknownAgent: Rule<MentionsSubject> = {
  id: 'agent/unknown-agent',
  severity: 'information',
  doc: {
    summary: 'An agent named in `Agent(…)` that is nowhere to be found.',
    why: "The parentheses say which agents may be started (in `tools`) or may not (in `disallowedTools`). A name that nobody has does neither. Looked for in the project, the folders above it up to the root of its repository, the user's own folder, and among what Claude Code brings; nothing is said where more may come from elsewhere.",
    examples: [
      {
        title: 'A misspelt name',
        files: {
          '.claude/agents/test-writer.md':
            '---\nname: test-writer\ndescription: Writes tests\n---\nWrite tests.\n',
        },
        text: '---\nname: lead\ndescription: Leads\ntools: Read, Agent(⟦test-witer⟧, Explore)\n---\nLead.\n',
        fixed: '---\nname: lead\ndescription: Leads\ntools: Read, Agent(test-writer, Explore)\n---\nLead.\n',
      },
      {
        title: 'Agents of the project, and of a plugin',
        files: {
          '.claude/agents/test-writer.md':
            '---\nname: test-writer\ndescription: Writes tests\n---\nWrite tests.\n',
        },
        text: '---\nname: lead\ndescription: Leads\ntools: Read, Agent(test-writer, tools:helper)\n---\nLead.\n',
      },
    ],
  },
  check({ agents, hasAgent, agentNames }, report) {
    for (const { name, span } of agents) {
      if (hasAgent(name)) continue;
      report({
        message: l10n.t('There is no agent “{0}” here', name),
        span,
        fixes: () => respelt(span, nearest(name, agentNames())),
      });
    }
  },
};
