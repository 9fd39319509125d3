import * as l10n from '@vscode/l10n';
import { templatePlaceName } from '../../catalogue/template.ts';
import { type Block, outlineOf } from '../../parse/outline.ts';
import { declarationsOf } from '../../project/declarations/declarations.ts';
import { readBlock, type Statement } from '../../project/declarations/block.ts';
import type { DeclaredPlace } from '../../project/factTypes.ts';
import { headingName } from '../../project/headingName.ts';
import { bareValue, isPlaceholder } from '../../project/placeholders.ts';
import { shifted, type Span } from '../../text/span.ts';
import type { ProjectFileSubject } from '../projectSubject.ts';
import type { Fix, Rule } from '../rule.ts';
import { readsDatabase } from './exampleAgent.ts';
import { fillingFixes } from './fillingFixes.ts';

/** A placeholder that nobody has filled in, where no agent asks for it by name. */
export const placeholder: Rule<ProjectFileSubject> = {
  id: 'project/placeholder',
  severity: 'hint',
  doc: {
    summary: 'A placeholder that has not been filled in, and that no agent reads by name.',
    why: 'Claude Code loads CLAUDE.md into every session: a placeholder costs tokens and says nothing. Where an agent reads the section, `project/unfilled-section` says so instead.',
    examples: [
      {
        title: 'Placeholders of the template, of which a manifest answers one',
        path: 'CLAUDE.md',
        files: { 'compose.yaml': 'services:\n  db:\n    image: postgres:16\n' },
        text: '# Shop\n\n## Technologies\n\n- **Backend:** Node.js\n- **Database:** ⟦[fill in, e.g., PostgreSQL]⟧\n\n## Project Description\n\n⟦TBD⟧\n',
        fixed:
          '# Shop\n\n## Technologies\n\n- **Backend:** Node.js\n- **Database:** PostgreSQL\n\n## Project Description\n\nTBD\n',
      },
      {
        title: 'One that an agent reads',
        path: 'CLAUDE.md',
        files: { '.claude/agents/storage.md': readsDatabase },
        text: '# Shop\n\n## Technologies\n\n- **Database:** [fill in, e.g., PostgreSQL]\n',
      },
      {
        title: 'Placeholders under any other label, and within a sentence',
        path: 'CLAUDE.md',
        text: '# Shop of ⟦[YOUR_NAME]⟧\n\n- **Owner:** ⟦[fill in]⟧\n- **On call:** ⟦TBD⟧\n\nAsk ⟦[YOUR_TEAM]⟧ first.\n',
      },
      {
        title: 'Brackets that are no placeholder',
        path: 'CLAUDE.md',
        text: '# Shop\n\n- **Frontend:** [React, TypeScript]\n- **Branch names:** [feature/fix]\n- **TBD:** to be determined\n\nWrite `[YOUR_NAME]` below; see [YOUR_GUIDE](guide.md).\n',
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
        if (hit.label === undefined && hit.isSure !== true && !isTemplateHeading(heading)) continue;
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
          fixes: () => fixesOf(subject, span),
        });
      }
    }
  },
};

/** Those of the place that holds the placeholder; none where it is no answer to any. */
function fixesOf(subject: ProjectFileSubject, span: Span): Fix[] {
  const place = openPlace(declarationsOf(subject.file), span);
  if (place?.template === undefined) return [];
  return fillingFixes(subject, place, templatePlaceName(place.template));
}

/** The place with a text that waits for a value at a span. */
function openPlace(places: readonly DeclaredPlace[], span: Span): DeclaredPlace | undefined {
  for (const place of places) {
    if (span.end < place.labelSpan.start || span.start > place.valueSpan.end) continue;
    if (place.openTexts.some(({ start }) => start === span.start)) return place;
    const inside = openPlace(place.children, span);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** Nobody reads more. */
const mostReported = 100;

interface Hit {
  readonly span: Span;
  readonly label?: string;
  /** Wherever it stands. */
  readonly isSure?: true;
}

const hits = new WeakMap<Block, readonly Hit[]>();
const none: readonly Hit[] = [];

/** Spans from the block's start; read once for each block. */
function placeholdersIn(block: Block): readonly Hit[] {
  if (block.kind === 'fence' || block.kind === 'rule' || block.kind === 'other') return none;
  let known = hits.get(block);
  if (known === undefined) {
    const found: Hit[] = [];
    if (block.kind !== 'heading')
      for (const statement of readBlock(block).statements) collect(statement, found);
    collectForAuthor(block.text, found);
    known = found.length === 0 ? none : found;
    hits.set(block, known);
  }
  return known;
}

function collect({ name, words, text, children }: Statement, into: Hit[]): void {
  if (text.start < text.end && isPlaceholder(words)) {
    if (name === undefined) into.push({ span: text });
    else if (name.template !== undefined || waitsForAuthor(words, name.label))
      into.push({ span: text, label: name.label });
  }
  for (const child of children) collect(child, into);
}

/**
 * Under a label that the template does not have only what can mean nothing else: `[one/other]` there may be the form of
 * an answer, and `[describe it]` what Claude is to write.
 */
function waitsForAuthor(words: string, label: string): boolean {
  const value = bareValue(words);
  return (unmistakable.test(value) && !unmistakable.test(label)) || forAuthor.test(value);
}

const forAuthor = /^\[YOUR(?:[_ -][A-Z0-9]+)+\]$/;

const unmistakable = /^(?:\[\s*fill in\b[^\]]*\]|\[?TBD\]?|to be (?:determined|defined|decided|filled in))$/i;

/** `[YOUR_NAME]` anywhere in words, code left out. */
function collectForAuthor(text: string, into: Hit[]): void {
  if (!text.includes('[YOUR')) return;
  for (const { 0: written, index } of text.matchAll(
    /(`+)(?!`)[^]*?(?<!`)\1(?!`)|\[YOUR(?:[_ -][A-Z0-9]+)+\](?![([:])/g,
  )) {
    const span = { start: index, end: index + written.length };
    const isKnown = into.some((hit) => hit.span.start <= span.start && span.end <= hit.span.end);
    if (!written.startsWith('`') && !isKnown) into.push({ span, isSure: true });
  }
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
