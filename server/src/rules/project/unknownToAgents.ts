import * as l10n from '@vscode/l10n';
import type { ProjectFileSubject } from '../projectSubject.ts';
import type { Rule } from '../rule.ts';
import { readsDatabase } from './exampleAgent.ts';

/** A declared technology or domain on which no agent of the project has anything. */
export const unknownToAgents: Rule<ProjectFileSubject> = {
  id: 'project/unknown-to-agents',
  severity: 'hint',
  offByDefault: true,
  doc: {
    summary: 'A technology or domain that the project declares and none of its adaptive agents knows.',
    why: 'The agents that read the section have nothing on it, and work from what the model knows. Useful for those who keep agents for their projects, noise for everybody else: off unless it is set.',
    examples: [
      {
        title: 'No agent has anything on CockroachDB',
        path: 'CLAUDE.md',
        files: { '.claude/agents/storage.md': readsDatabase },
        text: '# Shop\n\n## Technologies\n\n- **Backend:** Go\n- **Database:** PostgreSQL, ⟦CockroachDB⟧\n',
      },
      {
        title: 'A part of what they know',
        path: 'CLAUDE.md',
        files: { '.claude/agents/storage.md': readsDatabase },
        text: '# Shop\n\n## Technologies\n\n- **Database:** PostgreSQL with pgvector\n',
      },
    ],
  },
  check({ facts, uri, isKnownToAgents }, report) {
    if (isKnownToAgents === undefined) return;
    for (const value of facts.pool) {
      const isNamed = value.technology !== undefined || value.domain !== undefined;
      if (!isNamed || value.uri !== uri || isKnownToAgents(value)) continue;
      report({ message: l10n.t('No agent of this project knows "{0}"', value.text), span: value.span });
    }
  },
};
