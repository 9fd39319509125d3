import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** The programs that are measured, bundled from the sources as they are now. */
export interface Programs {
  readonly server: string;
  readonly emptyServer: string;
  readonly cli: string;
}

/** Bundles the three programs into `folder` with the settings of `build.mjs`, all three alike; not minified, they can be profiled. */
export async function bundlePrograms(folder: string, { minify = true } = {}): Promise<Programs> {
  await build({
    absWorkingDir: root,
    entryPoints: {
      server: 'server/src/entry/serverNode.ts',
      emptyServer: 'test/bench/emptyServer.ts',
      cli: 'server/src/cli/main.ts',
    },
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    minify,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    target: 'node20',
    legalComments: 'none',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return {
    server: join(folder, 'server.cjs'),
    emptyServer: join(folder, 'emptyServer.cjs'),
    cli: join(folder, 'cli.cjs'),
  };
}

/** Size of a file in KB of 1,000 bytes, as it is and compressed. */
export function sizeOf(file: string): { plain: number; gzip: number } {
  return { plain: statSync(file).size / 1000, gzip: gzipSync(readFileSync(file)).length / 1000 };
}

export const root = fileURLToPath(new URL('../..', import.meta.url));
