import * as l10n from '@vscode/l10n';
import { agentField } from '../../catalogue/agentFields.ts';
import type { AgentField } from '../../parse/agentFile.ts';
import type { Fix } from '../rule.ts';
import type { AgentRule } from './agentRule.ts';
import { fieldLines } from './fieldLines.ts';

/** A field that has no effect in an agent that comes with a plugin. */
export const ignoredInPlugin: AgentRule = {
  id: 'agent/ignored-in-plugin',
  severity: 'error',
  reads: 'frontmatter',
  doc: {
    summary: 'A field that Claude Code ignores because the agent comes with a plugin.',
    why: 'A plugin’s agents get no hooks, no MCP servers and no permission mode of their own.',
    examples: [
      {
        title: 'A plugin’s agent',
        path: 'agents/reviewer.md',
        files: { '.claude-plugin/plugin.json': '{ "name": "review" }\n' },
        text: '---\nname: reviewer\ndescription: Reviews changes\n⟦permissionMode⟧: plan\n---\nReview the change.\n',
      },
      {
        title: 'The same field in a project’s agent',
        text: '---\nname: reviewer\ndescription: Reviews changes\npermissionMode: plan\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    if (!subject.isPlugin) return;
    for (const field of subject.file.frontmatter.byKey.values()) {
      if (agentField(field.key)?.ignoredInPlugins !== true) continue;
      report({
        message: l10n.t('Claude Code ignores “{0}” in an agent that comes with a plugin', field.key),
        span: field.keySpan,
        tag: 'unnecessary',
        fixes: () => [withoutField(subject.text, field)],
      });
    }
  },
};

/** It has no effect; but its author may want to move it to a place where it has. */
function withoutField(text: string, field: AgentField): Fix {
  const title = l10n.t('Remove “{0}”', field.key);
  return { title, safe: false, preferred: true, edits: [{ span: fieldLines(text, field), newText: '' }] };
}
