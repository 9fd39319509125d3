/** Where the agents of all projects that share a document ask for one of its sections. */
import type { AgentDocument } from '../../analysis/agentDocument.ts';
import type { Project } from '../../analysis/project.ts';
import type { WorkspaceModel } from '../../analysis/workspaceModel.ts';
import type { DeclaredPlace } from '../../project/factTypes.ts';
import type { Span } from '../../text/span.ts';
import { answerTo, isNamed, readersOf } from './readers.ts';

/** An agent's references to a section. */
export interface SectionMentions {
  readonly agent: AgentDocument;
  readonly project: Project;
  /** The name in each of them, without quotes and numbering; UTF-16 offsets in the agent's file. */
  readonly spans: readonly Span[];
}

/** The projects' own agents that ask for a section by its name and are led to it, in whichever form they ask. */
export function mentionsOfSection(model: WorkspaceModel, place: DeclaredPlace): SectionMentions[] {
  const byAgent = new Map<AgentDocument, { readonly project: Project; readonly spans: Span[] }>();
  for (const project of model.projectsOfFile(place.uri)) {
    for (const required of project.required.places) {
      if (!isNamed(place, required)) continue;
      // Of several places of one name the first is the one that counts.
      if (answerTo(project, required).places.find((one) => isNamed(one, required)) !== place) continue;
      for (const { agent, spans } of readersOf(model, required)) {
        if (!project.agents.has(agent.uri)) continue;
        const words = spans.map((span) => withoutNumbering(agent.text, span));
        const known = byAgent.get(agent);
        if (known === undefined) byAgent.set(agent, { project, spans: words });
        else known.spans.push(...words);
      }
    }
  }
  return [...byAgent].map(([agent, { project, spans }]) => ({
    agent,
    project,
    spans: spans.toSorted((a, b) => a.start - b.start),
  }));
}

/** A label's words without the number before them. */
export function withoutNumbering(text: string, { start, end }: Span): Span {
  const numbering = /^\s*(?:section\s+)?(?:\d+(?:\.\d+)*[.):]?\s+)?/i.exec(text.slice(start, end))![0].length;
  return { start: start + numbering, end };
}
