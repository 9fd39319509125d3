/** The short way through plain frontmatter: it says what the reader of all of YAML says, or nothing. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { readDocuments } from '../../../server/src/parse/yamlDocuments.ts';
import { readFields } from '../../../server/src/parse/yamlFields.ts';
import type { YamlNode } from '../../../server/src/parse/yamlNode.ts';
import { YamlReader } from '../../../server/src/parse/yamlReader.ts';
import { YamlRefusal } from '../../../server/src/parse/yamlRefusal.ts';
import fc from '../../support/fastCheck.ts';
import { assertSoon } from '../../support/timeLimits.ts';

const moved = (offset: number): number => offset + 3;

/** What all of YAML makes of the text; `undefined` where it is refused. */
function wholeReading(text: string): YamlNode | null | undefined {
  try {
    return readDocuments(new YamlReader(text, `---${text}`, moved));
  } catch (error) {
    assert.ok(error instanceof YamlRefusal);
    return undefined;
  }
}

/** Whether the short way was taken; where it was, that it led to the same. */
function isRead(text: string): boolean {
  const fields = readFields(text, `---${text}`, moved);
  if (fields !== undefined) assert.deepEqual(fields, wholeReading(text), JSON.stringify(text));
  return fields !== undefined;
}

suite('plain frontmatter', () => {
  const read = [
    'name: a\ndescription: Use this agent when a test fails, or to ask why\ntools: Read, Grep, Bash(git:*)\nmodel: sonnet\n',
    'name: a\r\ndescription: "Says: what # it likes"\r\ncolor: \'red\'\r\n',
    'name:   spaced   \ndescription: two  spaces, C# and a:b\n',
    'maxTurns: 12\nbackground: true\neffort: null\nname: 0x1F\ntrue: yes\n',
    'name: a\nname: b\n',
    'name: last line without an end',
    'name: a\ndescription: Ünïcode – “quoted” 🚀\n',
    'name: ""\ndescription: \'\'\n',
  ];
  for (const text of read) test(`is read: ${JSON.stringify(text)}`, () => assert.ok(isRead(text)));

  const left = [
    '',
    'name: a\n\n',
    'name: a # why\n',
    'name: a: b\n',
    'name: a:\n',
    'name:\n',
    'name: a\n  more of it\n',
    'name: a\nmore of it\n',
    ' name: a\n',
    'tools: [Read]\n',
    'tools:\n  - Read\n',
    'description: |\n  text\n',
    'name: "a\\n"\n',
    "name: 'it''s'\n",
    'name: "a" b\n',
    'name: a\tb\n',
    'name: a\u00a0b\n',
    'name: a\r',
    '"name": a\n',
    '- name: a\n',
  ];
  for (const text of left)
    test(`is left to the reader of all of YAML: ${JSON.stringify(text)}`, () => assert.ok(!isRead(text)));

  test('is read as the reader of all of YAML reads it, whatever its lines are', () => {
    const odd = 'ab0 :#\'"-,[]{}|>&*!%@`\\\t\r\n~.?=…\u00a0\u2028'.split('');
    const sign = fc.constantFrom(...odd, 'a b', '  ', ': ', ' #', 'null', '12', '<<', '---');
    const signs = fc.array(sign, { maxLength: 6 }).map((all) => all.join(''));
    const words = fc.array(fc.constantFrom('a', 'b:c', 'd#', '12', ',', '"', '(e)', ' '), {
      minLength: 1,
      maxLength: 5,
    });
    const written = words.map((all) => `x${all.join('')}y`);
    const value = fc.oneof(
      signs,
      { arbitrary: written, weight: 2 },
      written.map((one) => `'${one}'`),
      written.map((one) => `"${one}"`),
      fc.constantFrom('true', '~', '1e3', '.5', 'null'),
    );
    const key = fc.oneof(
      { arbitrary: fc.constantFrom('name', 'description', 'a-b', 'null', 'constructor', 'True'), weight: 6 },
      fc.constantFrom('12', '__proto__', '<<', 'a b', ''),
    );
    const colon = fc.oneof(
      { arbitrary: fc.constantFrom(': ', ':   '), weight: 6 },
      fc.constantFrom(':', ' : '),
    );
    const end = fc.oneof(
      { arbitrary: fc.constantFrom('\n', '\r\n', ' \n'), weight: 6 },
      fc.constantFrom('', '\r', '\n\n'),
    );
    const lines = fc.array(
      fc.tuple(key, colon, value, end).map((parts) => parts.join('')),
      { maxLength: 4 },
    );
    const text = lines.map((all) => all.join(''));
    let count = 0;
    fc.assert(
      fc.property(text, (one) => void (count += Number(isRead(one)))),
      { numRuns: 20_000 },
    );
    assert.ok(count > 3000, String(count));
  });

  test('is read as the reader of all of YAML reads it, in every case that Claude Code’s parser was asked about', () => {
    const path = new URL('../../fixtures/yaml/texts.json', import.meta.url);
    const groups = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { yaml: string }[]>;
    for (const { yaml } of Object.values(groups).flat()) isRead(yaml);
  });

  test('costs no more than its length', () => {
    for (const piece of [' ', 'a:', 'a :', ' :a', '"', "'", 'a ']) {
      const text = `name: a${piece.repeat(200_000)}\n`;
      assertSoon(200, JSON.stringify(piece), () => readFields(text, text, (offset) => offset));
    }
  });
});
