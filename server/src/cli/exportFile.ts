/** Writes an adapted agent to a file: `agent-tailor profile … --write FILE` or `--in-place`. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import type { ExportedAgent } from '../adapt/exportAgent.ts';
import type { LanguageService } from '../languageService.ts';
import { parseAgentFile } from '../parse/agentFile.ts';
import { nameProblem } from '../parse/agentVerdict.ts';
import { CommandFailure } from './output.ts';
import { pathOf, uriOf } from './workspace.ts';

export interface ExportArguments {
  readonly agent: string;
  readonly project: string;
  /** The file to write; `undefined` writes the agent itself. */
  readonly write: string | undefined;
  /** The file may be there already. */
  readonly overwrite: boolean;
  readonly name: string | undefined;
}

/**
 * Writes the file and answers what to say of it. Another file that is there already is left as it is, unless the
 * arguments say otherwise.
 */
export async function exportFile(service: LanguageService, given: ExportArguments): Promise<string> {
  const { agent, write, overwrite, name } = given;
  if (name !== undefined && (name === '' || nameProblem(name) !== undefined)) {
    throw new CommandFailure(`Claude Code takes no agent of the name "${name}"`);
  }
  const target = write ?? agent;
  if (write !== undefined && (await isSameFile(write, agent))) {
    throw new CommandFailure(`"${write}" is the agent itself; --in-place writes that`);
  }
  const [agentUri, projectUri] = [uriOf(agent), uriOf(given.project)];
  const sourceUri = service.exports.sourceOf(agentUri);
  if (write === undefined && sourceUri !== undefined) {
    throw new CommandFailure(
      `"${agent}" was exported from ${pathOf(sourceUri)}: export that, or update this one in an editor`,
    );
  }
  const exported = service.exports.exported(agentUri, {
    uri: uriOf(target),
    projectUri,
    ...(name === undefined ? {} : { name }),
  });
  if (exported === undefined) throw new CommandFailure(`cannot read "${agent}"`);
  if (name !== undefined && parseAgentFile(exported.text).verdict.name !== name) {
    throw new CommandFailure(`"${agent}" cannot take the name "${name}"`);
  }
  // What is no UTF-8 has been read with replacement characters: the original would be lost.
  if (write === undefined && !(await isUtf8(agent))) {
    throw new CommandFailure(`"${agent}" is not UTF-8; --write FILE leaves it as it is`);
  }
  await writeText(target, exported.text, write === undefined || overwrite);
  return remarks(service, agentUri, uriOf(target), exported);
}

async function writeText(path: string, text: string, overwrite: boolean): Promise<void> {
  try {
    await writeFile(path, text, { flag: overwrite ? 'w' : 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new CommandFailure(`"${path}" is there already; --overwrite replaces it`);
    throw new CommandFailure(`cannot write "${path}": ${message}`);
  }
}

function remarks(
  service: LanguageService,
  agentUri: string,
  targetUri: string,
  exported: ExportedAgent,
): string {
  const { lines, tokens } = exported;
  const said = [
    `${pathOf(targetUri)}: ${lines.before} → ${lines.after} lines, ≈ ${tokens.before} → ${tokens.after} tokens`,
  ];
  const source = service.model.agent(agentUri);
  if (source?.file.verdict.loads === false)
    said.push('  Claude Code skips this agent, as it does its source');
  if (!exported.noted) said.push('  there is no frontmatter in which it could say where it came from');
  return `${said.join('\n')}\n`;
}

async function isSameFile(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([a, b].map((path) => stat(path).catch(() => undefined)));
  return one !== undefined && other !== undefined && one.dev === other.dev && one.ino === other.ino;
}

async function isUtf8(path: string): Promise<boolean> {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
    return true;
  } catch {
    return false;
  }
}
