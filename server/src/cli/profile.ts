import { adaptInPlace } from './adaptInPlace.ts';
import { exportFile } from './exportFile.ts';
import { profileJson, profileSummary } from './profileReport.ts';
import { readArguments, readFormat } from './options.ts';
import { CommandFailure, write } from './output.ts';
import { updateFiles } from './updateFiles.ts';
import { kindOfPath, startService, uriOf } from './workspace.ts';

/**
 * `agent-tailor profile --agent FILE --project DIR`: prints what the agent becomes, or writes it to a file;
 * `agent-tailor profile --update FILE…` updates what was written.
 */
export async function runProfile(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, options);
  checkCombination(values, positionals);
  const conflicts = values['mark-conflicts'] === true ? 'mark' : 'refuse';
  if (values.update === true) return updateFiles(positionals, conflicts);
  const format = readFormat(values.format, ['markdown', 'json', 'summary']);
  const { agent: path, project } = values;
  if (path === undefined || project === undefined) {
    throw new CommandFailure('profile takes --agent FILE and --project DIR, or --update FILE…');
  }
  if ((await kindOfPath(path)) !== 'file') throw new CommandFailure(`"${path}" is not a file`);
  if ((await kindOfPath(project)) !== 'folder') throw new CommandFailure(`"${project}" is not a folder`);

  const service = startService();
  const [agentUri, root] = [uriOf(path), uriOf(project)];
  service.model.nameAgent(agentUri);
  service.model.setFolders([root]);
  await service.model.settled();
  if (values['in-place'] === true) {
    const action = values.yes === true ? 'write' : 'look';
    return adaptInPlace(service, { agent: path, project, name: values.name, action, conflicts });
  }
  if (values.write !== undefined) {
    const given = { agent: path, project, target: values.write, name: values.name };
    const over = values.overwrite === true ? 'what is there' : 'nothing';
    await write(process.stdout, await exportFile(service, given, over));
    return 0;
  }
  const agent = service.model.agent(agentUri);
  const profile = service.profile(agentUri, root);
  if (agent === undefined || profile === undefined) throw new CommandFailure(`cannot read "${path}"`);
  const output = {
    markdown: () => profile.text,
    json: () => profileJson(agent, profile),
    summary: () => profileSummary(agent, profile),
  };
  await write(process.stdout, output[format]());
  return 0;
}

const options = {
  agent: { type: 'string' },
  project: { type: 'string' },
  format: { type: 'string' },
  write: { type: 'string' },
  'in-place': { type: 'boolean' },
  update: { type: 'boolean' },
  overwrite: { type: 'boolean' },
  yes: { type: 'boolean' },
  'mark-conflicts': { type: 'boolean' },
  name: { type: 'string' },
} as const;

type Values = Partial<Record<keyof typeof options, string | boolean>>;

/** What goes with what; silence about an option that does nothing would be a surprise. */
function checkCombination(values: Values, positionals: readonly string[]): void {
  const given = (name: keyof Values): boolean => values[name] !== undefined && values[name] !== false;
  const actions = (['write', 'in-place', 'update'] as const).filter(given);
  if (actions.length > 1) throw new CommandFailure('--write FILE or --in-place or --update, not several');
  const [action = 'print'] = actions;
  for (const [name, where] of Object.entries(goesWith) as [keyof Values, readonly string[]][]) {
    if (given(name) && !where.includes(action)) {
      throw new CommandFailure(`--${name} goes with ${where.map((one) => wording[one]).join(' or ')}`);
    }
  }
  if (action === 'update' && positionals.length === 0) throw new CommandFailure('--update takes files');
  if (action !== 'update' && positionals.length > 0) {
    throw new CommandFailure(`"${positionals[0]}" is one argument too many`);
  }
}

const goesWith: Partial<Record<keyof Values, readonly string[]>> = {
  agent: ['print', 'write', 'in-place'],
  project: ['print', 'write', 'in-place'],
  format: ['print'],
  overwrite: ['write'],
  yes: ['in-place'],
  name: ['write', 'in-place'],
  'mark-conflicts': ['update', 'in-place'],
};

const wording: Readonly<Record<string, string>> = {
  print: 'what is printed',
  write: '--write FILE',
  'in-place': '--in-place',
  update: '--update FILE…',
};
