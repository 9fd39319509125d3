import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  Diagnostic,
  Position,
  Range,
} from 'vscode-languageserver-types';
import { adaptAgent } from './adapt/adaptAgent.ts';
import type { AdaptedProfile } from './adapt/profileTypes.ts';
import type { AgentDocument } from './analysis/agentDocument.ts';
import { Exports } from './analysis/exports.ts';
import { Findings } from './analysis/findings.ts';
import { type Knowledge, knowledgeOf } from './analysis/knowledge.ts';
import type { Project } from './analysis/project.ts';
import type { ProjectFile } from './analysis/projectFile.ts';
import { type ModelHost, WorkspaceModel } from './analysis/workspaceModel.ts';
import { type ActionAbilities, type ActionTarget, fixAll, quickFixes } from './features/codeActions.ts';
import { agentLenses } from './features/codeLenses.ts';
import { referenceLabels, vocabularyKeys } from './features/completion/agentReferences.ts';
import { projectLabels } from './features/completion/projectLabels.ts';
import { projectValues } from './features/completion/projectValues.ts';
import { valueContextAt } from './features/completion/valueContext.ts';
import { type Coverage, coverageOf } from './features/coverage/coverage.ts';
import { toDiagnostics } from './features/diagnostics.ts';
import { ignoreFix } from './features/ignoreFixes.ts';
import { missingSectionsEdit, type SectionsEdit } from './features/missingSections.ts';
import { sectionLenses } from './features/projectDocument/lenses.ts';
import { WritingHelp } from './features/writingHelp.ts';
import { nothingDetected } from './project/detect/detect.ts';
import { type ProjectFacts, readFacts } from './project/facts.ts';
import type { Finding, Fix } from './rules/rule.ts';
import { baseName } from './workspace/uris.ts';

/** What a caller of the service supplies beside the model's host. */
export interface ServiceHost extends ModelHost {
  /** The editor reports on `.claude/agents/*.md` itself (VS Code). */
  readonly editorChecksAgents?: boolean;
  /** Where the rules' pages are, so that findings can link to them. */
  readonly docsUri?: string;
}

/** How a completion came to be asked for: by a key that opens the list of itself, or by the author. */
export type CompletionTrigger = 'invoked' | 'character';

/**
 * The whole engine behind one door: the language server and the command line are its two callers. URIs are
 * strings in `workspace/uris.ts`' normal form; positions are LSP's (lines from 0, UTF-16 code units).
 */
export class LanguageService {
  readonly model: WorkspaceModel;
  /** Frontmatter completion, hovers, definitions, references, renaming; these answer later, for they may read files. */
  readonly help: WritingHelp;
  /** Adapted agents as files, and their updates. */
  readonly exports: Exports;
  readonly #findings: Findings;
  readonly #docsUri: string | undefined;
  readonly #knowledge = new WeakMap<Project, { version: unknown; knowledge: Knowledge }>();

