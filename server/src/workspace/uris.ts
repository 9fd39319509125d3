/** URIs as strings in the one spelling that `vscode-uri` gives them, so that equal places are equal strings. */
import { URI } from 'vscode-uri';

/** The URI in the spelling used throughout; one that cannot be read comes back as it is. */
export function normalizedUri(uri: string): string {
  return remembered(normalized, uri, () => {
    const parsed = parse(uri);
    return parsed === undefined ? uri : spelled(parsed, parsed.path);
  });
}

/** The decoded path, always with `/` between its parts. */
export function uriPath(uri: string): string {
  return remembered(paths, uri, () => parse(uri)?.path ?? uri);
}

/** The URI of the same scheme and authority with another decoded, absolute path. */
export function withPath(uri: string, path: string): string {
  const parsed = parse(uri);
  return parsed === undefined ? path : spelled(parsed, path);
}

/** `uri` with names (not encoded) put below it, as they are: nothing in them is resolved. */
export function joinUri(uri: string, ...names: readonly string[]): string {
  // Of these names there is one spelling, and most are of them.
  if (names.every((name) => plainName.test(name)) && plainUri.test(uri)) return `${uri}/${names.join('/')}`;
  const path = uriPath(uri);
  return withPath(uri, `${path.endsWith('/') ? path : `${path}/`}${names.join('/')}`);
}

const plainName = /^[\w.-]+$/;
/** A URI with an authority or none, a path and nothing behind it. */
const plainUri = /^[\w.+-]+:\/\/[^?#]*[^?#/]$/;

/** A relative path (not encoded, with `.` and `..`) or an absolute one, resolved against a folder. */
export function resolveUri(folder: string, path: string): string {
  const absolute = path.startsWith('/') ? path : `${uriPath(folder)}/${path}`;
  return withPath(folder, normalizedPath(absolute));
}

/** The folder that holds `uri`; a root is its own parent. */
export function parentUri(uri: string): string {
  if (deepPlainUri.test(uri)) return uri.slice(0, uri.lastIndexOf('/'));
  return remembered(parents, uri, () => findParent(uri));
}

/** A path of two names and more, and nothing that is encoded, as a drive's colon is. */
const deepPlainUri = /^[\w.+-]+:\/\/[^?#%/]*(?:\/[^?#%/]+){2,}$/;

function findParent(uri: string): string {
  const path = withoutEndSlash(uriPath(uri));
  if (isRootPath(path)) return uri;
  const parent = path.slice(0, path.lastIndexOf('/'));
  return withPath(uri, isRootPath(parent) ? `${parent}/` : parent);
}

/** The last part of the path, decoded. */
export function baseName(uri: string): string {
  const path = withoutEndSlash(uriPath(uri));
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether `uri` is `folder` or lies in it, at any depth. */
export function isBelow(uri: string, folder: string): boolean {
  if (uri === folder) return true;
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** The folders from the file system's root down to `folder`, with it. */
export function foldersDownTo(folder: string): string[] {
  const found = [folder];
  for (let at = folder; ;) {
    const parent = parentUri(at);
    if (parent === at) return found.toReversed();
    found.push(parent);
    at = parent;
  }
}

/** Every keystroke asks the same of the same few URIs. */
const normalized = new Map<string, string>();
const parents = new Map<string, string>();
const paths = new Map<string, string>();
const mostRemembered = 5000;

function remembered(known: Map<string, string>, uri: string, find: () => string): string {
  let found = known.get(uri);
  if (found === undefined) {
    if (known.size >= mostRemembered) known.clear();
    known.set(uri, (found = find()));
  }
  return found;
}

function parse(uri: string): URI | undefined {
  try {
    return URI.parse(uri);
  } catch {
    return undefined;
  }
}

function spelled(uri: URI, path: string): string {
  try {
    return uri.with({ path: path === '' ? '/' : path }).toString();
  } catch {
    // A path that no URI of this form can have; a name that nothing answers to.
    return path;
  }
}

function withoutEndSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

/** `/`, or a drive as VS Code spells it: `/c:`. */
function isRootPath(path: string): boolean {
  return path === '' || path === '/' || /^\/[A-Za-z]:\/?$/.test(path);
}

function normalizedPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
}
