/** Agents that were exported: whether their source or project has moved on, and what an update makes of them. */
import { adaptAgent } from '../adapt/adaptAgent.ts';
import { type ExportedAgent, exportAgent, withoutExportNotes } from '../adapt/exportAgent.ts';
import { exportedLineKeys, type PlacedNote } from '../adapt/exportNote.ts';
import { keepingOwnOrder, updatedExport } from '../adapt/updateExport.ts';
import type { ExportSubject, LostSourceSubject } from '../rules/subjects.ts';
import { contentState } from '../text/merge/fingerprints.ts';
import type { MergedText } from '../text/merge/mergeTexts.ts';
import { baseName } from '../workspace/uris.ts';
import { type AgentDocument, fileStem } from './agentDocument.ts';
import type { Project } from './project.ts';
import type { ProjectFile } from './projectFile.ts';
import type { WorkspaceModel } from './workspaceModel.ts';

/** Where an adapted agent shall go. */
export interface ExportTarget {
  /** The file to write; the agent's own to export it in place. */
  readonly uri: string;
  /** Where it is not the agent's own project. */
  readonly projectUri?: string;
  readonly name?: string;
}

/** What an update works with. */
export interface UpdateWishes {
  /** `itself`: the file is adapted further, and follows its source no more; where it has one, that, otherwise. */
  readonly from?: 'source' | 'itself';
  /** Another name than at the export. */
  readonly name?: string;
}

/** Why an agent cannot be updated. */
export type UpdateObstacle =
  | { readonly kind: 'not-exported' | 'no-project' }
  /** Nothing of that name is to be found, or more than one (`candidates`). */
  | { readonly kind: 'no-source'; readonly sourceUri: string; readonly candidates: readonly string[] };

/** Exports agents of the model and follows what they were made of. */
export class Exports {
  readonly #model: WorkspaceModel;
  readonly #fresh = new Map<string, Fresh>();
  readonly #states = new WeakMap<ProjectFile, string>();
  readonly #sourceStates = new WeakMap<AgentDocument, string>();

  constructor(model: WorkspaceModel) {
    this.#model = model;
  }