  constructor(host: ServiceHost) {
    this.model = new WorkspaceModel({
      ...host,
      onChanged: (uris) => host.onChanged(new Set([...uris, ...this.exports.following(uris)])),
      dependentsOf: (uri) => this.exports.following([uri]),
    });
    this.exports = new Exports(this.model);
    this.help = new WritingHelp(this.model, host.editorChecksAgents === true);
    this.#docsUri = host.docsUri;
    this.#findings = new Findings(this.model, this.exports, host.editorChecksAgents === true, (message) =>
      host.log(message),
    );
  }

  /** What is to be said of a document as it stands; empty for one that is none of ours. */
  findings(uri: string): readonly Finding[] {
    return this.#findings.of(uri);
  }

  diagnostics(uri: string): Diagnostic[] {
    const document = this.#document(uri);
    return document === undefined
      ? []
      : toDiagnostics(this.#findings.whileTyping(uri), document.positions, this.#docsUri);
  }

  /** Repairs of the findings at a range; with `only` a source action, the safe ones of the whole document. */
  codeActions(
    uri: string,
    at: Range,
    only: readonly string[] | undefined,
    abilities: ActionAbilities,
  ): CodeAction[] {
    const document = this.#document(uri);
    if (document === undefined) return [];
    const { text, positions } = document;
    const version = this.model.versionOf(uri) ?? null;
    const target: ActionTarget = { uri, text, version, positions, ...abilities };
    const findings = this.findings(uri);
    const ignore = (finding: Finding): Fix =>
      ignoreFix(finding, document, this.model.folders.configFileFor(uri));
    return [...quickFixes(target, findings, at, only, ignore), ...fixAll(target, findings, only)];
  }

  /** `undefined` where nothing is due, so that an editor's list closes without a flicker. */
  completion(uri: string, at: Position, trigger: CompletionTrigger): CompletionItem[] | undefined {
    const file = this.model.projectFile(uri);
    const items =
      file === undefined
        ? this.#agentCompletion(uri, at, trigger)
        : this.#projectCompletion(file, at, trigger);
    return items === undefined || items.length === 0 ? undefined : items;
  }

  /** @param showCommand the client's command that shows who reads what; without one a section's lens is text */
  codeLenses(uri: string, previewCommand: string, showCommand?: string): CodeLens[] {
    const agent = this.model.agent(uri);
    if (agent === undefined) return this.#sectionLenses(uri, showCommand);
    const labels = agent.requirements.flatMap(({ label }) => label ?? []);
    const { facts } = this.#projectFor(agent);
    const answered = labels.filter((label) => isAnswer(facts.resolve(label).status)).length;
    return agentLenses({ agentUri: uri, read: labels.length, answered, previewCommand });
  }

  /** What an agent becomes in its project, or in the one named; `undefined` where there is no such agent. */
  profile(agentUri: string, projectRoot?: string): AdaptedProfile | undefined {
    const agent = this.model.agent(agentUri);
    if (agent === undefined) return undefined;
    return adaptAgent(agent, this.#projectFor(agent, projectRoot).facts);
  }

  /** The documents that a profile is made of, for whoever wants to know when it changes. */
  profileDependsOn(uri: string, agentUri: string, projectRoot?: string): boolean {
    if (uri === agentUri) return true;
    const agent = this.model.agent(agentUri);
    const project = agent === undefined ? undefined : this.#projectFor(agent, projectRoot).project;
    return project !== undefined && project.sources.some((source) => source.uri === uri);
  }

  /** The edit that adds every section that the project's agents read and its document lacks. */
  missingSections(root: string): SectionsEdit | undefined {
    const project = this.model.project(root);
    return project === undefined
      ? undefined
      : missingSectionsEdit(project, this.#findings.required(project), this.model.detection.of(root));
  }

  /** Which agents of a project read what of its document, and how that is answered. */
  coverage(root: string): Coverage | undefined {
    const project = this.model.project(root);
    if (project === undefined) return undefined;
    const readers = project.required.places.flatMap((place) => place.readers.map(({ uri }) => uri));
    const uris = new Set([...project.agents, ...readers]);
    const agents = [...uris].flatMap((uri) => this.model.agent(uri) ?? []);
    return coverageOf(project, baseName(root), agents);
  }

  /** Labels of required places that have no answer yet. */
  unanswered(project: Project): string[] {
    return this.#findings
      .required(project)
      .filter(({ label }) => !isAnswer(project.facts.resolve(label).status))
      .map(({ label }) => label);
  }

  /** The project that a document, an agent or a folder belongs to. */
  projectAt(uri: string): Project | undefined {
    return (
      this.model.project(uri) ?? this.model.projectOfAgent(uri) ?? [...this.model.projectsOfFile(uri)][0]
    );
  }

  #sectionLenses(uri: string, showCommand: string | undefined): CodeLens[] {
    const file = this.model.projectFile(uri);
    const [project] = this.model.projectsOfFile(uri);
    if (file === undefined || project?.isLoaded !== true) return [];
    return sectionLenses(file, project, showCommand);
  }

  #document(uri: string): AgentDocument | ProjectFile | undefined {
    return this.model.agent(uri) ?? this.model.projectFile(uri);
  }

  #projectFor(agent: AgentDocument, root?: string): { facts: ProjectFacts; project: Project | undefined } {
    const project =
      (root === undefined ? undefined : this.model.project(root)) ?? this.model.projectOfAgent(agent.uri);
    return { facts: project?.facts ?? noFacts(), project };
  }

  #projectCompletion(
    file: ProjectFile,
    at: Position,
    trigger: CompletionTrigger,
  ): CompletionItem[] | undefined {
    const offset = file.positions.offsetAt(at) - file.bodyStart;
    if (offset < 0) return undefined;
    const [project] = this.model.projectsOfFile(file.uri);
    const context = valueContextAt(file.body, offset);
    if (context !== undefined) {
      // A space inside an item continues a name of several words; only a beginning opens the list of itself.
      const typed = file.body.text.slice(context.replaced.start, context.replaced.end);
      const items = projectValues(
        context,
        file.body.text,
        file.bodyStart,
        this.#knowledgeOf(project),
        project === undefined ? nothingDetected : this.model.detection.of(project.root),
        file.positions,
      );
      if (trigger === 'invoked' || context.atStart) return items;
      return items.filter((item) => item.label.toLowerCase().startsWith(typed.toLowerCase()));
    }
    if (trigger === 'character') return undefined;
    const required = project === undefined ? [] : this.#findings.required(project);
    const facts = project?.facts ?? readFacts([file]);
    const isPresent = (label: string): boolean =>
      facts.resolve(label).places.some((place) => place.uri === file.uri);
    return projectLabels(file.body, offset, file.bodyStart, required, isPresent, file.positions);
  }

  #agentCompletion(uri: string, at: Position, trigger: CompletionTrigger): CompletionItem[] | undefined {
    const agent = this.model.agent(uri);
    if (agent === undefined || trigger === 'character') return undefined;
    const offset = agent.positions.offsetAt(at) - agent.bodyStart;
    if (offset < 0) return undefined;
    const places = this.#projectFor(agent).facts.places;
    const labels = places.flatMap((place) => [place.label, ...place.children.map((child) => child.label)]);
    const references = referenceLabels(agent.body, offset, agent.bodyStart, labels, agent.positions);
    if (references.length > 0) return references;
    return vocabularyKeys(agent.body, offset, agent.bodyStart, agent.requirements, agent.positions);
  }

  #knowledgeOf(project: Project | undefined): Knowledge {
    if (project === undefined) return knowledgeOf([]);
    const agents = [...project.agents].flatMap((uri) => this.model.agent(uri) ?? []);
    const version = agents.map((agent) => agent.text.length).join();
    const known = this.#knowledge.get(project);
    if (known?.version === version) return known.knowledge;
    const knowledge = knowledgeOf(agents);
    this.#knowledge.set(project, { version, knowledge });
    return knowledge;
  }
}

function noFacts(): ProjectFacts {
  return readFacts([]);
}

function isAnswer(status: string): boolean {
  return status === 'met' || status === 'partial' || status === 'none';
}
