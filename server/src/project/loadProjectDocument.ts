/** The project document as Claude Code 2.1.330 loads it when it starts in a folder (`claude-code.md` sections E and I). */
import { findImports } from '../parse/imports.ts';
import { hiddenSpans, isBlankWithout } from '../parse/projectFile.ts';
import { rulePaths } from '../parse/rulesFile.ts';
import type { Span } from '../text/span.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';
import { baseName, foldersDownTo, isBelow, joinUri, normalizedUri } from '../workspace/uris.ts';
import { importTarget, isImportable } from './importTarget.ts';
import { ProjectReader } from './projectReader.ts';

export interface LoadOptions {
  /** URI of the home folder. `~/` is resolved against it, and the user's own files in it are told apart. */
  readonly home?: string;
  /** Load the user's own files (`~/.claude/CLAUDE.md`, `~/.claude/rules`) too; off by default. */
  readonly userFiles?: boolean;
  /** Asked between reads; once it says so, the result is no more than what had been read. */
  readonly isCancelled?: () => boolean;
}

export interface LoadedProject {
  /** In the order in which Claude Code loads them. */
  readonly sources: readonly ProjectSource[];
  /** Rules files that hold for some files alone: no part of the document, but Claude Code's all the same. */
  readonly conditional: readonly ProjectSource[];
  /**
   * Every URI whose existence or content decided the result, present or not, and every directory listed: what
   * happens to another file, outside of those directories, changes nothing.
   */
  readonly looked: readonly string[];
}

export interface ProjectSource {
  readonly uri: string;
  /** The whole text. */
  readonly text: string;
  readonly role: ProjectRole;
  /** Whose file it is to Claude Code; what is imported belongs where its importer does. */
  readonly level: ProjectLevel;
  /** The file that imports it, where, and by which path. */
  readonly importedBy?: { readonly uri: string; readonly span: Span; readonly path: string };
  /** What Claude Code strips: frontmatter and block comments. UTF-16 offsets in `text`, in order. */
  readonly hidden: readonly Span[];
}

export type ProjectLevel = 'user' | 'project' | 'local';

/**
 * `project`: `CLAUDE.md`; `dot-claude`: `.claude/CLAUDE.md`; `local`: `CLAUDE.local.md`; `rules`: a rules file that
 * holds always; `agents-md`: `AGENTS.md`, read when there is none of the others but rules; `import`: any other file;
 * `user`: `~/.claude/CLAUDE.md`.
 */
export type ProjectRole = 'project' | 'dot-claude' | 'local' | 'rules' | 'agents-md' | 'import' | 'user';

/**
 * Loads the project document for a session that starts in `folder`, as the files are now. Never rejects: what
 * cannot be read is not there.
 * @param folder URI of the folder; imports must lie in it
 */
export async function loadProjectDocument(
  files: FileSystem,
  folder: string,
  options: LoadOptions = {},
): Promise<LoadedProject> {
  const loader = new Loader(files, normalizedUri(folder), options);
  await loader.load();
  const { sources, conditional, reader } = loader;
  return { sources, conditional, looked: [...reader.looked] };
}

/** A file imports one that imports one …: the fourth is the last. */
const mostHops = 4;

/** No one nests rules deeper; a link that leads back to a folder above ends here at the latest. */
const deepestRules = 16;

interface Origin {
  readonly role: ProjectRole;
  readonly level: ProjectLevel;
  readonly hops: number;
  readonly importedBy?: ProjectSource['importedBy'];
}

class Loader {
  readonly sources: ProjectSource[] = [];
  readonly conditional: ProjectSource[] = [];
  readonly reader: ProjectReader;
  readonly #folder: string;
  readonly #options: LoadOptions;
  readonly #home: string | undefined;
  /** Files that were loaded, or tried: none is loaded twice. */
  readonly #processed = new Set<string>();

  constructor(files: FileSystem, folder: string, options: LoadOptions) {
    this.reader = new ProjectReader(files, folder);
    this.#folder = folder;
    this.#options = options;
    this.#home = options.home === undefined ? undefined : normalizedUri(options.home);
  }

  async load(): Promise<void> {
    const folders = foldersDownTo(this.#folder).map((uri) => new ProjectFolder(uri));
    // All at once, so that a deep folder costs no more time than a shallow one.
    await Promise.all(folders.map((folder) => folder.lookUp(this.reader)));
    if (this.#home !== undefined) await this.#loadUserFiles(joinUri(this.#home, '.claude'));
    for (const folder of folders) await this.#loadFolder(folder);
    const own = new Set(folders.flatMap((folder) => folder.documents));
    if (this.sources.some((source) => own.has(source.uri) && source.level !== 'user')) return;
    for (const folder of folders) await this.#loadAgentsFiles(folder);
  }

  get #isCancelled(): boolean {
    return this.#options.isCancelled?.() ?? false;
  }

  /** The user's own files come first; where they are not wanted, they are not the project's either. */
  async #loadUserFiles(claude: string): Promise<void> {
    const document = joinUri(claude, 'CLAUDE.md');
    if (this.#options.userFiles === true) {
      await this.#loadFile(document, { role: 'user', level: 'user', hops: 0 });
      await this.#loadRules(joinUri(claude, 'rules'), 'user', 0);
    } else if (isBelow(this.#folder, this.#home ?? '')) {
      this.#processed.add(document);
      this.#processed.add(joinUri(claude, 'rules'));
    }
  }

  async #loadFolder(folder: ProjectFolder): Promise<void> {
    await this.#loadFile(folder.document, { role: 'project', level: 'project', hops: 0 });
    if (await this.reader.isDirectory(folder.claude)) {
      await this.#loadFile(folder.dotDocument, { role: 'dot-claude', level: 'project', hops: 0 });
      await this.#loadRules(folder.rules, 'project', 0);
    }
    await this.#loadFile(folder.localDocument, { role: 'local', level: 'local', hops: 0 });
  }

