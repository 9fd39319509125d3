import * as l10n from '@vscode/l10n';
import type { DeclaredPlace } from '../../project/factTypes.ts';
import type { ProjectSubject, RequiredPlace } from '../projectSubject.ts';
import type { Fix, Rule } from '../rule.ts';
import { readsDatabase } from './exampleAgent.ts';
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
        title: 'A placeholder',
        path: 'CLAUDE.md',
        files: { '.claude/agents/storage.md': readsDatabase },
        text: '# Shop\n\n## Technologies\n\n- **Database:** ⟦[fill in, e.g., PostgreSQL]⟧\n',
        fixed: '# Shop\n\n## Technologies\n\n- **Database:** none\n',
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
    for (const required of subject.required) {
      const resolution = subject.facts.resolve(required.label);
      if (resolution.status !== 'unfilled') continue;
      const place = resolution.places[0];
      if (place === undefined || place.uri !== subject.file.uri) continue;
      report({
        severity: required.quoted ? 'warning' : 'information',
        message:
          required.readers.length === 0
            ? l10n.t('The template\'s section "{0}" is not filled in', required.label)
            : l10n.t('"{0}" is not filled in; read by {1}', required.label, readerNames(required.readers)),
        span: isEmpty(place, subject.file.text) ? place.labelSpan : place.valueSpan,
        related: readerPlaces(required),
        fixes: () => answerFixes(place, required),
      });
    }
  },
};

function answerFixes(place: DeclaredPlace, required: RequiredPlace): Fix[] {
  if (place.kind === 'heading' || place.valueSpan.start === place.valueSpan.end) return [];
  return [
    {
      title: l10n.t('Answer "{0}" with "none"', required.label),
      safe: false,
      edits: [{ span: place.valueSpan, newText: 'none' }],
    },
  ];
}

/** A heading's value is its whole section: the heading itself is the place to look at. */
function isEmpty(place: DeclaredPlace, text: string): boolean {
  const value = text.slice(place.valueSpan.start, place.valueSpan.end);
  return place.kind === 'heading' || value.trim() === '';
}
