import { parse, type ParseError } from 'jsonc-parser';
import { type RuleConfig, readRuleConfig } from '../rules/ruleLevels.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';
import { configFileName } from '../workspace/findFiles.ts';
import { baseName, isBelow, joinUri, parentUri, uriPath } from '../workspace/uris.ts';

/** A config with the folder that its patterns count from. */
export interface PlacedConfig {
  readonly folder: string;
  readonly config: RuleConfig;
}

/** The `agent-tailor.json` files of the workspace: the nearest one upwards counts, and no other. */
export class ConfigFiles {
  readonly #files: FileSystem;
  readonly #log: (message: string) => void;
  readonly #byFolder = new Map<string, RuleConfig>();
  readonly #texts = new Map<string, string>();
  /** The folders that were looked in. */
  readonly #looked = new Set<string>();

  constructor(files: FileSystem, log: (message: string) => void) {
    this.#files = files;
    this.#log = log;
  }

  /** Reads a config file anew; forgets it where it is gone. Answers whether `uri` is one at all. */
  async read(uri: string): Promise<boolean> {
    if (baseName(uri) !== configFileName) return false;
    const folder = parentUri(uri);
    this.#looked.add(folder);
    const text = await this.#files.readText(uri);
    if (text === undefined) {
      this.#byFolder.delete(folder);
      return true;
    }
    const errors: ParseError[] = [];
    const problems: string[] = [];
    const value: unknown = parse(text.replace(/^\uFEFF/, ''), errors, { allowTrailingComma: true });
    const config = readRuleConfig(value, problems);
    if (errors.length > 0) problems.unshift('it is not valid JSON; what could be read counts');
    for (const problem of problems) this.#log(`${uriPath(uri)}: ${problem}`);
    this.#byFolder.set(folder, config);
    this.#texts.set(folder, text);
    return true;
  }

  /**
   * Reads the config files from a file's folder up to `top` that have not been looked for. Whoever searches a
   * workspace's folders does not come by those inside `.claude`, nor by those above a file that is named alone.
   */
  async readAbove(uri: string, top: string): Promise<void> {
    for (let folder = parentUri(uri); ; folder = parentUri(folder)) {
      if (!this.#looked.has(folder)) await this.read(joinUri(folder, configFileName));
      if (folder === top || parentUri(folder) === folder) return;
    }
  }

  /** Forgets a config file that is gone, or those of a folder that is; answers whether there was one. */
  removeBelow(uri: string): boolean {
    let removed = false;
    for (const folder of this.#byFolder.keys()) {
      if (isBelow(folder, uri) || uri === joinUri(folder, configFileName)) {
        removed = this.#byFolder.delete(folder) || removed;
      }
    }
    return removed;
  }

  /** How many there are. */
  get count(): number {
    return this.#byFolder.size;
  }

  /** The text of a folder's config file as last read. */
  textOf(folder: string): string | undefined {
    return this.#byFolder.has(folder) ? this.#texts.get(folder) : undefined;
  }

  /** The nearest config from a file's folder upwards, not above `top`. */
  nearest(uri: string, top: string | undefined): PlacedConfig | undefined {
    if (this.#byFolder.size === 0) return undefined;
    for (let folder = parentUri(uri); ; folder = parentUri(folder)) {
      const config = this.#byFolder.get(folder);
      if (config !== undefined) return { folder, config };
      if (folder === top || parentUri(folder) === folder) return undefined;
    }
  }
}
