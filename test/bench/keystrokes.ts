import { performance } from 'node:perf_hooks';
import { BenchClient } from './benchClient.ts';
import { median, percentile } from './figures.ts';
import type { TemporaryProject } from './temporaryProject.ts';

export interface KeystrokeFigures {
  /** Milliseconds from the change being sent to its diagnostics being read. */
  readonly ours: Distribution;
  readonly floor: Distribution;
  /** The same for the first edits of all, while either server is still being compiled by its engine. */
  readonly cold: { readonly ours: Distribution; readonly floor: Distribution };
  /** MB of resident memory after the edits. */
  readonly memory: { readonly ours: number | undefined; readonly floor: number | undefined };
}

export interface Distribution {
  readonly median: number;
  readonly p95: number;
}

export interface KeystrokeServers {
  readonly server: string;
  readonly emptyServer: string;
  /** Options for the Node that runs our server, to profile it. */
  readonly nodeOptions?: readonly string[];
}

/**
 * Types into one file of a project, into ours and into the empty server turn about, each letter as soon as the last was
 * answered: words at ten places from the top to the bottom. `edits` letters to warm both up, then as many that count.
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
  for (const at of placesIn(text, 2 * edits)) {
    version++;
    const letter = 'typed in the middle '[version % 20]!;
    times.ours.push(await type(ours, at, letter));
    times.floor.push(await type(floor, at, letter));
  }
  const memory = { ours: ours.memory(), floor: floor.memory() };
  await Promise.all([ours.stop(), floor.stop()]);
  return {
    ours: distribution(times.ours.slice(edits)),
    floor: distribution(times.floor.slice(edits)),
    cold: {
      ours: distribution(times.ours.slice(0, edits)),
      floor: distribution(times.floor.slice(0, edits)),
    },
    memory,
  };
}

function distribution(times: readonly number[]): Distribution {
  return { median: median(times), p95: percentile(times, 0.95) };
}

/** Behind the last words of ten lines, from the top to the bottom and again; a word of ten letters at each. */
function placesIn(text: string, edits: number): { line: number; character: number }[] {
  const lines = text.split('\n');
  const ends = Array.from({ length: 10 }, (_, place) => {
    let line = Math.floor(((place + 0.25) * lines.length) / 10);
    while (!/\w$/.test(lines[line] ?? '')) line++;
    return { line, character: lines[line]!.length };
  });
  return Array.from({ length: edits }, (_, edit) => {
    const { line, character } = ends[Math.floor(edit / 10) % 10]!;
    return { line, character: character + 10 * Math.floor(edit / 100) + (edit % 10) };
  });
}
