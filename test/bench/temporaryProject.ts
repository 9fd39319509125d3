import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Found } from './benchClient.ts';

/** A project on disk, with a home folder of its own beside it. */
export class TemporaryProject {
  readonly path: string;
  readonly home: string;
  readonly #base: string;
  readonly #files: Readonly<Record<string, string>>;
  /** Tells the diagnostics that the file to be edited has once the project is read; unset: any will do. */
  readonly isSettled: ((diagnostics: readonly Found[]) => boolean) | undefined;

  constructor(
    files: Readonly<Record<string, string>>,
    isSettled?: (diagnostics: readonly Found[]) => boolean,
  ) {
    this.#base = mkdtempSync(join(tmpdir(), 'agent-tailor-bench-'));
    this.path = join(this.#base, 'project');
    this.home = join(this.#base, 'home');
    this.#files = files;
    this.isSettled = isSettled;
    mkdirSync(this.home);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.path, name)), { recursive: true });
      writeFileSync(join(this.path, name), text);
    }
  }

  uri(name = ''): string {
    return pathToFileURL(join(this.path, name)).href.replace(/\/$/, '');
  }

  text(name: string): string {
    return this.#files[name]!;
  }

  remove(): void {
    rmSync(this.#base, { recursive: true, force: true });
  }
}
