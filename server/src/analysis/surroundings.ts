/** What an agent can name besides tools and other agents: skills and MCP servers near its file, and the plugins. */
import { parse } from 'jsonc-parser';
import type { FileSystem } from '../workspace/fileSystem.ts';
import { baseName, foldersDownTo, isBelow, joinUri, uriPath } from '../workspace/uris.ts';
import { type McpServer, mcpServersIn } from './mcpServers.ts';
import { PlaceCache } from './placeCache.ts';
import { readSkills, type Skill } from './skills.ts';

export interface Surroundings {
  /** The nearest first; a plugin's under its full name (`plugin:skill`). */
  readonly skills: readonly Skill[];
  readonly servers: readonly McpServer[];
}

/** A folder that Claude Code reads skills and servers from, for somebody in it. */
export interface Place {
  readonly kind: 'project' | 'user' | 'plugin';
  /** The folder that holds `.claude`, the user's home, or the plugin's folder. */
  readonly root: string;
}

/** Reads surroundings when they are asked for, and keeps what it read until a file event concerns it. */
export class SurroundingsReader {
  readonly #files: FileSystem;
  readonly #texts = new Map<string, { readonly size: number; readonly text: string }>();
  readonly #skills: PlaceCache<readonly Skill[]>;
  readonly #isGitRoot: PlaceCache<boolean>;
  readonly #servers = new Map<string, { readonly text: string; readonly servers: readonly McpServer[] }>();

  constructor(files: FileSystem) {
    this.#skills = new PlaceCache((folder) => readSkills(files, folder));
    this.#files = files;
    this.#isGitRoot = new PlaceCache(async (folder) => {
      return (await files.stat(joinUri(folder, '.git'))) !== undefined;
    });
  }

  /** What is to be had at all of the places, the folders above a project's up to its repository's root included. */
  async at(places: readonly Place[]): Promise<Surroundings> {
    const skills: Skill[] = [];
    const servers: McpServer[] = [];
    for (const { kind, root } of places) {
      if (kind === 'project') {
        for (const folder of await this.foldersAbove(root)) {
          skills.push(...(await this.#skills.at(joinUri(folder, '.claude'))));
          servers.push(...(await this.#serversIn(joinUri(folder, '.mcp.json'))));
        }
      } else if (kind === 'user') {
        skills.push(...(await this.#skills.at(joinUri(root, '.claude'))));
        const project = places.find((place) => place.kind === 'project');
        const path = project === undefined ? undefined : uriPath(project.root);
        servers.push(...(await this.#serversIn(joinUri(root, '.claude.json'), path)));
      } else {
        const plugin = await this.pluginName(root);
        for (const skill of await this.#skills.at(root)) {
          skills.push({ ...skill, name: `${plugin}:${skill.name}` });
        }
        for (const file of [['.mcp.json'], ['.claude-plugin', 'plugin.json']]) {
          servers.push(...(await this.#serversIn(joinUri(root, ...file), undefined, plugin)));
        }
      }
    }
    return { skills, servers };
  }

  /** A project's folder and those above it that Claude Code looks at as well, the project's own first. */
  async foldersAbove(root: string): Promise<readonly string[]> {
    const folders: string[] = [];
    for (const folder of foldersDownTo(root).toReversed()) {
      folders.push(folder);
      if (await this.#isGitRoot.at(folder)) return folders;
    }
    // Outside a repository nothing above belongs to the project.
    return [root];
  }

  /** The name that a plugin's agents, skills and servers go by: its manifest's, else its folder's. */
  async pluginName(root: string): Promise<string> {
    const text = await this.#text(joinUri(root, '.claude-plugin', 'plugin.json'));
    try {
      const manifest: unknown = parse(text ?? '');
      const { name } = (manifest ?? {}) as { readonly name?: unknown };
      if (typeof name === 'string' && name !== '') return name;
    } catch {
      // Nested too deeply to be a manifest.
    }
    return baseName(root);
  }

  /** A file or folder was created, changed, deleted or edited. */
  forget(uri: string): void {
    this.#skills.forget(uri);
    for (const place of this.#texts.keys()) if (isBelow(place, uri)) this.#texts.delete(place);
    if (baseName(uri) === '.git') this.#isGitRoot.forget(uri);
  }

  /** Read again when its size has changed: nobody tells of changes outside the workspace. */
  async #text(uri: string): Promise<string | undefined> {
    const stat = await this.#files.stat(uri);
    if (stat?.type !== 'file' || stat.size > largestFile) return undefined;
    const known = this.#texts.get(uri);
    if (known?.size === stat.size) return known.text;
    const text = await this.#files.readText(uri);
    if (text !== undefined) this.#texts.set(uri, { size: stat.size, text });
    return text;
  }

  async #serversIn(uri: string, project?: string, plugin?: string): Promise<readonly McpServer[]> {
    const text = await this.#text(uri);
    if (text === undefined) return [];
    const key = JSON.stringify([uri, project, plugin]);
    const known = this.#servers.get(key);
    if (known?.text === text) return known.servers;
    const servers = mcpServersIn(uri, text, project, plugin);
    this.#servers.set(key, { text, servers });
    return servers;
  }
}

/** In bytes; nothing that declares servers is as large. */
const largestFile = 8_388_608;
