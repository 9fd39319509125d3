/** What there is to know of an agent's fields and their values beyond one sentence: for hovers and completions. */
import * as l10n from '@vscode/l10n';
import type { AgentFieldName } from './agentFields.ts';

export interface FieldDoc {
  /** What holds where the field is left out; in the user's language. */
  readonly default?: () => string;
  /** The version of Claude Code that brought it, where that is known. */
  readonly since?: string;
  /** Further sentences, each a fact that surprises people. */
  readonly notes?: () => readonly string[];
}

/** What is known of a field; empty for those that no documentation has. */
export function fieldDoc(name: AgentFieldName): FieldDoc {
  return fieldDocs[name] ?? {};
}

/** One line on what a value of a field means; `undefined` for a value that is not one of a few. */
export function valueDoc(field: string, value: string): string | undefined {
  return valueDocs[field]?.[value]?.();
}

/** Values of fields that VS Code 1.139 completes in its own agent files; it warns of any other. */
export const valuesKnownToVsCode: Readonly<Partial<Record<string, readonly string[]>>> = {
  model: ['sonnet', 'opus', 'haiku', 'inherit'],
  permissionMode: ['default', 'acceptEdits', 'plan', 'delegate', 'dontAsk', 'bypassPermissions'],
  memory: ['user', 'project', 'local'],
};

/** Tools that VS Code 1.139 completes in its own agent files. */
export const toolsKnownToVsCode: ReadonlySet<string> = new Set([
  'Bash',
  'Edit',
  'Glob',
  'Grep',
  'Read',
  'Write',
  'WebFetch',
  'WebSearch',
  'Task',
  'Skill',
  'LSP',
  'NotebookEdit',
  'AskUserQuestion',
  'MCPSearch',
]);

const fieldDocs: Readonly<Partial<Record<AgentFieldName, FieldDoc>>> = {
  name: {
    notes: () => [
      l10n.t(
        'It need not be the file’s name. Capitals, spaces and underscores load as well; a “-” at the start does not.',
      ),
      l10n.t('A project’s agent takes the place of a user’s or built-in one of the same name.'),
    ],
  },
  description: {
    notes: () => [
      l10n.t(
        'Write “: ” or “ #” in it only in quotes or in a block (“|”); otherwise part of it can be lost, or the whole file.',
      ),
    ],
  },
  model: {
    default: () => '`inherit`',
    since: '1.0.64',
    notes: () => [
      l10n.t('Claude Code does not check the value but sends it as it is; a full model id is fine.'),
    ],
  },
  tools: {
    default: () => l10n.t('all tools'),
    notes: () => [
      l10n.t('With nothing behind it (also “[]”) the agent has no tools at all. Names are case-sensitive.'),
      l10n.t('A restriction in parentheses has no effect here: “Bash(git:*)” grants the whole of Bash.'),
    ],
  },
  disallowedTools: {
    default: () => l10n.t('none'),
    since: '2.0.30',
    notes: () => [
      l10n.t(
        'It is applied before “tools”. Parentheses have no effect: “Bash(rm:*)” takes the whole of Bash away, and “*” nothing.',
      ),
    ],
  },
  color: { notes: () => [l10n.t('Any other value, also one with a capital, is dropped without a word.')] },
  effort: { default: () => l10n.t('the session’s') },
  permissionMode: {
    default: () => l10n.t('the session’s'),
    since: '2.0.43',
  },
  mcpServers: {
    notes: () => [l10n.t('A map, as in “.mcp.json”, is ignored without a word; it has to be a list.')],
  },
  hooks: {
    since: '2.1.0',
    notes: () => [
      l10n.t(
        'A handler with a mistake is dropped; under “PreToolUse” or “PermissionRequest” it keeps the whole agent from loading.',
      ),
    ],
  },
  skills: {
    default: () => l10n.t('none'),
    since: '2.0.43',
    notes: () => [l10n.t('A plugin’s skill is named “plugin:skill”.')],
  },
  initialPrompt: { since: '2.1.83' },
  memory: { default: () => l10n.t('none'), since: '2.1.33' },
  background: {
    default: () => '`false`',
    since: '2.1.49',
    notes: () => [l10n.t('Only “true” and “false” count; “yes” is dropped.')],
  },
  isolation: { default: () => l10n.t('none'), since: '2.1.50' },
};

const valueDocs: Readonly<Partial<Record<string, Readonly<Partial<Record<string, () => string>>>>>> = {
  permissionMode: {
    default: () => l10n.t('Asks before each kind of action, as usual.'),
    acceptEdits: () => l10n.t('Edits files without asking.'),
    auto: () => l10n.t('A classifier decides what need not be asked.'),
    dontAsk: () => l10n.t('Never asks: what is not allowed already is refused.'),
    bypassPermissions: () =>
      l10n.t('Does everything without asking. With care: nothing stands between the agent and the machine.'),
    plan: () => l10n.t('Reads and plans, and changes nothing.'),
    manual: () => l10n.t('Another name for “default”.'),
  },
  memory: {
    user: () => l10n.t('Kept in the user’s folder: the same in every project.'),
    project: () => l10n.t('Kept in the project, to be shared with others through version control.'),
    local: () => l10n.t('Kept in the project, for this machine only.'),
  },
  effort: {
    low: () => l10n.t('Answers quickly, thinks little.'),
    medium: () => l10n.t('Between quick and thorough.'),
    med: () => l10n.t('Another name for “medium”.'),
    high: () => l10n.t('Thinks thoroughly.'),
    xhigh: () => l10n.t('Thinks more than with “high”, less than with “max”.'),
    max: () => l10n.t('Thinks as much as the model can; slow and dear.'),
  },
  isolation: {
    worktree: () =>
      l10n.t('The agent works in a Git worktree of its own, so that its changes meet nobody else’s.'),
  },
  background: {
    true: () => l10n.t('The agent always runs in the background.'),
    false: () => l10n.t('The agent runs in the background only when it is told to.'),
  },
  color: Object.fromEntries(
    ['red', 'blue', 'green', 'yellow', 'purple', 'orange', 'pink', 'cyan'].map((name) => [
      name,
      () => l10n.t('One of the eight colours that Claude Code shows agents in.'),
    ]),
  ),
  omitClaudeMd: { true: () => l10n.t('The agent does not read CLAUDE.md.') },
};
