/** What was last read of the surroundings of agents, for those who cannot wait: rules run within a keystroke. */
import { parse, type ParseError } from 'jsonc-parser';
import type { FileSystem } from '../workspace/fileSystem.ts';
import { findAgentFiles } from '../workspace/findFiles.ts';
import { baseName, joinUri } from '../workspace/uris.ts';
import type { Place, Surroundings, SurroundingsReader } from './surroundings.ts';

/** The surroundings of a place, and whether there may be more than could be read. */
export interface KnownSurroundings extends Surroundings {
  /**
   * The names of the plugins that the user has, which may not be those in the workspace and bring skills, agents and
   * servers of their own; `undefined` where there is no telling.
   */
  readonly otherPlugins: ReadonlySet<string> | undefined;
  /** The user has a configuration, which servers for all projects would be in. */
  readonly hasUserConfiguration: boolean;
  /** Agents that lie above the project, or that the machine's administrator has laid down. */
  readonly hasOtherAgents: boolean;
}

export interface KnownSurroundingsHost {
  readonly files: FileSystem;
  readonly reader: SurroundingsReader;
  readonly homeUri: string | undefined;
  /** What Claude Code reads for somebody at a place. */
  readonly placesFor: (place: Place) => readonly Place[];
  /** Whether the agents of a `.claude/agents` folder's project are in the model. */
  readonly knowsAgentsOf: (root: string) => boolean;
  /** Starts to read, and has whoever waits for the model wait for it. */
  readonly load: (task: () => Promise<void>) => void;
  readonly onChanged: (uris: ReadonlySet<string>) => void;
}

/** Reads in the background what an agent's frontmatter names things from, once for each place. */
export class KnownSurroundingsKeeper {
  readonly #host: KnownSurroundingsHost;
  readonly #places = new Map<string, Kept>();
  #isStale = false;

  constructor(host: KnownSurroundingsHost) {
    this.#host = host;
  }

  /** What is known of a place; `undefined` before it has been read, and where it cannot be. */
  at(place: Place): KnownSurroundings | undefined {
    return this.#places.get(keyOf(place))?.known;
  }

