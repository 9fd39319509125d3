import type { TextChange } from '../parse/markdown.ts';
import { mayBeManifest } from '../project/detect/manifestFiles.ts';
import type { PositionMap } from '../text/lineIndex.ts';
import type { FileSystem, TextEncoding } from '../workspace/fileSystem.ts';
import { findAgentFiles, findProjects } from '../workspace/findFiles.ts';
import { OverlayFileSystem } from '../workspace/overlayFileSystem.ts';
import { pluginAbove } from '../workspace/pluginAbove.ts';
import {
  agentFileKind,
  agentsFolderOf,
  isEditorChecked,
  isPluginManifest,
  projectFileKind,
  projectFolderOf,
} from '../workspace/selection.ts';
import { baseName, isBelow, joinUri, parentUri } from '../workspace/uris.ts';
import { AgentDocument, fileStem } from './agentDocument.ts';
import { AgentNameIndex } from './agentNameIndex.ts';
import { ownNameOf, placeOf, placesFor } from './agentNames.ts';
import { ExportIndex } from './exportIndex.ts';
import { KnownSurroundingsKeeper } from './knownSurroundings.ts';
import { OpenTexts } from './openTexts.ts';
import { Project } from './project.ts';
import { ProjectFile } from './projectFile.ts';
import { ProjectTable } from './projectTable.ts';
import { type Plugin, SurroundingsReader } from './surroundings.ts';
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
  /**
   * Looks for the documents of folders within projects too, which Claude Code loads when it starts or works there;
   * left out, they are taken in when they are opened.
   */
  readonly findsDeeperDocuments?: boolean;
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
  readonly names = new AgentNameIndex((agent) => ownNameOf(this, agent));
  /** Who was exported from whom. */
  readonly exportIndex: ExportIndex;
  readonly folders: WorkspaceFolders;
  /** What the projects' manifests show. */
  readonly detection: Detection;
  readonly #host: ModelHost;
  readonly #open = new OpenTexts();
  readonly #agents = new Map<string, AgentDocument>();
  readonly #projectFiles = new Map<string, ProjectFile>();
  readonly #projects = new ProjectTable();
  readonly #named = new Set<string>();
  readonly #plugins = new Map<string, Plugin>();
  readonly #userAgents = new Set<string>();
  readonly #configs: ConfigFiles;
  /** Of the agents' files that are not UTF-8. */
  readonly #encodings = new Map<string, TextEncoding>();
  readonly #loads = new Set<Promise<void>>();
  #editedAgents = new Set<string>();
  #editedFiles = new Set<string>();
  #followUpPlanned = false;
  #hasReadUserAgents = false;
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
    this.files = new OverlayFileSystem(host.files, (uri) => this.#open.textOf(uri));
    this.exportIndex = new ExportIndex(this.files);
    this.surroundings = new SurroundingsReader(this.files, host.homeUri);
    this.knownSurroundings = new KnownSurroundingsKeeper({
      files: this.files,
      reader: this.surroundings,
      homeUri: host.homeUri,
      placesFor: (place) => placesFor(this, place),
      knowsAgentsOf: (root) => this.#projects.get(root) !== undefined,
      load: (task) => this.#load(task),
      onChanged: (uris) => host.onChanged(uris),
    });
    this.detection = new Detection(this.files, host.log);
    this.#configs = new ConfigFiles(this.files, host.log);
    this.folders = new WorkspaceFolders(this.#configs);
  }

  // --- what there is ---

  /** Folders of a project that only have a document of their own left out. */
  get projects(): readonly Project[] {
    return [...this.#projects.all].filter(({ isPart }) => !isPart);
  }

  agent(uri: string): AgentDocument | undefined {
    return this.#agents.get(uri);
  }

  get agents(): Iterable<AgentDocument> {
    return this.#agents.values();
  }

  /** The workspace's plugins by their folders. */
  get plugins(): ReadonlyMap<string, Plugin> {
    return this.#plugins;
  }

  get homeUri(): string | undefined {
    return this.#host.homeUri;
  }

  /** Whether the agents in the user's folder are known; until then there may be any. */
  get hasReadUserAgents(): boolean {
    return this.#hasReadUserAgents;
  }

  originOf(agentUri: string): AgentOrigin {
    if (this.#userAgents.has(agentUri)) return 'user';
    return agentFileKind(agentUri, this.#plugins.keys()) ?? 'named';
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
    return this.#projects.ofFile(uri);
  }

  /** The innermost project that a file of a project document lies in; of one above all of its projects any. */
  projectOfFile(uri: string): Project | undefined {
    return this.#projects.innermostOf(uri);
  }

  project(root: string): Project | undefined {
    return this.#projects.get(root);
  }

  /** Every file that is part of a project document. */
  get loadedFiles(): Iterable<string> {
    return this.#projects.files;
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
    return isEditorChecked(uri) && (this.#open.languageOf(uri) ?? 'chatagent') === 'chatagent';
  }

  /** Changes whenever anything but the document that is being typed in may have. */
  get epoch(): number {
    return this.#epoch;
  }

  /** How an agent's file is encoded on disk, where that is known not to be UTF-8. */
  encodingOf(uri: string): TextEncoding | undefined {
    return this.#encodings.get(uri);
  }

  versionOf(uri: string): number | undefined {
    return this.#open.versionOf(uri);
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
      await this.#addPluginAbove(uri);
      await this.#readConfigsAbove([uri]);
      const text = await this.files.readText(uri);
      if (text !== undefined) this.#takeIn(uri, text, undefined, undefined);
    });
  }

  /** An editor opened a document: from now on its text counts, not the file's. */
  open(uri: string, text: string, version: number, positions: PositionMap, languageId?: string): void {
    this.#open.open(uri, text, version, languageId);
    this.#epoch++;
    this.surroundings.forget(uri);
    this.#takeIn(uri, text, positions, undefined);
    this.#lookAround(uri);
    this.#discoverAround(uri);
    this.#load(() => this.#readConfigsAbove([uri]));
    if (this.#isAgent(uri)) this.#load(() => this.#readEncoding(uri));
    this.#planFollowUp(uri);
  }

  /** @param change what turned the last text into this one, where it was a single change */
  edit(uri: string, text: string, version: number, positions: PositionMap, change?: TextChange): void {
    const isBack = !this.#open.counts(uri);
    this.#open.edit(uri, text, version);
    this.surroundings.forget(uri);
    if (uri !== this.#lastEdited) this.#epoch++;
    this.#lastEdited = uri;
    this.#takeIn(uri, text, positions, isBack ? undefined : change);
    if (isBack) this.#discoverAround(uri);
    this.#planFollowUp(uri);
  }

  /** The editor let go of a document: the file counts again. */
  close(uri: string): void {
    this.#open.close(uri);
    this.fileChanged(uri);
  }

  /** A file or folder was created, changed or deleted outside the editor (or is to be read anew). */
  fileChanged(uri: string): void {
    if (this.#open.has(uri)) {
      if (this.#isAgent(uri)) this.#load(() => this.#readEncoding(uri));
      this.#load(() => this.#compareWithFile(uri));
      return;
    }
    this.surroundings.forget(uri);
    if (this.knownSurroundings.fileChanged(uri)) this.#plan();
    this.#load(async () => {
      const stat = await this.files.stat(uri);
      if (stat === undefined) {
        for (const open of this.#open.below(uri)) await this.#compareWithFile(open);
        this.#removeBelow(uri);
      } else if (this.#manifestChanged(uri)) return;
      else if (isPluginManifest(uri)) await this.#addPlugin(parentUri(parentUri(uri)));
      else if (stat.type === 'directory') await this.#searchNewFolder(uri);
      else if (await this.#configs.read(uri)) this.#host.onChanged(this.documents);
      else await this.#readAnew(uri);
    });
    if (this.exportIndex.hasRead(uri)) this.#readExportSource(uri, uri);
    for (const project of this.#projects.all) {
      if (project.lookedAt(uri)) this.#load(() => this.#readDocument(project));
    }
  }

  /** A document without an edit of its own goes with its file, and comes with it. */
  async #compareWithFile(uri: string): Promise<void> {
    if (!this.#open.fileChanged(uri, await this.#host.files.readText(uri))) return;
    const text = this.#open.textOf(uri);
    if (text === undefined) this.#removeBelow(uri);
    else await this.#readAnew(uri);
  }

  /** @param byFolder settings of workspace folders; `others` hold for files outside all of them */
  setSettings(byFolder: ReadonlyMap<string, Settings>, others: Settings): void {
    this.folders.setSettings(byFolder, others);
    for (const project of this.#projects.all) this.#applyUserAgents(project);
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
      const owner = this.originOf(uri) === 'plugin' ? 'plugin' : 'other';
      this.#setAgent(new AgentDocument(uri, text, this.#agents.get(uri), change, positions, owner));
    }
    if (projectFileKind(uri) !== undefined || this.#projects.isRead(uri)) {
      const file = new ProjectFile(uri, text, this.#projectFiles.get(uri), change, positions);
      this.#projectFiles.set(uri, file);
      for (const project of this.projectsOfFile(uri)) project.updateFile(file);
    }
  }

  #setAgent(agent: AgentDocument): void {
    this.#agents.set(agent.uri, agent);
    this.names.put(agent);
    // Of an open document the editor has decoded the text, and the file was asked for when it was opened.
    const mayBeOther = !this.#open.counts(agent.uri) && /[\0\uFFFD]/.test(agent.text);
    if (mayBeOther) this.#load(() => this.#readEncoding(agent.uri));
    else if (!this.#open.has(agent.uri)) this.#encodings.delete(agent.uri);
    const source = this.exportIndex.put(agent);
    if (source !== undefined) this.#readExportSource(source, agent.uri);
    if (this.names.mentionsOf(agent.uri).length > 0) {
      const place = placeOf(this, agent.uri);
      if (place !== undefined) this.knownSurroundings.want(place, agent.uri);
    }
    if (this.names.hasChanged) this.#plan();
  }

  async #readEncoding(uri: string): Promise<void> {
    const encoding = await this.files.readEncoding(uri);
    if ((encoding ?? 'utf-8') === (this.#encodings.get(uri) ?? 'utf-8')) return;
    if (encoding === undefined || encoding === 'utf-8') this.#encodings.delete(uri);
    else this.#encodings.set(uri, encoding);
    this.#host.onChanged(new Set([uri]));
  }

  /** The source of an exported agent may lie where nobody looks for agents. */
  #readExportSource(uri: string, agentUri: string): void {
    this.#load(async () => {
      if (this.#agents.has(uri) || !(await this.exportIndex.readSource(uri, agentUri))) return;
      this.#host.onChanged(this.exportIndex.madeOf(fileStem(uri)));
    });
  }

  /** Nobody tells of changes outside the workspace: whoever opens an agent that has to do with them finds them. */
  #lookAround(uri: string): void {
    const source = this.exportIndex.noteOf(uri)?.sourceUri;
    if (source !== undefined) this.#readExportSource(source, uri);
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
    return agentFileKind(uri, this.#plugins.keys()) !== undefined || this.#named.has(uri);
  }

  async #readAnew(uri: string): Promise<void> {
    const text = await this.files.readText(uri);
    // It may have been opened while it was being read.
    if (text === undefined || (this.#open.counts(uri) && this.#open.textOf(uri) !== text)) return;
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
    if (projectFileKind(uri) === undefined || this.#projects.isRead(uri)) return;
    const root = projectFolderOf(uri) ?? parentUri(uri);
    const known = this.#projects.get(root);
    this.#load(async () => {
      if (known !== undefined) return this.#readDocument(known);
      const isInFolder = this.folders.around(root) !== undefined;
      if (!isInFolder || (await this.files.stat(joinUri(root, '.claude'))) !== undefined) {
        await this.#addProject(root);
      } else if (this.#open.has(uri)) await this.#addProject(root, 'part');
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
    await this.#addPluginAbove(folder);
    const roots = new Set(found.projectFolders);
    if (this.folders.has(folder)) {
      roots.add(folder);
    }
    // A folder inside `.claude` is a part of a project.
    const inside = `${folder}/`.indexOf('/.claude/');
    if (inside >= 0) roots.add(folder.slice(0, inside));
    for (const root of roots) {
      if (root !== this.#host.homeUri) await this.#addProject(root);
    }
    if (this.#host.findsDeeperDocuments !== true) return;
    for (const root of found.documentFolders) if (!roots.has(root)) await this.#addProject(root, 'part');
  }

  async #addProject(root: string, kind: 'whole' | 'part' = 'whole'): Promise<void> {
    let project = this.#projects.get(root);
    if (project === undefined) {
      this.#projects.add((project = new Project(root, kind)));
      this.#expireSurroundings();
    }
    if (kind === 'whole') project.isPart = false;
    const agentsFolder = joinUri(root, '.claude', 'agents');
    project.folders = await this.surroundings.foldersAbove(root);
    project.realAgentsFolder = (await this.files.stat(agentsFolder))?.realUri;
    const agents = await findAgentFiles(this.files, agentsFolder);
    for (let i = 0; i < agents.length; i += readAtOnce) {
      const some = agents.slice(i, i + readAtOnce);
      const texts = await Promise.all(some.map((uri) => this.#textToRead(uri)));
      for (const [index, uri] of some.entries()) this.#takeAgentIn(uri, texts[index], project);
    }
    this.#applyUserAgents(project);
    await this.#readDocument(project);
    await this.#readConfigsAbove([...project.agents, ...project.sources.map(({ uri }) => uri)]);
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
    for (const root of this.#projects.roots) {
      if (root !== folder && isBelow(folder, root)) this.#load(() => this.#detect(root));
    }
  }

  /** Whether the file may be a manifest, which is nothing else besides. */
  #manifestChanged(uri: string): boolean {
    for (const root of this.detection.fileChanged(uri, this.#projects.roots))
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
    if (!this.#open.has(uri)) agent.forgetBody();
  }

  async #readDocument(project: Project): Promise<void> {
    const changed = await this.#projects.readDocument(project, this.files, this.#host.homeUri, (uri, text) =>
      this.#projectFileOf(uri, text),
    );
    // What nothing imports any more is none of ours.
    for (const uri of changed) {
      if (projectFileKind(uri) === undefined && !this.#projects.isRead(uri)) this.#projectFiles.delete(uri);
    }
    if (changed.size > 0) this.#host.onChanged(changed);
  }

  #projectFileOf(uri: string, text: string): ProjectFile {
    const known = this.#projectFiles.get(uri);
    if (known?.text === text) return known;
    // What was typed while the files were being read is newer than what was read.
    if (known !== undefined && this.#open.counts(uri)) return known;
    const file = new ProjectFile(uri, text, known);
    this.#projectFiles.set(uri, file);
    return file;
  }

  async #addPluginAbove(uri: string): Promise<void> {
    const root = await pluginAbove(this.files, uri);
    if (root !== undefined && !this.#plugins.has(root)) await this.#addPlugin(root);
  }

  /** Takes a plugin in, or its name where that has changed: its agents are called by it. */
  async #addPlugin(root: string): Promise<void> {
    const plugin = await this.surroundings.plugin(root);
    const known = this.#plugins.get(root);
    if (known?.name === plugin.name && known.hasOtherPlaces === plugin.hasOtherPlaces) return;
    this.#plugins.set(root, plugin);
    this.#expireSurroundings();
    const changed = new Set<string>();
    for (const uri of await findAgentFiles(this.files, joinUri(root, 'agents'))) {
      // One that is open has not been known to be a plugin's.
      const text = await this.files.readText(uri);
      this.names.remove(uri);
      if (text !== undefined) this.#takeIn(uri, text, undefined, undefined);
      changed.add(uri);
    }
    this.#host.onChanged(changed);
  }

  /** Config files that no search of a workspace folder comes by. */
  async #readConfigsAbove(uris: readonly string[]): Promise<void> {
    const topOutside = async (uri: string): Promise<string> =>
      (await this.surroundings.repositoryOf(parentUri(uri))) ?? placeOf(this, uri)?.root ?? parentUri(uri);
    if (await this.folders.readConfigsAbove(uris, topOutside)) this.#host.onChanged(this.documents);
  }

  /** What a plugin's manifest made agents are files like any other without it. */
  #removePlugin(root: string, changed: Set<string>): void {
    this.#plugins.delete(root);
    for (const uri of this.#agents.keys()) {
      if (!isBelow(uri, root) || this.#isAgent(uri)) continue;
      this.#agents.delete(uri);
      this.names.remove(uri);
      changed.add(uri);
    }
  }

  async #readUserAgents(): Promise<void> {
    const home = this.#host.homeUri;
    if (home === undefined) return;
    for (const uri of await findAgentFiles(this.files, joinUri(home, '.claude', 'agents'))) {
      this.#userAgents.add(uri);
      const text = await this.#textToRead(uri);
      if (text !== undefined) this.#takeIn(uri, text, undefined, undefined);
    }
    this.#hasReadUserAgents = true;
    for (const project of this.#projects.all) this.#applyUserAgents(project);
  }

  #applyUserAgents(project: Project): void {
    const counts = !project.isPart && this.folders.settingsFor(project.root).userAgents;
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
    for (const root of this.detection.removed(uri, this.#projects.roots))
      this.#load(() => this.#detect(root));
    if (this.#configs.removeBelow(uri)) addUris(changed, this.documents);
    for (const agentUri of this.#agents.keys()) {
      if (!isBelow(agentUri, uri) || this.#open.counts(agentUri)) continue;
      this.#agents.delete(agentUri);
      this.#encodings.delete(agentUri);
      this.names.remove(agentUri);
      this.exportIndex.remove(agentUri);
      this.#userAgents.delete(agentUri);
      changed.add(agentUri);
      for (const project of this.#projects.all) {
        if (project.removeAgent(agentUri)) addAll(changed, project.sources);
      }
    }
    for (const fileUri of this.#projectFiles.keys()) {
      if (!isBelow(fileUri, uri) || this.#open.counts(fileUri)) continue;
      this.#projectFiles.delete(fileUri);
      changed.add(fileUri);
      for (const project of this.projectsOfFile(fileUri)) this.#load(() => this.#readDocument(project));
    }
    this.#projects.removeBelow(uri);
    for (const root of this.#plugins.keys()) {
      const manifest = joinUri(root, '.claude-plugin', 'plugin.json');
      if (!isBelow(manifest, uri)) continue;
      this.#removePlugin(root, changed);
      this.#expireSurroundings();
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

/** So many that the disk is never idle, so few that no system runs out of open files. */
const readAtOnce = 32;

/** Well within the 300 ms in which dependent documents are to follow. */
const followUpDelay = 60;

function addUris(into: Set<string>, uris: Iterable<string>): void {
  for (const uri of uris) into.add(uri);
}

function addAll(into: Set<string>, files: readonly { readonly uri: string }[]): void {
  for (const file of files) into.add(file.uri);
}
