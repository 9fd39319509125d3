import { normalizedUri } from '../workspace/uris.ts';
import { listener } from './handle.ts';
import { OpenDocuments } from './openDocuments.ts';
import { profileScheme, viewScheme } from './protocol.ts';
import type { Session } from './startServer.ts';

/** Keeps the model in step with the editor's documents and the files outside it. */
export function handleDocuments(session: Session): void {
  const { connection, service, publisher, profiles, views, followed, lenses, log } = session;
  const documents = new OpenDocuments();
  const { model } = service;

  connection.onDidOpenTextDocument(
    listener('open', log, ({ textDocument: { uri: spelled, languageId, version, text } }) => {
      if (isVirtual(spelled)) return;
      const uri = normalizedUri(spelled);
      publisher.spelled(uri, spelled);
      model.open(uri, text, version, documents.open(uri, languageId, version, text), languageId);
      publisher.edited(uri, version);
    }),
  );
  connection.onDidChangeTextDocument(
    listener('change', log, ({ textDocument: { uri: spelled, version }, contentChanges }) => {
      if (isVirtual(spelled)) return;
      const uri = normalizedUri(spelled);
      const edited = documents.edit(uri, version, contentChanges);
      if (edited === undefined) return;
      model.edit(uri, edited.document.getText(), version, edited.document, edited.change);
      publisher.edited(uri, version);
      profiles.changed(uri);
      views.changed();
      followed.changed();
      lenses.changed();
    }),
  );
  connection.onDidCloseTextDocument(
    listener('close', log, ({ textDocument: { uri: spelled } }) => {
      if (isVirtual(spelled)) {
        profiles.forget(spelled);
        views.forget(spelled);
        return;
      }
      const uri = normalizedUri(spelled);
      documents.close(uri);
      lenses.forget(uri);
      model.close(uri);
    }),
  );
  connection.onDidChangeWatchedFiles(
    listener('files', log, ({ changes }) => {
      for (const uri of new Set(changes.map((change) => normalizedUri(change.uri)))) model.fileChanged(uri);
    }),
  );
}

function isVirtual(uri: string): boolean {
  return uri.startsWith(`${profileScheme}:`) || uri.startsWith(`${viewScheme}:`);
}
