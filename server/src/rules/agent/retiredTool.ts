import * as l10n from '@vscode/l10n';
import { retiredTools } from '../../catalogue/tools.ts';
import type { ToolEntry, ToolList } from '../../parse/agentTools.ts';
import type { Fix } from '../rule.ts';
import type { AgentRule } from './agentRule.ts';
import { removed, renamed, toolLists } from './toolLists.ts';

/** A tool that Claude Code once had. */
export const retiredTool: AgentRule = {
  id: 'agent/retired-tool',
  severity: 'information',
  reads: 'frontmatter',
  doc: {
    summary: 'A tool that Claude Code no longer has.',
    why: 'The name grants nothing any more. Hundreds of published agents still have one, and work without it.',
    examples: [
      {
        title: 'A retired tool whose work another one does',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: Read, ⟦MultiEdit⟧\n---\nReview the change.\n',
        fixed:
          '---\nname: reviewer\ndescription: Reviews changes\ntools: Read, Edit\n---\nReview the change.\n',
      },
      {
        title: 'A retired tool beside its successor',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: Edit, ⟦MultiEdit⟧, Read\n---\nReview the change.\n',
        fixed:
          '---\nname: reviewer\ndescription: Reviews changes\ntools: Edit, Read\n---\nReview the change.\n',
      },
      {
        title: 'A retired tool that is to be taken away',
        text: '---\nname: reviewer\ndescription: Reviews changes\ndisallowedTools: Write, ⟦MultiEdit⟧\n---\nReview the change.\n',
        fixed:
          '---\nname: reviewer\ndescription: Reviews changes\ndisallowedTools: Write\n---\nReview the change.\n',
      },
      {
        title: 'Tools of today',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: Read, Edit\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    for (const list of toolLists(subject).each) {
      for (const entry of list.entries) {
        if (!retiredTools.has(entry.name)) continue;
        report({
          message: isTaken(list)
            ? l10n.t('“{0}” is a retired tool; it takes nothing away', entry.name)
            : l10n.t('“{0}” is a retired tool; it grants nothing', entry.name),
          span: entry.span,
          tag: 'deprecated',
          fixes: () => fixes(subject.text, entry, list),
        });
      }
    }
  },
};

function fixes(text: string, entry: ToolEntry, list: ToolList): readonly Fix[] {
  const successor = retiredTools.get(entry.name);
  const isThere = list.entries.some(({ name }) => name === successor);
  const remove = removed(text, entry, l10n.t('Remove “{0}”', entry.name), list);
  if (successor === undefined || isThere) return remove;
  // Another tool may grant more than the old one did: not for "fix all".
  const change = renamed(entry, successor, l10n.t('Change to “{0}”', successor), false);
  if (!isTaken(list)) return [...change, ...remove];
  // It would take away what the agent works with today.
  return [
    ...remove.map((fix) => ({ ...fix, preferred: true })),
    ...change.map((fix) => ({ ...fix, preferred: false })),
  ];
}

function isTaken({ field }: ToolList): boolean {
  return field.key === 'disallowedTools';
}
