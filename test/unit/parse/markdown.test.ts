import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tree } from '@lezer/common';
import { changeBetween, MarkdownTree } from '../../../server/src/parse/markdown.ts';
import { outlineOf } from '../../../server/src/parse/outline.ts';
import { assertSoon } from '../../support/timeLimits.ts';

const start = `# Title

Some text with **bold** words.

## 3. Technologies

- **Frontend:** React
- **Backend:** Node.js
  - nested item
  - another

| A | B |
|---|---|
| 1 | 2 |

\`\`\`yaml
key: "value"
\`\`\`

> quote

---

1. one
2. two

Setext
======

<!-- comment -->
`;

const pieces = [
  '\n',
  '\n\n',
  'a',
  'b',
  'word',
  ' ',
  '#',
  '## Heading\n',
  '- ',
  '* item\n',
  '```\n',
  '```yaml\nx: 1\n```\n',
  '---\n',
  '|',
  '| a | b |\n|---|---|\n',
  '> ',
  '    ',
  '\t',
  '\r\n',
  '\r',
  '<!--',
  '-->',
  '1. ',
  '=',
  '===\n',
  '**x**: y\n',
  '😀',
  '\u0000',
  '[a]: b\n',
  '~~~\n',
];

test('after 10,000 random edits the tree and the outline equal fresh ones', () => {
  const random = generator(20261123);
  let text = start;
  let markdown = MarkdownTree.parse(text);
  for (let round = 0; round < 10_000; round++) {
    const from = random(text.length + 1);
    const to = Math.min(text.length, from + (random(3) === 0 ? random(30) : random(3)));
    const isRemoval = text.length > 2500 || random(3) === 0;
    const inserted = isRemoval ? '' : pieces[random(pieces.length)]!;
    const next = text.slice(0, from) + inserted + text.slice(to);
    markdown = markdown.edited(next, { from, to, inserted: inserted.length });
    text = next.length < 200 ? next + start : next;
    if (text !== next) markdown = markdown.edited(text, changeBetween(next, text)!);
    outlineOf(markdown);
    // Comparing is dear; an edit that went wrong stays wrong until its block is touched again.
    if (round % 10 !== 0 && round < 9900) continue;
    const fresh = MarkdownTree.parse(text);
    assert.equal(shape(markdown.tree), shape(fresh.tree), `round ${round}: ${JSON.stringify(text)}`);
    assert.deepEqual(outlineOf(markdown), outlineOf(fresh), `round ${round}`);
  }
});

test('letters, digits and spaces typed anywhere leave the outline that a fresh reading has', () => {
  const text = `${start}\n## Closed ##\n\nSet\next\n---\n\n- [x] done\n- [x]done\n- [ ] open \n-  two  spaces\n  more\n\n  second\n\n  \`\`\`js\n  a1\n  \`\`\`\n  - b1\n    1. c\n\n1. one\n2) two\n\n| a1 | |\n|:--|--|\n| b \\| c | d1\n\n> quoted words\n\n[ref]: target1 "title"\n\n<div>html1</div>\n\n\`\`\`yaml key\na: b1\n\`\`\`\n\n    code1\n\nlast\r\nline1`;
  for (let at = 1; at <= text.length; at++) {
    for (const typed of ['x', '7', ' ', 'ab', 'a b', ' a', 'a ']) {
      const next = text.slice(0, at) + typed + text.slice(at);
      const before = MarkdownTree.parse(text);
      outlineOf(before);
      const after = before.edited(next, { from: at, to: at, inserted: typed.length });
      const where = JSON.stringify(next.slice(Math.max(0, at - 20), at + 20));
      assert.deepEqual(outlineOf(after), outlineOf(MarkdownTree.parse(next)), where);
    }
  }
});

test('an edit keeps the blocks elsewhere', () => {
  const before = MarkdownTree.parse(start.repeat(30));
  const at = before.text.lastIndexOf('React') + 5;
  const text = `${before.text.slice(0, at)}x${before.text.slice(at)}`;
  const after = before.edited(text, { from: at, to: at, inserted: 1 });
  const known = new Set(outlineOf(before).map(({ block }) => block));
  const fresh = outlineOf(after).filter(({ block }) => !known.has(block));
  assert.ok(fresh.length <= 4, `${fresh.length} blocks were read again`);
});

test('the smallest change between two texts', () => {
  assert.equal(changeBetween('same', 'same'), undefined);
  assert.deepEqual(changeBetween('abc', 'abxc'), { from: 2, to: 2, inserted: 1 });
  assert.deepEqual(changeBetween('aaa', 'aa'), { from: 2, to: 3, inserted: 0 });
  assert.deepEqual(changeBetween('', 'x'), { from: 0, to: 0, inserted: 1 });
});

test('10,000 headings and a line of 5 MB are read in time', () => {
  const headings = MarkdownTree.parse('## Heading\n\ntext\n\n'.repeat(10_000));
  assert.equal(outlineOf(headings).length, 20_000);
  assert.equal(outlineOf(MarkdownTree.parse('x'.repeat(5_000_000))).length, 1);
  for (const unit of [' ', '|', '| ', '- |', '\r', '-'])
    assertSoon(1000, JSON.stringify(unit), () => MarkdownTree.parse(`a | \n${unit.repeat(50_000)}x\n`));
});

/** Every node with its place, the nameless ones by which the parser balances its tree left out. */
function shape(tree: Tree): string {
  const lines: string[] = [];
  let depth = 0;
  tree.iterate({
    enter(node) {
      if (node.type.isAnonymous) return;
      lines.push(`${' '.repeat(depth++)}${node.name} ${node.from} ${node.to}`);
    },
    leave(node) {
      if (!node.type.isAnonymous) depth--;
    },
  });
  return lines.join('\n');
}

function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}
