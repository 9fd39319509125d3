/** What a hover says of a section, of a declared value, and of an agent's mention of a section. */
import * as l10n from '@vscode/l10n';
import type { Hover } from 'vscode-languageserver-types';
import { adaptAgent } from '../../adapt/adaptAgent.ts';
import type { AppliedRequirement } from '../../adapt/profileTypes.ts';
import { relationTo } from '../../adapt/pool.ts';
import type { AgentDocument } from '../../analysis/agentDocument.ts';
import type { Project } from '../../analysis/project.ts';
import type { WorkspaceModel } from '../../analysis/workspaceModel.ts';
import { technologyById } from '../../catalogue/lookup.ts';
import type { DeclaredValue } from '../../project/factTypes.ts';
import type { VocabularyKey } from '../../requirements/requirementTypes.ts';
import type { Position } from '../../text/lineIndex.ts';
import { slice } from '../../text/span.ts';
import { baseName } from '../../workspace/uris.ts';
import { answerTo, readersOf, requiredOf, requiredUnder, type SectionReader } from './readers.ts';
import { type ProjectDocumentSubject, subjectAt } from './subjectAt.ts';

/** `undefined` where there is nothing to say: a section that nobody reads, any other text. */
export function projectDocumentHover(model: WorkspaceModel, uri: string, at: Position): Hover | undefined {
  const subject = subjectAt(model, uri, at);
  if (subject === undefined) return undefined;
  const text = textOf(model, subject);
  if (text === undefined) return undefined;
  const { positions } = subject.kind === 'reference' ? subject.agent : subject.file;
  return {
    contents: { kind: 'markdown', value: text },
    range: {
      start: positions.positionAt(subject.span.start),
      end: positions.positionAt(subject.span.end),
    },
  };
}

function textOf(model: WorkspaceModel, subject: ProjectDocumentSubject): string | undefined {
  if (subject.kind === 'section') return sectionText(model, subject);
  return subject.kind === 'value' ? valueText(model, subject) : referenceText(subject);
}

// --- a section ---

function sectionText(
  model: WorkspaceModel,
  { project, place }: ProjectDocumentSubject & { kind: 'section' },
): string | undefined {
  const own = new Set(requiredOf(project, place));
  const readers = requiredUnder(project, place).flatMap((required) =>
    readersOf(model, required).map((reader) => ({
      ...reader,
      of: own.has(required) ? undefined : required.label,
    })),
  );
  if (readers.length === 0) return undefined;
  const agents = new Set(readers.map(({ agent }) => agent.uri)).size;
  const head =
    agents === 1
      ? l10n.t('**{0}** is read by one agent:', escaped(place.label))
      : l10n.t('**{0}** is read by {1} agents:', escaped(place.label), agents);
  return [head, bullets(readers.map(readerLine))].join('\n\n');
}

/** @param of the label under the section that the agent reads, where it is not the section itself */
function readerLine({ agent, requirement, spans, of }: SectionReader & { of: string | undefined }): string {
  const name = agentLink(agent, spans[0]!.start);
  const entries = requirement.vocabulary.filter(({ kind }) => kind === 'entry');
  if (of === undefined) {
    return entries.length === 0 ? name : l10n.t('{0} knows here: {1}', name, keyList(entries));
  }
  return entries.length === 0
    ? l10n.t('{0} reads “{1}”', name, escaped(of))
    : l10n.t('{0} reads “{1}” and knows there: {2}', name, escaped(of), keyList(entries));
}

// --- a value ---

function valueText(
  model: WorkspaceModel,
  { project, value }: ProjectDocumentSubject & { kind: 'value' },
): string {
  return [whatItIs(value), ...whatItDecides(model, project, value)].join('\n\n');
}

function whatItIs({ text, technology, domain }: DeclaredValue): string {
  if (domain !== undefined) return `**${escaped(domain.name)}** — ${escaped(domain.brings)}`;
  if (technology === undefined) return `**${escaped(text)}**`;
  const named = (id: string): string => escaped(technologyById(id)?.name ?? id);
  const { runsOn = [], partOf, provider } = technology;
  const relations = [
    ...(runsOn.length === 0 ? [] : [l10n.t('builds on {0}', runsOn.map(named).join(', '))]),
    ...(partOf === undefined ? [] : [l10n.t('part of {0}', named(partOf))]),
    ...(provider === undefined ? [] : [l10n.t('from {0}', named(provider))]),
  ];
  const name = `**${escaped(technology.name)}**`;
  return relations.length === 0 ? name : `${name} — ${relations.join('; ')}`;
}

