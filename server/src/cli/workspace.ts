import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { relative, resolve, sep } from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { LanguageService, type ServiceHost } from '../languageService.ts';
import { pluginAbove } from '../workspace/pluginAbove.ts';
import { normalizedUri } from '../workspace/uris.ts';
import { commandFileSystem } from './nodeFileSystem.ts';
import { CommandFailure } from './output.ts';

/**
 * The engine over the real files, for one run of a command.
 * @param abilities what else the command needs of it
 */
export function startService(abilities: Pick<ServiceHost, 'findsDeeperDocuments'> = {}): LanguageService {
  return new LanguageService({
    ...abilities,
    files: commandFileSystem,
    homeUri: uriOf(homedir()),
    onChanged: () => {},
    // Nothing follows later: a command waits until all has settled.
    schedule: () => {},
    log: (message) => process.stderr.write(`agent-tailor: ${message}\n`),
  });
}

/** A path as typed, as a URI. */
export function uriOf(path: string): string {
  return normalizedUri(pathToFileURL(resolve(path)).href);
}

/** A URI as a path relative to where the command runs, with `/` on every system. */
export function pathOf(uri: string): string {
  if (uri.startsWith(here) && plainPath.test(uri)) return uri.slice(here.length);
  const path = fileURLToPath(uri);
  const shown = relative(process.cwd(), path);
  return (shown === '' || shown.startsWith(`..${sep}..`) ? path : shown).split(sep).join('/');
}

/** The folder to open for one that was named: of a part of a project or plugin the whole, whose config counts for it. */
export async function wholeOf(folder: string): Promise<string> {
  const inside = `${folder}/`.indexOf('/.claude/');
  if (inside >= 0) return folder.slice(0, inside);
  return (await pluginAbove(commandFileSystem, folder)) ?? folder;
}

/** The folder that the command runs in. */
const here = `${uriOf('.')}/`;
/** Nothing in it is encoded. */
const plainPath = /^[\w./:-]+$/;

export async function kindOfPath(path: string): Promise<'file' | 'folder'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    throw new CommandFailure(`there is no "${path}"`);
  }
}
