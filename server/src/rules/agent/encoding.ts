import * as l10n from '@vscode/l10n';
import { parseAgentFile } from '../../parse/agentFile.ts';
import type { AgentSubject } from '../subjects.ts';
import type { AgentRule } from './agentRule.ts';

/** A file that is not UTF-8. */
export const encoding: AgentRule = {
  id: 'agent/encoding',
  severity: 'warning',
  reads: 'body',
  doc: {
    summary: 'An agent whose file is not UTF-8.',
    why: 'Claude Code reads UTF-8. It skips a file in UTF-16 without a word; in one of any other encoding it reads “\uFFFD” for what it cannot decode, while an editor may show the text as it was meant.',
    examples: [
      {
        title: 'UTF-16 (an error)',
        text: '⟦---⟧\nname: reviewer\ndescription: Reviews changes\n---\nReview the change.\n',
        encoding: 'utf-16',
      },
      {
        title: 'Windows-1252, as Claude Code sees it',
        text: '---\nname: reviewer\ndescription: Reviews the caf⟦\uFFFD⟧ and the na\uFFFDve\n---\nReview the change.\n',
        encoding: 'other',
      },
      {
        title: 'UTF-8',
        text: '---\nname: reviewer\ndescription: Reviews the café and the naïve\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    if (subject.encoding === undefined || !meansToBeAgent(subject)) return;
    const { text } = subject;
    if (subject.encoding === 'utf-16') {
      const end = text.search(/[\r\n\0]/);
      report({
        severity: 'error',
        message: l10n.t('Claude Code skips this file: it is UTF-16, not UTF-8'),
        span: { start: 0, end: end < 1 ? Math.min(text.length, 3) : end },
      });
      return;
    }
    const first = text.indexOf('\uFFFD');
    const count = text.split('\uFFFD').length - 1;
    report({
      message:
        count === 0
          ? l10n.t('The file is not UTF-8: Claude Code reads “\uFFFD” for what it cannot decode')
          : l10n.t('The file is not UTF-8: Claude Code reads {0} of its characters as “\uFFFD”', count),
      span: first < 0 ? { start: 0, end: Math.min(text.length, 3) } : { start: first, end: first + 1 },
    });
  },
};

/** UTF-16 that was read as UTF-8 has zeros between its letters. */
function meansToBeAgent({ file, text, encoding: read }: AgentSubject): boolean {
  if (file.meansToBeAgent || read !== 'utf-16') return file.meansToBeAgent;
  return parseAgentFile(text.replaceAll(/[\0\uFFFD]/g, '')).meansToBeAgent;
}
