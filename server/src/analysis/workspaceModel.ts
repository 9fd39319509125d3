import type { TextChange } from '../parse/markdown.ts';
import { mayBeManifest } from '../project/detect/manifestFiles.ts';
import { loadProjectDocument } from '../project/loadProjectDocument.ts';
import type { PositionMap } from '../text/lineIndex.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';
import { findAgentFiles, findProjects } from '../workspace/findFiles.ts';
import { OverlayFileSystem } from '../workspace/overlayFileSystem.ts';
import {
  agentsFolderOf,
  isAgentsFolderFile,
  isEditorChecked,
  projectFileKind,
  projectFolderOf,
} from '../workspace/selection.ts';
import { baseName, isBelow, joinUri, parentUri } from '../workspace/uris.ts';
import { AgentDocument } from './agentDocument.ts';
import { AgentNameIndex } from './agentNameIndex.ts';
import { placeOf, placesFor } from './agentNames.ts';
import { KnownSurroundingsKeeper } from './knownSurroundings.ts';
import { Project } from './project.ts';
import { ProjectFile } from './projectFile.ts';
import { SurroundingsReader } from './surroundings.ts';
import { ConfigFiles } from './configFiles.ts';
import { Detection } from './detection.ts';
import type { Settings } from './settings.ts';
import { WorkspaceFolders } from './workspaceFolders.ts';

/** What the model needs from outside: files, time, and somebody to tell. */
export interface ModelHost {
  readonly files: FileSystem;
  /** The user's home folder; without it there are no user agents. */
  readonly homeUri?: string;
  /** Called with the documents whose findings may have changed, never for the one just edited. */
  readonly onChanged: (uris: ReadonlySet<string>) => void;
  /** Documents whose findings depend on an agent, besides those that the model knows of. */
  readonly dependentsOf?: (agentUri: string) => Iterable<string>;
  readonly log: (message: string) => void;
  /** Runs `task` after about `milliseconds`; the timer is the host's, so that tests hold the clock. */
  readonly schedule: (task: () => void, milliseconds: number) => void;
}

export type AgentOrigin = 'project' | 'user' | 'plugin' | 'named';

/**
 * The workspace as analysed: open documents over files, the projects, and who depends on whom. An edit is
 * taken in at once for its own document; those that depend on it follow a moment later, found by index.
 */
export class WorkspaceModel {
  readonly files: OverlayFileSystem;
  /** Skills and MCP servers; read when somebody asks. */
  readonly surroundings: SurroundingsReader;
  /** What was last read of them, for rules. */
  readonly knownSurroundings: KnownSurroundingsKeeper;
  readonly names = new AgentNameIndex();
  readonly folders: WorkspaceFolders;
  /** What the projects' manifests show. */
  readonly detection: Detection;
  readonly #host: ModelHost;
  readonly #open = new Map<string, OpenText>();
  readonly #agents = new Map<string, AgentDocument>();
  readonly #projectFiles = new Map<string, ProjectFile>();
  readonly #projects = new Map<string, Project>();
  readonly #projectsOfSource = new Map<string, Set<Project>>();
  readonly #named = new Set<string>();
  readonly #pluginRoots = new Set<string>();
  readonly #userAgents = new Set<string>();
  readonly #configs: ConfigFiles;
  readonly #loads = new Set<Promise<void>>();
  readonly #generations = new Map<string, number>();
  #editedAgents = new Set<string>();
  #editedFiles = new Set<string>();
  #followUpPlanned = false;
  #epoch = 0;
  #lastEdited: string | undefined;

