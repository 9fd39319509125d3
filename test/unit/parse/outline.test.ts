import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MarkdownTree } from '../../../server/src/parse/markdown.ts';
import { outlineOf } from '../../../server/src/parse/outline.ts';
import type { Block, ListItem } from '../../../server/src/parse/outline.ts';
import type { Span } from '../../../server/src/text/span.ts';

/** A block in one line: its kind and the texts of its spans. */
function shown(block: Block): string {
  const text = (of: Span): string => JSON.stringify(block.text.slice(of.start, of.end));
  const item = (one: ListItem): string =>
    `${text(one.mark)}${text(one.text)}${one.children
      .map((child) =>
        child.kind === 'list'
          ? `(${child.items.map(item).join(' ')})`
          : `(${child.kind} ${text(child.span)})`,
      )
      .join('')}`;
  if (block.kind === 'heading') return `h${block.level} ${text(block.title)}`;
  if (block.kind === 'list') return `list ${block.items.map(item).join(' ')}`;
  if (block.kind === 'table') return `table ${block.rows.map((row) => row.map(text).join(',')).join(' / ')}`;
  if (block.kind === 'fence')
    return `fence ${block.info === undefined ? '' : text(block.info)} ${text(block.content)}`;
  return `${block.kind} ${JSON.stringify(block.text)}`;
}

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['# A #\n', ['h1 "A"']],
  ['##   B  ##  \n', ['h2 "B"']],
  ['#\n', ['h1 ""']],
  ['Set\next\n---\n', ['h2 "Set\\next"']],
  ['a\r\nb\r\n\r\nc', ['paragraph "a\\r\\nb"', 'paragraph "c"']],
  ['# A\rtext\r\r- a\r- b\r', ['h1 "A"', 'paragraph "text"', 'list "-""a" "-""b"']],
  ['- a\r\n- b\r\n\r\nc\r\n', ['list "-""a" "-""b"', 'paragraph "c"']],
  ['```yaml\r\na: 1\r\nb: 2\r\n```\r\n', ['fence "yaml" "a: 1\\r\\nb: 2"']],
  ['```yaml\ra: 1\r```\r', ['fence "yaml" "a: 1"']],
  ['| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n', ['table "a","b" / "1","2"']],
  ['- a\n- b\n', ['list "-""a" "-""b"']],
  ['1. a\n2) b\n', ['list "1.""a"', 'list "2)""b"']],
  ['- a\n  - b\n    - c\n', ['list "-""a"("-""b"("-""c"))']],
  ['- [x] done\n- [ ] open\n', ['list "-""done" "-""open"']],
  ['- \n', ['list "-"""']],
  ['- ```\n  x\n  ```\n', ['list "-"""(fence "```\\n  x\\n  ```")']],
  ['| a | b |\n|---|---|\n| 1 |  |\n|  | 2 |\n', ['table "a","b" / "1","" / "","2"']],
  ['| a | b |  \n|---|:-:|  \n| 1 | 2 |  \n', ['table "a","b" / "1","2"']],
  ['a | b\n--|--\n1 | 2\n', ['table "a","b" / "1","2"']],
  ['```yaml\na: 1\nb: 2\n```\n', ['fence "yaml" "a: 1\\nb: 2"']],
  ['```\n```\n', ['fence  ""']],
  ['```yaml\na: 1', ['fence "yaml" "a: 1"']],
  ['~~~ js\nx\n~~~\n', ['fence "js" "x"']],
  ['---\n', ['rule "---"']],
  ['> q\n', ['other "> q"']],
  ['<!-- c -->\n', ['other "<!-- c -->"']],
  ['', []],
];

test('blocks and their parts', () => {
  for (const [text, expected] of cases) {
    const blocks = outlineOf(MarkdownTree.parse(text)).map(({ block }) => shown(block));
    assert.deepEqual(blocks, expected, JSON.stringify(text));
  }
});

test('a block begins where it says', () => {
  const text = '# A\n\npara\n\n- x\n- y\n\n## B\n';
  for (const { start, block } of outlineOf(MarkdownTree.parse(text))) {
    assert.equal(text.slice(start, start + block.text.length), block.text);
  }
});
