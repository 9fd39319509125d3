/** The commands that the extension registers; package.json contributes the same. */
import { ClientCommand } from '../../server/src/server/protocol.ts';

export const commandIds = [
  ClientCommand.insertAgent,
  ClientCommand.previewProfile,
  ClientCommand.addMissingSections,
  ClientCommand.createProjectDocument,
  'agentTailor.associateAgentFiles',
  'agentTailor.exportAdaptedAgent',
  'agentTailor.updateExportedAgent',
  'agentTailor.showCoverage',
  ClientCommand.showReaders,
  ClientCommand.answerSection,
  'agentTailor.previewRendered',
  'agentTailor.showOpenRequirements',
  'agentTailor.openAgent',
  'agentTailor.revealSection',
  'agentTailor.goToReference',
  'agentTailor.restartServer',
  'agentTailor.showLog',
] as const;

export type CommandId = (typeof commandIds)[number];
