import { performance } from 'node:perf_hooks';
import { BenchClient } from './benchClient.ts';
import { median, percentile } from './figures.ts';
import type { TemporaryProject } from './temporaryProject.ts';

export interface KeystrokeFigures {
  /** Milliseconds from the change being sent to its diagnostics being read. */
  readonly ours: { readonly median: number; readonly p95: number };
  readonly floor: { readonly median: number; readonly p95: number };
  /** MB of resident memory after the edits. */
  readonly memory: { readonly ours: number | undefined; readonly floor: number | undefined };
}

export interface KeystrokeServers {
  readonly server: string;
  readonly emptyServer: string;
  /** Options for the Node that runs our server, to profile it. */
  readonly nodeOptions?: readonly string[];
}

/**
 * Types `edits` characters into one file of a project, into ours and into the empty server turn about, each as soon
 * as the last was answered: 20 letters at each of ten places from the top to the bottom.
 */
export async function measureKeystrokes(
  { server, emptyServer, nodeOptions }: KeystrokeServers,
  project: TemporaryProject,
  file: string,
  edits = 200,
): Promise<KeystrokeFigures> {
  const ours = new BenchClient(server, project.home, nodeOptions);
  const floor = new BenchClient(emptyServer, project.home);
  const uri = project.uri(file);
  const text = project.text(file);
  await Promise.all([ours.start(project.uri()), floor.start(project.uri())]);
  await ours.told(
    () => ours.open(uri, text),
    (published) => published.uri === uri && (project.isSettled?.(published.diagnostics) ?? true),
  );
  await floor.told(
    () => floor.open(uri, text),
    (published) => published.uri === uri,
  );

  const times = { ours: [] as number[], floor: [] as number[] };
  let version = 1;
  const type = async (
    client: BenchClient,
    at: { line: number; character: number },
    letter: string,
  ): Promise<number> => {
    const before = performance.now();
    await client.told(
      () => client.type(uri, version, at, letter),
      (published) => published.version === version,
    );
    return performance.now() - before;
  };
  for (const at of placesIn(text, edits)) {
    version++;
    const letter = 'typed in the middle '[version % 20]!;
    times.ours.push(await type(ours, at, letter));
    times.floor.push(await type(floor, at, letter));
  }
  const memory = { ours: ours.memory(), floor: floor.memory() };
  await Promise.all([ours.stop(), floor.stop()]);
  return {
    ours: { median: median(times.ours), p95: percentile(times.ours, 0.95) },
    floor: { median: median(times.floor), p95: percentile(times.floor, 0.95) },
    memory,
  };
}

/** Behind the words of lines that have some, ten places apart from each other; at each, a word is typed. */
function placesIn(text: string, edits: number): { line: number; character: number }[] {
  const lines = text.split('\n');
  const each = edits / 10;
  const places: { line: number; character: number }[] = [];
  for (let place = 0; place < 10; place++) {
    let line = Math.floor(((place + 0.25) * lines.length) / 10);
    while (!/\w$/.test(lines[line] ?? '')) line++;
    const end = lines[line]!.length;
    for (let i = 0; i < each; i++) places.push({ line, character: end + i });
  }
  return places;
}
