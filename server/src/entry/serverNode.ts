import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFileSystem } from '../cli/nodeFileSystem.ts';
import { createStdioConnection } from '../cli/stdioConnection.ts';
import { startServer } from '../server/startServer.ts';

// Over stdio, IPC, a socket or a pipe, as the arguments say.
const overStdio = process.argv.includes('--stdio');
startServer(overStdio ? createStdioConnection() : createConnection(ProposedFeatures.all), {
  ownFiles: nodeFileSystem,
  schedule: (task, milliseconds) => void setTimeout(task, milliseconds),
});
