import type { Finding, Rule } from '../rules/rule.ts';
import { isEmptyConfig, levelIn, type RuleLevel } from '../rules/ruleLevels.ts';
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
  return findings.flatMap((finding) => {
    const level = chosenLevel(finding.rule, uri, telling);
    if (level === undefined) return [finding];
    return level === 'off' ? [] : [{ ...finding, severity: level }];
  });
}

/** The rules without those that are off of themselves and that nobody has switched on for the file. */
export function rulesFor<Subject>(
  rules: readonly Rule<Subject>[],
  uri: string,
  configs: readonly PlacedConfig[],
): readonly Rule<Subject>[] {
  if (rules.every(({ offByDefault }) => offByDefault !== true)) return rules;
  const telling = configs.filter(({ config }) => !isEmptyConfig(config)).reverse();
  return rules.filter(
    ({ id, offByDefault }) => offByDefault !== true || chosenLevel(id, uri, telling) !== undefined,
  );
}

/** @param telling from the strongest to the weakest */
function chosenLevel(
  rule: Finding['rule'],
  uri: string,
  telling: readonly PlacedConfig[],
): RuleLevel | undefined {
  const path = uriPath(uri);
  for (const { folder, config } of telling) {
    const level = levelIn(config, rule, path.slice(uriPath(folder).length).replace(/^\//, ''));
    if (level !== undefined) return level;
  }
  return undefined;
}
