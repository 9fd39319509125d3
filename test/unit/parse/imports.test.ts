import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { findImports } from '../../../server/src/parse/imports.ts';
import { hiddenSpans, isBlankWithout, projectFileBodyStart } from '../../../server/src/parse/projectFile.ts';
import { rulePaths } from '../../../server/src/parse/rulesFile.ts';
import { readMarked, withMarks } from '../../support/marked.ts';
import fc from '../../support/fastCheck.ts';
import { assertSoon } from '../../support/timeLimits.ts';

/** Marked: each import; nothing else is one. */
const imports: Readonly<Record<string, readonly string[]>> = {
  'places in a text': [
    '⟦@a.md⟧',
    'See ⟦@a.md⟧ and ⟦@b.md⟧ now',
    'See\t⟦@a.md⟧',
    'x\n    ⟦@a.md⟧',
    '# ⟦@a.md⟧ #\n\n⟦@b.md⟧\n===',
    '#@a.md',
    '> ⟦@a.md⟧\n⟦@b.md⟧',
    '>\t⟦@a.md⟧',
    '| ⟦@a.md⟧ | x |\n|---|---|\n|@b.md|',
    '( ⟦@a.md⟧ ) (@b.md) "@c.md" {@d.md} -@e.md x@f.md @ g.md',
    '↑ ⟦@a.md⟧ →@b.md',
    'x\u00a0⟦@a.md⟧\u2028⟦@b.md⟧ \u200b@c.md',
    '\uFEFF⟦@a.md⟧',
    '&#64;a.md &nbsp;@b.md',
    'https://example.org/@a.md me@example.org',
  ],
  lists: [
    '- ⟦@a.md⟧\n  - ⟦@b.md⟧\n\n    ⟦@c.md⟧\n* [ ] ⟦@d.md⟧\n1. ⟦@e.md⟧',
    '-     @a.md',
    '- x\n        ⟦@a.md⟧\n\n        ⟦@b.md⟧',
    '- x\n\n      @a.md',
    '-@a.md',
    // Text right in an item is searched as written as well, marks of code and all.
    '- x `y ⟦@a.md⟧ z`\n- [x](y "t ⟦@b.md⟧ u")',
    '- > x `y @a.md z`',
    '- x\n  <rules>\n  @a.md\n  </rules>',
    '- ```\n  @a.md\n  ```\n- ⟦@b.md⟧',
    '3. x\n```\n@a.md\n```\n⟦@b.md⟧',
  ],
  code: [
    '`@a.md` `` see @b.md ``',
    '`x`⟦@a.md⟧',
    '`see ⟦@a.md⟧\n\n`',
    '`` see ⟦@a.md⟧ `',
    '\\` ⟦@a.md⟧ `',
    '```\n@a.md\n```\n⟦@b.md⟧',
    '~~~ x`y\n@a.md\n```\n@b.md',
    '``` x`y\n⟦@a.md⟧',
    '````\n@a.md\n```\n@b.md\n`````\n⟦@c.md⟧',
    '> ```\n> @a.md\n⟦@b.md⟧',
    '    @a.md\n\n \t@b.md\n⟦@c.md⟧',
  ],
  marks: [
    '**⟦@a.md⟧** *⟦@b.md⟧* __⟦@c.md⟧__ _⟦@d.md⟧_ ***⟦@e.md⟧***',
    '**⟦@a.md⟧**: x, *see ⟦@b.md⟧*, x **y *⟦@c.md⟧* z**',
    '*@a.md',
    '**@a.md*',
    'a*@a.md*',
    '~~@a.md~~ ~~See ⟦@b.md⟧ now~~',
    '\\*⟦@a.md⟧ \\@b.md',
    '[⟦@a.md⟧](b.md) [see ⟦@b.md⟧ now](c.md "@d.md") ![see @e.md now](f.md)',
    '\\![⟦@a.md⟧](b.md)',
    '[@a.md] [@b.md][x] [[@c.md]]',
    '[⟦@a.md⟧][x] [⟦@a.md⟧]\n\n[x]: @b.md\n[@A.MD]: c',
    '[x]( ⟦@a.md⟧',
    '<https://example.org>⟦@a.md⟧ <@b.md>',
    'x<br>⟦@a.md⟧ <kbd>⟦@b.md⟧</kbd> <b title=" @c.md ">',
    'x <!-- @a.md --> ⟦@b.md⟧ <!-- ⟦@c.md⟧',
  ],
  html: [
    '<div>\n@a.md\n</div>\n\n⟦@b.md⟧',
    '<rules>\n@a.md\n\n⟦@b.md⟧',
    '<rules> ⟦@a.md⟧ </rules>',
    'x\n<rules>\n⟦@a.md⟧',
    'x\n<div>\n@a.md',
    '> x\n<rules>\n@a.md',
    '<script>\n\n@a.md\n</script> @b.md\n⟦@c.md⟧',
    '<?php @a.md\n?> ⟦@b.md⟧',
    '<!DOCTYPE x> ⟦@a.md⟧',
    '<![CDATA[ @a.md\n\n]]>\n⟦@b.md⟧',
    '<p>@a.md',
    '<hr/>\n@a.md',
  ],
  comments: [
    '<!-- @a.md -->\n⟦@b.md⟧',
    '<!--\n\n@a.md --> ⟦@b.md⟧ <!-- @c.md --> ⟦@d.md⟧',
    '<!-- x -->⟦@a.md⟧',
    '<!-- x --> y<!-- z -->@a.md',
    '<!-- @a.md\n\n@b.md',
    '- <!-- @a.md -->⟦@b.md⟧',
  ],
  paths: [
    '⟦@docs/a.md⟧ ⟦@./a.md⟧ ⟦@../a.md⟧ ⟦@~/a.md⟧ ⟦@/a/b.md⟧ ⟦@.env⟧ ⟦@_a⟧ ⟦@1⟧ ⟦@octocat⟧ ⟦@scope/pkg⟧',
    '@/ @~ @~a @%a @&a @[a] @:a @#a @übung.md ⟦@./übung.md⟧ ⟦@aü📘.md⟧',
    '⟦@a\\ b.md⟧ ⟦@a⟧\\_b.md ⟦@docs⟧\\a.md',
    '⟦@a.md⟧#part ⟦@b⟧#c.md',
    '⟦@a.md@b.md⟧ ⟦@a.md,⟧ ⟦@a.md.⟧ ⟦@a(b).md⟧ ⟦@a.md”⟧',
    '⟦@c⟧*d*e.md ⟦@c⟧<d>.md',
  ],
  'frontmatter and line ends': [
    '---\nx: see @a.md now\n---\n⟦@b.md⟧',
    '---\n---\n    ⟦@a.md⟧',
    '---\nx: ⟦@a.md⟧',
    'x\r\n\r\n⟦@a.md⟧\r\n```\r\n@b.md\r\n```\r\n⟦@c.md⟧\r\n',
    'x\r\r⟦@a.md⟧\r    ⟦@b.md⟧\r\r    @c.md\r',
    'x\0\n⟦@a.md⟧',
  ],
};

