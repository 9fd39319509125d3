/** Which files are agents and project documents, told by their URIs alone; names are case-sensitive, as in Claude Code. */
import { baseName, isBelow, joinUri, parentUri } from './uris.ts';

/** What a file is to the project document when Claude Code starts in the right folder. */
export type ProjectFileKind = 'claude-md' | 'claude-local' | 'agents-md' | 'rules';

/** What a file is to the project document, or `undefined` when only an import could make it part of one. */
export function projectFileKind(uri: string): ProjectFileKind | undefined {
  if (!uri.endsWith('.md')) return undefined;
  // Nothing in these names is ever encoded.
  if (uri.includes('/.claude/rules/')) return 'rules';
  return kindOfName[uri.slice(uri.lastIndexOf('/') + 1)];
}

/** Whether Claude Code can load the file as (part of) a project document without an import. */
export function isProjectDocument(uri: string): boolean {
  return projectFileKind(uri) !== undefined;
}

/** The URI of the folder whose project document the file is part of without an import. */
export function projectFolderOf(uri: string): string | undefined {
  const kind = projectFileKind(uri);
  if (kind === undefined) return undefined;
  if (kind === 'rules') return uri.slice(0, uri.indexOf('/.claude/rules/'));
  const folder = parentUri(uri);
  return kind !== 'claude-local' && baseName(folder) === '.claude' ? parentUri(folder) : folder;
}

/**
 * Where an agent file comes from: `project` below any `.claude/agents`, `plugin` below the `agents` folder of a
 * plugin; `undefined` for what is not an agent file by its path.
 * @param pluginRoots URIs of the folders that hold `.claude-plugin/plugin.json`
 */
export function agentFileKind(
  uri: string,
  pluginRoots: Iterable<string> = [],
): 'project' | 'plugin' | undefined {
  if (!uri.endsWith('.md')) return undefined;
  if (isAgentsFolderFile(uri)) return 'project';
  const root = pluginRootAround(uri, pluginRoots);
  return root !== undefined && isBelow(uri, joinUri(root, 'agents')) ? 'plugin' : undefined;
}

/**
 * The plugin that a file belongs to: the innermost folder of `pluginRoots` around it. What lies in a `.claude` folder
 * of the plugin's own is the repository's, whose author keeps agents there for the work on the plugin.
 */
export function pluginRootAround(uri: string, pluginRoots: Iterable<string>): string | undefined {
  let innermost: string | undefined;
  for (const root of pluginRoots) {
    if (isBelow(uri, root) && root.length > (innermost?.length ?? -1)) innermost = root;
  }
  return innermost === undefined || uri.includes('/.claude/', innermost.length) ? undefined : innermost;
}

/** Whether the file lies below a `.claude/agents` folder and ends in `.md`, as Claude Code wants it. */
export function isAgentsFolderFile(uri: string): boolean {
  return uri.endsWith('.md') && agentsFolderOf(uri) !== undefined;
}

/** The URI of the `.claude/agents` folder that the file lies below; the outermost, where there are several. */
export function agentsFolderOf(uri: string): string | undefined {
  const at = uri.indexOf('/.claude/agents/');
  return at < 0 || uri.length <= at + agentsFolder.length + 1
    ? undefined
    : uri.slice(0, at + agentsFolder.length);
}

/** Whether the file is a plugin's manifest, whose folder's parent is the plugin. */
export function isPluginManifest(uri: string): boolean {
  return baseName(uri) === 'plugin.json' && baseName(parentUri(uri)) === '.claude-plugin';
}

/** Whether VS Code takes the file for a `chatagent` and reports on it itself: directly in `.claude/agents`. */
export function isEditorChecked(uri: string): boolean {
  return isAgentsFolderFile(uri) && agentsFolderOf(uri) === parentUri(uri);
}

const agentsFolder = '/.claude/agents';

const kindOfName: Readonly<Record<string, ProjectFileKind | undefined>> = {
  'CLAUDE.md': 'claude-md',
  'CLAUDE.local.md': 'claude-local',
  'AGENTS.md': 'agents-md',
};

/** The names of project documents in the folder that they are for. */
export const documentNames: readonly string[] = Object.keys(kindOfName);
