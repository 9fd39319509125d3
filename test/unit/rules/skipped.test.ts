/** Where the finding stands and what each repair makes of the file: it loads, and says the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAgentFile } from '../../../server/src/parse/agentFile.ts';
import { skipped } from '../../../server/src/rules/agent/skipped.ts';
import { runRules } from '../../../server/src/rules/runner.ts';
import { applyEdits } from '../../../server/src/text/textEdit.ts';
import { readMarked, withMarks } from '../../support/marked.ts';

const failed = (message: string): never => assert.fail(message);

function check(text: string): ReturnType<typeof runRules> {
  const uri = 'file:///project/.claude/agents/auditor.md';
  const subject = { uri, text, file: parseAgentFile(text), inVsCodeChatAgent: true, isPlugin: false };
  return runRules([skipped], subject, failed);
}

const rest = '---\nCheck.\n';
const lines = (...all: string[]): string => `${['---', ...all].join('\n')}\n${rest}`;

/** A marked file, and the file after the first repair. */
const cases: readonly (readonly [marked: string, repaired: string])[] = [
  [` ⟦---⟧\nname: a\ndescription: b\n${rest}`, lines('name: a', 'description: b')],
  [`⟦----⟧\nname: a\ndescription: b\n-${rest}`, lines('name: a', 'description: b')],
  ['⟦+++⟧\nname: a\ndescription: b\n+++\nCheck.\n', lines('name: a', 'description: b')],
  [`⟦--- yaml⟧\nname: a\ndescription: b\n${rest}`, lines('name: a', 'description: b')],
  [`\uFEFF\uFEFF⟦---⟧\nname: a\ndescription: b\n${rest}`, lines('name: a', 'description: b')],
  [`⟦name: a⟧\ndescription: b\n${rest}`, lines('name: a', 'description: b')],
  ['⟦name: a⟧\ndescription: b\n\nCheck.\n', `---\nname: a\ndescription: b\n---\n\nCheck.\n`],
  ['⟦---⟧\nname: a\ndescription: b\n\n# Check\n', '---\nname: a\ndescription: b\n---\n\n# Check\n'],
  [
    '# A\n\n⟦---⟧\nname: a\ndescription: b\n---\nCheck.\n',
    '---\nname: a\ndescription: b\n---\n# A\n\nCheck.\n',
  ],
  [`⟦---⟧\n${lines('name: a', 'description: b')}`, lines('name: a', 'description: b')],
  [lines('⟦Name⟧: a', 'description: b'), lines('name: a', 'description: b')],
  [lines('⟦name⟧:', 'description: b'), lines('name: auditor', 'description: b')],
  [lines('name: ⟦12⟧', 'description: b'), lines('name: "12"', 'description: b')],
  [lines('name: ⟦[a]⟧', 'description: b'), lines('name: a', 'description: b')],
  [lines('name: ⟦x:a⟧', 'description: b'), lines('name: x-a', 'description: b')],
  [lines('name: a', '⟦whenToUse⟧: b'), lines('name: a', 'description: b')],
  [lines('name: a', '⟦description⟧: #b'), lines('name: a', 'description: "#b"')],
  [lines('name: a', 'description: ⟦12⟧'), lines('name: a', 'description: "12"')],
  [lines('name: a', 'description: ⟦[b, c]⟧'), lines('name: a', 'description: "[b, c]"')],
  [lines('name: a', 'description: b', '⟦description⟧:'), lines('name: a', 'description: b')],
  [lines('name: a', 'description: b', '  ⟦so:⟧ c'), lines('name: a', 'description: |-', '  b', '  so: c')],
  [lines('name: a', 'description: b ⟦so:⟧'), lines('name: a', 'description: "b so:"')],
  [lines('name: a', 'description: "b" ⟦c⟧'), lines('name: a', 'description: \'"b" c\'')],
  [
    lines('name: a', "description: ⟦'twas⟧", 'model: opus'),
    lines('name: a', 'description: "\'twas"', 'model: opus'),
  ],
  [lines('name: a', 'description: ⟦"b⟧', 'model: opus'), lines('name: a', 'description: "b"', 'model: opus')],
  [lines('name: a', 'description: "b⟦\\⟧d"'), lines('name: a', 'description: "b\\\\d"')],
  [lines('name: a', 'description: "it⟦\\⟧\'s"'), lines('name: a', 'description: "it\'s"')],
  [lines('name: a', '⟦description:b⟧'), lines('name: a', 'description: b')],
  [lines('name: a', 'description: "b ⟦---⟧ c"'), lines('name: a', 'description: "b \\x2D-- c"')],
  [lines('description: b⟦---⟧c', 'name: a'), lines('description: "b\\x2D--c"', 'name: a')],
  [
    lines('name: a', 'description: b', "tools: 'Read'⟦, 'Edit'⟧"),
    lines('name: a', 'description: b', 'tools: Read, Edit'),
  ],
  [lines('  name: a', '⟦description⟧: b'), lines('name: a', 'description: b')],
  [lines('⟦%YAML⟧ 1.2', 'name: a', 'description: b'), lines('name: a', 'description: b')],
  [
    lines('name: a', 'description: |', '  b', 'tools: ⟦*⟧'),
    lines('name: a', 'description: |', '  b', 'tools: "*"'),
  ],
  [lines('name: a', 'description: b', 'hooks: ⟦true⟧'), lines('name: a', 'description: b', 'hooks: {}')],
  [
    lines('name: a', 'description: b', '⟦PreToolUse⟧:', '  - hooks: []'),
    lines('name: a', 'description: b', 'hooks:', '  PreToolUse:', '    - hooks: []'),
  ],
  [
    lines('name: a', 'description: b', 'hooks:', '  PreToolUse:', '    - hooks:', '      - ⟦command⟧: x'),
    lines(
      'name: a',
      'description: b',
      'hooks:',
      '  PreToolUse:',
      '    - hooks:',
      '      - type: command',
      '        command: x',
    ),
  ],
];

for (const [marked, expected] of cases) {
  test(JSON.stringify(marked), () => {
    const { text } = readMarked(marked);
    const findings = check(text);
    assert.equal(
      withMarks(
        text,
        findings.map(({ span }) => span),
      ),
      marked,
    );
    assert.equal(findings[0]?.severity, 'error');
    assert.ok(findings[0]?.message.startsWith('Claude Code skips this file'));
    const first = findings[0]?.fixes?.()[0];
    assert.ok(first, 'no repair');
    assert.equal(applyEdits(text, first.edits), expected);
  });
}

test('every repair offered makes the file load', () => {
  for (const [marked] of cases) {
    const { text } = readMarked(marked);
    for (const fix of check(text)[0]?.fixes?.() ?? []) {
      assert.ok(parseAgentFile(applyEdits(text, fix.edits)).verdict.loads, `${marked}: ${fix.title}`);
    }
  }
});

test('silence where nothing means to be an agent', () => {
  for (const text of ['# Notes\n', '---\ntitle: x\n---\n', '', '----\nNotes\n'])
    assert.deepEqual(check(text), []);
});
