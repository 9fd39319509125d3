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
  [`---\n⟦---⟧\n${lines('name: a', 'description: b').slice(4)}`, lines('name: a', 'description: b')],
  [lines('⟦- ⟧name: a', '- description: b'), lines('name: a', 'description: b')],
  [
    lines('⟦-   ⟧name: a', '    description: |', '      b', '      c', '-', '  tools:', '    - Read'),
    lines('name: a', 'description: |', '  b', '  c', 'tools:', '  - Read'),
  ],
  [
    lines('⟦name⟧ = "a"', "description='b: c'", '# why', 'tools = ["Read", "Grep"]', 'background = true'),
    lines('name: "a"', "description: 'b: c'", '# why', 'tools: ["Read", "Grep"]', 'background: true'),
  ],
  ['⟦+++⟧\nname = "a"\ndescription = "b"\n+++\nCheck.\n', lines('name: "a"', 'description: "b"')],
  [
    lines('⟦name⟧ = "a"', 'description = "b"', 'model: sonnet'),
    lines('name: "a"', 'description: "b"', 'model: sonnet'),
  ],
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
  [lines('name: a', 'description: b', '⟦\t⟧so: c'), lines('name: a', 'description: |-', '  b', '  so: c')],
  [lines('name: a', 'description: "b" ⟦c⟧'), lines('name: a', `description: '"b" c'`)],
  [lines('name: a', 'description: ⟦-⟧ b'), lines('name: a', 'description: "- b"')],
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

const example = '```toml\nname = "x"\ndescription = "y"\n```\n';

test('silence where nothing means to be an agent', () => {
  for (const text of [
    '# Notes\n',
    '---\ntitle: x\n---\n',
    '',
    '----\nNotes\n',
    `+++\ntitle = "Agents"\n+++\n\n# Agents\n\n${example}`,
    `---\n\n# Agents\n\n${example}`,
    `---\n\n# Agents\n\n${example}\n---\n\nMore.\n`,
    `---\ntitle: Docs\n\n${example}`,
    '++++\nWords.\n\nname = "x"\ndescription = "y"\n',
    '+++ a\n\nWords.\n\nname = "x"\ndescription = "y"\n',
    '---\n\nname = "x"\ndescription = "y"\n',
  ])
    assert.deepEqual(check(text), [], text);
});

test('no repair where it would lose a word, or mean something else', () => {
  for (const text of [
    lines('- # the name', '  name: a', '- description: b'),
    lines('- # why - so', '  name: a', '  description: b'),
    lines('- # why -', '  name: a', '  description: b'),
    lines('- &n x: Read', '- name: a', '- description: b', '- tools: *n'),
    lines('- &x', '  name: a', '  description: b', '- <<: *x', '  model: y'),
    lines('- k: &x', '    description: b', '- name: a', '- description: c', '- <<: *x'),
    lines('- name: a', '- description: b', '- k: 1\r- j: 2'),
    lines('- name: a', '  description: b', '- name: c', '  description: d'),
    lines('name = "a"', 'description = "b"', 'tools = ["Read" "Grep"]'),
    lines('name = "a"', "description = 'it''s'"),
    lines('name = "a"', 'description = """', 'b', '"""'),
  ]) {
    const [finding, ...others] = check(text);
    assert.ok(finding !== undefined && others.length === 0, text);
    assert.deepEqual(finding.fixes?.() ?? [], [], text);
  }
});

test('dashes that close the frontmatter, though indented, are not what keeps it from loading', () => {
  const [description, indentation] = ['name: a', 'name: a\ndescription: d\n model: opus'].map(
    (fields) => check(`---\n${fields}\n ---\nCheck.\n`)[0]?.message,
  );
  assert.match(description ?? '', /it has no “description”/);
  assert.match(indentation ?? '', /a colon in a value|a wrong indentation/);
});
