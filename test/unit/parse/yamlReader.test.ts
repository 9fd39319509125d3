/**
 * YAML as Claude Code's own parser reads it. The answers are that parser's (scripts/yaml-answers.mjs asks it), the
 * cases are ours.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { readFrontmatter } from '../../../server/src/parse/agentFile.ts';
import type { YamlErrorKind, YamlNode } from '../../../server/src/parse/yamlNode.ts';
import { parseYaml } from '../../../server/src/parse/yamlParse.ts';
import { readMarked } from '../../support/marked.ts';
import { assertSoon } from '../../support/timeLimits.ts';

/** What the program's parser made of a text. */
interface Answer {
  readonly value?: unknown;
  readonly fails?: true;
  /** A file without frontmatter. */
  readonly none?: true;
  readonly retried?: true;
}

function casesOf<T>(name: string): [string, readonly (T & Answer)[]][] {
  const path = new URL(`../../fixtures/yaml/${name}.json`, import.meta.url);
  return Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, (T & Answer)[]>);
}

const same = (offset: number): number => offset;

/** A value as the answers write it: JSON has no word for some numbers. */
function said(root: YamlNode | null): unknown {
  return JSON.parse(
    JSON.stringify(root?.value ?? null, (_, value: unknown) => {
      if (typeof value !== 'number' || (Number.isFinite(value) && !Object.is(value, -0))) return value;
      return { number: Object.is(value, -0) ? '-0' : String(value) };
    }),
  );
}

suite('each text is read as Claude Code’s parser reads it', () => {
  let count = 0;
  for (const [group, cases] of casesOf<{ yaml: string }>('texts')) {
    test(group, () => {
      for (const { yaml, value, fails } of cases) {
        const { root, error } = parseYaml(yaml, yaml, same);
        const title = JSON.stringify(yaml);
        assert.equal(error !== undefined, fails === true, title);
        // Several documents are a list to the program, and nothing to us: neither has fields.
        if (fails !== true && !(root === null && Array.isArray(value)))
          assert.deepEqual(said(root), value, title);
        if (root !== null) assertSpans(yaml, root, { start: 0, end: yaml.length });
        count++;
      }
    });
  }
  test('they are many', () => assert.ok(count > 600, String(count)));
});

