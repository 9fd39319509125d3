/**
 * Figures, not tests: `npm run bench`, or `npm run bench -- --json`. The floor of a figure is an empty language
 * server on the same libraries, measured in the same run, turn about.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPrograms, type Programs, root, sizeOf } from './bundles.ts';
import { measureCheck } from './checkCommand.ts';
import type { Found } from './benchClient.ts';
import { agentText, projectFiles } from './fixtures.ts';
import { measureKeystrokes } from './keystrokes.ts';
import { measureStartUp } from './startUp.ts';
import { type Figure, printTable } from './table.ts';
import { TemporaryProject } from './temporaryProject.ts';

const folder = mkdtempSync(join(tmpdir(), 'agent-tailor-bundles-'));
try {
  const programs = await buildPrograms(folder);
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
    const project = new TemporaryProject(files, file === 'CLAUDE.md' ? isProjectRead : undefined);
    const { ours, floor, cold, memory } = await measureKeystrokes(programs, project, file);
    project.remove();
    figures.push({ ...against(`keystroke: ${name}`, ours.median, floor.median, 'ms'), aim: { ratio: aim } });
    figures.push(against('  95th percentile', ours.p95, floor.p95, 'ms'));
    figures.push(against('  the first 200, not warm', cold.ours.median, cold.floor.median, 'ms'));
    if (memory.ours !== undefined && memory.floor !== undefined) {
      figures.push(against('  memory', memory.ours, memory.floor, 'MB'));
    }
  }
  return figures;
}

/** What only the agents ask of CLAUDE.md is found when they have been read. */
function isProjectRead(found: readonly Found[]): boolean {
  return found.some(({ code }) => code === 'project/missing-section');
}

function against(name: string, value: number, floor: number, unit: string): Figure {
  return { name, value, unit, floor, ratio: value / floor };
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
  const project = new TemporaryProject(projectFiles(500, 40), isProjectRead);
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
      const value = sizeOf(join(dist, file));
      return {
        name: `dist/${file}`,
        value,
        unit: 'KB',
        ...(file.endsWith('.vsix') ? { aim: { most: 700 } } : {}),
      };
    });
}
