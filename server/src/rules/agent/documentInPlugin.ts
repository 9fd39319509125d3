import * as l10n from '@vscode/l10n';
import { endOfLine } from '../../parse/frontmatterEntries.ts';
import type { AgentRule } from './agentRule.ts';

/** A file among a plugin's agents that is written as a document, and is an agent to Claude Code. */
export const documentInPlugin: AgentRule = {
  id: 'agent/document-in-plugin',
  severity: 'information',
  reads: 'body',
  doc: {
    summary: 'A document in a plugin’s `agents` folder, which Claude Code takes for an agent.',
    why: 'Elsewhere a Markdown file without a `name` is no agent. A plugin’s agents need none: a README beside them becomes an agent that is called by its file’s name and has the text for its prompt.',
    examples: [
      {
        title: 'A README among a plugin’s agents',
        path: 'agents/README.md',
        files: { '.claude-plugin/plugin.json': '{ "name": "review" }\n' },
        text: '⟦# Our agents⟧\n\nOne reviews, one repairs.\n',
      },
      {
        title: 'The same file in a project’s own folder',
        text: '# Our agents\n\nOne reviews, one repairs.\n',
      },
    ],
  },
  check({ isPlugin, text, file }, report) {
    if (!isPlugin || !file.verdict.loads || file.frontmatter.meansToBeAgent) return;
    const start = Math.max(0, text.search(/[^\s\uFEFF]/));
    report({
      message: l10n.t('Claude Code takes this document for the agent “{0}”', file.verdict.name ?? ''),
      span: { start, end: Math.min(endOfLine(text, start, text.length), start + 200) },
    });
  },
};
