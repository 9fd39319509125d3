import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  Diagnostic,
  Position,
  Range,
} from 'vscode-languageserver-types';
import type { AdaptedProfile } from './adapt/profileTypes.ts';
import type { AgentDocument } from './analysis/agentDocument.ts';
import { Exports } from './analysis/exports.ts';
import { Findings } from './analysis/findings.ts';
import { type Knowledge, knowledgeOf } from './analysis/knowledge.ts';
import type { Project } from './analysis/project.ts';
import type { ProjectFile } from './analysis/projectFile.ts';
import { type ModelHost, WorkspaceModel } from './analysis/workspaceModel.ts';
import { type ActionAbilities, type ActionTarget, fixAll, quickFixes } from './features/codeActions.ts';
import { isSamePlace } from './catalogue/template.ts';
import { AgentProfiles, noFacts } from './features/adapted/agentProfiles.ts';
import { ProfileHelp } from './features/adapted/profileHelp.ts';
import { AgentsTree } from './features/agentsTree/agentsTree.ts';
import { agentLenses, type LensCommands, updateLens } from './features/codeLenses.ts';
import { referenceLabels, vocabularyKeys } from './features/completion/agentReferences.ts';
import { projectLabels } from './features/completion/projectLabels.ts';
import { projectValues } from './features/completion/projectValues.ts';
import { valueContextAt } from './features/completion/valueContext.ts';
import { type Coverage, coverageOf } from './features/coverage/coverage.ts';
import { type DiagnosticAbilities, toDiagnostics } from './features/diagnostics.ts';
import { ignoreFix } from './features/ignoreFixes.ts';
import { missingSectionsEdit, sectionEdit, type SectionsEdit } from './features/missingSections.ts';
import { newDocument, type NewDocument } from './features/newDocument.ts';
import { sectionLenses } from './features/projectDocument/lenses.ts';
import { agentRequirementStates, isAnswer } from './features/requirementStates/states.ts';
import { WritingHelp } from './features/writingHelp.ts';
import { nothingDetected } from './project/detect/detect.ts';
import { readFacts } from './project/facts.ts';
import type { Finding, Fix } from './rules/rule.ts';
import type { TextEdit } from './text/textEdit.ts';
import { baseName } from './workspace/uris.ts';

/** What a caller of the service supplies beside the model's host. */
export interface ServiceHost extends ModelHost {
  /** The editor reports on `.claude/agents/*.md` itself (VS Code). */
  readonly editorChecksAgents?: boolean;
  /** Where the rules' pages are, so that findings can link to them. */
  readonly docsUri?: string;
  /** The client shows places elsewhere that belong to a finding; left out, it does. */
  readonly relatedInformation?: boolean;
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
  /** What each line of an adapted profile rests on. */
  readonly profileHelp: ProfileHelp;
  /** The agents there are, with what they read; these answer later too. */
  readonly tree: AgentsTree;
  readonly #profiles: AgentProfiles;
  readonly #findings: Findings;
  readonly #shown: DiagnosticAbilities;
  /** Of the document that was asked for last. */
  #lastDiagnostics: readonly Diagnostic[] = [];
  readonly #knowledge = new WeakMap<Project, { of: readonly AgentDocument[]; knowledge: Knowledge }>();

  constructor(host: ServiceHost) {
    this.model = new WorkspaceModel({
      ...host,
      onChanged: (uris) => host.onChanged(new Set([...uris, ...this.exports.following(uris)])),
      dependentsOf: (uri) => this.exports.following([uri]),
    });
    this.exports = new Exports(this.model);
    this.#profiles = new AgentProfiles(this.model);
    this.profileHelp = new ProfileHelp(this.model, this.#profiles);
    this.tree = new AgentsTree(this.model, this.#profiles, (project) => this.#findings.required(project));
    this.help = new WritingHelp(this.model, host.editorChecksAgents === true);
    this.#shown = {
      ...(host.docsUri === undefined ? {} : { docsUri: host.docsUri }),
      relatedInformation: host.relatedInformation !== false,
    };
    this.#findings = new Findings(this.model, this.exports, host.editorChecksAgents === true, (message) =>
      host.log(message),
    );
  }

  /** What is to be said of a document as it stands; empty for one that is none of ours. */
  findings(uri: string): readonly Finding[] {
    return this.#findings.of(uri);
  }

