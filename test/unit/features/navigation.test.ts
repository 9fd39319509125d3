import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Location, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { LanguageService } from '../../../server/src/languageService.ts';
import { LineIndex, type Position } from '../../../server/src/text/lineIndex.ts';
import { applyEdits } from '../../../server/src/text/textEdit.ts';
import { agent, agentUri, ask, home, root, uriOf } from './helpOf.ts';

const head = '---\nname: tried\ndescription: b\n';

const around = {
  '.claude/agents/reviewer.md': agent('reviewer', 'I am `reviewer`. Ask `tried`.\n'),
  '.claude/agents/lead.md':
    '---\nname: lead\ndescription: After `reviewer`, or reviewer\ntools: Read, Agent(reviewer, tried), Bash(reviewer)\n---\n' +
    'Call `reviewer` and `reviewer2`, reviewer, ``reviewer``.\n\n```\nuse `reviewer`\n```\n\n- Then `reviewer`.\n',
  '.claude/skills/release/SKILL.md': '---\nname: Release\nagent: reviewer\n---\nBy `reviewer`.\n',
  '.claude/commands/sub/go.md': '---\nagent: "reviewer"\n---\n',
  '.mcp.json': '{\n  "mcpServers": {"tracker": {"command": "x"}}\n}',
  [`${home}/.claude/agents/own.md`]: agent('own', 'Never `reviewer`.\n'),
  [`${home}/.claude/agents/reviewer.md`]: agent('reviewer'),
  'kit/.claude-plugin/plugin.json': '{"name": "kit"}',
  'kit/agents/sub/tester.md': agent('tester', 'I am `tester`.\n', 'tools: Agent(kit:sub:tester)\n'),
  'packages/a/.claude/agents/deep.md': agent('deep', '', 'tools: Agent(reviewer, own)\n'),
};

/** `path: the marked text's line with ⟦…⟧ around the range`, in the order of the answer. */
async function shown(service: LanguageService, locations: readonly Location[]): Promise<string[]> {
  return Promise.all(
    locations.map(async ({ uri, range }) => {
      const text = (await service.model.files.readText(uri))!;
      const lines = new LineIndex(text);
      const { start, end } = lines.spanOf(range);
      const line = lines.lineSpan(range.start.line);
      const marked = `${text.slice(line.start, start)}⟦${text.slice(start, end)}⟧${text.slice(end, line.end)}`;
      return `${nameOf(uri)}: ${marked}`;
    }),
  );
}

function nameOf(uri: string): string {
  return uri.replace(`${root}/`, '').replace(`${home}/`, '~/');
}

