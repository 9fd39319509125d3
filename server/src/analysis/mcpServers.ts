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

/** What one configuration file declares. */
export interface McpDeclarations {
  readonly servers: readonly McpServer[];
  /** There may be more: the file is broken, too long, or keeps its servers in another one. */
  readonly hasMore: boolean;
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
): McpDeclarations {
  if (text.length > longest) return { servers: [], hasMore: true };
  if (!text.includes('"mcpServers"')) return { servers: [], hasMore: false };
  const servers: McpServer[] = [];
  let hasMore = false;
  const noteWhereNoMap = (path: readonly (string | number)[]): void => {
    if (path.length === 1 && path[0] === 'mcpServers') hasMore = true;
  };
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
    visit(
      text,
      {
        onObjectProperty,
        onArrayBegin: (_offset, _length, _line, _character, path) => noteWhereNoMap(path()),
        onLiteralValue: (_value, _offset, _length, _line, _character, path) => noteWhereNoMap(path()),
        onError: () => (hasMore = true),
      },
      { allowTrailingComma: true },
    );
  } catch {
    // Nested so deeply that the stack is used up: what was read until then counts.
    hasMore = true;
  }
  return { servers, hasMore };
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
