import * as l10n from '@vscode/l10n';
import { normalizedName } from '../../catalogue/names.ts';
import type { SectionId } from '../../catalogue/template.ts';
import { type Block, outlineOf } from '../../parse/outline.ts';
import { readBlock } from '../../project/declarations/block.ts';
import { headingName } from '../../project/headingName.ts';
import { shifted, type Span } from '../../text/span.ts';
import { baseName } from '../../workspace/uris.ts';
import type { ProjectFileSubject } from '../projectSubject.ts';
import type { Finding, Report, Rule, Severity } from '../rule.ts';
import { type ImportedHeading, isTelling, repeatsIn, sectionAt } from './repeatedSections.ts';

/** A section, or a label of the template, that stands twice in the same place, or in what is imported too. */
export const duplicateSection: Rule<ProjectFileSubject> = {
  id: 'project/duplicate-section',
  severity: 'information',
  doc: {
    summary:
      'A section, or a label of the template, that stands twice under the same heading, or once more in an imported file.',
    why: 'Claude reads both, and agents take the values of both together: what was changed in one of them still holds in the other.',
    examples: [
      {
        title: 'A section twice',
        path: 'CLAUDE.md',
        text: '# Shop\n\n## 3. Technologies\n\n- Backend: Node.js\n\n## ⟦Technologies⟧\n\n- Backend: Java\n',
      },
      {
        title: 'A label twice',
        path: 'CLAUDE.md',
        text: '# Shop\n\n## Technologies\n\n- **Database:** PostgreSQL\n- **Backend:** Node.js\n- **⟦Database⟧:** MySQL\n',
      },
      {
        title: 'Any other section twice',
        path: 'CLAUDE.md',
        text: '# Shop\n\n## Commands\n\n- npm test\n\n## Style\n\n- Short names\n\n## ⟦Commands⟧\n\n- npm run lint\n',
      },
      {
        title: 'The same section in an imported file',
        path: 'CLAUDE.md',
        files: { 'docs/work.md': '# How we work\n\n## Commands\n\n- npm test\n' },
        text: '# Shop\n\n@docs/work.md\n\n## ⟦Commands⟧\n\n- npm run lint\n',
      },
      {
        title: 'A section that consists of what it imports',
        path: 'CLAUDE.md',
        files: { 'docs/work.md': '## Commands\n\n- npm test\n' },
        text: '# Shop\n\n## Commands\n\n@docs/work.md\n',
      },
      {
        title: 'A title that is a part of each section',
        path: 'CLAUDE.md',
        text: '# Shop\n\n## Names\n\n## Example\n\n`total`\n\n## Tests\n\n## Example\n\n`it`\n',
      },
      {
        title: 'Remarks that begin with the same word',
        path: 'CLAUDE.md',
        text: '# Shop\n\n## Style\n\n- Frontend: strict types\n- Frontend: no inline styles\n',
      },
      {
        title: 'One name under two headings',
        path: 'CLAUDE.md',
        text: '# Shop\n\n## Web\n\n### Technologies\n\n- React\n\n## App\n\n### Technologies\n\n- Flutter\n',
      },
    ],
  },
  check(subject, report) {
    const { file, uri, positions, imported } = subject;
    let reported = 0;
    const tell: Report = (finding) => {
      if (++reported <= mostReported) report(finding);
    };
    const meet = (seen: Map<string, Seen>, { key, level, label, span, severity }: Met): void => {
      const first = seen.get(key);
      if (first?.level !== level) seen.set(key, { level, span });
      else {
        tell({
          severity,
          message: l10n.t('"{0}" stands here twice', label),
          span,
          related: [
            {
              uri,
              ...positions.positionAt(first.span.start),
              length: first.span.end - first.span.start,
              message: l10n.t('"{0}" for the first time', label),
            },
          ],
        });
      }
    };
    const open: Opened[] = [{ level: 0, normalized: '', headings: new Map() }];
    for (const { start, block } of outlineOf(file.body)) {
      const at = file.bodyStart + start;
      if (block.kind !== 'heading') {
        const { within, labels = new Map<string, Seen>() } = open.at(-1)!;
        for (const { key, label, section, span } of labelsIn(block)) {
          // Elsewhere "Frontend: …" may begin any number of remarks.
          if (section !== within) continue;
          open.at(-1)!.labels = labels;
          meet(labels, { key, level: 0, label, span: shifted(span, at), severity: 'information' });
        }
        continue;
      }
      const { level } = block;
      while (open.at(-1)!.level >= level) open.pop();
      const parent = open.at(-1)!;
      const { label, template, normalized } = headingName(block);
      const severity = template === undefined ? 'hint' : 'information';
      parent.headings ??= new Map<string, Seen>();
      // As it is written, for synonyms of one section (`Tech Stack`, `Architecture`) may well stand side by side.
      if (!parent.headings.has(normalized))
        parent.headings.set(normalized, { level, span: shifted(block.title, at) });
      else if (template !== undefined || isTelling(normalized))
        meet(parent.headings, { key: normalized, level, label, span: shifted(block.title, at), severity });
      const within = template?.kind === 'section' ? template.section.id : parent.within;
      open.push({ level, normalized, ...(within === undefined ? {} : { within }) });
      if (reported >= mostReported) return;
      const repeats = repeatsIn(imported, open);
      if (repeats.length === 0) continue;
      // A heading over the import is its title.
      const words = sectionAt(file.body, start);
      const others = repeats.filter(({ path }) => !words.includes(`@${path}`));
      if (others.length > 0) tell({ severity, span: shifted(block.title, at), ...repeatedIn(others, label) });
    }
  },
};

function repeatedIn(others: readonly ImportedHeading[], label: string): Pick<Finding, 'message' | 'related'> {
  return {
    message: l10n.t('"{0}" stands in {1} too, which is imported here', label, baseName(others[0]!.uri)),
    related: others.map(({ uri, positions, title }) => ({
      uri,
      ...positions.positionAt(title.start),
      length: title.end - title.start,
      message: l10n.t('"{0}" in the imported file', label),
    })),
  };
}

interface Seen {
  readonly level: number;
  readonly span: Span;
}

interface Met extends Seen {
  readonly key: string;
  readonly label: string;
  /** Agents put the values of the template's sections together; of others the author may want both. */
  readonly severity: Severity;
}

/** A heading under which others stand; what stands there is noted when there is something. */
interface Opened {
  readonly level: number;
  readonly normalized: string;
  readonly within?: SectionId;
  headings?: Map<string, Seen>;
  labels?: Map<string, Seen>;
}

/** Nobody reads more. */
const mostReported = 100;

interface Label {
  readonly key: string;
  readonly label: string;
  readonly section: SectionId;
  readonly span: Span;
}

const labels = new WeakMap<Block, readonly Label[]>();
const none: readonly Label[] = [];

/** The labels of a block's own statements, not those nested in them; spans from the block's start. */
function labelsIn(block: Block): readonly Label[] {
  let known = labels.get(block);
  if (known === undefined) {
    const found = readBlock(block).statements.flatMap(({ name, labelSpan }) =>
      name?.template?.kind === 'label'
        ? [
            {
              key: normalizedName(name.label),
              label: name.label,
              section: name.template.label.section,
              span: labelSpan,
            },
          ]
        : [],
    );
    known = found.length === 0 ? none : found;
    labels.set(block, known);
  }
  return known;
}
