import { parseAgentFile } from '../parse/agentFile.ts';
import { exportWithoutSource } from '../rules/agent/exportWithoutSource.ts';
import { outdatedExport } from '../rules/agent/outdatedExport.ts';
import { readAgent } from '../rules/agent/readAgent.ts';
import { safeFix, safeRepairs, together } from '../rules/agent/safeRepairs.ts';
import { stemOf } from '../rules/agent/stem.ts';
import { type Trial, withTriedFixes } from '../rules/agent/trial.ts';
import { agentRules } from '../rules/agentRules.ts';
import { unusedSuppression } from '../rules/config/unusedSuppression.ts';
import { mentionRules, ownNameRules } from '../rules/nameRules.ts';
import { projectFileRules } from '../rules/projectFileRules.ts';
import { driftRules, projectRules, referenceRules } from '../rules/projectRules.ts';
import type { ProjectSubject, ReferencesSubject } from '../rules/projectSubject.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import { runRules } from '../rules/runner.ts';
import {
  agentSuppressions,
  documentSuppressions,
  misplacedInAgent,
  misplacedInDocument,
  type MisplacedSuppression,
  type Suppression,
} from '../rules/suppressions.ts';
import type { AgentSubject } from '../rules/subjects.ts';
import { lineEndOf } from '../text/lineIndex.ts';
import { shifted } from '../text/span.ts';
import type { TextEdit } from '../text/textEdit.ts';
import { joinUri } from '../workspace/uris.ts';
import type { AgentDocument } from './agentDocument.ts';
import type { Exports } from './exports.ts';
import { carriedAgentFindings, carriedFindings } from './carriedFindings.ts';
import { levelFindings, rulesFor } from './levels.ts';
import { mentionsSubject, ownNameSubject } from './nameSubjects.ts';
import type { Project } from './project.ts';
import type { ProjectFile } from './projectFile.ts';
import { projectFileSubject } from './projectFileSubject.ts';
import { templateRequirements } from './requirementTable.ts';
import type { WorkspaceModel } from './workspaceModel.ts';

/** Runs the rules over documents of the model, anew only where something they read has changed. */
export class Findings {
  readonly #model: WorkspaceModel;
  readonly #editorChecksAgents: boolean;
  readonly #failed: (message: string) => void;
  readonly #exports: Exports;
  /** Of the document that was asked for last while somebody types in it. */
  #last: Last | undefined;
  readonly #ofFrontmatter = new WeakMap<
    object,
    { readonly reading: string; readonly findings: readonly Finding[] }
  >();

  /**
   * @param editorChecksAgents the editor reports on `.claude/agents/*.md` itself (VS Code)
   * @param failed told of a rule that threw; its findings are lost, the others' are not
   */
  constructor(
    model: WorkspaceModel,
    exports: Exports,
    editorChecksAgents: boolean,
    failed: (message: string) => void,
  ) {
    this.#model = model;
    this.#exports = exports;
    this.#editorChecksAgents = editorChecksAgents;
    this.#failed = failed;
  }

  /**
   * The findings of one document, in the order of their places; empty for a document that is none of ours. Those of
   * the document being typed in may come without repairs.
   */
  whileTyping(uri: string): FindingsWhileTyping {
    const agent = this.#model.agent(uri);
    const file = this.#model.projectFile(uri);
    const { epoch } = this.#model;
    const last = this.#last?.epoch === epoch ? this.#last : undefined;
    const carried = this.#carried(last, agent, file);
    const findings = carried ?? this.of(uri);
    this.#last = { agent, file, findings, epoch };
    return { findings, areAsBefore: carried !== undefined };
  }

