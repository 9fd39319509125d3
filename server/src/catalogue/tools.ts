/** The tools of Claude Code 2.1.330, as an agent's `tools` and `disallowedTools` may name them. */

export const builtinTools = [
  'Agent',
  'Artifact',
  'AskUserQuestion',
  'Bash',
  'ClaudeDesign',
  'CronCreate',
  'CronDelete',
  'CronList',
  'Edit',
  'EndConversation',
  'EnterPlanMode',
  'EnterWorktree',
  'ExitPlanMode',
  'ExitWorktree',
  'Glob',
  'Grep',
  'ListAgents',
  'ListMcpResourcesTool',
  'LSP',
  'Monitor',
  'NotebookEdit',
  'OfferChromeSetup',
  'PowerShell',
  'Projects',
  'propose_skills',
  'PushNotification',
  'Read',
  'ReadMcpResourceDirTool',
  'ReadMcpResourceTool',
  'ReadNotifications',
  'RemoteTrigger',
  'ReportFindings',
  'ScheduleWakeup',
  'SendFeedback',
  'SendMessage',
  'SendUserFile',
  'SendUserMessage',
  'SetGoal',
  'ShareOnboardingGuide',
  'ShowOnboardingRolePicker',
  'Skill',
  'SubagentHandback',
  'TaskCreate',
  'TaskGet',
  'TaskList',
  'TaskStop',
  'TaskUpdate',
  'TodoWrite',
  'ToolSearch',
  'WaitForMcpServers',
  'WebFetch',
  'WebSearch',
  'Workflow',
  'Write',
] as const;

/** Former names that still work, with today's. */
export const toolAliases: ReadonlyMap<string, string> = new Map([
  ['Task', 'Agent'],
  ['KillShell', 'TaskStop'],
  ['KillBash', 'TaskStop'],
  ['ListPeers', 'ListAgents'],
  ['Brief', 'SendUserMessage'],
  ['ListMcpResources', 'ListMcpResourcesTool'],
  ['ReadMcpResource', 'ReadMcpResourceTool'],
  ['ReadMcpResourceDir', 'ReadMcpResourceDirTool'],
  ['ProposeGoal', 'SetGoal'],
]);

/** Names of tools that are gone: they grant nothing. Where another tool does the work now, it is named. */
export const retiredTools: ReadonlyMap<string, string | undefined> = new Map([
  ['TaskOutput', undefined],
  ['AgentOutputTool', undefined],
  ['BashOutputTool', undefined],
  ['AgentOutput', undefined],
  ['BashOutput', undefined],
  ['TeamCreate', undefined],
  ['TeamDelete', undefined],
  ['MultiEdit', 'Edit'],
  ['LS', 'Glob'],
  ['NotebookRead', 'Read'],
  ['SlashCommand', 'Skill'],
  ['MCPSearch', 'ToolSearch'],
  ['Frame', undefined],
  ['FrameRead', undefined],
  ['SuggestBackgroundPR', undefined],
  ['AutofixPr', undefined],
]);

/** Tools that a subagent never gets; they may still work where the agent is the main session. */
export const mainSessionTools: ReadonlySet<string> = new Set([
  'EnterPlanMode',
  'ExitPlanMode',
  'AskUserQuestion',
  'WaitForMcpServers',
  'ScheduleWakeup',
  'EndConversation',
  'Workflow',
  'OfferChromeSetup',
  'propose_skills',
  'ReadNotifications',
  'SetGoal',
]);

const known: ReadonlySet<string> = new Set(builtinTools);
const byLowerCase: ReadonlyMap<string, string> = new Map(
  [...builtinTools, ...toolAliases.keys(), ...retiredTools.keys()].map((name) => [name.toLowerCase(), name]),
);

export function isBuiltinTool(name: string): boolean {
  return known.has(name);
}

/** The tool of that name but for its case; names are case-sensitive to Claude Code. */
export function toolIgnoringCase(name: string): string | undefined {
  return byLowerCase.get(name.toLowerCase());
}
