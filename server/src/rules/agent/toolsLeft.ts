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
  const awayBy = takenAway(disallowed?.entries ?? []);
  return ofSubagents.every((entry) => awayBy(entry) !== undefined) ? 'disallowed' : undefined;
}

/** Whether only the main session has a tool; one that plans may leave plan mode. */
export function isForMainSession(name: string, plans: boolean): boolean {
  return mainSessionTools.has(name) && !(name === 'ExitPlanMode' && plans);
}

/**
 * Which of these entries of `disallowedTools` takes a tool away, the nearest in name first. A server's tools go with it,
 * and Monitor, which runs commands, goes with Bash. `*` takes nothing away.
 */
export function takenAway(entries: readonly ToolEntry[]): (entry: ToolEntry) => ToolEntry | undefined {
  const byName = new Map<string, ToolEntry>();
  for (const entry of entries) {
    const name = today(entry.name);
    // Agents are disallowed one by one.
    if (entry.text !== '*' && (name !== 'Agent' || entry.specifier === undefined)) byName.set(name, entry);
  }
  return ({ name }) => {
    const own = byName.get(today(name)) ?? (name === 'Monitor' ? byName.get('Bash') : undefined);
    if (own !== undefined || !name.startsWith('mcp__')) return own;
    // Of a server, which may have `__` in its own name.
    for (let at = name.indexOf('__', 5); at >= 0; at = name.indexOf('__', at + 2)) {
      const server = name.slice(0, at);
      const by = byName.get(server) ?? byName.get(`${server}__*`);
      if (by !== undefined) return by;
    }
    return byName.get('mcp__*');
  };
}

function today(name: string): string {
  return toolAliases.get(name) ?? name;
}