  /** A document at the place wants to know; it is told (`onChanged`) when something else has been read. */
  want(place: Place, uri: string): void {
    // Without a home there is no telling what the user has.
    if (this.#host.homeUri === undefined) return;
    const key = keyOf(place);
    const kept = this.#places.get(key);
    if (kept !== undefined) {
      kept.users.add(uri);
      return;
    }
    const added: Kept = { place, users: new Set([uri]), known: undefined, generation: 0, said: '' };
    this.#places.set(key, added);
    this.#host.load(() => this.#read(added));
  }

  /** A file or folder came, changed or went. Answers whether what is known may be out of date now. */
  fileChanged(uri: string): boolean {
    if (this.#places.size > 0 && mayMatter(uri)) this.#isStale = true;
    return this.#isStale;
  }

  /** The workspace's plugins are others now, or an author comes back to what may have changed outside. */
  expire(): void {
    if (this.#places.size > 0) this.#isStale = true;
  }

  get isStale(): boolean {
    return this.#isStale;
  }

  /** Reads every place again, if anything was said to have changed. */
  refresh(): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    for (const kept of this.#places.values()) this.#host.load(() => this.#read(kept));
  }

  async #read(kept: Kept): Promise<void> {
    const generation = ++kept.generation;
    const known = await this.#surroundingsOf(kept.place);
    if (kept.generation !== generation) return;
    kept.known = known;
    const said = JSON.stringify([
      known.skills.map(({ name, alias }) => [name, alias]),
      known.servers.map(({ name }) => name),
      known.unread,
      known.otherPlugins === undefined ? null : [...known.otherPlugins],
      known.hasUserConfiguration,
      known.hasOtherAgents,
    ]);
    if (said === kept.said) return;
    kept.said = said;
    this.#host.onChanged(new Set(kept.users));
  }

  async #surroundingsOf(place: Place): Promise<KnownSurroundings> {
    const { reader, placesFor } = this.#host;
    const places = placesFor(place);
    const folders = place.kind === 'project' ? await reader.foldersAbove(place.root) : [];
    const [surroundings, otherPlugins, hasOtherAgents, hasUserConfiguration] = await Promise.all([
      reader.at(places),
      this.#otherPlugins(folders),
      this.#hasOtherAgents(folders),
      this.#hasUserConfiguration(),
    ]);
    return { ...surroundings, otherPlugins, hasOtherAgents, hasUserConfiguration };
  }

  async #otherPlugins(folders: readonly string[]): Promise<ReadonlySet<string> | undefined> {
    const { homeUri } = this.#host;
    if (homeUri === undefined || (await this.#isManaged())) return undefined;
    const lists = [homeUri, ...folders].flatMap((folder) =>
      ['settings.json', 'settings.local.json'].map((name) => ({
        uri: joinUri(folder, '.claude', name),
        key: 'enabledPlugins',
      })),
    );
    lists.push({ uri: joinUri(homeUri, '.claude', 'plugins', 'installed_plugins.json'), key: 'plugins' });
    const names = new Set<string>();
    for (const { uri, key } of lists) {
      const entries = await this.#entries(uri, key);
      if (entries === undefined) return undefined;
      // `plugin@marketplace`
      for (const entry of entries) names.add(entry.split('@', 1)[0]!);
    }
    return names;
  }

  async #hasUserConfiguration(): Promise<boolean> {
    const { homeUri, files } = this.#host;
    return homeUri !== undefined && (await files.stat(joinUri(homeUri, '.claude.json')))?.type === 'file';
  }

  async #hasOtherAgents(folders: readonly string[]): Promise<boolean> {
    for (const folder of folders) {
      if (this.#host.knowsAgentsOf(folder)) continue;
      if ((await findAgentFiles(this.#host.files, joinUri(folder, '.claude', 'agents'))).length > 0)
        return true;
    }
    return this.#isManaged();
  }

  /** What an administrator has laid down brings agents, servers and settings that we do not read. */
  async #isManaged(): Promise<boolean> {
    const found = await Promise.all(managedFolders.map((uri) => this.#host.files.stat(uri)));
    return found.some((stat) => stat !== undefined);
  }

  /** The keys of the map that a JSON file has under a key; `undefined` where it may have some that cannot be read. */
  async #entries(uri: string, key: string): Promise<readonly string[] | undefined> {
    const text = await this.#host.files.readText(uri);
    if (text === undefined || !text.includes(`"${key}"`)) return [];
    try {
      const errors: ParseError[] = [];
      const root: unknown = parse(text, errors, { allowTrailingComma: true });
      const value: unknown = typeof root === 'object' && root !== null ? Reflect.get(root, key) : undefined;
      if (errors.length > 0 || typeof value !== 'object' || value === null) return undefined;
      return Array.isArray(value) && value.length > 0 ? undefined : Object.keys(value);
    } catch {
      return undefined;
    }
  }
}

interface Kept {
  readonly place: Place;
  readonly users: Set<string>;
  known: KnownSurroundings | undefined;
  generation: number;
  /** What of it matters to findings, as it was last told. */
  said: string;
}

const managedFolders = [
  'file:///etc/claude-code',
  'file:///Library/Application%20Support/ClaudeCode',
  'file:///c%3A/Program%20Files/ClaudeCode',
];

function keyOf({ kind, root }: Place): string {
  return `${kind} ${root}`;
}

/** Agents and project documents change all the time, and have no say in this. */
function mayMatter(uri: string): boolean {
  const name = baseName(uri);
  return (
    !name.endsWith('.md') || name === 'SKILL.md' || uri.includes('/commands/') || uri.includes('/skills/')
  );
}
