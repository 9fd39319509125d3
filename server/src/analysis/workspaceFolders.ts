import { configFileName } from '../workspace/findFiles.ts';
import { isBelow, joinUri, parentUri } from '../workspace/uris.ts';
import type { ConfigFiles, PlacedConfig } from './configFiles.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** The folders that the editor has open, with the settings that hold in each. */
export class WorkspaceFolders {
  readonly #configs: ConfigFiles;
  #folders: ReadonlySet<string> = new Set();
  #settings: ReadonlyMap<string, Settings> = new Map();
  #otherSettings: Settings = defaultSettings;

  constructor(configs: ConfigFiles) {
    this.#configs = configs;
  }

  /** Takes the folders in; answers which are new and which are gone. */
  set(folders: readonly string[]): { added: string[]; removed: string[] } {
    const before = this.#folders;
    this.#folders = new Set(folders);
    return {
      added: [...this.#folders].filter((folder) => !before.has(folder)),
      removed: [...before].filter((folder) => !this.#folders.has(folder)),
    };
  }

  /** The one that the editor names first. */
  get first(): string | undefined {
    return [...this.#folders][0];
  }

  has(uri: string): boolean {
    return this.#folders.has(uri);
  }

  /** The innermost folder around a file. */
  around(uri: string): string | undefined {
    let innermost: string | undefined;
    for (const folder of this.#folders) {
      if (isBelow(uri, folder) && folder.length > (innermost?.length ?? -1)) innermost = folder;
    }
    return innermost;
  }

  /** The outermost folder around a file: what holds in it holds in those inside as well. */
  #outermost(uri: string): string | undefined {
    let outermost: string | undefined;
    for (const folder of this.#folders) {
      if (isBelow(uri, folder) && folder.length < (outermost?.length ?? Infinity)) outermost = folder;
    }
    return outermost;
  }

  /** The config file that holds for a file, with its text; without one, where it would be made. */
  configFileFor(uri: string): { uri: string; text: string | undefined; folder: string } {
    const top = this.#outermost(uri) ?? parentUri(uri);
    const folder = this.#configs.nearest(uri, top)?.folder ?? top;
    return { uri: joinUri(folder, configFileName), text: this.#configs.textOf(folder), folder };
  }

  /**
   * Reads the config files above documents that have not been looked for; answers whether there are any.
   * @param topOutside for a file outside of all folders the last folder whose config file counts
   */
  async readConfigsAbove(
    uris: readonly string[],
    topOutside: (uri: string) => Promise<string>,
  ): Promise<boolean> {
    const known = this.#configs.count;
    const oneOfEachFolder = new Map(uris.map((uri) => [parentUri(uri), uri]));
    for (const uri of oneOfEachFolder.values()) {
      await this.#configs.readAbove(uri, this.#outermost(uri) ?? (await topOutside(uri)));
    }
    return this.#configs.count !== known;
  }

  /** @param byFolder settings of the folders; `others` hold for files outside all of them */
  setSettings(byFolder: ReadonlyMap<string, Settings>, others: Settings): void {
    this.#settings = byFolder;
    this.#otherSettings = others;
  }

  /** The settings that hold for a file or folder. */
  settingsFor(uri: string): Settings {
    const folder = this.around(uri);
    return (folder === undefined ? undefined : this.#settings.get(folder)) ?? this.#otherSettings;
  }

  /** Where rules' levels are set for a file, the stronger one last. */
  configsFor(uri: string): readonly PlacedConfig[] {
    const top = this.around(uri);
    const settings = { folder: top ?? parentUri(uri), config: this.settingsFor(uri).levels };
    const nearest = this.#configs.nearest(uri, this.#outermost(uri));
    return nearest === undefined ? [settings] : [settings, nearest];
  }
}
