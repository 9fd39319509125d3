/** From an agent's mention of a section to the section, and back. */
import type { Location } from 'vscode-languageserver-types';
import type { Project } from '../../analysis/project.ts';
import type { WorkspaceModel } from '../../analysis/workspaceModel.ts';
import type { DeclaredPlace } from '../../project/factTypes.ts';
import type { RequiredPlace } from '../../rules/projectSubject.ts';
import type { Position, PositionMap } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import { answerTo, readersOf, requiredUnder } from './readers.ts';
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
  const required = subject.kind === 'reference' ? [subject.required] : requiredUnder(project, subject.place);
  if (required.length === 0) return undefined;
  const places = subject.kind === 'reference' ? answerTo(project, subject.required).places : [subject.place];
  return [
    ...(withDefinition ? places.flatMap((place) => locationOf(project, place) ?? []) : []),
    ...mentionsOf(model, required),
  ];
}

/** The mentions of required places in all agents that read them. */
function mentionsOf(model: WorkspaceModel, required: readonly RequiredPlace[]): Location[] {
  return required.flatMap((one) =>
    readersOf(model, one).flatMap(({ agent, spans }) =>
      spans.map((span) => location(agent.uri, agent.positions, span)),
    ),
  );
}

function locationOf(project: Project, { uri, labelSpan }: DeclaredPlace): Location | undefined {
  const file = project.sources.find((source) => source.uri === uri);
  return file === undefined ? undefined : location(uri, file.positions, labelSpan);
}

function location(uri: string, positions: PositionMap, span: Span): Location {
  return { uri, range: { start: positions.positionAt(span.start), end: positions.positionAt(span.end) } };
}
