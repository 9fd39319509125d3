import * as l10n from '@vscode/l10n';
import type { OwnNameSubject } from '../nameSubjects.ts';
import type { Rule } from '../rule.ts';

/** An agent that takes the place of one from further away. */
export const shadows: Rule<OwnNameSubject> = {
  id: 'agent/shadows',
  severity: 'information',
  doc: {
    summary: "An agent that takes the place of the user's own, or of one that Claude Code brings.",
    why: "It may well be meant so. A project's agent goes before the user's of the same name, and both go before Claude Code's own.",
    examples: [
      {
        title: "Claude Code's own agent",
        text: '---\nname: ⟦Explore⟧\ndescription: Finds its way about the code\n---\nExplore.\n',
      },
      {
        title: 'Another spelling is another agent',
        text: '---\nname: explore\ndescription: Finds its way about the code\n---\nExplore.\n',
      },
    ],
  },
  check({ name, span, winner, hidden, hidesBuiltin }, report) {
    if (winner !== undefined) return;
    if (hidden.length > 0) {
      report({
        message: l10n.t('Here it takes the place of your own agent “{0}”', name),
        span,
        related: hidden.map((other) => ({ ...other.place, message: l10n.t('Your own agent') })),
      });
    } else if (hidesBuiltin) {
      report({
        message: l10n.t('It takes the place of the agent “{0}” that Claude Code brings', name),
        span,
      });
    }
  },
};
