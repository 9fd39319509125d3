import * as l10n from '@vscode/l10n';
import { misspeltTemplatePlace, templatePlaceName } from '../../catalogue/template.ts';
import type { ReferencesSubject } from '../projectSubject.ts';
import type { Rule } from '../rule.ts';
import { readsDatabase } from './exampleAgent.ts';

/** A quoted label that neither the project document nor the template knows, but close to one that it does. */
export const unknownSection: Rule<ReferencesSubject> = {
  id: 'agent/unknown-section',
  severity: 'information',
  doc: {
    summary:
      'The agent reads a section that the project document does not have, under a name close to a known one.',
    why: 'A misspelt section name is looked for in vain in every project.',
    examples: [
      {
        title: 'A misspelt section',
        files: { 'CLAUDE.md': '# Shop\n' },
        text: readsDatabase.replace('Database', '⟦Databsae⟧'),
        fixed: readsDatabase,
      },
      {
        title: 'A section of the project’s own',
        files: { 'CLAUDE.md': '# Shop\n\n## Storage rules\n\n- Never delete.\n' },
        text: readsDatabase.replace('Database', 'Storage rules'),
      },
    ],
  },
  check(subject, report) {
    for (const reference of subject.references) {
      if (!reference.quoted || reference.place !== undefined) continue;
      if (subject.facts.resolve(reference.label).status !== 'missing') continue;
      const near = misspeltTemplatePlace(reference.label);
      if (near === undefined) continue;
      const name = templatePlaceName(near);
      report({
        message: l10n.t('No section "{0}" is known; did you mean "{1}"?', reference.label, name),
        span: reference.span,
        fixes: () => [
          {
            title: l10n.t('Change to "{0}"', name),
            safe: false,
            preferred: true,
            edits: [{ span: reference.span, newText: name }],
          },
        ],
      });
    }
  },
};
