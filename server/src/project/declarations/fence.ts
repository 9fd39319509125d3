import type { Block, FenceBlock } from '../../parse/outline.ts';
import type { Span } from '../../text/span.ts';
import { withWords } from './block.ts';
import type { BlockReading, StatementPlace } from './block.ts';
import { isMetadataKey, nameOfLabel } from './label.ts';

/**
 * What a code block under a technologies heading says: `backend: Node.js` on each line, items and nested lines under
 * their key. A block that holds anything else than such lines (commands, code, a drawing) says nothing.
 */
export function readFence(block: FenceBlock): BlockReading {
  let reading = readings.get(block);
  if (reading === undefined) {
    const statements = isOfValues(block) ? withWords(statementsOf(block), block.text) : [];
    reading = { statements, opens: false, hasContent: block.content.start < block.content.end };
    readings.set(block, reading);
  }
  return reading;
}

const readings = new WeakMap<Block, BlockReading>();

function isOfValues({ info, text }: FenceBlock): boolean {
  const language = info === undefined ? '' : text.slice(info.start, info.end).trim().toLowerCase();
  return /^(?:|ya?ml|te?xt|plain(?:text)?|md|markdown)$/.test(language);
}

interface OpenStatement extends StatementPlace {
  readonly children: OpenStatement[];
}

function statementsOf({ text, content }: FenceBlock): OpenStatement[] {
  const top: OpenStatement[] = [];
  const open: { readonly indent: number; readonly statement: OpenStatement }[] = [];
  const lines = /[^\r\n]+/g;
  lines.lastIndex = content.start;
  for (let found = lines.exec(text); found !== null && found.index < content.end; found = lines.exec(text)) {
    const line = found[0];
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const parts = lineOfValues.exec(line);
    if (parts === null) return [];
    const indent = parts[1]!.length + (parts[2]?.length ?? 0);
    const statement = statementOf(parts, found.index, line.length);
    if (statement === undefined) return [];
    while (open.length > 0 && open.at(-1)!.indent >= indent) open.pop();
    (open.at(-1)?.statement.children ?? top).push(statement);
    if (statement.name !== undefined) open.push({ indent, statement });
  }
  return top;
}

/** Indentation, the mark of an item, a key with its colon, the rest. */
const lineOfValues = /^([ \t]*)([-*] +)?(?:(\p{L}[\p{L}\p{N} &/_.+-]{0,40}):(?=\s|$))?[ \t]*(.*)$/u;

function statementOf(parts: RegExpExecArray, at: number, length: number): OpenStatement | undefined {
  const [, indent, mark, key, rest] = parts;
  const value = rest!.replace(/\s+#\s.*$/, '').trimEnd();
  const text = valueSpan(at + length - rest!.length, value.length);
  const start = at + indent!.length + (mark?.length ?? 0);
  if (key === undefined) {
    if (mark === undefined) return undefined;
    return { kind: 'unlabelled', labelSpan: { start, end: start }, text, manner: 'item', children: [] };
  }
  const name = nameOfLabel(key);
  const kind = isMetadataKey(name.label) ? 'metadata' : 'bullet';
  return { kind, name, labelSpan: { start, end: start + key.length }, text, manner: 'list', children: [] };
}

function valueSpan(start: number, length: number): Span {
  return { start, end: start + length };
}
