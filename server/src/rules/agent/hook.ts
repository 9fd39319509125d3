import * as l10n from '@vscode/l10n';
import { hookEvents } from '../../catalogue/hooks.ts';
import type { AgentField } from '../../parse/agentFile.ts';
import { type HookProblem, hookProblems } from '../../parse/agentHooks.ts';
import type { Span } from '../../text/span.ts';
import type { Fix } from '../rule.ts';
import type { AgentRule } from './agentRule.ts';
import { hookProblemSpan, hookProblemText } from './hooksReason.ts';
import { nearest } from './nearest.ts';
import { preferringFirst } from './repair.ts';
import { hookProblemRepairs } from './repairHooks.ts';

/** A hook that Claude Code drops. */
export const hook: AgentRule = {
  id: 'agent/hook',
  severity: 'error',
  reads: 'frontmatter',
  doc: {
    summary: 'A hook that Claude Code does not take.',
    why: 'It is dropped with a line in the debug log. On `PreToolUse` and `PermissionRequest` the whole agent is not loaded.',
    examples: [
      {
        title: 'An event in the wrong case',
        text: '---\nname: reviewer\ndescription: Reviews changes\nhooks:\n  ⟦postToolUse⟧:\n    - hooks:\n        - {type: command, command: lint}\n---\nReview the change.\n',
        fixed:
          '---\nname: reviewer\ndescription: Reviews changes\nhooks:\n  PostToolUse:\n    - hooks:\n        - {type: command, command: lint}\n---\nReview the change.\n',
      },
      {
        title: 'A good hook',
        text: '---\nname: reviewer\ndescription: Reviews changes\nhooks:\n  Stop:\n    - hooks:\n        - {type: command, command: lint, timeout: 5}\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    const { file } = subject;
    const hooks = file.frontmatter.byKey.get('hooks');
    // In a plugin's agent hooks do nothing at all.
    if (!file.verdict.loads || hooks === undefined || subject.isPlugin) return;
    for (const problem of hookProblems(hooks.value)) {
      const span = hookProblemSpan(hooks, problem);
      report({
        message: l10n.t('Claude Code drops this hook: {0}', hookProblemText(problem)),
        span,
        fixes: () => fixes(subject.text, hooks, problem, span),
      });
    }
  },
};

function fixes(text: string, hooks: AgentField, problem: HookProblem, span: Span): readonly Fix[] {
  if (problem.kind === 'unknown-event') return events(problem, span);
  return preferringFirst(hookProblemRepairs(text, hooks, problem));
}

function events({ name = '' }: HookProblem, span: Span): Fix[] {
  const letters = name.replaceAll(/[-_ ]/g, '');
  return nearest(letters, hookEvents, 5).map((value, i) => ({
    title: l10n.t('Change to “{0}”', value),
    safe: value.toLowerCase() === letters.toLowerCase(),
    preferred: i === 0,
    edits: [{ span, newText: value }],
  }));
}
