import * as l10n from '@vscode/l10n';
import type { AgentRule } from './agentRule.ts';
import { toolLists } from './toolLists.ts';
import { isForMainSession, nothingLeft } from './toolsLeft.ts';

/** A tool that the agent gets only where it is the main session. */
export const mainSessionTool: AgentRule = {
  id: 'agent/main-session-tool',
  severity: 'hint',
  reads: 'frontmatter',
  doc: {
    summary: 'A tool that subagents never get.',
    why: 'It works where the agent runs as the main session (`claude --agent`), and nowhere else.',
    examples: [
      {
        title: 'A question to the user',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: Read, ⟦AskUserQuestion⟧\n---\nReview the change.\n',
      },
      {
        title: 'Leaving plan mode, in an agent that plans',
        text: '---\nname: reviewer\ndescription: Reviews changes\ntools: Read, ExitPlanMode\npermissionMode: plan\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    const plans = subject.file.frontmatter.byKey.get('permissionMode')?.value === 'plan';
    const entries = (toolLists(subject).tools?.entries ?? []).filter(({ name }) =>
      isForMainSession(name, plans),
    );
    // Of a list of nothing else that is said.
    if (entries.length === 0 || nothingLeft(subject) === 'main-session') return;
    for (const entry of entries) {
      report({
        message: l10n.t('A subagent never gets “{0}”; it works in the main session alone', entry.name),
        span: entry.span,
      });
    }
  },
};
