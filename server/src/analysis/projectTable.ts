import { loadProjectDocument } from '../project/loadProjectDocument.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';
import { isBelow } from '../workspace/uris.ts';
import type { Project } from './project.ts';
import type { ProjectFile } from './projectFile.ts';

/** The projects by their folders, and which of them a file is read for. */
export class ProjectTable {
  readonly #byRoot = new Map<string, Project>();
  readonly #byFile = new Map<string, Set<Project>>();
  /** Which reading of a project's document counts: the last one begun. */
  readonly #readings = new Map<string, number>();

  get all(): Iterable<Project> {
    return this.#byRoot.values();
  }

  get roots(): Iterable<string> {
    return this.#byRoot.keys();
  }

  /** Every file that is part of a project document. */
  get files(): Iterable<string> {
    return this.#byFile.keys();
  }

  get(root: string): Project | undefined {
    return this.#byRoot.get(root);
  }

  add(project: Project): void {
    this.#byRoot.set(project.root, project);
  }

  /** Whether a file is part of a project's document. */
  isRead(uri: string): boolean {
    return this.#byFile.has(uri);
  }

  /** The projects whose document a file is part of. */
  ofFile(uri: string): ReadonlySet<Project> {
    return this.#byFile.get(uri) ?? none;
  }

  /** The innermost of them that the file lies in; of a file above all of its projects any. */
  innermostOf(uri: string): Project | undefined {
    const projects = this.ofFile(uri);
    let innermost: Project | undefined;
    for (const project of projects) {
      if (project.owns(uri) && project.root.length > (innermost?.root.length ?? -1)) innermost = project;
    }
    return innermost ?? [...projects][0];
  }

  /**
   * Reads a project's document anew.
   * @param fileOf the version of a file that counts, by the text on disk
   * @returns the documents of which something else may be said now; none where the project is being read once more
   *   or is gone
   */
  async readDocument(
    project: Project,
    files: FileSystem,
    home: string | undefined,
    fileOf: (uri: string, text: string) => ProjectFile,
  ): Promise<ReadonlySet<string>> {
    const { root } = project;
    const reading = (this.#readings.get(root) ?? 0) + 1;
    this.#readings.set(root, reading);
    const isStale = (): boolean => this.#readings.get(root) !== reading;
    const loaded = await loadProjectDocument(files, root, {
      isCancelled: isStale,
      ...(home === undefined ? {} : { home }),
    });
    if (isStale() || this.#byRoot.get(root) !== project) return new Set();
    const changed = new Set([...project.agents, ...project.sources.map(({ uri }) => uri)]);
    this.#forgetFilesOf(project);
    project.setDocument(loaded, fileOf);
    project.isLoaded = true;
    for (const { uri } of project.sources) {
      const projects = this.#byFile.get(uri);
      if (projects === undefined) this.#byFile.set(uri, new Set([project]));
      else projects.add(project);
      changed.add(uri);
    }
    for (const { uri } of project.conditional) changed.add(uri);
    return changed;
  }

  /** Forgets the project of a folder that went, and those in it. */
  removeBelow(uri: string): void {
    for (const [root, project] of this.#byRoot) {
      if (!isBelow(root, uri)) continue;
      this.#forgetFilesOf(project);
      this.#byRoot.delete(root);
    }
  }

  #forgetFilesOf(project: Project): void {
    for (const { uri } of project.sources) {
      const projects = this.#byFile.get(uri);
      projects?.delete(project);
      if (projects?.size === 0) this.#byFile.delete(uri);
    }
  }
}

const none: ReadonlySet<Project> = new Set();
