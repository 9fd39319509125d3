// A home folder for a test process, so that nothing reads or writes the person's own.
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Makes a temporary folder with a home in it.
 * @returns {{ folder: string, env: NodeJS.ProcessEnv, remove: () => void }}
 *   `env` is `base` with HOME, USERPROFILE and the XDG folders inside, and without Claude Code's own setting
 */
export function makeTemporaryHome(base = process.env) {
  // Short, because VS Code puts a socket into its user data, and socket paths end at about 100 characters.
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'tailor-')));
  const home = path.join(folder, 'home');
  const places = {
    HOME: home,
    USERPROFILE: home,
    APPDATA: path.join(home, 'AppData', 'Roaming'),
    LOCALAPPDATA: path.join(home, 'AppData', 'Local'),
    XDG_CONFIG_HOME: path.join(home, '.config'),
    XDG_CACHE_HOME: path.join(home, '.cache'),
    XDG_DATA_HOME: path.join(home, '.local', 'share'),
    XDG_STATE_HOME: path.join(home, '.local', 'state'),
  };
  for (const place of Object.values(places)) mkdirSync(place, { recursive: true });
  const { CLAUDE_CONFIG_DIR: _ours, ...rest } = base;
  return {
    folder,
    env: { ...rest, ...places },
    // A process that is just ending may still write; a leftover in the temporary folder is no failure.
    remove: () => {
      try {
        rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      } catch (error) {
        console.error(`The temporary folder ${folder} could not be removed: ${String(error)}`);
      }
    },
  };
}
