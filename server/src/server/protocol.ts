/**
 * What the client and the server agree on beyond LSP: names, types and the form of the profile's URI. The only
 * file of the server that the client imports; it imports nothing.
 */

/** Sent by a client as `initializationOptions`; every part is optional, so that any LSP client will do. */
export interface InitializationOptions {
  /** `push` (default): the server publishes, for closed files too. `pull`: the client asks; nothing is pushed. */
  readonly diagnostics?: 'push' | 'pull';
  /** The client answers the `agentTailor/files/*` requests: used for all files it names, or for none. */
  readonly filesThroughClient?: 'all' | 'otherThanFileScheme' | 'none';
  /** The client has our commands (`ClientCommand`), so lenses and fixes may name them. */
  readonly clientCommands?: boolean;
  /** The editor itself checks `.claude/agents/*.md` (VS Code's `chatagent`): say only what it does not. */
  readonly editorChecksAgents?: boolean;
  /** The user's home folder as a URI; where it is unknown, user agents are not read. */
  readonly homeUri?: string;
  /** The folder that holds the rules' pages (`agent/skipped.md`), as a URI: findings link to them. */
  readonly docsUri?: string;
  /** Translations: the bundle that `@vscode/l10n` reads. */
  readonly l10nBundle?: Record<string, string>;
}

/** The manifests from which technologies are detected, and a few files that only look like them. */
export const manifestGlob =
  '**/{*.{yml,yaml,tf,csproj,fsproj},package.json,composer.json,pyproject.toml,Pipfile,Cargo.toml,Gemfile,' +
  'build.gradle,build.gradle.kts,pom.xml,go.mod,Dockerfile*,Containerfile,schema.prisma,.env.*,requirements*.txt}';

/** The scheme of the virtual documents that hold adapted profiles. */
export const profileScheme = 'agent-tailor-profile';

/**
 * The URI of an agent's adapted profile. Its path ends in `(adapted).md`, which no agent pattern matches and
 * which gives it the language `adapted-agent`.
 */
export function profileUri(agentUri: string, projectUri?: string): string {
  const file = decodeURIComponent(agentUri.slice(agentUri.lastIndexOf('/') + 1)).replace(/\.md$/, '');
  const query = [agentUri, ...(projectUri === undefined ? [] : [projectUri])]
    .map(encodeURIComponent)
    .join('&');
  return `${profileScheme}:/${encodeURIComponent(`${file} (adapted).md`)}?${encodeURIComponent(query)}`;
}

/** The agent and project of a profile's URI as an editor hands it back; `undefined` for another URI. */
export function readProfileUri(uri: string): { agentUri: string; projectUri?: string } | undefined {
  const query = uri.startsWith(`${profileScheme}:`) ? uri.indexOf('?') : -1;
  if (query < 0) return undefined;
  try {
    const [agentUri, projectUri] = decodeURIComponent(uri.slice(query + 1))
      .split('&')
      .map(decodeURIComponent);
    if (agentUri === undefined || agentUri === '') return undefined;
    return projectUri === undefined ? { agentUri } : { agentUri, projectUri };
  } catch {
    return undefined;
  }
}

/** The scheme of the other virtual documents, all of them Markdown. */
export const viewScheme = 'agent-tailor-view';

/** What a virtual document shows. URIs as the client spells them. */
export type View =
  /** Which agents of a project read what, live. */
  | { readonly kind: 'coverage'; readonly projectUri: string }
  /** What exporting an agent would write. */
  | ({ readonly kind: 'export' } & ExportParams)
  /** What updating an exported agent would make of it. */
  | { readonly kind: 'update'; readonly uri: string };

/** The URI of a virtual document; `title` becomes its file name. */
export function viewUri(view: View, title: string): string {
  const name = encodeURIComponent(`${title.replace(/[\\/]/g, ' ')}.md`);
  return `${viewScheme}:/${name}?${encodeURIComponent(JSON.stringify(view))}`;
}

/** What a URI of that scheme stands for, as an editor hands it back; `undefined` for another URI. */
export function readViewUri(uri: string): View | undefined {
  const query = uri.startsWith(`${viewScheme}:`) ? uri.indexOf('?') : -1;
  if (query < 0) return undefined;
  try {
    const value: unknown = JSON.parse(decodeURIComponent(uri.slice(query + 1)));
    if (typeof value !== 'object' || value === null) return undefined;
    const { kind, projectUri, uri: of, targetUri, name } = value as Record<string, unknown>;
    if (kind === 'coverage' && typeof projectUri === 'string') return { kind, projectUri };
    if (kind === 'update' && typeof of === 'string') return { kind, uri: of };
    if (kind !== 'export' || typeof of !== 'string' || typeof targetUri !== 'string') return undefined;
    return {
      kind,
      uri: of,
      targetUri,
      ...(typeof projectUri === 'string' ? { projectUri } : {}),
      ...(typeof name === 'string' ? { name } : {}),
    };
  } catch {
    return undefined;
  }
}

