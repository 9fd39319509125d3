import * as l10n from '@vscode/l10n';
import type { TemplateLabel } from '../../catalogue/template.ts';
import type { Technology } from '../../catalogue/types.ts';
import type { DetectedTechnology } from '../../project/detect/detect.ts';
import type { DeclaredPlace, DeclaredValue, Resolution } from '../../project/factTypes.ts';
import type { Span } from '../../text/span.ts';
import type { ProjectSubject } from '../projectSubject.ts';
import type { Fix, RelatedPlace, Report, Rule } from '../rule.ts';
import { appendEdit, noneSpan } from './driftEdits.ts';
import { rivalOf } from './driftGroups.ts';
import { namedIn, saysUnknown } from './driftSilence.ts';
import { driftLabels, isMentioned } from './driftValues.ts';
import { readsDatabase } from './exampleAgent.ts';

const lists = '# Shop\n\n## Technologies\n\n';
const compose = 'services:\n  db:\n    image: postgres:16\n  cache:\n    image: redis:7\n';

/** What a project's manifests show and the section for it does not say, or says otherwise. */
export const drift: Rule<ProjectSubject> = {
  id: 'project/drift',
  severity: 'hint',
  doc: {
    summary:
      'The manifests show a database, framework or cloud that the section does not mention, or another one than it names.',
    why: 'An agent adapts to what CLAUDE.md says. Where the project has moved on, the agent works for the project as it was.',
    examples: [
      {
        title: 'A service that the section does not mention',
        path: 'CLAUDE.md',
        files: { '.claude/agents/storage.md': readsDatabase, 'compose.yaml': compose },
        text: `${lists}- **⟦Database⟧:** PostgreSQL\n`,
        fixed: `${lists}- **Database:** PostgreSQL, Redis\n`,
      },
      {
        title: 'Another database than the section names',
        path: 'CLAUDE.md',
        files: { '.claude/agents/storage.md': readsDatabase, 'compose.yaml': compose },
        text: `${lists}- **Database:** ⟦MySQL⟧, Redis\n`,
        fixed: `${lists}- **Database:** PostgreSQL, Redis\n`,
      },
      {
        title: 'A database where there is said to be none',
        path: 'CLAUDE.md',
        files: { '.claude/agents/storage.md': readsDatabase, 'compose.yaml': compose },
        text: `${lists}- **Database:** ⟦none⟧\n`,
        fixed: `${lists}- **Database:** PostgreSQL, Redis\n`,
      },
      {
        title: 'A database that is reached with another one’s driver is right as it stands',
        path: 'CLAUDE.md',
        files: {
          '.claude/agents/storage.md': readsDatabase,
          'package.json': '{ "dependencies": { "pg": "8" } }\n',
        },
        text: `${lists}- **Database:** CockroachDB\n`,
      },
      {
        title: 'A database for the tests alone declares nothing',
        path: 'CLAUDE.md',
        files: {
          '.claude/agents/storage.md': readsDatabase,
          'package.json':
            '{ "dependencies": { "pg": "8" }, "devDependencies": { "better-sqlite3": "12" } }\n',
        },
        text: `${lists}- **Database:** PostgreSQL 16\n`,
      },
    ],
  },
  check(subject, report) {
    for (const { label, isDrifting } of driftLabels) {
      const shown = subject.detected.technologies[label.technologySection].filter(isDrifting);
      if (shown.length === 0) continue;
      const resolution = subject.facts.resolvePlace({ kind: 'label', label });
      const place = resolution.places[0];
      if (place === undefined || place.uri !== subject.file.uri || place.kind === 'metadata') continue;
      // What the other document says is not known.
      if (resolution.values.length === 0 && resolution.places.some((one) => one.pointsElsewhere)) continue;
      if (resolution.status === 'none') checkNone(subject, shown, place, report);
      else if (resolution.status === 'met' || resolution.status === 'partial')
        checkPlace(subject, label, shown, resolution, place, report);
    }
  },
};

