import * as l10n from '@vscode/l10n';
import type { DeclaredPlace } from '../../project/factTypes.ts';
import type { ProjectSubject, RequiredPlace } from '../projectSubject.ts';
import type { Rule } from '../rule.ts';
import { readsDatabase } from './exampleAgent.ts';
import { fillingFixes } from './fillingFixes.ts';
import { readerNames, readerPlaces } from './readers.ts';

/** A section that an agent reads and that holds a placeholder or nothing. */
export const unfilledSection: Rule<ProjectSubject> = {
  id: 'project/unfilled-section',
  severity: 'warning',
  doc: {
    summary: 'A section of CLAUDE.md that an installed agent reads holds only a placeholder, or nothing.',
    why: 'The agent finds the section and learns nothing from it. `none` or `n/a` is an answer; a placeholder is not.',
    examples: [
      {
        title: 'A placeholder, where a manifest shows the answer',
        path: 'CLAUDE.md',
        files: {
          '.claude/agents/storage.md': readsDatabase,
          'compose.yaml': 'services:\n  db:\n    image: postgres:16\n',
        },
        text: '# Shop\n\n## Technologies\n\n- **Database:** ⟦[fill in, e.g., MySQL]⟧\n',
        fixed: '# Shop\n\n## Technologies\n\n- **Database:** PostgreSQL\n',
      },
      {
        title: 'Nothing at all',
        path: 'CLAUDE.md',
        files: { '.claude/agents/storage.md': readsDatabase },
        text: '# Shop\n\n## ⟦Database⟧\n',
        fixed: '# Shop\n\n## Database\n\n[fill in, e.g., PostgreSQL, Redis]\n',
      },
      {
        title: '“none” is an answer',
        path: 'CLAUDE.md',
        files: { '.claude/agents/storage.md': readsDatabase },
        text: '# Shop\n\n## Technologies\n\n- **Database:** none\n',
      },
    ],
  },
  check(subject, report) {
    for (const { required, place } of unfilledPlaces(subject)) {
      report({
        severity: required.quoted ? 'warning' : 'information',
        message:
          required.readers.length === 0
            ? l10n.t('The template\'s section "{0}" is not filled in', required.label)
            : l10n.t('"{0}" is not filled in; read by {1}', required.label, readerNames(required.readers)),
        span: isEmpty(place, subject.file.text) ? place.labelSpan : place.valueSpan,
        related: readerPlaces(required),
        fixes: () => fillingFixes(subject, place, required.label),
      });
    }
  },
};

/** The places of a file in which agents look for an answer and find none. */
export function unfilledPlaces({
  required,
  facts,
  file,
}: ProjectSubject): { readonly required: RequiredPlace; readonly place: DeclaredPlace }[] {
  return required.flatMap((one) => {
    const { status, places } = facts.resolve(one.label);
    const place = places[0];
    return status === 'unfilled' && place?.uri === file.uri ? [{ required: one, place }] : [];
  });
}

/** A heading's value is its whole section: the heading itself is the place to look at. */
function isEmpty(place: DeclaredPlace, text: string): boolean {
  const value = text.slice(place.valueSpan.start, place.valueSpan.end);
  return place.kind === 'heading' || value.trim() === '';
}