  /** What an editor shows of a document; the same object as long as that is the same, so that it is made once. */
  diagnostics(uri: string): readonly Diagnostic[] {
    const document = this.#document(uri);
    if (document === undefined) return [];
    const { findings, areAsBefore } = this.#findings.whileTyping(uri);
    if (!areAsBefore) this.#lastDiagnostics = toDiagnostics(findings, document.positions, this.#shown);
    return this.#lastDiagnostics;
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
    const target: ActionTarget = { uri, text, version, positions, shown: this.#shown, ...abilities };
    const findings = this.findings(uri);
    const ignore = (finding: Finding): Fix | undefined =>
      ignoreFix(finding, document, this.model.folders.configFileFor(uri));
    const safeRepairs = (): readonly TextEdit[] => this.#findings.safeRepairs(uri);
    const saidByEditor = this.#findings.saidByEditor(uri);
    return [
      ...quickFixes(target, { findings, saidByEditor }, at, only, ignore),
      ...fixAll(target, safeRepairs, only),
    ];
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

  /** @param commands the client's, where it has ours; without them a section's lens is text, and an agent has none */
  codeLenses(uri: string, commands?: LensCommands): CodeLens[] {
    const agent = this.model.agent(uri);
    const outdated = agent === undefined ? undefined : this.exports.outdated(agent);
    const lenses = this.#readingLenses(uri, commands);
    if (agent === undefined || outdated === undefined || commands === undefined) return lenses;
    const at = agent.positions.positionAt(outdated.span.start);
    return [updateLens(uri, at, outdated, commands), ...lenses];
  }

  /** Over what an agent reads, or what agents read of a project document. */
  #readingLenses(uri: string, commands: LensCommands | undefined): CodeLens[] {
    const found = this.#profiles.of(uri);
    if (found === undefined) return this.#sectionLenses(uri, commands?.readers);
    const { agent, profile, facts, project } = found;
    // Before the project has been read, everything would be missing.
    if (commands === undefined || project?.isLoaded === false) return [];
    const detected = project === undefined ? nothingDetected : this.model.detection.of(project.root);
    const origin = this.model.originOf(uri);
    const main = project?.mainFile;
    const belongsTo = origin === 'user' ? 'user' : 'project';
    return agentLenses(
      {
        agentUri: uri,
        requirements: agentRequirementStates(agent, profile, facts, project, detected),
        profile,
        belongsTo: project === undefined || origin === 'plugin' ? 'nobody' : belongsTo,
        documentName: main === undefined ? undefined : baseName(main.uri),
      },
      commands,
    );
  }

  /** What an agent becomes in its project, or in the one named; `undefined` where there is no such agent. */
  profile(agentUri: string, projectRoot?: string): AdaptedProfile | undefined {
    return this.#profiles.of(agentUri, projectRoot)?.profile;
  }

  /** The documents that a profile is made of, for whoever wants to know when it changes. */
  profileDependsOn(uri: string, agentUri: string, projectRoot?: string): boolean {
    if (uri === agentUri) return true;
    const agent = this.model.agent(agentUri);
    const project = agent === undefined ? undefined : this.#profiles.projectFor(agent, projectRoot);
    return project !== undefined && project.sources.some((source) => source.uri === uri);
  }

  /** The edit that adds every section that the project's agents read and its document lacks. */
  missingSections(root: string): SectionsEdit | undefined {
    const project = this.model.project(root);
    return project === undefined
      ? undefined
      : missingSectionsEdit(project, this.#findings.required(project), this.model.detection.of(root));
  }

  /** The CLAUDE.md of a project that has none, with what the chosen agents read (by URI; all where none are given). */
  newDocument(root: string, chosen?: ReadonlySet<string>): NewDocument | undefined {
    const project = this.model.project(root);
    if (project === undefined) return undefined;
    return newDocument(project, this.#findings.required(project), this.model.detection.of(root), chosen);
  }

  /** The edit for one required section of a project's document. */
  sectionEdit(root: string, label: string): SectionsEdit | undefined {
    const project = this.model.project(root);
    return project === undefined
      ? undefined
      : sectionEdit(project, label, this.#findings.required(project), this.model.detection.of(root));
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

  /** The project that a document, an agent or a folder belongs to; a folder that is only a part of one is none. */
  projectAt(uri: string): Project | undefined {
    const project =
      this.model.project(uri) ?? this.model.projectOfAgent(uri) ?? this.model.projectOfFile(uri);
    return project?.isPart === true ? undefined : project;
  }

  #sectionLenses(uri: string, readersCommand: string | undefined): CodeLens[] {
    const file = this.model.projectFile(uri);
    if (file === undefined) return [];
    const projects = [...this.model.projectsOfFile(uri)].filter(({ isLoaded }) => isLoaded);
    return sectionLenses(file, projects, readersCommand);
  }

  #document(uri: string): AgentDocument | ProjectFile | undefined {
    return this.model.agent(uri) ?? this.model.projectFile(uri);
  }

  #projectCompletion(
    file: ProjectFile,
    at: Position,
    trigger: CompletionTrigger,
  ): CompletionItem[] | undefined {
    const offset = file.positions.offsetAt(at) - file.bodyStart;
    if (offset < 0) return undefined;
    const project = this.model.projectOfFile(file.uri);
    const context = valueContextAt(file.body, offset);
    if (context !== undefined) {
      // A space inside an item continues a name of several words; only a beginning opens the list of itself.
      const items = projectValues(
        context,
        file,
        {
          knowledge: this.#knowledgeOf(project),
          detected: project === undefined ? nothingDetected : this.model.detection.of(project.root),
          // Metadata that stands in for a label says nothing of what is to be written there.
          declared: (project?.facts ?? readFacts([file]))
            .resolvePlace(context.place)
            .places.filter(({ template }) => template !== undefined && isSamePlace(template, context.place))
            .flatMap(({ values }) => values),
        },
        file.positions,
      );
      if (trigger === 'invoked' || context.atStart) return items;
      return items.filter((item) => item.label.toLowerCase().startsWith(context.typed.toLowerCase()));
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
    const places = (this.#profiles.projectFor(agent)?.facts ?? noFacts).places;
    const labels = places.flatMap((place) => [place.label, ...place.children.map((child) => child.label)]);
    const references = referenceLabels(agent.body, offset, agent.bodyStart, labels, agent.positions);
    if (references.length > 0) return references;
    return vocabularyKeys(agent.body, offset, agent.bodyStart, agent.requirements, agent.positions);
  }

  /** What the agents know that Claude Code reads in a project's folder: its own, and those of the folders above. */
  #knowledgeOf(project: Project | undefined): Knowledge {
    if (project === undefined) return knowledgeOf([]);
    const uris = project.folders.flatMap((folder) => [...(this.model.project(folder)?.agents ?? [])]);
    const agents = uris.flatMap((uri) => this.model.agent(uri) ?? []);
    const known = this.#knowledge.get(project);
    if (known?.of.length === agents.length && known.of.every((agent, index) => agent === agents[index]))
      return known.knowledge;
    const knowledge = knowledgeOf(agents, project.agents);
    this.#knowledge.set(project, { of: agents, knowledge });
    return knowledge;
  }
}
