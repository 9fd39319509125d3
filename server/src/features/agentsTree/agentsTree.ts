/** What the editor shows of the workspace's agents besides their texts: the tree, and how the open document stands. */
import type { AgentDocument } from '../../analysis/agentDocument.ts';
import type { Project } from '../../analysis/project.ts';
import type { Place } from '../../analysis/surroundings.ts';
import type { WorkspaceModel } from '../../analysis/workspaceModel.ts';
import { nothingDetected } from '../../project/detect/detect.ts';
import { whySkipped } from '../../rules/agent/skipped.ts';
import type { RequiredPlace } from '../../rules/projectSubject.ts';
import type { AgentProfiles } from '../adapted/agentProfiles.ts';
import {
  type AgentRequirementState,
  agentRequirementStates,
  type ProjectRequirementState,
  projectRequirementStates,
} from '../requirementStates/states.ts';
import { type SeenProject, seenProjects } from './agentPlaces.ts';
import { type AgentRow, agentRows } from './agentRows.ts';

/** How a document stands: an agent with what it reads, or a project document with what it must answer. */
export type DocumentState =
  | {
      readonly kind: 'agent';
      readonly project: Project;
      /** Why Claude Code skips the file; then it reads nothing. */
      readonly skipped: string | undefined;
      readonly requirements: readonly AgentRequirementState[];
    }
  | {
      readonly kind: 'project';
      readonly project: Project;
      readonly requirements: readonly ProjectRequirementState[];
    };

export class AgentsTree {
  readonly #model: WorkspaceModel;
  readonly #profiles: AgentProfiles;
  readonly #requiredOf: (project: Project) => readonly RequiredPlace[];

  /** @param requiredOf what a project's document must answer, by its agents and its settings */
  constructor(
    model: WorkspaceModel,
    profiles: AgentProfiles,
    requiredOf: (project: Project) => readonly RequiredPlace[],
  ) {
    this.#model = model;
    this.#profiles = profiles;
    this.#requiredOf = requiredOf;
  }

  /** The projects, each with the places at which it sees agents. */
  projects(): Promise<readonly SeenProject[]> {
    return seenProjects(this.#model);
  }

  /** The agents at a place, seen from a project; none where either is not there. */
  async agents(root: string, { kind, root: at }: Place): Promise<readonly AgentRow[]> {
    const seen = (await this.projects()).find(({ project }) => project.root === root);
    const place = seen?.places.find((one) => one.kind === kind && one.root === at);
    return seen === undefined || place === undefined ? [] : agentRows(this.#model, seen, place);
  }

  /** What an agent reads, and how that stands in a project. */
  requirements(agentUri: string, root?: string): readonly AgentRequirementState[] {
    const found = this.#profiles.of(agentUri, root);
    if (found === undefined) return [];
    const { agent, profile, facts, project } = found;
    const detected = project === undefined ? nothingDetected : this.#model.detection.of(project.root);
    return agentRequirementStates(agent, profile, facts, project, detected);
  }

  /**
   * How a document, or a project's by its folder, stands; `undefined` for one of which nothing can be said: what is none of ours, an
   * agent that is made for no project in particular, a project that is still being read.
   * @param root of the project to adapt to, where that is not the agent's own
   */
  stateOf(uri: string, root?: string): DocumentState | undefined {
    const agent = this.#model.agent(uri);
    return agent === undefined ? this.#projectState(uri) : this.#agentState(agent, root);
  }

  #agentState(agent: AgentDocument, root: string | undefined): DocumentState | undefined {
    const isOfPlugin = this.#model.originOf(agent.uri) === 'plugin';
    if (isOfPlugin && root === undefined) return undefined;
    const project = this.#profiles.projectFor(agent, root);
    if (project?.isLoaded !== true || !agent.file.meansToBeAgent) return undefined;
    const skipped = whySkipped(agent.file)?.why;
    const requirements = skipped === undefined ? this.requirements(agent.uri, root) : [];
    return { kind: 'agent', project, skipped, requirements };
  }

  #projectState(uri: string): DocumentState | undefined {
    const project = this.#model.project(uri) ?? this.#model.projectOfFile(uri);
    // A part of a project has nothing to answer.
    if (project?.isLoaded !== true || project.isPart) return undefined;
    const detected = this.#model.detection.of(project.root);
    const requirements = projectRequirementStates(project, this.#requiredOf(project), detected);
    return { kind: 'project', project, requirements };
  }
}
