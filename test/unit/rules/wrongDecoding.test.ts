/** Text that went through a wrong decoding, in prose and in code; findings marked. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Span } from '../../../server/src/text/span.ts';
import { wrongDecoding } from '../../../server/src/rules/text/wrongDecoding.ts';
import { readMarked, withMarks } from '../../support/marked.ts';

const cases: readonly string[] = [
  'Read 3⟦â€“⟧5 files.',
  'Look for `â€“` in it.',
  'Look for `` ` and â€“ `` in it.',
  'Not code: \\`⟦â€“⟧ and ` alone.',
  'An open ` here.\n\n⟦â€“⟧ and ` there.',
  '- one ` here\n- ⟦â€“⟧ and ` there',
  '# About `â€“` and ⟦â€“⟧',
  '| a | b |\n|---|---|\n| `â€“` | ⟦â€“⟧ |',
  '- [ ] `â€“` ⟦â€“⟧',
  '> `â€“` ⟦â€“⟧',
  "```js\ntext.replace('â€™', '’');\n```\n⟦â€™⟧",
  '~~~\nâ€™\n~~~',
  '- such as\n\n  ```json\n  { "â€“": "–" }\n  ```\n',
  'Code:\n\n    â€™ it\n\nText ⟦â€™⟧.',
  '- item\n    ⟦â€™⟧ goes on',
  '---\nname: r\ndescription: Finds `â€“` and ⟦â€“⟧\n---\nText.',
  '---\nname: r\ndescription: a ` b\n---\n⟦â€“⟧ ` text.',
  'Based on the **"Backend ⟦â€“⟧ technologies and tools"** section in `CLAUDE.md`:',
];

for (const marked of cases) {
  test(JSON.stringify(marked), () => {
    const { text } = readMarked(marked);
    for (const ends of ['\n', '\r\n']) {
      const own = text.replaceAll('\n', ends);
      const found: Span[] = [];
      wrongDecoding.check({ uri: 'file:///shop/CLAUDE.md', text: own }, ({ span }) => found.push(span));
      assert.equal(withMarks(own, found), marked.replaceAll('\n', ends));
    }
  });
}

test('a text of nothing but back-ticks costs no more than another', () => {
  const text = `${'`a ``b '.repeat(20_000)}â€“`;
  let count = 0;
  wrongDecoding.check({ uri: 'file:///shop/CLAUDE.md', text }, () => count++);
  assert.ok(count <= 1);
});
