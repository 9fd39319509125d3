import { performance } from 'node:perf_hooks';
import { BenchClient, type Found } from './benchClient.ts';
import { median } from './figures.ts';
import type { KeystrokeServers } from './keystrokes.ts';
import type { TemporaryProject } from './temporaryProject.ts';

export interface StartUpFigures {
  /** Milliseconds from starting the process to the first diagnostics of the document that is opened at once. */
  readonly ours: number;
  readonly floor: number;
  /** The same up to the findings that need the whole project read. */
  readonly complete: number;
}

/** Starts both servers turn about, `times` times, and opens a file of the project. */
export async function measureStartUp(
  { server, emptyServer }: KeystrokeServers,
  project: TemporaryProject,
  file: string,
  times = 15,
): Promise<StartUpFigures> {
  const figures = { ours: [] as number[], floor: [] as number[], complete: [] as number[] };
  const isComplete = project.isSettled ?? (() => true);
  for (let i = 0; i < times; i++) {
    const ours = await startOnce(server, project, file, isComplete);
    const floor = await startOnce(emptyServer, project, file, () => true);
    figures.ours.push(ours.first);
    figures.complete.push(ours.complete);
    figures.floor.push(floor.first);
  }
  return { ours: median(figures.ours), floor: median(figures.floor), complete: median(figures.complete) };
}

async function startOnce(
  server: string,
  project: TemporaryProject,
  file: string,
  isComplete: (diagnostics: readonly Found[]) => boolean,
): Promise<{ first: number; complete: number }> {
  const before = performance.now();
  const client = new BenchClient(server, project.home);
  const uri = project.uri(file);
  await client.start(project.uri());
  let first: number | undefined;
  await client.told(
    () => client.open(uri, project.text(file)),
    (published) => {
      if (published.uri !== uri) return false;
      first ??= performance.now() - before;
      return isComplete(published.diagnostics);
    },
  );
  const complete = performance.now() - before;
  await client.stop();
  return { first: first!, complete };
}
