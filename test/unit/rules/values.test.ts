/** What the rules say of single values: one line of frontmatter each, findings marked. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAgentFile } from '../../../server/src/parse/agentFile.ts';
import { agentRules } from '../../../server/src/rules/agentRules.ts';
import { runRules } from '../../../server/src/rules/runner.ts';
import { applyEdits } from '../../../server/src/text/textEdit.ts';
import { readMarked, withMarks } from '../../support/marked.ts';

const failed = (message: string): never => assert.fail(message);

interface Options {
  readonly isPlugin?: boolean;
  readonly inVsCodeChatAgent?: boolean;
}

function check(text: string, options: Options = {}): ReturnType<typeof runRules> {
  const uri = 'file:///project/.claude/agents/auditor.md';
  const subject = {
    uri,
    text,
    file: parseAgentFile(text, undefined, options.isPlugin === true ? 'auditor' : undefined),
    inVsCodeChatAgent: false,
    isPlugin: false,
    ...options,
  };
  return runRules(agentRules, subject, failed);
}

function fileOf(lines: string): string {
  return `---\nname: auditor\ndescription: Audits\n${lines}\n---\nCheck.\n`;
}

/** The marked lines, the rules in the order of their marks, and the lines after the first fix of the first finding. */
const cases: readonly (readonly [marked: string, rules: readonly string[], fixed?: string])[] = [
  ['⟦mcpServers⟧: "[a, b]"', ['agent/mcp-server'], 'mcpServers: [a, b]'],
  ['⟦mcpServers⟧: github, slack', ['agent/mcp-server'], 'mcpServers: [github, slack]'],
  ['⟦mcpServers⟧: ⟦[a, b⟧', ['agent/mcp-server', 'agent/second-reading'], 'mcpServers: [a, b]'],
  ['permissionMode: ⟦acceptedits⟧', ['agent/dropped-value'], 'permissionMode: acceptEdits'],
  ['permissionMode: manual', []],
  ['permissionMode:', []],
  ['⟦memory⟧:', ['agent/dropped-value']],
  ['memory: ⟦[user]⟧', ['agent/dropped-value'], 'memory: user'],
  ['memory: ⟦global⟧', ['agent/dropped-value'], 'memory: user'],
  ['isolation: ⟦true⟧', ['agent/dropped-value'], 'isolation: worktree'],
  ['isolation: remote', []],
  ['background: ⟦yes⟧', ['agent/dropped-value'], 'background: true'],
  ['background: "true"', []],
  ['effort: HIGH', []],
  ['effort: [high]', []],
  ['effort: -3', []],
  ['effort: ⟦huge⟧', ['agent/dropped-value']],
  ['effort: ⟦maximum⟧', ['agent/dropped-value'], 'effort: max'],
  ['effort: ⟦Ultra⟧', ['agent/dropped-value'], 'effort: max'],
  ['effort: ⟦extra-high⟧', ['agent/dropped-value'], 'effort: xhigh'],
  ['effort: ⟦very high⟧', ['agent/dropped-value'], 'effort: xhigh'],
  ['effort: ⟦normal⟧', ['agent/dropped-value'], 'effort: medium'],
  ['effort: ⟦minimal⟧', ['agent/dropped-value'], 'effort: low'],
  ['maxTurns: 5 turns', []],
  ['maxTurns: [2]', []],
  ['maxTurns: ⟦0⟧', ['agent/dropped-value']],
  ['maxTurns: ⟦1.5⟧', ['agent/dropped-value']],
  ['color: ⟦"#ff0000"⟧', ['agent/dropped-value'], 'color: red'],
  ["color: ⟦'#2F9E6B'⟧", ['agent/dropped-value'], 'color: green'],
  ["color: ⟦'#1B4D3E'⟧", ['agent/dropped-value'], 'color: green'],
  ['color: ⟦Teal⟧', ['agent/dropped-value'], 'color: cyan'],
  ['color: ⟦dark-blue⟧', ['agent/dropped-value'], 'color: blue'],
  ['color: ⟦gray⟧', ['agent/dropped-value']],
  ['color:', []],
  ['autoCompactWindow: ⟦99999⟧', ['agent/dropped-value']],
  ['autoCompactWindow: 200_000', []],
  ['initialPrompt: ⟦[a]⟧', ['agent/dropped-value']],
  ['model: ⟦true⟧', ['agent/dropped-value']],
  ['model: Sonnet', []],
  ['model: openai/gpt-5', []],
  ['model: ⟦opuss⟧', ['agent/unknown-model'], 'model: opus'],
  ['tools: , Read', []],
  ['tools: ⟦read⟧, Edit', ['agent/unknown-tool'], 'tools: Read, Edit'],
  ['tools: [Read, "⟦Raed⟧"]', ['agent/unknown-tool'], 'tools: [Read, "Read"]'],
  ['tools:\n  - Read\n  - ⟦MultiEdit⟧\n  - Edit', ['agent/retired-tool'], 'tools:\n  - Read\n  - Edit'],
  ['tools: Read, ⟦Read⟧', ['agent/duplicate-tool'], 'tools: Read'],
  ['⟦tools⟧:', ['agent/no-tools']],
  ['tools:\n  ⟦Read: true⟧', ['agent/no-tools'], 'tools: Read'],
  ['tools: ⟦none⟧', ['agent/no-tools'], 'tools: []'],
  ['tools: ⟦All tools⟧', ['agent/no-tools']],
  ['tools: ⟦Read、edit⟧, Bash', ['agent/unknown-tool'], 'tools: Read, Edit, Bash'],
  ['⟦tools⟧: |\n  Read\n  Edit, Bash', ['agent/unknown-tool'], 'tools: Read, Edit, Bash'],
  ['⟦tools⟧: |\n  - Read\n  - Edit', ['agent/unknown-tool'], 'tools: Read, Edit'],
  ["tools: ⟦'[Read, Bash]'⟧", ['agent/no-tools'], 'tools: Read, Bash'],
  ['disallowedTools: ⟦Write/Edit⟧', ['agent/unknown-tool'], 'disallowedTools: Write, Edit'],
  ['tools: Read, ⟦Bash(git, Edit⟧', ['agent/unknown-tool'], 'tools: Read, Bash(git), Edit'],
  ['tools: Read ⟦and⟧ Bash', ['agent/unknown-tool'], 'tools: Read, Bash'],
  ['tools: Read ⟦|⟧ Bash', ['agent/unknown-tool'], 'tools: Read, Bash'],
  ['tools:\n  Read ⟦-⟧ Write', ['agent/unknown-tool'], 'tools: Read, Write'],
  ['tools:\n- ⟦Read\n  - Write\n  - Edit⟧', ['agent/unknown-tool'], 'tools: Read, Write, Edit'],
  ['tools: Read, ⟦-⟧, mcp__a__b', ['agent/unknown-tool'], 'tools: Read, mcp__a__b'],
  ['tools: ⟦(Read, Write)⟧', ['agent/no-tools'], 'tools: Read, Write'],
  ['tools: ⟦{Read, Write}⟧', ['agent/no-tools'], 'tools: Read, Write'],
  ['tools: mcp__tracker', []],
  ['disallowedTools: "⟦*⟧"', ['agent/tool-specifier']],
  ['disallowedTools: ⟦Bash(rm:*)⟧', ['agent/tool-specifier'], 'disallowedTools: Bash'],
  ['tools: Agent(helper, other), Skill(x)', []],
  ['hooks:\n  ⟦stop⟧: []', ['agent/hook'], 'hooks:\n  Stop: []'],
  ['mcpServers: [one, two]', []],
  ['mcpServers:\n  - one: {⟦url⟧: "https://one.example"}', ['agent/mcp-server']],
  ['tools: ⟦AskUserQuestion⟧', ['agent/no-tools']],
  ['tools: ⟦AskUserQuestion⟧, Read', ['agent/main-session-tool']],
  ['tools: ExitPlanMode\npermissionMode: plan', []],
  ['tools: ⟦Read⟧\ndisallowedTools: Read', ['agent/no-tools'], 'tools: Read'],
  ['tools: ⟦⟦Task⟧⟧\ndisallowedTools: Agent', ['agent/no-tools', 'agent/renamed-tool']],
  ['tools: Agent(a)\ndisallowedTools: Agent(b)', []],
  ['tools: ⟦mcp__x__y⟧\ndisallowedTools: mcp__*', ['agent/no-tools']],
  ['tools: ⟦mcp__x__y⟧\ndisallowedTools: mcp__x', ['agent/no-tools']],
  ['tools: mcp__xy__z\ndisallowedTools: mcp__x', []],
  ['tools: ⟦Read⟧, Edit\ndisallowedTools: Read', ['agent/tool-conflict']],
  ['tools: "*"\ndisallowedTools: Read', []],
  ['tools: "*"\ndisallowedTools: "⟦*⟧"', ['agent/tool-specifier']],
  ['tools: Read, ⟦mcp__a__b⟧\ndisallowedTools: mcp__*', ['agent/tool-conflict']],
  ['tools: Read, ⟦mcp__a__b⟧, mcp__b__c\ndisallowedTools: mcp__a', ['agent/tool-conflict']],
  ['tools: Read, ⟦Monitor⟧\ndisallowedTools: Bash', ['agent/tool-conflict']],
  ['tools: Read, Bash\ndisallowedTools: Monitor', []],
  ['disallowedTools: ⟦true⟧', ['agent/dropped-value']],
  ['disallowedTools: ⟦{a: b}⟧', ['agent/dropped-value']],
  ['disallowedTools: []', []],
  ['skills: ⟦{a: b}⟧', ['agent/dropped-value']],
  ['skills: ⟦true⟧', ['agent/dropped-value']],
  ['skills:', []],
  ['omitClaudeMd: ⟦yes⟧', ['agent/dropped-value']],
  ['omitClaudeMd: true', []],
  ['omitClaudeMd: false', []],
  ['tools:\n  - Read\n  - ⟦5⟧', ['agent/dropped-value']],
  ['tools:\n  - Read\n  - ⟦{Bash: git}⟧', ['agent/dropped-value']],
  ['skills:\n  - ⟦true⟧', ['agent/dropped-value']],
  [
    'mcpServers:\n  - one: {type: ⟦HTTP⟧, url: x}',
    ['agent/mcp-server'],
    'mcpServers:\n  - one: {type: http, url: x}',
  ],
  [
    'mcpServers:\n  - one: {type: ⟦websocket⟧, url: x}',
    ['agent/mcp-server'],
    'mcpServers:\n  - one: {type: ws, url: x}',
  ],
  ['mcpServers:\n  - one: {type: ⟦5⟧, url: x}', ['agent/mcp-server']],
  ['mcpServers:\n  - one\n  ⟦-⟧', ['agent/mcp-server'], 'mcpServers:\n  - one'],
  ['mcpServers:\n  - one: {type: sse-ide, url: x}', []],
  ['mcpServers:\n  - one: {command: x, args: ⟦y⟧}', ['agent/mcp-server']],
  ['mcpServers:\n  - one: {command: x, ⟦args⟧: [y, 5]}', ['agent/mcp-server']],
  ['mcpServers:\n  - one: {command: x, ⟦env⟧: [A]}', ['agent/mcp-server']],
  ['mcpServers:\n  - one: {command: x, args: [y], env: {A: b}}', []],
  ['mcpServers:\n  - one: {type: http, url: x, ⟦headers⟧: [y]}', ['agent/mcp-server']],
  [
    'hooks:\n  Stop:\n    - hooks:\n        - type: command\n          command: x\n          ⟦once⟧: true',
    ['agent/hook-once'],
    'hooks:\n  Stop:\n    - hooks:\n        - type: command\n          command: x',
  ],
  ['⟦max_turns⟧: 5', ['agent/unknown-key'], 'maxTurns: 5'],
  ['⟦emoji⟧: x', ['agent/unknown-key']],
];