/** "none", and yet there is something: it runs, or the product itself depends on it. */
function checkNone(
  subject: ProjectSubject,
  shown: readonly DetectedTechnology[],
  place: DeclaredPlace,
  report: Report,
): void {
  const certain = shown.filter(({ scope }) => scope === 'production');
  const span = noneSpan(subject.file.text, place);
  if (certain.length === 0 || span === undefined) return;
  // What stands under another label is said, if in another place.
  if (certain.some((one) => isMentioned(one, saidIn(subject)))) return;
  const names = certain.map(({ technology }) => technology.name).join(', ');
  report({
    message: l10n.t('{0} shows {1}; "{2}" says that there is none', certain[0]!.path, names, place.label),
    span,
    related: certain.map(evidence),
    fixes: () => [
      { title: l10n.t('Change to "{0}"', names), safe: false, edits: [{ span, newText: names }] },
    ],
  });
}

function checkPlace(
  subject: ProjectSubject,
  label: TemplateLabel,
  shown: readonly DetectedTechnology[],
  resolution: Resolution,
  place: DeclaredPlace,
  report: Report,
): void {
  let unmentioned = shown.filter((one) => !isMentioned(one, resolution.values));
  if (unmentioned.length === 0) return;
  const { start, end } = place.valueSpan;
  const text = subject.file.text.slice(start, Math.min(end, start + longestValue));
  if (saysUnknown(resolution.values, text, label.technologySection === 'database')) return;
  // A value may stand under another label, in another section, or in words that declare nothing.
  const said = saidIn(subject);
  unmentioned = unmentioned.filter((one) => !isMentioned(one, said));
  const rival = rivalOf(unmentioned, shown, resolution.values, subject.detected);
  if (rival !== undefined && rival.value.uri === subject.file.uri) {
    reportRival(subject.file.text, rival.value, rival.shown, report);
    unmentioned = unmentioned.filter((one) => one !== rival.shown);
  }
  const [first] = unmentioned;
  if (first === undefined) return;
  const names = unmentioned.map(({ technology }) => technology.name).join(', ');
  report({
    message:
      unmentioned.length === 1
        ? l10n.t('{0} shows {1}, which "{2}" does not mention', first.path, names, place.label)
        : l10n.t('The manifests show {0}, which "{1}" does not mention', names, place.label),
    span: place.labelSpan,
    related: unmentioned.map(evidence),
    fixes: () => appendFixes(subject, place, label, unmentioned),
  });
}

function saidIn({ facts }: ProjectSubject): { readonly technology?: Technology }[] {
  return [...facts.pool, ...namedIn(facts.sources)];
}

function reportRival(text: string, value: DeclaredValue, shown: DetectedTechnology, report: Report): void {
  const { name } = shown.technology;
  report({
    message: l10n.t('{0} shows {1}; no manifest shows {2}', shown.path, name, value.text),
    span: value.span,
    related: [evidence(shown)],
    fixes: () => [
      {
        title: l10n.t('Change to "{0}"', name),
        safe: false,
        edits: [{ span: withVersion(value, text), newText: name }],
      },
    ],
  });
}

/** The version that stands behind a name is none of what takes its place. */
function withVersion({ span, version }: DeclaredValue, text: string): Span {
  if (version === undefined) return span;
  const rest = text.slice(span.end, span.end + version.length + 3);
  const at = rest.indexOf(version);
  const isNext = at >= 0 && /^\s?v?$/i.test(rest.slice(0, at));
  return isNext ? { start: span.start, end: span.end + at + version.length } : span;
}

function appendFixes(
  subject: ProjectSubject,
  place: DeclaredPlace,
  label: TemplateLabel,
  unmentioned: readonly DetectedTechnology[],
): Fix[] {
  const names = unmentioned.map(({ technology }) => technology.name);
  const edit = appendEdit(subject.file.text, place, label, names);
  return edit === undefined
    ? []
    : [{ title: l10n.t('Add {0} (detected)', names.join(', ')), safe: false, edits: [edit] }];
}

function evidence({ technology, uri, line }: DetectedTechnology): RelatedPlace {
  return { uri, line, character: 0, length: 0, message: l10n.t('{0} is used here', technology.name) };
}

const longestValue = 5000;
