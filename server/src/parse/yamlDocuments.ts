/** The documents of a YAML text: almost always one, without any mark. */
import { readDirective } from './yamlDirective.ts';
import type { YamlNode } from './yamlNode.ts';
import type { YamlReader } from './yamlReader.ts';
import { YamlRefusal } from './yamlRefusal.ts';

/** The text's value; `null` where there is none, and for several documents in a row: a list, which has no fields. */
export function readDocuments(reader: YamlReader): YamlNode | null {
  const first = readDocument(reader);
  let isOnly = true;
  while (reader.token.kind !== 'end') {
    readDocument(reader);
    isOnly = false;
  }
  const isNothing = first.kind === 'scalar' && first.style === 'empty' && first.value === null;
  return isOnly && !isNothing ? first : null;
}

function readDocument(reader: YamlReader): YamlNode {
  reader.forget();
  readDirectives(reader);
  if (reader.token.kind === 'document-start') {
    reader.markLine = reader.token.line;
    reader.next();
  }
  const root = reader.readNode();
  const { kind } = reader.token;
  if (kind === 'document-end') skipEndMarks(reader);
  else if (kind !== 'end' && kind !== 'document-start') refuseRest(reader);
  return root;
}

function readDirectives(reader: YamlReader): void {
  if (reader.token.kind !== 'directive') return;
  let hasVersion = false;
  while (reader.token.kind === 'directive') {
    if (reader.token.indent > 0) reader.refuse('unexpected');
    const isVersion = readDirective(reader.cursor, reader.tagHandles);
    if (isVersion && hasVersion) reader.refuse('unexpected');
    hasVersion ||= isVersion;
    reader.next();
  }
  if (reader.token.kind !== 'document-start') reader.refuse('unexpected');
}

function skipEndMarks(reader: YamlReader): void {
  let line: number;
  do {
    line = reader.token.line;
    reader.next();
  } while (reader.token.kind === 'document-end');
  if (reader.token.line === line && reader.token.kind !== 'end') reader.refuse('unexpected');
}

/** Something stands behind the value of the whole text. */
function refuseRest(reader: YamlReader): never {
  const { token, before } = reader;
  if (token.kind === 'colon' && before.kind === 'scalar') {
    throw new YamlRefusal('colon-in-value', before.start, before.end);
  }
  const isOnLine = token.line === before.line;
  const isText = token.kind === 'scalar' || token.kind === 'alias';
  if (isText && isOnLine && before.style.endsWith('quoted')) reader.refuse('text-after-quote');
  return reader.refuse(!isOnLine && (isText || token.kind === 'dash') ? 'indentation' : 'unexpected');
}