  constructor(givenHost: ModelHost) {
    const host: ModelHost = {
      ...givenHost,
      onChanged: (uris) => {
        this.#epoch++;
        givenHost.onChanged(uris);
      },
    };
    this.#host = host;
    this.files = new OverlayFileSystem(host.files, (uri) => this.#open.get(uri)?.text);
    this.surroundings = new SurroundingsReader(this.files);
    this.knownSurroundings = new KnownSurroundingsKeeper({
      files: this.files,
      reader: this.surroundings,
      homeUri: host.homeUri,
      placesFor: (place) => placesFor(this, place),
      knowsAgentsOf: (root) => this.#projects.has(root),
      load: (task) => this.#load(task),
      onChanged: (uris) => host.onChanged(uris),
    });
    this.detection = new Detection(this.files, host.log);
    this.#configs = new ConfigFiles(this.files, host.log);
    this.folders = new WorkspaceFolders(this.#configs);
  }

  // --- what there is ---

  get projects(): readonly Project[] {
    return [...this.#projects.values()];
  }

  agent(uri: string): AgentDocument | undefined {
    return this.#agents.get(uri);
  }

  get agents(): Iterable<AgentDocument> {
    return this.#agents.values();
  }

  /** The folders of the workspace's plugins. */
  get pluginRoots(): ReadonlySet<string> {
    return this.#pluginRoots;
  }

  get homeUri(): string | undefined {
    return this.#host.homeUri;
  }

  originOf(agentUri: string): AgentOrigin {
    if (this.#userAgents.has(agentUri)) return 'user';
    if (this.#pluginRootOf(agentUri) !== undefined) return 'plugin';
    return isAgentsFolderFile(agentUri) ? 'project' : 'named';
  }

  projectFile(uri: string): ProjectFile | undefined {
    return this.#projectFiles.get(uri);
  }

  /** The project whose `.claude/agents` holds the agent. */
  projectOfAgent(agentUri: string): Project | undefined {
    const folder = agentsFolderOf(agentUri);
    return folder === undefined ? undefined : this.#projects.get(parentUri(parentUri(folder)));
  }

  /** The projects whose document a file is part of. */
  projectsOfFile(uri: string): ReadonlySet<Project> {
    return this.#projectsOfSource.get(uri) ?? none;
  }

  project(root: string): Project | undefined {
    return this.#projects.get(root);
  }

  /** Every document that may have findings. */
  get documents(): ReadonlySet<string> {
    return new Set([...this.#agents.keys(), ...this.#projectFiles.keys()]);
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** Whether VS Code itself checks and completes the file: by its place, unless it was opened as something else. */
  isChatAgent(uri: string): boolean {
    return isEditorChecked(uri) && (this.#open.get(uri)?.languageId ?? 'chatagent') === 'chatagent';
  }

  /** Changes whenever anything but the document that is being typed in may have. */
  get epoch(): number {
    return this.#epoch;
  }

  versionOf(uri: string): number | undefined {
    return this.#open.get(uri)?.version;
  }

  /** Resolves when nothing is being read any more. */
  async settled(): Promise<void> {
    while (this.#loads.size > 0) await Promise.all(this.#loads);
    if (this.#followUpPlanned) this.#followUp();
    if (this.#loads.size > 0) await this.settled();
  }

  // --- what happens to it ---

  /** Takes the workspace folders in: searches those that are new, forgets those that are gone. */
  setFolders(folders: readonly string[]): void {
    const { added, removed } = this.folders.set(folders);
    for (const folder of removed) {
      if (this.folders.around(folder) === undefined) this.#removeBelow(folder);
    }
    // A folder that stays may have lain in one that went.
    const shaken = folders.filter((folder) => removed.some((gone) => isBelow(folder, gone)));
    for (const folder of new Set([...added, ...shaken])) this.#load(() => this.#searchFolder(folder));
    if (added.length > 0) this.#load(() => this.#readUserAgents());
  }

  /** Makes any file an agent, wherever it lies: one that was named on the command line. */
  nameAgent(uri: string): void {
    this.#named.add(uri);
    this.#load(async () => {
      const text = await this.files.readText(uri);
      if (text !== undefined) this.#setAgent(new AgentDocument(uri, text));
    });
  }

  /** An editor opened a document: from now on its text counts, not the file's. */
  open(uri: string, text: string, version: number, positions: PositionMap, languageId?: string): void {
    this.#open.set(uri, { text, version, languageId });
    this.#epoch++;
    this.surroundings.forget(uri);
    this.#takeIn(uri, text, positions, undefined);
    this.#lookAround(uri);
    this.#discoverAround(uri);
    this.#planFollowUp(uri);
  }

  /** @param change what turned the last text into this one, where it was a single change */
  edit(uri: string, text: string, version: number, positions: PositionMap, change?: TextChange): void {
    this.#open.set(uri, { text, version, languageId: this.#open.get(uri)?.languageId });
    this.surroundings.forget(uri);
    if (uri !== this.#lastEdited) this.#epoch++;
    this.#lastEdited = uri;
    this.#takeIn(uri, text, positions, change);
    this.#planFollowUp(uri);
  }

  /** The editor let go of a document: the file counts again. */
  close(uri: string): void {
    this.#open.delete(uri);
    this.fileChanged(uri);
  }

  /** A file or folder was created, changed or deleted outside the editor (or is to be read anew). */
  fileChanged(uri: string): void {
    if (this.#open.has(uri)) return;
    this.surroundings.forget(uri);
    if (this.knownSurroundings.fileChanged(uri)) this.#plan();
    this.#load(async () => {
      const stat = await this.files.stat(uri);
      if (stat === undefined) this.#removeBelow(uri);
      else if (this.#manifestChanged(uri)) return;
      else if (stat.type === 'directory') await this.#searchNewFolder(uri);
      else if (await this.#configs.read(uri)) this.#host.onChanged(this.documents);
      else await this.#readAnew(uri);
    });
    for (const project of this.#projects.values()) {
      if (project.lookedAt(uri)) this.#load(() => this.#readDocument(project));
    }
  }

  /** @param byFolder settings of workspace folders; `others` hold for files outside all of them */
  setSettings(byFolder: ReadonlyMap<string, Settings>, others: Settings): void {
    this.folders.setSettings(byFolder, others);
    for (const project of this.#projects.values()) this.#applyUserAgents(project);
    this.#host.onChanged(this.documents);
  }

  // --- one document ---

  #takeIn(
    uri: string,
    text: string,
    positions: PositionMap | undefined,
    change: TextChange | undefined,
  ): void {
    if (this.#isAgent(uri)) {
      this.#setAgent(new AgentDocument(uri, text, this.#agents.get(uri), change, positions));
    }
    if (projectFileKind(uri) !== undefined || this.#projectsOfSource.has(uri)) {
      const file = new ProjectFile(uri, text, this.#projectFiles.get(uri), change, positions);
      this.#projectFiles.set(uri, file);
      for (const project of this.projectsOfFile(uri)) project.updateFile(file);
    }
  }

  #setAgent(agent: AgentDocument): void {
    this.#agents.set(agent.uri, agent);
    this.names.put(agent);
    if (this.names.mentionsOf(agent.uri).length > 0) {
      const place = placeOf(this, agent.uri);
      if (place !== undefined && place.kind !== 'plugin') this.knownSurroundings.want(place, agent.uri);
    }
    if (this.names.hasChanged) this.#plan();
  }

  /** Nobody tells of changes in the user's folder: whoever opens an agent that names something from there finds them. */
  #lookAround(uri: string): void {
    const home = this.#host.homeUri;
    if (home === undefined || this.names.mentionsOf(uri).length === 0) return;
    this.surroundings.forget(joinUri(home, '.claude'));
    this.#expireSurroundings();
  }

  #expireSurroundings(): void {
    this.knownSurroundings.expire();
    if (this.knownSurroundings.isStale) this.#plan();
  }

  #isAgent(uri: string): boolean {
    return isAgentsFolderFile(uri) || this.#named.has(uri) || this.#pluginRootOf(uri) !== undefined;
  }

  #pluginRootOf(uri: string): string | undefined {
    if (!uri.endsWith('.md')) return undefined;
    for (const root of this.#pluginRoots) {
      if (uri.startsWith(`${root}/agents/`)) return root;
    }
    return undefined;
  }

  async #readAnew(uri: string): Promise<void> {
    const text = await this.files.readText(uri);
    if (text === undefined || this.#open.has(uri)) return;
    this.#discoverAround(uri);
    this.#takeIn(uri, text, undefined, undefined);
    this.#noteEdited(uri);
    this.#followUp();
    this.#host.onChanged(new Set([uri]));
  }

  // --- what depends on it ---

  #planFollowUp(uri: string): void {
    this.#noteEdited(uri);
    this.#plan();
  }

  #plan(): void {
    if (this.#followUpPlanned) return;
    this.#followUpPlanned = true;
    this.#host.schedule(() => {
      if (this.#followUpPlanned) this.#followUp();
    }, followUpDelay);
  }

  #noteEdited(uri: string): void {
    if (this.#agents.has(uri)) this.#editedAgents.add(uri);
    if (this.#projectFiles.has(uri)) this.#editedFiles.add(uri);
  }

  #followUp(): void {
    this.#followUpPlanned = false;
    const agents = this.#editedAgents;
    const files = this.#editedFiles;
    this.#editedAgents = new Set();
    this.#editedFiles = new Set();
    const changed = new Set<string>(this.names.takeDependents());
    this.knownSurroundings.refresh();
    for (const uri of agents) {
      const agent = this.#agents.get(uri);
      if (agent === undefined) continue;
      addUris(changed, this.#host.dependentsOf?.(uri) ?? []);
      for (const project of this.#readersOf(agent)) {
        if (project.putReader(agent)) addAll(changed, project.sources);
      }
    }
    for (const uri of files) {
      const file = this.#projectFiles.get(uri);
      if (file === undefined) continue;
      for (const project of this.projectsOfFile(uri)) {
        addAll(changed, project.sources);
        if (project.shapeChanged(file)) this.#load(() => this.#readDocument(project));
      }
    }
    if (changed.size > 0) this.#host.onChanged(changed);
  }

  /** The projects for which an agent counts as a reader. */
  #readersOf(agent: AgentDocument): readonly Project[] {
    if (this.#userAgents.has(agent.uri)) {
      return this.projects.filter((project) => this.folders.settingsFor(project.root).userAgents);
    }
    const project = this.projectOfAgent(agent.uri);
    return project === undefined ? [] : [project];
  }

  // --- reading projects ---

  /** Learns of the project that a file belongs to, also in a window without folders. */
  #discoverAround(uri: string): void {
    const folder = agentsFolderOf(uri);
    if (folder !== undefined) {
      const root = parentUri(parentUri(folder));
      if (root === this.#host.homeUri) {
        this.#userAgents.add(uri);
        return;
      }
      const project = this.#projects.get(root);
      if (project === undefined) this.#load(() => this.#addProject(root));
      else project.agents.add(uri);
      return;
    }
    if (projectFileKind(uri) === undefined || this.#projectsOfSource.has(uri)) return;
    const root = projectFolderOf(uri) ?? parentUri(uri);
    const known = this.#projects.get(root);
    this.#load(async () => {
      if (known !== undefined) return this.#readDocument(known);
      const isInFolder = this.folders.around(root) !== undefined;
      if (!isInFolder || (await this.files.stat(joinUri(root, '.claude'))) !== undefined) {
        await this.#addProject(root);
      }
    });
  }

  /** A folder that came may be a part of a project that is known, or of one that was none without it. */
  async #searchNewFolder(folder: string): Promise<void> {
    const at = `${folder}/`.indexOf('/.claude/');
    if (at < 0) await this.#searchFolder(folder);
    else if (folder.slice(0, at) === this.#host.homeUri) await this.#readUserAgents();
    else await this.#addProject(folder.slice(0, at));
  }

  async #searchFolder(folder: string): Promise<void> {
    const isGone = (): boolean => this.folders.around(folder) === undefined;
    const found = await findProjects(this.files, folder, isGone, mayBeManifest);
    this.detection.note(folder, found.noted);
    if (found.noted.length > 0) this.#detectAround(folder);
    for (const uri of found.configFiles) await this.#configs.read(uri);
    for (const root of found.pluginFolders) await this.#addPlugin(root);
    const roots = new Set(found.projectFolders);
    if (this.folders.has(folder)) roots.add(folder);
    for (const root of roots) {
      if (root !== this.#host.homeUri) await this.#addProject(root);
    }
  }

  async #addProject(root: string): Promise<void> {
    let project = this.#projects.get(root);
    if (project === undefined) {
      this.#projects.set(root, (project = new Project(root)));
      this.#expireSurroundings();
    }
    const agents = await findAgentFiles(this.files, joinUri(root, '.claude', 'agents'));
    for (let i = 0; i < agents.length; i += readAtOnce) {
      const some = agents.slice(i, i + readAtOnce);
      const texts = await Promise.all(some.map((uri) => this.#textToRead(uri)));
      for (const [index, uri] of some.entries()) this.#takeAgentIn(uri, texts[index], project);
    }
    this.#applyUserAgents(project);
    await this.#readDocument(project);
    this.#load(() => this.#detect(root));
  }

  /** Behind everything else: whoever opens a project waits for its findings, not for what completes them. */
  async #detect(root: string): Promise<void> {
    const changed = await this.detection.read(root);
    const project = this.#projects.get(root);
    if (!changed || project === undefined) return;
    this.#host.onChanged(new Set([...project.agents, ...project.sources.map(({ uri }) => uri)]));
  }

  /** A folder that came may bring manifests to the projects that it lies in. */
  #detectAround(folder: string): void {
    for (const root of this.#projects.keys()) {
      if (root !== folder && isBelow(folder, root)) this.#load(() => this.#detect(root));
    }
  }

  /** Whether the file may be a manifest, which is nothing else besides. */
  #manifestChanged(uri: string): boolean {
    for (const root of this.detection.fileChanged(uri, this.#projects.keys()))
      this.#load(() => this.#detect(root));
    return mayBeManifest(baseName(uri));
  }

  /** The text of an agent's file; `undefined` where it is open, so that its own text counts, or cannot be read. */
  async #textToRead(uri: string): Promise<string | undefined> {
    return this.#open.has(uri) && this.#agents.has(uri) ? undefined : this.files.readText(uri);
  }

  #takeAgentIn(uri: string, text: string | undefined, project: Project): void {
    // It may have been opened while it was being read.
    const isOpen = this.#open.has(uri) && this.#agents.has(uri);
    if (text !== undefined && !isOpen) this.#takeIn(uri, text, undefined, undefined);
    const agent = this.#agents.get(uri);
    if (agent === undefined) return;
    project.agents.add(uri);
    project.putReader(agent);
  }

  async #readDocument(project: Project): Promise<void> {
    const generation = (this.#generations.get(project.root) ?? 0) + 1;
    this.#generations.set(project.root, generation);
    const isStale = (): boolean => this.#generations.get(project.root) !== generation;
    const home = this.#host.homeUri;
    const loaded = await loadProjectDocument(this.files, project.root, {
      isCancelled: isStale,
      ...(home === undefined ? {} : { home }),
    });
    if (isStale() || this.#projects.get(project.root) !== project) return;
    const changed = new Set<string>(project.agents);
    addAll(changed, project.sources);
    this.#forgetSources(project);
    project.setDocument(loaded, (uri, text) => this.#projectFileOf(uri, text));
    project.isLoaded = true;
    for (const source of project.sources) {
      let projects = this.#projectsOfSource.get(source.uri);
      if (projects === undefined) this.#projectsOfSource.set(source.uri, (projects = new Set()));
      projects.add(project);
    }
    addAll(changed, project.sources);
    this.#host.onChanged(changed);
  }

  #projectFileOf(uri: string, text: string): ProjectFile {
    const known = this.#projectFiles.get(uri);
    if (known?.text === text) return known;
    const open = this.#open.get(uri);
    // What was typed while the files were being read is newer than what was read.
    if (known !== undefined && open !== undefined) return known;
    const file = new ProjectFile(uri, text, known);
    this.#projectFiles.set(uri, file);
    return file;
  }

  #forgetSources(project: Project): void {
    for (const source of project.sources) {
      const projects = this.#projectsOfSource.get(source.uri);
      projects?.delete(project);
      if (projects?.size === 0) this.#projectsOfSource.delete(source.uri);
    }
  }

  async #addPlugin(root: string): Promise<void> {
    this.#pluginRoots.add(root);
    this.#expireSurroundings();
    const changed = new Set<string>();
    for (const uri of await findAgentFiles(this.files, joinUri(root, 'agents'))) {
      const text = this.#open.has(uri) ? undefined : await this.files.readText(uri);
      if (text !== undefined) this.#takeIn(uri, text, undefined, undefined);
      changed.add(uri);
    }
    this.#host.onChanged(changed);
  }

  async #readUserAgents(): Promise<void> {
    const home = this.#host.homeUri;
    if (home === undefined) return;
    for (const uri of await findAgentFiles(this.files, joinUri(home, '.claude', 'agents'))) {
      this.#userAgents.add(uri);
      const text = await this.#textToRead(uri);
      if (text !== undefined) this.#takeIn(uri, text, undefined, undefined);
    }
    for (const project of this.#projects.values()) this.#applyUserAgents(project);
  }

  #applyUserAgents(project: Project): void {
    const counts = this.folders.settingsFor(project.root).userAgents;
    for (const uri of this.#userAgents) {
      const agent = this.#agents.get(uri);
      if (counts && agent?.file.verdict.loads === true) project.required.put(agent);
      else project.required.remove(uri);
    }
  }

