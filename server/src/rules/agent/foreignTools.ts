import * as l10n from '@vscode/l10n';
import { isForeignTool } from '../../catalogue/foreignTools.ts';
import type { AgentRule } from './agentRule.ts';
import { foreignToolRepairs } from './repairForeignTools.ts';
import { foreignEntries, isLowerCase, unknownEntries } from './unknownTool.ts';
import { toolLists } from './toolLists.ts';

/** The tools of another product; said once a file. */
export const foreignTools: AgentRule = {
  id: 'agent/foreign-tools',
  severity: 'warning',
  reads: 'frontmatter',
  doc: {
    summary: 'Tools of another product, such as Copilot’s `codebase` or `search`.',
    why: 'Claude Code has none of them. Left as they are, the agent has fewer tools than it seems, or none; in `disallowedTools` they take nothing away.',
    examples: [
      {
        title: 'Claude Code’s own tools',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: Read, Grep\n---\nReview the change.\n',
      },
      {
        title: 'Copilot’s tools',
        text: "---\nname: reviewer\ndescription: Reviews changes\ntools: ['⟦codebase⟧', 'search', 'Read']\n---\nReview the change.\n",
      },
      {
        title: 'Copilot’s tools, to be taken away',
        text: '---\nname: reviewer\ndescription: Reviews changes\ndisallowedTools: ⟦search⟧, codebase\n---\nReview the change.\n',
      },
      {
        title: 'Several names that resemble nothing of Claude Code',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: Read, ⟦invoice_lookup⟧, invoice_create, ledger_export\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    const lists = toolLists(subject).each;
    const unknown = lists.flatMap(unknownEntries);
    const known = foreignEntries(unknown);
    // `read` among them is one of them too.
    const foreign =
      known.length === 0
        ? known
        : unknown.filter((entry) => known.includes(entry) || isLowerCase(entry.name));
    const [first] = known;
    if (first === undefined) return;
    const named = foreign.slice(0, 5).map(({ text }) => `“${text.slice(0, 40)}”`);
    const list = named.join(', ');
    const rest = foreign.length - named.length;
    const isKnown = foreign.some(({ name }) => isForeignTool(name));
    report({
      message: messageOf(list, rest, isKnown),
      span: first.span,
      fixes: () =>
        lists
          .filter(({ entries }) => entries.some((entry) => known.includes(entry)))
          .flatMap((list) => foreignToolRepairs(subject.text, list, known)),
    });
  },
};

/** @param isKnown they are known to be another product's: otherwise they are just none of ours */
function messageOf(list: string, rest: number, isKnown: boolean): string {
  if (!isKnown && rest > 0) return l10n.t('Claude Code has none of the tools {0} and {1} more', list, rest);
  if (!isKnown) return l10n.t('Claude Code has none of the tools {0}', list);
  return rest > 0
    ? l10n.t('Claude Code has none of the tools {0} and {1} more, which are another product’s', list, rest)
    : l10n.t('Claude Code has no {0}: another product’s tools', list);
}
