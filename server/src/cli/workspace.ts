import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { relative, resolve, sep } from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { LanguageService } from '../languageService.ts';
import { normalizedUri } from '../workspace/uris.ts';
import { commandFileSystem } from './nodeFileSystem.ts';
import { CommandFailure } from './output.ts';

/** The engine over the real files, for one run of a command. */
export function startService(): LanguageService {
  return new LanguageService({
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
  const path = fileURLToPath(uri);
  const shown = relative(process.cwd(), path);
  return (shown === '' || shown.startsWith(`..${sep}..`) ? path : shown).split(sep).join('/');
}

export async function kindOfPath(path: string): Promise<'file' | 'folder'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    throw new CommandFailure(`there is no "${path}"`);
  }
}
