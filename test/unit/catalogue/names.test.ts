import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalizedName } from '../../../server/src/catalogue/names.ts';
import fc from '../../support/fastCheck.ts';

void test('spellings of one name fold to one form', () => {
  const equal: readonly (readonly string[])[] = [
    ['Node.js', 'nodejs', 'node_js', 'Node JS', 'NODE-JS', '  node.js\t', '**Node.js**', '`Node.js`'],
    ['Docker-Compose', 'docker compose', 'Docker Compose', 'Docker\u2011Compose', 'DOCKER_COMPOSE'],
    ['.NET', '.net', ' .Net '],
    [
      'Backend – technologies and tools',
      'backend — technologies and tools',
      'Backend - technologies and tools',
      'Backend â€“ technologies and tools',
      'Backend â€” technologies and tools',
      'Backend Ã¢â‚¬â€œ technologies and tools',
      'Backend â\u0080\u0093 technologies and tools',
      'Backend ÔÇô technologies and tools',
      'Backend \ufffd technologies and tools',
      'Backend\u00a0–\u200btechnologies & tools',
    ],
    ['Café', 'cafe', 'Cafe\u0301'],
  ];
  for (const names of equal)
    for (const name of names) assert.equal(normalizedName(name), normalizedName(names[0]!), name);
});

void test('names that differ in a sign remain apart', () => {
  const names = ['C', 'C#', 'C++', 'F#', 'F', '.NET', 'net', 'R', 'D', 'D3', 'PL/SQL', 'SQL'];
  assert.equal(new Set(names.map(normalizedName)).size, names.length);
});

void test('a name without dots is read as one with a dot that says nothing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => assert.equal(normalizedName(text), normalizedName(`${text}.`))),
  );
});

void test('normalising twice changes nothing, and any text can be normalised', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = normalizedName(text);
      assert.equal(typeof once, 'string');
    }),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9 ._#+/-]{0,30}$/), (text) => {
      const once = normalizedName(text);
      assert.equal(normalizedName(once), once);
    }),
  );
});
