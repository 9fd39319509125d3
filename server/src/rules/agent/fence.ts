import * as l10n from '@vscode/l10n';
import { endOfLine } from '../../parse/frontmatterEntries.ts';
import type { Fix } from '../rule.ts';
import type { AgentRule } from './agentRule.ts';
import { cutByFence } from './repairYaml.ts';

/** A closing fence that is not the one meant. */
export const fence: AgentRule = {
  id: 'agent/fence',
  severity: 'warning',
  reads: 'frontmatter',
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
    if (before.trim() !== '') {
      const repairs = cutByFence(text, close);
      report({
        message: l10n.t('The frontmatter ends here, at “---”; what follows becomes part of the prompt'),
        span: close,
        fixes: () => repairs.map((repair) => ({ ...repair, preferred: true })),
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

function replacement(span: { start: number; end: number }): Fix {
  return {
    title: l10n.t('Make it three dashes'),
    safe: true,
    preferred: true,
    edits: [{ span, newText: '---' }],
  };
}
