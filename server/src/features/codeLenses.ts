import * as l10n from '@vscode/l10n';
import type { CodeLens } from 'vscode-languageserver-types';

/** What an agent's lens is made of. */
export interface LensSubject {
  readonly agentUri: string;
  /** How many parts of the project document the agent reads, and how many of them have an answer. */
  readonly read: number;
  readonly answered: number;
  /** The client's command that opens the preview; takes the agent's URI. */
  readonly previewCommand: string;
}

/** One lens above an agent that reads the project document: how much of it is answered, and the way to the preview. */
export function agentLenses(subject: LensSubject): CodeLens[] {
  if (subject.read === 0) return [];
  const top = { line: 0, character: 0 };
  return [
    {
      range: { start: top, end: top },
      command: {
        title: l10n.t(
          'Preview Adapted Profile ({0} of {1} sections answered)',
          subject.answered,
          subject.read,
        ),
        command: subject.previewCommand,
        arguments: [subject.agentUri],
      },
    },
  ];
}