describe('imports', () => {
  for (const [name, texts] of Object.entries(imports)) {
    it(name, () => {
      for (const marked of texts) {
        const { text } = readMarked(marked);
        const spans = findImports(text).map((reference) => reference.span);
        assert.equal(
          withMarks(
            text,
            spans.toSorted((a, b) => a.start - b.start),
          ),
          marked,
        );
      }
    });
  }

  test('paths are without fragments and escapes', () => {
    const paths = findImports('@a\\ b.md#c @./d').map((reference) => reference.path);
    assert.deepEqual(paths, ['a b.md', './d']);
  });

  test('what is written plainly in a list item is followed before what is in marks', () => {
    const paths = findImports('- *@a.md* and @b.md').map((reference) => reference.path);
    assert.deepEqual(paths, ['b.md', 'a.md']);
  });
});

/** Marked: what Claude Code strips. */
const hidden = [
  '⟦---\nx: y\n---\n\n⟧text',
  '⟦---\nx: a ---⟧b\n---',
  '⟦\uFEFF---\nx: y\n---\n⟧text',
  '\n---\nx: y\n---\n',
  '---\nx: y\n',
  '--- x\n---\n',
  'a\n\n⟦<!-- b -->⟧\n\nc <!-- d --> e',
  'a\n⟦<!-- b\n\n-->⟧ c ⟦<!-- d -->⟧\n`<!-- e -->`\n\n    <!-- f -->\n',
  '- x\n⟦<!-- a -->⟧\n- y\n\n  <!-- b -->\n\n> <!-- c -->',
  '# <!-- a -->\n\n<div>\n<!-- b -->\n</div>\n\n| <!-- c --> |',
  '⟦<!-- a <!-- b -->⟧ c -->\n\n⟦<!--- d --->⟧',
  '<!-- a\n\nb',
  '\uFEFF<!-- a -->',
  '⟦---\nx: y\n---\n⟧⟦<!-- a\r\nb -->⟧\r\n',
];

