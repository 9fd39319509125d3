/** Lists and maps in brackets. */
import { YamlMapBuilder } from './yamlMapBuilder.ts';
import type { YamlList, YamlMap, YamlNode } from './yamlNode.ts';
import type { YamlReader } from './yamlReader.ts';
import { YamlRefusal } from './yamlRefusal.ts';
import type { YamlToken, YamlTokenKind } from './yamlScanner.ts';

/** Reads from `[` to behind `]`. */
export function readFlowList(reader: YamlReader): YamlList {
  const items: YamlNode[] = [];
  const span = readFlow(reader, 'list-end', () => {
    items.push(
      reader.token.kind === 'question' ? readExplicitPair(reader) : reader.readNode({ mayBePair: true }),
    );
  });
  const value = items.map((item) => item.value);
  return { kind: 'list', flow: true, items, value, span };
}

/** Reads from `{` to behind `}`. */
export function readFlowMap(reader: YamlReader): YamlMap {
  const builder = new YamlMapBuilder(reader.budget);
  const span = readFlow(reader, 'map-end', () => {
    const key = readKey(reader);
    builder.add(key, readValueOf(reader, 'map-end'));
  });
  return builder.build(true, span);
}

/** Reads entries with commas between them up to the bracket that closes. */
function readFlow(reader: YamlReader, end: YamlTokenKind, readEntry: () => void): YamlMap['span'] {
  const { cursor, token: open } = reader;
  const { context } = cursor;
  cursor.context = 'flow-in';
  refusingOpen(reader, open, () => {
    reader.next();
    while (reader.token.kind !== end) {
      readEntry();
      if (reader.token.kind === end) break;
      if (reader.token.kind !== 'comma') reader.refuse('unexpected');
      reader.next();
    }
  });
  const span = reader.span(open.start, reader.token.end);
  cursor.context = context;
  reader.next();
  return span;
}

/** Where the text ends, or goes on at the margin, the cause is the bracket that was not closed. */
function refusingOpen(reader: YamlReader, open: YamlToken, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof YamlRefusal) || error.kind === 'unclosed-bracket') throw error;
    const { kind, line, indent } = reader.token;
    const isOver = kind === 'end' || (line !== open.line && indent <= reader.cursor.block);
    throw isOver ? new YamlRefusal('unclosed-bracket', open.start, open.end) : error;
  }
}

/** `? key: value` within `[…]`: a map of one entry. */
function readExplicitPair(reader: YamlReader): YamlMap {
  const { start } = reader.token;
  const builder = new YamlMapBuilder(reader.budget);
  const key = readExplicitKey(reader);
  builder.add(key, readValueOf(reader, 'list-end'));
  return builder.build(true, reader.span(start, reader.before.end));
}

function readKey(reader: YamlReader): YamlNode {
  const { token } = reader;
  if (token.kind === 'question') return readExplicitKey(reader);
  return token.kind === 'colon' ? reader.empty() : readAsKey(reader, {});
}

function readAsKey(reader: YamlReader, place: Parameters<YamlReader['readNode']>[0]): YamlNode {
  const { cursor } = reader;
  cursor.context = 'flow-key';
  const key = reader.readNode(place);
  cursor.context = 'flow-in';
  return key;
}

/** What follows `?`; nothing where the entry ends there. */
function readExplicitKey(reader: YamlReader): YamlNode {
  let anchor: YamlToken | undefined;
  let tag: YamlToken | undefined;
  reader.next();
  for (;;) {
    const { token } = reader;
    if (endsEntry(token) || token.kind === 'colon') return reader.empty(anchor, tag);
    if (token.kind === 'question') reader.refuse('unexpected');
    if (token.kind === 'anchor' && anchor === undefined) anchor = token;
    else if (token.kind === 'tag' && tag === undefined) tag = token;
    else return readAsKey(reader, { isExplicitKey: true, anchor, tag });
    reader.next({ tag: tag?.text });
  }
}

function readValueOf(reader: YamlReader, end: YamlTokenKind): YamlNode {
  if (!isColon(reader.token)) return reader.empty();
  reader.next();
  const { token } = reader;
  const isMissing = token.kind === 'comma' || token.kind === end;
  return isMissing ? reader.empty() : reader.readNode({ mapIndent: token.indent });
}

function endsEntry({ kind }: YamlToken): boolean {
  return kind === 'comma' || kind === 'list-end' || kind === 'map-end';
}

function isColon({ kind }: YamlToken): boolean {
  return kind === 'colon';
}
