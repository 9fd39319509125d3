/** What is read of a project document, and how it stands: the data behind the tree, the status and the lenses. */
import type { AppliedRequirement, AdaptedProfile } from '../../adapt/profileTypes.ts';
import type { AgentDocument } from '../../analysis/agentDocument.ts';
import type { Project } from '../../analysis/project.ts';
import { placeKey } from '../../analysis/requirementTable.ts';
import { type TemplatePlace, templatePlaceName } from '../../catalogue/template.ts';
import type { Detected } from '../../project/detect/detect.ts';
import { detectedValue } from '../../project/prefill.ts';
import type { ProjectFacts } from '../../project/facts.ts';
import type { AnswerStatus, DeclaredPlace, Resolution } from '../../project/factTypes.ts';
import type { Requirement } from '../../requirements/requirementTypes.ts';
import type { RequiredPlace } from '../../rules/projectSubject.ts';
import type { Position, PositionMap } from '../../text/lineIndex.ts';
import { slice, type Span } from '../../text/span.ts';
import { rangeInAgent } from '../adapted/agentLines.ts';

/** A place in a file, as LSP counts. */
export interface FileRange {
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

/** A part of a project document that somebody reads. */
export interface RequirementState {
  readonly label: string;
  readonly place: TemplatePlace | undefined;
  readonly status: AnswerStatus;
  /** What is declared there, each text once. */
  readonly declared: readonly string[];
  /** Where the document answers it; where it waits for an answer, the text to type over. */
  readonly answeredAt: FileRange | undefined;
  /** What the manifests show for one that is not answered. */
  readonly detected: string | undefined;
}

/** One that an agent reads. */
export interface AgentRequirementState extends RequirementState {
  /** The first quoted mention, else the first. */
  readonly readAt: FileRange;
  /** What the agent knows there. */
  readonly applied: AppliedRequirement;
}

/** One that a project's document must answer, with who reads it: nobody where only the template asks. */
export interface ProjectRequirementState extends RequirementState {
  readonly readers: readonly { readonly name: string; readonly readAt: FileRange }[];
}

/** Whether nothing more needs to be said of it. */
export function isAnswer(status: AnswerStatus): boolean {
  return status === 'met' || status === 'partial' || status === 'none';
}

/** How many different parts an agent reads, and how many of them are answered. */
export function countAnswers(
  { requirements }: AgentDocument,
  facts: ProjectFacts,
): { readonly read: number; readonly answered: number } {
  const named = distinct(requirements, (requirement) => requirement);
  const answered = named.filter((requirement) => isAnswer(resolutionOf(requirement, facts).status));
  return { read: named.length, answered: answered.length };
}

/** What an agent reads, in its own order, each part once. */
export function agentRequirementStates(
  agent: AgentDocument,
  profile: AdaptedProfile,
  facts: ProjectFacts,
  project: Project | undefined,
  detected: Detected,
): AgentRequirementState[] {
  return distinct(profile.requirements, ({ requirement }) => requirement).map((applied) => {
    const { label, place, labelSpan } = applied.requirement;
    return {
      ...stateOf(label!, place, resolutionOf(applied.requirement, facts), project, detected),
      readAt: { uri: agent.uri, range: rangeInAgent(agent, labelSpan) },
      applied,
    };
  });
}

/** What a project's document must answer, in the template's order. */
export function projectRequirementStates(
  project: Project,
  required: readonly RequiredPlace[],
  detected: Detected,
): ProjectRequirementState[] {
  return required.map(({ label, place, readers }) => ({
    ...stateOf(label, place, resolutionOf({ label, place }, project.facts), project, detected),
    readers: readers.map(({ uri, name, line, character, length }) => ({
      name,
      readAt: {
        uri,
        range: { start: { line, character }, end: { line, character: character + length } },
      },
    })),
  }));
}

/** Where a requirement leads; one without a name leads nowhere. */
export function resolutionOf(
  { label, place }: Pick<Requirement, 'label' | 'place'>,
  facts: ProjectFacts,
): Resolution {
  return place === undefined ? facts.resolve(label ?? '') : facts.resolvePlace(place);
}

/** Where a place stands; where it waits for an answer, the text to type over. */
export function rangeOfPlace(place: DeclaredPlace, project: Project): FileRange | undefined {
  const file = project.sources.find(({ uri }) => uri === place.uri);
  if (file === undefined) return undefined;
  const open = openPlaceIn(place);
  const value = slice(file.text, open.valueSpan);
  const hasText = open.kind !== 'heading' && value.trim() !== '';
  if (place.status !== 'unfilled') {
    return { uri: file.uri, range: rangeOf(file.positions, place.labelSpan) };
  }
  const lead = value.length - value.trimStart().length;
  const start = open.valueSpan.start + lead;
  const span = hasText ? { start, end: start + value.trim().length } : atEndOf(open.labelSpan);
  return { uri: file.uri, range: rangeOf(file.positions, span) };
}

function stateOf(
  label: string,
  place: TemplatePlace | undefined,
  { status, places, values }: Resolution,
  project: Project | undefined,
  detected: Detected,
): RequirementState {
  const name = place === undefined ? label : templatePlaceName(place);
  const first = places[0];
  return {
    label: name,
    place,
    status,
    declared: [...new Set(values.map(({ text }) => text.replace(/\s+/g, ' ').trim()))].filter(
      (text) => text !== '',
    ),
    answeredAt: first === undefined || project === undefined ? undefined : rangeOfPlace(first, project),
    detected: isAnswer(status) ? undefined : detectedValue(detected, name),
  };
}

/** The label under a place that still waits for its answer. */
function openPlaceIn(place: DeclaredPlace): DeclaredPlace {
  const open = place.children.find(({ status }) => status === 'unfilled');
  return open === undefined ? place : openPlaceIn(open);
}

/** Each named part once, the first mention of it. */
function distinct<T>(items: readonly T[], requirementOf: (item: T) => Requirement): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const { label, place } = requirementOf(item);
    if (label === null) return false;
    const key = placeKey(label, place);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function atEndOf({ end }: Span): Span {
  return { start: end, end };
}

function rangeOf(positions: PositionMap, { start, end }: Span): FileRange['range'] {
  return { start: positions.positionAt(start), end: positions.positionAt(end) };
}
