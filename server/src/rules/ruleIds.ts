/** Every rule's id; closed, so that settings, docs and suppressions can be checked against it. */
export const ruleIds = [
  'agent/skipped',
  'agent/unknown-key',
  'agent/dropped-value',
  'agent/unknown-model',
  'agent/ignored-in-plugin',
  'agent/no-tools',
  'agent/unknown-tool',
  'agent/retired-tool',
  'agent/renamed-tool',
  'agent/foreign-tools',
  'agent/main-session-tool',
  'agent/duplicate-tool',
  'agent/tool-conflict',
  'agent/tool-specifier',
  'agent/hook',
  'agent/mcp-server',
  'agent/cut-value',
  'agent/fence',
  'agent/second-reading',
  'text/wrong-decoding',
  'agent/unknown-section',
  'project/no-document',
  'project/missing-section',
  'project/unfilled-section',
] as const;

export type RuleId = (typeof ruleIds)[number];
