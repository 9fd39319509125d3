import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agent, agentUri, chosen, complete, home, root } from './helpOf.ts';

/** `|` is the cursor. */
const head = '---\nname: a\ndescription: b\n';

const around = {
  '.claude/agents/reviewer.md': agent('reviewer'),
  '.claude/agents/broken.md': '---\nname: broken\n---\n',
  '.claude/skills/release/SKILL.md': '---\nname: Release notes\ndescription: Writes release notes\n---\n',
  '.claude/commands/deploy.md': '---\ndescription: d\n---\n',
  '.mcp.json': '{"mcpServers": {"tracker": {"command": "x"}, "my files": {"command": "y"}}}',
  [`${home}/.claude/agents/helper.md`]: agent('helper'),
  [`${home}/.claude/skills/shared/SKILL.md`]: '# Shared\n',
  [`${home}/.claude.json`]:
    '{"mcpServers": {"mail": {}}, "projects": {"/projects/shop": {"mcpServers": {"local": {}}}, "/other": {"mcpServers": {"foreign": {}}}}}',
  'plugin/.claude-plugin/plugin.json': '{"name": "kit", "mcpServers": {"box": {"command": "z"}}}',
  'plugin/agents/sub/tester.md': agent('tester'),
  'plugin/skills/check/SKILL.md': '---\ndescription: Checks\n---\n',
};

/** As `catalogue/agentFields.ts` has them. */
const order = [
  'model',
  'tools',
  'disallowedTools',
  'color',
  'effort',
  'permissionMode',
  'mcpServers',
  'hooks',
  'maxTurns',
  'skills',
  'initialPrompt',
  'memory',
  'background',
  'isolation',
];

async function labels(
  marked: string,
  options: Parameters<typeof complete>[2] = {},
): Promise<string[] | undefined> {
  return (await complete(marked, around, options))?.map(({ label }) => label);
}

