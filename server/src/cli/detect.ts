import { detectIn } from '../project/detect/detect.ts';
import type { Detected, DetectedSection } from '../project/detect/detect.ts';
import { nodeFileSystem } from './nodeFileSystem.ts';
import { readArguments, readFormat } from './options.ts';
import { CommandFailure, write } from './output.ts';
import { kindOfPath, pathOf, uriOf } from './workspace.ts';

/** `agent-tailor detect [--format text|json] DIR` */
export async function printDetected(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { format: { type: 'string' } });
  const format = readFormat(values.format, ['text', 'json']);
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new CommandFailure('detect takes one folder');
  if ((await kindOfPath(folder)) !== 'folder') throw new CommandFailure(`"${folder}" is not a folder`);
  const detected = await detectIn(nodeFileSystem, uriOf(folder));
  await reportProblems(detected);
  await write(process.stdout, format === 'json' ? detectedJson(detected) : detectedText(detected));
  return 0;
}

/** Says on the error stream which manifests could not be read, and why. */
export async function reportProblems({ problems }: Detected): Promise<void> {
  for (const { path, reason } of problems) {
    await write(process.stderr, `agent-tailor: skipped ${path}: ${reason}\n`);
  }
}

const sections: readonly DetectedSection[] = ['frontend', 'backend', 'deployment', 'database', 'other'];

/** For programs, as `facts` has it: lines from 1, paths from where the command runs, `version` or `null`. */
function detectedJson({ technologies }: Detected): string {
  const lists = sections.map((section) => [
    section,
    technologies[section].map(({ technology, version, uri, line }) => ({
      text: technology.name,
      id: technology.id,
      version: version ?? null,
      path: pathOf(uri),
      line: line + 1,
    })),
  ]);
  return `${JSON.stringify({ technologies: Object.fromEntries(lists) }, null, 2)}\n`;
}

function detectedText({ technologies }: Detected): string {
  const lines = sections.flatMap((section) =>
    technologies[section].map(({ technology, version, uri, line }) => {
      const named = version === undefined ? technology.name : `${technology.name} ${version}`;
      return `${section.padEnd(11)} ${named.padEnd(24)} ${pathOf(uri)}:${line + 1}`;
    }),
  );
  return lines.length === 0 ? 'No manifest shows a technology.\n' : `${lines.join('\n')}\n`;
}
