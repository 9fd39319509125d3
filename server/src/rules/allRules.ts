import { exportWithoutSource } from './agent/exportWithoutSource.ts';
import { outdatedExport } from './agent/outdatedExport.ts';
import { agentRules } from './agentRules.ts';
import { unusedSuppression } from './config/unusedSuppression.ts';
import { mentionRules, ownNameRules } from './nameRules.ts';
import { projectFileRules } from './projectFileRules.ts';
import { driftRules, projectRules, referenceRules } from './projectRules.ts';
import type { RuleDoc, Severity } from './rule.ts';
import type { RuleId } from './ruleIds.ts';

/** What there is to tell of a rule, whatever it looks at. */
export interface DescribedRule {
  readonly id: RuleId;
  readonly severity: Severity;
  readonly doc: RuleDoc;
  readonly offByDefault?: true;
}

/** Every rule, for documentation, settings and tests. */
export const allRules: readonly DescribedRule[] = [
  ...agentRules,
  ...ownNameRules,
  ...mentionRules,
  ...referenceRules,
  ...projectRules,
  ...driftRules,
  // One of them looks at agents too.
  ...projectFileRules.filter(({ id }) => agentRules.every((rule) => rule.id !== id)),
  outdatedExport,
  exportWithoutSource,
  unusedSuppression,
];
