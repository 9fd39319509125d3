/** What a heading or label may mean: the quick look never misses what the thorough one finds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { templateNames, templateSections } from '../../../server/src/catalogue/template.ts';
import { findDocumentPlace, mayMeanPlace } from '../../../server/src/catalogue/templateForms.ts';
import fc from '../../support/fastCheck.ts';

const written = templateSections.flatMap((section) => [
  section.title,
  ...section.aliases,
  ...section.labels.flatMap(({ label, aliases }) => [label, ...aliases]),
]);

test('every name of the template is seen at a glance', () => {
  for (const name of [...written, ...templateNames()]) assert.ok(mayMeanPlace(name), name);
});

test('whatever means a place is seen at a glance', () => {
  const word = fc.oneof(
    { arbitrary: fc.constantFrom(...written), weight: 3 },
    fc.constantFrom(
      'UI',
      'Server',
      'Tech',
      'Built with',
      'no exceptions',
      'Client app',
      'infra',
      'Our',
      'key',
      'Overview',
      'in use',
      'Python',
      'React',
      'Architecture',
    ),
    fc.constantFrom(
      '(API)',
      '3.1',
      'IV.',
      '🚀',
      'section',
      'and',
      '&',
      ',',
      '/',
      '+',
      '-',
      '.',
      ':',
      '_',
      '__',
    ),
    fc.string({ maxLength: 3 }),
  );
  const label = fc
    .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '', '-')), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.flat().join(''));
  let count = 0;
  fc.assert(
    fc.property(label, (text) => {
      if (findDocumentPlace(text) === undefined) return;
      count++;
      assert.ok(mayMeanPlace(text), text);
    }),
    { numRuns: 5000 },
  );
  assert.ok(count > 500, String(count));
});

test('words that name nothing are passed over', () => {
  for (const label of [
    'Chapter 17: how the parts work together',
    'Getting started',
    'Commands',
    'Naming',
    '',
  ])
    assert.ok(!mayMeanPlace(label), label);
});
