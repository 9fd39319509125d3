import * as l10n from '@vscode/l10n';
import { closest, distance } from 'fastest-levenshtein';
import type { Fix, Rule } from '../rule.ts';
import { ruleIds } from '../ruleIds.ts';
import { isRuleId } from '../ruleLevels.ts';
import type { Suppression } from '../suppressions.ts';

/** The comments of one file that silence rules, and the rules that would have had something to say. */
export interface SuppressionSubject {
  readonly suppressions: readonly Suppression[];
  readonly silenced: ReadonlySet<string>;
}

/** A comment that silences a rule which has nothing to say. */
export const unusedSuppression: Rule<SuppressionSubject> = {
  id: 'config/unused-suppression',
  severity: 'hint',
  doc: {
    summary: 'A comment that ignores a rule, where the rule finds nothing or does not exist.',
    why: 'It hides the next finding of that rule, which nobody has seen yet.',
    examples: [
      {
        title: 'A rule that finds nothing',
        text: '---\n# agent-tailor-ignore ⟦agent/unknown-key⟧\nname: reviewer\ndescription: Reviews changes\n---\nReview.\n',
      },
      {
        title: 'A misspelt rule',
        text: '---\n# agent-tailor-ignore ⟦agent/unknown-keys⟧\nname: reviewer\ndescription: Reviews changes\n---\nReview.\n',
        fixed:
          '---\n# agent-tailor-ignore agent/unknown-key\nname: reviewer\ndescription: Reviews changes\n---\nReview.\n',
      },
      {
        title: 'A comment that is needed',
        text: '---\n# agent-tailor-ignore agent/unknown-key\nname: reviewer\ndescription: Reviews changes\nteam: platform\n---\nReview.\n',
      },
    ],
  },
  check({ suppressions, silenced }, report) {
    for (const { id, span } of suppressions.flatMap(({ rules }) => rules)) {
      if (silenced.has(id)) continue;
      const near = isRuleId(id) ? undefined : nearestRule(id);
      report({
        message: messageFor(id, near),
        span,
        tag: 'unnecessary',
        fixes: () => (near === undefined ? [] : [rename(near, span)]),
      });
    }
  },
};

function messageFor(id: string, near: string | undefined): string {
  if (isRuleId(id)) return l10n.t('Nothing here needs "{0}" to be ignored', id);
  if (near === undefined) return l10n.t('There is no rule "{0}"', id);
  return l10n.t('There is no rule "{0}"; did you mean "{1}"?', id, near);
}

function rename(near: string, span: Fix['edits'][number]['span']): Fix {
  return {
    title: l10n.t('Change to "{0}"', near),
    safe: true,
    preferred: true,
    edits: [{ span, newText: near }],
  };
}

function nearestRule(id: string): string | undefined {
  const near = closest(id, ruleIds);
  return distance(id, near) <= Math.ceil(id.length / 3) ? near : undefined;
}
