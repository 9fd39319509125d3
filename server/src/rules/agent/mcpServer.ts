import * as l10n from '@vscode/l10n';
import type { YamlMap, YamlNode, YamlValue } from '../../parse/yamlNode.ts';
import type { Span } from '../../text/span.ts';
import type { AgentRule } from './agentRule.ts';

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
        title: 'A name, and a configuration',
        text: '---\nname: reviewer\ndescription: Reviews changes\nmcpServers:\n  - tracker\n  - files: {command: files, args: [x]}\n---\nReview the change.\n',
      },
    ],
  },
  check(subject, report) {
    const { file } = subject;
    const servers = file.frontmatter.byKey.get('mcpServers');
    if (!file.verdict.loads || subject.isPlugin || servers === undefined || servers.value === null) return;
    // Whether the retry's quotes go around a list with maps in it has not been seen.
    if (file.frontmatter.retried && subject.text[servers.valueSpan.start] === '[') return;
    if (servers.node.kind !== 'list') {
      report({
        message: l10n.t('Claude Code ignores “mcpServers” that is not a list'),
        span: servers.keySpan,
      });
      return;
    }
    for (const item of servers.node.items) {
      const problem = problemOf(item);
      if (problem === undefined) continue;
      const url = problem.urlSpan;
      report({
        message: l10n.t('Claude Code drops this MCP server: {0}', problem.why),
        span: problem.span.end > problem.span.start ? problem.span : servers.keySpan,
        fixes: () =>
          url === undefined ? [] : ['http', 'sse'].map((type) => addType(subject.text, url, type)),
      });
    }
  },
};

interface Problem {
  readonly why: string;
  readonly span: Span;
  /** The key of a URL that lacks its type. */
  readonly urlSpan?: Span;
}

function problemOf(item: YamlNode): Problem | undefined {
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
  const { value } = node;
  const type = Object.hasOwn(value, 'type') ? value['type'] : undefined;
  const url = node.entries.find(({ key }) => key === 'url');
  const hasCommand = typeof value['command'] === 'string' && value['command'] !== '';
  if (type === undefined || type === 'stdio') {
    if (hasCommand) return undefined;
    if (url !== undefined && type === undefined) {
      return { why: l10n.t('a server with a URL needs a “type”'), span: url.keySpan, urlSpan: url.keySpan };
    }
    return { why: l10n.t('it has no “command”'), span: nameSpan };
  }
  if (urlTypes.includes(type) && typeof url?.node.value !== 'string') {
    return { why: l10n.t('it has no “url”'), span: nameSpan };
  }
  return undefined;
}

function addType(
  text: string,
  url: Span,
  type: string,
): { title: string; safe: boolean; edits: { span: Span; newText: string }[] } {
  const lineStart = text.lastIndexOf('\n', url.start - 1) + 1;
  const before = text.slice(lineStart, url.start);
  const separator = before.trim() === '' ? `\n${before}` : ', ';
  return {
    title: l10n.t('Add “type: {0}”', type),
    safe: false,
    edits: [{ span: { start: url.start, end: url.start }, newText: `type: ${type}${separator}` }],
  };
}
