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
    why: "The parentheses say which agents may be started (in `tools`) or may not (in `disallowedTools`). A name that nobody has does neither. Looked for in the project, the folders above it up to the root of its repository, the user's own folder, among what Claude Code brings, and in plugins that lie in the workspace (`plugin:agent`); nothing is said where more may come from elsewhere.",
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
        title: 'An agent of a plugin in the workspace, by its own name',
        files: {
          'tools/.claude-plugin/plugin.json': '{ "name": "tools" }\n',
          'tools/agents/helper.md': '---\nname: helper\ndescription: Helps\n---\nHelp.\n',
        },
        text: '---\nname: lead\ndescription: Leads\ntools: Read, Agent(⟦helper⟧)\n---\nLead.\n',
        fixed: '---\nname: lead\ndescription: Leads\ntools: Read, Agent(tools:helper)\n---\nLead.\n',
      },
      {
        title: 'Agents of the project, and of a plugin that is not here',
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
        fixes: () => respelt(span, meant(name, agentNames())),
      });
    }
  },
};

/** An agent of a plugin is often called by its own name alone. */
function meant(name: string, names: readonly string[]): readonly string[] {
  const ofPlugins = names.filter((full) => full.endsWith(`:${name.slice(name.lastIndexOf(':') + 1)}`));
  if (ofPlugins.length > 0) return ofPlugins.slice(0, 3);
  const plugin = name.slice(0, name.lastIndexOf(':') + 1);
  if (plugin === '') return nearest(name, names);
  // The plugin's name alone makes nothing near.
  const own = names.filter((full) => full.startsWith(plugin)).map((full) => full.slice(plugin.length));
  const near = nearest(name.slice(plugin.length), own).map((part) => plugin + part);
  return near.length > 0 || own.length > 0 ? near : nearest(name, names);
}
