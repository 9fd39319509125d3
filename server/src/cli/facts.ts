import { homedir } from 'node:os';
import { ProjectFile } from '../analysis/projectFile.ts';
import { readFacts } from '../project/facts.ts';
import { factsByKind } from '../project/factsByKind.ts';
import { loadProjectDocument } from '../project/loadProjectDocument.ts';
import { factsJson, factsText } from './factsReport.ts';
import { nodeFileSystem } from './nodeFileSystem.ts';
import { readArguments, readFormat } from './options.ts';
import { CommandFailure, write } from './output.ts';
import { kindOfPath, uriOf } from './workspace.ts';

/** `agent-tailor facts DIR [--format text|json]` */
export async function printFacts(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { format: { type: 'string' } });
  const format = readFormat(values.format, ['text', 'json']);
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new CommandFailure('facts takes one project folder');
  if ((await kindOfPath(path)) !== 'folder') throw new CommandFailure(`"${path}" is not a folder`);

  const document = await loadProjectDocument(nodeFileSystem, uriOf(path), { home: uriOf(homedir()) });
  const files = document.sources.map((source) => new ProjectFile(source.uri, source.text));
  const facts = factsByKind(readFacts(files));
  await write(process.stdout, format === 'json' ? factsJson(files, facts) : factsText(files, facts));
  return 0;
}
