/** What an agent can name besides tools and other agents: skills and MCP servers near its file, and the plugins. */
import { parse } from 'jsonc-parser';
import type { FileSystem } from '../workspace/fileSystem.ts';
import { baseName, foldersDownTo, isBelow, joinUri, uriPath } from '../workspace/uris.ts';
import { type McpDeclarations, type McpServer, mcpServersIn } from './mcpServers.ts';
import { PlaceCache } from './placeCache.ts';
import { readSkills, type Skill } from './skills.ts';

export interface Surroundings {
  /** The nearest first; a plugin's under its full name (`plugin:skill`). */
  readonly skills: readonly Skill[];
  readonly servers: readonly McpServer[];
  /** The configuration files that may declare more servers than could be read. */
  readonly unread: readonly string[];
}

/** A folder that Claude Code reads skills and servers from, for somebody in it. */
export interface Place {
  readonly kind: 'project' | 'user' | 'plugin';
  /** The folder that holds `.claude`, the user's home, or the plugin's folder. */
  readonly root: string;
}

export interface Plugin {
  /** What its agents, skills and servers go by: its manifest's name, else its folder's. */
  readonly name: string;
  /** Its manifest names places besides the usual folders, where there may be more agents and skills. */
  readonly hasOtherPlaces: boolean;
}

/** Reads surroundings when they are asked for, and keeps what it read until a file event concerns it. */
export class SurroundingsReader {
  readonly #files: FileSystem;
  readonly #homeUri: string | undefined;
  readonly #texts = new Map<string, { readonly size: number; readonly text: string }>();
  readonly #skills: PlaceCache<readonly Skill[]>;
  readonly #isGitRoot: PlaceCache<boolean>;
  readonly #servers = new Map<string, { readonly text: string; readonly found: McpDeclarations }>();

  /** @param homeUri the user's home folder, which no project reaches up into */
  constructor(files: FileSystem, homeUri?: string) {
    this.#skills = new PlaceCache((folder) => readSkills(files, folder));
    this.#files = files;
    this.#homeUri = homeUri;
    this.#isGitRoot = new PlaceCache(async (folder) => {
      return (await files.stat(joinUri(folder, '.git'))) !== undefined;
    });
  }

  /** What is to be had at all of the places, the folders above a project's up to its repository's root included. */
  async at(places: readonly Place[]): Promise<Surroundings> {
    const skills: Skill[] = [];
    const servers: McpServer[] = [];
    const unread: string[] = [];
    const addServers = async (uri: string, project?: string, plugin?: string): Promise<void> => {
      const found = await this.#serversIn(uri, project, plugin);
      servers.push(...found.servers);
      if (found.hasMore) unread.push(uri);
    };
    for (const { kind, root } of places) {
      if (kind === 'project') {
        for (const folder of await this.foldersAbove(root)) {
          skills.push(...(await this.#skills.at(joinUri(folder, '.claude'))));
          await addServers(joinUri(folder, '.mcp.json'));
        }
      } else if (kind === 'user') {
        skills.push(...(await this.#skills.at(joinUri(root, '.claude'))));
        const project = places.find((place) => place.kind === 'project');
        const path = project === undefined ? undefined : uriPath(project.root);
        await addServers(joinUri(root, '.claude.json'), path);
      } else {
        const { name: plugin } = await this.plugin(root);
        for (const skill of await this.#skills.at(root)) {
          skills.push(inPlugin(skill, plugin));
        }
        for (const file of [['.mcp.json'], ['.claude-plugin', 'plugin.json']]) {
          await addServers(joinUri(root, ...file), undefined, plugin);
        }
      }
    }
    return { skills, servers, unread };
  }

  /**
   * A project's folder and those above it that Claude Code looks at as well, the project's own first: up to the root
   * of the repository, or outside of one as far as there are folders, never into the user's home.
   */
  async foldersAbove(root: string): Promise<readonly string[]> {
    const folders: string[] = [];
    for (const folder of foldersDownTo(root).toReversed()) {
      if (folder === this.#homeUri && folder !== root) break;
      folders.push(folder);
      if (await this.#isGitRoot.at(folder)) break;
    }
    return folders;
  }

  /** The root of the repository that a folder lies in. */
  async repositoryOf(folder: string): Promise<string | undefined> {
    for (const above of foldersDownTo(folder).toReversed()) if (await this.#isGitRoot.at(above)) return above;
    return undefined;
  }

  /** A plugin as its manifest has it. */
  async plugin(root: string): Promise<Plugin> {
    const text = await this.#text(joinUri(root, '.claude-plugin', 'plugin.json'));
    try {
      const manifest = (parse(text ?? '') ?? {}) as Readonly<Record<string, unknown>>;
      const { name, agents, skills, commands } = manifest;
      return {
        name: typeof name === 'string' && name !== '' ? name : baseName(root),
        hasOtherPlaces: [agents, skills, commands].some((places) => places !== undefined),
      };
    } catch {
      // Nested too deeply to be a manifest.
      return { name: baseName(root), hasOtherPlaces: true };
    }
  }

  /** A file or folder was created, changed, deleted or edited. */
  forget(uri: string): void {
    this.#skills.forget(uri);
    for (const place of this.#texts.keys()) if (isBelow(place, uri)) this.#texts.delete(place);
    if (baseName(uri) === '.git') this.#isGitRoot.forget(uri);
  }

  /**
   * Read again when its size has changed: nobody tells of changes outside the workspace. `undefined` where there is
   * no such file, `null` where it cannot be read.
   */
  async #text(uri: string): Promise<string | undefined | null> {
    const stat = await this.#files.stat(uri);
    if (stat === undefined) return undefined;
    if (stat.type !== 'file' || stat.size > largestFile) return null;
    const known = this.#texts.get(uri);
    if (known?.size === stat.size) return known.text;
    const text = await this.#files.readText(uri);
    if (text === undefined) return null;
    this.#texts.set(uri, { size: stat.size, text });
    return text;
  }

  async #serversIn(uri: string, project?: string, plugin?: string): Promise<McpDeclarations> {
    const text = await this.#text(uri);
    if (text === undefined || text === null) return { servers: [], hasMore: text === null };
    const key = JSON.stringify([uri, project, plugin]);
    const known = this.#servers.get(key);
    if (known?.text === text) return known.found;
    const found = mcpServersIn(uri, text, project, plugin);
    this.#servers.set(key, { text, found });
    return found;
  }
}

/** A plugin's skill by the names that it has outside of the plugin. */
function inPlugin(skill: Skill, plugin: string): Skill {
  const { alias } = skill;
  const name = `${plugin}:${skill.name}`;
  return alias === undefined ? { ...skill, name } : { ...skill, name, alias: `${plugin}:${alias}` };
}

/** In bytes; nothing that declares servers is as large. */
const largestFile = 8_388_608;
