import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MarkdownTree } from '../../server/src/parse/markdown.ts';
import { readFacts } from '../../server/src/project/facts.ts';
import type { ProjectFacts } from '../../server/src/project/facts.ts';
import { factsByKind } from '../../server/src/project/factsByKind.ts';
import type { DeclaredValue } from '../../server/src/project/factTypes.ts';
import { insertionFor } from '../../server/src/project/insertSections/insertSections.ts';
import { applyEdits } from '../../server/src/text/textEdit.ts';
import { corpusFiles, corpusText, skipWithoutCorpus } from '../support/corpus.ts';

const options = { skip: skipWithoutCorpus };
const labels = [
  'Business domains',
  'Technologies',
  'Backend',
  'Frontend',
  'Database',
  'Deployment',
  'Main project goals',
];

function factsOf(text: string): ProjectFacts {
  return readFacts([{ uri: 'file:///CLAUDE.md', body: MarkdownTree.parse(text), bodyStart: 0 }]);
}

function pathsUnder(folder: string): string[] {
  return [...corpusFiles().keys()].filter((path) => path.startsWith(folder) && path.endsWith('.md'));
}

function familyFile(part: string): string {
  const path = pathsUnder('family-claude-md/').find((one) => one.includes(part));
  assert.ok(path !== undefined, part);
  return corpusText(path);
}

function ids(values: readonly DeclaredValue[]): string {
  return values.map((value) => value.technology?.id ?? value.domain?.id ?? `"${value.text}"`).join(' ');
}

/** Read by hand: [file, label, what it declares]. Values in quotes are no technology or domain. */
const declared: readonly (readonly [string, string, string])[] = [
  ['block21.', 'Business domains', 'fintech invoicing accounting'],
  ['block21.', 'Frontend – technologies and tools', 'angular typescript rxjs angular-material angular'],
  ['block21.', 'Backend – technologies and tools', 'asp.net-core c-sharp entity-framework-core'],
  [
    'angular-invoice-app-migration.md.bc0797.block31.',
    'Frontend',
    'angular typescript rxjs angular-material ngrx',
  ],
  [
    'angular-invoice-app-migration.md.bc0797.block31.',
    'Backend',
    '.net c-sharp entity-framework-core signalr',
  ],
  ['angular-invoice-app-migration.md.bc0797.block31.', 'Database', 'sql-server redis entity-framework'],
  ['angular-invoice-app-migration.md.bc0797.block31.', 'Business domains', 'fintech'],
  ['legacy-migration-tdd.md.49f98c.block34.', 'Frontend', 'angular typescript rxjs angular-material pwa'],
  ['legacy-migration-tdd.md.49f98c.block34.', 'Backend', '.net c-sharp entity-framework-core signalr'],
  ['desktop-book-writing-app.md.988e42.block23.', 'Business domains', 'publishing publishing publishing'],
  [
    'desktop-book-writing-app.md.988e42.block23.',
    'Frontend',
    'python wxpython "cross-platform GUI" wxpython',
  ],
  ['desktop-book-writing-app.md.988e42.block23.', 'Backend', 'python sqlalchemy "local file system"'],
  ['CLAUDE.md.64cd72be', 'Backend', 'python node.js java .net go rust'],
  ['CLAUDE.md.64cd72be', 'Infrastructure and deployment', 'docker kubernetes "Cloud"'],
];

test('the family’s filled examples: what they declare is found', options, () => {
  for (const [file, label, expected] of declared) {
    const { values } = factsOf(familyFile(file)).resolve(label);
    for (const one of expected.split(/ (?=(?:[^"]*"[^"]*")*[^"]*$)/)) {
      assert.ok(ids(values).includes(one), `${file} ${label}: ${one} in ${ids(values)}`);
    }
  }
});

test('the family’s templates: every label waits for its value', options, () => {
  for (const part of [
    'CLAUDE_template.md.71e75752',
    'CLAUDE_template.md.8896de9f',
    'CLAUDE_template.md.530096fa',
  ]) {
    const facts = factsOf(familyFile(part));
    for (const label of labels) assert.equal(facts.resolve(label).status, 'unfilled', `${part}: ${label}`);
    assert.equal(facts.resolve('project_scale').status, 'unfilled');
    for (const values of Object.values(factsByKind(facts).technologies)) assert.deepEqual(values, []);
  }
});

test('real project documents: few declare anything, and then names', options, () => {
  let files = 0;
  let declaring = 0;
  let technologies = 0;
  let untied = 0;
  for (const path of pathsUnder('claude-md/')) {
    const text = corpusText(path);
    const facts = factsOf(text);
    const kinds = factsByKind(facts);
    const all = Object.values(kinds.technologies).flat();
    files++;
    if (all.length > 0) declaring++;
    for (const value of all) {
      assert.equal(
        text.slice(value.span.start, value.span.end).replace(/\s+/g, ' ').includes(value.text),
        true,
        `${path}: ${value.text}`,
      );
      if (value.technology === undefined) untied++;
      else technologies++;
    }
  }
  assert.ok(files > 200, `${files} files`);
  assert.ok(
    declaring > files * 0.1 && declaring < files * 0.35,
    `${declaring} of ${files} declare technologies`,
  );
  // What stands behind a label counts though no catalogue knows it, outside a technologies section too.
  assert.ok(untied < technologies * 0.2, `${untied} unknown beside ${technologies} known`);
});

test(
  'real project documents: sections that are added are answered, and nothing else changes',
  options,
  () => {
    for (const path of pathsUnder('claude-md/').filter((_, index) => index % 4 === 0)) {
      const text = corpusText(path);
      const source = { uri: path, body: MarkdownTree.parse(text), bodyStart: 0 };
      const edits = insertionFor(
        source,
        labels.map((label) => ({ label })),
      );
      const facts = factsOf(applyEdits(text, edits));
      for (const label of labels)
        assert.notEqual(facts.resolve(label).status, 'missing', `${path}: ${label}`);
      assert.ok(edits.every(({ span }) => span.start === span.end));
    }
  },
);

test('every prefix is read without a throw', options, () => {
  const files = [...pathsUnder('family-claude-md/').slice(0, 6), ...pathsUnder('claude-md/').slice(0, 30)];
  for (const path of files) {
    const text = corpusText(path).slice(0, 12_000);
    for (let end = 0; end < text.length; end += 97) {
      const facts = factsOf(text.slice(0, end));
      for (const label of labels) facts.resolve(label);
      assert.ok(facts.pool.length >= 0);
    }
  }
});
