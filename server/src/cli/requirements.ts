import type { AgentDocument } from '../analysis/agentDocument.ts';
import { readArguments, readFormat } from './options.ts';
import { CommandFailure, write } from './output.ts';
import { requirementsJson, requirementsText } from './requirementsReport.ts';
import { kindOfPath, startService, uriOf } from './workspace.ts';

/** `agent-tailor requirements FILE… [--format text|json]` */
export async function printRequirements(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { format: { type: 'string' } });
  const format = readFormat(values.format, ['text', 'json']);
  if (positionals.length === 0) throw new CommandFailure('requirements takes at least one agent file');

  const service = startService();
  const uris = new Set<string>();
  let failed = false;
  for (const path of positionals) {
    const reason = await whyNoFile(path);
    if (reason === undefined) uris.add(uriOf(path));
    else {
      await write(process.stderr, `agent-tailor: ${reason}\n`);
      failed = true;
    }
  }
  for (const uri of uris) service.model.nameAgent(uri);
  await service.model.settled();

  const agents: AgentDocument[] = [];
  for (const uri of uris) {
    const agent = service.model.agent(uri);
    if (agent !== undefined) agents.push(agent);
    else {
      await write(process.stderr, `agent-tailor: cannot read "${uri}"\n`);
      failed = true;
    }
  }
  await write(process.stdout, format === 'json' ? requirementsJson(agents) : requirementsText(agents));
  return failed ? 2 : 0;
}

async function whyNoFile(path: string): Promise<string | undefined> {
  try {
    return (await kindOfPath(path)) === 'file' ? undefined : `"${path}" is not a file`;
  } catch (error) {
    if (error instanceof CommandFailure) return error.message;
    throw error;
  }
}
