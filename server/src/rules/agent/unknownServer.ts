import * as l10n from '@vscode/l10n';
import type { KnownServer, MentionedName, MentionsSubject } from '../nameSubjects.ts';
import type { Rule } from '../rule.ts';
import { nearest } from './nearest.ts';
import { respelt } from './respelt.ts';

/** An MCP server, or a tool of one, that no configuration declares. */
export const unknownServer: Rule<MentionsSubject> = {
  id: 'agent/unknown-server',
  severity: 'hint',
  doc: {
    summary: "An MCP server that is not among the project's or the user's.",
    why: 'A tool of a server that is not there grants nothing. Looked for in the `.mcp.json` files of the project and its repository, in the user’s `~/.claude.json`, and in the agent itself. Servers can come from elsewhere too, so this is a hint only, and said only where one of those files is there and all of them can be read.',
    examples: [
      {
        title: 'A tool of a server with a misspelt name',
        files: { '.mcp.json': '{"mcpServers": {"tracker": {"command": "tracker"}}}\n' },
        text: '---\nname: planner\ndescription: Plans\ntools: Read, ⟦mcp__trakcer__find⟧\n---\nPlan.\n',
        fixed: '---\nname: planner\ndescription: Plans\ntools: Read, mcp__tracker__find\n---\nPlan.\n',
      },
      {
        title: "The project's server, and the agent's own",
        files: { '.mcp.json': '{"mcpServers": {"tracker": {"command": "tracker"}}}\n' },
        text: '---\nname: planner\ndescription: Plans\ntools: mcp__tracker__find, mcp__notes\nmcpServers:\n  - tracker\n  - notes: {command: notes}\n---\nPlan.\n',
      },
    ],
  },
  check({ servers, knownServers }, report) {
    for (const mention of servers) {
      if (knownServers.some((server) => answersTo(server, mention.name))) continue;
      report({
        message: l10n.t('No MCP server “{0}” is configured here', serverOf(mention.name)),
        span: mention.span,
        fixes: () => fixes(mention, knownServers),
      });
    }
  },
};

const prefix = 'mcp__';

function answersTo({ name, toolPrefix }: KnownServer, mentioned: string): boolean {
  return mentioned === name || mentioned === toolPrefix || mentioned.startsWith(`${toolPrefix}__`);
}

/** `tracker` of `mcp__tracker__find`; a server's name is its own. */
function serverOf(name: string): string {
  if (!name.startsWith(prefix)) return name;
  const end = name.indexOf('__', prefix.length);
  return name.slice(prefix.length, end < 0 ? undefined : end);
}

function fixes({ name, span }: MentionedName, servers: readonly KnownServer[]): ReturnType<typeof respelt> {
  const written = serverOf(name);
  const isTool = name.startsWith(prefix);
  const start = span.start + (isTool ? prefix.length : 0);
  const known = servers.map((server) => (isTool ? server.toolPrefix.slice(prefix.length) : server.name));
  return respelt({ start, end: start + written.length }, nearest(written, [...new Set(known)]));
}
