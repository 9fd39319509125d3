import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NewDocument } from '../features/newDocument.ts';
import { joinUri } from '../workspace/uris.ts';
import { readArguments } from './options.ts';
import { CommandFailure, write } from './output.ts';
import { kindOfPath, pathOf, startService, uriOf } from './workspace.ts';

/**
 * `agent-tailor init [--agent NAME]… DIR`: writes the CLAUDE.md that the folder's agents read, or the named ones of
 * them, filled in with what its manifests show. One that is there, or in `.claude`, stays as it is.
 */
export async function initProject(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { agent: { type: 'string', multiple: true } });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new CommandFailure('init takes one folder');
  if ((await kindOfPath(folder)) !== 'folder') throw new CommandFailure(`"${folder}" is not a folder`);
  const root = uriOf(folder);
  const service = startService();
  service.model.setFolders([root]);
  await service.model.settled();
  for (const names of [['CLAUDE.md'], ['.claude', 'CLAUDE.md']]) {
    const uri = joinUri(root, ...names);
    if ((await service.model.files.stat(uri)) !== undefined) {
      throw new CommandFailure(`${pathOf(uri)} is there already; it was left as it is`);
    }
  }
  const all = service.newDocument(root);
  const chosen = values.agent === undefined ? undefined : chosenAmong(all?.readers ?? [], values.agent);
  const document = chosen === undefined ? all : service.newDocument(root, chosen);
  if (document === undefined) throw new CommandFailure(`"${folder}" could not be read`);
  const path = join(folder, 'CLAUDE.md');
  // A file that came in the meantime is somebody's.
  await writeFile(path, document.content, { flag: 'wx' }).catch((error: unknown) => {
    throw new CommandFailure(
      `cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  await write(process.stdout, `Wrote ${path} with ${document.labels.join(', ')}.\n`);
  return 0;
}

/** The URIs of the named agents. */
function chosenAmong(readers: NewDocument['readers'], names: readonly string[]): ReadonlySet<string> {
  return new Set(
    names.flatMap((name) => {
      const found = readers.filter((reader) => reader.name === name);
      if (found.length > 0) return found.map(({ uri }) => uri);
      const known = readers.map((reader) => reader.name).join(', ');
      throw new CommandFailure(
        known === ''
          ? `no agent reads a section of CLAUDE.md, also not "${name}"`
          : `no agent called "${name}" reads a section of CLAUDE.md; those that do: ${known}`,
      );
    }),
  );
}
