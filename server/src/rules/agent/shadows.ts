import * as l10n from '@vscode/l10n';
import type { OtherAgent, OwnNameSubject } from '../nameSubjects.ts';
import type { RelatedPlace, Rule } from '../rule.ts';

/** An agent that takes the place of one from further away, or that one from nearer takes the place of. */
export const shadows: Rule<OwnNameSubject> = {
  id: 'agent/shadows',
  severity: 'information',
  doc: {
    summary:
      'An agent that takes the place of another: of a folder above, of the user, or of one that Claude Code brings.',
    why: "It may well be meant so. Of agents with one name, that of the deepest `.claude/agents` counts, seen from the folder that Claude Code was started in up to the repository's root; a project's goes before the user's, and both go before Claude Code's own.",
    examples: [
      {
        title: "Claude Code's own agent",
        text: '---\nname: ⟦Explore⟧\ndescription: Finds its way about the code\n---\nExplore.\n',
      },
      {
        title: 'An agent of the folder above',
        path: 'shop/.claude/agents/reviewer.md',
        files: {
          '.claude/agents/reviewer.md':
            '---\nname: reviewer\ndescription: Reviews changes\n---\nReview the change.\n',
        },
        text: '---\nname: ⟦reviewer⟧\ndescription: Reviews changes of the shop\n---\nReview the change.\n',
      },
      {
        title: 'An agent that a folder below has too',
        files: {
          'shop/.claude/agents/reviewer.md':
            '---\nname: reviewer\ndescription: Reviews changes of the shop\n---\nReview the change.\n',
        },
        text: '---\nname: ⟦reviewer⟧\ndescription: Reviews changes\n---\nReview the change.\n',
      },
      {
        title: 'Another spelling is another agent',
        text: '---\nname: explore\ndescription: Finds its way about the code\n---\nExplore.\n',
      },
      {
        title: 'Two folders side by side',
        path: 'shop/.claude/agents/reviewer.md',
        files: {
          'store/.claude/agents/reviewer.md':
            '---\nname: reviewer\ndescription: Reviews changes\n---\nReview the change.\n',
        },
        text: '---\nname: reviewer\ndescription: Reviews changes of the shop\n---\nReview the change.\n',
      },
    ],
  },
  check({ name, span, winner, above, users, hidesBuiltin, below }, report) {
    if (winner !== undefined) return;
    const [nearest] = above;
    const related = [
      ...above.map((other) => linkTo(other, l10n.t('The agent of “{0}”', other.folder))),
      ...(users === undefined ? [] : [linkTo(users, l10n.t('Your own agent'))]),
    ];
    if (nearest !== undefined) {
      const message = l10n.t(
        'In this folder it takes the place of the agent “{0}” of “{1}”',
        name,
        nearest.folder,
      );
      report({ message, span, related });
    } else if (users !== undefined) {
      report({ message: l10n.t('Here it takes the place of your own agent “{0}”', name), span, related });
    } else if (hidesBuiltin) {
      report({
        message: l10n.t('It takes the place of the agent “{0}” that Claude Code brings', name),
        span,
      });
    }
    if (below.length > 0) {
      const folders = below.map(({ folder }) => `“${folder}”`).join(', ');
      report({
        message: l10n.t('In {0} the agent of that folder takes its place', folders),
        span,
        related: below.map((other) => linkTo(other, l10n.t('The agent of “{0}”', other.folder))),
      });
    }
  },
};

function linkTo({ place }: OtherAgent, message: string): RelatedPlace {
  return { ...place, message };
}
