import * as l10n from '@vscode/l10n';
import { closest, distance } from 'fastest-levenshtein';
import { ruleIds } from '../rules/ruleIds.ts';
import { isEmptyConfig, isRuleId, levelIn } from '../rules/ruleLevels.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import type { Suppression } from '../rules/suppressions.ts';
import type { Span } from '../text/span.ts';
import { uriPath } from '../workspace/uris.ts';
import type { PlacedConfig } from './configFiles.ts';

/** The findings at the levels that were chosen for them; `configs` from the weakest to the strongest. */
export function levelFindings(
  findings: readonly Finding[],
  uri: string,
  configs: readonly PlacedConfig[],
): readonly Finding[] {
  const telling = configs.filter(({ config }) => !isEmptyConfig(config)).reverse();
  if (telling.length === 0) return findings;
  const path = uriPath(uri);
  return findings.flatMap((finding) => {
    for (const { folder, config } of telling) {
      const level = levelIn(config, finding.rule, path.slice(uriPath(folder).length).replace(/^\//, ''));
      if (level !== undefined) return level === 'off' ? [] : [{ ...finding, severity: level }];
    }
    return [finding];
  });
}

/** The findings without those that a comment silences, and a hint for each comment that silences none. */
export function silenced(findings: readonly Finding[], suppressions: readonly Suppression[]): Finding[] {
  if (suppressions.length === 0) return [...findings];
  const ignored = new Set(suppressions.flatMap(({ rules }) => rules.map(({ id }) => id)));
  const used = new Set(findings.map((finding) => finding.rule as string).filter((rule) => ignored.has(rule)));
  const kept = findings.filter((finding) => !ignored.has(finding.rule));
  for (const suppression of suppressions) {
    for (const rule of suppression.rules) {
      if (!used.has(rule.id)) kept.push(unusedSuppression(rule));
    }
  }
  return kept;
}

function unusedSuppression({ id, span }: { readonly id: string; readonly span: Span }): Finding {
  const near = isRuleId(id) ? undefined : nearestRule(id);
  const message = isRuleId(id)
    ? l10n.t('Nothing here needs "{0}" to be ignored', id)
    : near === undefined
      ? l10n.t('There is no rule "{0}"', id)
      : l10n.t('There is no rule "{0}"; did you mean "{1}"?', id, near);
  const rename: Fix[] =
    near === undefined
      ? []
      : [{ title: l10n.t('Change to "{0}"', near), safe: true, preferred: true, edits: [{ span, newText: near }] }];
  return {
    rule: 'config/unused-suppression',
    severity: 'hint',
    message,
    span,
    tag: 'unnecessary',
    fixes: () => rename,
  };
}

function nearestRule(id: string): string | undefined {
  const near = closest(id, ruleIds);
  return distance(id, near) <= Math.ceil(id.length / 3) ? near : undefined;
}
