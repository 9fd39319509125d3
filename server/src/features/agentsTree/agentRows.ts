/** The agents at a place, each with how it stands among those of its name and in its project. */
import * as l10n from '@vscode/l10n';
import type { AgentDocument } from '../../analysis/agentDocument.ts';
import { AgentNames, builtinAgents, type NamedAgent } from '../../analysis/agentNames.ts';
import type { Place } from '../../analysis/surroundings.ts';
import type { WorkspaceModel } from '../../analysis/workspaceModel.ts';
import { whySkipped } from '../../rules/agent/skipped.ts';
import { baseName, uriPath } from '../../workspace/uris.ts';
import { countAnswers } from '../requirementStates/states.ts';
import type { AgentPlace, SeenProject } from './agentPlaces.ts';

/** How an agent stands among those of its name: nobody else has it, it is the one that is used, or another one is. */
export type Standing = 'single' | 'winner' | 'hidden' | 'skipped';

export interface AgentRow {
  readonly uri: string;
  /** As others call it; the file's name where the agent does not load. */
  readonly name: string;
  readonly description: string;
  readonly standing: Standing;
  /** Whom it goes before, who goes before it, or why Claude Code skips it; absent where there is nothing to say. */
  readonly remark?: string;
  /** How many parts of the project document it reads, and how many of them are answered. */
  readonly read: number;
  readonly answered: number;
}

/** The rows of a place as it is seen from a project, by name. */
export async function agentRows(
  model: WorkspaceModel,
  { project, places }: SeenProject,
  place: AgentPlace,
): Promise<AgentRow[]> {
  const contest = new Contest(new AgentNames(model), project.root, places);
  const rows = place.agents.map((agent): AgentRow => {
    const skipped = whySkipped(agent.file)?.why;
    const { standing, remark } =
      skipped === undefined
        ? contest.standingOf(agent.uri)
        : ({ standing: 'skipped', remark: skipped } as const);
    return {
      uri: agent.uri,
      name: skipped === undefined ? contest.nameOf(agent) : baseName(agent.uri),
      description: agent.file.verdict.description ?? '',
      standing,
      ...(remark === undefined ? {} : { remark }),
      ...(skipped === undefined ? countAnswers(agent, project.facts) : { read: 0, answered: 0 }),
    };
  });
  return rows.toSorted((a, b) => compare(a.name, b.name) || compare(a.uri, b.uri));
}

/** Who wins of those that have one name, seen from a project. */
class Contest {
  readonly #named = new Map<string, NamedAgent>();
  readonly #rivals = new Map<string, NamedAgent[]>();
  readonly #winners = new Map<string, NamedAgent | undefined>();
  readonly #names: AgentNames;
  readonly #from: Place;

  constructor(names: AgentNames, root: string, places: readonly AgentPlace[]) {
    this.#names = names;
    this.#from = { kind: 'project', root };
    for (const agent of names.all) this.#named.set(agent.document.uri, agent);
    for (const document of places.flatMap(byPath)) {
      const agent = this.#named.get(document.uri);
      if (agent === undefined || whySkipped(document.file) !== undefined) continue;
      const rivals = this.#rivals.get(agent.name);
      if (rivals === undefined) this.#rivals.set(agent.name, [agent]);
      else rivals.push(agent);
    }
  }

  /** A plugin's agent is called by the plugin's name too: here that stands above it. */
  nameOf(agent: AgentDocument): string {
    return this.#named.get(agent.uri)?.ownName ?? agent.name;
  }

  standingOf(uri: string): { readonly standing: Standing; readonly remark?: string } {
    const agent = this.#named.get(uri);
    if (agent === undefined) return { standing: 'single' };
    const others = (this.#rivals.get(agent.name) ?? []).filter(({ document }) => document.uri !== uri);
    const winner = others.length === 0 ? agent : this.#winnerOf(agent.name);
    if (winner !== undefined && winner.document.uri !== uri) {
      return {
        standing: 'hidden',
        remark: l10n.t('hidden by {0}', this.#nameFrom(agent, winner)),
      };
    }
    if (others.length > 0) {
      const hidden = others.map((other) => this.#nameFrom(agent, other));
      return { standing: 'winner', remark: l10n.t('goes before {0}', hidden.join(', ')) };
    }
    return builtinAgents.includes(agent.name)
      ? { standing: 'winner', remark: l10n.t('goes before Claude Code’s own') }
      : { standing: 'single' };
  }

  #winnerOf(name: string): NamedAgent | undefined {
    if (!this.#winners.has(name)) this.#winners.set(name, this.#names.resolve(name, this.#from));
    return this.#winners.get(name);
  }

  /** Another agent of the same name in words: by its file where it lies beside, else by its place. */
  #nameFrom({ place: from }: NamedAgent, { place, document }: NamedAgent): string {
    const isSamePlace = place?.kind === from?.kind && place?.root === from?.root;
    if (isSamePlace || place === undefined) return pathIn(document.uri, place);
    if (place.kind === 'user') return l10n.t('your own agent');
    return place.root === this.#from.root
      ? l10n.t('the project’s agent')
      : l10n.t('the agent of {0}', baseName(place.root));
  }
}

function byPath({ agents }: AgentPlace): AgentDocument[] {
  return agents.toSorted((a, b) => compare(a.uri, b.uri));
}

/** `sub/reviewer.md`: the path below the folder of agents. */
function pathIn(uri: string, place: Place | undefined): string {
  if (place === undefined) return baseName(uri);
  const folder = place.kind === 'plugin' ? '/agents/' : '/.claude/agents/';
  return uriPath(uri).slice(uriPath(place.root).length + folder.length);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
