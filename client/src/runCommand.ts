/** Runs a command so that no failure passes in silence. */
import * as vscode from 'vscode';
import type { CommandId } from './commandIds.ts';
import { addMissingSections } from './commands/addMissingSections.ts';
import { associateAgentFiles } from './commands/associateAgentFiles.ts';
import { exportAdaptedAgent } from './commands/exportAdaptedAgent.ts';
import { createProjectDocument } from './commands/createProjectDocument.ts';
import { insertAgent } from './commands/insertAgent.ts';
import { previewProfile } from './commands/previewProfile.ts';
import { restartServer } from './commands/restartServer.ts';
import { showCoverage } from './commands/showCoverage.ts';
import { showLog } from './commands/showLog.ts';
import { updateExportedAgent } from './commands/updateExportedAgent.ts';
import { offer } from './offer.ts';
import type { Session } from './session.ts';

/** @param argument what a menu or a lens hands over: a URI, or its text */
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
