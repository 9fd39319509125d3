/** Renaming a section of the project document together with the references of the project's agents. */
import * as l10n from '@vscode/l10n';
import type { TextEdit as LspEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Project } from '../../analysis/project.ts';
import type { WorkspaceModel } from '../../analysis/workspaceModel.ts';
import type { DeclaredPlace } from '../../project/factTypes.ts';
import type { Position, PositionMap } from '../../text/lineIndex.ts';
import { slice, type Span } from '../../text/span.ts';
import { baseName } from '../../workspace/uris.ts';
import type { Refusal, RenameTarget } from '../navigation/rename.ts';
import { answerTo, isNamed, requiredOf } from './readers.ts';
import { type LostReference, lostReferences } from './renameTrial.ts';
import { mentionsOfSection, withoutNumbering } from './sectionMentions.ts';
import { type ProjectDocumentSubject, subjectAt } from './subjectAt.ts';

/** The label that would be renamed at a place; `undefined` where no agent reads a section of that name. */
export function sectionRenameTarget(
  model: WorkspaceModel,
  uri: string,
  at: Position,
): RenameTarget | Refusal | undefined {
  const subject = subjectAt(model, uri, at);
  if (subject === undefined || subject.kind === 'value') return undefined;
  const place = placeOf(subject);
  if (place === undefined) return undefined;
  if (subject.kind === 'reference') {
    const { uri: agentUri, positions, text } = subject.agent;
    const words = withoutNumbering(text, subject.span);
    const isMention = mentionsOfSection(model, place).some(
      ({ agent, spans }) => agent.uri === agentUri && spans.some(({ start }) => start === words.start),
    );
    return isMention ? { range: rangeOf(positions, words), placeholder: slice(text, words) } : undefined;
  }
  if (!isRead(model, place)) return undefined;
  const words = wordsOf(subject.file.text, place);
  return { range: rangeOf(subject.file.positions, words), placeholder: slice(subject.file.text, words) };
}

/**
 * The edit that gives the section at a place another name, in the document and wherever the project's own agents ask
 * for it, in quotes or without; a refusal where one of them would not find it any more.
 * @param documentChanges the client takes edits with the document's version
 */
export function sectionRename(
  model: WorkspaceModel,
  uri: string,
  at: Position,
  name: string,
  documentChanges: boolean,
): WorkspaceEdit | Refusal | undefined {
  const subject = subjectAt(model, uri, at);
  if (subject === undefined || subject.kind === 'value') return undefined;
  const place = placeOf(subject);
  const { project } = subject;
  if (place === undefined || !isRead(model, place)) return undefined;
  const newName = name.trim();
  const refusal = whyNot(newName, place, project);
  if (refusal !== undefined) return { refusal };
  const changes = new Map<string, LspEdit[]>();
  const change = (of: string, positions: PositionMap, span: Span): void => {
    const edits = changes.get(of) ?? [];
    edits.push({ range: rangeOf(positions, span), newText: newName });
    changes.set(of, edits);
  };
  const file = project.sources.find((source) => source.uri === place.uri);
  if (file === undefined) return undefined;
  const words = wordsOf(file.text, place);
  change(file.uri, file.positions, words);
  const mentions = mentionsOfSection(model, place);
  const [lost] = lostReferences(place, words, newName, mentions);
  if (lost !== undefined) return { refusal: whyLost(lost, newName) };
  for (const { agent, spans } of mentions) {
    for (const span of spans) change(agent.uri, agent.positions, span);
  }
  if (!documentChanges) return { changes: Object.fromEntries(changes) };
  return {
    documentChanges: [...changes].map(([changed, edits]) => ({
      textDocument: { uri: changed, version: model.versionOf(changed) ?? null },
      edits,
    })),
  };
}

/** The section that goes by the name; one that merely stands in for it keeps its own. */
function placeOf(
  subject: Exclude<ProjectDocumentSubject, { readonly kind: 'value' }>,
): DeclaredPlace | undefined {
  if (subject.kind === 'section') return subject.place;
  const { project, required } = subject;
  return answerTo(project, required).places.find((place) => isNamed(place, required));
}

/** Whether an agent reads the place, of any project whose document it is in. */
function isRead(model: WorkspaceModel, place: DeclaredPlace): boolean {
  return requiredOf(model, place).length > 0;
}

function whyLost({ agent, span }: LostReference, newName: string): string {
  return l10n.t(
    'The reference to “{0}” in the agent “{1}” would not lead to “{2}”: without quotes only names of the template do. Choose another name, or write **"{0}"** there first.',
    slice(agent.text, span),
    agent.name,
    newName,
  );
}

function whyNot(name: string, place: DeclaredPlace, project: Project): string | undefined {
  if (name === '') return l10n.t('A section needs a name.');
  if (/[\r\n"“”„`*:#|[\]]/.test(name) || name.length > 100) {
    return l10n.t('A section’s name cannot contain quotes, “*”, “:”, “#”, “|”, brackets or line ends.');
  }
  const others = project.facts.resolve(name).places.filter((other) => isAnother(other, place));
  return others[0] === undefined
    ? undefined
    : l10n.t('{0} has a section “{1}” already.', baseName(others[0].uri), others[0].label);
}

/** A place of another name; one of the same name is renamed apart from it, as its author may want. */
function isAnother(other: DeclaredPlace, place: DeclaredPlace): boolean {
  return other !== place && other.label !== place.label;
}

/** The label's words, without the numbering before them. */
function wordsOf(text: string, { label, labelSpan }: DeclaredPlace): Span {
  const written = slice(text, labelSpan);
  const at = written.indexOf(label);
  if (at >= 0) return { start: labelSpan.start + at, end: labelSpan.start + at + label.length };
  return withoutNumbering(text, labelSpan);
}

function rangeOf(positions: PositionMap, span: Span): RenameTarget['range'] {
  return { start: positions.positionAt(span.start), end: positions.positionAt(span.end) };
}
