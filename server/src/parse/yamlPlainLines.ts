/** The YAML that most frontmatter is made of, read without the library: one `key: value` on each line. */
import type { Span } from '../text/span.ts';
import type { YamlEntry, YamlMap, YamlScalar, YamlValue } from './yamlNode.ts';
import { plainValue } from './yamlScalar.ts';

/**
 * Reads a text of nothing but keys of letters, digits, `_` and `-`, each with a value on its line that is plain or in
 * double quotes with the commonest escapes; `undefined` for any other text, which the library has to read. The answer is the library's.
 * @param toDocument turns an offset in `text` into one in the document that holds it, for spans
 * @param document that document
 */
export function readPlainLines(
  text: string,
  document: string,
  toDocument: (offset: number) => number,
): YamlMap | undefined {
  if (unusual.test(text)) return undefined;
  const entries: YamlEntry[] = [];
  const value: Record<string, YamlValue> = {};
  const spanOf = (from: number, to: number): Span => {
    const start = toDocument(from);
    return { start, end: Math.max(start, toDocument(to)) };
  };
  for (let start = 0; start < text.length;) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const key = keyAt(text, start);
    if (key === '' || text[start + key.length + 1] !== ' ') return undefined;
    let from = start + key.length + 2;
    while (text[from] === ' ') from++;
    const scalar = scalarOf(text.slice(from, end));
    if (scalar === undefined || key === '__proto__') return undefined;
    entries.push({
      key,
      keySpan: spanOf(start, start + key.length),
      node: nodeOf(scalar, document, spanOf(from, end)),
    });
    value[key] = scalar.value;
    start = end + 1;
  }
  return entries.length === 0
    ? undefined
    : { kind: 'map', flow: false, entries, value, span: spanOf(0, text.length) };
}

/** The retry's quotes are not the author's. */
function nodeOf(
  { style, value }: Pick<YamlScalar, 'style' | 'value'>,
  document: string,
  span: Span,
): YamlScalar {
  const isOwn = style === 'plain' || document[span.start] === '"';
  return { kind: 'scalar', style: isOwn ? style : 'plain', value, span };
}

/** Control characters but the line feed, and white space that is not a space. */
const unusual = /[^\P{Cc}\n]|[\u00a0\u2028\u2029\ufeff]/u;

const keyBefore = /[A-Za-z_][\w-]{0,60}(?=:)/y;

function keyAt(text: string, at: number): string {
  keyBefore.lastIndex = at;
  return keyBefore.exec(text)?.[0] ?? '';
}

/** A plain value begins with no sign that means something in YAML, and holds neither `: ` nor ` #`. */
function scalarOf(written: string): Pick<YamlScalar, 'style' | 'value'> | undefined {
  if (written.startsWith('"')) {
    const inner = /^"((?:[^"\\]|\\[n"\\])*)"$/.exec(written)?.[1];
    return inner === undefined ? undefined : { style: 'double-quoted', value: unescaped(inner) };
  }
  if (!/^[A-Za-z0-9(/.$_+~^<=;\u0080-\uffff]/.test(written)) return undefined;
  if (written.endsWith(' ') || written.endsWith(':') || written.includes(': ') || written.includes(' #')) {
    return undefined;
  }
  return { style: 'plain', value: plainValue(written, undefined) };
}

function unescaped(inner: string): string {
  if (!inner.includes('\\')) return inner;
  return inner.replace(/\\(.)/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
}
