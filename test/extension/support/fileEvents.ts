// Waits until VS Code tells what happens to files.
import * as vscode from 'vscode';
import { eventually } from './eventually.ts';

/**
 * Writes one small file after another into the first workspace folder until the coming of one is told: VS Code begins
 * to watch a folder at some time after the extensions have started, and of what happens before nobody is told. All
 * files are gone, and their going is told, when this resolves.
 * @throws when nothing is told within half a minute
 */
export async function fileEventsAreTold(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) return;
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(folder, 'file-events-*.txt'),
  );
  const told = new Set<string>();
  const gone = new Set<string>();
  watcher.onDidCreate((file) => told.add(file.path));
  watcher.onDidDelete((file) => gone.add(file.path));
  const written: vscode.Uri[] = [];
  try {
    await eventually(
      'news of any file',
      async () => {
        // Each under a name of its own: what goes and comes back at once is told as a change.
        const file = vscode.Uri.joinPath(folder, `file-events-${written.length}.txt`);
        written.push(file);
        await vscode.workspace.fs.writeFile(file, new Uint8Array());
        await eventually('news of the file', () => told.size > 0, 500).catch(() => false);
        return told.size > 0;
      },
      30_000,
    );
  } finally {
    for (const file of written) await vscode.workspace.fs.delete(file);
  }
  await eventually('news that the files are gone', () => [...told].every((file) => gone.has(file)));
  watcher.dispose();
}
