import * as l10n from '@vscode/l10n';
import { misspeltTemplatePlace } from '../../catalogue/template.ts';
import { sectionAnchor } from '../../project/sectionAnchor.ts';
import { insertionFor } from '../../project/insertSections/insertSections.ts';
import type { RequestedLabel } from '../../project/insertSections/insertSections.ts';
import { prefilled } from '../../project/prefill.ts';
import type { ProjectSubject, RequiredPlace } from '../projectSubject.ts';
import type { Fix, Rule } from '../rule.ts';
import { readsDatabase } from './exampleAgent.ts';
import { readerNames, readerPlaces } from './readers.ts';

/** A section that an agent reads and the project document lacks. */
export const missingSection: Rule<ProjectSubject> = {
  id: 'project/missing-section',
  severity: 'warning',
  doc: {
    summary: 'A section of CLAUDE.md that an installed agent reads is not there.',
    why: 'An adaptive agent says which parts of CLAUDE.md it reads. Where such a part is missing, the agent has nothing to adapt to and works from all it knows.',
    examples: [
      {
        title: 'An agent reads “Database”',
        path: 'CLAUDE.md',
        files: { '.claude/agents/storage.md': readsDatabase },
        text: '# Shop\n\n## ⟦3. Technologies⟧\n\n- **Backend:** Node.js\n',
        fixed:
          '# Shop\n\n## 3. Technologies\n\n- **Backend:** Node.js\n- **Database:** [fill in, e.g., PostgreSQL, Redis]\n',
      },
      {
        title: 'An agent misspells it: that is said in the agent',
        path: 'CLAUDE.md',
        files: { '.claude/agents/storage.md': readsDatabase.replace('Database', 'Databse') },
        text: '# Shop\n\n- **Database:** PostgreSQL\n',
      },
      {
        title: 'No agent reads anything',
        path: 'CLAUDE.md',
        text: '# Shop\n\nRun the tests before you commit.\n',
      },
    ],
  },
  check(subject, report) {
    if (!subject.isMainFile) return;
    const missing = missingPlaces(subject);
    for (const required of missing) {
      report({
        severity: required.quoted ? 'warning' : 'information',
        message:
          required.readers.length === 0
            ? l10n.t('The template\'s section "{0}" is missing', required.label)
            : l10n.t('"{0}" is missing; read by {1}', required.label, readerNames(required.readers)),
        span: sectionAnchor(subject.file, required.place),
        related: readerPlaces(required),
        fixes: () => addFixes(subject, required, missing),
      });
    }
  },
};

/**
 * The required places to which the project document has no answer at all. What an agent misspells is not missing: its
 * name is put right in the agent (`agent/unknown-section`).
 */
export function missingPlaces(subject: ProjectSubject): RequiredPlace[] {
  return subject.required.filter(
    ({ label, place }) =>
      (place !== undefined || misspeltTemplatePlace(label) === undefined) &&
      subject.facts.resolve(label).status === 'missing',
  );
}

/** With what was detected, where something was, and with a placeholder; then all that is missing, in both ways. */
function addFixes(
  subject: ProjectSubject,
  required: RequiredPlace,
  missing: readonly RequiredPlace[],
): Fix[] {
  const { file, detected } = subject;
  const { label } = required;
  const fixes: Fix[] = [];
  const add = (title: string, requests: readonly RequestedLabel[]): void => {
    fixes.push({ title, safe: false, preferred: fixes.length === 0, edits: insertionFor(file, requests) });
  };
  const one = prefilled(detected, [{ label }]);
  if (isPrefilled(one)) {
    const values = one.flatMap(({ value }) => value ?? []).join('; ');
    add(l10n.t('Add "{0}": {1} (detected)', label, values), one);
  }
  add(l10n.t('Add "{0}"', label), [{ label }]);
  if (missing.length > 1) {
    const all = missing.map((place) => ({ label: place.label }));
    const filled = prefilled(detected, all);
    if (isPrefilled(filled))
      add(l10n.t('Add all {0} missing sections, with what was detected', missing.length), filled);
    add(l10n.t('Add all {0} missing sections', missing.length), all);
  }
  return fixes;
}

function isPrefilled(requests: readonly RequestedLabel[]): boolean {
  return requests.some(({ value }) => value !== undefined);
}