describe('definition', () => {
  for (const [marked, expected] of [
    [`${head}tools: Agent(rev|iewer)\n---\n`, '.claude/agents/reviewer.md: name: ⟦reviewer⟧'],
    [`${head}tools:\n  - "Task(lead, |own)"\n---\n`, '~/.claude/agents/own.md: name: ⟦own⟧'],
    [`${head}tools: Agent(kit:sub:|tester)\n---\n`, 'kit/agents/sub/tester.md: name: ⟦tester⟧'],
    [`${head}disallowedTools: Agent(|lead)\n---\n`, '.claude/agents/lead.md: name: ⟦lead⟧'],
    ['---\nname: |tried\ndescription: b\n---\n', '.claude/agents/tried.md: name: ⟦tried⟧'],
    [`${head}---\nAsk \`rev|iewer\`.\n`, '.claude/agents/reviewer.md: name: ⟦reviewer⟧'],
    [`${head}---\nAsk rev|iewer.\n`, undefined],
    [`${head}---\n\`\`\`\n\`rev|iewer\`\n\`\`\`\n`, undefined],
    [`${head}---\nAsk \`dee|p\`.\n`, undefined],
    [`${head}tools: Agent(Explo|re)\n---\n`, undefined],
    [`${head}tools: Re|ad\n---\n`, undefined],
    [`${head}skills: rel|ease\n---\n`, '.claude/skills/release/SKILL.md: name: ⟦Release⟧'],
    [`${head}skills: [Rele|ase]\n---\n`, '.claude/skills/release/SKILL.md: name: ⟦Release⟧'],
    [`${head}skills: unk|nown\n---\n`, undefined],
    [`${head}mcpServers: [track|er]\n---\n`, '.mcp.json:   "mcpServers": {⟦"tracker"⟧: {"command": "x"}}'],
    [
      `${head}tools: mcp__track|er__list\n---\n`,
      '.mcp.json:   "mcpServers": {⟦"tracker"⟧: {"command": "x"}}',
    ],
    [
      `${head}tools: mcp__ow|n_one__x\nmcpServers:\n  - own one: {command: x}\n---\n`,
      '.claude/agents/tried.md:   - ⟦own one⟧: {command: x}',
    ],
    [
      `${head}disallowedTools: mcp__track|er\nmcpServers:\n  - tracker: {command: x}\n---\n`,
      '.claude/agents/tried.md:   - ⟦tracker⟧: {command: x}',
    ],
    [
      `${head}mcpServers:\n  - mi|ne: {command: x}\n---\n`,
      '.claude/agents/tried.md:   - ⟦mine⟧: {command: x}',
    ],
  ] as const) {
    it(JSON.stringify(marked.slice(4)), async () => {
      const { service, at } = await ask(marked, around);
      const found = await service.help.definition(agentUri, at);
      assert.deepEqual(found === undefined ? undefined : (await shown(service, [found]))[0], expected);
    });
  }

  it('of the agent of a skill', async () => {
    const { service } = await ask('|', around);
    const uri = uriOf('.claude/skills/release/SKILL.md');
    const found = await service.help.definition(uri, { line: 2, character: 9 });
    assert.deepEqual(await shown(service, [found!]), ['.claude/agents/reviewer.md: name: ⟦reviewer⟧']);
    assert.equal(await service.help.definition(uri, { line: 4, character: 6 }), undefined);
  });

  it('of a name that two folders have: the deeper one, seen from there', async () => {
    const others = { ...around, 'packages/a/.claude/agents/reviewer.md': agent('reviewer') };
    const { service, at } = await ask(`${head}tools: Agent(rev|iewer)\n---\n`, others);
    const fromAbove = await service.help.definition(agentUri, at);
    assert.equal(nameOf(fromAbove!.uri), '.claude/agents/reviewer.md');
    const fromBelow = await service.help.definition(uriOf('packages/a/.claude/agents/deep.md'), {
      line: 3,
      character: 15,
    });
    assert.equal(nameOf(fromBelow!.uri), 'packages/a/.claude/agents/reviewer.md');
  });

  it('of a name that a folder has twice: the file that wins', async () => {
    const others = {
      '.claude/agents/z.md': agent('x'),
      '.claude/agents/a.md': agent('x'),
      '.claude/agents/zz.md': '---\nname: x\n---\n',
    };
    const { service, at } = await ask(`${head}tools: Agent(|x)\n---\n`, others);
    assert.equal(nameOf((await service.help.definition(agentUri, at))!.uri), '.claude/agents/z.md');
  });
});

const occurrences = [
  '.claude/agents/lead.md: description: After `⟦reviewer⟧`, or reviewer',
  '.claude/agents/lead.md: tools: Read, Agent(⟦reviewer⟧, tried), Bash(reviewer)',
  '.claude/agents/lead.md: Call `⟦reviewer⟧` and `reviewer2`, reviewer, ``reviewer``.',
  '.claude/agents/lead.md: - Then `⟦reviewer⟧`.',
  '.claude/agents/reviewer.md: I am `⟦reviewer⟧`. Ask `tried`.',
  '.claude/agents/reviewer.md: name: ⟦reviewer⟧',
  '.claude/agents/tried.md: tools: Agent(⟦reviewer⟧)',
  '.claude/commands/sub/go.md: agent: "⟦reviewer⟧"',
  '.claude/skills/release/SKILL.md: agent: ⟦reviewer⟧',
  'packages/a/.claude/agents/deep.md: tools: Agent(⟦reviewer⟧, own)',
];

describe('references', () => {
  it('of an agent, all of them and no others', async () => {
    const { service, at } = await ask(`${head}tools: Agent(rev|iewer)\n---\n`, around);
    const found = await shown(service, await service.help.references(agentUri, at, true));
    assert.deepEqual(found.toSorted(), occurrences.toSorted());
    const without = await shown(service, await service.help.references(agentUri, at, false));
    assert.deepEqual(without.toSorted(), occurrences.filter((one) => !one.includes('name:')).toSorted());
  });

  it('of a user’s agent that a project’s hides', async () => {
    const { service } = await ask('|', around);
    const uri = `${home}/.claude/agents/reviewer.md`;
    const found = await service.help.references(uri, { line: 1, character: 8 }, true);
    assert.deepEqual((await shown(service, found)).toSorted(), [
      '~/.claude/agents/own.md: Never `⟦reviewer⟧`.',
      '~/.claude/agents/reviewer.md: name: ⟦reviewer⟧',
    ]);
  });

  it('of a plugin’s agent, by both of its names', async () => {
    const { service } = await ask(`${head}tools: Agent(kit:sub:tester)\n---\n|Ask \`tester\`.\n`, around);
    const found = await service.help.references(
      uriOf('kit/agents/sub/tester.md'),
      { line: 1, character: 8 },
      true,
    );
    assert.deepEqual((await shown(service, found)).toSorted(), [
      '.claude/agents/tried.md: tools: Agent(kit:sub:⟦tester⟧)',
      'kit/agents/sub/tester.md: I am `⟦tester⟧`.',
      'kit/agents/sub/tester.md: name: ⟦tester⟧',
      'kit/agents/sub/tester.md: tools: Agent(kit:sub:⟦tester⟧)',
    ]);
  });

  it('of nothing', async () => {
    const { service, at } = await ask(`${head}tools: Re|ad\n---\n`, around);
    assert.deepEqual(await service.help.references(agentUri, at, true), []);
  });
});

