import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { readSettings, type Settings } from '../analysis/settings.ts';
import { normalizedUri } from '../workspace/uris.ts';
import { listener } from './handle.ts';
import { manifestGlob } from './protocol.ts';
import type { Session } from './startServer.ts';

/** What can only be asked of the client once it is up: its folders, its settings, its file events. */
export async function followClient(session: Session): Promise<void> {
  const { connection, service, client, log } = session;
  /** Folders in our spelling, each with the client's. */
  const folders = new Map<string, string>();
  const readAll = (): void => {
    if (client.workspace?.configuration !== true) return;
    readSettingsOf(session, folders).catch((error: unknown) => log(String(error)));
  };
  if (client.workspace?.workspaceFolders === true) {
    for (const uri of await foldersOf(session)) folders.set(normalizedUri(uri), uri);
    connection.workspace.onDidChangeWorkspaceFolders(
      listener('workspace folders', log, ({ added, removed }) => {
        for (const { uri } of removed) folders.delete(normalizedUri(uri));
        for (const { uri } of added) folders.set(normalizedUri(uri), uri);
        service.model.setFolders([...folders.keys()]);
        readAll();
      }),
    );
  }
  connection.onDidChangeConfiguration(listener('settings', log, readAll));
  if (client.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'agentTailor' });
  }
  readAll();
  await watchFiles(session);
}

/** None where the client cannot say: what it announced at the start counts then. */
async function foldersOf({ connection, log }: Session): Promise<readonly string[]> {
  try {
    return ((await connection.workspace.getWorkspaceFolders()) ?? []).map(({ uri }) => uri);
  } catch (error) {
    log(`workspace folders: ${String(error)}`);
    return [];
  }
}

/** Settings may differ between folders: each is asked for, and once for files outside all of them. */
async function readSettingsOf(
  { connection, service }: Session,
  folders: ReadonlyMap<string, string>,
): Promise<void> {
  const section = 'agentTailor';
  const items = [...folders.values()].map((scopeUri) => ({ scopeUri, section }));
  const answers: unknown[] = await connection.workspace.getConfiguration([...items, { section }]);
  const byFolder = new Map<string, Settings>();
  for (const [index, folder] of [...folders.keys()].entries())
    byFolder.set(folder, readSettings(answers[index]));
  service.model.setSettings(byFolder, readSettings(answers.at(-1)));
}

/** Our own client watches by itself; any other is asked to. */
async function watchFiles({ connection, client, options }: Session): Promise<void> {
  if (options.clientCommands === true) return;
  if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      { globPattern: '**/*.md' },
      { globPattern: '**/{agent-tailor,.claude-plugin/plugin,.mcp}.json' },
      { globPattern: manifestGlob },
    ],
  });
}
