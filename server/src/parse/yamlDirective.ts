/** `%YAML` and `%TAG` before `---`. */
import type { YamlCursor } from './yamlCursor.ts';
import { YamlRefusal } from './yamlRefusal.ts';

const version = /YAML[ \t]+\d+\.\d+/y;
const tagHandle = /TAG[ \t]+!(?:([0-9A-Za-z-]+)!|!)?[ \t]+(?:![^\s]*|[^\s!,[\]{}][^\s]*)/y;
const reserved = /[^\s]+(?:[ \t]+[^\s#][^\s]*)*/y;
const rest = /(?:[ \t]+(?:#[^\r\n]*)?)?(?=[\r\n]|$)/y;

/** Reads from behind the `%` to the end of the line; answers whether it is `%YAML`. Handles of tags are added. */
export function readDirective(cursor: YamlCursor, tagHandles: Set<string>): boolean {
  const { at: start, text } = cursor;
  const isNamed = (name: string): boolean =>
    text.startsWith(name, start) && /[ \t]/.test(text[start + name.length] ?? '');
  const isVersion = isNamed('YAML');
  const pattern = isVersion ? version : isNamed('TAG') ? tagHandle : reserved;
  pattern.lastIndex = start;
  const found = pattern.exec(text);
  const handle = found?.[1];
  if (handle !== undefined) tagHandles.add(handle);
  rest.lastIndex = start + (found?.[0].length ?? 0);
  const behind = found === null ? null : rest.exec(text);
  if (found === null || behind === null) throw new YamlRefusal('unexpected', start - 1, start);
  cursor.at = start + found[0].length + behind[0].length;
  return isVersion;
}
