/** Puts an adapted agent in the place of the agent itself, after a look: `agent-tailor profile … --in-place`. */
import type { LanguageService } from '../languageService.ts';
import { checkName, exportedAgent, remarks } from './exportFile.ts';
import { CommandFailure, write } from './output.ts';
import { textDiff } from './textDiff.ts';
import { writeMerged } from './updateFiles.ts';
import { pathOf, uriOf } from './workspace.ts';
import { isUtf8, writeText } from './writeFile.ts';

export interface InPlaceArguments {
  readonly agent: string;
  readonly project: string;
  readonly name: string | undefined;
  /** `look`: shows what would change, and writes nothing. */
  readonly action: 'look' | 'write';
  readonly conflicts: 'refuse' | 'mark';
}

/**
 * Shows what would change, or writes it. An agent that was adapted before is merged with what its author made of it.
 * @returns the exit code: 1 where something is left to be done
 */
export async function adaptInPlace(service: LanguageService, given: InPlaceArguments): Promise<number> {
  const { agent, project, name, action, conflicts } = given;
  const uri = uriOf(agent);
  checkName(name);
  // What is no UTF-8 has been read with replacement characters: the original would be lost.
  if (!(await isUtf8(agent))) {
    throw new CommandFailure(`"${agent}" is not UTF-8; --write FILE leaves it as it is`);
  }
  const before = service.model.agent(uri)?.text;
  if (before === undefined) throw new CommandFailure(`cannot read "${agent}"`);
  if (service.model.exportIndex.noteOf(uri) === undefined) {
    const exported = exportedAgent(service, { agent, project, target: agent, name });
    if (action === 'look') return look(agent, before, exported.text);
    await writeText(agent, exported.text, 'what is there');
    await write(process.stdout, remarks(service, uri, uri, exported));
    return 0;
  }
  checkFollows(service, given);
  const merged = service.exports.update(uri, { from: 'itself', ...(name === undefined ? {} : { name }) });
  if (merged === undefined) throw new CommandFailure(`cannot adapt "${agent}"`);
  // The note alone is no reason to touch a file, unless it is to say something else.
  const isChange =
    merged.edits.length > 1 || name !== undefined || service.exports.sourceOf(uri) !== undefined;
  const isRefused = merged.conflicts > 0 && conflicts === 'refuse';
  if (!isChange || (action === 'look' && !isRefused)) {
    return look(agent, before, isChange ? merged.text : before);
  }
  return writeMerged(agent, before, merged, conflicts);
}

async function look(path: string, before: string, after: string): Promise<number> {
  if (before === after) {
    await write(process.stdout, `${path}: nothing to change\n`);
    return 0;
  }
  await write(process.stdout, textDiff(path, before, after));
  await write(process.stderr, `agent-tailor: "${path}" was left as it is; --yes writes this\n`);
  return 1;
}

/** A copy follows its source, and an adapted agent the project that it was adapted to. */
function checkFollows(service: LanguageService, { agent, project }: InPlaceArguments): void {
  const uri = uriOf(agent);
  const sourceUri = service.exports.sourceOf(uri);
  if (sourceUri !== undefined && service.exports.obstacle(uri)?.kind !== 'no-source') {
    throw new CommandFailure(
      `"${agent}" was exported from ${pathOf(sourceUri)}: --update brings it up to date, --write FILE makes another`,
    );
  }
  const adaptedTo = service.model.exportIndex.projectOf(uri);
  if (adaptedTo !== undefined && adaptedTo !== uriOf(project)) {
    throw new CommandFailure(
      `"${agent}" was adapted to ${pathOf(adaptedTo)}; --project names another folder`,
    );
  }
}