describe('what is hidden', () => {
  it('is frontmatter and comments that are blocks', () => {
    for (const marked of hidden) {
      const { text } = readMarked(marked);
      assert.equal(withMarks(text, hiddenSpans(text)), marked);
    }
  });

  it('makes a file blank when nothing else is in it', () => {
    const blank = [
      '',
      ' \n',
      '\uFEFF',
      '---\nx: y\n---\n',
      '<!-- a -->\n\n<!-- b -->',
      '---\nx: y\n---\n<!-- a -->\n',
    ];
    for (const text of blank) assert.ok(isBlankWithout(text, hiddenSpans(text)), JSON.stringify(text));
    for (const text of ['a', '<!-- a', '> <!-- a -->', '---\nx: y\n---\n\na', '<!-- a --> b']) {
      assert.ok(!isBlankWithout(text, hiddenSpans(text)), JSON.stringify(text));
    }
  });
});

describe('rules files', () => {
  const conditional = [
    'paths: src/**',
    'paths: ["src/**"]',
    'paths:\n  - src/**\n  - lib/*.{ts,tsx}',
    'paths: **/*.ts',
    'paths: "*"',
    'paths: "**/*"',
    'paths: "./**"',
    'paths: .',
    'paths: ["src/**", "**"]',
    'paths: "!src/**"',
  ];
  const unconditional = [
    'description: x',
    'paths:',
    'paths: ""',
    'paths: {a: b}',
    'paths: 5',
    'paths: "**"',
    'paths: ["**"]',
    'paths: "/**"',
    'paths: "**, **/**"',
    'Paths: src/**',
    'globs: ["src/**"]',
    'applyTo: "src/**"',
    'paths: **/*.ts\r',
    'paths:\n  - **/*.ts',
    'paths:\n  - "src\n  - lib',
  ];
  it('hold for some files only when `paths` says so', () => {
    for (const yaml of conditional) assert.notEqual(rulePaths(`---\n${yaml}\n---\nx`), undefined, yaml);
    for (const yaml of unconditional) assert.equal(rulePaths(`---\n${yaml}\n---\nx`), undefined, yaml);
    assert.equal(rulePaths('paths: src/**'), undefined);
  });
  it('split patterns at commas outside of braces', () => {
    assert.deepEqual(rulePaths('---\npaths: "src/*.{ts,tsx}, lib/**"\n---\n'), ['src/*.{ts,tsx}', 'lib']);
  });
});

describe('any text', () => {
  // Pieces that mean something, so that chance meets the rules.
  const piece = fc.constantFrom(
    '@a.md',
    '@',
    ' ',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '    ',
    '- ',
    '1. ',
    '> ',
    '#',
    '`',
    '```',
    '~~~',
    '*',
    '**',
    '_',
    '[',
    ']',
    '(',
    ')',
    '![',
    '\\',
    '<',
    '>',
    '<!--',
    '-->',
    '<div>',
    '<rules>',
    '<?',
    '?>',
    '---',
    '===',
    '[x]: y',
    '\0',
    '\ud800',
    '\uFEFF',
    'x',
    '"',
    "'",
    '&amp;',
    '|',
  );
  it('has imports where they say they are, and hidden stretches in order', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        for (const { path, span } of findImports(text)) {
          assert.equal(text.slice(span.start, span.end).replaceAll('\\ ', ' '), `@${path}`);
        }
        let end = 0;
        for (const stretch of hiddenSpans(text)) {
          assert.ok(stretch.start >= end && stretch.end > stretch.start && stretch.end <= text.length);
          end = stretch.end;
        }
        assert.ok(projectFileBodyStart(text) <= text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('is read in linear time', () => {
    const hostile = [
      'a* ',
      '*a ',
      '**a* ',
      '[',
      '![',
      '[a](',
      '[a](b "',
      '[a](b (',
      '`',
      '`` ` ',
      '<',
      '<a b="',
      '<!-- ',
      '<?',
      '<![CDATA[',
      '> ',
      '> > ```\nx\n',
      '- ',
      '- [a\n',
      '[a\n',
      '- x\n  y\n',
      '> x\ny\n',
      '1. ',
      '@a ',
      ']',
      'a\n---\n',
      '\t',
      '\\',
      '__a',
    ];
    for (const part of hostile) {
      for (const before of ['', '- ', '> ']) {
        const text = `${before}${part.repeat(30_000 / part.length)} @a.md\n@b.md\n<!-- x -->\n`;
        // A reader that is not linear takes far longer; a slow machine stays well under this.
        assertSoon(3000, JSON.stringify(part), () => {
          findImports(text);
          hiddenSpans(text);
        });
      }
    }
  });
});
