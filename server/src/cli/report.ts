import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Coverage } from '../features/coverage/coverage.ts';
import { isAnswer } from '../features/requirementStates/states.ts';
import { coverageMarkdown, gapText } from '../features/coverage/coverageMarkdown.ts';
import { readArguments, readFormat } from './options.ts';
import { CommandFailure, write } from './output.ts';
import { reportHtml } from './reportHtml.ts';
import { kindOfPath, pathOf, startService, uriOf } from './workspace.ts';

/** `agent-tailor report DIR [--format markdown|html|json]`: every project in the folder, one after the other. */
export async function printReport(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { format: { type: 'string' } });
  const format = readFormat(values.format, ['markdown', 'html', 'json']);
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new CommandFailure('report takes one folder');
  if ((await kindOfPath(folder)) !== 'folder') throw new CommandFailure(`"${folder}" is not a folder`);

  const service = startService();
  const root = uriOf(folder);
  service.model.setFolders([root]);
  await service.model.settled();
  const coverages = service.model.projects
    .filter((project) => project.root === root || project.agents.size > 0)
    .sort((a, b) => (a.root < b.root ? -1 : 1))
    .flatMap((project) => service.coverage(project.root) ?? []);
  // A folder of projects need not be one itself.
  const shown = coverages.length > 1 ? coverages.filter((one) => !isEmpty(one)) : coverages;
  const output = {
    markdown: () => shown.map((one) => coverageMarkdown(one, linkFrom(fileURLToPath(root)))).join('\n'),
    html: () => reportHtml(shown),
    json: () => reportJson(shown),
  };
  await write(process.stdout, output[format]());
  return 0;
}

/** For programs; paths relative to where the command runs, lines from 1. */
function reportJson(coverages: readonly Coverage[]): string {
  const report = {
    version: 1,
    projects: coverages.map(({ project, documentUri, sections, agents, gaps, readingNothing, skipped }) => ({
      project: project.name,
      path: pathOf(project.uri),
      document: documentUri === undefined ? null : pathOf(documentUri),
      summary: {
        sections: sections.length,
        answered: sections.filter(({ status }) => isAnswer(status)).length,
        agents: agents.length,
      },
      sections: sections.map(({ label, status, answeredAt }) => ({
        label,
        status,
        ...(answeredAt === undefined ? {} : { answeredAt: placeJson(answeredAt) }),
      })),
      agents: agents.map((agent) => ({
        name: agent.name,
        path: pathOf(agent.uri),
        sections: agent.cells.flatMap((cell, index) =>
          cell === undefined
            ? []
            : [
                {
                  label: sections[index]!.label,
                  status: cell.status,
                  declared: cell.declared,
                  entries: { kept: cell.kept, of: cell.entries },
                  line: cell.readAt.line + 1,
                },
              ],
        ),
        gaps: agent.unknown,
        knownOnlyThrough: agent.knownOnlyThrough,
        lines: agent.lines,
        tokens: agent.tokens,
      })),
      gaps: gaps.map((gap) => ({
        kind: gap.kind,
        label: gap.label,
        text: gapText(gap),
        agents: gap.agents.map(({ name }) => name),
        ...(gap.parts.length === 0 ? {} : { open: gap.parts.map(({ name }) => name) }),
        ...(gap.at === undefined ? {} : { at: placeJson(gap.at) }),
      })),
      readingNothing: readingNothing.map(({ uri }) => pathOf(uri)),
      skipped: skipped.map(({ uri }) => pathOf(uri)),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function placeJson({ uri, line }: { readonly uri: string; readonly line: number }): object {
  return { path: pathOf(uri), line: line + 1 };
}

function isEmpty({ agents, skipped, readingNothing }: Coverage): boolean {
  return agents.length + skipped.length + readingNothing.length === 0;
}

/** Links that work where the document is kept in the folder reported on. */
function linkFrom(folder: string): (uri: string, line: number) => string {
  return (uri, line) => {
    const path = relative(folder, fileURLToPath(uri)).split(sep).map(encoded).join('/');
    return line === 0 ? path : `${path}#L${line + 1}`;
  };
}

/** Brackets too, which would end a link in Markdown. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
}
