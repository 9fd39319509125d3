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
  '**/{*.{yml,yaml,tf,csproj,fsproj,gradle,gradle.kts,versions.toml},package.json,composer.json,pyproject.toml,Pipfile,' +
  'Cargo.toml,Gemfile,pom.xml,go.mod,Dockerfile*,*.Dockerfile,*.dockerfile,Containerfile,schema.prisma,.env.*,env.example,' +
  '*requirements*.{txt,in},requirements/*.{txt,in},Directory.Build.props,wrangler.{toml,json,jsonc},vercel.json,' +
  'netlify.toml,fly.toml,railway.{json,toml},firebase.json,cdk.json,samconfig.toml,Jenkinsfile,turbo.json,nx.json,' +
  'deno.{json,jsonc},mix.exs,bun.{lock,lockb},yarn.lock,uv.lock,poetry.lock,Tiltfile,Vagrantfile,Caddyfile,ansible.cfg,terragrunt.hcl}';

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
  showReaders: 'agentTailor.showReaders',
  answerSection: 'agentTailor.answerSection',
  addMissingSections: 'agentTailor.addMissingSections',
  createProjectDocument: 'agentTailor.createProjectDocument',
  insertAgent: 'agentTailor.insertAgent',
  updateExportedAgent: 'agentTailor.updateExportedAgent',
  /** VS Code's own. */
  suggest: 'editor.action.triggerSuggest',
} as const;

/** What a lens hands to `previewProfile`; menus hand over a URI, and the tree an item with one. */
export interface PreviewTarget {
  readonly uri: string;
  readonly projectUri?: string;
  /** The line of the agent to show, and the line of the profile that it has become; from 0. */
  readonly line?: number;
  readonly profileLine?: number;
}

/** What a lens hands to `answerSection`. */
export interface SectionTarget {
  /** An agent or a project document. */
  readonly uri: string;
  readonly projectUri?: string;
  readonly label: string;
}

/** What a lens hands to `showReaders`: the section of a project document that begins on the position's line. */
export interface ReadersTarget {
  readonly uri: string;
  readonly position: ProtocolPosition;
}

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
  /** Only this section: it is added where it is missing, and filled in where its value was detected. */
  readonly label?: string;
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
  /** With a label: what is inserted, or selected, is not the answer yet, but what its author types over. */
  readonly waits?: boolean;
  /** With a label: the answer, or what stands in its place; where there is nothing to insert the author goes on here. */
  readonly select?: ProtocolLocation;
}

/**
 * Client → server: the CLAUDE.md of a project that has none. Where it has one, `text` is absent. `null` where there is no
 * such project.
 */
export const NewDocumentRequest = 'agentTailor/newDocument';

export interface NewDocumentParams {
  /** An agent, or the project's folder. */
  readonly uri: string;
  /** The agents whose sections it shall have; all, where left out. */
  readonly agents?: readonly string[];
}

export interface NewDocumentResult {
  /** The document to make, or the one that is there. */
  readonly documentUri: string;
  /** Labels in `text`; of a document that is there, those that it lacks. */
  readonly labels: readonly string[];
  readonly text?: string;
  /** The agents that read something of it, chosen or not. */
  readonly readers: readonly {
    readonly uri: string;
    readonly name: string;
    readonly labels: readonly string[];
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

/** Client → server: an exported agent, updated from its source and project; or what stands in the way. */
export const UpdateExportRequest = 'agentTailor/updateExport';

export interface UpdateExportParams {
  readonly uri: string;
}

export type UpdateExportResult = UpdatedExport | UpdateExportObstacle;

export interface UpdatedExport {
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

export interface UpdateExportObstacle {
  /** `no-project`: that to which it was adapted is not in the workspace; `no-source`: what it was made of is nowhere. */
  readonly obstacle: 'not-exported' | 'no-project' | 'no-source';
  /** The file name of the source that is nowhere, and how many agents could be meant. */
  readonly sourceName?: string;
  readonly candidates?: number;
}

/** Client → server: the projects, each with the places at which it sees agents. */
export const AgentPlacesRequest = 'agentTailor/agentPlaces';

export interface SeenProjectInfo {
  readonly uri: string;
  readonly name: string;
  readonly places: readonly AgentPlaceInfo[];
}

export interface AgentPlaceInfo {
  readonly kind: 'project' | 'user' | 'plugin';
  /** The folder that holds `.claude`, the user's home, or the plugin's folder. */
  readonly uri: string;
  readonly name: string;
}

/** Client → server: the agents at one place. */
export const PlaceAgentsRequest = 'agentTailor/placeAgents';

export interface PlaceAgentsParams {
  /** The project from which they are seen. */
  readonly projectUri: string;
  readonly kind: AgentPlaceInfo['kind'];
  readonly uri: string;
}

export interface AgentRowInfo {
  readonly uri: string;
  readonly name: string;
  readonly description: string;
  /** Among those of its name: nobody else has it, it is used, another one is; or Claude Code skips the file. */
  readonly standing: 'single' | 'winner' | 'hidden' | 'skipped';
  /** For people: whom it goes before, who goes before it, why it is skipped. */
  readonly remark?: string;
  readonly read: number;
  readonly answered: number;
}

/** Client → server: what one agent reads, and how that stands. */
export const AgentRequirementsRequest = 'agentTailor/agentRequirements';

export interface AgentRequirementsParams {
  readonly uri: string;
  readonly projectUri: string;
}

export interface RequirementInfo {
  readonly label: string;
  readonly status: 'met' | 'partial' | 'unfilled' | 'none' | 'missing';
  /** For people: what of the agent applies, what is declared, or that it is missing. */
  readonly summary: string;
  /** What the manifests show, of one that is not answered. */
  readonly detected?: string;
  /** Where the project document answers it, or waits for the answer. */
  readonly answeredAt?: ProtocolLocation;
  /** Who reads it, and where. */
  readonly readers: readonly { readonly name: string; readonly at: ProtocolLocation }[];
}

/** Client → server: how a document stands. Answers `null` where there is nothing to say. */
export const DocumentStateRequest = 'agentTailor/documentState';

export interface DocumentStateParams {
  /** An agent, a profile, or a file of a project document. */
  readonly uri: string;
}

export interface DocumentStateInfo {
  readonly kind: 'agent' | 'project';
  readonly projectUri: string;
  /** Why Claude Code skips the agent. */
  readonly skipped?: string;
  readonly requirements: readonly RequirementInfo[];
}

/** Client → server: the agents' mentions of a section of a project document. Takes a `ReadersTarget`. */
export const ReadersRequest = 'agentTailor/readers';

/**
 * Server → client: an answer to one of the requests for places, agents, requirements or states would be another now.
 * Comes at most a few times a second, and only once until something is asked again.
 */
export const AnswersChangedNotification = 'agentTailor/answersChanged';

export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

export interface ProtocolLocation {
  readonly uri: string;
  readonly range: ProtocolRange;
}

/** Server → client, answered by clients that offered `filesThroughClient`. Parameters carry a URI. */
export const FilesRequest = {
  stat: 'agentTailor/files/stat',
  readDirectory: 'agentTailor/files/readDirectory',
  readText: 'agentTailor/files/readText',
  /** What a file's bytes are: `utf-8`, `utf-16` or `other`. */
  readEncoding: 'agentTailor/files/readEncoding',
} as const;

export interface FileParams {
  readonly uri: string;
}
