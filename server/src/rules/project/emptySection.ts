import * as l10n from '@vscode/l10n';
import { templateSectionOf } from '../../catalogue/template.ts';
import { type Block, type HeadingBlock, outlineOf } from '../../parse/outline.ts';
import { readBlock } from '../../project/declarationsBlock.ts';
import { headingName } from '../../project/headingName.ts';
import { shifted } from '../../text/span.ts';
import type { ProjectFileSubject } from '../projectSubject.ts';
import type { Rule } from '../rule.ts';
import { readsDatabase } from './exampleAgent.ts';

/** A heading of the template with nothing under it, where no agent asks for it by name. */
export const emptySection: Rule<ProjectFileSubject> = {
  id: 'project/empty-section',
  severity: 'hint',
  doc: {
    summary: 'A section of the template with nothing in it, which no agent reads by name.',
    why: 'Claude finds the heading and learns nothing from it. `none` is an answer; nothing is not. Where an agent reads the section, `project/unfilled-section` says so instead.',
    examples: [
      {
        title: 'A heading over nothing',
        path: 'CLAUDE.md',
        text: '# Shop\n\n## ⟦Technologies⟧\n\n## Notes for reviewers\n\n## Project Description\n\nSells things.\n',
      },
      {
        title: 'One of which an agent reads something: that is missing',
        path: 'CLAUDE.md',
        files: { '.claude/agents/storage.md': readsDatabase },
        text: '# Shop\n\n## Technologies\n',
      },
      {
        title: 'A heading over another',
        path: 'CLAUDE.md',
        text: '# Shop\n\n## Technologies\n\n### Backend\n\nNode.js\n',
      },
    ],
  },
  check(subject, report) {
    const { file } = subject;
    let open: { readonly block: HeadingBlock; readonly at: number } | undefined;
    let reported = 0;
    const close = (): void => {
      if (open === undefined) return;
      const { block, at } = open;
      const { label, template } = headingName(block);
      // `## Database: PostgreSQL` is not empty.
      if (template === undefined || /[:(]/.test(label)) return;
      // Of what agents read there it is said already that it is missing or unfilled.
      if (subject.unanswered === undefined || subject.readSections.has(templateSectionOf(template).id))
        return;
      if (++reported > mostReported) return;
      report({ message: l10n.t('"{0}" is empty', label), span: shifted(block.title, at) });
    };
    for (const { start, block } of outlineOf(file.body)) {
      if (block.kind === 'heading') {
        if (open !== undefined && block.level <= open.block.level) close();
        open = { block, at: file.bodyStart + start };
      } else if (!isNothing(block)) open = undefined;
    }
    close();
  },
};

/** Nobody reads more. */
const mostReported = 100;

/** Rules and comments say nothing. */
function isNothing(block: Block): boolean {
  return block.kind === 'rule' || (block.kind === 'other' && !readBlock(block).hasContent);
}