  async #loadAgentsFiles(folder: ProjectFolder): Promise<void> {
    const origin: Origin = { role: 'agents-md', level: 'project', hops: 0 };
    await this.#loadFile(joinUri(folder.uri, 'AGENTS.md'), origin);
    const inClaude = joinUri(folder.claude, 'AGENTS.md');
    if (await this.reader.isDirectory(folder.claude)) await this.#loadFile(inClaude, origin);
    else this.reader.looked.add(inClaude);
  }

  /** The rules below a directory that hold always; what the others import is loaded all the same. */
  async #loadRules(directory: string, level: ProjectLevel, depth: number): Promise<void> {
    if (this.#isCancelled || depth > deepestRules || this.#processed.has(directory)) return;
    const entries = await this.reader.list(directory);
    if (depth > 0) {
      const real = await this.reader.realUri(directory);
      if (this.#processed.has(real)) return;
      this.#processed.add(real);
    }
    this.#processed.add(directory);
    for (const { name, type } of entries) {
      if (type !== 'file' || !name.endsWith('.md')) continue;
      const start = this.sources.length;
      await this.#loadFile(joinUri(directory, name), { role: 'rules', level, hops: 0 });
      const loaded = this.sources.splice(start);
      for (const source of loaded)
        (rulePaths(source.text) === undefined ? this.sources : this.conditional).push(source);
    }
    for (const { name, type } of entries) {
      if (type === 'directory') await this.#loadRules(joinUri(directory, name), level, depth + 1);
    }
  }

  /** Loads a file and what it imports. */
  async #loadFile(uri: string, origin: Origin): Promise<void> {
    if (this.#isCancelled || this.#processed.has(uri)) return;
    const file = await this.reader.read(uri);
    this.#processed.add(uri);
    if (file === undefined) return;
    this.#processed.add(file.realUri);
    const { text } = file;
    const hidden = hiddenSpans(text);
    if (isBlankWithout(text, hidden)) return;
    const { role, level, hops, importedBy } = origin;
    this.sources.push({
      uri,
      text,
      role,
      level,
      hidden,
      ...(importedBy === undefined ? {} : { importedBy }),
    });
    if (hops === mostHops) return;
    for (const { path, span } of findImports(text)) {
      const target = importTarget(path, file.realUri, this.#home);
      if (target === undefined || !isImportable(baseName(target))) continue;
      if (level !== 'user' && !isBelowInAnyCase(target, this.#folder)) continue;
      await this.#loadFile(target, {
        role: 'import',
        level,
        hops: hops + 1,
        importedBy: { uri, span, path },
      });
    }
  }
}

/** The places in one folder where parts of the project document may be. */
class ProjectFolder {
  readonly uri: string;
  readonly claude: string;
  readonly document: string;
  readonly dotDocument: string;
  readonly localDocument: string;
  readonly rules: string;

  constructor(uri: string) {
    this.uri = uri;
    this.claude = joinUri(uri, '.claude');
    this.document = joinUri(uri, 'CLAUDE.md');
    this.dotDocument = joinUri(this.claude, 'CLAUDE.md');
    this.localDocument = joinUri(uri, 'CLAUDE.local.md');
    this.rules = joinUri(this.claude, 'rules');
  }

  /** Those with which a project needs no `AGENTS.md`. */
  get documents(): readonly string[] {
    return [this.document, this.dotDocument, this.localDocument];
  }

  /** Asks for all there may be; the answers are waiting when they are needed. */
  async lookUp(reader: ProjectReader): Promise<void> {
    for (const uri of [...this.documents, this.rules]) reader.looked.add(uri);
    await Promise.all([
      reader.stat(this.document),
      reader.stat(this.localDocument),
      this.#lookInClaude(reader),
    ]);
  }

  async #lookInClaude(reader: ProjectReader): Promise<void> {
    if (!(await reader.isDirectory(this.claude))) return;
    await Promise.all([reader.stat(this.dotDocument), reader.stat(this.rules)]);
  }
}

/** Claude Code compares these paths without regard to case. */
function isBelowInAnyCase(uri: string, folder: string): boolean {
  return isBelow(uri.toLowerCase(), folder.toLowerCase());
}
