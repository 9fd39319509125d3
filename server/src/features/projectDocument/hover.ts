/** What a hover says of a section, of a declared value, and of an agent's mention of a section. */
import * as l10n from '@vscode/l10n';
import type { Hover } from 'vscode-languageserver-types';
import type { WorkspaceModel } from '../../analysis/workspaceModel.ts';
import type { Position } from '../../text/lineIndex.ts';
import { baseName } from '../../workspace/uris.ts';
import { agentLink, bullets, escaped, keyList, shortened } from './hoverWords.ts';
import { answerTo, readersOf, requiredOf, requiredUnder, type SectionReader } from './readers.ts';
import { type ProjectDocumentSubject, subjectAt } from './subjectAt.ts';
import { valueText } from './valueHover.ts';

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
  if (subject.kind === 'value') return valueText(model, subject.project, subject.value);
  return referenceText(subject);
}

// --- a section ---

function sectionText(
  model: WorkspaceModel,
  { place }: ProjectDocumentSubject & { kind: 'section' },
): string | undefined {
  const own = new Set(requiredOf(model, place));
  const readers = requiredUnder(model, place).flatMap((required) =>
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
  return [head, bullets([...new Set(readers.map(readerLine))])].join('\n\n');
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
