import * as l10n from '@vscode/l10n';
import { distance } from 'fastest-levenshtein';
import { domains, spellingsOfDomain, spellingsOfTechnology, technologies } from '../../catalogue/lookup.ts';
import { templateSections } from '../../catalogue/template.ts';
import type { TemplateLabel } from '../../catalogue/template.ts';
import type { ProjectFacts } from '../../project/facts.ts';
import type { DeclaredValue } from '../../project/factTypes.ts';
import type { ProjectFileSubject } from '../projectSubject.ts';
import type { Rule } from '../rule.ts';

/** A declared technology or domain that nobody knows, one slip away from one that everybody knows. */
export const misspeltName: Rule<ProjectFileSubject> = {
  id: 'project/misspelt-name',
  severity: 'hint',
  doc: {
    summary: 'A technology or domain that is not known, and differs by one slip from one that is.',
    why: 'An agent’s entry for PostgreSQL is not found by a project that declares “Postgersql”.',
    examples: [
      {
        title: 'A slip',
        path: 'CLAUDE.md',
        text: '# Shop\n\n- Business domains: ⟦logisitcs⟧\n\n## Technologies\n\n- **Database:** ⟦Postgersql⟧ 16, Redis\n',
        fixed:
          '# Shop\n\n- Business domains: Logistics\n\n## Technologies\n\n- **Database:** Postgersql 16, Redis\n',
      },
      {
        title: 'Something of the project’s own',
        path: 'CLAUDE.md',
        text: '# Shop\n\n## Technologies\n\n- **Backend:** Shopkit, Redisson\n',
      },
    ],
  },
  check({ facts }, report) {
    const seen = new Set<DeclaredValue>();
    for (const value of untiedValues(facts)) {
      if (seen.has(value.value)) continue;
      seen.add(value.value);
      const near = nearestTo(value.value.text, value.holds);
      if (near === undefined) continue;
      report({
        message: l10n.t('"{0}" is not known; did you mean "{1}"?', value.value.text, near),
        span: value.value.span,
        fixes: () => [
          {
            title: l10n.t('Change to "{0}"', near),
            safe: false,
            preferred: true,
            edits: [{ span: value.value.span, newText: near }],
          },
        ],
      });
    }
  },
};

type Kind = 'technologies' | 'domains';

const labels: readonly TemplateLabel[] = templateSections
  .filter(({ id }) => id === 'technologies' || id === 'domains-and-goals')
  .flatMap((section) => section.labels);

function untiedValues(facts: ProjectFacts): { readonly value: DeclaredValue; readonly holds: Kind }[] {
  return labels.flatMap((label) => {
    const { holds } = label;
    if (holds !== 'technologies' && holds !== 'domains') return [];
    return facts
      .resolvePlace({ kind: 'label', label })
      .values.filter(({ technology, domain }) => technology === undefined && domain === undefined)
      .map((value) => ({ value, holds }));
  });
}

const known: Record<Kind, Map<string, string | undefined>> = {
  technologies: new Map(),
  domains: new Map(),
};
const mostRemembered = 2000;

/** The name, as it is to be written, of what a text most likely misspells; nearly never wrong. */
function nearestTo(text: string, kind: Kind): string | undefined {
  const memo = known[kind];
  if (memo.has(text)) return memo.get(text);
  if (memo.size >= mostRemembered) memo.clear();
  const near = search(text.toLowerCase(), kind);
  memo.set(text, near);
  return near;
}

/**
 * One word with one letter too many, too few, wrong or changed places, the first letter right, and only one
 * such name. Short words have too many neighbours.
 */
function search(word: string, kind: Kind): string | undefined {
  if (!/^\p{L}[\p{L}\d.+#-]*$/u.test(word) || word.length < shortest || word.length > longest)
    return undefined;
  if (others.has(word)) return undefined;
  let near: Name | undefined;
  for (const name of namesOf(kind)) {
    if (name.lower[0] !== word[0] || Math.abs(name.lower.length - word.length) > 1) continue;
    if (!isOneSlip(word, name.lower)) continue;
    if (near !== undefined && near.id !== name.id) return undefined;
    near ??= name;
  }
  return near?.written;
}

/** Real things that are one slip away from others. */
const others = new Set(['stylis', 'protobufjs']);
const shortest = 6;
const longest = 40;

/** A plural, and a letter or digit more or less at the end, are no slip: `Redisson`, `Angular2`, `databases`. */
function isOneSlip(word: string, name: string): boolean {
  if (word.startsWith(name) || name.startsWith(word)) return false;
  if (/\d/.test(word) || /\d/.test(name)) return false;
  const edits = distance(word, name);
  if (edits === 1) return true;
  return edits === 2 && word.length === name.length && isSwapped(word, name);
}

function isSwapped(word: string, name: string): boolean {
  let at = 0;
  while (word[at] === name[at]) at++;
  return word[at] === name[at + 1] && word[at + 1] === name[at] && word.slice(at + 2) === name.slice(at + 2);
}

interface Name {
  readonly id: string;
  readonly written: string;
  readonly lower: string;
}

const names: Partial<Record<Kind, readonly Name[]>> = {};

function namesOf(kind: Kind): readonly Name[] {
  names[kind] ??= (
    kind === 'technologies'
      ? technologies.flatMap((one) => spellingsOfTechnology(one).map(({ text }) => ({ id: one.id, text })))
      : domains.flatMap((one) => spellingsOfDomain(one).map(({ text }) => ({ id: one.id, text })))
  )
    .filter(({ text }) => text.length >= shortest - 1 && !text.includes(' '))
    .map(({ id, text }) => ({ id, written: text, lower: text.toLowerCase() }));
  return names[kind];
}
