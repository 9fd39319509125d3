import { spawnSync } from 'node:child_process';
import { copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The programs that are measured. */
export interface Programs {
  readonly server: string;
  readonly emptyServer: string;
  readonly cli: string;
}

/** Builds ours as they ship, so that no old bundle is measured, and the empty server, into `folder`. */
export async function buildPrograms(folder: string): Promise<Programs> {
  // A bundle over its budget makes the build fail, and can be measured all the same.
  spawnSync(process.execPath, [join(root, 'build.mjs')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const programs = {
    server: join(folder, 'server-process.cjs'),
    emptyServer: join(folder, 'emptyServer.cjs'),
    cli: join(folder, 'cli.cjs'),
  };
  // Away from `dist`, where somebody may be building.
  for (const file of ['server.js', 'server-process.cjs', 'cli.cjs', 'commands.cjs', 'package.json'])
    copyFileSync(join(root, 'dist', file), join(folder, file));
  await build({
    absWorkingDir: root,
    entryPoints: ['test/bench/emptyServer.ts'],
    outfile: programs.emptyServer,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return programs;
}

/** Size of a file in KB of 1,000 bytes. */
export function sizeOf(file: string): number {
  return statSync(file).size / 1000;
}

export const root = fileURLToPath(new URL('../..', import.meta.url));
