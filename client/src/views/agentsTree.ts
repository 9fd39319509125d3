/** The tree "Agents": projects, the places at which they see agents, the agents, and what each reads. */
import * as vscode from 'vscode';
import type { SeenProjectInfo } from '../../../server/src/server/protocol.ts';
import type { Server } from '../startClient.ts';
import { AgentItem, PlaceItem, ProjectItem, RequirementItem, type AgentsItem } from './agentsItems.ts';

/** Asks the server for what is expanded, and for nothing else. */
export class AgentsTree {
  readonly #server: Server;
  readonly #log: vscode.LogOutputChannel;

  constructor(server: Server, log: vscode.LogOutputChannel) {
    this.#server = server;
    this.#log = log;
  }

  /** What stands under an item, or at the top. Never rejects: what cannot be had is in the log. */
  async childrenOf(item?: AgentsItem): Promise<readonly AgentsItem[]> {
    try {
      return await this.#ask(item);
    } catch (error) {
      this.#log.error(`agents: ${String(error)}`);
      return [];
    }
  }

  async #ask(item: AgentsItem | undefined): Promise<readonly AgentsItem[]> {
    if (item === undefined) {
      const projects = await this.#server.agentPlaces();
      // Only now: while nothing is known yet, VS Code shows the view as empty.
      void vscode.commands.executeCommand('setContext', 'agentTailor.hasNoAgents', projects.length === 0);
      const [only] = projects;
      // A level for one project alone would only be in the way.
      return projects.length === 1 && only !== undefined
        ? placesOf(only)
        : projects.map((project) => new ProjectItem(project));
    }
    if (item instanceof ProjectItem) return placesOf(item.project);
    if (item instanceof PlaceItem) {
      const { project, place } = item;
      const rows = await this.#server.placeAgents({
        projectUri: project.uri,
        kind: place.kind,
        uri: place.uri,
      });
      return rows.map((row) => new AgentItem(row, item));
    }
    if (item instanceof AgentItem) {
      const { uri, projectUri } = item;
      const requirements = await this.#server.agentRequirements({ uri, projectUri });
      return requirements.map((requirement) => new RequirementItem(requirement, item));
    }
    return [];
  }
}

function placesOf(project: SeenProjectInfo): readonly PlaceItem[] {
  return project.places.map((place) => new PlaceItem(place, project));
}