async function rename(
  marked: string,
  name: string,
  others: Readonly<Record<string, string>> = around,
): Promise<{
  service: LanguageService;
  at: Position;
  answer: WorkspaceEdit | { refusal: string } | undefined;
}> {
  const { service, at } = await ask(marked, others);
  return { service, at, answer: await service.help.rename(agentUri, at, name, false) };
}

/** Every file that changed, as it is then. */
async function applied(service: LanguageService, edit: WorkspaceEdit): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const [uri, edits] of Object.entries(edit.changes ?? {})) {
    const text = (await service.model.files.readText(uri))!;
    const lines = new LineIndex(text);
    texts[nameOf(uri)] = applyEdits(
      text,
      edits.map(({ range, newText }) => ({ span: lines.spanOf(range), newText })),
    );
  }
  return texts;
}

describe('rename', () => {
  it('changes exactly the occurrences', async () => {
    const { service, answer } = await rename(`${head}tools: Agent(rev|iewer)\n---\n`, 'Critic 2');
    const files = await applied(service, answer as WorkspaceEdit);
    const expected = new Map<string, string>();
    for (const one of occurrences) expected.set(one.slice(0, one.indexOf(': ')), '');
    assert.deepEqual(Object.keys(files).toSorted(), [...expected.keys()].toSorted());
    assert.equal(
      files['.claude/agents/lead.md'],
      around['.claude/agents/lead.md']
        .replace('`reviewer`, or', '`Critic 2`, or')
        .replace('Agent(reviewer', 'Agent(Critic 2')
        .replace('Call `reviewer`', 'Call `Critic 2`')
        .replace('Then `reviewer`', 'Then `Critic 2`'),
    );
    assert.equal(files['.claude/commands/sub/go.md'], '---\nagent: "Critic 2"\n---\n');
    assert.equal(
      files['.claude/skills/release/SKILL.md'],
      '---\nname: Release\nagent: Critic 2\n---\nBy `reviewer`.\n',
    );
  });

  it('changes an agent that nobody names, in its quotes', async () => {
    const { service, answer } = await rename(
      "---\nname: 'tri|ed'\ndescription: b\n---\nI am `tried`.\n",
      'x',
      {},
    );
    assert.deepEqual(await applied(service, answer as WorkspaceEdit), {
      '.claude/agents/tried.md': "---\nname: 'x'\ndescription: b\n---\nI am `x`.\n",
    });
  });

  it('keeps what stands before a plugin’s name', async () => {
    const { service, answer } = await rename(`${head}tools: Agent(kit:sub:tes|ter)\n---\n`, 'prober');
    const files = await applied(service, answer as WorkspaceEdit);
    assert.equal(files['.claude/agents/tried.md'], `${head}tools: Agent(kit:sub:prober)\n---\n`);
    assert.equal(
      files['kit/agents/sub/tester.md'],
      agent('prober', 'I am `prober`.\n', 'tools: Agent(kit:sub:prober)\n').replace(
        'what prober',
        'what tester',
      ),
    );
  });

  it('says which version it is for', async () => {
    const { service, at } = await ask(`${head}tools: Agent(|lead)\n---\n`, around);
    const edit = (await service.help.rename(agentUri, at, 'chief', true)) as WorkspaceEdit;
    const versions = (edit.documentChanges as TextDocumentEdit[]).map(({ textDocument, edits }) => [
      nameOf(textDocument.uri),
      textDocument.version,
      (edits as TextEdit[]).map(({ newText }) => newText),
    ]);
    assert.deepEqual(versions, [
      ['.claude/agents/lead.md', null, ['chief']],
      ['.claude/agents/tried.md', 1, ['chief']],
    ]);
  });

  for (const [name, why] of [
    ['', /cannot be empty/],
    ['   ', /cannot be empty/],
    ['-x', /cannot begin with/],
    ['a:b', /cannot contain “:”/],
    ['a：b', /cannot contain “:”/],
    ['x'.repeat(257), /256 characters/],
    ['a---b', /end the frontmatter/],
    ['a`b', /back-ticks/],
    ['lead', /lead\.md is called “lead” already/],
    ['a,b', /cannot be written where/],
    ['a)b', /cannot be written where/],
    ['12', /cannot be written where/],
    ['true', /cannot be written where/],
    ['a #b', /cannot be written where/],
    ['[a', /cannot be written where/],
  ] as const) {
    it(`refuses ${JSON.stringify(name.slice(0, 20))}`, async () => {
      const { answer } = await rename(`${head}tools: Agent(rev|iewer)\n---\n`, name);
      assert.match((answer as { refusal: string }).refusal, why);
    });
  }

  for (const [what, files] of [
    ['folded text', { '.claude/agents/lead.md': agent('lead', '', 'tools: >\n  Read,\n  Agent(qu)\n') }],
    ['an escape', { '.claude/agents/lead.md': agent('lead', '', 'disallowedTools: "\\x41gent(qu)"\n') }],
    ['a skill', { '.claude/skills/x/SKILL.md': '---\nagent: "q\\u0075"\n---\n' }],
    [
      'a list over several lines',
      { '.claude/agents/lead.md': agent('lead', '', 'tools: Read,\n  Agent(qu)\n') },
    ],
  ] as const) {
    it(`refuses where ${what} names the agent`, async () => {
      const { answer } = await rename('---\nname: q|u\ndescription: b\n---\n', 'other', files);
      assert.match((answer as { refusal: string }).refusal, /(?:lead|SKILL)\.md names the agent in a form/);
    });
  }

  it('does not mind other agents in such a form', async () => {
    const files = { '.claude/agents/lead.md': agent('lead', '', 'tools: >\n  Read,\n  Agent(lead)\n') };
    const { answer } = await rename('---\nname: q|u\ndescription: b\n---\n', 'other', files);
    assert.ok(!('refusal' in answer!));
  });

  it('refuses where the new name would mean another agent', async () => {
    const { answer } = await rename('---\nname: q|u\ndescription: b\n---\n', 'critic', {
      'sub/.claude/agents/critic.md': agent('critic'),
      'sub/.claude/agents/caller.md': agent('caller', '', 'tools: Agent(qu)\n'),
    });
    assert.match((answer as { refusal: string }).refusal, /In caller\.md, “critic” would mean critic\.md/);
  });

  it('leaves code alone that holds back-ticks', async () => {
    const body = '``a `qu` b`` and `qu`\n';
    const { answer } = await rename('---\nname: q|u\ndescription: b\n---\n', 'other', {
      '.claude/agents/lead.md': agent('lead', body),
    });
    const changes = (answer as { changes: Record<string, unknown[]> }).changes;
    assert.equal(changes[`${root}/.claude/agents/lead.md`]?.length, 1);
  });

  for (const [marked, why] of [
    [`${head}tools: Agent(Expl|ore)\n---\n`, /built into Claude Code/],
    [`${head}tools: Agent(nob|ody)\n---\n`, /No agent is called “nobody”/],
  ] as const) {
    it(`refuses ${marked.slice(head.length, -5)}`, async () => {
      const { service, at, answer } = await rename(marked, 'x');
      assert.match((answer as { refusal: string }).refusal, why);
      assert.match(((await service.help.renameTarget(agentUri, at)) as { refusal: string }).refusal, why);
    });
  }

  it('shows what it renames', async () => {
    const { service, at } = await ask(`${head}tools: Agent(kit:sub:tes|ter)\n---\n`, around);
    assert.deepEqual(await service.help.renameTarget(agentUri, at), {
      range: { start: { line: 3, character: 21 }, end: { line: 3, character: 27 } },
      placeholder: 'tester',
    });
    const elsewhere = await ask(`${head}tools: Re|ad\n---\n`, around);
    assert.equal(await elsewhere.service.help.renameTarget(agentUri, elsewhere.at), undefined);
  });

  it('takes the name that it has already', async () => {
    assert.deepEqual((await rename(`${head}tools: Agent(rev|iewer)\n---\n`, 'reviewer')).answer, {
      changes: {},
    });
  });
});

describe('workspace symbols', () => {
  it('are the agents', async () => {
    const { service } = await ask(`${head}---\n|`, around);
    const found = service.help.symbols('');
    assert.deepEqual(
      found.map(({ name, containerName }) => `${name} in ${containerName}`),
      [
        'deep in a',
        'kit:sub:tester in kit',
        'lead in shop',
        'own in ~/.claude',
        'reviewer in ~/.claude',
        'reviewer in shop',
        'tried in shop',
      ],
    );
    assert.deepEqual(
      service.help.symbols('RVW').map(({ name }) => name),
      ['reviewer', 'reviewer'],
    );
    assert.deepEqual(service.help.symbols('nothing'), []);
  });
});
