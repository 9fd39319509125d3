import type { AgentRule } from './agent/agentRule.ts';
import { cutValue } from './agent/cutValue.ts';
import { documentInPlugin } from './agent/documentInPlugin.ts';
import { droppedValue } from './agent/droppedValue.ts';
import { duplicateKey } from './agent/duplicateKey.ts';
import { duplicateTool } from './agent/duplicateTool.ts';
import { encoding } from './agent/encoding.ts';
import { fence } from './agent/fence.ts';
import { foreignTools } from './agent/foreignTools.ts';
import { hook } from './agent/hook.ts';
import { hookOnce } from './agent/hookOnce.ts';
import { ignoredInPlugin } from './agent/ignoredInPlugin.ts';
import { mainSessionTool } from './agent/mainSessionTool.ts';
import { mcpServer } from './agent/mcpServer.ts';
import { noTools } from './agent/noTools.ts';
import { renamedTool } from './agent/renamedTool.ts';
import { retiredTool } from './agent/retiredTool.ts';
import { secondReading } from './agent/secondReading.ts';
import { skipped } from './agent/skipped.ts';
import { tooManySkills } from './agent/tooManySkills.ts';
import { toolConflict } from './agent/toolConflict.ts';
import { toolSpecifier } from './agent/toolSpecifier.ts';
import { tornTool } from './agent/tornTool.ts';
import { unknownKey } from './agent/unknownKey.ts';
import { unknownModel } from './agent/unknownModel.ts';
import { unknownTool } from './agent/unknownTool.ts';
import { conflictMarker } from './text/conflictMarker.ts';
import { wrongDecoding } from './text/wrongDecoding.ts';

/** Every rule on agent files. */
export const agentRules: readonly AgentRule[] = [
  skipped,
  unknownKey,
  duplicateKey,
  droppedValue,
  unknownModel,
  ignoredInPlugin,
  documentInPlugin,
  noTools,
  unknownTool,
  foreignTools,
  retiredTool,
  renamedTool,
  mainSessionTool,
  duplicateTool,
  toolConflict,
  toolSpecifier,
  tornTool,
  hook,
  hookOnce,
  mcpServer,
  tooManySkills,
  cutValue,
  fence,
  secondReading,
  wrongDecoding,
  conflictMarker,
  encoding,
];

export type { AgentRule } from './agent/agentRule.ts';
