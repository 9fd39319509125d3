/** Files in `.claude/rules`: when the rule holds, as Claude Code reads it. Each marked text with the text after the first fix. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ruleWithoutPaths } from '../../../server/src/rules/project/ruleWithoutPaths.ts';
import type { Finding } from '../../../server/src/rules/rule.ts';
import { applyEdits } from '../../../server/src/text/textEdit.ts';
import { readMarked, withMarks } from '../../support/marked.ts';

/** Without a second text: there is no fix that would help. */
const cases: readonly (readonly [marked: string, fixed?: string])[] = [
  ['paths: src/**'],
  ['paths: "src/**, lib/**"'],
  ['paths: **/*.ts'],
  ['paths: [src/**, "lib/*.ts"]'],
  ['paths: "[id]/**"'],
  ['paths: "app/[id]"'],
  ['paths: "[id]"'],
  ['paths: "src/a #1.ts"'],
  ['paths: src/** # all of it'],
  ['globs: **'],
  ['description: TypeScript'],
  ['⟦paths⟧: 12'],
  // Cursor writes its patterns without quotes.
  ['⟦globs⟧: *.ts', 'paths: *.ts'],
  ['⟦globs⟧: *.ts\r\nalwaysApply: false\r', 'paths: "*.ts"\r\nalwaysApply: false\r'],
  ['⟦globs⟧: *.ts, *.tsx\r\nalwaysApply: false\r', 'paths: "*.ts, *.tsx"\r\nalwaysApply: false\r'],
  ['globs: *.ts\r\nalwaysApply: true\r'],
  ['globs: **\r\nalwaysApply: false\r'],
  ['⟦globs⟧:\n  - *.ts\n  - src/**', 'paths:\n  - "*.ts"\n  - src/**'],
  ['description: a: b\n  c: d\n⟦globs⟧: x/**'],
  // Slips of the pen.
  ['⟦path⟧: src/**', 'paths: src/**'],
  ['⟦Paths⟧: src/**', 'paths: src/**'],
  ['⟦glob⟧: src/**', 'paths: src/**'],
  // What the second try does to patterns.
  ['paths: ⟦[**/*.ts, src/**]⟧', 'paths: ["**/*.ts", "src/**"]'],
  ['paths: ⟦[src/*.{ts,js}, **/*.md]⟧', 'paths: ["src/*.{ts,js}", "**/*.md"]'],
  ['paths: ⟦"[src/**, lib/**]"⟧', 'paths: ["src/**", "lib/**"]'],
  ['paths: ⟦["src/**"] # x⟧\ndescription: a: b', 'paths: ["src/**"]\ndescription: a: b'],
  ['paths: ⟦[src/**, lib/**⟧', 'paths: ["src/**", "lib/**"]'],
  ['paths: ⟦["src/**", lib/**⟧', 'paths: ["src/**", "lib/**"]'],
  ['paths: ⟦[src/** # all⟧', 'paths: ["src/**"]'],
  ['paths: "[id"'],
  ['paths: ⟦**/*.ts # TS⟧', 'paths: "**/*.ts" # TS'],
];

for (const [marked, fixed] of cases) {
  test(JSON.stringify(marked), () => {
    const { text } = readMarked(`---\n${marked}\n---\nValidate.\n`);
    const found: Finding[] = [];
    ruleWithoutPaths.check({ uri: 'file:///shop/.claude/rules/api.md', text }, (finding) => {
      found.push({ rule: ruleWithoutPaths.id, severity: 'warning', ...finding });
    });
    assert.equal(
      withMarks(
        text,
        found.map(({ span }) => span),
      ),
      `---\n${marked}\n---\nValidate.\n`,
    );
    const fix = found[0]?.fixes?.()[0];
    assert.equal(
      fix === undefined ? undefined : applyEdits(text, fix.edits),
      fixed === undefined ? undefined : `---\n${fixed}\n---\nValidate.\n`,
    );
  });
}
