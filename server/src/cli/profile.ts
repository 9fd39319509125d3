import { profileJson, profileSummary } from './profileReport.ts';
import { readArguments, readFormat } from './options.ts';
import { CommandFailure, write } from './output.ts';
import { kindOfPath, startService, uriOf } from './workspace.ts';

/** `agent-tailor profile --agent FILE --project DIR [--format markdown|json|summary]` */
export async function printProfile(args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, {
    agent: { type: 'string' },
    project: { type: 'string' },
    format: { type: 'string' },
  });
  const format = readFormat(values.format, ['markdown', 'json', 'summary']);
  if (values.agent === undefined || values.project === undefined) {
    throw new CommandFailure('profile takes --agent FILE and --project DIR');
  }
  if ((await kindOfPath(values.agent)) !== 'file')
    throw new CommandFailure(`"${values.agent}" is not a file`);
  if ((await kindOfPath(values.project)) !== 'folder')
    throw new CommandFailure(`"${values.project}" is not a folder`);

  const service = startService();
  const [agentUri, root] = [uriOf(values.agent), uriOf(values.project)];
  service.model.nameAgent(agentUri);
  service.model.setFolders([root]);
  await service.model.settled();
  const agent = service.model.agent(agentUri);
  const profile = service.profile(agentUri, root);
  if (agent === undefined || profile === undefined) throw new CommandFailure(`cannot read "${values.agent}"`);
  const output = {
    markdown: () => profile.text,
    json: () => profileJson(agent, profile),
    summary: () => profileSummary(agent, profile),
  };
  await write(process.stdout, output[format]());
  return 0;
}
