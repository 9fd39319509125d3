/** The three-way merge, as tables of texts, and what must hold for any texts. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contentState, lineKey, readLineKeys } from '../../../server/src/text/merge/fingerprints.ts';
import type { Descent } from '../../../server/src/text/merge/mergeLines.ts';
import { mergeTexts, type MergedText } from '../../../server/src/text/merge/mergeTexts.ts';
import { textLines } from '../../../server/src/text/merge/textLines.ts';
import { applyEdits } from '../../../server/src/text/textEdit.ts';
import fc from '../../support/fastCheck.ts';
import { assertSoon } from '../../support/timeLimits.ts';

const names = { oursName: 'mine', theirsName: 'new' };

function merge(
  base: string | undefined,
  ours: string,
  theirs: string,
  descent: Descent = 'from-base',
): MergedText {
  const keys = base === undefined ? undefined : textLines(base).map(({ text }) => text);
  return mergeTexts(keys, ours, theirs, { ...names, descent });
}

/** Lines as letters: `abc` is three lines. */
function lines(letters: string): string {
  return letters.replace(/./g, (letter) => `${letter}\n`);
}

describe('a three-way merge', () => {
  const cases: readonly { title: string; base: string; ours: string; theirs: string; merged: string }[] = [
    { title: 'nothing changed', base: 'abc', ours: 'abc', theirs: 'abc', merged: 'abc' },
    { title: 'only they changed', base: 'abc', ours: 'abc', theirs: 'aXc', merged: 'aXc' },
    { title: 'only the author changed', base: 'abc', ours: 'aYc', theirs: 'abc', merged: 'aYc' },
    { title: 'both, in different places', base: 'abcde', ours: 'Ybcde', theirs: 'abcdX', merged: 'YbcdX' },
    { title: 'both the same', base: 'abc', ours: 'aXc', theirs: 'aXc', merged: 'aXc' },
    { title: 'the author deleted', base: 'abc', ours: 'ac', theirs: 'abc', merged: 'ac' },
    { title: 'they deleted', base: 'abc', ours: 'abc', theirs: 'ac', merged: 'ac' },
    { title: 'they added at the top', base: 'ab', ours: 'abY', theirs: 'Xab', merged: 'XabY' },
    { title: 'a conflict', base: 'abc', ours: 'aYc', theirs: 'aXc', merged: 'a<Y=X>c' },
    {
      title: 'deleted by one, changed by the other',
      base: 'abc',
      ours: 'ac',
      theirs: 'aXc',
      merged: 'a<=X>c',
    },
    {
      title: 'a conflict no larger than needed',
      base: 'abc',
      ours: 'aPYQc',
      theirs: 'aPXQc',
      merged: 'aP<Y=X>Qc',
    },
    { title: 'both added at the end', base: 'a', ours: 'aY', theirs: 'aX', merged: 'a<Y=X>' },
    { title: 'both, in neighbouring lines', base: 'abcd', ours: 'aYcd', theirs: 'abXd', merged: 'aYXd' },
    { title: 'edited beside what they deleted', base: 'abc', ours: 'Ybc', theirs: 'ac', merged: 'Yc' },
    { title: 'added below what they edited', base: 'abc', ours: 'abYc', theirs: 'aXc', merged: 'aXYc' },
    { title: 'they added below what was edited', base: 'abc', ours: 'aYc', theirs: 'abXc', merged: 'aYXc' },
    {
      title: 'added to what they deleted: it may belong to it',
      base: 'abc',
      ours: 'abYc',
      theirs: 'ac',
      merged: 'a<bY=>c',
    },
    {
      title: 'they added to what the author deleted',
      base: 'abc',
      ours: 'ac',
      theirs: 'abXc',
      merged: 'a<=bX>c',
    },
    { title: 'both added, one of them more', base: 'ab', ours: 'aXYb', theirs: 'aXb', merged: 'aXYb' },
    { title: 'both added, they more', base: 'ab', ours: 'aXb', theirs: 'aXYb', merged: 'aXYb' },
    { title: 'an empty base', base: '', ours: 'Y', theirs: 'X', merged: '<Y=X>' },
    { title: 'an empty text of the author', base: 'ab', ours: '', theirs: 'ab', merged: '' },
  ];
  for (const { title, base, ours, theirs, merged } of cases) {
    it(title, () => {
      const result = merge(lines(base), lines(ours), lines(theirs));
      assert.equal(shown(result.text), merged);
      assert.equal(result.conflicts, merged.split('<').length - 1);
    });
  }

  const further: typeof cases = [
    { title: 'nothing changed', base: 'abc', ours: 'abc', theirs: 'abc', merged: 'abc' },
    { title: 'only the author changed', base: 'abc', ours: 'aYc', theirs: 'aYc', merged: 'aYc' },
    { title: 'they deleted beside an edit', base: 'abc', ours: 'Ybc', theirs: 'Yc', merged: 'Yc' },
    { title: 'they deleted beside an addition', base: 'abc', ours: 'aYbc', theirs: 'aYc', merged: 'aYc' },
    { title: 'they undid an edit', base: 'abc', ours: 'aYc', theirs: 'abc', merged: 'aYc' },
    { title: 'they undid an addition', base: 'abc', ours: 'abYc', theirs: 'abc', merged: 'abYc' },
    { title: 'they undid a deletion', base: 'abc', ours: 'ac', theirs: 'abc', merged: 'ac' },
    {
      title: 'they undid a deletion and changed its neighbour',
      base: 'apqc',
      ours: 'aqc',
      theirs: 'apXc',
      merged: 'aXc',
    },
    { title: 'they deleted what was edited', base: 'abc', ours: 'aYc', theirs: 'ac', merged: 'a<Y=>c' },
    {
      title: 'they put something else for an edit',
      base: 'abc',
      ours: 'aYc',
      theirs: 'aXc',
      merged: 'a<Y=X>c',
    },
    {
      title: 'they deleted what was added to',
      base: 'abc',
      ours: 'abYc',
      theirs: 'ac',
      merged: 'a<bY=>c',
    },
    { title: 'they deleted one of two additions', base: 'a', ours: 'aYZ', theirs: 'aY', merged: 'aYZ' },
  ];
  for (const { title, base, ours, theirs, merged } of further) {
    it(`of a version made from the author’s: ${title}`, () => {
      const result = merge(lines(base), lines(ours), lines(theirs), 'from-ours');
      assert.equal(shown(result.text), merged);
      assert.equal(result.conflicts, merged.split('<').length - 1);
    });
  }

  it('shows every difference where the base is not known', () => {
    assert.equal(shown(merge(undefined, lines('abYd'), lines('aXcd')).text), 'a<bY=Xc>d');
    assert.equal(merge(undefined, lines('ab'), lines('ab')).conflicts, 0);
  });

  it('takes line ends for no change, and writes those of the author', () => {
    const result = merge('a\nb\nc\n', 'a\r\nb\r\nc\r\n', 'a\nX\nc\n');
    assert.deepEqual([result.text, result.conflicts], ['a\r\nX\r\nc\r\n', 0]);
  });

  it('ends as its sides do', () => {
    assert.equal(merge('a\nb', 'a\nb', 'a\nX').text, 'a\nX');
    assert.equal(merge('a\nb', 'a\nb', 'a\nb\nc').text, 'a\nb\nc');
    assert.equal(merge('a', 'a', 'a\nX\n').text, 'a\nX\n');
  });

  it('keeps to its promises for any texts', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', '', 'd'), { maxLength: 12 })
      .map((all) => all.map((line) => `${line}\n`).join(''));
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        assert.equal(merge(base, ours, base).text, ours);
        assert.equal(merge(base, base, theirs).text, theirs);
        assert.equal(merge(base, theirs, theirs).text, theirs);
        assert.equal(merge(base, ours, ours, 'from-ours').text, ours);
        assert.equal(merge(base, base, theirs, 'from-ours').text, theirs);
        assert.equal(merge(base, ours, base, 'from-ours').conflicts, 0);
        assert.equal(merge(base, ours, base, 'from-ours').text, ours);
        for (const descent of ['from-base', 'from-ours'] as const) {
          const result = merge(base, ours, theirs, descent);
          assert.equal(applyEdits(ours, result.edits), result.text);
          const [before, mine, others, after] = [base, ours, theirs, result.text].map(countsOf);
          for (const [line, count] of after!) {
            const isMark = /^(?:<{7} mine|={7}|>{7} new)$/.test(line);
            assert.ok(mine!.has(line) || others!.has(line) || isMark, line);
            assert.ok(count <= (mine!.get(line) ?? 0) + (others!.get(line) ?? 0) || isMark, line);
          }
          // What somebody wrote that the base did not have is never lost.
          for (const side of [mine!, others!]) {
            for (const [line, count] of side) {
              if (!before!.has(line)) assert.ok((after!.get(line) ?? 0) >= count, `${descent}: ${line}`);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('joins no lines, however the texts end', () => {
    const text = fc
      .tuple(
        fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('', '\n', '\r\n'),
      )
      .map(([all, end]) => all.join(end === '' ? '\n' : end) + end);
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        for (const descent of ['from-base', 'from-ours'] as const) {
          const { text: merged, edits } = merge(base, ours, theirs, descent);
          assert.equal(applyEdits(ours, edits), merged);
          for (const { text: line } of textLines(merged)) {
            assert.match(line, /^(?:[abc]|<{7} mine|={7}|>{7} new)$/);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes texts of ten thousand lines that have nothing in common', () => {
    const many = (prefix: string): string =>
      Array.from({ length: 10_000 }, (_, i) => `${prefix}${i}\n`).join('');
    assertSoon(3000, 'two merges', () => {
      assert.equal(merge(many('a'), many('b'), many('c')).conflicts, 1);
      assert.equal(merge(lines('_').repeat(10_000), many('b'), lines('_').repeat(9_000)).conflicts, 1);
    });
  });
});

describe('keys of lines', () => {
  it('can be read back, and stand for the line', () => {
    const keys = ['', 'name: x', '', '- **PostgreSQL**: JSONB', '\t'].map(lineKey);
    assert.deepEqual(readLineKeys(keys.join('')), keys);
    assert.equal(new Set(keys).size, 4);
    assert.equal(readLineKeys('abc'), undefined);
    assert.equal(readLineKeys('ab-cd'), undefined);
  });

  it('never look like a closing fence, whatever the line', () => {
    fc.assert(fc.property(fc.string(), (line) => assert.match(lineKey(line), /^(?:_|[0-9A-Za-z]{5})$/)));
  });

  it('do not see line ends in the state of a text', () => {
    assert.equal(contentState('a\r\nb\r\n'), contentState('a\nb\n'));
    assert.notEqual(contentState('a\nb\n'), contentState('a\nb'));
  });
});

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text: line } of textLines(text)) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** The merged lines as letters, conflicts as `<ours=theirs>`. */
function shown(text: string): string {
  return textLines(text)
    .map(({ text: line }) => (/^[<=>]{7}/.test(line) ? line[0] : line))
    .join('');
}
