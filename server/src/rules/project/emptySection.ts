import * as l10n from '@vscode/l10n';
import { templateSectionOf } from '../../catalogue/template.ts';
import { type Block, type HeadingBlock, outlineOf } from '../../parse/outline.ts';
import { readBlock } from '../../project/declarations/block.ts';
import type { FactSource } from '../../project/factTypes.ts';
import { headingName } from '../../project/headingName.ts';
import { shifted, type Span } from '../../text/span.ts';
import type { ProjectFileSubject } from '../projectSubject.ts';
import type { Rule } from '../rule.ts';
import { readsDatabase } from './exampleAgent.ts';

/** A heading with nothing under it, where no agent asks for it by name. */
export const emptySection: Rule<ProjectFileSubject> = {
  id: 'project/empty-section',
  severity: 'hint',
  doc: {
    summary: 'A section with nothing in it, which no agent reads by name.',
    why: 'Claude finds the heading and learns nothing from it. `none` is an answer; nothing is not. Where an agent reads the section, `project/unfilled-section` says so instead.',
    examples: [
      {
        title: 'A heading over nothing',
        path: 'CLAUDE.md',
        text: '# Shop\n\n## ⟦Technologies⟧\n\n## Project Description\n\nSells things.\n\n## ⟦Release process⟧\n\n<!-- to come -->\n',
      },
      {
        title: 'Headings that say it all themselves',
        path: 'CLAUDE.md',
        text: '# Shop\n\n## Never push to main without a review\n\n## Rules\n\n### Small commits\n\n### Tests first\n\n## Contact: the platform team\n',
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
    let reported = 0;
    for (const { block, at } of emptyHeadings(file)) {
      const { label, template } = headingName(block);
      // Of what agents read there it is said already that it is missing or unfilled.
      if (subject.unanswered === undefined || isAskedFor(shifted(block.title, at), subject.unanswered))
        continue;
      if (template !== undefined && subject.readSections.has(templateSectionOf(template).id)) continue;
      if (++reported > mostReported) return;
      report({ message: l10n.t('"{0}" is empty', label), span: shifted(block.title, at) });
    }
  },
};

interface PlacedHeading {
  readonly block: HeadingBlock;
  /** In the file. */
  readonly at: number;
}

/** Headings over nothing that do not say themselves all there is to say. */
function emptyHeadings({ body, bodyStart }: FactSource): PlacedHeading[] {
  const empty: PlacedHeading[] = [];
  let open: PlacedHeading | undefined;
  let run: PlacedHeading[] = [];
  const endRun = (): void => {
    // Several in a row are a list, unless they are the template's.
    empty.push(...run.filter(({ block }) => isTitle(block, run.length)));
    run = [];
  };
  for (const { start, block } of outlineOf(body)) {
    if (block.kind === 'heading') {
      if (open !== undefined && block.level <= open.block.level) run.push(open);
      else endRun();
      if (open !== undefined && block.level !== open.block.level) endRun();
      open = { block, at: bodyStart + start };
    } else if (!isNothing(block)) open = undefined;
  }
  if (open !== undefined) run.push(open);
  endRun();
  return empty;
}

/** `## Database: PostgreSQL` is not empty, and a sentence needs nothing below it. */
function isTitle(block: HeadingBlock, inRow: number): boolean {
  const { label, template } = headingName(block);
  if (/[:(]/.test(label)) return false;
  return template !== undefined || (inRow === 1 && block.level > 1 && isName.test(label));
}

/** A few words without the signs of a sentence, a version or a file. What is unreleased may well be nothing. */
const isName = /^(?!.{41}|unreleased$)[\p{L}\p{N}&/'’-]+(?: [\p{L}\p{N}&/'’-]+){0,3}$/iu;

function isAskedFor(title: Span, unanswered: NonNullable<ProjectFileSubject['unanswered']>): boolean {
  for (const { labelSpan } of unanswered) {
    if (title.start <= labelSpan.start && labelSpan.end <= title.end) return true;
  }
  return false;
}

/** Nobody reads more. */
const mostReported = 100;

/** Rules and comments say nothing; where links lead to is something. */
function isNothing(block: Block): boolean {
  if (block.kind === 'rule') return true;
  return block.kind === 'other' && !readBlock(block).hasContent && !/^\s*\[/.test(block.text);
}
