/** The adapted profiles of the workspace's agents, each made once for what it is made of. */
import { adaptAgent } from '../../adapt/adaptAgent.ts';
import type { AdaptedProfile } from '../../adapt/profileTypes.ts';
import type { AgentDocument } from '../../analysis/agentDocument.ts';
import type { Project } from '../../analysis/project.ts';
import type { WorkspaceModel } from '../../analysis/workspaceModel.ts';
import { type ProjectFacts, readFacts } from '../../project/facts.ts';

/** An agent in the project that it adapts to. */
export interface AdaptedAgent {
  readonly agent: AgentDocument;
  readonly project: Project | undefined;
  readonly facts: ProjectFacts;
  readonly profile: AdaptedProfile;
}

export class AgentProfiles {
  readonly #model: WorkspaceModel;

  constructor(model: WorkspaceModel) {
    this.#model = model;
  }

  /**
   * What an agent becomes; `undefined` where there is no such agent.
   * @param root of the project to adapt to, where that is not the agent's own
   */
  of(agentUri: string, root?: string): AdaptedAgent | undefined {
    const agent = this.#model.agent(agentUri);
    if (agent === undefined) return undefined;
    const project = this.projectFor(agent, root);
    const facts = project?.facts ?? noFacts;
    return { agent, project, facts, profile: adapted(agent, facts) };
  }

  /**
   * The project whose document an agent is measured by: the one named, else its own. An agent of the user's or of a
   * plugin has none; where the workspace is a single project, that is meant.
   */
  projectFor(agent: AgentDocument, root?: string): Project | undefined {
    const named = root === undefined ? undefined : this.#model.project(root);
    const own = named ?? this.#model.projectOfAgent(agent.uri);
    if (own !== undefined) return own;
    const [only, ...others] = this.#model.projects;
    return others.length === 0 ? only : undefined;
  }
}

/** The profile, kept as long as neither the agent nor what the project declares has changed. */
export function adapted(agent: AgentDocument, facts: ProjectFacts): AdaptedProfile {
  const known = profiles.get(agent);
  if (known?.facts === facts) return known.profile;
  const profile = adaptAgent(agent, facts);
  profiles.set(agent, { facts, profile });
  return profile;
}

const profiles = new WeakMap<
  AgentDocument,
  { readonly facts: ProjectFacts; readonly profile: AdaptedProfile }
>();

/** What an agent without a project is adapted to: nothing is declared, nothing goes. */
export const noFacts: ProjectFacts = readFacts([]);
