import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from '../server/startServer.ts';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];
declare function setTimeout(task: () => void, milliseconds: number): void;

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  schedule: (task, milliseconds) => setTimeout(task, milliseconds),
});
