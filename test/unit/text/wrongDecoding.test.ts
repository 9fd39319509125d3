import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repaired, wrongDecodings } from '../../../server/src/text/wrongDecoding.ts';
import { readMarked, withMarks } from '../../support/marked.ts';
import fc from '../../support/fastCheck.ts';
import { assertSoon } from '../../support/timeLimits.ts';

/** What a Windows-1252 reader makes of UTF-8 text. */
function misread(text: string): string {
  return new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
}

test('marked runs are found, each as one', () => {
  const cases = [
    '3⟦â€“⟧5 files',
    'â plain, â€ cut',
    'caf⟦Ã©⟧ and ⟦Ã©⟧tude',
    '10⟦Â°⟧C, ⟦Â§⟧ 4',
    '⟦âœ…⟧ done ⟦â†’⟧ next',
    '⟦ðŸ˜€⟧',
    '⟦â€œ⟧quoted⟦â€\u009D⟧',
  ];
  for (const marked of cases) {
    const { text } = readMarked(marked);
    const found = wrongDecodings(text).map(({ span }) => span);
    assert.equal(withMarks(text, found), marked);
  }
});

test('correct text is left alone', () => {
  const texts = [
    'Le « café » ; déjà « vu » et l’été\u00A0: « forêt\u00A0»',
    '“café”… ‘café’” “Spaß”… „Spaß“ GRÖSSE” É”',
    'A MANHÃ” IRMÃ… «MANHÃ» NÃO, CAFÉ’S',
    'hâlâ”… hâlâ’',
    'Ä… och Å”, Ö»',
    'naïve façade, Zürich, Łódź, příliš žluťoučký',
    'Привет, мир. Γειά σου. 日本語 “テスト”。 한국어. العربية. עברית',
    '3–5 files — “so” … • → ✅ 😀 ½ © § ° ±',
    'Ân Â là',
  ];
  for (const text of texts) assert.deepEqual(wrongDecodings(text), [], text);
});

test('what was misread is repaired', () => {
  const texts = [
    'Read 3–5 files — then “stop”…',
    'café, étude, naïve, 10°C',
    'Привет, мир',
    '日本語テスト',
    '→ next ✅ done 😀',
  ];
  for (const text of texts) assert.equal(repaired(misread(text)), text);
});

test('a repaired text is shorter, and never broken', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const result = repaired(text);
      assert.ok(result.length <= text.length);
      for (const { span } of wrongDecodings(text))
        assert.ok(span.start < span.end && span.end <= text.length);
    }),
  );
});

test('ASCII is left alone, and at once', () => {
  const text = 'Plain text. '.repeat(100_000);
  assert.equal(
    assertSoon(500, '1.2 million characters', () => repaired(text)),
    text,
  );
});
