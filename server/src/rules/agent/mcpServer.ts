import * as l10n from '@vscode/l10n';
import type { YamlMap, YamlNode, YamlValue } from '../../parse/yamlNode.ts';
import { endOfLine, nextLine } from '../../parse/frontmatterEntries.ts';
import type { Span } from '../../text/span.ts';
import type { Fix } from '../rule.ts';
import type { AgentRule } from './agentRule.ts';
import { shapeProblem } from './mcpShape.ts';
import { preferringFirst } from './repair.ts';
import { serverListRepairs, serverRepairs } from './repairMcpServers.ts';

/** An MCP server that Claude Code drops. */
export const mcpServer: AgentRule = {
  id: 'agent/mcp-server',
  severity: 'error',
  reads: 'frontmatter',
  doc: {
    summary: 'MCP servers in a form that Claude Code does not take.',
    why: '`mcpServers` is a list in an agent: names of configured servers, or one `name: configuration` each. A map, as in `.mcp.json`, is ignored without a word. A server with a URL needs its `type`.',
    examples: [
      {
        title: 'A map',
        text: '---\nname: reviewer\ndescription: Reviews changes\n⟦mcpServers⟧:\n  tracker:\n    command: tracker\n---\nReview the change.\n',
      },
      {
        title: 'A URL without a type',
        text: '---\nname: reviewer\ndescription: Reviews changes\nmcpServers:\n  - tracker:\n      ⟦url⟧: https://tracker.example/mcp\n---\nReview the change.\n',
        fixed:
          '---\nname: reviewer\ndescription: Reviews changes\nmcpServers:\n  - tracker:\n      type: http\n      url: https://tracker.example/mcp\n---\nReview the change.\n',
      },
      {
        title: 'A type that there is not',
        text: '---\nname: reviewer\ndescription: Reviews changes\nmcpServers:\n  - tracker:\n      type: ⟦streamableHttp⟧\n      url: https://tracker.example/mcp\n---\nReview the change.\n',
        fixed:
          '---\nname: reviewer\ndescription: Reviews changes\nmcpServers:\n  - tracker:\n      type: streamable-http\n      url: https://tracker.example/mcp\n---\nReview the change.\n',
      },
      {
        title: 'Arguments in one text',
        text: '---\nname: reviewer\ndescription: Reviews changes\nmcpServers:\n  - tracker:\n      command: tracker\n      args: ⟦--verbose⟧\n---\nReview the change.\n',
      },
      {
        title: 'A name, and a configuration',
        text: '---\nname: reviewer\ndescription: Reviews changes\nmcpServers:\n  - tracker\n  - files: {command: files, args: [x]}\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    const { file } = subject;
    const servers = file.frontmatter.byKey.get('mcpServers');
    if (!file.verdict.loads || subject.isPlugin || servers === undefined || servers.value === null) return;
    // Whether the retry's quotes go around a list with maps in it has not been seen; around one that is open they do.
    const written = subject.text.slice(servers.valueSpan.start, servers.valueSpan.end).trimEnd();
    if (file.frontmatter.retried && written.startsWith('[') && written.endsWith(']')) return;
    if (servers.node.kind !== 'list') {
      report({
        message: l10n.t('Claude Code ignores “mcpServers” that is not a list'),
        span: servers.keySpan,
        fixes: () => preferringFirst(serverListRepairs(subject.text, servers)),
      });
      return;
    }
    for (const item of servers.node.items) {
      const problem = problemOf(item);
      if (problem === undefined) continue;
      report({
        message: l10n.t('Claude Code drops this MCP server: {0}', problem.why),
        span:
          problem.span.end > problem.span.start
            ? problem.span
            : (dashOf(subject.text, item) ?? servers.keySpan),
        fixes: () =>
          problem.fixes ??
          (item.value === null
            ? withoutItem(subject.text, item)
            : preferringFirst(serverRepairs(subject.text, item))),
      });
    }
  },
};

/** The dash of an item with nothing behind it. */
function dashOf(text: string, { span: { start } }: YamlNode): Span | undefined {
  const before = /-[ \t\r\n]*$/.exec(text.slice(Math.max(0, start - 200), start));
  if (before === null) return text[start] === '-' ? { start, end: start + 1 } : undefined;
  const at = start - before[0].length;
  return { start: at, end: at + 1 };
}

function withoutItem(text: string, item: YamlNode): readonly Fix[] {
  const dash = dashOf(text, item);
  if (dash === undefined) return [];
  const start = text.lastIndexOf('\n', dash.start) + 1;
  const end = nextLine(text, endOfLine(text, dash.start, text.length));
  if (text.slice(start, end).trim() !== '-') return [];
  const edits = [{ span: { start, end }, newText: '' }];
  return [{ title: l10n.t('Remove the empty item'), safe: true, preferred: true, edits }];
}

interface Problem {
  readonly why: string;
  readonly span: Span;
  readonly fixes?: readonly Fix[];
}

function problemOf(item: YamlNode): Problem | undefined {
  if (item.value === null) return { why: l10n.t('it is empty'), span: item.span };
  if (item.kind === 'scalar') {
    return typeof item.value === 'string' && item.value !== ''
      ? undefined
      : { why: l10n.t('a name must be text'), span: item.span };
  }
  if (item.kind === 'list')
    return { why: l10n.t('it must be a name, or one “name: configuration”'), span: item.span };
  const [entry, second] = item.entries;
  if (entry === undefined) return { why: l10n.t('it is empty'), span: item.span };
  if (second !== undefined) {
    return { why: l10n.t('each item holds one server; this one has several'), span: second.keySpan };
  }
  if (entry.node.kind !== 'map')
    return { why: l10n.t('its configuration must be a map'), span: entry.keySpan };
  return configurationProblem(entry.node, entry.keySpan);
}

const urlTypes: readonly YamlValue[] = ['sse', 'http', 'streamable-http', 'ws'];

function configurationProblem(node: YamlMap, nameSpan: Span): Problem | undefined {
  const shape = shapeProblem(node);
  if (shape !== undefined) return shape;
  const { value } = node;
  const type = Object.hasOwn(value, 'type') ? value['type'] : undefined;
  const url = node.entries.find(({ key }) => key === 'url');
  const hasCommand = typeof value['command'] === 'string' && value['command'] !== '';
  if (type === undefined || type === 'stdio') {
    if (hasCommand) return undefined;
    if (url !== undefined && type === undefined) {
      return { why: l10n.t('a server with a URL needs a “type”'), span: url.keySpan };
    }
    return { why: l10n.t('it has no “command”'), span: nameSpan };
  }
  if (urlTypes.includes(type) && typeof url?.node.value !== 'string') {
    return { why: l10n.t('it has no “url”'), span: nameSpan };
  }
  return undefined;
}
