import { outdatedExport } from './agent/outdatedExport.ts';
import { agentRules } from './agentRules.ts';
import { unusedSuppression } from './config/unusedSuppression.ts';
import { projectRules, referenceRules } from './projectRules.ts';
import type { RuleDoc, Severity } from './rule.ts';
import type { RuleId } from './ruleIds.ts';

/** What there is to tell of a rule, whatever it looks at. */
export interface DescribedRule {
  readonly id: RuleId;
  readonly severity: Severity;
  readonly doc: RuleDoc;
}

/** Every rule, for documentation, settings and tests. */
export const allRules: readonly DescribedRule[] = [
  ...agentRules,
  ...referenceRules,
  ...projectRules,
  outdatedExport,
  unusedSuppression,
];
