/** Runs a command so that no failure passes in silence. */
import * as vscode from 'vscode';
import type { CommandId } from './commandIds.ts';
import { addMissingSections } from './commands/addMissingSections.ts';
import { answerSection } from './commands/answerSection.ts';
import { associateAgentFiles } from './commands/associateAgentFiles.ts';
import { exportAdaptedAgent } from './commands/exportAdaptedAgent.ts';
import { createProjectDocument } from './commands/createProjectDocument.ts';
import { goToReference } from './commands/goToReference.ts';
import { insertAgent } from './commands/insertAgent.ts';
import { openAgent } from './commands/openAgent.ts';
import { previewProfile } from './commands/previewProfile.ts';
import { previewRendered } from './commands/previewRendered.ts';
import { restartServer } from './commands/restartServer.ts';
import { revealSection } from './commands/revealSection.ts';
import { showCoverage } from './commands/showCoverage.ts';
import { showLog } from './commands/showLog.ts';
import { showOpenRequirements } from './commands/showOpenRequirements.ts';
import { showReaders } from './commands/showReaders.ts';
import { updateExportedAgent } from './commands/updateExportedAgent.ts';
import { offer } from './offer.ts';
import type { Session } from './session.ts';

/** @param argument what a menu, a lens or the tree hands over: a URI, its text, or a thing with one */
type Command = (session: Session, argument: unknown) => Promise<void>;

const commands: Readonly<Record<CommandId, Command>> = {
  'agentTailor.insertAgent': insertAgent,
  'agentTailor.previewProfile': previewProfile,
  'agentTailor.addMissingSections': addMissingSections,
  'agentTailor.createProjectDocument': createProjectDocument,
  'agentTailor.associateAgentFiles': associateAgentFiles,
  'agentTailor.exportAdaptedAgent': exportAdaptedAgent,
  'agentTailor.updateExportedAgent': updateExportedAgent,
  'agentTailor.showCoverage': showCoverage,
  'agentTailor.showReaders': showReaders,
  'agentTailor.answerSection': answerSection,
  'agentTailor.previewRendered': previewRendered,
  'agentTailor.showOpenRequirements': showOpenRequirements,
  'agentTailor.openAgent': openAgent,
  'agentTailor.revealSection': revealSection,
  'agentTailor.goToReference': goToReference,
  'agentTailor.restartServer': restartServer,
  'agentTailor.showLog': showLog,
};

/** Runs the command; an error goes to the log and to the user. */
export async function runCommand(id: CommandId, session: Session, args: readonly unknown[]): Promise<void> {
  const { log } = session;
  try {
    await commands[id](session, args[0]);
  } catch (error) {
    log.error(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const message = vscode.l10n.t(
      'Agent Tailor could not do that: {0}',
      error instanceof Error ? error.message : String(error),
    );
    offer(vscode.window.showErrorMessage, message, vscode.l10n.t('Show Log'), () => log.show());
  }
}
