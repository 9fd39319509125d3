import type { Finding } from '../rules/rule.ts';
import { isEmptyConfig, levelIn } from '../rules/ruleLevels.ts';
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
