import { exportFile } from './exportFile.ts';
import { profileJson, profileSummary } from './profileReport.ts';
import { readArguments, readFormat } from './options.ts';
import { CommandFailure, write } from './output.ts';
import { kindOfPath, startService, uriOf } from './workspace.ts';

/** `agent-tailor profile --agent FILE --project DIR`: prints what the agent becomes, or writes it to a file. */
export async function printProfile(args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, {
    agent: { type: 'string' },
    project: { type: 'string' },
    format: { type: 'string' },
    write: { type: 'string' },
    'in-place': { type: 'boolean' },
    overwrite: { type: 'boolean' },
    name: { type: 'string' },
  });
  const writes = values.write !== undefined || values['in-place'] === true;
  if (values.write !== undefined && values['in-place'] === true) {
    throw new CommandFailure('--write FILE or --in-place, not both');
  }
  if (writes && values.format !== undefined) throw new CommandFailure('--format is for what is printed');
  if (!writes && (values.overwrite !== undefined || values.name !== undefined)) {
    throw new CommandFailure('--overwrite and --name go with --write FILE or --in-place');
  }
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
  if (writes) {
    const said = await exportFile(service, {
      agent: values.agent,
      project: values.project,
      write: values.write,
      overwrite: values.overwrite === true,
      name: values.name,
    });
    await write(process.stdout, said);
    return 0;
  }
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
