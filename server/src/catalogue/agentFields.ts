/** The frontmatter fields of an agent, as Claude Code 2.1.330 reads them. */
import * as l10n from '@vscode/l10n';
import { distance } from 'fastest-levenshtein';

export type AgentFieldName =
  | 'name'
  | 'description'
  | 'model'
  | 'tools'
  | 'disallowedTools'
  | 'color'
  | 'effort'
  | 'permissionMode'
  | 'mcpServers'
  | 'hooks'
  | 'maxTurns'
  | 'autoCompactWindow'
  | 'skills'
  | 'initialPrompt'
  | 'memory'
  | 'background'
  | 'omitClaudeMd'
  | 'isolation'
  | 'observer'
  | 'observerMessage'
  | 'observeToolResults'
  | 'observeSubagents'
  | 'experimental';

export interface AgentFieldInfo {
  readonly name: AgentFieldName;
  /** Without it the file is skipped. */
  readonly required?: boolean;
  /** Accepted, but in no documentation: neither completed nor advertised. */
  readonly undocumented?: boolean;
  /** Has no effect in an agent that comes with a plugin. */
  readonly ignoredInPlugins?: boolean;
  /** VS Code completes, hovers and checks it in its own agent files. */
  readonly knownToVsCode?: boolean;
  /** The values it takes where they are few, those to be offered. */
  readonly values?: readonly string[];
  /** Further values it takes, not to be offered. */
  readonly alsoTakes?: readonly string[];
  /** One sentence on what it does, in the user's language. */
  readonly summary: () => string;
}

/** In the order in which Claude Code knows them, which decides between equally near names. */
export const agentFields: readonly AgentFieldInfo[] = [
  {
    name: 'name',
    required: true,
    knownToVsCode: true,
    summary: () => l10n.t('The name that the agent is called by; at most 256 characters, no “:”.'),
  },
  {
    name: 'description',
    required: true,
    knownToVsCode: true,
    summary: () => l10n.t('When to use the agent: Claude Code chooses agents by it.'),
  },
  {
    name: 'model',
    knownToVsCode: true,
    values: ['sonnet', 'opus', 'haiku', 'fable', 'inherit'],
    alsoTakes: ['best', 'sonnet[1m]', 'opus[1m]', 'fable[1m]', 'opusplan'],
    summary: () => l10n.t('The model: an alias, a full model id, or “inherit”, which is the default.'),
  },
  {
    name: 'tools',
    knownToVsCode: true,
    summary: () => l10n.t('The tools that the agent may use; left out, it has all of them; empty, none.'),
  },
  {
    name: 'disallowedTools',
    knownToVsCode: true,
    summary: () => l10n.t('Tools taken away from those that the agent would have.'),
  },
  {
    name: 'color',
    values: ['red', 'blue', 'green', 'yellow', 'purple', 'orange', 'pink', 'cyan'],
    summary: () => l10n.t('The colour that the agent is shown in.'),
  },
  {
    name: 'effort',
    values: ['low', 'medium', 'high', 'xhigh', 'max'],
    alsoTakes: ['med'],
    summary: () => l10n.t('How much the model thinks: low to max, or a whole number.'),
  },
  {
    name: 'permissionMode',
    knownToVsCode: true,
    ignoredInPlugins: true,
    values: ['default', 'acceptEdits', 'auto', 'dontAsk', 'bypassPermissions', 'plan'],
    alsoTakes: ['manual'],
    summary: () => l10n.t('How the agent asks for permission.'),
  },
  {
    name: 'mcpServers',
    knownToVsCode: true,
    ignoredInPlugins: true,
    summary: () =>
      l10n.t('A list of MCP servers: names of configured ones, or one “name: configuration” each.'),
  },
  {
    name: 'hooks',
    knownToVsCode: true,
    ignoredInPlugins: true,
    summary: () => l10n.t('Hooks that run while the agent works, by event.'),
  },
  {
    name: 'maxTurns',
    summary: () => l10n.t('After how many turns the agent stops: a positive whole number.'),
  },
  {
    name: 'autoCompactWindow',
    undocumented: true,
    summary: () => l10n.t('The context size at which the conversation is compacted: at least 100000.'),
  },
  {
    name: 'skills',
    knownToVsCode: true,
    summary: () => l10n.t('Skills whose text the agent has from its start; the first 32 count.'),
  },
  {
    name: 'initialPrompt',
    ignoredInPlugins: true,
    summary: () => l10n.t('The first message, where the agent runs as the main session.'),
  },
  {
    name: 'memory',
    knownToVsCode: true,
    values: ['user', 'project', 'local'],
    summary: () => l10n.t('Where the agent keeps what it remembers from one session to the next.'),
  },
  {
    name: 'background',
    values: ['true', 'false'],
    summary: () => l10n.t('Whether the agent always runs in the background.'),
  },
  {
    name: 'omitClaudeMd',
    undocumented: true,
    values: ['true'],
    summary: () => l10n.t('Keeps CLAUDE.md out of the agent’s context.'),
  },
  {
    name: 'isolation',
    values: ['worktree'],
    alsoTakes: ['remote'],
    summary: () => l10n.t('“worktree” gives the agent its own copy of the repository.'),
  },
  {
    name: 'observer',
    undocumented: true,
    ignoredInPlugins: true,
    summary: () => l10n.t('Agents that watch this one.'),
  },
  {
    name: 'observerMessage',
    undocumented: true,
    ignoredInPlugins: true,
    summary: () => l10n.t('What the observers are told.'),
  },
  {
    name: 'observeToolResults',
    undocumented: true,
    summary: () => l10n.t('Whether observers see the results of tools.'),
  },
  {
    name: 'observeSubagents',
    undocumented: true,
    ignoredInPlugins: true,
    summary: () => l10n.t('Whether observers see the agent’s own agents.'),
  },
  { name: 'experimental', undocumented: true, summary: () => l10n.t('Settings under trial.') },
];

