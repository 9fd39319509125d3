/** What a cursor is on, as far as the project document is concerned. */
import type { AgentDocument } from '../../analysis/agentDocument.ts';
import type { Project } from '../../analysis/project.ts';
import type { ProjectFile } from '../../analysis/projectFile.ts';
import { placeKey } from '../../analysis/requirementTable.ts';
import type { WorkspaceModel } from '../../analysis/workspaceModel.ts';
import { declarationsOf } from '../../project/declarations/declarations.ts';
import type { DeclaredPlace, DeclaredValue } from '../../project/factTypes.ts';
import type { Requirement } from '../../requirements/requirementTypes.ts';
import type { RequiredPlace } from '../../rules/projectSubject.ts';
import type { Position } from '../../text/lineIndex.ts';
import { shifted, type Span } from '../../text/span.ts';

/** Spans are UTF-16 offsets in the document that was asked about. */
export type ProjectDocumentSubject =
  | {
      readonly kind: 'section';
      readonly project: Project;
      readonly file: ProjectFile;
      readonly place: DeclaredPlace;
      readonly span: Span;
    }
  | {
      readonly kind: 'value';
      readonly project: Project;
      readonly file: ProjectFile;
      readonly value: DeclaredValue;
      readonly span: Span;
    }
  | {
      readonly kind: 'reference';
      readonly project: Project;
      readonly agent: AgentDocument;
      readonly requirement: Requirement & { readonly label: string };
      readonly required: RequiredPlace;
      readonly span: Span;
    };

/** A section's label or a declared value in a project document; an agent's mention of a section. */
export function subjectAt(
  model: WorkspaceModel,
  uri: string,
  at: Position,
): ProjectDocumentSubject | undefined {
  const agent = model.agent(uri);
  if (agent !== undefined) return referenceAt(model, agent, at);
  const file = model.projectFile(uri);
  const project = model.projectOfFile(uri);
  if (file === undefined || project === undefined) return undefined;
  const offset = file.positions.offsetAt(at);
  const place = placeAt(declarationsOf(file), offset);
  if (place !== undefined) return { kind: 'section', project, file, place, span: place.labelSpan };
  // An item may stand in a longer value that names something as well.
  const value = project.facts.pool
    .filter((one) => one.uri === uri && isNamed(one) && holds(one.span, offset))
    .toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
  return value === undefined ? undefined : { kind: 'value', project, file, value, span: value.span };
}

function referenceAt(
  model: WorkspaceModel,
  agent: AgentDocument,
  at: Position,
): ProjectDocumentSubject | undefined {
  const offset = agent.positions.offsetAt(at);
  const project = model.projectOfAgent(agent.uri);
  if (offset < agent.bodyStart || project === undefined) return undefined;
  for (const requirement of agent.requirements) {
    const { label, place } = requirement;
    if (label === null) continue;
    const span = [requirement.labelSpan, ...requirement.alsoAt]
      .map((one) => shifted(one, agent.bodyStart))
      .find((one) => holds(one, offset));
    if (span === undefined) continue;
    const key = placeKey(label, place);
    const required = project.required.places.find((one) => placeKey(one.label, one.place) === key);
    if (required === undefined) return undefined;
    return { kind: 'reference', project, agent, requirement: { ...requirement, label }, required, span };
  }
  return undefined;
}

/** The innermost place whose label holds an offset. */
function placeAt(places: readonly DeclaredPlace[], offset: number): DeclaredPlace | undefined {
  for (const place of places) {
    if (place.labelSpan.start < place.labelSpan.end && holds(place.labelSpan, offset)) return place;
    if (!holds(place.valueSpan, offset)) continue;
    const inside = placeAt(place.children, offset);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function isNamed({ technology, domain }: DeclaredValue): boolean {
  return technology !== undefined || domain !== undefined;
}

/** Ends count, so that a cursor behind the last letter is on the name. */
function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
