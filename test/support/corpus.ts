/**
 * The archive of real files that lies beside the project where it was made; it is no part of the project, so every
 * test that uses it must do without it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const archive = fileURLToPath(new URL('../../../shared/corpus/corpus.tar.gz', import.meta.url));

export const corpusIsPresent = existsSync(archive);

/** For `node:test`'s `skip` option: says so where the archive is absent. */
export const skipWithoutCorpus = corpusIsPresent ? false : 'corpus absent';

let files: ReadonlyMap<string, Buffer> | undefined;

/** Every file of the archive by its path from the archive's top (`agents/…`, `verdicts.json`). */
export function corpusFiles(): ReadonlyMap<string, Buffer> {
  files ??= corpusIsPresent ? readTar(gunzipSync(readFileSync(archive))) : new Map();
  return files;
}

export function corpusText(path: string): string {
  const bytes = corpusFiles().get(path);
  if (bytes === undefined) throw new Error(`not in the corpus: ${path}`);
  return bytes.toString('utf8');
}

/** What the real program did with one agent file. */
export interface CorpusVerdict {
  readonly loaded: boolean;
  readonly reason: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly model?: string;
  readonly tools?: string;
  readonly debugMessages: readonly string[];
  readonly unknownKeys: readonly string[];
  readonly spawned?: {
    readonly started: boolean;
    readonly tools?: readonly string[];
    readonly promptLine?: number | null;
    readonly promptStart?: string;
    readonly unresolved?: readonly string[];
  };
}

/** Every agent file with its verdict, real and hard ones. */
export function corpusVerdicts(): { path: string; text: string; verdict: CorpusVerdict }[] {
  const all: { path: string; text: string; verdict: CorpusVerdict }[] = [];
  for (const [list, folder] of [
    ['verdicts.json', ''],
    ['adversarial/verdicts.json', 'adversarial/'],
  ] as const) {
    const verdicts = JSON.parse(corpusText(list)) as Record<string, CorpusVerdict>;
    for (const [name, verdict] of Object.entries(verdicts)) {
      const path = name.startsWith(folder) ? name : folder + name;
      all.push({ path, text: corpusText(path), verdict });
    }
  }
  return all;
}

function readTar(tar: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  let longName: string | undefined;
  for (let at = 0; at + 512 <= tar.length;) {
    const header = tar.subarray(at, at + 512);
    if (header[0] === 0) break;
    const size = Number.parseInt(textOf(header, 124, 136), 8);
    const content = tar.subarray(at + 512, at + 512 + size);
    const type = String.fromCharCode(header[156] ?? 0);
    if (type === 'L') longName = content.toString('utf8').replace(/\0+$/, '');
    else if (type === 'x') longName = /\d+ path=([^\n]*)\n/.exec(content.toString('utf8'))?.[1];
    else {
      const prefix = textOf(header, 345, 500);
      const short = textOf(header, 0, 100);
      const name = longName ?? (prefix === '' ? short : `${prefix}/${short}`);
      longName = undefined;
      if (type === '0' || type === '\0')
        found.set(name.replace(/^\.\//, '').replace(/^corpus\//, ''), content);
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return found;
}

function textOf(header: Buffer, from: number, to: number): string {
  const bytes = header.subarray(from, to);
  const end = bytes.indexOf(0);
  return bytes
    .subarray(0, end < 0 ? bytes.length : end)
    .toString('utf8')
    .trim();
}
