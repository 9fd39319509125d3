/** Who reads what of a project document: the agents' mentions of a section, and the places that they lead to. */
import type { AgentDocument } from '../../analysis/agentDocument.ts';
import type { Project } from '../../analysis/project.ts';
import { placeKey } from '../../analysis/requirementTable.ts';
import type { WorkspaceModel } from '../../analysis/workspaceModel.ts';
import { normalizedName } from '../../catalogue/names.ts';
import { isSamePlace } from '../../catalogue/template.ts';
import type { DeclaredPlace, Resolution } from '../../project/factTypes.ts';
import type { Requirement } from '../../requirements/requirementTypes.ts';
import type { RequiredPlace } from '../../rules/projectSubject.ts';
import { shifted, type Span } from '../../text/span.ts';

/** An agent's requirement for one section, with every place where it is written. */
export interface SectionReader {
  readonly agent: AgentDocument;
  readonly requirement: Requirement;
  /** The labels as written, the first quoted one first; UTF-16 offsets in the agent's file. */
  readonly spans: readonly Span[];
}

/** The agents that read one required place, by name. */
export function readersOf(model: WorkspaceModel, required: RequiredPlace): SectionReader[] {
  const key = placeKey(required.label, required.place);
  return required.readers.flatMap(({ uri }) => {
    const agent = model.agent(uri);
    const requirement = agent?.requirements.find(
      ({ label, place }) => label !== null && placeKey(label, place) === key,
    );
    if (agent === undefined || requirement === undefined) return [];
    const { labelSpan, alsoAt } = requirement;
    return { agent, requirement, spans: [labelSpan, ...alsoAt].map((one) => shifted(one, agent.bodyStart)) };
  });
}

/** What the agents require that one place answers: those of all projects whose document it is in. */
export function requiredOf(model: WorkspaceModel, place: DeclaredPlace): RequiredPlace[] {
  return answeredBy(model, place, new Set([place]));
}

/** The same for a place and the labels under it, those under further headings left out. */
export function requiredUnder(model: WorkspaceModel, place: DeclaredPlace): RequiredPlace[] {
  return answeredBy(model, place, labelsUnder(place));
}

function answeredBy(
  model: WorkspaceModel,
  { uri }: DeclaredPlace,
  places: ReadonlySet<DeclaredPlace>,
): RequiredPlace[] {
  return [...model.projectsOfFile(uri)].flatMap((project) =>
    project.required.places.filter((required) =>
      answerTo(project, required).places.some((one) => places.has(one)),
    ),
  );
}

function labelsUnder(place: DeclaredPlace, into: Set<DeclaredPlace> = new Set()): ReadonlySet<DeclaredPlace> {
  into.add(place);
  for (const child of place.children) if (child.kind !== 'heading') labelsUnder(child, into);
  return into;
}

export function answerTo({ facts }: Project, { label, place }: RequiredPlace): Resolution {
  return place === undefined ? facts.resolve(label) : facts.resolvePlace(place);
}

/** Whether a place goes by the required name itself, and does not merely stand in for it. */
export function isNamed(place: DeclaredPlace, required: RequiredPlace): boolean {
  if (required.place === undefined) return normalizedName(place.label) === normalizedName(required.label);
  return place.template !== undefined && isSamePlace(place.template, required.place);
}
