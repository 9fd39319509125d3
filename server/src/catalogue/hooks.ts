/** The hook events and handlers of Claude Code 2.1.330, as its program checks them. */

export const hookEvents = [
  'PreToolUse',
  'PostToolUse',
  'PostToolUseFailure',
  'PostToolBatch',
  'Notification',
  'UserPromptSubmit',
  'UserPromptExpansion',
  'SessionStart',
  'SessionEnd',
  'Stop',
  'StopFailure',
  'SubagentStart',
  'SubagentStop',
  'PreCompact',
  'PostCompact',
  'PreModelSwitch',
  'PostModelSwitch',
  'PermissionRequest',
  'PermissionDenied',
  'Setup',
  'TeammateIdle',
  'TaskCreated',
  'TaskCompleted',
  'Elicitation',
  'ElicitationResult',
  'ConfigChange',
  'WorktreeCreate',
  'WorktreeRemove',
  'InstructionsLoaded',
  'CwdChanged',
  'FileChanged',
  'DirectoryAdded',
  'MessageDisplay',
] as const;

export type HookEvent = (typeof hookEvents)[number];

/** A hook on one of these may guard a permission: where it cannot be loaded, the whole agent is not. */
export const guardEvents: readonly HookEvent[] = ['PreToolUse', 'PermissionRequest'];

export type HookType = 'command' | 'prompt' | 'agent' | 'http' | 'mcp_tool';

/** What a handler's field takes. */
export type HookFieldType =
  | 'text'
  | 'text-list'
  | 'text-map'
  | 'map'
  | 'boolean'
  | 'positive-number'
  | readonly string[];

export interface HookHandler {
  readonly required: Readonly<Record<string, HookFieldType>>;
  readonly optional: Readonly<Record<string, HookFieldType>>;
}

const common = { if: 'text', timeout: 'positive-number', statusMessage: 'text', once: 'boolean' } as const;
const onFailure = ['continue', 'block'] as const;

export const hookHandlers: Readonly<Record<HookType, HookHandler>> = {
  command: {
    required: { command: 'text' },
    optional: {
      ...common,
      args: 'text-list',
      shell: ['bash', 'powershell'],
      onFailure,
      async: 'boolean',
      asyncRewake: 'boolean',
    },
  },
  prompt: {
    required: { prompt: 'text' },
    optional: { ...common, model: 'text', continueOnBlock: 'boolean' },
  },
  agent: { required: { prompt: 'text' }, optional: { ...common, model: 'text' } },
  http: {
    required: { url: 'text' },
    optional: { ...common, onFailure, headers: 'text-map', allowedEnvVars: 'text-list' },
  },
  mcp_tool: { required: { server: 'text', tool: 'text' }, optional: { ...common, onFailure, input: 'map' } },
};

export function isHookEvent(name: string): name is HookEvent {
  return (hookEvents as readonly string[]).includes(name);
}

export function isHookType(name: string): name is HookType {
  return Object.hasOwn(hookHandlers, name);
}
