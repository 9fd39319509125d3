import * as l10n from '@vscode/l10n';
import type { AgentFile } from '../../parse/agentFile.ts';
import { endOfLine } from '../../parse/frontmatterEntries.ts';
import { lineEndAt } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import type { Fix } from '../rule.ts';
import type { AgentRule } from './agentRule.ts';
import { earlyFence } from './earlyFence.ts';
import { type Candidate, preferringFirst } from './repair.ts';
import { earlyFenceRepairs } from './repairEarlyFence.ts';

/** A closing fence that is not the one meant. */
export const fence: AgentRule = {
  id: 'agent/fence',
  severity: 'warning',
  reads: 'body',
  doc: {
    summary: 'Frontmatter that ends somewhere else than it seems to.',
    why: 'Claude Code ends it at the first `---`, wherever that stands: in a value, in a comment, in a longer line of dashes. What follows becomes part of the prompt.',
    examples: [
      {
        title: 'Dashes in a value',
        text: '---\nname: reviewer\ndescription: Reviews ⟦---⟧ and repairs\ntools: Read\n---\nReview the change.\n',
        fixed:
          '---\nname: reviewer\ndescription: "Reviews \\x2D-- and repairs"\ntools: Read\n---\nReview the change.\n',
      },
      {
        title: 'A closing fence that is too long',
        text: '---\nname: reviewer\ndescription: Reviews changes\n⟦-----⟧\nReview the change.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews changes\n---\nReview the change.\n',
      },
      {
        title: 'A rule in the prompt',
        text: '---\nname: reviewer\ndescription: Reviews changes\n---\nReview.\n\n---\n\nRepair.\n',
      },
    ],
  },
  check(subject, report) {
    const { file, text } = subject;
    const { fence: found } = file.frontmatter;
    if (!file.verdict.loads || found.state !== 'closed') return;
    const { close } = found;
    const lineStart = text.lastIndexOf('\n', close.start - 1) + 1;
    const before = text.slice(lineStart, close.start);
    if (before.trim() !== '' || earlyFence(file) !== undefined) {
      report({
        message: l10n.t('The frontmatter ends here, at “---”; what follows becomes part of the prompt'),
        span: close,
        fixes: () =>
          preferringFirst(repairsOf(file, close)).map((repair): Fix => ({
            ...repair,
            reach: 'prompt-start',
          })),
      });
      return;
    }
    // The prompt is not to be looked at beyond the fence's own line, which ends with the dashes.
    const dashes =
      /^-*/.exec(text.slice(close.start, endOfLine(text, close.start, close.start + 200)))?.[0].length ?? 3;
    if (dashes > 3) {
      const span = { start: close.start, end: close.start + dashes };
      report({
        message: l10n.t('The frontmatter is closed by three dashes; the others become part of the prompt'),
        span,
        fixes: () => [replacement(span)],
      });
    }
  },
};

/** Where the dashes end their line too, they may be the fence that was meant. */
function repairsOf(file: AgentFile, close: Span): readonly Candidate[] {
  const { text } = file;
  const endsLine = text.slice(close.end, endOfLine(text, close.end, text.length)).trim() === '';
  const isMeant = endsLine && earlyFence(file) === undefined;
  const start = text.slice(0, close.start).trimEnd().length;
  const ownLine = {
    title: l10n.t('Put the “---” on a line of its own'),
    safe: isMeant && !text.slice(0, start).endsWith('-'),
    edits: [{ span: { start, end: close.start }, newText: lineEndAt(text, Math.max(0, start - 1)) }],
  };
  const escaped = earlyFenceRepairs(file);
  return isMeant ? [ownLine, ...escaped] : [...escaped, ownLine];
}

function replacement(span: Span): Fix {
  return {
    title: l10n.t('Make it three dashes'),
    safe: true,
    preferred: true,
    reach: 'prompt-start',
    edits: [{ span, newText: '---' }],
  };
}
