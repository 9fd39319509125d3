import { type Detected, detectFrom, nothingDetected } from '../project/detect/detect.ts';
import { findManifests, manifestsAmong, pathBelow } from '../project/detect/findManifests.ts';
import { manifestForm, mayBeManifest } from '../project/detect/manifestFiles.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';
import { baseName, isBelow } from '../workspace/uris.ts';

/**
 * What the manifests of each project show. Read in the background, after the project itself, and again when one
 * of them changes; whoever asks gets what is known by then.
 */
export class Detection {
  readonly #files: FileSystem;
  readonly #log: (message: string) => void;
  readonly #known = new Map<string, Detected>();
  /** Manifests of the folders that were searched, wherever they lie. */
  readonly #noted = new Set<string>();
  readonly #searched = new Set<string>();
  readonly #generations = new Map<string, number>();

  constructor(files: FileSystem, log: (message: string) => void) {
    this.#files = files;
    this.#log = log;
  }

  /** What is known of a project by its folder; nothing until it has been read. */
  of(root: string): Detected {
    return this.#known.get(root) ?? nothingDetected;
  }

  /** A folder was searched, and these files in it may be manifests. */
  note(folder: string, uris: readonly string[]): void {
    this.#searched.add(folder);
    for (const uri of uris) this.#noted.add(uri);
  }

  /** Reads a project's manifests; answers whether what they show has changed. */
  async read(root: string): Promise<boolean> {
    const generation = (this.#generations.get(root) ?? 0) + 1;
    this.#generations.set(root, generation);
    const isStale = (): boolean => this.#generations.get(root) !== generation;
    const wasSearched = [...this.#searched].some((folder) => isBelow(root, folder));
    const places = wasSearched
      ? manifestsAmong(this.#noted, root)
      : await findManifests(this.#files, root, isStale);
    const detected = await detectFrom(this.#files, places, isStale);
    if (isStale()) return false;
    const before = this.#known.get(root);
    for (const { path, reason } of detected.problems) {
      const isKnown = before?.problems.some((one) => one.path === path && one.reason === reason) === true;
      if (!isKnown) this.#log(`skipped the manifest ${path}: ${reason}`);
    }
    this.#known.set(root, detected);
    return signature(before ?? nothingDetected) !== signature(detected);
  }

  /** A file came, changed or went: those of the projects whose manifests have to be read again. */
  fileChanged(uri: string, roots: Iterable<string>): string[] {
    if (!mayBeManifest(baseName(uri))) return [];
    const concerned = [...roots].filter((root) => {
      const path = pathBelow(uri, root);
      return path !== undefined && manifestForm(path) !== undefined;
    });
    if (concerned.length > 0) this.#noted.add(uri);
    return concerned;
  }

  /** A file or a folder went, with all in it: those of the projects that had manifests there. */
  removed(uri: string, roots: Iterable<string>): string[] {
    let had = false;
    for (const noted of this.#noted) {
      if (isBelow(noted, uri)) had = this.#noted.delete(noted) || had;
    }
    for (const root of this.#known.keys()) if (isBelow(root, uri)) this.#known.delete(root);
    for (const folder of this.#searched) if (isBelow(folder, uri)) this.#searched.delete(folder);
    return [...roots].filter((root) => isBelow(uri, root) && (had || this.#hasBelow(root, uri)));
  }

  #hasBelow(root: string, uri: string): boolean {
    return Object.values(this.of(root).technologies).some((list) =>
      list.some((one) => isBelow(one.uri, uri)),
    );
  }
}

/** What of it a finding or a fix could show. */
function signature({ technologies, primaryLanguage }: Detected): string {
  const shown = Object.values(technologies).flatMap((list) =>
    list.map(({ technology, section, uri, line }) => `${technology.id} ${section} ${uri} ${line}`),
  );
  return [...shown, primaryLanguage?.technology.id].join('\n');
}
