import * as l10n from '@vscode/l10n';
import { toolList } from '../../parse/agentTools.ts';
import type { AgentRule } from './agentRule.ts';

/** More skills than an agent starts with. */
export const tooManySkills: AgentRule = {
  id: 'agent/too-many-skills',
  severity: 'warning',
  reads: 'frontmatter',
  doc: {
    summary: 'More than 32 skills.',
    why: 'The first 32 are loaded when the agent starts, the others are not.',
    examples: [
      {
        title: 'One too many',
        text: `---\nname: reviewer\ndescription: Reviews changes\nskills: ${names(32)}, ⟦one-more⟧\n---\nReview the change.\n`,
      },
      {
        title: 'As many as there may be',
        text: `---\nname: reviewer\ndescription: Reviews changes\nskills: ${names(32)}\n---\nReview the change.\n`,
      },
    ],
  },
  check({ file }, report) {
    const skills = file.frontmatter.byKey.get('skills');
    if (!file.verdict.loads || skills === undefined) return;
    const { entries } = toolList(file.text, skills);
    const first = entries[most];
    if (first === undefined) return;
    report({
      message: l10n.t(
        'The agent starts with the first {0} skills; {1} more are not loaded',
        most,
        entries.length - most,
      ),
      span: first.span,
    });
  },
};

const most = 32;

function names(count: number): string {
  return Array.from({ length: count }, (_, i) => `skill-${i + 1}`).join(', ');
}