suite('the frontmatter of each file is read as Claude Code reads it', () => {
  for (const [group, cases] of casesOf<{ text: string }>('files')) {
    test(group, () => {
      for (const { text, value, fails, none, retried } of cases) {
        const title = JSON.stringify(text);
        const read = readFrontmatter(text);
        assert.equal(read.fence.state === 'closed', none !== true, title);
        if (none === true) continue;
        assert.equal(
          (read.retryError ?? (read.retried ? undefined : read.error)) !== undefined,
          fails === true,
          title,
        );
        assert.equal(read.retried, retried === true, title);
        if (fails !== true) assert.deepEqual(said(read.root), value, title);
        for (const { key, keySpan, valueSpan } of read.fields) {
          assert.equal(text.slice(keySpan.start, keySpan.end).replaceAll(/["']/g, ''), key, title);
          assert.ok(keySpan.end <= valueSpan.start && valueSpan.end <= read.source.length, title);
        }
      }
    });
  }
});

/** Each node lies within the one that holds it, in the order of the text. */
function assertSpans(text: string, node: YamlNode, within: { start: number; end: number }): void {
  const { start, end } = node.span;
  const title = `${JSON.stringify(text)} ${start}–${end}`;
  assert.ok(start >= within.start && start <= end && end <= within.end, title);
  // What an alias stands for lies elsewhere.
  if (text[start] === '*') return;
  if (node.kind === 'list') {
    for (const item of node.items) assertSpans(text, item, node.span);
  } else if (node.kind === 'map') {
    for (const { keySpan, node: value } of node.entries) {
      assert.ok(keySpan.start >= start && keySpan.end <= value.span.start, title);
      assertSpans(text, value, node.span);
    }
  } else if (
    node.style === 'plain' &&
    typeof node.value === 'string' &&
    !/[\r\n*]/.test(text.slice(start, end))
  ) {
    assert.equal(text.slice(start, end), node.value, title);
  }
}

/** Where a text fails: at the place that the author has to change. */
const refused: readonly (readonly [kind: YamlErrorKind, marked: string])[] = [
  ['colon-in-value', 'a: ⟦b⟧: c\n'],
  ['colon-in-value', 'a: ⟦b\n  c⟧: d\n'],
  ['colon-in-value', 'a:\n  - b: ⟦c⟧: d\n'],
  ['colon-in-value', 'a: ⟦"b"⟧: c\n'],
  ['colon-in-value', '⟦"a\n  b"⟧: c\n'],
  ['missing-colon', 'a: b\n⟦c d⟧\ne: f\n'],
  ['missing-colon', 'a: b\n⟦- c⟧\nd: e\n'],
  ['indentation', 'a:\n  - b\n ⟦-⟧ c\n'],
  ['indentation', 'a:\n  b: "c"\n   ⟦d⟧: e\n'],
  ['indentation', 'a: b\n  # c\n  ⟦d⟧\n'],
  ['indentation', 'a: "b\n⟦c"⟧\n'],
  ['unclosed-quote', 'a: ⟦"b⟧\nc: d\n'],
  ['unclosed-quote', "a: ⟦'twas⟧\n"],
  ['unclosed-bracket', 'a: ⟦[⟧b, c\nd: e\n'],
  ['unclosed-bracket', 'a: [b, ⟦{⟧c: d\n'],
  ['unclosed-bracket', 'a: ⟦{⟧b c\nd: e\n'],
  ['text-after-quote', 'a: "b" ⟦c⟧\n'],
  ['bad-escape', 'a: "b⟦\\⟧d"\n'],
  ['bad-escape', 'a: "⟦\\⟧ud83d"\n'],
  ['reserved-start', 'a: ⟦@⟧b\n'],
  ['reserved-start', 'a: ⟦`⟧b`\n'],
  ['reserved-start', 'a: ⟦%⟧b\n'],
  ['reserved-start', 'a: ⟦&⟧ b\n'],
  ['reserved-start', 'a: ⟦-⟧ b\n'],
  ['unknown-alias', 'a: ⟦*b*⟧\n'],
  ['unknown-alias', 'a: ⟦*⟧ b\n'],
  ['tab-indentation', 'a:\n⟦\t⟧- b\n'],
  ['tab-indentation', 'a:\n  b: c\n⟦\t⟧d: e\n'],
  ['tab-indentation', 'a: |\n⟦\t⟧b\n'],
  ['tab-indentation', 'a: b\n⟦\t⟧c\nd: e\n'],
  ['nul', 'a: b⟦\0⟧\n'],
];

test('a text fails at the place that causes it', () => {
  for (const [kind, marked] of refused) {
    const { text, spans } = readMarked(marked);
    const { error } = parseYaml(text, text, same);
    assert.deepEqual(error, { kind, span: spans[0] }, marked);
  }
});

test('what unfolds without end is refused, and nothing takes long', () => {
  const levels = Array.from({ length: 30 }, (_, i) => `a${i}: &a${i} [${`*a${i - 1}, `.repeat(9)}]`).slice(1);
  const texts = [
    ['a0: &a0 [x]', ...levels].join('\n'),
    `a: ${'['.repeat(100_000)}`,
    `a: "${' '.repeat(200_000)}b"`,
    `a: ${'b '.repeat(50_000)}: c`,
    `a: ${' '.repeat(200_000)}`,
    `a: |\n${'  b\n'.repeat(50_000)}`,
    '- '.repeat(50_000),
    'a:\n'.repeat(50_000),
    `a: b${'\n'.repeat(200_000)}  c`,
    '"'.repeat(100_000),
  ];
  for (const text of texts) {
    // Far beyond what any takes on a busy machine, far below what a square of its length would.
    assertSoon(5000, text.slice(0, 40), () => parseYaml(text, text, same));
  }
  assert.equal(parseYaml(texts[0]!, texts[0]!, same).error?.kind, 'too-much');
});
