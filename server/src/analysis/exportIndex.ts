/** Which agents were exported, and what they follow: kept up to date agent by agent, so that nobody scans. */
import { type PlacedNote, readExportNote } from '../adapt/exportNote.ts';
import { fileByteMax } from '../parse/agentVerdict.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';
import { agentsFolderOf } from '../workspace/selection.ts';
import { parentUri, withPath } from '../workspace/uris.ts';
import { AgentDocument, fileStem } from './agentDocument.ts';

/** The notes of exported agents, whom they follow, and those of their sources that the model does not hold. */
export class ExportIndex {
  readonly #files: FileSystem;
  readonly #known = new Map<string, Known>();
  readonly #byProject = new Map<string, Set<string>>();
  /** By the name of the source's file, without its ending: it may turn up in another folder. */
  readonly #bySource = new Map<string, Set<string>>();
  readonly #outside = new Map<string, AgentDocument | undefined>();

  constructor(files: FileSystem) {
    this.#files = files;
  }

  /**
   * Takes a version of an agent in; costs one look where its frontmatter is the one already known.
   * @returns the source of an agent that was not known to be exported from it
   */
  put(agent: AgentDocument): string | undefined {
    const before = this.#known.get(agent.uri);
    const { frontmatter } = agent.file;
    if (before?.frontmatter === frontmatter) return undefined;
    const note = readExportNote(frontmatter, agent.uri);
    if (note === undefined && before === undefined) return undefined;
    this.#set(
      agent.uri,
      note === undefined ? undefined : { frontmatter, note, project: projectOf(agent, note) },
    );
    return note?.sourceUri === before?.note.sourceUri ? undefined : note?.sourceUri;
  }

  remove(uri: string): void {
    this.#set(uri, undefined);
    // Whoever follows it shall know that it is gone.
    if (this.madeOf(fileStem(uri)).size > 0) this.#outside.set(uri, undefined);
  }

  /** What an agent says of its export; `undefined` for one that was not exported. */
  noteOf(uri: string): PlacedNote | undefined {
    return this.#known.get(uri)?.note;
  }

  /** The folder of the project that an exported agent was adapted to. */
  projectOf(uri: string): string | undefined {
    return this.#known.get(uri)?.project;
  }

  /** The exported agents whose source has this name: that of its file without its ending, or its own. */
  madeOf(sourceName: string): ReadonlySet<string> {
    return this.#bySource.get(sourceName) ?? nobody;
  }

  adaptedTo(projectRoot: string): ReadonlySet<string> {
    return this.#byProject.get(projectRoot) ?? nobody;
  }

  /**
   * Reads the source of an exported agent, which may lie where the model looks for no agents. Answers whether
   * something else is known of it now.
   */
  async readSource(uri: string, agentUri: string): Promise<boolean> {
    const text = await this.#textOf(uri, agentUri);
    const known = this.#outside.get(uri);
    if (this.#outside.has(uri) && known?.text === text) return false;
    this.#outside.set(uri, text === undefined ? undefined : new AgentDocument(uri, text));
    return true;
  }

  /** Whoever wrote the file shall not have us ask other machines, or read what never ends. */
  async #textOf(uri: string, agentUri: string): Promise<string | undefined> {
    if (!uri.endsWith('.md') || withPath(uri, '/') !== withPath(agentUri, '/')) return undefined;
    const stat = await this.#files.stat(uri);
    if (stat?.type !== 'file' || stat.size > fileByteMax) return undefined;
    return this.#files.readText(uri);
  }

  /** Whether the file is a source that was looked for, or has gone. */
  hasRead(sourceUri: string): boolean {
    return this.#outside.has(sourceUri);
  }

  /** A source as it was last read; `undefined` where it is not there. */
  readAs(sourceUri: string): AgentDocument | undefined {
    return this.#outside.get(sourceUri);
  }

  #set(uri: string, now: Known | undefined): void {
    const before = this.#known.get(uri);
    if (now === undefined) this.#known.delete(uri);
    else this.#known.set(uri, now);
    move(this.#byProject, uri, before?.project, now?.project);
    move(this.#bySource, uri, sourceNameOf(before), sourceNameOf(now));
  }
}

interface Known {
  readonly frontmatter: object;
  readonly note: PlacedNote;
  readonly project: string | undefined;
}

const nobody: ReadonlySet<string> = new Set();

function projectOf({ uri }: AgentDocument, { projectUri }: PlacedNote): string | undefined {
  const folder = agentsFolderOf(uri);
  return projectUri ?? (folder === undefined ? undefined : parentUri(parentUri(folder)));
}

function sourceNameOf(known: Known | undefined): string | undefined {
  const uri = known?.note.sourceUri;
  return uri === undefined ? undefined : fileStem(uri);
}

function move(
  table: Map<string, Set<string>>,
  uri: string,
  from: string | undefined,
  to: string | undefined,
): void {
  if (from === to) return;
  if (from !== undefined) table.get(from)?.delete(uri);
  if (from !== undefined && table.get(from)?.size === 0) table.delete(from);
  if (to === undefined) return;
  const uris = table.get(to);
  if (uris === undefined) table.set(to, new Set([uri]));
  else uris.add(uri);
}