for (const [marked, rules, fixed] of cases) {
  test(JSON.stringify(marked), () => {
    const { text } = readMarked(fileOf(marked));
    const findings = check(text);
    assert.equal(
      withMarks(
        text,
        findings.map(({ span }) => span),
      ),
      fileOf(marked),
    );
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      rules,
    );
    if (fixed === undefined) return;
    const first = findings[0]?.fixes?.()[0];
    assert.ok(first, 'no fix');
    assert.equal(applyEdits(text, first.edits), fileOf(fixed));
  });
}

test('nothing resolves: the list written as it should be', () => {
  for (const value of ['|\n  Read\n  Edit', '"Read\\nEdit"', 'Read、Edit', '\n  -Read\n  -Edit']) {
    const text = fileOf(`tools: ${value}`);
    const finding = check(text).find(({ rule }) => rule === 'agent/no-tools');
    assert.equal(finding?.severity, 'error', value);
    const fix = finding?.fixes?.()[0];
    assert.ok(fix, value);
    assert.deepEqual(
      parseAgentFile(applyEdits(text, fix.edits)).frontmatter.byKey.get('tools')?.value,
      'Read, Edit',
    );
  }
});

test('another product’s tools are said once', () => {
  for (const lines of [
    "tools: ['codebase', 'search', 'edit', 'read', 'azure-mcp/find', 'Bash']",
    'disallowedTools: search, codebase',
    'tools: Read, search\ndisallowedTools: codebase',
  ]) {
    assert.deepEqual(
      check(fileOf(lines)).map(({ rule }) => rule),
      ['agent/foreign-tools'],
      lines,
    );
  }
});

