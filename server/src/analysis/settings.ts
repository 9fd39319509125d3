import { emptyConfig, type RuleConfig, readRuleConfig } from '../rules/ruleLevels.ts';

/** What a user can choose for a folder; the defaults hold for every part that is not given. */
export interface Settings {
  /** Whether the agents of `~/.claude/agents` count as readers of every project's document. */
  readonly userAgents: boolean;
  /** Whether the template's sections are required although no agent reads them. */
  readonly template: 'none' | 'adaptive';
  /** How loud each rule is. */
  readonly levels: RuleConfig;
}

export const defaultSettings: Settings = {
  userAgents: false,
  template: 'none',
  levels: emptyConfig,
};

/** Reads settings as an editor hands them over (`agentTailor`); what is missing or of a wrong type is the default. */
export function readSettings(value: unknown): Settings {
  const settings = isRecord(value) ? value : {};
  const requirements = isRecord(settings['requirements']) ? settings['requirements'] : {};
  return {
    userAgents: requirements['userAgents'] === true,
    template: settings['template'] === 'adaptive' ? 'adaptive' : 'none',
    levels: readRuleConfig({ rules: settings['rules'], overrides: settings['overrides'] ?? [] }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
