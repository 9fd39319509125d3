/** Where the agents are that Claude Code sees in a project: its own folder, those above, the user's, the plugins'. */
import type { AgentDocument } from '../../analysis/agentDocument.ts';
import { placeOf } from '../../analysis/agentNames.ts';
import type { Project } from '../../analysis/project.ts';
import type { Place } from '../../analysis/surroundings.ts';
import type { WorkspaceModel } from '../../analysis/workspaceModel.ts';
import { baseName, isBelow } from '../../workspace/uris.ts';

/** A place with the agents in it, in no order; files that are no agents and mean to be none left out. */
export interface AgentPlace extends Place {
  readonly name: string;
  readonly agents: readonly AgentDocument[];
}

/** A project as the tree shows it: what its agents are measured by. */
export interface SeenProject {
  readonly project: Project;
  readonly name: string;
  /** Those that have agents: its own, from the folders above (the nearest first), the user's, the plugins' by name. */
  readonly places: readonly AgentPlace[];
}

/**
 * The projects that have agents or a document of their own, by name; where none has, the first with what is seen from
 * it. Projects in which nobody has an agent are left out.
 */
export async function seenProjects(model: WorkspaceModel): Promise<readonly SeenProject[]> {
  const places = await agentPlaces(model);
  const seen: SeenProject[] = [];
  for (const project of model.projects) {
    seen.push({
      project,
      name: baseName(project.root),
      places: await seenFrom(project.root, places, model),
    });
  }
  const own = seen.filter(({ project, places: [first] }) => {
    if (first === undefined) return false;
    const hasAgents = first.kind === 'project' && first.root === project.root;
    return hasAgents || (project.mainFile !== undefined && isBelow(project.mainFile.uri, project.root));
  });
  const shown = own.length > 0 ? own : seen.filter((one) => one.places.length > 0).slice(0, 1);
  return shown.toSorted((a, b) => compare(a.name, b.name) || compare(a.project.root, b.project.root));
}

async function seenFrom(
  root: string,
  places: readonly AgentPlace[],
  model: WorkspaceModel,
): Promise<AgentPlace[]> {
  const above = places.filter(({ kind, root: at }) => kind === 'project' && isBelow(root, at));
  const folders = above.some(({ root: at }) => at !== root)
    ? await model.surroundings.foldersAbove(root)
    : [root];
  return [
    ...folders.flatMap((folder) => above.find(({ root: at }) => at === folder) ?? []),
    ...places.filter(({ kind }) => kind === 'user'),
    ...places.filter(({ kind }) => kind === 'plugin').toSorted((a, b) => compare(a.name, b.name)),
  ];
}

/** All places that have agents. */
async function agentPlaces(model: WorkspaceModel): Promise<readonly AgentPlace[]> {
  const byPlace = new Map<string, { readonly place: Place; readonly agents: AgentDocument[] }>();
  for (const agent of model.agents) {
    if (!agent.file.meansToBeAgent) continue;
    const place = placeOf(model, agent.uri);
    if (place === undefined) continue;
    const key = `${place.kind} ${place.root}`;
    const known = byPlace.get(key);
    if (known === undefined) byPlace.set(key, { place, agents: [agent] });
    else known.agents.push(agent);
  }
  const places: AgentPlace[] = [];
  for (const { place, agents } of byPlace.values()) {
    const { kind, root } = place;
    const name = kind === 'plugin' ? (await model.surroundings.plugin(root)).name : baseName(root);
    places.push({ kind, root, name, agents });
  }
  return places;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
