/** Brings exported agents up to date: `agent-tailor profile --update FILE…`. */
import type { UpdateObstacle } from '../analysis/exports.ts';
import type { LanguageService } from '../languageService.ts';
import { conflictMarks } from '../text/merge/conflictMarks.ts';
import type { MergedText } from '../text/merge/mergeTexts.ts';
import { textLines } from '../text/merge/textLines.ts';
import { agentsFolderOf } from '../workspace/selection.ts';
import { parentUri } from '../workspace/uris.ts';
import { CommandFailure, write } from './output.ts';
import { shown } from './textDiff.ts';
import { kindOfPath, pathOf, startService, uriOf } from './workspace.ts';
import { isUtf8, writeText } from './writeFile.ts';

/**
 * Merges into each file what its source and its project have become. A file with conflicts is left as it is, unless
 * they are to be marked in it.
 * @returns the exit code: 0, 1 where there are conflicts, 2 where a file could not be updated
 */
export async function updateFiles(paths: readonly string[], conflicts: 'refuse' | 'mark'): Promise<number> {
  for (const path of paths) {
    if ((await kindOfPath(path)) !== 'file') throw new CommandFailure(`"${path}" is not a file`);
  }
  const service = await serviceFor(paths.map(uriOf));
  let code = 0;
  for (const path of paths) code = Math.max(code, await updateFile(service, path, conflicts));
  return code;
}

/**
 * Writes a merged file and says so; says what is in conflict, where that is not to be marked.
 * @returns the exit code: 1 where there are conflicts
 */
export async function writeMerged(
  path: string,
  before: string,
  merged: MergedText,
  conflicts: 'refuse' | 'mark',
): Promise<number> {
  if (merged.conflicts > 0 && conflicts === 'refuse') {
    await write(process.stdout, conflictsOf(merged.text));
    const times = merged.conflicts === 1 ? 'one conflict' : `${merged.conflicts} conflicts`;
    const said = `${path}: ${times}; it was left as it is, --mark-conflicts writes them into it`;
    await write(process.stderr, `agent-tailor: ${said}\n`);
    return 1;
  }
  await writeText(path, merged.text, 'what is there');
  const marked = merged.conflicts === 0 ? '' : `, ${merged.conflicts} in conflict and marked`;
  const places = merged.edits.length - 1;
  const sizes = `≈ ${tokensOf(before)} → ${tokensOf(merged.text)} tokens`;
  await write(
    process.stdout,
    `${path}: updated in ${places === 1 ? 'one place' : `${places} places`}${marked}, ${sizes}\n`,
  );
  return merged.conflicts === 0 ? 0 : 1;
}

/** The agents' projects and those that they were adapted to. */
async function serviceFor(uris: readonly string[]): Promise<LanguageService> {
  const service = startService();
  for (const uri of uris) service.model.nameAgent(uri);
  const own = uris.flatMap((uri) => {
    const folder = agentsFolderOf(uri);
    return folder === undefined ? [] : [parentUri(parentUri(folder))];
  });
  service.model.setFolders([...new Set(own)]);
  await service.model.settled();
  const noted = uris.flatMap((uri) => service.model.exportIndex.projectOf(uri) ?? []);
  service.model.setFolders([...new Set([...own, ...noted])]);
  await service.model.settled();
  return service;
}

async function updateFile(
  service: LanguageService,
  path: string,
  conflicts: 'refuse' | 'mark',
): Promise<number> {
  const uri = uriOf(path);
  const before = service.model.agent(uri)?.text;
  const merged = service.exports.update(uri);
  const problem = !(await isUtf8(path))
    ? 'it is not UTF-8'
    : before === undefined || merged === undefined
      ? obstacleText(service.exports.obstacle(uri))
      : undefined;
  if (before === undefined || merged === undefined || problem !== undefined) {
    await write(process.stderr, `agent-tailor: cannot update "${path}": ${problem}\n`);
    return 2;
  }
  if (!conflictMarks(before).next().done) {
    await write(
      process.stderr,
      `agent-tailor: cannot update "${path}": it has conflicts that nobody has resolved\n`,
    );
    return 1;
  }
  // The note alone is no reason to touch a file.
  if (merged.edits.length <= 1 && merged.conflicts === 0) {
    await write(process.stdout, `${path}: up to date\n`);
    return 0;
  }
  return writeMerged(path, before, merged, conflicts);
}

function obstacleText(obstacle: UpdateObstacle | undefined): string {
  if (obstacle?.kind === 'no-project') return 'the project that it was adapted to is not there';
  if (obstacle?.kind !== 'no-source') return 'Agent Tailor did not export it';
  const source = pathOf(obstacle.sourceUri);
  return obstacle.candidates.length === 0
    ? `its source ${source} is not to be found; put it back, or adapt the file itself with --in-place`
    : `its source ${source} is not where it was; its comment may mean ${obstacle.candidates.map(pathOf).join(' or ')}`;
}

/** The conflicts as a merged text has them. */
function conflictsOf(text: string): string {
  let isInside = false;
  let result = '';
  for (const { text: line } of textLines(text)) {
    if (line.startsWith('<<<<<<< ')) isInside = true;
    if (isInside) result += `${line}\n`;
    if (line.startsWith('>>>>>>> ')) isInside = false;
  }
  return shown(result);
}

function tokensOf(text: string): number {
  return Math.round(text.length / 3.5);
}
