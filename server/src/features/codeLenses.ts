import * as l10n from '@vscode/l10n';
import type { CodeLens, Command } from 'vscode-languageserver-types';
import type { AdaptedProfile } from '../adapt/profileTypes.ts';
import type { ExportSubject } from '../rules/subjects.ts';
import type { Position } from '../text/lineIndex.ts';
import { baseName } from '../workspace/uris.ts';
import { type AgentRequirementState, isAnswer } from './requirementStates/states.ts';
import { agentStateText } from './requirementStates/words.ts';

/** The client's commands that lenses name. */
export interface LensCommands {
  /** Opens the preview of an agent, at a line of it. */
  readonly preview: string;
  /** Adds or fills in a section of the project document. */
  readonly answer: string;
  /** Makes the project document. */
  readonly create: string;
  /** Lists the agents that read a section. */
  readonly readers: string;
  /** Brings an exported agent up to date, after a diff and a question. */
  readonly update: string;
}

/** What an agent's lenses are made of. */
export interface LensSubject {
  readonly agentUri: string;
  readonly requirements: readonly AgentRequirementState[];
  readonly profile: AdaptedProfile;
  /**
   * Whose the agent is. Of the project's own it is said what the document lacks; one of the user's is made for other
   * projects as well, and one of a plugin for none in particular.
   */
  readonly belongsTo: 'project' | 'user' | 'nobody';
  /** The project document's name; absent where there is none. */
  readonly documentName: string | undefined;
}

/**
 * Above an agent that reads the project document: how much of that is answered, and the way to the preview; over each
 * part that it reads: what of the agent applies there, or that the document does not say.
 */
export function agentLenses(subject: LensSubject, commands: LensCommands): CodeLens[] {
  const { requirements, belongsTo, documentName } = subject;
  if (requirements.length === 0) return [];
  const top = topLens(subject, commands);
  if (belongsTo === 'project' && documentName === undefined) return [top, createLens(subject, commands)];
  const shown = requirements.filter(
    ({ status }) => belongsTo === 'project' || (belongsTo === 'user' && isAnswer(status)),
  );
  return [top, ...shown.map((state) => requirementLens(state, subject, commands))];
}

function topLens({ agentUri, requirements, belongsTo }: LensSubject, { preview }: LensCommands): CodeLens {
  const answered = requirements.filter(({ status }) => isAnswer(status)).length;
  const title =
    belongsTo === 'project'
      ? l10n.t('Preview Adapted Profile ({0} of {1} sections answered)', answered, requirements.length)
      : l10n.t('Preview Adapted Profile');
  return lens(top, { title, command: preview, arguments: [agentUri] });
}

function createLens({ agentUri }: LensSubject, { create }: LensCommands): CodeLens {
  const title = l10n.t('This project has no CLAUDE.md: create it');
  return lens(top, { title, command: create, arguments: [agentUri] });
}

function requirementLens(
  state: AgentRequirementState,
  subject: LensSubject,
  { preview, answer }: LensCommands,
): CodeLens {
  const { label, status, readAt } = state;
  const { agentUri, profile } = subject;
  const { start } = readAt.range;
  if (!isAnswer(status)) {
    const target = { uri: agentUri, label };
    return lens(start, { title: openTitle(state, subject), command: answer, arguments: [target] });
  }
  const { line } = start;
  const profileLine = profile.provenance.findIndex(
    ({ source }) => source?.uri === agentUri && source.line === line,
  );
  const target = { uri: agentUri, line, ...(profileLine < 0 ? {} : { profileLine }) };
  return lens(start, { title: agentStateText(state), command: preview, arguments: [target] });
}

function openTitle(
  { label, status, detected, answeredAt }: AgentRequirementState,
  { documentName }: LensSubject,
): string {
  if (status === 'missing') {
    return detected === undefined
      ? l10n.t('“{0}” is missing in {1}: add it', label, documentName ?? '')
      : l10n.t('“{0}” is missing in {1}: add {2}, as detected', label, documentName ?? '', detected);
  }
  // It may wait for its answer in a file that the document imports.
  const file = answeredAt === undefined ? (documentName ?? '') : baseName(answeredAt.uri);
  return detected === undefined
    ? l10n.t('“{0}” is not filled in in {1}: fill it in', label, file)
    : l10n.t('“{0}” is not filled in in {1}: fill in {2}, as detected', label, file, detected);
}

/** Over the comment that says where an exported agent came from: what has changed since, and the way to the update. */
export function updateLens(
  agentUri: string,
  at: Position,
  subject: ExportSubject,
  { update }: LensCommands,
): CodeLens {
  const { sourceName, documentName, sourceChanged, projectChanged } = subject;
  const title =
    sourceName !== undefined && sourceChanged && projectChanged
      ? l10n.t('{0} and {1} have changed since the export: update', sourceName, documentName)
      : l10n.t(
          '{0} has changed since the export: update',
          (sourceChanged ? sourceName : undefined) ?? documentName,
        );
  return lens({ line: at.line, character: 0 }, { title, command: update, arguments: [agentUri] });
}

const top: Position = { line: 0, character: 0 };

function lens(at: Position, command: Command): CodeLens {
  return { range: { start: at, end: at }, command };
}
