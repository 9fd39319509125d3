/** What is read without the library is what the library reads. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { readPlainLines } from '../../../server/src/parse/yamlPlainLines.ts';
import { plainValue } from '../../../server/src/parse/yamlScalar.ts';

const same = (offset: number): number => offset;

/** Values and lines at the border of what is plain. */
const values =
  'a|12|.5|.inf|~|true|null|yes|1_000|0x1F|(a)|<b>|=|^|;|$a|/a|+1|...|... x|a,b]|a}|a [b|a*b|a:b|a#b|~/x|a & b|é|🙂x|' +
  '"q"|"a\\nb"|"\\"a\\" \\\\"|"a\\"|"\\\\n"|""|"a: b # c"|"a\'b"|"a"b"|"|a"b|a: b|a:|a #b|a |  two|<<|---|-|- c|[a]|{a}|&a|*a|!a|%a|@a|`a|>|\'q\'|a\tb|a\u00a0b|' +
  '=a|..|a\\b|"a\\"|a - b|a ? b|#c|,a|?|:|::a|2024-01-01|';
const keys = ['name', '_a', 'k-e_y', 'true', 'null', 'y', 'x2'];
const line = fc.oneof(
  fc
    .tuple(fc.constantFrom(...keys), fc.constantFrom(...values.split('|')))
    .map(([key, value]) => `${key}: ${value}`),
  fc.constantFrom('', ' b', '- c', '? a', 'n:', '"k": v', '---', '# c', '\u00fc: a'),
);

test('whatever it reads, it reads as the library does', () => {
  let read = 0;
  const property = fc.property(fc.array(line, { maxLength: 4 }), fc.boolean(), (lines, ends) => {
    const text = lines.join('\n') + (ends ? '\n' : '');
    const plain = readPlainLines(text, text, same);
    if (plain === undefined) return;
    read++;
    const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false });
    assert.deepEqual(document.errors, []);
    const { contents } = document;
    assert.ok(contents !== null && 'items' in contents);
    const expected = contents.items.map((pair) => {
      const { key, value } = pair as { key: Part; value: Part };
      const read = value.type === 'PLAIN' ? plainValue(value.source, undefined) : value.source;
      return [key.source, key.range.slice(0, 2), read, value.range.slice(0, 2)];
    });
    const found = plain.entries.map(({ key, keySpan, node }) => [
      key,
      [keySpan.start, keySpan.end],
      node.value,
      [node.span.start, node.span.end],
    ]);
    assert.deepEqual(found, expected);
    assert.deepEqual([plain.span.start, plain.span.end], contents.range?.slice(0, 2));
  });
  fc.assert(property, { numRuns: 3000 });
  assert.ok(read > 100, String(read));
});

interface Part {
  readonly source: string;
  readonly type: string;
  readonly range: readonly number[];
}

test('it leaves everything else to the library', () => {
  for (const text of [
    '',
    '\n',
    'a: b\r\n',
    'a: [b]\n',
    'a: b\n  c\n',
    'a: |\n  b\n',
    "a: 'b'\n",
    'a: b: c\n',
    'a: "\\d"\n',
  ]) {
    assert.equal(readPlainLines(text, text, same), undefined, JSON.stringify(text));
  }
});
