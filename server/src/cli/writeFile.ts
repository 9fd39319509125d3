import { readFile, writeFile } from 'node:fs/promises';
import { CommandFailure } from './output.ts';

/**
 * Writes a file.
 * @param over `nothing`: a file that is there already is left as it is, and that is a failure
 */
export async function writeText(
  path: string,
  text: string,
  over: 'nothing' | 'what is there',
): Promise<void> {
  try {
    await writeFile(path, text, { flag: over === 'nothing' ? 'wx' : 'w' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new CommandFailure(`"${path}" is there already; --overwrite replaces it`);
    throw new CommandFailure(`cannot write "${path}": ${message}`);
  }
}

/** What is no UTF-8 has been read with replacement characters: writing it would lose the original. */
export async function isUtf8(path: string): Promise<boolean> {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
    return true;
  } catch {
    return false;
  }
}
