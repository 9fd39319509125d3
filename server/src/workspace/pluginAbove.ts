import type { FileSystem } from './fileSystem.ts';
import { baseName, joinUri, parentUri } from './uris.ts';

/** The folder of the plugin in whose `agents` folder a file or folder lies, or whose `agents` folder it is. */
export async function pluginAbove(files: FileSystem, uri: string): Promise<string | undefined> {
  for (let folder = uri; parentUri(folder) !== folder; folder = parentUri(folder)) {
    if (baseName(folder) !== 'agents') continue;
    const root = parentUri(folder);
    if ((await files.stat(joinUri(root, '.claude-plugin', 'plugin.json'))) !== undefined) return root;
  }
  return undefined;
}
