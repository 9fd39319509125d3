import type { FileSystem } from './fileSystem.ts';
import { documentNames } from './selection.ts';
import { joinUri } from './uris.ts';

/** The name of the files that set rules' levels for a folder and all below it. */
export const configFileName = 'agent-tailor.json';

/** What a search of a folder came upon. */
export interface FoundFiles {
  /** Folders that hold a `.claude` folder. */
  readonly projectFolders: readonly string[];
  /** Folders that hold a file that Claude Code may load as (part of) a project document. */
  readonly documentFolders: readonly string[];
  /** Folders that hold `.claude-plugin/plugin.json`. */
  readonly pluginFolders: readonly string[];
  /** Files named `configFileName`. */
  readonly configFiles: readonly string[];
  /** Files whose bare names `isNoted` wants. */
  readonly noted: readonly string[];
}

/**
 * Searches `folder` and below for projects and plugins. Leaves out what no author keeps agents in
 * (`node_modules`, version control, virtual environments). Reads directories only; answers what it has when
 * `isCancelled` says so.
 */
export async function findProjects(
  files: FileSystem,
  folder: string,
  isCancelled: () => boolean = () => false,
  isNoted: (name: string) => boolean = () => false,
): Promise<FoundFiles> {
  const projectFolders: string[] = [];
  const documentFolders: string[] = [];
  const pluginFolders: string[] = [];
  const configFiles: string[] = [];
  const noted: string[] = [];
  const visited = new Set<string>();
  let level = [folder];
  for (let depth = 0; depth < deepestFolder && level.length > 0; depth++) {
    const next: string[] = [];
    for (const at of level) {
      if (isCancelled()) return { projectFolders, documentFolders, pluginFolders, configFiles, noted };
      const entries = await files.readDirectory(at);
      const names = new Set(entries.map((entry) => entry.name));
      if (names.has(configFileName)) configFiles.push(joinUri(at, configFileName));
      if (names.has('.claude')) projectFolders.push(at);
      if (documentNames.some((name) => names.has(name))) documentFolders.push(at);
      if (names.has('.claude-plugin') && (await hasPluginManifest(files, at))) pluginFolders.push(at);
      for (const entry of entries) {
        if (entry.type === 'file' && isNoted(entry.name)) noted.push(joinUri(at, entry.name));
        if (entry.type !== 'directory' || skipped.has(entry.name)) continue;
        const uri = joinUri(at, entry.name);
        if (entry.link === true) {
          // A link may lead back above itself: walk each real folder once.
          const real = (await files.stat(uri))?.realUri ?? uri;
          if (visited.has(real) || folder.startsWith(real)) continue;
          visited.add(real);
        }
        next.push(uri);
      }
    }
    level = next;
  }
  return { projectFolders, documentFolders, pluginFolders, configFiles, noted };
}

/** The `.md` files below an agents folder, as Claude Code finds them: recursive, hidden folders included. */
export async function findAgentFiles(files: FileSystem, agentsFolder: string): Promise<string[]> {
  const found: string[] = [];
  const visited = new Set<string>();
  let level = [agentsFolder];
  for (let depth = 0; depth < deepestFolder && level.length > 0; depth++) {
    const next: string[] = [];
    for (const at of level) {
      for (const entry of await files.readDirectory(at)) {
        const uri = joinUri(at, entry.name);
        if (entry.type === 'file') {
          if (entry.name.endsWith('.md')) found.push(uri);
        } else if (entry.type === 'directory') {
          if (entry.link === true) {
            const real = (await files.stat(uri))?.realUri ?? uri;
            if (visited.has(real) || at.startsWith(real)) continue;
            visited.add(real);
          }
          next.push(uri);
        }
      }
    }
    level = next;
  }
  return found.sort();
}

const deepestFolder = 24;

const skipped = new Set([
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  '.venv',
  '__pycache__',
  '.claude',
  '.claude-plugin',
]);

async function hasPluginManifest(files: FileSystem, folder: string): Promise<boolean> {
  const stat = await files.stat(joinUri(folder, '.claude-plugin', 'plugin.json'));
  return stat?.type === 'file';
}
