/** From an agent's mention of a section to the section, and back. */
import type { Location } from 'vscode-languageserver-types';
import type { Project } from '../../analysis/project.ts';
import { placeKey } from '../../analysis/requirementTable.ts';
import type { WorkspaceModel } from '../../analysis/workspaceModel.ts';
import { declarationsOf } from '../../project/declarations/declarations.ts';
import type { DeclaredPlace } from '../../project/factTypes.ts';
import type { RequiredPlace } from '../../rules/projectSubject.ts';
import type { Position, PositionMap } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import { answerTo, readersOf, requiredOf, requiredUnder } from './readers.ts';
import { subjectAt } from './subjectAt.ts';

/** Where the section that an agent mentions at a place stands; `undefined` for other places. */
export function sectionDefinition(model: WorkspaceModel, uri: string, at: Position): Location | undefined {
  const subject = subjectAt(model, uri, at);
  if (subject?.kind !== 'reference') return undefined;
  const [place] = answerTo(subject.project, subject.required).places;
  return place === undefined ? undefined : locationOf(subject.project, place);
}

/** Every mention of the section that is named at a place; `undefined` where none is that anybody reads. */
export function sectionReferences(
  model: WorkspaceModel,
  uri: string,
  at: Position,
  withDefinition: boolean,
): Location[] | undefined {
  const subject = subjectAt(model, uri, at);
  if (subject === undefined || subject.kind === 'value') return undefined;
  const { project } = subject;
  const places = subject.kind === 'reference' ? answerTo(project, subject.required).places : [subject.place];
  const required =
    subject.kind === 'reference'
      ? likeIt(model, subject.required, places[0])
      : requiredUnder(model, subject.place);
  if (required.length === 0) return undefined;
  return [
    ...(withDefinition ? places.flatMap((place) => locationOf(project, place) ?? []) : []),
    ...mentionsOf(model, required),
  ];
}

/** What an agent asks for, and what agents of other projects that share the document ask for by that name. */
function likeIt(
  model: WorkspaceModel,
  required: RequiredPlace,
  place: DeclaredPlace | undefined,
): readonly RequiredPlace[] {
  if (place === undefined) return [required];
  const key = placeKey(required.label, required.place);
  return requiredOf(model, place).filter((one) => placeKey(one.label, one.place) === key);
}

/** The agents' mentions of the section that begins on a line of a project document; none where nobody reads one. */
export function readersOnLine(model: WorkspaceModel, uri: string, line: number): Location[] {
  const file = model.projectFile(uri);
  if (file === undefined) return [];
  const begins = ({ labelSpan }: DeclaredPlace): boolean =>
    labelSpan.start < labelSpan.end && file.positions.positionAt(labelSpan.start).line === line;
  const place = allPlaces(declarationsOf(file)).find(begins);
  return place === undefined ? [] : mentionsOf(model, requiredUnder(model, place));
}

function allPlaces(places: readonly DeclaredPlace[]): DeclaredPlace[] {
  return places.flatMap((place) => [place, ...allPlaces(place.children)]);
}

/** The mentions of required places in all agents that read them, each once: a user's agent reads in every project. */
function mentionsOf(model: WorkspaceModel, required: readonly RequiredPlace[]): Location[] {
  const mentions = new Map<string, Location>();
  for (const { agent, spans } of required.flatMap((one) => readersOf(model, one))) {
    for (const span of spans)
      mentions.set(`${span.start} ${agent.uri}`, location(agent.uri, agent.positions, span));
  }
  return [...mentions.values()];
}

function locationOf(project: Project, { uri, labelSpan }: DeclaredPlace): Location | undefined {
  const file = project.sources.find((source) => source.uri === uri);
  return file === undefined ? undefined : location(uri, file.positions, labelSpan);
}

function location(uri: string, positions: PositionMap, span: Span): Location {
  return { uri, range: { start: positions.positionAt(span.start), end: positions.positionAt(span.end) } };
}
