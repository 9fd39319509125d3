/** How Claude Code 2.1.330 wants an MCP server configured that an agent brings along. */

/** What `type` takes; without one a server is a program (`stdio`). */
export const mcpServerTypes = ['stdio', 'http', 'sse', 'streamable-http', 'ws'] as const;

export type McpServerType = (typeof mcpServerTypes)[number];

export function isMcpServerType(type: unknown): type is McpServerType {
  return (mcpServerTypes as readonly unknown[]).includes(type);
}