  #carried(
    last: Last | undefined,
    agent: AgentDocument | undefined,
    file: ProjectFile | undefined,
  ): readonly Finding[] | undefined {
    if (last === undefined) return undefined;
    if (agent !== undefined) {
      if (file !== undefined || last.agent?.uri !== agent.uri) return undefined;
      return carriedAgentFindings(last.findings, last.agent, agent);
    }
    if (file === undefined || last.file?.uri !== file.uri || this.#readsOwnSections(file)) return undefined;
    return carriedFindings(last.findings, last.file, file);
  }

  /** Agents may read sections that the template does not have, where any words are an answer. */
  #readsOwnSections(file: ProjectFile): boolean {
    for (const project of this.#model.projectsOfFile(file.uri)) {
      if (this.required(project).some(({ place }) => place === undefined)) return true;
    }
    return false;
  }

  /** The findings of one document with their repairs. */
  of(uri: string): readonly Finding[] {
    const findings: Finding[] = [];
    const agent = this.#model.agent(uri);
    if (agent !== undefined) this.#checkAgent(agent, findings);
    const file = this.#model.projectFile(uri);
    if (file !== undefined) this.#checkProjectFile(file, findings);
    const suppressions = this.#suppressionsOf(agent, file);
    const misplaced = misplacedSuppressions(agent, file, suppressions);
    return this.#withoutSilenced(findings, suppressions, misplaced, uri).toSorted(
      (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
    );
  }

  /** What the editor itself says of an agent, and we do not: it has no repairs for it, and we have. */
  saidByEditor(uri: string): readonly Finding[] {
    const agent = this.#model.agent(uri);
    const subject = agent === undefined ? undefined : this.#subjectOf(agent);
    if (subject?.inVsCodeChatAgent !== true) return [];
    const keyOf = ({ rule, span }: Finding): string => `${rule} ${span.start}`;
    const shown = new Set(this.#ofFrontmatterOf(subject).map(keyOf));
    const alone = { ...subject, inVsCodeChatAgent: false };
    const all = runRules(frontmatterRules, alone, this.#failed);
    const others = withTriedFixes(all, this.#trialOf(alone, all)).filter((one) => !shown.has(keyOf(one)));
    return this.#withoutSilenced(others, agentSuppressions(subject.file.frontmatter), [], uri).filter(
      ({ rule }) => rule !== 'config/unused-suppression',
    );
  }

  /** All safe repairs of a document together, as edits of its text; those of what is silenced are none. */
  safeRepairs(uri: string): readonly TextEdit[] {
    const findings = this.of(uri);
    const agent = this.#model.agent(uri);
    if (agent === undefined) return together(findings.flatMap((one) => safeFix(one) ?? [])).flatMap(editsOf);
    const subject = this.#subjectOf(agent);
    const trial = this.#trialOf(subject, runRules(agentRules, subject, this.#failed));
    return safeRepairs(trial, findings, ({ file, findings: found }) =>
      this.#withoutSilenced(found, agentSuppressions(file.frontmatter), [], uri),
    );
  }

  #withoutSilenced(
    findings: readonly Finding[],
    suppressions: readonly Suppression[],
    misplaced: readonly MisplacedSuppression[],
    uri: string,
  ): readonly Finding[] {
    const configs = this.#model.folders.configsFor(uri);
    const levelled = levelFindings(findings, uri, configs);
    if (suppressions.length === 0 && misplaced.length === 0) return levelled;
    const ignored = new Set(suppressions.flatMap(({ rules }) => rules.map(({ id }) => id)));
    const silenced = new Set<string>(levelled.map(({ rule }) => rule).filter((rule) => ignored.has(rule)));
    const unused = runRules([unusedSuppression], { suppressions, misplaced, silenced }, this.#failed);
    return [...levelled.filter(({ rule }) => !ignored.has(rule)), ...levelFindings(unused, uri, configs)];
  }

  #suppressionsOf(agent: AgentDocument | undefined, file: ProjectFile | undefined): readonly Suppression[] {
    return [
      ...(agent === undefined ? [] : agentSuppressions(agent.file.frontmatter)),
      ...(file === undefined ? [] : documentSuppressions(file.body, file.bodyStart)),
    ];
  }

  #checkAgent(agent: AgentDocument, into: Finding[]): void {
    const subject = this.#subjectOf(agent);
    const found = [...this.#ofFrontmatterOf(subject), ...runRules(bodyRules, subject, this.#failed)];
    const trial = this.#trialOf(subject, found);
    this.#checkExport(agent, found);
    this.#checkNames(agent, found);
    const project = this.#model.projectOfAgent(agent.uri);
    if (project !== undefined) this.#checkReferences(agent, project, found);
    into.push(...withTriedFixes(found, trial));
  }

  #subjectOf(agent: AgentDocument): AgentSubject {
    const encoding = this.#model.encodingOf(agent.uri);
    return {
      ...(encoding === undefined ? {} : { encoding }),
      uri: agent.uri,
      text: agent.text,
      file: agent.file,
      inVsCodeChatAgent: this.#editorChecksAgents && this.#model.isChatAgent(agent.uri),
      isPlugin: this.#model.originOf(agent.uri) === 'plugin',
    };
  }

  /** @param findings what the rules on agent files find; those on names and on the project look at more than one text */
  #trialOf(subject: AgentSubject, findings: readonly Finding[]): Trial {
    const { isPlugin, text: now, uri } = subject;
    return {
      now: {
        file: isPlugin ? readAgent(now, subject, subject.file) : subject.file,
        findings: [...findings],
      },
      read: (text) => {
        const file = readAgent(text, subject);
        const own = isPlugin && !file.verdict.loads ? parseAgentFile(text, file, stemOf(uri)) : file;
        return { file, findings: runRules(agentRules, { ...subject, text, file: own }, this.#failed) };
      },
      isReadAnew: (rule) => agentRules.some(({ id }) => id === rule),
      failed: this.#failed,
    };
  }

  /** Kept for as long as the frontmatter is the same object and is looked at in the same way. */
  #ofFrontmatterOf(subject: AgentSubject): readonly Finding[] {
    const { frontmatter } = subject.file;
    const reading = `${String(subject.inVsCodeChatAgent)} ${String(subject.isPlugin)}`;
    const known = this.#ofFrontmatter.get(frontmatter);
    if (known?.reading === reading) return known.findings;
    const findings = runRules(frontmatterRules, subject, this.#failed);
    this.#ofFrontmatter.set(frontmatter, { reading, findings });
    return findings;
  }

  #checkExport(agent: AgentDocument, into: Finding[]): void {
    const outdated = this.#exports.outdated(agent);
    if (outdated !== undefined) into.push(...runRules([outdatedExport], outdated, this.#failed));
    const lost = this.#exports.withoutSource(agent);
    if (lost !== undefined) into.push(...runRules([exportWithoutSource], lost, this.#failed));
  }

  #checkNames(agent: AgentDocument, into: Finding[]): void {
    const own = ownNameSubject(this.#model, agent);
    if (own !== undefined) into.push(...runRules(ownNameRules, own, this.#failed));
    const mentions = mentionsSubject(this.#model, agent);
    if (mentions !== undefined) into.push(...runRules(mentionRules, mentions, this.#failed));
  }

  #checkReferences(agent: AgentDocument, project: Project, into: Finding[]): void {
    if (!project.isLoaded || !agent.file.verdict.loads || agent.requirements.length === 0) return;
    const references = agent.requirements.flatMap(({ label, place, quoted, labelSpan, alsoAt }) =>
      label === null
        ? []
        : [labelSpan, ...alsoAt].map((span) => ({
            label,
            place,
            quoted,
            span: shifted(span, agent.bodyStart),
          })),
    );
    const main = project.mainFile;
    const subject: ReferencesSubject = {
      references: references.sort((a, b) => a.span.start - b.span.start),
      documentUri: main?.uri ?? joinUri(project.root, 'CLAUDE.md'),
      hasDocument: main !== undefined,
      facts: project.facts,
      detected: this.#model.detection.of(project.root),
      lineEnd: lineEndOf(agent.text),
    };
    into.push(...runRules(referenceRules, subject, this.#failed));
  }

  #checkProjectFile(file: ProjectFile, into: Finding[]): void {
    // A document further down says nothing of those above it.
    const projects = [...this.#model.projectsOfFile(file.uri)].filter(
      (project) => !project.isPart || project.owns(file.uri),
    );
    const subject = projectFileSubject(
      file,
      projects,
      (project) => this.projectSubject(project, file),
      (project) => [...project.agents].flatMap((uri) => this.#model.agent(uri) ?? []),
    );
    const rules = rulesFor(projectFileRules, file.uri, this.#model.folders.configsFor(file.uri));
    into.push(...runRules(rules, subject, this.#failed));
    for (const project of projects) {
      if (!project.isLoaded) continue;
      const inProject = this.projectSubject(project, file);
      if (inProject.required.length > 0) addNew(into, runRules(projectRules, inProject, this.#failed));
      // What is above it is not held to the manifests of one folder alone.
      if (project.owns(file.uri)) addNew(into, runRules(driftRules, inProject, this.#failed));
    }
  }

  /** What the completeness rules see of one file of a project's document. */
  projectSubject(project: Project, file: ProjectFile): ProjectSubject {
    return {
      file,
      isMainFile: project.mainFile?.uri === file.uri,
      facts: project.facts,
      required: this.required(project),
      detected: this.#model.detection.of(project.root),
    };
  }

  /** What a project's document must answer: what its agents read, and the template's sections where chosen. */
  required(project: Project): ProjectSubject['required'] {
    const read = project.required.places;
    if (project.isPart || this.#model.folders.settingsFor(project.root).template === 'none') return read;
    const known = new Set(read.map((place) => place.label));
    return [...read, ...templateRequirements().filter((place) => !known.has(place.label))];
  }
}

export interface FindingsWhileTyping {
  readonly findings: readonly Finding[];
  /** The same as when they were asked for last, at the same lines and characters: words were typed on another line. */
  readonly areAsBefore: boolean;
}

function misplacedSuppressions(
  agent: AgentDocument | undefined,
  file: ProjectFile | undefined,
  placed: readonly Suppression[],
): readonly MisplacedSuppression[] {
  return [
    ...(agent === undefined ? [] : misplacedInAgent(agent.file)),
    ...(file === undefined ? [] : misplacedInDocument(file.text, file.bodyStart, placed)),
  ];
}

interface Last {
  readonly agent: AgentDocument | undefined;
  readonly file: ProjectFile | undefined;
  readonly findings: readonly Finding[];
  /** Of the model. */
  readonly epoch: number;
}

function editsOf({ edits }: Fix): readonly TextEdit[] {
  return edits;
}

const frontmatterRules = agentRules.filter((rule) => rule.reads === 'frontmatter');
const bodyRules = agentRules.filter((rule) => rule.reads === 'body');

/** A file that several projects share (a monorepo's own CLAUDE.md) is told a thing once, whichever project says it. */
function addNew(into: Finding[], found: readonly Finding[]): void {
  const isKnown = ({ rule, span, message }: Finding): boolean =>
    into.some(
      (other) =>
        other.rule === rule &&
        other.span.start === span.start &&
        other.span.end === span.end &&
        other.message === message,
    );
  // Many findings are all of one project: only another's can be the same.
  into.push(...(into.length === 0 ? found : found.filter((finding) => !isKnown(finding))));
}
