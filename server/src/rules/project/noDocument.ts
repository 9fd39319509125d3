import * as l10n from '@vscode/l10n';
import { createDocument } from '../../project/createDocument.ts';
import { prefilled } from '../../project/prefill.ts';
import type { ReferencesSubject } from '../projectSubject.ts';
import type { Rule } from '../rule.ts';
import { readsDatabase } from './exampleAgent.ts';

/** An agent that reads a project document where there is none. */
export const noDocument: Rule<ReferencesSubject> = {
  id: 'project/no-document',
  severity: 'warning',
  doc: {
    summary: 'The agent reads CLAUDE.md, and the project has none.',
    why: 'Without a project document the agent has nothing to adapt to.',
    examples: [
      {
        title: 'A project without CLAUDE.md',
        text: readsDatabase.replace('Database', '⟦Database⟧'),
      },
      {
        title: 'A project with one',
        files: { 'CLAUDE.md': '# Shop\n' },
        text: readsDatabase,
      },
    ],
  },
  check(subject, report) {
    const first = subject.references[0];
    if (subject.hasDocument || first === undefined) return;
    const labels = [...new Set(subject.references.map(({ label }) => label))];
    report({
      severity: subject.references.some(({ quoted }) => quoted) ? 'warning' : 'information',
      message: l10n.t(
        'This agent reads {0}, and the project has no CLAUDE.md',
        labels.map((label) => `"${label}"`).join(', '),
      ),
      span: first.span,
      fixes: () => [
        {
          title: l10n.t('Create CLAUDE.md with the sections this agent reads'),
          safe: false,
          preferred: true,
          edits: [],
          create: { uri: subject.documentUri, content: documentText(subject, labels) },
        },
      ],
    });
  },
};

function documentText({ detected, lineEnd }: ReferencesSubject, labels: readonly string[]): string {
  const wanted = labels.map((label) => ({ label }));
  return createDocument(prefilled(detected, wanted), lineEnd).newText;
}
