/** A text read stretch by stretch has the blocks of the whole, or is not read so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MarkdownTree } from '../../../server/src/parse/markdown.ts';
import { outlineOf, type PlacedBlock } from '../../../server/src/parse/outline.ts';
import { openingParagraph, stretchesOf } from '../../../server/src/parse/stretches.ts';
import { mentionsIn, mentionsOfUnread } from '../../../server/src/requirements/mentions.ts';
import { ownFixtures } from '../../support/ownFixtures.ts';

function blocksOf(text: string, offset = 0): PlacedBlock[] {
  return outlineOf(MarkdownTree.parse(text)).map(({ start, block }) => ({ start: offset + start, block }));
}

/** How many stretches there are; 0 where the text is to be read as a whole. */
function checked(text: string): number {
  const stretches = stretchesOf(text);
  if (stretches !== undefined) {
    const blocks = stretches.flatMap(({ start, end }) => blocksOf(text.slice(start, end), start));
    assert.deepEqual(blocks, blocksOf(text), JSON.stringify(text));
    for (const { start, end } of stretches) {
      const stretch = text.slice(start, end);
      const paragraph = openingParagraph(stretch);
      if (paragraph !== undefined) assert.deepEqual(blocksOf(stretch)[0], { start: 0, block: paragraph });
    }
  }
  const places = mentionsIn(MarkdownTree.parse(text)).map(({ reference, blockStart }) => ({
    reference,
    blockStart,
  }));
  const unread = mentionsOfUnread(MarkdownTree.parse(text)).map(({ reference, blockStart }) => ({
    reference,
    blockStart,
  }));
  assert.deepEqual(unread, places, JSON.stringify(text));
  return stretches?.length ?? 0;
}

const cases: readonly (readonly [string, string, number])[] = [
  ['no heading', 'text\n\n- a\n', 1],
  ['a heading at the start', '# A\n\n  text\n', 1],
  ['headings and paragraphs behind blank lines', '# A\n\ntext\nmore\n\n## B\n\n**C**\n', 4],
  ['a list between paragraphs', 'a\n\n- b\n\n- c\n\n1. d\n\ne\n\n* f\n', 2],
  ['a rule', 'a\n\n---\n\n***\n\n**b\n', 2],
  ['a fence and a table', 'a\n\n```\n\nb\n```\n\n| a |\n|--|\n\n> q\n', 3],
  ['a heading behind text', 'text\n# A\n', 1],
  ['CRLF', '# A\r\n\r\n\ttext\r\n \r\n## B\r\n', 2],
  ['a CR alone', '# A\r\r## B\n', 0],
  ['no space behind the mark', '# A\n\n#B\n', 2],
  ['a comment of a program', '# A\n\n```sh\n\n# no heading\n```\n\n# B\n', 3],
  ['a fence of tildes', '~~~\n\n# no heading\n```\n\n# none\n~~~\n\n# B\n', 2],
  ['a longer fence', '````\n\n# no\n```\n\n# no\n````\n\n# B\n', 2],
  ['a fence that is not closed', '# A\n\n```\n\n# no\n', 2],
  ['code in a line', '# A\n\n``` no fence ` here\n\n# B\n', 0],
  ['a fence in a list', '- a\n  ```\n  x\n\n  # no\n  ```\n\n# B\n', 2],
  ['a fence that ends with its list', '- a\n  ```\n  x\n\n# A\n\n```\n\n# no\n', 0],
  ['a deep fence', '1. a\n    - b\n\n      ```\n      x\n      ```\n\n# A\n', 0],
  ['a fence in a quote', '> ```\n> x\n\n# A\n', 0],
  ['a comment', '# A\n\n<!-- one\n\n# no\n-->\n\n# B\n', 0],
  ['a tag', '# A\n\n<div>\n\n# B\n', 2],
  ['raw text', '# A\n\n<pre>\n\n# no\n</pre>\n', 0],
  ['a list before a heading', '- a\n\n  b\n\n# A\n\n  c\n', 2],
  ['an indented heading', '# A\n\n ## B\n', 1],
];

for (const [name, text, count] of cases) {
  test(name, () => {
    assert.equal(checked(text), count);
  });
}

const lines = [
  '# A',
  '\n## B',
  '\n# C\n',
  '\n### D',
  '',
  '',
  'text',
  '\ntext',
  '\n**bold** text',
  '***',
  '_word_',
  '[a]: b',
  '    code',
  '  text',
  '- a',
  '  - b',
  '1. c',
  '> q',
  '```',
  '  ```',
  '    ```',
  '~~~',
  '````',
  '```js',
  '<div>',
  '<!--',
  '-->',
  '---',
  '===',
  '| a | b |',
  '|---|---|',
  'Based on the **"Database"** section in `CLAUDE.md`:',
  'Read `CLAUDE.md` first to adapt to:',
  '- Databases',
  '\t# tab',
];

test('20,000 texts of random lines', () => {
  let state = 20261123;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
  let apart = 0;
  for (let round = 0; round < 20_000; round++) {
    const lineEnd = random(8) === 0 ? '\r\n' : '\n';
    const text = Array.from({ length: 1 + random(14) }, () => lines[random(lines.length)]!).join(lineEnd);
    if (checked(text) > 1) apart++;
  }
  assert.ok(apart > 2000, `only ${apart} texts were read in several stretches`);
});

test('our own files', () => {
  const counts = [...ownFixtures().values()].map(checked);
  assert.ok(counts.filter((count) => count > 1).length > 3, `read in ${counts.join(', ')} stretches`);
});