/** Commands that the client registers and that the server names in lenses and fixes. */
export const ClientCommand = {
  previewProfile: 'agentTailor.previewProfile',
  showCoverage: 'agentTailor.showCoverage',
  addMissingSections: 'agentTailor.addMissingSections',
  createProjectDocument: 'agentTailor.createProjectDocument',
  insertAgent: 'agentTailor.insertAgent',
  /** VS Code's own. */
  suggest: 'editor.action.triggerSuggest',
} as const;

/** Client → server: every project (a folder that holds `.claude`) of the workspace, with its agents. */
export const ProjectsRequest = 'agentTailor/projects';

export interface ProjectInfo {
  /** The folder that holds `.claude`. */
  readonly uri: string;
  readonly name: string;
  /** The file that missing sections would be added to; absent where the project has no document. */
  readonly documentUri?: string;
  readonly agents: readonly AgentInfo[];
  /** Labels that agents read and the document lacks or leaves unfilled. */
  readonly unanswered: readonly string[];
}

export interface AgentInfo {
  readonly uri: string;
  /** As Claude Code reads it; the file's name where the agent does not load. */
  readonly name: string;
  readonly description: string;
  readonly loads: boolean;
  /** Labels of the requirements. */
  readonly requirements: readonly string[];
}

/** Client → server: the edit that adds all missing sections to a project's document. */
export const MissingSectionsRequest = 'agentTailor/missingSections';

export interface MissingSectionsParams {
  /** A project document or agent, or the project's folder. */
  readonly uri: string;
}

export interface MissingSectionsResult {
  /** The document to edit or, with `create`, to make. */
  readonly documentUri: string;
  readonly labels: readonly string[];
  /** The whole text of the document that does not exist yet. */
  readonly create?: string;
  /** LSP ranges; `snippet` marks where the values go, in VS Code's snippet syntax. */
  readonly edits: readonly {
    readonly range: ProtocolRange;
    readonly newText: string;
    readonly snippet: string;
  }[];
}

/** Client → server: what an agent becomes as a file of its own. Answers `null` where there is no such agent or project. */
export const ExportRequest = 'agentTailor/export';

export interface ExportParams {
  readonly uri: string;
  /** The file to be written: it notes its source as seen from there. */
  readonly targetUri: string;
  /** The project, where it is not the target's own. */
  readonly projectUri?: string;
  /** A new name for the frontmatter. */
  readonly name?: string;
}

export interface ExportResult {
  readonly text: string;
  /** Whether the file says where it came from, so that it can be updated. */
  readonly noted: boolean;
  readonly lines: { readonly before: number; readonly after: number };
  readonly tokens: { readonly before: number; readonly after: number };
}

/** Client → server: an exported agent, updated from its source and project. `null` where that cannot be. */
export const UpdateExportRequest = 'agentTailor/updateExport';

export interface UpdateExportParams {
  readonly uri: string;
}

export interface UpdateExportResult {
  readonly text: string;
  /** How many places have conflict markers. */
  readonly conflicts: number;
  /** What turns the text as the server has it into `text`. */
  readonly edits: readonly { readonly range: ProtocolRange; readonly newText: string }[];
  /** The source's file name; absent where the agent was adapted in place. */
  readonly sourceName?: string;
  /** Something besides the note of the export differs. */
  readonly isChange: boolean;
}

export interface ProtocolRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Server → client, answered by clients that offered `filesThroughClient`. Parameters carry a URI. */
export const FilesRequest = {
  stat: 'agentTailor/files/stat',
  readDirectory: 'agentTailor/files/readDirectory',
  readText: 'agentTailor/files/readText',
  /** All files of a folder that match any glob; answers URIs. */
  find: 'agentTailor/files/find',
} as const;

export interface FileParams {
  readonly uri: string;
}

export interface FindParams {
  /** The folder. */
  readonly uri: string;
  /** Globs below it, `**` and `{a,b}` allowed. */
  readonly globs: readonly string[];
}
