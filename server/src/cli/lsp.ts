import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../server/startServer.ts';
import { nodeFileSystem } from './nodeFileSystem.ts';
import { CommandFailure } from './output.ts';

/** `agent-tailor lsp --stdio`: the language server, until its client leaves. */
export function serve(args: readonly string[]): Promise<number> {
  if (!args.includes('--stdio')) throw new CommandFailure('lsp takes --stdio');
  startServer(createConnection(ProposedFeatures.all, process.stdin, process.stdout), {
    ownFiles: nodeFileSystem,
    schedule: (task, milliseconds) => void setTimeout(task, milliseconds),
  });
  // The connection ends the process when the client says "exit" or is gone.
  return new Promise(() => {});
}
