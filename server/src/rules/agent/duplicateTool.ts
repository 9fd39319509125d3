import * as l10n from '@vscode/l10n';
import { toolAliases } from '../../catalogue/tools.ts';
import type { ToolEntry } from '../../parse/agentTools.ts';
import type { AgentRule } from './agentRule.ts';
import { removed, toolLists } from './toolLists.ts';
import { isBetweenNames } from './toolWords.ts';

/** A tool that is there already. */
export const duplicateTool: AgentRule = {
  id: 'agent/duplicate-tool',
  severity: 'hint',
  reads: 'frontmatter',
  doc: {
    summary: 'A tool that is listed twice.',
    why: 'The second time changes nothing.',
    examples: [
      {
        title: 'The same tool again',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: Read, Edit, ⟦Read⟧\n---\nReview the change.\n',
        fixed:
          '---\nname: reviewer\ndescription: Reviews changes\ntools: Read, Edit\n---\nReview the change.\n',
      },
      {
        title: 'One tool with two specifiers',
        text: '---\nname: reviewer\ndescription: Reviews changes\ndisallowedTools: Agent(a), Agent(b)\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    for (const list of toolLists(subject).each) {
      const seen = new Set<string>();
      for (const entry of list.entries) {
        if (isBetweenNames(entry)) continue;
        const tool = identity(entry);
        if (!seen.has(tool)) seen.add(tool);
        else {
          report({
            message: l10n.t('“{0}” is in the list already', entry.text),
            span: entry.span,
            tag: 'unnecessary',
            fixes: () => removed(subject.text, entry, l10n.t('Remove the second “{0}”', entry.text), list),
          });
        }
      }
    }
  },
};

function identity({ name, specifier }: ToolEntry): string {
  const today = toolAliases.get(name) ?? name;
  return specifier === undefined ? today : `${today}(${specifier})`;
}
