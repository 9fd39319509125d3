// Projects that a test makes inside the open folder, and what is on disk in them.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './eventually.ts';

/** A folder with files, made for one test. */
export interface TestProject {
  readonly uri: vscode.Uri;
  /** Of its folder. */
  readonly name: string;
  /** The URI of a file in it. */
  file(path: string): vscode.Uri;
  /** Closes all editors without saving and deletes the folder. */
  remove(): Promise<void>;
}

/**
 * Makes a folder of a name like `like` in the open folder, with files by path; never the same twice, for what goes and
 * comes back at once some file watchers lose out of sight. Folder by folder, each of which VS Code tells of before
 * anything comes into it: a watcher that is late never learns of what has come before it, nor of its going. Until it is removed the open folder has no CLAUDE.md of its
 * own: Claude Code would load that for the project too.
 */
export async function makeProject(
  like: string,
  files: Readonly<Record<string, string>>,
): Promise<TestProject> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  const name = `${like}-${++projectCount}`;
  const uri = vscode.Uri.joinPath(folder.uri, name);
  const file = (path: string): vscode.Uri =>
    path === '' ? uri : vscode.Uri.joinPath(uri, ...path.split('/'));
  const above = vscode.Uri.joinPath(folder.uri, 'CLAUDE.md');
  const hidden = await onDisk(above);
  if (hidden !== undefined) await vscode.workspace.fs.delete(above);
  const news = new FileNews(folder);
  for (const path of new Set(['', ...Object.keys(files).flatMap(foldersOf)])) {
    await vscode.workspace.fs.createDirectory(file(path));
    await news.of(file(path));
  }
  for (const [path, text] of Object.entries(files)) {
    await vscode.workspace.fs.writeFile(file(path), new TextEncoder().encode(text));
  }
  for (const path of Object.keys(files)) await news.of(file(path));
  news.end();
  return {
    uri,
    name,
    file,
    remove: async () => {
      await closeEditors();
      await vscode.workspace.fs.delete(uri, { recursive: true });
      if (hidden !== undefined) await vscode.workspace.fs.writeFile(above, new TextEncoder().encode(hidden));
    },
  };
}

let projectCount = 0;

/** The folders that a file lies in, outermost first. */
function foldersOf(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

/** What VS Code tells of files and folders that come. */
class FileNews {
  readonly #watcher: vscode.FileSystemWatcher;
  readonly #told = new Set<string>();

  constructor(folder: vscode.WorkspaceFolder) {
    this.#watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**'));
    this.#watcher.onDidCreate(({ path }) => this.#told.add(path));
  }

  async of({ path }: vscode.Uri): Promise<void> {
    await eventually(`news of ${path}`, () => this.#told.has(path));
  }

  end(): void {
    this.#watcher.dispose();
  }
}

/** The file's text on disk, not in an editor; `undefined` where there is none. */
export async function onDisk(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** Waits until the server has said of a file what only knowledge of its whole project lets it say. */
export async function untilReported(uri: vscode.Uri, rule: string): Promise<void> {
  await eventually(`finding ${rule}`, () =>
    vscode.languages
      .getDiagnostics(uri)
      .some(({ code }) => String(typeof code === 'object' ? code.value : code) === rule),
  );
}

/** Closes every editor; what was not saved is lost. */
export async function closeEditors(): Promise<void> {
  for (const { tabs } of vscode.window.tabGroups.all) {
    for (const tab of tabs) {
      if (!tab.isDirty) continue;
      if (tab.input instanceof vscode.TabInputText) {
        await vscode.window.showTextDocument(tab.input.uri);
        await vscode.commands.executeCommand('workbench.action.files.revert');
      }
    }
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
