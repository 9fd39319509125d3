/** The fragments of headings, as GitHub and VS Code's preview make them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headingAnchor } from '../../../server/src/parse/headingAnchor.ts';
import { MarkdownTree } from '../../../server/src/parse/markdown.ts';

const cases: readonly (readonly [text: string, anchor: string | undefined])[] = [
  ['Words ^', undefined],
  ['# Shop\n\n^', 'shop'],
  ['## 3. Technologies\n\n- Database: ^', '3-technologies'],
  ['## Frontend – **technologies** & tools\n^', 'frontend--technologies--tools'],
  ['## See [the `notes`](a.md)!\n^', 'see-the-notes'],
  ['# Größe\n^', 'gr%C3%B6%C3%9Fe'],
  ['## Notes\n\n## Notes\n\n^', 'notes-1'],
  ['## Notes\n\n^\n\n## Notes\n', 'notes'],
  ['## A\n\n```\n# no heading\n```\n^', 'a'],
  ['Title\n=====\n\n^', 'title'],
];

for (const [marked, anchor] of cases) {
  test(JSON.stringify(marked), () => {
    const offset = marked.indexOf('^');
    const body = MarkdownTree.parse(marked.replace('^', ''));
    assert.equal(headingAnchor(body, offset), anchor);
  });
}
