import type { FileSystem } from '../../workspace/fileSystem.ts';
import { isBelow, joinUri } from '../../workspace/uris.ts';
import { isAside, manifestForm } from './manifestFiles.ts';

/** A manifest's place. */
export interface ManifestPlace {
  readonly uri: string;
  /** Relative to the folder searched, with `/`. */
  readonly path: string;
}

/** Of files anywhere those that are manifests of a folder's project, the nearest to the top first. */
export function manifestsAmong(uris: Iterable<string>, folder: string): ManifestPlace[] {
  const found: ManifestPlace[] = [];
  for (const uri of uris) {
    const path = pathBelow(uri, folder);
    if (path !== undefined && manifestForm(path) !== undefined) found.push({ uri, path });
  }
  const depth = ({ path }: ManifestPlace): number => path.split('/').length;
  return found.sort((a, b) => depth(a) - depth(b) || (a.path < b.path ? -1 : 1)).slice(0, mostManifests);
}

/** The path of a file relative to a folder that it lies in, decoded. */
export function pathBelow(uri: string, folder: string): string | undefined {
  if (uri === folder || !isBelow(uri, folder)) return undefined;
  // Both are in one spelling, so this needs no parsing: there may be thousands of them.
  const encoded = uri.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

/**
 * The manifests of a folder and its sub-projects, the nearest to the top first; directories are read, nothing
 * else. Ends early in a folder that is far larger than any project, and when `isCancelled` says so.
 */
export async function findManifests(
  files: FileSystem,
  folder: string,
  isCancelled: () => boolean = () => false,
): Promise<ManifestPlace[]> {
  const found: ManifestPlace[] = [];
  let level: ManifestPlace[] = [{ uri: folder, path: '' }];
  let left = mostFolders;
  for (let depth = 0; depth <= deepestFolder && level.length > 0; depth++) {
    const next: ManifestPlace[] = [];
    for (const at of level) {
      if (isCancelled() || left-- <= 0 || found.length >= mostManifests) return found;
      const entries = await files.readDirectory(at.uri);
      for (const { name, type, link } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const path = at.path === '' ? name : `${at.path}/${name}`;
        // Links lead to what is found at its own place, or out of the project.
        if (type === 'directory' && link !== true && !isAside(name))
          next.push({ uri: joinUri(at.uri, name), path });
        else if (type === 'file' && manifestForm(path) !== undefined)
          found.push({ uri: joinUri(at.uri, name), path });
      }
    }
    level = next;
  }
  return found;
}

const deepestFolder = 6;
const mostFolders = 4000;
const mostManifests = 400;