  // --- forgetting ---

  /** Forgets a file, or a folder with all in it. */
  #removeBelow(uri: string): void {
    const changed = new Set<string>();
    for (const root of this.detection.removed(uri, this.#projects.keys()))
      this.#load(() => this.#detect(root));
    if (this.#configs.removeBelow(uri)) addUris(changed, this.documents);
    for (const agentUri of this.#agents.keys()) {
      if (!isBelow(agentUri, uri) || this.#open.has(agentUri)) continue;
      this.#agents.delete(agentUri);
      this.names.remove(agentUri);
      this.#userAgents.delete(agentUri);
      changed.add(agentUri);
      for (const project of this.#projects.values()) {
        if (project.removeAgent(agentUri)) addAll(changed, project.sources);
      }
    }
    for (const fileUri of this.#projectFiles.keys()) {
      if (!isBelow(fileUri, uri) || this.#open.has(fileUri)) continue;
      this.#projectFiles.delete(fileUri);
      changed.add(fileUri);
      for (const project of this.projectsOfFile(fileUri)) this.#load(() => this.#readDocument(project));
    }
    for (const [root, project] of this.#projects) {
      if (!isBelow(root, uri)) continue;
      this.#forgetSources(project);
      this.#projects.delete(root);
    }
    for (const root of this.#pluginRoots) {
      if (isBelow(root, uri)) this.#pluginRoots.delete(root);
    }
    if (changed.size > 0) this.#host.onChanged(changed);
  }

  #load(task: () => Promise<void>): void {
    const load = task()
      .catch((error: unknown) => this.#host.log(`could not read: ${String(error)}`))
      .finally(() => this.#loads.delete(load));
    this.#loads.add(load);
  }
}

interface OpenText {
  readonly text: string;
  readonly version: number;
  readonly languageId: string | undefined;
}

/** So many that the disk is never idle, so few that no system runs out of open files. */
const readAtOnce = 32;

/** Well within the 300 ms in which dependent documents are to follow. */
const followUpDelay = 60;

const none: ReadonlySet<Project> = new Set();

function addUris(into: Set<string>, uris: Iterable<string>): void {
  for (const uri of uris) into.add(uri);
}

function addAll(into: Set<string>, files: readonly { readonly uri: string }[]): void {
  for (const file of files) into.add(file.uri);
}
