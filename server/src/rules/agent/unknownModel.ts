import * as l10n from '@vscode/l10n';
import { agentField } from '../../catalogue/agentFields.ts';
import type { AgentRule } from './agentRule.ts';
import { nearest } from './nearest.ts';

/** A model that looks like none: Claude Code sends it as it is, and the agent fails when it is called. */
export const unknownModel: AgentRule = {
  id: 'agent/unknown-model',
  severity: 'warning',
  reads: 'frontmatter',
  doc: {
    summary: 'A model name that no model has.',
    why: 'Claude Code does not check the name but sends it as it is. Aliases, full ids and the names of other providers’ models are fine.',
    examples: [
      {
        title: 'A name for people',
        text: '---\nname: reviewer\ndescription: Reviews changes\nmodel: ⟦Claude Sonnet⟧\n---\nReview the change.\n',
      },
      {
        title: 'A misspelt alias',
        text: '---\nname: reviewer\ndescription: Reviews changes\nmodel: ⟦sonet⟧\n---\nReview the change.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews changes\nmodel: sonnet\n---\nReview the change.\n',
      },
      {
        title: 'A full id',
        text: '---\nname: reviewer\ndescription: Reviews changes\nmodel: claude-sonnet-4-20250514\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    const { file } = subject;
    // VS Code warns of what it does not know, full ids among it.
    if (!file.verdict.loads || subject.inVsCodeChatAgent) return;
    const field = file.frontmatter.byKey.get('model');
    if (field === undefined || typeof field.value !== 'string') return;
    const model = field.value.trim();
    if (model === '' || looksRight(model)) return;
    const span = field.valueSpan;
    report({
      message: l10n.t('No model is called “{0}”; Claude Code sends the name as it is', shortened(model)),
      span,
      fixes: () =>
        nearest(model, agentField('model')?.values ?? []).map((value, i) => ({
          title: l10n.t('Change to “{0}”', value),
          safe: false,
          preferred: i === 0,
          edits: [{ span, newText: value }],
        })),
    });
  },
};

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** An alias in any case, or anything with the marks of an id; no id has a space in it. */
function looksRight(model: string): boolean {
  const info = agentField('model');
  const aliases = [...(info?.values ?? []), ...(info?.alsoTakes ?? [])];
  if (aliases.includes(model.toLowerCase())) return true;
  return !/\s/.test(model) && (/^claude-/i.test(model) || /[/:.]/.test(model));
}
