import * as l10n from '@vscode/l10n';
import type { OwnNameSubject } from '../nameSubjects.ts';
import type { Rule } from '../rule.ts';

/** A file that another one of the same folder and name makes void. */
export const duplicateName: Rule<OwnNameSubject> = {
  id: 'agent/duplicate-name',
  severity: 'warning',
  doc: {
    summary: 'An agent whose name another file of the same folder has too.',
    why: 'Of several files with one `name` below one `agents` folder Claude Code takes the last by path, and says nothing of the others. In a plugin the subfolders are part of the name.',
    examples: [
      {
        title: 'The last one by path wins',
        fileName: 'a.md',
        files: {
          '.claude/agents/b.md':
            '---\nname: reviewer\ndescription: Reviews design\n---\nReview the design.\n',
        },
        text: '---\nname: ⟦reviewer⟧\ndescription: Reviews changes\n---\nReview the change.\n',
      },
      {
        title: 'Names are case-sensitive',
        fileName: 'a.md',
        files: {
          '.claude/agents/b.md':
            '---\nname: Reviewer\ndescription: Reviews design\n---\nReview the design.\n',
        },
        text: '---\nname: reviewer\ndescription: Reviews changes\n---\nReview the change.\n',
      },
      {
        title: 'Two agents of a plugin',
        path: 'agents/a.md',
        files: {
          '.claude-plugin/plugin.json': '{ "name": "review" }\n',
          'agents/b.md': '---\nname: reviewer\ndescription: Reviews design\n---\nReview the design.\n',
        },
        text: '---\nname: ⟦reviewer⟧\ndescription: Reviews changes\n---\nReview the change.\n',
      },
      {
        title: 'Two agents in different folders of a plugin, review:changes:reviewer and review:reviewer',
        path: 'agents/changes/a.md',
        files: {
          '.claude-plugin/plugin.json': '{ "name": "review" }\n',
          'agents/b.md': '---\nname: reviewer\ndescription: Reviews design\n---\nReview the design.\n',
        },
        text: '---\nname: reviewer\ndescription: Reviews changes\n---\nReview the change.\n',
      },
    ],
  },
  check({ span, winner }, report) {
    if (winner === undefined) return;
    report({
      message: l10n.t('Claude Code uses “{0}” instead, which has the same name', winner.path),
      span,
      related: [{ ...winner.place, message: l10n.t('The agent that is used') }],
    });
  },
};
