/** The path of a file named in another one, relative to the project's folder; none where it leads out of it. */
export function besides(path: string, named: string): string[] {
  if (named === '' || named.length > longestPath || /^[/\\~]|^\w+:|[*?${}]/.test(named)) return [];
  const parts = path.split('/').slice(0, -1);
  for (const part of named.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return [];
  }
  return parts.length === 0 ? [] : [parts.join('/')];
}

/** The folder that a file lies in; empty for the project's own. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The folders above a file, its own first, the project's own (empty) last. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) folders.push(folder);
  return [...folders, ''];
}

/** The name of a file, without its folder. */
export function nameOfFile(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

const longestPath = 300;
