/** The MCP servers that the configuration files of a project, a user or a plugin declare. */
import { visit } from 'jsonc-parser';
import type { Span } from '../text/span.ts';

export interface McpServer {
  readonly name: string;
  /** What its tools' names begin with: `mcp__tracker`. */
  readonly toolPrefix: string;
  /** The file that declares it. */
  readonly uri: string;
  readonly text: string;
  /** Its key there, with the quotes; UTF-16 offsets in `text`. */
  readonly nameSpan: Span;
}

/**
 * The servers that a JSON text declares under `mcpServers`; what cannot be read is passed over.
 * @param project the path of a folder whose own servers, under `projects`, count as well (`~/.claude.json`)
 * @param plugin the plugin that the file belongs to: its name becomes part of the tools' names
 */
export function mcpServersIn(
  uri: string,
  text: string,
  project: string | undefined,
  plugin: string | undefined,
): readonly McpServer[] {
  if (text.length > longest || !text.includes('"mcpServers"')) return [];
  const servers: McpServer[] = [];
  const onObjectProperty = (
    name: string,
    start: number,
    length: number,
    _line: number,
    _character: number,
    path: () => readonly (string | number)[],
  ): void => {
    if (name === '' || !declaresServers(path(), project)) return;
    const toolPrefix = toolPrefixOf(plugin === undefined ? name : `plugin:${plugin}:${name}`);
    servers.push({ name, toolPrefix, uri, text, nameSpan: { start, end: start + length } });
  };
  try {
    visit(text, { onObjectProperty }, { allowTrailingComma: true });
  } catch {
    // Nested so deeply that the stack is used up: what was read until then counts.
  }
  return servers;
}

/** What the names of a server's tools begin with; every character that a tool's name cannot have becomes `_`. */
export function toolPrefixOf(server: string): string {
  return `mcp__${server.replaceAll(/[^A-Za-z0-9_-]/g, '_')}`;
}

/** A user's `~/.claude.json` keeps a history, but hardly one as long as this. */
const longest = 8_388_608;

function declaresServers(path: readonly (string | number)[], project: string | undefined): boolean {
  if (path.length === 1) return path[0] === 'mcpServers';
  return path.length === 3 && path[0] === 'projects' && path[1] === project && path[2] === 'mcpServers';
}
