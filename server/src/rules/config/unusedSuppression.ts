import * as l10n from '@vscode/l10n';
import { closest, distance } from 'fastest-levenshtein';
import type { Fix, Rule } from '../rule.ts';
import { ruleIds } from '../ruleIds.ts';
import { isRuleId } from '../ruleLevels.ts';
import type { MisplacedSuppression, Suppression } from '../suppressions.ts';

/** The comments of one file that silence rules, and the rules that would have had something to say. */
export interface SuppressionSubject {
  readonly suppressions: readonly Suppression[];
  readonly misplaced: readonly MisplacedSuppression[];
  readonly silenced: ReadonlySet<string>;
}

/** A comment that silences a rule which has nothing to say. */
export const unusedSuppression: Rule<SuppressionSubject> = {
  id: 'config/unused-suppression',
  severity: 'hint',
  doc: {
    summary:
      'A comment that ignores nothing: its rule finds nothing or does not exist, or it stands where it has no effect.',
    why: 'It hides the next finding of that rule, which nobody has seen yet, or none although it seems to. In an agent it has to stand on a line of its own at the margin of the frontmatter: behind a value, indented or in the prompt Claude Code may take it for a part of the text. What follows `--` is a reason.',
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
        title: 'A comment behind a value',
        text: '---\nname: reviewer\ndescription: Reviews changes\nteam: platform ⟦# agent-tailor-ignore agent/unknown-key⟧\n---\nReview.\n',
        fixed:
          '---\n# agent-tailor-ignore agent/unknown-key\nname: reviewer\ndescription: Reviews changes\nteam: platform\n---\nReview.\n',
      },
      {
        title: 'A comment in the prompt',
        text: '---\nname: reviewer\ndescription: Reviews changes\nteam: platform\n---\n⟦<!-- agent-tailor-ignore agent/unknown-key -->⟧\nReview.\n',
        fixed:
          '---\n# agent-tailor-ignore agent/unknown-key\nname: reviewer\ndescription: Reviews changes\nteam: platform\n---\nReview.\n',
      },
      {
        title: 'A comment that names no rule',
        text: '---\n⟦# agent-tailor-ignore⟧\nname: reviewer\ndescription: Reviews changes\n---\nReview.\n',
      },
      {
        title: 'A comment that is needed, with its reason',
        text: '---\n# agent-tailor-ignore agent/unknown-key -- our own tools read it\nname: reviewer\ndescription: Reviews changes\nteam: platform\n---\nReview.\n',
      },
    ],
  },
  check({ suppressions, misplaced, silenced }, report) {
    for (const { span, rules } of suppressions) {
      if (rules.length > 0) continue;
      report({ message: l10n.t('This comment names no rule to ignore'), span, tag: 'unnecessary' });
    }
    for (const one of misplaced) {
      report({ message: misplacedMessage(one.where), span: one.span, fixes: () => movedTo(one) });
    }
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

function movedTo({ move }: MisplacedSuppression): readonly Fix[] {
  const edits = move();
  return edits === undefined
    ? []
    : [{ title: l10n.t('Move it to where it counts'), safe: false, preferred: true, edits }];
}

function misplacedMessage(where: MisplacedSuppression['where']): string {
  switch (where) {
    case 'frontmatter':
      return l10n.t('This ignores nothing: it has to stand on a line of its own, at the margin');
    case 'unclosed':
      return l10n.t(
        'This ignores nothing: without frontmatter there is no place for it but agent-tailor.json',
      );
    case 'prompt':
      return l10n.t('This ignores nothing, and is part of the prompt: its place is the frontmatter');
    default:
      return l10n.t('This ignores nothing: it has to be an HTML comment on a line of its own');
  }
}

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
  const whole = ruleIds.find((rule) => rule.endsWith(`/${id}`));
  if (whole !== undefined) return whole;
  const near = closest(id, ruleIds);
  return distance(id, near) <= Math.ceil(id.length / 3) ? near : undefined;
}
