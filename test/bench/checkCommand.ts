import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { agentText } from './fixtures.ts';
import { median } from './figures.ts';
import { TemporaryProject } from './temporaryProject.ts';

export interface CheckFigures {
  /** Seconds on the clock. */
  readonly wall: number;
  /** Seconds of processor time, of all threads; of the run that was disturbed least, as others only add to it. */
  readonly processor: number;
}

/** Runs `agent-tailor check` on a project of `agents` agent files of some 60 lines, `times` times. */
export async function measureCheck(
  cli: string,
  agents: number,
  times = 9,
  nodeOptions: readonly string[] = [],
): Promise<CheckFigures> {
  const files: Record<string, string> = {};
  for (let i = 0; i < agents; i++) files[`.claude/agents/agent-${i}.md`] = agentText(`agent-${i}`, 60);
  const project = new TemporaryProject(files);
  // Node does not tell what a child has used: the child writes it down itself when it ends.
  const spy = join(project.home, 'spy.cjs');
  const notes = join(project.home, 'processor-time');
  writeFileSync(
    spy,
    `const { writeFileSync } = require('node:fs');
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(${JSON.stringify(notes)}, String((user + system) / 1e6));
});
`,
  );
  const figures = { wall: [] as number[], processor: [] as number[] };
  for (let i = 0; i < times; i++) {
    const before = performance.now();
    // As CommonJS: the loader of ES modules would take as long as fifty agents.
    const command = [...nodeOptions, '--require', spy, cli, 'check', project.path];
    await run(command, project.home);
    figures.wall.push((performance.now() - before) / 1000);
    figures.processor.push(Number(readFileSync(notes, 'utf8')));
  }
  project.remove();
  return { wall: median(figures.wall), processor: Math.min(...figures.processor) };
}

function run(command: readonly string[], home: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, HOME: home, USERPROFILE: home },
    });
    let report = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (report += text));
    child.once('error', reject);
    child.once('close', (code) => {
      if (/\d+ agents?, /.test(report)) resolve();
      else reject(new Error(`check ended with ${String(code)} and no report`));
    });
  });
}
