/** Agents that were exported: whether their source or project has moved on, and what an update makes of them. */
import { adaptAgent } from '../adapt/adaptAgent.ts';
import { type ExportedAgent, exportAgent } from '../adapt/exportAgent.ts';
import { exportedLineKeys, exportNoteLine, type PlacedNote, readExportNote } from '../adapt/exportNote.ts';
import type { ExportSubject } from '../rules/subjects.ts';
import { contentState, lineKey } from '../text/merge/fingerprints.ts';
import { type MergedText, mergeTexts } from '../text/merge/mergeTexts.ts';
import { lineEndOf } from '../text/lineIndex.ts';
import { applyEdits, type TextEdit } from '../text/textEdit.ts';
import { baseName } from '../workspace/uris.ts';
import type { AgentDocument } from './agentDocument.ts';
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

/** Exports agents of the model and follows what they were made of. */
export class Exports {
  readonly #model: WorkspaceModel;
  readonly #notes = new WeakMap<object, { readonly uri: string; readonly note: PlacedNote | undefined }>();
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
    const note = this.#noteOf(agent);
    if (note === undefined) return undefined;
    const fresh = this.#freshOf(agent, note);
    if (fresh === undefined || !fresh.isNew) return undefined;
    const { sourceChanged, projectChanged } = fresh;
    return {
      span: note.span,
      ...(note.sourceUri === undefined ? {} : { sourceName: baseName(note.sourceUri) }),
      documentName: baseName(fresh.project.mainFile?.uri ?? 'CLAUDE.md'),
      sourceChanged,
      projectChanged,
      update: () => this.update(agent.uri) ?? { text: agent.text, edits: [], conflicts: 0 },
    };
  }

  /**
   * The text of an exported agent after an update: what its source and project have become since the export, with the
   * author's own edits kept, and conflict markers where both changed the same lines. `undefined` where the agent was
   * not exported, or what it was made of is not to be found.
   */
  update(agentUri: string): MergedText | undefined {
    const agent = this.#model.agent(agentUri);
    const note = agent === undefined ? undefined : this.#noteOf(agent);
    if (agent === undefined || note === undefined) return undefined;
    const fresh = this.#freshOf(agent, note, true);
    if (fresh === undefined) return undefined;
    const { line } = note;
    const ours = agent.text.slice(0, line.start) + agent.text.slice(line.end);
    const { plainText } = fresh.exported;
    // Adapted in place, the file itself is the source: the author's edits are in what was adapted.
    const base = note.sourceUri === undefined ? exportedLineKeys(ours) : note.lines;
    const merged = mergeTexts(base, ours, plainText, {
      oursName: baseName(agentUri),
      theirsName: note.sourceUri === undefined ? baseName(agentUri) : baseName(note.sourceUri),
      keyOf: lineKey,
    });
    return withNote(agent, note, this.#newNote(agent, note, fresh), merged);
  }

  /** The agent that an exported one was made of; `undefined` where it was adapted in place, or is no export. */
  sourceOf(agentUri: string): string | undefined {
    const agent = this.#model.agent(agentUri);
    return agent === undefined ? undefined : this.#noteOf(agent)?.sourceUri;
  }

  /** The exported agents that follow any of these agents or project files. */
  following(uris: Iterable<string>): Set<string> {
    const found = new Set<string>();
    const changed = new Set(uris);
    const projects = new Set([...changed].flatMap((uri) => [...this.#model.projectsOfFile(uri)]));
    for (const agent of this.#model.agents) {
      const note = this.#noteOf(agent);
      if (note === undefined) continue;
      const project = this.#projectOf(agent, note);
      const isFollowing =
        (note.sourceUri !== undefined && changed.has(note.sourceUri)) ||
        (project !== undefined && projects.has(project));
      if (isFollowing) found.add(agent.uri);
    }
    return found;
  }

  #noteOf(agent: AgentDocument): PlacedNote | undefined {
    const key = agent.file.frontmatter;
    const known = this.#notes.get(key);
    if (known?.uri === agent.uri) return known.note;
    const note = readExportNote(key, agent.uri);
    this.#notes.set(key, { uri: agent.uri, note });
    return note;
  }

  #projectOf(agent: AgentDocument, note: PlacedNote): Project | undefined {
    return note.projectUri === undefined
      ? this.#model.projectOfAgent(agent.uri)
      : this.#model.project(note.projectUri);
  }

  /**
   * The agent exported again as things are now; `undefined` where nothing has changed since, or cannot be told.
   * @param anew exported in place: from the text as it is at this moment, and also where nothing has changed
   */
  #freshOf(agent: AgentDocument, note: PlacedNote, anew = false): Fresh | undefined {
    const project = this.#projectOf(agent, note);
    const source = note.sourceUri === undefined ? agent : this.#model.agent(note.sourceUri);
    if (project === undefined || !project.isLoaded || source === undefined) return undefined;
    const projectState = this.#stateOf(project);
    const isInPlace = source === agent;
    const known = this.#fresh.get(agent.uri);
    const isKnown =
      known?.projectState === projectState &&
      known.note.comment === note.comment &&
      (isInPlace ? !anew : known.source === source);
    if (isKnown) return known;
    const sourceChanged = !isInPlace && this.#sourceStateOf(source) !== note.sourceState;
    const projectChanged = projectState !== note.projectState;
    if (!sourceChanged && !projectChanged && !anew) {
      this.#fresh.delete(agent.uri);
      return undefined;
    }
    const exported = exportAgent({
      source,
      profile: adaptAgent(source, project.facts),
      targetUri: agent.uri,
      projectState,
      ...(note.projectUri === undefined ? {} : { projectUri: note.projectUri }),
      ...(note.name === undefined ? {} : { name: note.name }),
    });
    const before = isInPlace ? plainTextOf(agent, note) : undefined;
    const isNew = before === undefined ? !hasLines(exported, note.lines) : before !== exported.plainText;
    const fresh = { source, project, projectState, note, exported, isNew, sourceChanged, projectChanged };
    this.#fresh.set(agent.uri, fresh);
    return fresh;
  }

  #newNote(agent: AgentDocument, note: PlacedNote, { exported, source, projectState }: Fresh): string {
    const lines = note.sourceUri === undefined ? undefined : exportedLineKeys(exported.plainText);
    return exportNoteLine(
      {
        ...(note.sourceUri === undefined ? {} : { sourceUri: note.sourceUri }),
        ...(note.projectUri === undefined ? {} : { projectUri: note.projectUri }),
        ...(note.name === undefined ? {} : { name: note.name }),
        sourceState: source === agent ? note.sourceState : this.#sourceStateOf(source),
        projectState,
        ...(lines === undefined ? {} : { lines }),
      },
      agent.uri,
    );
  }

  /** As `exportAgent` notes it. */
  #sourceStateOf(source: AgentDocument): string {
    let state = this.#sourceStates.get(source);
    if (state === undefined) {
      const note = this.#noteOf(source);
      state = contentState(note === undefined ? source.text : plainTextOf(source, note));
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

interface Fresh {
  readonly source: AgentDocument;
  readonly project: Project;
  readonly projectState: string;
  readonly note: PlacedNote;
  readonly exported: ExportedAgent;
  /** It differs from what was exported then. */
  readonly isNew: boolean;
  readonly sourceChanged: boolean;
  readonly projectChanged: boolean;
}

function plainTextOf(agent: AgentDocument, { line }: PlacedNote): string {
  return agent.text.slice(0, line.start) + agent.text.slice(line.end);
}

function hasLines({ plainText }: ExportedAgent, lines: readonly string[] | undefined): boolean {
  return lines !== undefined && exportedLineKeys(plainText)?.join('') === lines.join('');
}

/** The merge as edits of the whole file, in which the note stands where it stood, up to date. */
function withNote(agent: AgentDocument, note: PlacedNote, newNote: string, merged: MergedText): MergedText {
  const { line } = note;
  const length = line.end - line.start;
  const lineEnd = lineEndOf(agent.text);
  const isAround = merged.edits.some(({ span }) => span.start < line.start && span.end > line.start);
  if (isAround) {
    const at = merged.text.indexOf('\n') + 1;
    const text = merged.text.slice(0, at) + newNote + lineEnd + merged.text.slice(at);
    return { ...merged, text, edits: [{ span: { start: 0, end: agent.text.length }, newText: text }] };
  }
  const placed = (offset: number): number => (offset < line.start ? offset : offset + length);
  const edits: TextEdit[] = merged.edits.map((edit) => {
    const isAbove = edit.span.end <= line.start && edit.span.start < line.start;
    return isAbove ? edit : { ...edit, span: { start: placed(edit.span.start), end: placed(edit.span.end) } };
  });
  edits.push({ span: note.span, newText: newNote });
  edits.sort((a, b) => a.span.start - b.span.start);
  return { text: applyEdits(agent.text, edits), edits, conflicts: merged.conflicts };
}
