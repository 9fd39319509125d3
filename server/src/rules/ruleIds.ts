/** Every rule's id; closed, so that settings, docs and suppressions can be checked against it. */
export const ruleIds = [
  'agent/skipped',
  'agent/unknown-key',
  'text/wrong-decoding',
  'agent/unknown-section',
  'project/missing-section',
  'project/unfilled-section',
] as const;

export type RuleId = (typeof ruleIds)[number];