test('what VS Code says itself is not said again, but for the verdict', () => {
  const inVsCode = { inVsCodeChatAgent: true };
  for (const line of ['memory: global', 'permissionMode: ask', 'model: opuss', 'model: 5']) {
    assert.deepEqual(check(fileOf(line), inVsCode), [], line);
  }
  for (const line of ['permissionMode: delegate', 'memory:', 'skills: {a: b}', 'disallowedTools: true']) {
    assert.equal(check(fileOf(line), inVsCode)[0]?.rule, 'agent/dropped-value', line);
  }
  assert.equal(check('---\nname: a\n---\n', inVsCode)[0]?.rule, 'agent/skipped');
  assert.equal(check(fileOf('color: Red'), inVsCode)[0]?.rule, 'agent/dropped-value');
});

test('in a plugin some fields do nothing, and a name is not needed', () => {
  const inPlugin = { isPlugin: true };
  assert.deepEqual(
    check(fileOf('permissionMode: ask\nhooks: {Stop: x}\nwhen_to_use: x'), inPlugin).map(({ rule }) => rule),
    ['agent/ignored-in-plugin', 'agent/ignored-in-plugin'],
  );
  assert.deepEqual(check('---\ndescription: Audits\n---\n', inPlugin), []);
  assert.deepEqual(
    check(fileOf('hooks: []'), inPlugin).map(({ rule }) => rule),
    ['agent/ignored-in-plugin'],
  );
  // What is wrong with its values is said all the same.
  assert.deepEqual(
    check('---\ncolor: Red\ntools: read\n---\n', inPlugin)
      .map(({ rule }) => rule)
      .sort(),
    ['agent/dropped-value', 'agent/no-tools', 'agent/unknown-tool'],
  );
});

