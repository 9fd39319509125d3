import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFileSystem } from '../cli/nodeFileSystem.ts';
import { startServer } from '../server/startServer.ts';

// Over stdio, IPC or a socket, as the arguments say.
startServer(createConnection(ProposedFeatures.all), {
  ownFiles: nodeFileSystem,
  schedule: (task, milliseconds) => void setTimeout(task, milliseconds),
});
