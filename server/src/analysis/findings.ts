import { outdatedExport } from '../rules/agent/outdatedExport.ts';
import { agentRules } from '../rules/agentRules.ts';
import { unusedSuppression } from '../rules/config/unusedSuppression.ts';
import { projectFileRules } from '../rules/projectFileRules.ts';
import { projectRules, referenceRules } from '../rules/projectRules.ts';
import type { ProjectSubject, ReferencesSubject } from '../rules/projectSubject.ts';
import type { Finding } from '../rules/rule.ts';
import { runRules } from '../rules/runner.ts';
import { agentSuppressions, documentSuppressions, type Suppression } from '../rules/suppressions.ts';
import type { AgentSubject } from '../rules/subjects.ts';
import { lineEndOf } from '../text/lineIndex.ts';
import { shifted } from '../text/span.ts';
import { joinUri } from '../workspace/uris.ts';
import { isEditorChecked } from '../workspace/selection.ts';
import type { AgentDocument } from './agentDocument.ts';
import type { Exports } from './exports.ts';
import { levelFindings } from './levels.ts';
import type { Project } from './project.ts';
import type { ProjectFile } from './projectFile.ts';
import { templateRequirements } from './requirementTable.ts';
import type { WorkspaceModel } from './workspaceModel.ts';

/** Runs the rules over documents of the model, anew only where something they read has changed. */
export class Findings {
  readonly #model: WorkspaceModel;
  readonly #editorChecksAgents: boolean;
  readonly #failed: (message: string) => void;
  readonly #exports: Exports;
  readonly #ofFrontmatter = new WeakMap<object, readonly Finding[]>();

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

  /** The findings of one document, in the order of their places; empty for a document that is none of ours. */
  of(uri: string): readonly Finding[] {
    const findings: Finding[] = [];
    const agent = this.#model.agent(uri);
    if (agent !== undefined) this.#checkAgent(agent, findings);
    const file = this.#model.projectFile(uri);
    if (file !== undefined) this.#checkProjectFile(file, findings);
    return this.#withoutSilenced(findings, this.#suppressionsOf(agent, file), uri).toSorted(
      (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
    );
  }

  #withoutSilenced(
    findings: readonly Finding[],
    suppressions: readonly Suppression[],
    uri: string,
  ): readonly Finding[] {
    const configs = this.#model.folders.configsFor(uri);
    const levelled = levelFindings(findings, uri, configs);
    if (suppressions.length === 0) return levelled;
    const ignored = new Set(suppressions.flatMap(({ rules }) => rules.map(({ id }) => id)));
    const silenced = new Set<string>(levelled.map(({ rule }) => rule).filter((rule) => ignored.has(rule)));
    const unused = runRules([unusedSuppression], { suppressions, silenced }, this.#failed);
    return [...levelled.filter(({ rule }) => !ignored.has(rule)), ...levelFindings(unused, uri, configs)];
  }

  #suppressionsOf(agent: AgentDocument | undefined, file: ProjectFile | undefined): readonly Suppression[] {
    return [
      ...(agent === undefined ? [] : agentSuppressions(agent.file.frontmatter)),
      ...(file === undefined ? [] : documentSuppressions(file.body, file.bodyStart)),
    ];
  }

  #checkAgent(agent: AgentDocument, into: Finding[]): void {
    const origin = this.#model.originOf(agent.uri);
    const subject: AgentSubject = {
      uri: agent.uri,
      text: agent.text,
      file: agent.file,
      inVsCodeChatAgent: this.#editorChecksAgents && isEditorChecked(agent.uri),
      isPlugin: origin === 'plugin',
    };
    const key = agent.file.frontmatter;
    let fixed = this.#ofFrontmatter.get(key);
    if (fixed === undefined) {
      fixed = runRules(
        agentRules.filter((rule) => rule.reads === 'frontmatter'),
        subject,
        this.#failed,
      );
      this.#ofFrontmatter.set(key, fixed);
    }
    into.push(...fixed);
    into.push(
      ...runRules(
        agentRules.filter((rule) => rule.reads === 'body'),
        subject,
        this.#failed,
      ),
    );
    const exported = this.#exports.outdated(agent);
    if (exported !== undefined) into.push(...runRules([outdatedExport], exported, this.#failed));
    const project = this.#model.projectOfAgent(agent.uri);
    if (project !== undefined) this.#checkReferences(agent, project, into);
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
      lineEnd: lineEndOf(agent.text),
    };
    into.push(...runRules(referenceRules, subject, this.#failed));
  }

  #checkProjectFile(file: ProjectFile, into: Finding[]): void {
    into.push(...runRules(projectFileRules, { uri: file.uri, text: file.text }, this.#failed));
    for (const project of this.#model.projectsOfFile(file.uri)) {
      if (!project.isLoaded) continue;
      const subject = this.projectSubject(project, file);
      if (subject.required.length > 0) into.push(...runRules(projectRules, subject, this.#failed));
    }
  }

  /** What the completeness rules see of one file of a project's document. */
  projectSubject(project: Project, file: ProjectFile): ProjectSubject {
    return {
      file,
      isMainFile: project.mainFile?.uri === file.uri,
      facts: project.facts,
      required: this.required(project),
    };
  }

  /** What a project's document must answer: what its agents read, and the template's sections where chosen. */
  required(project: Project): ProjectSubject['required'] {
    const read = project.required.places;
    if (this.#model.folders.settingsFor(project.root).template === 'none') return read;
    const known = new Set(read.map((place) => place.label));
    return [...read, ...templateRequirements().filter((place) => !known.has(place.label))];
  }
}
