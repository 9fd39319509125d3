/** Fields written as TOML: which lines are read, and that none takes long. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isToml, tomlFields } from '../../../server/src/parse/otherFields.ts';
import { assertSoon } from '../../support/timeLimits.ts';

test('each line is a field with a value that YAML writes in the same way', () => {
  const read = [
    'a = "b"',
    "a='b'",
    'a = ["b", "c",]',
    'a = []',
    'a = true # why',
    'a = 12',
    '# a',
    '',
    'a-b_c = "\\n"',
    'a: "b"',
  ];
  for (const line of read) assert.ok(tomlFields(`${line}\n`) !== undefined, line);
  const left = [
    'a = b',
    'a = """',
    "a = '''b'''",
    '[a]',
    'a.b = "c"',
    'a = { b = "c" }',
    'a = 1.5',
    'a = "\\x41"',
    'a = 007',
    'a = ["b" "c"]',
    'a = ["b",, "c"]',
    "a = ['it''s']",
  ];
  for (const line of left) assert.equal(tomlFields(`${line}\n`), undefined, line);
});

test('both fields make it TOML', () => {
  assert.ok(isToml('name = "a"\ndescription = "b"\n'));
  assert.ok(
    !isToml('name = "a"\n') &&
      !isToml('name: a\ndescription: b\n') &&
      !isToml(' name = "a"\n description = "b"\n'),
  );
});

test('costs no more than its length', () => {
  for (const piece of ['"a" ', '"a", ', ' ', '"', "'", '[', '\\', 'a=']) {
    const text = `tools = [${piece.repeat(20_000)}\n`;
    assertSoon(200, JSON.stringify(piece), () => tomlFields(text));
  }
});
