/** Writes an adapted agent to a file of its own: `agent-tailor profile … --write FILE`. */
import { stat } from 'node:fs/promises';
import type { ExportedAgent } from '../adapt/exportAgent.ts';
import type { LanguageService } from '../languageService.ts';
import { parseAgentFile } from '../parse/agentFile.ts';
import { nameProblem } from '../parse/agentVerdict.ts';
import { CommandFailure } from './output.ts';
import { pathOf, uriOf } from './workspace.ts';
import { writeText } from './writeFile.ts';

export interface ExportArguments {
  readonly agent: string;
  readonly project: string;
  /** The file to write. */
  readonly target: string;
  readonly name: string | undefined;
}

/** Writes the file and answers what to say of it. */
export async function exportFile(
  service: LanguageService,
  given: ExportArguments,
  over: 'nothing' | 'what is there',
): Promise<string> {
  const { agent, target } = given;
  if (await isSameFile(target, agent)) {
    throw new CommandFailure(`"${target}" is the agent itself; --in-place writes that`);
  }
  const exported = exportedAgent(service, given);
  await writeText(target, exported.text, over);
  return remarks(service, uriOf(agent), uriOf(target), exported);
}

/** What would be written. */
export function exportedAgent(
  service: LanguageService,
  { agent, project, target, name }: ExportArguments,
): ExportedAgent {
  checkName(name);
  const exported = service.exports.exported(uriOf(agent), {
    uri: uriOf(target),
    projectUri: uriOf(project),
    ...(name === undefined ? {} : { name }),
  });
  if (exported === undefined) throw new CommandFailure(`cannot read "${agent}"`);
  if (name !== undefined && parseAgentFile(exported.text).verdict.name !== name) {
    throw new CommandFailure(`"${agent}" cannot take the name "${name}"`);
  }
  return exported;
}

export function checkName(name: string | undefined): void {
  if (name !== undefined && (name === '' || nameProblem(name) !== undefined)) {
    throw new CommandFailure(`Claude Code takes no agent of the name "${name}"`);
  }
}

/** What there is to say of an exported agent that was written. */
export function remarks(
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