test('what “tools” has to be is said where it is neither list nor text', () => {
  for (const value of ['true', '5', '{read: true}']) {
    const [finding] = check(fileOf(`tools: ${value}`));
    assert.match(finding?.message ?? '', /must be a list/, value);
  }
});

test('where nothing speaks for one of several, none is preferred', () => {
  for (const [line, preferred] of [
    ['effort: thorough', []],
    ['memory: shared', []],
    ['effort: maximum', ['max']],
    ['isolation: docker', ['worktree']],
    ['tools:\n  Read: true\n  Bash: false', ['Read']],
  ] as const) {
    const fixes = check(fileOf(line))[0]?.fixes?.() ?? [];
    assert.ok(fixes.length > 0, line);
    assert.deepEqual(
      fixes.filter((fix) => fix.preferred === true).map(({ title }) => title),
      preferred.map((value) => `Change to “${value}”`),
      line,
    );
  }
});

test('a list that holds no text is not said to be empty, and names what it says', () => {
  for (const [items, named] of [
    ['  - Read: true', 'Read'],
    ['  - name: Read\n  - name: Bash', 'Read, Bash'],
    ['  - Read: true\n    Bash: false', 'Read'],
    ['  - 5', undefined],
  ] as const) {
    const finding = check(fileOf(`tools:\n${items}`)).find(({ rule }) => rule === 'agent/no-tools');
    assert.match(finding?.message ?? '', /drops what is no text/, items);
    const [fix] = finding?.fixes?.() ?? [];
    if (named !== undefined) assert.equal(fix?.title, `Change to “${named}”`, items);
  }
  assert.match(check(fileOf('tools:\n  -'))[0]?.message ?? '', /empty list/);
});

test('of a choice of one the one is named', () => {
  const [finding] = check(fileOf('isolation: docker'));
  assert.match(finding?.message ?? '', /it must be “worktree”$/);
});

test('what a second reading does to an anchor is not said to be a comment', () => {
  const messages = check(fileOf('x: a: b\nmodel: &m opus\ncolor: *m')).map(({ message }) => message);
  assert.ok(!messages.some((message) => message.includes('comment')), messages.join('\n'));
  assert.equal(messages.filter((message) => message.startsWith('Not YAML as it stands')).length, 1);
});
