/** What is left of an agent's list of tools for a subagent, and once `disallowedTools` has been applied. */
import { mainSessionTools, toolAliases } from '../../catalogue/tools.ts';
import type { ToolEntry } from '../../parse/agentTools.ts';
import type { AgentSubject } from '../subjects.ts';
import { mayResolve, toolLists } from './toolLists.ts';

/** `main-session`: only the main session has any of them; `disallowed`: all are taken away again. */
export type NothingLeft = 'main-session' | 'disallowed';

/** Why an agent whose list names tools has none of them all the same; `undefined` where it has some. */
export function nothingLeft(subject: AgentSubject): NothingLeft | undefined {
  const { tools, disallowed } = toolLists(subject);
  if (tools === undefined || tools.all) return undefined;
  const named = tools.entries.filter(mayResolve);
  if (named.length === 0) return undefined;
  const plans = subject.file.frontmatter.byKey.get('permissionMode')?.value === 'plan';
  const ofSubagents = named.filter(({ name }) => !isForMainSession(name, plans));
  if (ofSubagents.length === 0) return 'main-session';
  const isAway = takenAway(disallowed?.entries ?? []);
  return ofSubagents.every(isAway) ? 'disallowed' : undefined;
}

/** Whether only the main session has a tool; one that plans may leave plan mode. */
export function isForMainSession(name: string, plans: boolean): boolean {
  return mainSessionTools.has(name) && !(name === 'ExitPlanMode' && plans);
}

/** Whether an entry names one of the tools that these take away. */
function takenAway(entries: readonly ToolEntry[]): (entry: ToolEntry) => boolean {
  // Agents are disallowed one by one.
  const whole = entries.filter(({ name, specifier }) => today(name) !== 'Agent' || specifier === undefined);
  const names = new Set(whole.map(({ name }) => today(name)));
  return ({ name }) => {
    if (!name.startsWith('mcp__')) return names.has(today(name));
    if (names.has('mcp__*') || names.has(name)) return true;
    // Of a server, which may have `__` in its own name.
    for (let at = name.indexOf('__', 5); at >= 0; at = name.indexOf('__', at + 2)) {
      const server = name.slice(0, at);
      if (names.has(server) || names.has(`${server}__*`)) return true;
    }
    return false;
  };
}

function today(name: string): string {
  return toolAliases.get(name) ?? name;
}
