import * as l10n from '@vscode/l10n';
import type { AgentRule } from './agentRule.ts';
import { mayResolve, toolLists, tornTools } from './toolLists.ts';
import { quoted } from './yamlText.ts';

/** A tool whose parentheses hold a comma, in a list in brackets. */
export const tornTool: AgentRule = {
  id: 'agent/torn-tool',
  severity: 'warning',
  reads: 'frontmatter',
  doc: {
    summary: 'A tool that the comma in its parentheses tears in two.',
    why: 'In a YAML list in brackets a comma begins the next item, also between parentheses. None of the parts is a tool, so that what was to be granted is not.',
    examples: [
      {
        title: 'Two commands of Bash',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: [⟦Bash(git status, git diff)⟧, Read]\n---\nReview the change.\n',
        fixed:
          '---\nname: reviewer\ndescription: Reviews changes\ntools: ["Bash(git status, git diff)", Read]\n---\nReview the change.\n',
      },
      {
        title: 'In quotes, and without brackets',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: Agent(helper, other), Read\ndisallowedTools: ["Agent(this, that)"]\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    const lists = toolLists(subject);
    for (const list of lists.each) {
      const grantsNothing = list === lists.tools && !list.all && !list.entries.some(mayResolve);
      for (const { span, parts } of tornTools(list)) {
        const written = subject.text.slice(span.start, span.end);
        report({
          severity: grantsNothing ? 'error' : 'warning',
          message: messageOf(parts.map(({ text }) => `“${text}”`).join(', '), grantsNothing),
          span,
          fixes: () => [
            {
              title: l10n.t('Put the tool in quotes'),
              safe: true,
              preferred: true,
              edits: [{ span, newText: quoted(written) }],
            },
          ],
        });
      }
    }
  },
};

/** @param grantsNothing nothing else in the list is a tool either */
function messageOf(parts: string, grantsNothing: boolean): string {
  return grantsNothing
    ? l10n.t('The comma tears this in {0}, none of which is a tool: the agent cannot be started', parts)
    : l10n.t('The comma tears this in {0}, none of which is a tool', parts);
}
