import type { LanguageService } from '../languageService.ts';
import { projectFileKind } from '../workspace/selection.ts';
import { isBelow } from '../workspace/uris.ts';
import { type CheckedFile, jsonReport, textReport } from './checkReport.ts';
import { readArguments, readFormat } from './options.ts';
import { CommandFailure, write } from './output.ts';
import { kindOfPath, pathOf, startService, uriOf, wholeOf } from './workspace.ts';

/** `agent-tailor check [--format text|json] PATH…` */
export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { format: { type: 'string' } });
  const format = readFormat(values.format, ['text', 'json']);
  if (positionals.length === 0) throw new CommandFailure('check takes at least one file or folder');

  const service = startService({ findsDeeperDocuments: true });
  const folders: string[] = [];
  const files = new Set<string>();
  let failed = false;
  for (const path of positionals) {
    try {
      if ((await kindOfPath(path)) === 'folder') folders.push(uriOf(path));
      else files.add(uriOf(path));
    } catch (error) {
      if (!(error instanceof CommandFailure)) throw error;
      await write(process.stderr, `agent-tailor: ${error.message}\n`);
      failed = true;
    }
  }
  readNamed(service, files);
  service.model.setFolders(await Promise.all(folders.map(wholeOf)));
  await service.model.settled();

  const checked = checkedFiles(service, folders, files);
  for (const folder of folders) {
    if (checked.some(({ uri }) => isBelow(uri, folder))) continue;
    await write(process.stderr, `agent-tailor: no agents or project documents in "${pathOf(folder)}"\n`);
  }
  await write(process.stdout, format === 'json' ? jsonReport(checked) : textReport(checked));
  if (failed) return 2;
  return checked.some((file) => file.findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

/** A file that is named is an agent, whatever folder it lies in, unless its name makes it a project document. */
function readNamed(service: LanguageService, files: ReadonlySet<string>): void {
  for (const uri of files) {
    if (projectFileKind(uri) === undefined) service.model.nameAgent(uri);
    service.model.fileChanged(uri);
  }
}

function checkedFiles(
  service: LanguageService,
  folders: readonly string[],
  files: ReadonlySet<string>,
): CheckedFile[] {
  return [...service.model.documents]
    .filter((uri) => files.has(uri) || folders.some((folder) => isBelow(uri, folder)))
    .sort()
    .flatMap((uri): CheckedFile[] => {
      const agent = service.model.agent(uri);
      const document = agent ?? service.model.projectFile(uri);
      if (document === undefined) return [];
      const findings = service.findings(uri);
      return [{ uri, document, findings, ...(agent === undefined ? {} : { agent }) }];
    });
}