describe('completion in frontmatter', () => {
  const allKeys = ['name', 'description', ...order];

  for (const [what, marked, expected] of [
    ['the required keys first', '---\n|\n---\nText', allKeys],
    ['keys that are not there', `${head}|\n---\n`, allKeys.slice(2)],
    ['keys while one is typed', `${head}too|\n---\n`, allKeys.slice(2)],
    ['keys before the fence is closed', `${head}|`, allKeys.slice(2)],
    [
      'keys between others, CRLF',
      '---\r\nname: a\r\n|\r\nmodel: opus\r\n---\r\n',
      allKeys.filter((key) => key !== 'name' && key !== 'model'),
    ],
    [
      'a key that is changed',
      '---\nna|: a\ndescription: b\n---\n',
      allKeys.filter((key) => key !== 'description' && key !== 'hooks'),
    ],
    [
      'models',
      `${head}model: |\n---\n`,
      [
        'inherit',
        'sonnet',
        'opus',
        'haiku',
        'fable',
        'best',
        'opusplan',
        'sonnet[1m]',
        'opus[1m]',
        'fable[1m]',
      ],
    ],
    [
      'colors',
      `${head}color: r|\n---\n`,
      ['red', 'blue', 'green', 'yellow', 'purple', 'orange', 'pink', 'cyan'],
    ],
    [
      'permission modes',
      `${head}permissionMode:|\n---\n`,
      ['default', 'acceptEdits', 'auto', 'dontAsk', 'bypassPermissions', 'plan'],
    ],
    ['memory in quotes', `${head}memory: "|"\n---\n`, ['user', 'project', 'local']],
    ['efforts', `${head}effort: |\n---\n`, ['low', 'medium', 'high', 'xhigh', 'max']],
    ['background', `${head}background: |\n---\n`, ['true', 'false']],
    ['isolation', `${head}isolation: |\n---\n`, ['worktree']],
    ['the file’s name', '---\nname: |\n---\n', ['tried']],
    [
      'agents in parentheses',
      `${head}tools: Read, Agent(|)\n---\n`,
      ['helper', 'kit:sub:tester', 'reviewer', 'general-purpose', 'Explore', 'Plan'],
    ],
    [
      'agents after another',
      `${head}tools: Agent(reviewer, |\n---\n`,
      ['helper', 'kit:sub:tester', 'general-purpose', 'Explore', 'Plan'],
    ],
    [
      'agents in a flow list',
      `${head}tools: [Read, "Task(|)"]\n---\n`,
      ['helper', 'kit:sub:tester', 'reviewer', 'general-purpose', 'Explore', 'Plan'],
    ],
    ['nothing in another tool’s parentheses', `${head}tools: Bash(|)\n---\n`, []],
    ['skills', `${head}skills: |\n---\n`, ['release', 'shared', 'kit:check']],
    ['skills in a list', `${head}skills:\n  - |\n---\n`, ['release', 'shared', 'kit:check']],
    [
      'skills without those that are there',
      `${head}skills:\n  - release\n  - s|\n---\n`,
      ['shared', 'kit:check'],
    ],
    ['servers', `${head}mcpServers:\n  - |\n---\n`, ['tracker', 'my files', 'mail', 'local', 'box']],
    ['servers in brackets', `${head}mcpServers: [tracker, |]\n---\n`, ['my files', 'mail', 'local', 'box']],
    ['hook events', `${head}hooks:\n  PreToolUse:\n    - hooks: []\n  P|\n---\n`, undefined],
    ['an event’s parts', `${head}hooks:\n  Stop:\n    - |\n---\n`, ['matcher', 'hooks']],
    ['a handler’s type first', `${head}hooks:\n  Stop:\n    - hooks:\n        - |\n---\n`, ['type']],
    [
      'types of handlers',
      `${head}hooks:\n  Stop:\n    - hooks:\n        - type: |\n---\n`,
      ['command', 'prompt', 'agent', 'http', 'mcp_tool'],
    ],
    [
      'what a handler takes',
      `${head}hooks:\n  Stop:\n    - hooks:\n        - type: prompt\n          |\n---\n`,
      ['prompt', 'if', 'timeout', 'statusMessage', 'model', 'continueOnBlock'],
    ],
    ['skills in parentheses', `${head}tools: Read, Skill(|)\n---\n`, ['release', 'shared', 'kit:check']],
    [
      'types of a server of the agent’s own',
      `${head}mcpServers:\n  - own:\n      type: |\n---\n`,
      ['stdio', 'http', 'sse', 'streamable-http', 'ws'],
    ],
    [
      'what a server of the agent’s own takes',
      `${head}mcpServers:\n  - own:\n      |\n---\n`,
      ['type', 'command', 'args', 'env', 'url', 'headers'],
    ],
    [
      'what a server at an address takes',
      `${head}mcpServers:\n  - own:\n      type: http\n      url: x\n      |\n---\n`,
      ['headers'],
    ],
    ['no events in a list', `${head}hooks:\n  - |\n---\n`, undefined],
    ['no item beside those of a list', `${head}tools:\n  - Read\n-|\n---\n`, undefined],
    ['nothing behind a text in quotes', `${head}tools: ["Read"|]\n---\n`, undefined],
    ['nothing behind a list', `${head}tools: [Read] |\n---\n`, undefined],
    ['nothing in a text of several lines', '---\nname: a\ndescription: "b\n|\n  c"\n---\n', undefined],
    [
      'no boolean of a handler in quotes',
      `${head}hooks:\n  Stop:\n    - hooks:\n        - type: command\n          async: "|"\n---\n`,
      [],
    ],
    ['nothing in a description', `${head}description: Use |\n---\n`, []],
    ['nothing in a comment', `${head}# to|\n---\n`, undefined],
    ['nothing before a comment', `${head}model: |# s\n---\n`, undefined],
    ['no item before a comment', `${head}tools: Read, |# c\n---\n`, undefined],
    ['no item behind a dash before a comment', `${head}tools:\n  - |# c\n---\n`, undefined],
    ['nothing below a value', `${head}model: opus\n  |\n---\n`, undefined],
    ['nothing beside the line of a value', `${head}model:\n  |\n  opus\n---\n`, undefined],
    [
      'what another handler takes above its type',
      `${head}hooks:\n  Stop:\n    - hooks:\n        - type: command\n          command: x\n        - |\n          type: http\n---\n`,
      ['url', 'if', 'timeout', 'statusMessage', 'onFailure', 'headers', 'allowedEnvVars'],
    ],
    ['nothing in a value’s comment', `${head}model: opus # s|\n---\n`, undefined],
    ['nothing on the closing fence', `${head}|---\n`, undefined],
  ] as const) {
    it(`offers ${what}`, async () => {
      const found = await labels(marked);
      if (what === 'hook events') {
        assert.equal(found!.length, 32, 'all events but the one that is there');
        assert.ok(!found!.includes('PreToolUse'));
      } else assert.deepEqual(found, expected);
    });
  }

  for (const [what, marked, others] of [
    ['in a comma string', `${head}tools: Read, |\n---\n`, ['Read']],
    ['in a flow list', `${head}tools: [Read, Gr|]\n---\n`, ['Read']],
    ['in a block list', `${head}tools:\n  - Read\n  - |\n  - Bash(git:*)\n---\n`, ['Read']],
    ['in a list at the margin', `${head}tools:\n- Read\n- |\n---\n`, ['Read']],
    ['in a flow list of several lines', `${head}tools: [\n  Read,\n  |\n]\n---\n`, ['Read']],
    ['in quotes', `${head}tools: "Read, |"\n---\n`, ['Read']],
  ] as const) {
    it(`offers tools ${what}, without those that are there`, async () => {
      const found = (await labels(marked))!;
      for (const name of [
        'Edit',
        'mcp__tracker',
        'mcp__my_files',
        'mcp__plugin_kit_box',
        'Agent(reviewer)',
        'Agent(kit:sub:tester)',
      ]) {
        assert.ok(found.includes(name), `${name} in ${found.join()}`);
      }
      for (const name of [...others, 'mcp__*', 'Agent(tried)']) assert.ok(!found.includes(name), name);
      assert.ok(found.indexOf('Edit') < found.indexOf('mcp__tracker'));
      assert.equal(new Set(found).size, found.length);
    });
  }

  it('offers all servers’ tools to be taken away only', async () => {
    assert.ok((await labels(`${head}disallowedTools: |\n---\n`))!.includes('mcp__*'));
  });

  it('leaves to VS Code what it offers itself', async () => {
    const options = { editorChecksAgents: true };
    assert.deepEqual(await labels(`${head}|\n---\n`, options), [
      'color',
      'effort',
      'maxTurns',
      'initialPrompt',
      'background',
      'isolation',
    ]);
    assert.deepEqual(await labels(`${head}model: |\n---\n`, options), [
      'fable',
      'best',
      'opusplan',
      'sonnet[1m]',
      'opus[1m]',
      'fable[1m]',
    ]);
    assert.deepEqual(await labels(`${head}permissionMode: |\n---\n`, options), ['auto']);
    assert.deepEqual(await labels(`${head}memory: |\n---\n`, options), []);
    assert.deepEqual(await labels(`${head}skills: |\n---\n`, options), ['release', 'shared', 'kit:check']);
    const tools = (await labels(`${head}tools: |\n---\n`, options))!;
    assert.ok(!tools.includes('Read') && tools.includes('PowerShell') && tools.includes('mcp__tracker'));
    assert.deepEqual(await labels(`${head}hooks:\n  |\n---\n`, options), []);
  });

  it('offers everything below .claude/agents, where VS Code does nothing', async () => {
    const options = { editorChecksAgents: true, uri: `${root}/.claude/agents/team/tried.md` };
    assert.ok((await labels(`${head}|\n---\n`, options))!.includes('model'));
  });

  it('offers a plugin’s agent no keys that are ignored there', async () => {
    const found = await labels(`${head}|\n---\n`, { uri: `${root}/plugin/agents/tried.md` });
    for (const key of ['hooks', 'mcpServers', 'permissionMode', 'initialPrompt'])
      assert.ok(!found!.includes(key), key);
  });

  it('opens by a key only where a value begins', async () => {
    const byKey = { byKey: true };
    assert.ok((await labels(`${head}model: |\n---\n`, byKey))!.length > 0);
    assert.ok((await labels(`${head}tools: Read, |\n---\n`, byKey))!.length > 0);
    assert.deepEqual(await labels(`${head}model: so|\n---\n`, byKey), []);
    assert.deepEqual(await labels(`${head} |\n---\n`, byKey), undefined);
    assert.deepEqual(await labels(`${head}description: Use this |\n---\n`, byKey), []);
  });

  for (const [marked, label, expected] of [
    [`${head}mod|\n---\n`, 'model', `${head}model: \${1|sonnet,opus,haiku,fable,inherit|}\n---\n`],
    [`${head}mod|: opus\n---\n`, 'model', `${head}model: opus\n---\n`],
    ['---\n|\n---\n', 'name', '---\nname: ${1:tried}\n---\n'],
    [`${head}model:|\n---\n`, 'opus', `${head}model: opus\n---\n`],
    [`${head}model: so|nn\n---\n`, 'opus', `${head}model: opus\n---\n`],
    [`${head}memory: 'us|'\n---\n`, 'user', `${head}memory: 'user'\n---\n`],
    [`${head}tools: Read,|\n---\n`, 'Edit', `${head}tools: Read, Edit\n---\n`],
    [`${head}tools: Read, Ed|, Bash\n---\n`, 'Edit', `${head}tools: Read, Edit, Bash\n---\n`],
    [`${head}tools: Agent(rev|), Read\n---\n`, 'reviewer', `${head}tools: Agent(reviewer), Read\n---\n`],
    [`${head}tools: [Re|]\n---\n`, 'Read', `${head}tools: [Read]\n---\n`],
    [`${head}mcpServers: |\n---\n`, 'tracker', `${head}mcpServers:\n  - tracker\n---\n`],
    [`${head}mcpServers:\n  - my f|\n---\n`, 'my files', `${head}mcpServers:\n  - my files\n---\n`],
  ] as const) {
    it(`writes ${label} into ${JSON.stringify(marked.slice(head.length))}`, async () => {
      const item = (await complete(marked, around))!.find((one) => one.label === label)!;
      assert.equal(chosen(marked, item), expected);
    });
  }

  const servers = {
    '.mcp.json': '{"mcpServers": {"x: y": {}, "5": {}, "own": {}, "a---b": {}}}',
    '.claude/agents/dashes.md': agent('"re\\x2D--view"'),
  };
  const handler =
    'hooks:\n  PreToolUse:\n    - hooks:\n        - type: command\n          command: x\n          ';
  for (const [marked, label, expected] of [
    ['tools:\n  - Read\n  -|', 'Bash', 'tools:\n  - Read\n  - Bash'],
    ['tools:\n  - Read\n  |', 'Bash', 'tools:\n  - Read\n  - Bash'],
    ['tools:\n  - Read\n  B|', 'Bash', 'tools:\n  - Read\n  - Bash'],
    ['tools:\n- Read\n-|', 'Bash', 'tools:\n- Read\n- Bash'],
    ['tools: |\n  - Read', 'Bash', 'tools:\n  - Bash\n  - Read'],
    ['tools: Read,| Edit', 'Bash', 'tools: Read, Bash, Edit'],
    ['tools: [|Read]', 'Bash', 'tools: [Bash]'],
    ['tools: [|"Read"]', 'Bash', 'tools: [Bash, "Read"]'],
    ['tools: [Agent(helper, |)]', 'reviewer', 'tools: ["Agent(helper, reviewer)"]'],
    ['tools: [Read, Agent(helper, r|), Edit]', 'reviewer', 'tools: [Read, "Agent(helper, reviewer)", Edit]'],
    ['tools: Agent(helper, |)', 'reviewer', 'tools: Agent(helper, reviewer)'],
    ['mcpServers:\n  |', 'own', 'mcpServers:\n  - own'],
    ['mcpServers: |\n- own', 'x: y', 'mcpServers:\n- "x: y"\n- own'],
    ['mcpServers:\n  -|', '5', 'mcpServers:\n  - "5"'],
    ["mcpServers: ['|']", 'x: y', "mcpServers: ['x: y']"],
    ['hooks:\n  Stop:\n    |', 'matcher', 'hooks:\n  Stop:\n    - matcher: ${1:Bash}'],
    ['hooks:\n  Stop:\n    - matcher: x\n      |', 'hooks', undefined],
    ['skil|', 'skills', 'skills: [$1]'],
    ['skills:\n  - kit:|', 'kit:check', 'skills:\n  - kit:check'],
    ['skills:\n  - kit:ch|', 'kit:check', 'skills:\n  - kit:check'],
    ['skills:\n  - kit:|\n  - release', 'kit:check', 'skills:\n  - kit:check\n  - release'],
    ['tools: >-\n  Read,\n  |', 'Bash', 'tools: >-\n  Read,\n  Bash'],
    ['tools: >\n  Read, Agent(|)', 'reviewer', 'tools: >\n  Read, Agent(reviewer)'],
    ['model:\n  |', 'opus', 'model:\n  opus'],
    ['model:\n  so|nnet', 'opus', 'model:\n  opus'],
    ['background:\n  |\ncolor: red', 'true', 'background:\n  true\ncolor: red'],
    ['tools: Read, | # c', 'Bash', 'tools: Read, Bash # c'],
    [`${handler}async: |`, 'true', `${handler}async: true`],
    [`${handler}asyncRewake: |`, 'false', `${handler}asyncRewake: false`],
    [`${handler}continueOnBlock: f|`, 'true', `${handler}continueOnBlock: true`],
    ['background: |', 'true', 'background: true'],
    ['background: tr|ue', 'false', 'background: false'],
    ['background: "|"', 'true', 'background: "true"'],
    ['mcpServers:\n  - |', 'a---b', 'mcpServers:\n  - "a\\x2D--b"'],
    ['mcpServers: ["|"]', 'a---b', 'mcpServers: ["a\\x2D--b"]'],
    ['tools: |', 'Agent(re---view)', 'tools: "Agent(re\\x2D--view)"'],
    ['tools: Agent(|)', 're---view', 'tools: "Agent(re\\x2D--view)"'],
  ] as const) {
    it(`writes ${label} into ${JSON.stringify(marked)}`, async () => {
      const others = { ...around, ...servers };
      const item = (await complete(`${head}${marked}\n---\n`, others))!.find((one) => one.label === label)!;
      const text = chosen(`${head}${marked}\n---\n`, item);
      if (expected !== undefined) assert.equal(text, `${head}${expected}\n---\n`);
    });
  }

  it('does not offer names that cannot be written in their place', async () => {
    const others = {
      '.claude/agents/odd.md': agent('"odd, one"'),
      '.claude/skills/my skill/SKILL.md': '# Mine\n',
      '.claude/skills/fine/SKILL.md': '# Fine\n',
    };
    const found = await complete(`${head}skills: |\n---\n`, others);
    assert.deepEqual(
      found?.map(({ label }) => label),
      ['fine'],
    );
    const agents = (await complete(`${head}tools: Agent(|)\n---\n`, others))!;
    assert.ok(!agents.some(({ label }) => label.includes('odd')));
  });

  for (const stem of ['-x', 'a:b', 'x'.repeat(257)]) {
    it(`does not propose the name of ${stem.slice(0, 5)}.md, which Claude Code rejects`, async () => {
      const uri = `${root}/.claude/agents/${encodeURIComponent(stem)}.md`;
      assert.deepEqual(await labels('---\nname: |\n---\n', { uri }), []);
      const items = (await complete('---\n|\n---\n', {}, { uri }))!;
      assert.equal(chosen('---\n|\n---\n', items[0]!), '---\nname: $1\n---\n');
      const skeleton = items.find(({ label }) => label === 'New agent')!;
      assert.match(chosen('---\n|\n---\n', skeleton), /^---\nname: \$1\ndescription: /);
    });
  }

  it('keeps dashes in the file’s name from ending the frontmatter', async () => {
    const uri = `${root}/.claude/agents/my---agent.md`;
    const named = '---\nname: "my\\x2D--agent"\n';
    const [name] = (await complete('---\nname: |\n---\n', {}, { uri }))!;
    assert.equal(chosen('---\nname: |\n---\n', name!), `${named}---\n`);
    const items = (await complete('---\n|\n---\n', {}, { uri, snippets: false }))!;
    const skeleton = items.find(({ label }) => label === 'New agent')!;
    assert.ok(chosen('---\n|\n---\n', skeleton).startsWith(`${named}description: `));
    assert.deepEqual(await labels("---\nname: '|'\n---\n", { uri }), []);
  });

  it('begins with a name in quotes where the file’s would be a number', async () => {
    const items = await complete('---\n|\n---\n', {}, { uri: `${root}/.claude/agents/007.md` });
    assert.equal(chosen('---\n|\n---\n', items![0]!), '---\nname: ${1:"007"}\n---\n');
  });

  it('writes plain text for clients without snippets', async () => {
    const marked = `${head}mod|\n---\n`;
    const item = (await complete(marked, {}, { snippets: false }))!.find(({ label }) => label === 'model')!;
    assert.equal(item.insertTextFormat, undefined);
    assert.equal(chosen(marked, item), `${head}model: \n---\n`);
  });

  for (const empty of ['|', '-|', '---|', '---\n|', '\n\n|', '---\n|\n---\n']) {
    it(`writes a whole agent into ${JSON.stringify(empty)}`, async () => {
      const items = (await complete(empty, {}, { snippets: false }))!;
      const item = items.find(({ label }) => label === 'New agent')!;
      const text = chosen(empty, item);
      assert.match(
        text,
        /^---\nname: tried\ndescription: Use this agent when …\ntools: Read, Grep, Glob\nmodel: inherit\n---\n\nYou are /,
      );
    });
  }

  it('offers skills that came or went', async () => {
    const { ask } = await import('./helpOf.ts');
    const { service, files, at } = await ask(`${head}skills: |\n---\n`, around);
    const wish = { byKey: false, snippets: true };
    const skills = async (): Promise<unknown> =>
      (await service.help.completion(agentUri, at, wish))?.map(({ label }) => label);
    await skills();
    const reads = (): number => files.asked.filter((one) => !one.startsWith('stat')).length;
    const read = reads();
    assert.deepEqual(await skills(), ['release', 'shared', 'kit:check']);
    assert.equal(reads(), read, 'nothing is read twice');
    files.write(`${root}/.claude/skills/fresh/SKILL.md`, '# Fresh\n');
    service.model.fileChanged(`${root}/.claude/skills/fresh/SKILL.md`);
    files.remove(`${root}/.claude/skills/release`);
    service.model.fileChanged(`${root}/.claude/skills/release`);
    assert.deepEqual(await skills(), ['fresh', 'shared', 'kit:check']);
  });
});
