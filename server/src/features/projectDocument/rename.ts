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
import { answerTo, isNamed, readersOf, requiredOf } from './readers.ts';
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
    if (!quotedSpans(model, subject.project, place).some(({ span }) => span.start === subject.span.start))
      return undefined;
    const { positions, text } = subject.agent;
    return { range: rangeOf(positions, subject.span), placeholder: slice(text, subject.span) };
  }
  if (requiredOf(subject.project, place).length === 0) return undefined;
  const words = wordsOf(subject.file.text, place);
  return { range: rangeOf(subject.file.positions, words), placeholder: slice(subject.file.text, words) };
}

/**
 * The edit that gives the section at a place another name, in the document and wherever the project's own agents
 * quote it.
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
  if (place === undefined || requiredOf(project, place).length === 0) return undefined;
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
  change(file.uri, file.positions, wordsOf(file.text, place));
  for (const { agentUri, positions, span } of quotedSpans(model, project, place)) {
    change(agentUri, positions, span);
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

interface QuotedSpan {
  readonly agentUri: string;
  readonly positions: PositionMap;
  readonly span: Span;
}

/** Where the project's own agents quote the section's name; other phrases mean it, but do not name it. */
function quotedSpans(model: WorkspaceModel, project: Project, place: DeclaredPlace): QuotedSpan[] {
  return requiredOf(project, place)
    .filter((required) => isNamed(place, required))
    .flatMap((required) => readersOf(model, required))
    .filter(({ agent }) => project.agents.has(agent.uri))
    .flatMap(({ agent, spans }) =>
      spans
        .filter(({ start, end }) => isQuoted(agent.text, start, end))
        .map((span) => ({ agentUri: agent.uri, positions: agent.positions, span })),
    );
}

/** `**"X"**` */
function isQuoted(text: string, start: number, end: number): boolean {
  return (
    /["“”„«']\s*$/.test(text.slice(Math.max(0, start - 3), start)) &&
    /^\s*["“”»']/.test(text.slice(end, end + 3))
  );
}

function whyNot(name: string, place: DeclaredPlace, project: Project): string | undefined {
  if (name === '') return l10n.t('A section needs a name.');
  if (/[\r\n"“”„`*:#[\]]/.test(name) || name.length > 100) {
    return l10n.t('A section’s name cannot contain quotes, “*”, “:”, “#”, brackets or line ends.');
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
  const numbering = /^\s*(?:\d+(?:\.\d+)*[.):]?\s+)?/.exec(written)![0].length;
  return { start: labelSpan.start + numbering, end: labelSpan.end };
}

function rangeOf(positions: PositionMap, span: Span): RenameTarget['range'] {
  return { start: positions.positionAt(span.start), end: positions.positionAt(span.end) };
}
