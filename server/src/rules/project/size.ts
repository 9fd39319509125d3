import * as l10n from '@vscode/l10n';
import { hiddenSpans } from '../../parse/projectFile.ts';
import type { Span } from '../../text/span.ts';
import type { ProjectFileSubject } from '../projectSubject.ts';
import type { Rule } from '../rule.ts';

/** A project document that is larger than Claude Code likes. */
export const size: Rule<ProjectFileSubject> = {
  id: 'project/size',
  severity: 'information',
  doc: {
    summary: 'A file of the project document above 40,000 characters, or a document above 120,000.',
    why: 'All of it is loaded into every session. Claude Code itself warns of such files, from 40,000 characters with a context of 200,000 tokens, and skips a file above 4 MiB.',
    examples: [
      {
        title: 'A large file',
        path: 'CLAUDE.md',
        text: `⟦# Shop⟧\n\n${'All orders are checked twice.\n'.repeat(1400)}`,
      },
      { title: 'A usual one', path: 'CLAUDE.md', text: '# Shop\n\nAll orders are checked twice.\n' },
    ],
  },
  check(subject, report) {
    const { text, documentLength } = subject;
    if (isTooLarge(text)) {
      report({
        severity: 'error',
        message: l10n.t('Claude Code skips this file: it is larger than 4 MiB'),
        span: firstLine(text),
      });
      return;
    }
    if (text.length > mostOfFile) {
      const length = shownLength(text);
      if (length > mostOfFile) {
        report({
          message: l10n.t(
            'This file has {0} characters; Claude Code warns above {1}, for all of it is loaded into every session',
            length,
            mostOfFile,
          ),
          span: firstLine(text),
        });
        return;
      }
    }
    if (documentLength !== undefined && documentLength > mostOfDocument) {
      report({
        message: l10n.t(
          'The files of this project document have {0} characters together; Claude Code warns above {1}',
          documentLength,
          mostOfDocument,
        ),
        span: firstLine(text),
      });
    }
  },
};

const mostOfFile = 40_000;
const mostOfDocument = 120_000;
const mostBytes = 4_194_304;

/** Without what Claude Code strips. */
function shownLength(text: string): number {
  return hiddenSpans(text).reduce((length, { start, end }) => length - (end - start), text.length);
}

/** In UTF-8; counted only where the length leaves it open. */
function isTooLarge(text: string): boolean {
  if (text.length * 3 <= mostBytes) return false;
  if (text.length > mostBytes) return true;
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes > mostBytes;
}

function firstLine(text: string): Span {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const end = text.slice(start, start + 200).search(/[\r\n]/);
  return { start, end: end < 0 ? Math.min(text.length, start + 200) : start + end };
}
