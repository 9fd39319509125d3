import { check } from './check.ts';
import { printDetected } from './detect.ts';
import { printFacts } from './facts.ts';
import { initProject } from './init.ts';
import { runProfile } from './profile.ts';
import { printReport } from './report.ts';
import { CommandFailure, write } from './output.ts';
import { printRequirements } from './requirements.ts';

/** The command line, `agent-tailor <command>`. Sets the exit code; 2 means that the command itself failed. */
async function main(args: readonly string[]): Promise<void> {
  const [command, ...rest] = args;
  const run = command === undefined ? undefined : commands[command];
  if (run !== undefined && rest.some((one) => one === '--help' || one === '-h')) {
    await write(process.stdout, `Usage:\n${usageOf(command!)}`);
    return;
  }
  if (run !== undefined) {
    process.exitCode = await run(rest);
    return;
  }
  await write(process.stdout, `${usage}\n`);
  if (command !== undefined && !['help', '--help', '-h'].includes(command)) {
    await write(process.stderr, `agent-tailor: unknown command "${command}"\n`);
    process.exitCode = 2;
  }
}

/** The paragraphs of the usage that begin with the command. */
function usageOf(command: string): string {
  const paragraphs = `${usage}\n`.split(/^(?= {2}agent-tailor)/m);
  return paragraphs.filter((one) => one.startsWith(`  agent-tailor ${command} `)).join('');
}

const usage = `Usage:
  agent-tailor check [--format text|json] PATH…
      Checks agents and project documents. Exit code 0: no errors, 1: some, 2: the command itself failed.
  agent-tailor requirements [--format text|json] FILE…
      Prints what agents read from the project document, and what they know of it.
  agent-tailor facts [--format text|json] DIR
      Prints what a folder's project document declares, and which sections are still to be filled in.
  agent-tailor profile --agent FILE --project DIR [--format markdown|json|summary]
      Prints what an agent becomes in a project.
  agent-tailor profile --agent FILE --project DIR --write FILE [--overwrite] [--name NAME]
      Writes it as an agent file of its own, which knows where it came from.
  agent-tailor profile --agent FILE --project DIR --in-place [--yes] [--name NAME]
      Prints what would change in the agent itself; with --yes, writes it. Exit code 1: nothing was written.
  agent-tailor profile --update FILE… [--mark-conflicts]
      Merges into exported agents what their source and CLAUDE.md have become; the authors' own edits stay.
      Exit code 1: files with conflicts, left as they are unless --mark-conflicts writes the conflicts into them.
  agent-tailor report [--format markdown|html|json] DIR
      Reports which agents read what of CLAUDE.md, what is missing, and their sizes.
  agent-tailor detect [--format text|json] DIR
      Prints the technologies that a folder's manifests show, with the line that shows each.
  agent-tailor init [--agent NAME]… DIR
      Writes the CLAUDE.md that the folder's agents, or those named, read, filled in with what its manifests show.
  agent-tailor lsp --stdio
      Starts the language server.`;

const commands: Record<string, ((args: readonly string[]) => Promise<number>) | undefined> = {
  check,
  detect: printDetected,
  init: initProject,
  requirements: printRequirements,
  facts: printFacts,
  profile: runProfile,
  report: printReport,
  // With `--stdio` the server has been started instead of this.
  lsp: () => Promise.reject(new CommandFailure('lsp takes --stdio')),
};

main(process.argv.slice(2)).catch(async (error: unknown) => {
  const message =
    error instanceof CommandFailure ? error.message : String(error instanceof Error ? error.stack : error);
  await write(process.stderr, `agent-tailor: ${message}\n`);
  process.exitCode = 2;
});
