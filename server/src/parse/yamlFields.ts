/**
 * Frontmatter as it is written most: every line at the margin, with a key and a value that ends on it, in plain words or
 * in quotes without escapes. Read line by line, in a fraction of the time that all of YAML takes.
 */
import type { Span } from '../text/span.ts';
import { YamlMapBuilder, fullBudget } from './yamlMapBuilder.ts';
import type { YamlMap, YamlScalar } from './yamlNode.ts';
import { plainValue } from './yamlScalar.ts';

/**
 * What the reader of all of YAML makes of such a text; `undefined` for any other, also for one that YAML refuses.
 * @param document the text that the spans count in, `toDocument` turning offsets in `text` into offsets there
 */
export function readFields(
  text: string,
  document: string,
  toDocument: (offset: number) => number,
): YamlMap | undefined {
  const span = (start: number, end: number): Span => {
    const from = toDocument(start);
    return { start: from, end: Math.max(from, toDocument(end)) };
  };
  const scalar = (start: number, end: number, written: string): YamlScalar => ({
    kind: 'scalar',
    style: 'plain',
    value: plainValue(written, undefined),
    span: span(start, end),
  });
  const builder = new YamlMapBuilder(fullBudget());
  let at = 0;
  do {
    field.lastIndex = at;
    const match = field.exec(text);
    if (match === null) return undefined;
    const [line, key = '', spaces = '', doubled, single, plain = ''] = match;
    const start = at + key.length + 1 + spaces.length;
    const quoted = doubled ?? single;
    let node: YamlScalar;
    if (quoted === undefined) node = scalar(start, start + plain.length, plain);
    else {
      const place = span(start, start + quoted.length + 2);
      // The retry's quotes are not the author's.
      const isOwn = doubled === undefined || document[place.start] === '"';
      const style = isOwn ? (doubled === undefined ? 'single-quoted' : 'double-quoted') : 'plain';
      node = { kind: 'scalar', style, value: quoted, span: place };
    }
    builder.add(scalar(at, at + key.length, key), node);
    at += line.length;
  } while (at < text.length);
  return builder.build(false, span(0, at));
}

/** No control or other odd character, no tab. */
const inPlain = String.raw`[^\0-\x20:\x7f-\xa0\u2028\u2029\ufeff]`;
const inQuotes = String.raw`\0-\x1f\x7f-\xa0\u2028\u2029\ufeff`;
const field = new RegExp(
  [
    String.raw`([A-Za-z][\w-]{0,60}):( {1,80})(?:`,
    String.raw`"([^"\\${inQuotes}]*)"|'([^'${inQuotes}]*)'|`,
    // Within plain text spaces and colons, where something follows them that begins no comment.
    String.raw`([A-Za-z0-9\xa1-\u1fff\u3001-\ud7ff](?:${inPlain}|:(?=${inPlain})| {1,80}(?=[^ :#\r\n]))*(?<!:))`,
    String.raw`) {0,80}(?:\r?\n|$)`,
  ].join(''),
  'y',
);