const byName: ReadonlyMap<string, AgentFieldInfo> = new Map(agentFields.map((field) => [field.name, field]));

export function agentField(name: string): AgentFieldInfo | undefined {
  return byName.get(name);
}

/** Keys that plugins' agents may have besides. */
export const pluginKeys: ReadonlySet<string> = new Set(['when_to_use', 'when-to-use']);

/** What some wrong keys mean, by their letters alone; `null`: nothing corresponds to it. */
const mistakenKeys: ReadonlyMap<string, AgentFieldName | null> = new Map([
  ['allowedtools', 'tools'],
  ['whentouse', 'description'],
  ['mode', null],
]);

/**
 * The field that an unknown key was meant to be, by Claude Code's own rule: one of a few known mistakes, else the same
 * letters but for case, `-` and `_`, else the nearest by at most two case-sensitive edits.
 */
export function meantField(key: string): AgentFieldName | undefined {
  const letters = lettersOf(key);
  const mistaken = mistakenKeys.get(letters);
  if (mistaken !== undefined) return mistaken ?? undefined;
  const same = byLetters.get(letters);
  if (same !== undefined) return same;
  let best: AgentFieldName | undefined;
  let bestDistance = 3;
  for (const { name } of agentFields) {
    const found = Math.abs(key.length - name.length) > 2 ? 3 : distance(key, name);
    if (found < bestDistance) {
      best = name;
      bestDistance = found;
    }
  }
  return best;
}

/** Whether a wrong key, left as it is, changes what the agent may do or when it is called. */
export function changesMeaning(key: string): boolean {
  return mistakenKeys.get(lettersOf(key)) != null;
}

function lettersOf(key: string): string {
  return key.slice(0, 64).toLowerCase().replaceAll(/[-_]/g, '');
}

const byLetters: ReadonlyMap<string, AgentFieldName> = new Map(
  agentFields.toReversed().map(({ name }) => [lettersOf(name), name]),
);