/** For each agent that reads something: what the value keeps in it, and what goes because of its section. */
function whatItDecides(model: WorkspaceModel, project: Project, value: DeclaredValue): string[] {
  const uris = new Set(project.required.places.flatMap(({ readers }) => readers.map(({ uri }) => uri)));
  const knowing: string[] = [];
  const ignorant: string[] = [];
  for (const uri of [...uris].slice(0, mostAdapted)) {
    const agent = model.agent(uri);
    if (agent === undefined) continue;
    const { requirements, gaps, knownOnlyThrough } = adaptAgent(agent, project.facts);
    const kept = keysOf(requirements, (key) => relationTo(key, value) !== undefined);
    const [first] = kept;
    if (first !== undefined) knowing.push(knowingLine(agent, kept, requirements, value));
    else if (gaps.some((gap) => isSameThing(gap.value, value))) ignorant.push(agentLink(agent, 0));
    const through = knownOnlyThrough.find((one) => isSameThing(one.value, value));
    if (through !== undefined && first === undefined) {
      knowing.push(l10n.t('{0} knows it only through {1}', agentLink(agent, 0), escaped(through.through)));
    }
  }
  return [
    ...(knowing.length === 0 ? [] : [bullets(knowing)]),
    ...(ignorant.length === 0
      ? []
      : [l10n.t('Nothing on it: {0}', ignorant.slice(0, mostListed).join(', '))]),
  ];
}

function knowingLine(
  agent: AgentDocument,
  kept: readonly VocabularyKey[],
  requirements: readonly AppliedRequirement[],
  value: DeclaredValue,
): string {
  const first = kept[0]!;
  const words = slice(agent.body.text, first.contentSpan).replace(/\s+/g, ' ').trim();
  const link = agentLink(agent, agent.bodyStart + first.keySpan.start);
  const line =
    words === ''
      ? l10n.t('{0} keeps {1}', link, keyList(kept))
      : l10n.t('{0} keeps {1}: {2}', link, keyList(kept), escaped(shortened(words)));
  const own = requirements.filter(({ declared }) => declared.some((one) => one.value === value));
  const dropped = own.flatMap(({ vocabulary }) =>
    vocabulary.filter(({ applies, key }) => !applies && key.kind === 'entry').map(({ key }) => key),
  );
  return dropped.length === 0 ? line : `${line} ${l10n.t('(it drops {0})', keyList(dropped))}`;
}

function keysOf(
  requirements: readonly AppliedRequirement[],
  isWanted: (key: VocabularyKey) => boolean,
): VocabularyKey[] {
  const keys = requirements.flatMap(({ requirement }) => requirement.vocabulary);
  return [...new Set(keys)].filter((key) => key.kind === 'entry' && isWanted(key));
}

function isSameThing(a: DeclaredValue, b: DeclaredValue): boolean {
  return a.technology?.id === b.technology?.id && a.domain?.id === b.domain?.id;
}

// --- a mention ---

function referenceText({ project, required }: ProjectDocumentSubject & { kind: 'reference' }): string {
  const { status, places, values } = answerTo(project, required);
  const [place] = places;
  const label = escaped(required.label);
  if (place === undefined) return l10n.t('**{0}** — the project document has no such section.', label);
  const file = project.sources.find((source) => source.uri === place.uri);
  const line = file?.positions.positionAt(place.labelSpan.start).line ?? 0;
  const link = `[${escaped(`${baseName(place.uri)}:${line + 1}`)}](${place.uri}#L${line + 1})`;
  if (status === 'unfilled') return l10n.t('**{0}** — not filled in ({1})', label, link);
  if (status === 'none') return l10n.t('**{0}** — none ({1})', label, link);
  const texts = [...new Set(values.map(({ text }) => text))];
  return `**${label}** — ${escaped(shortened(texts.join(', ')))} (${link})`;
}

// --- words ---

/** A hover must stay readable, and quick, with thousands of agents. */
const mostListed = 8;
const mostAdapted = 20;
const mostKeys = 12;
const longestWords = 160;

function bullets(lines: readonly string[]): string {
  const shown = lines.slice(0, mostListed).map((line) => `- ${line}`);
  const rest = lines.length - shown.length;
  return [...shown, ...(rest > 0 ? [`- ${l10n.t('and {0} more', rest)}`] : [])].join('\n');
}

function keyList(keys: readonly VocabularyKey[]): string {
  const shown = keys.slice(0, mostKeys).map(({ key }) => escaped(key));
  return keys.length > shown.length ? `${shown.join(', ')}, …` : shown.join(', ');
}

function agentLink(agent: AgentDocument, offset: number): string {
  const { line } = agent.positions.positionAt(offset);
  return `[${escaped(agent.name)}](${agent.uri}#L${line + 1})`;
}

function shortened(text: string): string {
  return text.length > longestWords ? `${text.slice(0, longestWords)}…` : text;
}

/** A stranger's text as plain words in Markdown. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>()#!|~&]/g, '\\$&');
}
