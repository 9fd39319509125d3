/** Which agent of a project reads what of its document, and how that is answered: the data behind every report. */
import { exportedSize } from '../../adapt/exportAgent.ts';
import type { AdaptedProfile, AppliedRequirement } from '../../adapt/profileTypes.ts';
import type { AgentDocument } from '../../analysis/agentDocument.ts';
import type { Project } from '../../analysis/project.ts';
import { placeKey } from '../../analysis/requirementTable.ts';
import { templatePlaceName } from '../../catalogue/template.ts';
import type { AnswerStatus, DeclaredPlace, DeclaredValue } from '../../project/factTypes.ts';
import { adapted } from '../adapted/agentProfiles.ts';
import { type CoverageGap, gapsOf } from './coverageGaps.ts';

export interface Coverage {
  readonly project: { readonly uri: string; readonly name: string };
  /** The file that missing sections belong to; absent where the project has no document. */
  readonly documentUri: string | undefined;
  /** What any agent reads: the template's places in its order, then the others by label. */
  readonly sections: readonly CoverageSection[];
  /** The agents that read something, by name. */
  readonly agents: readonly AgentCoverage[];
  /** Those that load and read nothing. */
  readonly readingNothing: readonly Place[];
  /** Those that Claude Code skips. */
  readonly skipped: readonly Place[];
  /** What is to be done, the worst first. */
  readonly gaps: readonly CoverageGap[];
}

/** A place in a file; `line` from 0. */
export interface Place {
  readonly uri: string;
  readonly line: number;
  readonly name: string;
}

export interface CoverageSection {
  readonly key: string;
  readonly label: string;
  readonly status: AnswerStatus;
  /** Where the project document answers it. */
  readonly answeredAt: Place | undefined;
  /** Of one that is answered in part: what is not filled in, by its label. */
  readonly openParts: readonly Place[];
}

export interface AgentCoverage extends Place {
  /** One for each of `Coverage.sections`; `undefined` where the agent does not read it. */
  readonly cells: readonly (CoverageCell | undefined)[];
  /** Of the agent and of what would be exported of it. */
  readonly lines: AdaptedProfile['lines'];
  readonly tokens: AdaptedProfile['tokens'];
  /** Declared, but unknown to the agent. */
  readonly unknown: readonly string[];
  readonly knownOnlyThrough: readonly { readonly text: string; readonly through: string }[];
}

export interface CoverageCell {
  readonly status: AnswerStatus;
  /** What the project document declares there. */
  readonly declared: readonly string[];
  /** How many of the agent's entries under it stay, and how many there are. */
  readonly kept: number;
  readonly entries: number;
  /** The agent's line that reads it. */
  readonly readAt: Place;
}

/**
 * @param name of the project, for people
 * @param agents all that count for the project, in any order
 */
export function coverageOf(project: Project, name: string, agents: readonly AgentDocument[]): Coverage {
  const byName = [...agents].sort((a, b) => compare(a.name, b.name) || compare(a.uri, b.uri));
  const loading = byName.filter((agent) => agent.file.verdict.loads);
  const readers = loading.filter((agent) => agent.requirements.some(({ label }) => label !== null));
  const sections = project.required.places
    .filter((place) => place.readers.some(({ uri }) => readers.some((agent) => agent.uri === uri)))
    .map((place) => sectionOf(project, place));
  const profilesOf = readers.map((agent) => adapted(agent, project.facts));
  const rows = readers.map((agent, index) => rowOf(agent, profilesOf[index]!, sections));
  const unknown = profilesOf.flatMap(({ gaps }) => gaps.map(({ value }) => value));
  return {
    project: { uri: project.root, name },
    documentUri: project.mainFile?.uri,
    sections,
    agents: rows,
    readingNothing: loading.filter((agent) => !readers.includes(agent)).map(placeOf),
    skipped: byName.filter((agent) => !agent.file.verdict.loads && agent.file.meansToBeAgent).map(placeOf),
    gaps: gapsOf({
      sections,
      agents: rows,
      document: documentOf(project),
      unknownAt: placesOf(project, unknown),
    }),
  };
}

function sectionOf(
  project: Project,
  { label, place }: Project['required']['places'][number],
): CoverageSection {
  const { facts } = project;
  const answer = place === undefined ? facts.resolve(label) : facts.resolvePlace(place);
  const first = answer.places[0];
  const parts = answer.status === 'partial' ? answer.places.flatMap(openPartsOf) : [];
  return {
    key: placeKey(label, place),
    label: place === undefined ? label : templatePlaceName(place),
    status: answer.status,
    answeredAt: first && placeIn(project, first.uri, first.labelSpan.start, first.label),
    openParts: parts.flatMap((part) => placeIn(project, part.uri, part.labelSpan.start, part.label) ?? []),
  };
}

/** The innermost labels that wait for an answer, or for the rest of one. */
function openPartsOf(place: DeclaredPlace): DeclaredPlace[] {
  const inside = place.children.flatMap(openPartsOf);
  if (inside.length > 0) return inside;
  return place.status === 'unfilled' || place.status === 'partial' ? [place] : [];
}

function documentOf({ mainFile }: Project): Place | undefined {
  return mainFile === undefined ? undefined : { uri: mainFile.uri, line: 0, name: '' };
}

/** Where values are declared, by their text; the first place of each. */
function placesOf(project: Project, values: readonly DeclaredValue[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const { uri, span, text } of values) {
    const name = oneLine(text);
    const place = places.has(name) ? undefined : placeIn(project, uri, span.start, name);
    if (place !== undefined) places.set(name, place);
  }
  return places;
}

function placeIn({ sources }: Project, uri: string, offset: number, name: string): Place | undefined {
  const file = sources.find((source) => source.uri === uri);
  return file && { uri, line: file.positions.positionAt(offset).line, name };
}

function rowOf(
  agent: AgentDocument,
  profile: AdaptedProfile,
  sections: readonly CoverageSection[],
): AgentCoverage {
  const byKey = new Map<string, AppliedRequirement>();
  for (const applied of profile.requirements) {
    const { label, place } = applied.requirement;
    const key = label === null ? undefined : placeKey(label, place);
    if (key !== undefined && !byKey.has(key)) byKey.set(key, applied);
  }
  return {
    ...placeOf(agent),
    cells: sections.map(({ key }) => {
      const applied = byKey.get(key);
      return applied === undefined ? undefined : cellOf(agent, applied);
    }),
    ...exportedSize(agent, profile),
    unknown: distinct(profile.gaps.map(({ value }) => value.text)),
    knownOnlyThrough: profile.knownOnlyThrough.map(({ value, through }) => ({
      text: oneLine(value.text),
      through,
    })),
  };
}

function cellOf(agent: AgentDocument, applied: AppliedRequirement): CoverageCell {
  const { requirement, status, declared, vocabulary } = applied;
  const entries = vocabulary.filter(({ key }) => key.kind === 'entry');
  return {
    status,
    declared: distinct(declared.map(({ value }) => value.text)),
    kept: entries.filter(({ applies }) => applies).length,
    entries: entries.length,
    readAt: {
      uri: agent.uri,
      line: agent.positions.positionAt(agent.bodyStart + requirement.labelSpan.start).line,
      name: agent.name,
    },
  };
}

function placeOf({ uri, name }: AgentDocument): Place {
  return { uri, line: 0, name };
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.map(oneLine))].filter((text) => text !== '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