  /** The file that an agent becomes; `undefined` where there is no such agent or project. */
  exported(agentUri: string, target: ExportTarget): ExportedAgent | undefined {
    const source = this.#model.agent(agentUri);
    const own = this.#model.projectOfAgent(target.uri);
    const project =
      target.projectUri === undefined
        ? (own ?? this.#model.projectOfAgent(agentUri))
        : this.#model.project(target.projectUri);
    if (source === undefined || project === undefined) return undefined;
    return exportAgent({
      source,
      profile: adaptAgent(source, project.facts),
      targetUri: target.uri,
      projectState: this.#stateOf(project),
      ...(project === own ? {} : { projectUri: project.root }),
      ...(target.name === undefined ? {} : { name: target.name }),
    });
  }

  /** What there is to say of an exported agent; `undefined` where it is none, or nothing would change. */
  outdated(agent: AgentDocument): ExportSubject | undefined {
    const note = this.#model.exportIndex.noteOf(agent.uri);
    const made = note === undefined ? undefined : this.#madeOf(agent, note);
    if (note === undefined || made === undefined || !made.project.isLoaded) return undefined;
    const fresh = this.#freshOf(agent, note, made);
    if (fresh?.isNew !== true) return undefined;
    return {
      span: note.span,
      ...(made.source === agent ? {} : { sourceName: baseName(made.source.uri) }),
      documentName: documentNameOf(made.project),
      sourceChanged: fresh.sourceChanged,
      projectChanged: fresh.projectChanged,
      update: () => this.update(agent.uri) ?? { text: agent.text, edits: [], conflicts: 0 },
    };
  }

  /** An exported agent whose source is not to be found, although its project has moved on; else `undefined`. */
  withoutSource(agent: AgentDocument): LostSourceSubject | undefined {
    const note = this.#model.exportIndex.noteOf(agent.uri);
    const project = this.#projectOf(agent.uri);
    if (note?.sourceUri === undefined || project?.isLoaded !== true) return undefined;
    if (!this.#model.exportIndex.hasRead(note.sourceUri) || this.#stateOf(project) === note.projectState) {
      return undefined;
    }
    const { candidates } = this.#sourceOf(agent, note, note.sourceUri);
    if (candidates === undefined) return undefined;
    return {
      span: note.span,
      line: note.line,
      sourceName: baseName(note.sourceUri),
      candidates: candidates.length,
      documentName: documentNameOf(project),
      adaptFurther: () =>
        this.update(agent.uri, { from: 'itself' }) ?? { text: agent.text, edits: [], conflicts: 0 },
    };
  }

  /**
   * The text of an exported agent after an update: what its source and project have become since the export, with the
   * author's own edits kept, and conflict markers where both changed the same lines. `undefined` where there is an
   * obstacle.
   */
  update(agentUri: string, wishes: UpdateWishes = {}): MergedText | undefined {
    const agent = this.#model.agent(agentUri);
    const given = this.#model.exportIndex.noteOf(agentUri);
    if (agent === undefined || given === undefined) return undefined;
    const note = wishes.name === undefined ? given : { ...given, name: wishes.name };
    const project = this.#projectOf(agentUri);
    const made =
      wishes.from === 'itself' && project !== undefined
        ? { project, source: agent }
        : this.#madeOf(agent, note);
    if (made === undefined) return undefined;
    const isOwn = made.source === agent;
    return updatedExport({
      agent,
      note,
      exported: this.#exportAnew(agent, note, made),
      sourceUri: isOwn ? undefined : made.source.uri,
      sourceState: isOwn ? note.sourceState : this.#sourceStateOf(made.source),
      projectState: this.#stateOf(made.project),
      theirsName: isOwn ? documentNameOf(made.project) : baseName(made.source.uri),
    });
  }

  /** Why `update` answers nothing; `undefined` where it does answer. */
  obstacle(agentUri: string): UpdateObstacle | undefined {
    const agent = this.#model.agent(agentUri);
    const note = this.#model.exportIndex.noteOf(agentUri);
    if (agent === undefined || note === undefined) return { kind: 'not-exported' };
    if (this.#projectOf(agentUri) === undefined) return { kind: 'no-project' };
    if (note.sourceUri === undefined) return undefined;
    const { candidates } = this.#sourceOf(agent, note, note.sourceUri);
    if (candidates === undefined) return undefined;
    return { kind: 'no-source', sourceUri: note.sourceUri, candidates: candidates.map(({ uri }) => uri) };
  }

  /** The agent that an exported one was made of; `undefined` where it was adapted in place, or is no export. */
  sourceOf(agentUri: string): string | undefined {
    const note = this.#model.exportIndex.noteOf(agentUri);
    const agent = this.#model.agent(agentUri);
    if (agent === undefined || note?.sourceUri === undefined) return undefined;
    const { source } = this.#sourceOf(agent, note, note.sourceUri);
    return source === agent ? undefined : (source?.uri ?? note.sourceUri);
  }

  /** The exported agents that follow any of these agents or project files. */
  following(uris: Iterable<string>): Set<string> {
    const { exportIndex } = this.#model;
    const found = new Set<string>();
    for (const uri of uris) {
      for (const name of new Set([fileStem(uri), this.#model.agent(uri)?.name ?? ''])) {
        for (const agent of exportIndex.madeOf(name)) found.add(agent);
      }
      for (const { root } of this.#model.projectsOfFile(uri)) {
        for (const agent of exportIndex.adaptedTo(root)) found.add(agent);
      }
    }
    return found;
  }

  #projectOf(agentUri: string): Project | undefined {
    const root = this.#model.exportIndex.projectOf(agentUri);
    return root === undefined ? undefined : this.#model.project(root);
  }

  /** The source and the project, where both are known. */
  #madeOf(agent: AgentDocument, note: PlacedNote): Made | undefined {
    const project = this.#projectOf(agent.uri);
    if (project === undefined) return undefined;
    if (note.sourceUri === undefined) return { project, source: agent };
    const { source } = this.#sourceOf(agent, note, note.sourceUri);
    return source === undefined ? undefined : { project, source };
  }

  /** Where the note says, else the one agent of its name that the project has. */
  #sourceOf(agent: AgentDocument, note: PlacedNote, uri: string): FoundSource {
    const there = this.#model.agent(uri) ?? this.#model.exportIndex.readAs(uri);
    if (there !== undefined) return { source: there };
    const named = this.#namesakes(agent, uri);
    const same = named.filter((one) => this.#sourceStateOf(one) === note.sourceState);
    const [source, ...others] = same.length === 1 ? same : named;
    return source === undefined || others.length > 0 ? { candidates: named } : { source };
  }

  /** The project's agents in files of a source's name; where there are none, those of that name. */
  #namesakes(agent: AgentDocument, sourceUri: string): AgentDocument[] {
    const roots = new Set([this.#projectOf(agent.uri), this.#model.projectOfAgent(agent.uri)]);
    const agents = [...roots].flatMap((project) => [...(project?.agents ?? [])]);
    const file = sourceUri.slice(sourceUri.lastIndexOf('/'));
    const inFiles = agents.filter((uri) => uri.endsWith(file) && uri !== agent.uri);
    const holders = this.#model.names.holders(fileStem(sourceUri));
    const ofName = agents.filter((uri) => holders.has(uri) && uri !== agent.uri);
    const found = inFiles.length > 0 ? inFiles : ofName;
    return [...new Set(found)].flatMap((uri) => this.#model.agent(uri) ?? []);
  }

  /** What exporting again would bring; `undefined` where nothing has changed since. */
  #freshOf(agent: AgentDocument, note: PlacedNote, made: Made): Fresh | undefined {
    const projectState = this.#stateOf(made.project);
    const isOwn = made.source === agent;
    const known = this.#fresh.get(agent.uri);
    const isKnown =
      known?.projectState === projectState &&
      known.comment === note.comment &&
      (isOwn ? known.source === undefined : known.source === made.source);
    if (isKnown) return known;
    const sourceChanged = !isOwn && this.#sourceStateOf(made.source) !== note.sourceState;
    const projectChanged = projectState !== note.projectState;
    if (!sourceChanged && !projectChanged) {
      this.#fresh.delete(agent.uri);
      return undefined;
    }
    const isNew = isOwn
      ? (this.update(agent.uri)?.edits.length ?? 0) > 1
      : !hasLines(this.#exportAnew(agent, note, made), note.lines);
    const source = isOwn ? undefined : made.source;
    const fresh = { source, projectState, comment: note.comment, isNew, sourceChanged, projectChanged };
    this.#fresh.set(agent.uri, fresh);
    return fresh;
  }

  #exportAnew(agent: AgentDocument, note: PlacedNote, { source, project }: Made): ExportedAgent {
    const profile = adaptAgent(source, project.facts);
    return exportAgent({
      source,
      profile: source === agent ? keepingOwnOrder(profile, agent, note) : profile,
      targetUri: agent.uri,
      projectState: this.#stateOf(project),
      ...(note.projectUri === undefined ? {} : { projectUri: note.projectUri }),
      ...(note.name === undefined ? {} : { name: note.name }),
    });
  }

  /** As `exportAgent` notes it. */
  #sourceStateOf(source: AgentDocument): string {
    let state = this.#sourceStates.get(source);
    if (state === undefined) {
      state = contentState(withoutExportNotes(source.text, source.uri));
      this.#sourceStates.set(source, state);
    }
    return state;
  }

  #stateOf(project: Project): string {
    const states = project.sources.map((file) => {
      let state = this.#states.get(file);
      if (state === undefined) this.#states.set(file, (state = contentState(file.text)));
      return state;
    });
    return states.length === 1 ? states[0]! : contentState(states.join('\n'));
  }
}

/** What an exported agent is made of. */
interface Made {
  readonly project: Project;
  /** The exported agent itself, where it was adapted in place. */
  readonly source: AgentDocument;
}

/** The source; where that cannot be told, those that it may be. */
type FoundSource =
  | { readonly source: AgentDocument; readonly candidates?: never }
  | { readonly source?: never; readonly candidates: readonly AgentDocument[] };

interface Fresh {
  /** `undefined` where the agent is its own. */
  readonly source: AgentDocument | undefined;
  readonly projectState: string;
  /** The note's text. */
  readonly comment: string;
  /** An update would change something. */
  readonly isNew: boolean;
  readonly sourceChanged: boolean;
  readonly projectChanged: boolean;
}

function documentNameOf(project: Project): string {
  return baseName(project.mainFile?.uri ?? 'CLAUDE.md');
}

function hasLines({ plainText }: ExportedAgent, lines: readonly string[] | undefined): boolean {
  return lines !== undefined && exportedLineKeys(plainText)?.join('') === lines.join('');
}
