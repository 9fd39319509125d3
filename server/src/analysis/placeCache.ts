/** What was read from files and folders, kept until an event says that one of them has changed. */
import { isBelow } from '../workspace/uris.ts';

/** Reads a place when first asked for, once for all who ask at the same time. */
export class PlaceCache<T> {
  readonly #read: (uri: string) => Promise<T>;
  readonly #kept = new Map<string, Promise<T>>();

  /** @param read reads the file or folder at a URI; should not reject for one that is absent */
  constructor(read: (uri: string) => Promise<T>) {
    this.#read = read;
  }

  at(uri: string): Promise<T> {
    const kept = this.#kept.get(uri);
    if (kept !== undefined) return kept;
    const reading = this.#read(uri);
    this.#kept.set(uri, reading);
    // What could not be read is tried again when it is asked for again.
    reading.catch(() => {
      if (this.#kept.get(uri) === reading) this.#kept.delete(uri);
    });
    return reading;
  }

  /** Drops what was read from `uri`, from a folder that holds it, or from anything inside it. */
  forget(uri: string): void {
    for (const place of this.#kept.keys()) {
      if (isBelow(uri, place) || isBelow(place, uri)) this.#kept.delete(place);
    }
  }
}
