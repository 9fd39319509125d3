/** Lists and maps whose items and entries stand on lines of their own. */
import { YamlMapBuilder } from './yamlMapBuilder.ts';
import type { YamlList, YamlMap, YamlNode } from './yamlNode.ts';
import type { YamlPlace, YamlReader } from './yamlReader.ts';
import { YamlRefusal } from './yamlRefusal.ts';
import type { YamlToken } from './yamlScanner.ts';
import type { YamlBeginning } from './yamlTokens.ts';

/** Reads a list from its first `-` on. */
export function readBlockList(reader: YamlReader): YamlList {
  const { start, line, indent } = reader.token;
  reader.refuseOnMarkLine(line);
  reader.cursor.blocks.push(indent);
  const items: YamlNode[] = [];
  let lastLine = 0;
  while (reader.token.kind === 'dash' && reader.token.indent === indent) {
    reader.refuseTab();
    const entryLine = reader.token.line;
    // On the line of another only the first item can be.
    if (lastLine === entryLine) break;
    lastLine = entryLine;
    reader.next({ column: indent + 1 });
    items.push(readIndented(reader, indent, entryLine, { kind: 'item' }));
  }
  reader.cursor.blocks.pop();
  const value = items.map((item) => item.value);
  return { kind: 'list', flow: false, items, value, span: reader.span(start, reader.endOfLine) };
}

/** Reads what follows `?`, from there on. */
export function readExplicitKey(reader: YamlReader): YamlNode {
  if (reader.cursor.isFlow) reader.refuse('unexpected');
  reader.refuseTab();
  const { line, indent } = reader.token;
  reader.cursor.blocks.push(indent);
  reader.next({ column: indent + 1 });
  const key = readIndented(reader, indent, line, { kind: 'explicit-key' });
  reader.cursor.blocks.pop();
  return key;
}

/**
 * Reads a map from the first token behind its first key on; in brackets that is all there is of it.
 * @param beginning where the key begins
 */
export function readBlockMap(
  reader: YamlReader,
  key: YamlNode,
  beginning: YamlBeginning,
  place: YamlPlace,
): YamlMap {
  const { cursor } = reader;
  const { start, line, indent } = beginning;
  reader.refuseOnMarkLine(line);
  const builder = new YamlMapBuilder(reader.budget);
  const isFlow = cursor.isFlow;
  if (!isFlow) cursor.blocks.push(indent);
  const firstEnd = readFirstValue(reader, builder, key, beginning, place);
  if (cursor.context !== 'flow-in') {
    const { context } = cursor;
    cursor.context = 'block-in';
    readEntries(reader, builder, indent, firstEnd);
    cursor.context = context;
  }
  if (!isFlow) cursor.blocks.pop();
  return builder.build(false, reader.span(start, isFlow ? reader.before.end : reader.endOfLine));
}

/** Answers the line of the colon. */
function readFirstValue(
  reader: YamlReader,
  builder: YamlMapBuilder,
  key: YamlNode,
  { line, indent }: YamlBeginning,
  place: YamlPlace,
): number {
  const { token, cursor } = reader;
  if (token.kind !== 'colon') {
    if (token.kind === 'question' && token.line === line) reader.refuse('unexpected');
    builder.add(key, reader.empty());
    return line;
  }
  const isBelow = token.line !== line;
  if (isBelow && !cursor.isFlow && !isOwnColon(reader, indent)) {
    builder.add(key, reader.empty());
  } else {
    reader.next(isBelow ? { column: indent + 1 } : {});
    const kind = place.mayBePair === true ? 'pair-value' : 'value';
    builder.add(key, readIndented(reader, indent, token.line, { kind }));
  }
  return token.line;
}

/** Whether the colon below an explicit key is this map's; further out it is another's. */
function isOwnColon(reader: YamlReader, indent: number): boolean {
  if (reader.token.indent === indent && reader.cursor.tabAt < 0) return true;
  if (reader.token.indent < indent) return false;
  reader.refuseTab();
  return reader.refuse('indentation');
}

function readEntries(reader: YamlReader, builder: YamlMapBuilder, indent: number, firstEnd: number): void {
  let lastLine = firstEnd;
  while (reader.token.indent === indent && reader.token.line !== lastLine && !isOver(reader.token)) {
    reader.refuseTab();
    const first = reader.token;
    lastLine = first.line;
    const isExplicit = first.kind === 'question';
    const key = reader.readNode({ mapIndent: indent });
    const keyEnd = reader.before.end;
    const { token } = reader;
    if (token.kind === 'colon' && !(isExplicit && !isOwnColon(reader, indent))) {
      if (!isExplicit && token.line !== first.line) {
        throw new YamlRefusal('colon-in-value', first.start, keyEnd);
      }
      lastLine = token.line;
      reader.next(token.line === first.line ? {} : { column: indent + 1 });
      builder.add(key, readIndented(reader, indent, token.line, { kind: 'value' }));
    } else if (isExplicit || (token.kind === 'question' && token.line !== first.line)) {
      builder.add(key, reader.empty());
    } else {
      throw reader.refusalFor('missing-colon', first, Math.max(first.end, keyEnd));
    }
  }
}

function isOver({ kind }: YamlToken): boolean {
  return kind === 'end' || kind === 'document-start' || kind === 'document-end';
}

interface Indented {
  /** Behind `-`, behind `?`, or behind `:`, there perhaps of an item in brackets. */
  readonly kind: 'item' | 'explicit-key' | 'value' | 'pair-value';
}

/**
 * Reads what an indicator on `line` is followed by, on its line or below, there indented more than `indent`; a list
 * below a colon may stand at the colon's indentation. Nothing of the kind is an empty value.
 */
function readIndented(reader: YamlReader, indent: number, line: number, { kind }: Indented): YamlNode {
  const { cursor } = reader;
  const { isFlow } = cursor;
  let tag: YamlToken | undefined;
  let anchor: YamlToken | undefined;
  for (;;) {
    const { token } = reader;
    if (!isFlow && token.line !== line) {
      const least = token.kind === 'dash' && kind !== 'item' ? indent : indent + 1;
      if (token.indent < least) {
        if (tag !== undefined) reader.readAgainWithoutTag();
        return reader.empty(anchor, tag);
      }
    }
    if (token.kind === 'anchor' && anchor === undefined) {
      anchor = token;
    } else if (token.kind === 'tag' && tag === undefined) {
      tag = token;
    } else if ((token.kind === 'dash' || token.kind === 'question') && token.line === line) {
      reader.refuseTab();
      if (token.indent <= indent) reader.refuse('reserved-start');
      return reader.readNode({ mapIndent: indent, isExplicitKey: kind === 'explicit-key', tag, anchor });
    } else if (
      (token.kind === 'comma' || token.kind === 'list-end') &&
      kind === 'pair-value' &&
      cursor.isFlow
    ) {
      return reader.empty(anchor, tag);
    } else {
      return reader.readNode({ mapIndent: indent, isExplicitKey: kind === 'explicit-key', tag, anchor });
    }
    reader.next({ tag: tag?.text });
  }
}
