/** Edits made one after another, told as edits of the text at the start. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EditChain } from '../../../server/src/text/editChain.ts';
import { lineEndAt } from '../../../server/src/text/lineIndex.ts';
import { type TextEdit, applyEdits } from '../../../server/src/text/textEdit.ts';

const edit = (start: number, end: number, newText: string): TextEdit => ({ span: { start, end }, newText });

test('what is left of the text at the start is in none of the edits', () => {
  const chain = new EditChain('one two three');
  chain.apply([edit(0, 3, 'ONE'), edit(8, 13, '')]);
  assert.equal(chain.text, 'ONE two ');
  chain.apply([edit(4, 7, '2'), edit(1, 2, '-')]);
  assert.equal(chain.text, 'O-E 2 ');
  assert.deepEqual(chain.edits(), [edit(0, 3, 'O-E'), edit(4, 7, '2'), edit(8, 13, '')]);
});

test('text that was put in and taken out again leaves no edit', () => {
  const chain = new EditChain('ab');
  chain.apply([edit(1, 1, 'xyz')]);
  chain.apply([edit(1, 4, '')]);
  assert.equal(chain.text, 'ab');
  assert.deepEqual(chain.edits(), []);
});

test('any edits one after another are those told at the end', () => {
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  for (let round = 0; round < 500; round++) {
    const original = 'abcdefghij'.slice(0, random(11));
    const chain = new EditChain(original);
    for (let step = 0; step < 4; step++) {
      const start = random(chain.text.length + 1);
      const end = start + random(chain.text.length - start + 1);
      chain.apply([edit(start, end, 'XYZ'.slice(0, random(4)))]);
    }
    assert.equal(applyEdits(original, chain.edits()), chain.text);
  }
});

test('the line end at a place is its own line’s, and the one before’s where it has none', () => {
  const text = 'a\r\nb\nc\rd';
  const ends = Array.from({ length: text.length }, (_, at) => lineEndAt(text, at));
  assert.deepEqual(ends, ['\r\n', '\r\n', '\r\n', '\n', '\n', '\r', '\r', '\r']);
  assert.equal(lineEndAt('', 0), '\n');
  assert.equal(lineEndAt('a\r\nb', 4), '\r\n');
});
