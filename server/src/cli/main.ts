import { check } from './check.ts';
import { printDetected } from './detect.ts';
import { printFacts } from './facts.ts';
import { initProject } from './init.ts';
import { printProfile } from './profile.ts';
import { printReport } from './report.ts';
import { serve } from './lsp.ts';
import { CommandFailure, write } from './output.ts';
import { printRequirements } from './requirements.ts';

/** The command line, `agent-tailor <command>`. Sets the exit code; 2 means that the command itself failed. */
async function main(args: readonly string[]): Promise<void> {
  const [command, ...rest] = args;
  const run = command === undefined ? undefined : commands[command];
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

const usage = `Usage:
  agent-tailor check [--format text|json] PATH…
      Checks agents and project documents. Exit code 0: no errors, 1: some, 2: the command itself failed.
  agent-tailor requirements [--format text|json] FILE…
      Prints what agents read from the project document, and what they know of it.
  agent-tailor facts [--format text|json] DIR
      Prints what a folder's project document declares, and which sections are still to be filled in.
  agent-tailor profile --agent FILE --project DIR [--format markdown|json|summary]
      Prints what an agent becomes in a project.
  agent-tailor profile --agent FILE --project DIR --write FILE [--overwrite] | --in-place [--name NAME]
      Writes it as an agent file.
  agent-tailor report [--format markdown|html|json] DIR
      Reports which agents read what of CLAUDE.md, what is missing, and their sizes.
  agent-tailor detect [--format text|json] DIR
      Prints the technologies that a folder's manifests show, with the line that shows each.
  agent-tailor init DIR
      Writes the CLAUDE.md that the folder's agents read, filled in with what its manifests show.
  agent-tailor lsp --stdio
      Starts the language server.`;

const commands: Record<string, ((args: readonly string[]) => Promise<number>) | undefined> = {
  check,
  detect: printDetected,
  init: initProject,
  requirements: printRequirements,
  facts: printFacts,
  profile: printProfile,
  report: printReport,
  lsp: serve,
};

main(process.argv.slice(2)).catch(async (error: unknown) => {
  const message =
    error instanceof CommandFailure ? error.message : String(error instanceof Error ? error.stack : error);
  await write(process.stderr, `agent-tailor: ${message}\n`);
  process.exitCode = 2;
});
