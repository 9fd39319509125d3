import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { templateSections } from '../catalogue/template.ts';
import type { LanguageService } from '../languageService.ts';
import { createDocument } from '../project/createDocument.ts';
import { prefilled } from '../project/prefill.ts';
import { joinUri } from '../workspace/uris.ts';
import { readArguments } from './options.ts';
import { CommandFailure, write } from './output.ts';
import { kindOfPath, pathOf, startService, uriOf } from './workspace.ts';

/**
 * `agent-tailor init DIR`: writes the CLAUDE.md that the folder's agents read, filled in with what its manifests
 * show. One that is there, or in `.claude`, stays as it is.
 */
export async function initProject(args: readonly string[]): Promise<number> {
  const { positionals } = readArguments(args, {});
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
  const path = join(folder, 'CLAUDE.md');
  const { text, labels } = newDocument(service, root);
  // A file that came in the meantime is somebody's.
  await writeFile(path, text, { flag: 'wx' }).catch((error: unknown) => {
    throw new CommandFailure(
      `cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  await write(process.stdout, `Wrote ${path} with ${labels.join(', ')}.\n`);
  return 0;
}

function newDocument(service: LanguageService, root: string): { text: string; labels: readonly string[] } {
  const project = service.model.project(root);
  const read = project?.required.places.map(({ label }) => label) ?? [];
  const labels = read.length > 0 ? read : templateLabels();
  const wanted = labels
    .filter((label) => project === undefined || project.facts.resolve(label).status === 'missing')
    .map((label) => ({ label }));
  const { newText } = createDocument(prefilled(service.model.detection.of(root), wanted), '\n');
  // Beside a CLAUDE.md Claude Code no longer reads AGENTS.md of itself.
  const hasAgentsMd = project?.sources.some(({ uri }) => uri === joinUri(root, 'AGENTS.md')) === true;
  const text = hasAgentsMd ? newText.replace(/^(# .*\n)/, '$1\n@AGENTS.md\n') : newText;
  return { text, labels: wanted.map(({ label }) => label) };
}

/** Where no agent says what it reads: what adaptive agents are most often told to read. */
function templateLabels(): string[] {
  return templateSections
    .filter(({ id }) => id === 'domains-and-goals' || id === 'technologies')
    .flatMap(({ labels }) => labels.map(({ label }) => label));
}
