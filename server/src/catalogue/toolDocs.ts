/** What each built-in tool does, in a line; those whose work is not known have none. */
import * as l10n from '@vscode/l10n';

/** In the user's language; `undefined` for a tool of which nothing is known but its name. */
export function toolDoc(name: string): string | undefined {
  return toolDocs[name]?.();
}

const toolDocs: Readonly<Partial<Record<string, () => string>>> = {
  Agent: () =>
    l10n.t('Starts other agents. “Agent(a, b)” limits which, but only where this agent is the main session.'),
  AskUserQuestion: () => l10n.t('Asks the user a question with answers to choose from.'),
  Bash: () =>
    l10n.t('Runs shell commands. With it, Grep and Glob are left out by design: the shell does their work.'),
  CronCreate: () => l10n.t('Plans a prompt for a later time, or for regular times.'),
  CronDelete: () => l10n.t('Cancels a planned prompt.'),
  CronList: () => l10n.t('Lists the planned prompts.'),
  Edit: () => l10n.t('Changes passages of files.'),
  EnterPlanMode: () => l10n.t('Begins to plan before anything is changed.'),
  EnterWorktree: () => l10n.t('Goes to work in a Git worktree of its own.'),
  ExitPlanMode: () => l10n.t('Shows the plan and asks to begin.'),
  ExitWorktree: () => l10n.t('Leaves the Git worktree.'),
  Glob: () => l10n.t('Finds files by patterns of their names.'),
  Grep: () => l10n.t('Searches the contents of files.'),
  ListAgents: () => l10n.t('Lists the agents that are at work.'),
  ListMcpResourcesTool: () => l10n.t('Lists what MCP servers have to read.'),
  LSP: () => l10n.t('Asks language servers: definitions, references, problems.'),
  Monitor: () => l10n.t('Watches something that runs in the background.'),
  NotebookEdit: () => l10n.t('Changes cells of Jupyter notebooks.'),
  PowerShell: () => l10n.t('Runs PowerShell commands.'),
  PushNotification: () => l10n.t('Sends the user a notification.'),
  Read: () => l10n.t('Reads files, pictures and notebooks among them.'),
  ReadMcpResourceDirTool: () => l10n.t('Lists a folder of what an MCP server has to read.'),
  ReadMcpResourceTool: () => l10n.t('Reads something that an MCP server has.'),
  SendMessage: () => l10n.t('Sends a message to another agent.'),
  SendUserFile: () => l10n.t('Hands the user a file.'),
  SendUserMessage: () => l10n.t('Says something to the user while the work goes on.'),
  Skill: () => l10n.t('Uses skills.'),
  TaskCreate: () => l10n.t('Adds an entry to the list of tasks.'),
  TaskGet: () => l10n.t('Reads an entry of the list of tasks.'),
  TaskList: () => l10n.t('Reads the list of tasks.'),
  TaskStop: () => l10n.t('Ends something that runs in the background.'),
  TaskUpdate: () => l10n.t('Changes an entry of the list of tasks.'),
  TodoWrite: () => l10n.t('Keeps a list of what is to be done.'),
  ToolSearch: () => l10n.t('Finds tools that were not loaded at the start.'),
  WebFetch: () => l10n.t('Fetches a web page and reads it.'),
  WebSearch: () => l10n.t('Searches the web.'),
  Write: () => l10n.t('Writes whole files.'),
};
