import { normalizedUri } from '../workspace/uris.ts';
import { listener } from './handle.ts';
import { OpenDocuments } from './openDocuments.ts';
import { profileScheme } from './protocol.ts';
import type { Session } from './startServer.ts';

/** Keeps the model in step with the editor's documents and the files outside it. */
export function handleDocuments({ connection, service, publisher, profiles, log }: Session): void {
  const documents = new OpenDocuments();
  const { model } = service;

  connection.onDidOpenTextDocument(
    listener('open', log, ({ textDocument: { uri: spelled, languageId, version, text } }) => {
      if (isProfile(spelled)) return;
      const uri = normalizedUri(spelled);
      publisher.spelled(uri, spelled);
      model.open(uri, text, version, documents.open(uri, languageId, version, text), languageId);
      publisher.edited(uri, version);
    }),
  );
  connection.onDidChangeTextDocument(
    listener('change', log, ({ textDocument: { uri: spelled, version }, contentChanges }) => {
      if (isProfile(spelled)) return;
      const uri = normalizedUri(spelled);
      const edited = documents.edit(uri, version, contentChanges);
      if (edited === undefined) return;
      model.edit(uri, edited.document.getText(), version, edited.document, edited.change);
      publisher.edited(uri, version);
      profiles.changed(uri);
    }),
  );
  connection.onDidCloseTextDocument(
    listener('close', log, ({ textDocument: { uri: spelled } }) => {
      if (isProfile(spelled)) {
        profiles.forget(spelled);
        return;
      }
      const uri = normalizedUri(spelled);
      documents.close(uri);
      model.close(uri);
    }),
  );
  connection.onDidChangeWatchedFiles(
    listener('files', log, ({ changes }) => {
      for (const uri of new Set(changes.map((change) => normalizedUri(change.uri)))) model.fileChanged(uri);
    }),
  );
}

function isProfile(uri: string): boolean {
  return uri.startsWith(`${profileScheme}:`);
}
