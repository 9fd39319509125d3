/**
 * Figures, not tests: `npm run bench`, or `npm run bench -- --json`. The floor of a figure is an empty language
 * server on the same libraries, measured in the same run, turn about.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundlePrograms, type Programs, root, sizeOf } from './bundles.ts';
import { measureCheck } from './checkCommand.ts';
import { agentText, projectFiles } from './fixtures.ts';
import { measureKeystrokes } from './keystrokes.ts';
import { measureStartUp } from './startUp.ts';
import { type Figure, printTable } from './table.ts';
import { TemporaryProject } from './temporaryProject.ts';

const folder = mkdtempSync(join(tmpdir(), 'agent-tailor-bundles-'));
try {
  const programs = await bundlePrograms(folder);
  const figures = [
    ...(await keystrokes(programs)),
    ...(await startUp(programs)),
    ...(await check(programs)),
    ...sizes(),
  ];
  if (process.argv.includes('--json'))
    console.log(JSON.stringify({ version: 1, node: process.version, figures }, null, 2));
  else printTable(figures);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function keystrokes(programs: Programs): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, file, files, aim } of scenes()) {
    // The document's own findings are there when its project has been read.
    const project = new TemporaryProject(
      files,
      file === 'CLAUDE.md' ? (found) => found.length > 0 : undefined,
    );
    const { ours, floor, memory } = await measureKeystrokes(programs, project, file);
    project.remove();
    const ratio = ours.median / floor.median;
    figures.push({
      name: `keystroke: ${name}`,
      value: ours.median,
      unit: 'ms',
      floor: floor.median,
      ratio,
      aim: { ratio: aim },
    });
    figures.push({
      name: '  95th percentile',
      value: ours.p95,
      unit: 'ms',
      floor: floor.p95,
      ratio: ours.p95 / floor.p95,
    });
    if (memory.ours !== undefined && memory.floor !== undefined) {
      figures.push({
        name: '  memory',
        value: memory.ours,
        unit: 'MB',
        floor: memory.floor,
        ratio: memory.ours / memory.floor,
      });
    }
  }
  return figures;
}

function scenes(): { name: string; file: string; files: Record<string, string>; aim: number }[] {
  const agent = '.claude/agents/typed-in.md';
  return [
    {
      name: '300-line agent',
      file: agent,
      files: { ...projectFiles(120, 0), [agent]: agentText('typed-in', 300) },
      aim: 1.25,
    },
    { name: '500-line CLAUDE.md, 40 agents', file: 'CLAUDE.md', files: projectFiles(500, 40), aim: 1.5 },
    { name: '1,500-line CLAUDE.md, 40 agents', file: 'CLAUDE.md', files: projectFiles(1500, 40), aim: 1.5 },
    {
      name: '1,500-line CLAUDE.md, 2,000 agents',
      file: 'CLAUDE.md',
      files: projectFiles(1500, 2000),
      aim: 1.5,
    },
  ];
}

async function startUp(programs: Programs): Promise<Figure[]> {
  const project = new TemporaryProject(projectFiles(500, 40), (found) => found.length > 0);
  const { ours, floor, complete } = await measureStartUp(programs, project, 'CLAUDE.md');
  project.remove();
  return [
    {
      name: 'start to first diagnostics',
      value: ours,
      unit: 'ms',
      floor,
      ratio: ours / floor,
      aim: { ratio: 1.5 },
    },
    {
      name: '  to those that need the 40 agents',
      value: complete,
      unit: 'ms',
      floor,
      ratio: complete / floor,
    },
  ];
}

async function check(programs: Programs): Promise<Figure[]> {
  const { wall, processor } = await measureCheck(programs.cli, 1000);
  return [
    { name: 'check of 1,000 agents: processor', value: processor, unit: 's', aim: { most: 0.5 } },
    { name: '  on the clock', value: wall, unit: 's' },
  ];
}

/** Of what has been built, as it lies in `dist`. */
function sizes(): Figure[] {
  const dist = join(root, 'dist');
  if (!existsSync(dist)) return [];
  return readdirSync(dist)
    .filter((file) => /\.(?:c?js|vsix)$/.test(file))
    .sort()
    .map((file) => {
      const value = sizeOf(join(dist, file)).plain;
      return {
        name: `dist/${file}`,
        value,
        unit: 'KB',
        ...(file.endsWith('.vsix') ? { aim: { most: 700 } } : {}),
      };
    });
}
