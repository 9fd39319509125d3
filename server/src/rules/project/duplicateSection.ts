import * as l10n from '@vscode/l10n';
import { normalizedName } from '../../catalogue/names.ts';
import type { SectionId } from '../../catalogue/template.ts';
import { type Block, outlineOf } from '../../parse/outline.ts';
import { readBlock } from '../../project/declarationsBlock.ts';
import { headingName } from '../../project/headingName.ts';
import { shifted, type Span } from '../../text/span.ts';
import type { ProjectFileSubject } from '../projectSubject.ts';
import type { Rule } from '../rule.ts';

/** A section or label of the template that one file has twice in the same place. */
export const duplicateSection: Rule<ProjectFileSubject> = {
  id: 'project/duplicate-section',
  severity: 'information',
  doc: {
    summary: 'A section or label of the template that stands twice under the same heading.',
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
  check({ file, uri, positions }, report) {
    const seen = new Map<string, Span>();
    let reported = 0;
    const meet = (key: string, label: string, span: Span): void => {
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, span);
        return;
      }
      if (++reported > mostReported) return;
      report({
        message: l10n.t('"{0}" stands here twice', label),
        span,
        related: [
          {
            uri,
            ...positions.positionAt(first.start),
            length: first.end - first.start,
            message: l10n.t('"{0}" for the first time', label),
          },
        ],
      });
    };
    const open: { readonly level: number; readonly at: number; readonly within?: SectionId }[] = [];
    for (const { start, block } of outlineOf(file.body)) {
      const at = file.bodyStart + start;
      if (block.kind === 'heading') while ((open.at(-1)?.level ?? 0) >= block.level) open.pop();
      const { at: parent, within } = open.at(-1) ?? { at: -1 };
      if (block.kind === 'heading') {
        const { label, template, normalized } = headingName(block);
        // As it is written, for synonyms of one section (`Tech Stack`, `Architecture`) may well stand side by side.
        if (template !== undefined)
          meet(`${parent} # ${block.level} ${normalized}`, label, shifted(block.title, at));
        const section = template?.kind === 'section' ? template.section.id : within;
        open.push({ level: block.level, at, ...(section === undefined ? {} : { within: section }) });
      } else {
        for (const { key, label, section, span } of labelsIn(block)) {
          // Elsewhere "Frontend: …" may begin any number of remarks.
          if (section === within) meet(`${parent} ${key}`, label, shifted(span, at));
        }
      }
    }
  },
};

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
