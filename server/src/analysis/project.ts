import type { LoadedProject } from '../project/loadProjectDocument.ts';
import { findImports } from '../parse/imports.ts';
import { type ProjectFacts, readFacts } from '../project/facts.ts';
import { projectFolderOf } from '../workspace/selection.ts';
import { isBelow, parentUri } from '../workspace/uris.ts';
import type { AgentDocument } from './agentDocument.ts';
import type { ProjectFile } from './projectFile.ts';
import { RequirementTable } from './requirementTable.ts';

/** A folder with its agents, and the project document that Claude Code loads there. */
export class Project {
  /** The folder's URI. */
  readonly root: string;
  /**
   * A folder of a project that has a document of its own and no `.claude`: nothing is asked of that document but that
   * what stands in it is right.
   */
  isPart: boolean;
  /** What its agents read. */
  readonly required = new RequirementTable();
  /** Its agents' URIs. */
  readonly agents = new Set<string>();
  /** The folders whose agents Claude Code reads when it starts here: its own, then those above. */
  folders: readonly string[];
  /** Where its `.claude/agents` really lies, links followed. */
  realAgentsFolder: string | undefined;
  /** Every URI that had a say in what the project document is, present or not. */
  #looked: ReadonlySet<string> = new Set();
  /** Nothing is said of completeness before agents and document have been read once. */
  isLoaded = false;
  /** Its rules files that hold for some files alone. */
  conditional: readonly ProjectFile[] = [];
  #sources: readonly ProjectFile[] = [];
  #roles: LoadedProject['sources'] = [];
  /** Positions in the sources: those of the innermost folder first. */
  #nearestFirst: readonly number[] = [];
  #facts: ProjectFacts | undefined;
  readonly #shapes = new Map<string, string>();

  constructor(root: string, kind: 'whole' | 'part' = 'whole') {
    this.root = root;
    this.isPart = kind === 'part';
    this.folders = [root];
  }

  /** The project document's files in the order in which Claude Code loads them. */
  get sources(): readonly ProjectFile[] {
    return this.#sources;
  }

  /** Takes a newly loaded project document in. */
  setDocument(loaded: LoadedProject, fileOf: (uri: string, text: string) => ProjectFile): void {
    this.#roles = loaded.sources;
    this.#nearestFirst = nearestFirst(loaded.sources);
    this.#sources = loaded.sources.map((source) => fileOf(source.uri, source.text));
    this.conditional = loaded.conditional.map((source) => fileOf(source.uri, source.text));
    this.#looked = new Set(loaded.looked);
    this.#shapes.clear();
    for (const source of this.#sources) this.#shapes.set(source.uri, shapeOf(source));
    this.#facts = undefined;
  }

  /** Whether a file or folder that came, changed or went may change which files make up the document. */
  lookedAt(uri: string): boolean {
    if (this.#looked.has(uri)) return true;
    for (let at = parentUri(uri); at !== this.root && parentUri(at) !== at; at = parentUri(at)) {
      if (this.#looked.has(at)) return true;
    }
    // A folder that went took with it whatever was looked at inside.
    return [...this.#looked].some((looked) => isBelow(looked, uri));
  }

  /** Takes a new version of one file of the project document in; its imports are not followed anew. */
  updateFile(file: ProjectFile): void {
    const at = this.#sources.findIndex((source) => source.uri === file.uri);
    if (at < 0) return;
    this.#sources = this.#sources.with(at, file);
    this.#facts = undefined;
  }

  /** Whether a new version of a file asks for other files than when the document was loaded. */
  shapeChanged(file: ProjectFile): boolean {
    return this.#shapes.get(file.uri) !== shapeOf(file);
  }

  /** Takes a version of an agent that counts as a reader in; one that does not load reads nothing. */
  putReader(agent: AgentDocument): boolean {
    return agent.file.verdict.loads ? this.required.put(agent) : this.required.remove(agent.uri);
  }

  removeAgent(uri: string): boolean {
    this.agents.delete(uri);
    return this.required.remove(uri);
  }

  get facts(): ProjectFacts {
    this.#facts ??= readFacts(
      this.#sources,
      this.#nearestFirst.map((at) => this.#sources[at]!),
    );
    return this.#facts;
  }

  /** What a file of its document imports, and what that imports, each with the path by which the file leads there. */
  importedBy(uri: string): { readonly file: ProjectFile; readonly path: string }[] {
    const paths = new Map<string, string>();
    return this.#roles.flatMap(({ uri: imported, importedBy }, at) => {
      if (importedBy === undefined) return [];
      const path = importedBy.uri === uri ? importedBy.path : paths.get(importedBy.uri);
      if (path === undefined) return [];
      paths.set(imported, path);
      return { file: this.#sources[at]!, path };
    });
  }

  /** Whether a file of its document lies in its own folder, not above. */
  owns(uri: string): boolean {
    return uri.startsWith(`${this.root}/`);
  }

  /**
   * The file that missing sections belong to: the last loaded one that is nobody's import, those in the
   * project's own folder first; `undefined` where the project has no document.
   */
  get mainFile(): ProjectFile | undefined {
    let best: ProjectFile | undefined;
    let bestRank = 0;
    for (const [i, source] of this.#roles.entries()) {
      const rank = (mainRank[source.role] ?? 0) + (this.owns(source.uri) ? 10 : 0);
      if ((mainRank[source.role] ?? 0) > 0 && rank >= bestRank) {
        best = this.#sources[i];
        bestRank = rank;
      }
    }
    return best;
  }
}

/** What decides which other files Claude Code loads: the imports, and whether the file holds anything at all. */
function shapeOf(file: ProjectFile): string {
  const isBlank = file.text.slice(file.bodyStart).trim() === '';
  return [String(isBlank), ...findImports(file.text).map((reference) => reference.path)].join('\n');
}

/** What is imported counts where the file does that it was first imported from; in one folder as it is loaded. */
function nearestFirst(sources: LoadedProject['sources']): readonly number[] {
  const folders = new Map<string, string>();
  for (const { uri, importedBy } of sources) {
    folders.set(uri, (importedBy && folders.get(importedBy.uri)) ?? projectFolderOf(uri) ?? parentUri(uri));
  }
  const depths = sources.map(({ uri, level }) => (level === 'user' ? 0 : folders.get(uri)!.length));
  return [...sources.keys()].sort((a, b) => depths[b]! - depths[a]!);
}

const mainRank: Partial<Record<LoadedProject['sources'][number]['role'], number>> = {
  project: 4,
  'dot-claude': 3,
  'agents-md': 2,
  local: 1,
};
