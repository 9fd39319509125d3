import * as l10n from '@vscode/l10n';
import { type Block, outlineOf } from '../../parse/outline.ts';
import { readBlock, type Statement } from '../../project/declarationsBlock.ts';
import { headingName } from '../../project/headingName.ts';
import { isPlaceholder } from '../../project/placeholders.ts';
import { shifted, type Span } from '../../text/span.ts';
import type { ProjectFileSubject } from '../projectSubject.ts';
import type { Rule } from '../rule.ts';
import { readsDatabase } from './exampleAgent.ts';

/** A placeholder that nobody has filled in, where no agent asks for it by name. */
export const placeholder: Rule<ProjectFileSubject> = {
  id: 'project/placeholder',
  severity: 'hint',
  doc: {
    summary: 'A placeholder of the template that has not been filled in, and that no agent reads by name.',
    why: 'Claude Code loads CLAUDE.md into every session: a placeholder costs tokens and says nothing. Where an agent reads the section, `project/unfilled-section` says so instead.',
    examples: [
      {
        title: 'Placeholders of the template',
        path: 'CLAUDE.md',
        text: '# Shop\n\n## Technologies\n\n- **Backend:** Node.js\n- **Database:** ⟦[fill in, e.g., PostgreSQL]⟧\n\n## Project Description\n\n⟦TBD⟧\n',
        fixed:
          '# Shop\n\n## Technologies\n\n- **Backend:** Node.js\n- **Database:** none\n\n## Project Description\n\nTBD\n',
      },
      {
        title: 'One that an agent reads',
        path: 'CLAUDE.md',
        files: { '.claude/agents/storage.md': readsDatabase },
        text: '# Shop\n\n## Technologies\n\n- **Database:** [fill in, e.g., PostgreSQL]\n',
      },
      {
        title: 'Brackets that are no placeholder',
        path: 'CLAUDE.md',
        text: '# Shop\n\n- **Frontend:** [React, TypeScript]\n- **Branch names:** [feature/fix]\n',
      },
    ],
  },
  check(subject, report) {
    const { file } = subject;
    let heading: Block | undefined;
    let reported = 0;
    for (const { start, block } of outlineOf(file.body)) {
      if (block.kind === 'heading') heading = block;
      for (const hit of placeholdersIn(block)) {
        if (hit.label === undefined && !isTemplateHeading(heading)) continue;
        const { unanswered } = subject;
        if (unanswered === undefined) return;
        const span = shifted(hit.span, file.bodyStart + start);
        if (isInside(span, unanswered)) continue;
        if (++reported > mostReported) return;
        report({
          message:
            hit.label === undefined
              ? l10n.t('This placeholder is not filled in')
              : l10n.t('"{0}" is not filled in', hit.label),
          span,
          fixes: () =>
            hit.label === undefined
              ? []
              : [
                  {
                    title: l10n.t('Answer "{0}" with "none"', hit.label),
                    safe: false,
                    edits: [{ span, newText: 'none' }],
                  },
                ],
        });
      }
    }
  },
};

/** Nobody reads more. */
const mostReported = 100;

interface Hit {
  readonly span: Span;
  readonly label?: string;
}

const hits = new WeakMap<Block, readonly Hit[]>();
const none: readonly Hit[] = [];

/** Spans from the block's start; read once for each block. */
function placeholdersIn(block: Block): readonly Hit[] {
  if (block.kind !== 'list' && block.kind !== 'paragraph' && block.kind !== 'table') return none;
  let known = hits.get(block);
  if (known === undefined) {
    const found: Hit[] = [];
    for (const statement of readBlock(block).statements) collect(statement, found);
    known = found.length === 0 ? none : found;
    hits.set(block, known);
  }
  return known;
}

function collect({ name, words, text, children }: Statement, into: Hit[]): void {
  if (text.start < text.end && isPlaceholder(words)) {
    if (name === undefined) into.push({ span: text });
    else if (name.template !== undefined) into.push({ span: text, label: name.label });
  }
  for (const child of children) collect(child, into);
}

function isTemplateHeading(heading: Block | undefined): boolean {
  if (heading?.kind !== 'heading') return false;
  return headingName(heading).template !== undefined;
}

function isInside(span: Span, places: NonNullable<ProjectFileSubject['unanswered']>): boolean {
  for (const { valueSpan } of places) {
    if (valueSpan.start <= span.start && span.end <= valueSpan.end) return true;
  }
  return false;
}
