/** Fields of a file that is good otherwise, and what repairs make of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../server/src/text/textEdit.ts';
import { checked } from '../../support/repairs.ts';

interface Case {
  readonly text: string;
  /** The rules that find something, in the order of their places. */
  readonly rules: string;
  /** After the first repair of the skipped file, else of the first finding that has one. */
  readonly first?: string;
  /** After "fix all"; `first` where that is the same. */
  readonly all?: string;
}

const cases: readonly Case[] = [
  { text: 'model opus', rules: 'skipped', first: 'model: opus' },
  { text: 'tools Read, Grep', rules: 'skipped', first: 'tools: Read, Grep' },
  { text: 'tools: Read,\nWrite, Bash', rules: 'skipped', first: 'tools: Read, Write, Bash', all: 'first' },
  { text: 'tools: - Read\n  - Write', rules: 'skipped', first: 'tools: Read, Write', all: 'first' },
  { text: 'tools:\n  - Read\n - Write', rules: 'skipped', first: 'tools: Read, Write', all: 'first' },
  {
    text: 'tools: [*]\nmodel: opus',
    rules: 'no-tools second-reading',
    first: 'model: opus',
    all: 'tools: "*"\nmodel: opus',
  },
  { text: 'hooks:\n  preToolUse:\n    - hooks:\n        - {type: command}', rules: 'hook' },
  { text: 'hooks:\n  pre-tool-use: x', rules: 'hook' },
  {
    text: 'hooks:\n  preToolUse:\n    - hooks:\n        - {type: command, command: x}',
    rules: 'hook',
    first: 'hooks:\n  PreToolUse:\n    - hooks:\n        - {type: command, command: x}',
    all: 'first',
  },
  {
    text: 'tools:\n  - MultiEdit\n  - LS',
    rules: 'no-tools retired-tool retired-tool',
    first: 'tools:\n  - Edit\n  - LS',
  },
  { text: 'tools: [MultiEdit, LS]', rules: 'no-tools retired-tool retired-tool', first: 'tools: [Edit, LS]' },
  { text: 'tools: MultiEdit', rules: 'no-tools retired-tool', first: 'tools: Edit' },
  {
    text: 'tools: Edit, MultiEdit, LS, Read',
    rules: 'retired-tool retired-tool',
    first: 'tools: Edit, LS, Read',
    all: 'first',
  },
  {
    text: 'tools: Read, Read, Read',
    rules: 'duplicate-tool duplicate-tool',
    first: 'tools: Read, Read',
    all: 'tools: Read',
  },
  {
    text: 'tools: [Read, Read, Read]',
    rules: 'duplicate-tool duplicate-tool',
    first: 'tools: [Read, Read]',
    all: 'tools: [Read]',
  },
  { text: 'allowed-tools: read_file, search', rules: 'unknown-key', first: 'tools: read_file, search' },
  {
    text: 'allowedTools: Read, bash',
    rules: 'unknown-key',
    first: 'tools: Read, bash',
    all: 'tools: Read, Bash',
  },
  { text: 'Tools: Raed', rules: 'unknown-key', first: 'tools: Raed' },
  { text: 'Tools: Read\ntools_: Edit', rules: 'unknown-key unknown-key', first: 'tools: Read\ntools_: Edit' },
  { text: 'Max_Turns: many', rules: 'unknown-key', first: 'maxTurns: many' },
  { text: 'Color: Red', rules: 'unknown-key', first: 'color: Red', all: 'color: red' },
  { text: 'color: red\u00A0', rules: 'dropped-value', first: 'color: red', all: 'first' },
  { text: 'color: #ff0000', rules: 'cut-value', first: 'color: red' },
  {
    text: 'x: a: b\ntools: [Read, Edit] # x',
    rules: 'unknown-key second-reading second-reading',
    first: 'x: "a: b"\ntools: [Read, Edit] # x',
    all: 'first',
  },
  {
    text: 'x: a: b\ny: c: d\nz: e: f',
    rules: 'unknown-key second-reading unknown-key second-reading unknown-key second-reading',
    first: 'x: "a: b"\ny: c: d\nz: e: f',
    all: 'x: "a: b"\ny: "c: d"\nz: "e: f"',
  },
  {
    text: 'x: a: b\nmodel: opus # strong',
    rules: 'unknown-key second-reading unknown-model second-reading',
    first: 'x: "a: b"\nmodel: opus # strong',
    all: 'first',
  },
  { text: 'x: a: b\nhooks: {}', rules: 'unknown-key skipped', first: 'x: "a: b"\nhooks: {}', all: 'first' },
  {
    text: 'tools: [Read, Edit\nmodel: opus',
    rules: 'unknown-tool second-reading',
    first: 'tools: Read, Edit\nmodel: opus',
  },
  { text: 'tools:\n\t- Read', rules: 'second-reading', first: 'tools:\n  - Read', all: 'first' },
  {
    text: 'tools: [Bash(git status, git diff), Read]',
    rules: 'torn-tool',
    first: 'tools: ["Bash(git status, git diff)", Read]',
  },
  {
    text: 'tools: [Bash(git status, git diff)]',
    rules: 'torn-tool',
    first: 'tools: ["Bash(git status, git diff)"]',
  },
  {
    text: 'tools: [Agent(a, b), Read]',
    rules: 'torn-tool',
    first: 'tools: ["Agent(a, b)", Read]',
    all: 'first',
  },
  { text: 'tools: ["codebase", "search", "Read"]', rules: 'foreign-tools', first: 'tools: ["Grep", "Read"]' },
  {
    text: 'tools:\n  - read_file\n  - run_command',
    rules: 'no-tools foreign-tools',
    first: 'tools:\n  - Read\n  - Bash',
  },
  { text: 'tools: edit, grep_search, frobnicate', rules: 'no-tools foreign-tools', first: 'tools: Edit' },
  { text: 'tools: "Read" "Bash"', rules: 'skipped', first: 'tools: Read, Bash', all: 'first' },
  { text: 'tools: - Read - Bash', rules: 'skipped', first: 'tools: Read, Bash', all: 'first' },
  { text: 'tools: read_file, invoice, Bash', rules: 'foreign-tools', first: 'tools: Bash' },
  { text: 'model: opus\nmodel: haiku', rules: 'duplicate-key', first: 'model: haiku' },
  { text: 'model: opus\nmodel: opus', rules: 'duplicate-key', first: 'model: opus', all: 'first' },
  {
    text: 'tools:\n  - Read\nmodel: opus\ntools:\n  - Read',
    rules: 'duplicate-key',
    first: 'model: opus\ntools:\n  - Read',
    all: 'first',
  },
  { text: 'hooks:\n  PreToolUse: {}', rules: 'skipped', first: 'hooks:\n  PreToolUse: []' },
  {
    text: 'hooks:\n  PreToolUse: ./check.sh',
    rules: 'skipped',
    first: 'hooks:\n  PreToolUse: [{hooks: [{type: command, command: "./check.sh"}]}]',
  },
  {
    text: 'hooks:\n  PreToolUse:\n    matcher: Bash\n    hooks:\n      - {type: command, command: x}',
    rules: 'skipped',
    first: 'hooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - {type: command, command: x}',
  },
  {
    text: 'hooks:\n  PreToolUse:\n    - matcher: Bash\n      type: command\n      command: |\n        x\n        y',
    rules: 'skipped',
    first:
      'hooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: |\n            x\n            y',
  },
  {
    text: 'hooks:\n  PreToolUse:\n    - {matcher: Bash, type: command, command: x}',
    rules: 'skipped',
    first: 'hooks:\n  PreToolUse:\n    - {matcher: Bash, hooks: [{type: command, command: x}]}',
  },
  {
    text: 'hooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:',
    rules: 'skipped',
    first: 'hooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks: []',
  },
  {
    text: 'hooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        type: command\n        command: x',
    rules: 'skipped',
    first:
      'hooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: x',
  },
  {
    text: 'hooks:\n  PreToolUse:\n    - matcher: [Edit, Write]\n      hooks: [x.sh]',
    rules: 'skipped',
    first:
      'hooks:\n  PreToolUse:\n    - matcher: "Edit|Write"\n      hooks: [{type: command, command: "x.sh"}]',
  },
  {
    text: 'hooks:\n  PreToolUse:\n    - hooks:\n        - {type: comand, command: x}',
    rules: 'skipped',
    first: 'hooks:\n  PreToolUse:\n    - hooks:\n        - {type: command, command: x}',
  },
  {
    text: 'hooks:\n  PreToolUse:\n    - hooks:\n        - type: command\n          cmd: x',
    rules: 'skipped',
    first: 'hooks:\n  PreToolUse:\n    - hooks:\n        - type: command\n          command: x',
  },
  {
    text: 'hooks:\n  PreToolUse:\n    - hooks:\n        - type: command\n          command: x\n          shell: zsh',
    rules: 'skipped',
    first:
      'hooks:\n  PreToolUse:\n    - hooks:\n        - type: command\n          command: x\n          shell: bash',
  },
  {
    text: 'hooks:\n  PreToolUse:\n    - hooks:\n        - {type: command, command: x, onFailure: stop}',
    rules: 'skipped',
    first: 'hooks:\n  PreToolUse:\n    - hooks:\n        - {type: command, command: x, onFailure: block}',
  },
  {
    text: 'hooks:\n  PreToolUse:\n    - hooks:\n        - type: command\n          timeout: 0\n          command: x',
    rules: 'skipped',
    first: 'hooks:\n  PreToolUse:\n    - hooks:\n        - type: command\n          command: x',
  },
  {
    text: 'hooks:\n  PreToolUse:\n    - hooks:\n        - {type: command, command: [a, b], args: y, async: yes}',
    rules: 'skipped',
    first:
      'hooks:\n  PreToolUse:\n    - hooks:\n        - {type: command, command: "a b", args: ["y"], async: true}',
  },
  {
    text: 'hooks:\n  Stop:\n    - type: command\n      command: x',
    rules: 'hook',
    first: 'hooks:\n  Stop:\n    - hooks:\n        - type: command\n          command: x',
  },
  {
    text: 'hooks:\n  - PreToolUse:\n      - hooks: []\n  - Stop: []',
    rules: 'skipped',
    first: 'hooks:\n    PreToolUse:\n      - hooks: []\n    Stop: []',
  },
  {
    text: 'hooks:\n- matcher: Bash\n  hooks: []',
    rules: 'skipped',
    first: 'hooks:\n  PreToolUse:\n  - matcher: Bash\n    hooks: []',
  },
  { text: 'hooks: []', rules: 'skipped', first: 'hooks: {}', all: 'first' },
  {
    text: 'PreToolUse:\n  - hooks: []\nhooks:\n  Stop: []\nmodel: opus',
    rules: 'skipped',
    first: 'hooks:\n  Stop: []\n  PreToolUse:\n    - hooks: []\nmodel: opus',
    all: 'first',
  },
  {
    text: 'hooks: {}\nPreToolUse:\n  - matcher: x\n    hooks: []',
    rules: 'skipped',
    first: 'hooks:\n  PreToolUse:\n    - matcher: x\n      hooks: []',
    all: 'first',
  },
  {
    text: 'mcpServers:\n  tracker:\n    command: x\n    args: [a]\n  other:',
    rules: 'mcp-server',
    first: 'mcpServers:\n  - tracker:\n      command: x\n      args: [a]\n  - other',
    all: 'first',
  },
  {
    text: 'mcpServers: {a: {command: x}, b: {command: y}}',
    rules: 'mcp-server',
    first: 'mcpServers: [{a: {command: x}}, {b: {command: y}}]',
    all: 'first',
  },
  { text: 'mcpServers: a, b c', rules: 'mcp-server', first: 'mcpServers: [a, "b c"]', all: 'first' },
  {
    text: 'mcpServers:\n  - tracker:\n    command: x\n    args:\n      - a',
    rules: 'mcp-server',
    first: 'mcpServers:\n  - tracker:\n      command: x\n      args:\n        - a',
    all: 'first',
  },
  {
    text: 'mcpServers:\n  - a:\n      command: x\n    b:\n      command: y',
    rules: 'mcp-server',
    first: 'mcpServers:\n  - a:\n      command: x\n  - b:\n      command: y',
    all: 'first',
  },
  {
    text: 'mcpServers:\n  - a: https://x.example',
    rules: 'mcp-server',
    first: 'mcpServers:\n  - a: {type: http, url: "https://x.example"}',
  },
  { text: 'mcpServers:\n  - a: {cmd: x}', rules: 'mcp-server', first: 'mcpServers:\n  - a: {command: x}' },
  // Claude Code's parser takes a bracket at the margin.
  { text: 'tools: [\n  Read,\n  Edit,\n]', rules: '' },
];

const fileOf = (fields: string): string =>
  `---\nname: auditor\ndescription: Audits\n${fields}\n---\nCheck.\n`;

for (const { text, rules, first, all } of cases) {
  test(JSON.stringify(text), async () => {
    const { findings, fixedAll } = await checked(fileOf(text));
    assert.equal(findings.map(({ rule }) => rule.replace('agent/', '')).join(' '), rules);
    const repairable = findings.filter(({ fixes }) => (fixes?.() ?? []).length > 0);
    const finding = repairable.find(({ rule }) => rule === 'agent/skipped') ?? repairable[0];
    const fix = finding?.fixes?.()[0];
    const fileWith = (expected: string | undefined): string | undefined =>
      expected === undefined ? undefined : fileOf(expected);
    assert.equal(fix === undefined ? undefined : applyEdits(fileOf(text), fix.edits), fileWith(first));
    assert.equal(fixedAll, fileWith(all === 'first' ? first : all));
  });
}
