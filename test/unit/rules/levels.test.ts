/** How loud a rule is: default, settings, `agent-tailor.json`, comment, from the weakest to the strongest. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSettings } from '../../../server/src/analysis/settings.ts';
import { LanguageService } from '../../../server/src/languageService.ts';
import { parseAgentFile } from '../../../server/src/parse/agentFile.ts';
import { applyEdits } from '../../../server/src/text/textEdit.ts';
import { MemoryFileSystem } from '../../support/memoryFileSystem.ts';

const agent = '---\nname: reviewer\ndescription: Reviews changes\nteam: platform\n---\nReview.\n';
const path = '/w/app/.claude/agents/reviewer.md';
const uri = `file://${path}`;
const logged: string[] = [];

async function serviceWith(files: Record<string, string>, settings: unknown = {}): Promise<LanguageService> {
  logged.length = 0;
  const service = new LanguageService({
    files: new MemoryFileSystem({ [path]: agent, ...files }),
    onChanged: () => {},
    schedule: () => {},
    log: (message) => logged.push(message),
  });
  service.model.setFolders(['file:///w']);
  service.model.setSettings(new Map([['file:///w', readSettings(settings)]]), readSettings({}));
  await service.model.settled();
  return service;
}

const found = (service: LanguageService, of = uri): string[] =>
  service.findings(of).map(({ severity, rule }) => `${severity} ${rule}`);

const off = { rules: { 'agent/unknown-key': 'off' } };

describe('the level of a rule', () => {
  const cases: readonly [string, Record<string, string>, unknown, string[]][] = [
    ['is its own', {}, {}, ['information agent/unknown-key']],
    ['is set by a setting', {}, { rules: { 'agent/unknown-key': 'error' } }, ['error agent/unknown-key']],
    ['is switched off by a setting', {}, off, []],
    [
      'is set for some files by a setting',
      {},
      { overrides: [{ files: ['**/agents/**'], rules: { 'agent/unknown-key': 'hint' } }] },
      ['hint agent/unknown-key'],
    ],
    [
      'is not set for other files',
      {},
      { overrides: [{ files: ['docs/**'], rules: { 'agent/unknown-key': 'hint' } }] },
      ['information agent/unknown-key'],
    ],
    ['is set by agent-tailor.json', { '/w/agent-tailor.json': JSON.stringify(off) }, {}, []],
    [
      'is set by agent-tailor.json over a setting',
      { '/w/agent-tailor.json': '{ "rules": { "agent/unknown-key": "warning" }, }' },
      off,
      ['warning agent/unknown-key'],
    ],
    [
      'is set by the nearest agent-tailor.json alone',
      { '/w/agent-tailor.json': JSON.stringify(off), '/w/app/agent-tailor.json': '{}' },
      {},
      ['information agent/unknown-key'],
    ],
    [
      'is set inside .claude, and beside the agents',
      {
        '/w/app/.claude/agent-tailor.json': '{ "rules": { "agent/unknown-key": "warning" } }',
        '/w/agent-tailor.json': JSON.stringify(off),
      },
      {},
      ['warning agent/unknown-key'],
    ],
    [
      'is set beside the agents',
      {
        '/w/app/.claude/agents/agent-tailor.json': '{ "rules": { "agent/unknown-key": "hint" } }',
        '/w/app/.claude/agent-tailor.json': JSON.stringify(off),
      },
      {},
      ['hint agent/unknown-key'],
    ],
    [
      'is not set above the workspace folder',
      { '/agent-tailor.json': JSON.stringify(off) },
      {},
      ['information agent/unknown-key'],
    ],
    [
      'survives a config that is none',
      { '/w/agent-tailor.json': '{ "rules": [' },
      {},
      ['information agent/unknown-key'],
    ],
  ];
  for (const [title, files, settings, expected] of cases) {
    it(title, async () => assert.deepEqual(found(await serviceWith(files, settings)), expected));
  }

  it('is said to be none where the config is wrong', async () => {
    await serviceWith({
      '/w/agent-tailor.json': '{ "rules": { "agent/no-such": "off", "agent/fence": "loud" } }',
    });
    assert.deepEqual(logged, [
      '/w/agent-tailor.json: there is no rule "agent/no-such"',
      '/w/agent-tailor.json: "loud" is no level for agent/fence',
    ]);
  });

  const wrong: Readonly<Record<string, string[]>> = {
    '\uFEFF{ "rules": { "agent/fence": "off" } }': [],
    '[]': ['it is not a map with "rules" and "overrides"'],
    null: ['it is not a map with "rules" and "overrides"'],
    '{ "rule": { "agent/fence": "off" } }': ['"rule" means nothing here; there are rules and overrides'],
    '{ "overrides": [{ "files": "*.md", "rule": {} }] }': [
      '"rule" means nothing here; there are files and rules',
    ],
    '{ "overrides": [{ "files": "!*.md", "rules": {} }] }': ['an override names no "files"'],
    '{ "$schema": "x", "overrides": [] }': [],
  };
  for (const [text, problems] of Object.entries(wrong)) {
    it(`what is said of ${text}`, async () => {
      await serviceWith({ '/w/agent-tailor.json': text });
      assert.deepEqual(
        logged,
        problems.map((problem) => `/w/agent-tailor.json: ${problem}`),
      );
    });
  }

  it('holds in a folder within another that is open too', async () => {
    const service = await serviceWith({ '/w/agent-tailor.json': JSON.stringify(off) });
    service.model.setFolders(['file:///w', 'file:///w/app']);
    await service.model.settled();
    assert.deepEqual(found(service), []);
  });

  it('a pattern that begins with "!" takes files out again', async () => {
    const levels = (...files: string[]): string =>
      JSON.stringify({ overrides: [{ files, rules: { 'agent/unknown-key': 'off' } }] });
    for (const [files, expected] of [
      [['**/agents/**', '!**/reviewer.md'], ['information agent/unknown-key']],
      [['**/agents/**', '!**/other.md'], []],
      [['docs/**', '!**/other.md'], ['information agent/unknown-key']],
    ] as const) {
      const service = await serviceWith({ '/w/agent-tailor.json': levels(...files) });
      assert.deepEqual(found(service), expected, files.join());
    }
  });

  it('follows the config file', async () => {
    const files = new MemoryFileSystem({ [path]: agent });
    const service = new LanguageService({ files, onChanged: () => {}, schedule: () => {}, log: assert.fail });
    service.model.setFolders(['file:///w']);
    await service.model.settled();
    files.files.set('file:///w/agent-tailor.json', JSON.stringify(off));
    service.model.fileChanged('file:///w/agent-tailor.json');
    await service.model.settled();
    assert.deepEqual(found(service), []);
    files.files.delete('file:///w/agent-tailor.json');
    service.model.fileChanged('file:///w/agent-tailor.json');
    await service.model.settled();
    assert.deepEqual(found(service), ['information agent/unknown-key']);
  });
});

describe('ignoring a rule in a file', () => {
  const ignore = 'Ignore agent/unknown-key in this file';
  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const abilities = { snippetEdits: true, suggestCommand: undefined };

  for (const [title, text] of [
    ['with LF', agent],
    ['with CRLF', agent.replaceAll('\n', '\r\n')],
    ['that needs the second reading', agent.replace('Reviews changes', 'Reviews: changes')],
    [
      'with a block scalar first',
      agent.replace(
        'name: reviewer\ndescription: Reviews changes',
        'description: |\n  Reviews\n  changes\nname: reviewer',
      ),
    ],
  ] as const) {
    it(`writes a comment into an agent ${title}, which loads the same`, async () => {
      const service = await serviceWith({ [path]: text });
      const action = service
        .codeActions(uri, whole, undefined, abilities)
        .find((one) => one.title === ignore);
      const change = action?.edit?.documentChanges?.[0];
      assert.ok(change !== undefined && 'edits' in change);
      const { positions } = service.model.agent(uri)!;
      const edits = change.edits.map((edit) => {
        assert.ok('newText' in edit);
        return {
          span: { start: positions.offsetAt(edit.range.start), end: positions.offsetAt(edit.range.end) },
          newText: edit.newText,
        };
      });
      const after = applyEdits(text, edits);
      assert.deepEqual(parseAgentFile(after).verdict, parseAgentFile(text).verdict);
      assert.equal(after.replace(/# agent-tailor-ignore agent\/unknown-key\r?\n/, ''), text);
      assert.ok(!found(await serviceWith({ [path]: after })).some((one) => one.includes('unknown-key')));
    });
  }

  it('writes a block comment into a project document', async () => {
    const document = '# Shop\n\n## Technologies\n';
    const reads = agent.replace('Review.', 'Based on the **"Database"** section in `CLAUDE.md`:');
    const service = await serviceWith({ [path]: reads, '/w/app/CLAUDE.md': document });
    const of = 'file:///w/app/CLAUDE.md';
    assert.deepEqual(found(service, of), ['warning project/missing-section']);
    const ignored = `<!-- agent-tailor-ignore project/missing-section -- for a > b -->\n\n${document}`;
    assert.deepEqual(found(await serviceWith({ [path]: reads, '/w/app/CLAUDE.md': ignored }), of), []);
  });

  it('writes agent-tailor.json where no comment can stand', async () => {
    const service = await serviceWith({ [path]: '----\nname: a\ndescription: b\n----\n' });
    const action = service
      .codeActions(uri, whole, undefined, abilities)
      .find((one) => one.title === 'Ignore agent/skipped in this file');
    const [create, content] = action!.edit!.documentChanges!;
    assert.deepEqual(create, {
      kind: 'create',
      uri: 'file:///w/agent-tailor.json',
      options: { overwrite: false, ignoreIfExists: false },
    });
    assert.ok('edits' in content! && 'newText' in content.edits[0]!);
    const config = content.edits[0].newText;
    const files = { [path]: '----\nname: a\ndescription: b\n----\n', '/w/agent-tailor.json': config };
    assert.deepEqual(
      found(await serviceWith(files)).filter((one) => one.includes('skipped')),
      [],
    );
  });

  it('adds to an agent-tailor.json that is there', async () => {
    const service = await serviceWith({
      [path]: '----\nname: a\ndescription: b\n----\n',
      '/w/agent-tailor.json': '{\n  // ours\n  "rules": {}\n}\n',
    });
    const action = service
      .codeActions(uri, whole, undefined, abilities)
      .find((one) => one.title === 'Ignore agent/skipped in this file');
    const [change] = action!.edit!.documentChanges!;
    assert.ok(change !== undefined && 'textDocument' in change);
    assert.equal(change.textDocument.uri, 'file:///w/agent-tailor.json');
  });

  it('leaves an agent-tailor.json of another shape alone, and offers the rest', async () => {
    for (const text of ['{"overrides": {}}', '{"overrides": null}', '[]', 'null', '{']) {
      const service = await serviceWith({
        [path]: 'name: a\ndescription: b\n---\nB\n',
        '/w/agent-tailor.json': text,
      });
      const titles = service.codeActions(uri, whole, undefined, abilities).map(({ title }) => title);
      assert.ok(titles.includes('Put a “---” before the first field'), `${text}: ${titles.join()}`);
    }
  });

  it('means one file, whatever its name', async () => {
    const odd = '/w/app/.claude/agents/[x].md';
    const beside = '/w/app/.claude/agents/x.md';
    const files = {
      [odd]: '----\nname: a\ndescription: b\n----\n',
      [beside]: '----\nname: x\ndescription: b\n----\n',
    };
    const service = await serviceWith(files);
    const of = 'file:///w/app/.claude/agents/%5Bx%5D.md';
    const action = service
      .codeActions(of, whole, undefined, abilities)
      .find((one) => one.title === 'Ignore agent/skipped in this file');
    const [, content] = action!.edit!.documentChanges!;
    assert.ok('edits' in content! && 'newText' in content.edits[0]!);
    const after = await serviceWith({ ...files, '/w/agent-tailor.json': content.edits[0].newText });
    assert.deepEqual(found(after, of), []);
    assert.deepEqual(found(after, `file://${beside}`), ['error agent/skipped']);
  });

  const unused = 'hint config/unused-suppression';
  const shown = 'information agent/unknown-key';
  const ignore1 = '# agent-tailor-ignore agent/unknown-key';
  for (const [title, text, expected] of [
    ['with a reason', agent.replace('team', `${ignore1} -- our tools read it, and others\nteam`), []],
    ['with a reason without dashes', agent.replace('team', `${ignore1} our tools read it\nteam`), []],
    ['of one rule and a misspelt one', agent.replace('team', `${ignore1}, unknown-keys\nteam`), [unused]],
    [
      'naming a rule without its group',
      agent.replace('team', '# agent-tailor-ignore unknown-key\nteam'),
      [unused, shown],
    ],
    [
      'where the frontmatter is not closed',
      `---\n${ignore1}\nname: a\ndescription: b\n`,
      ['error agent/skipped', unused],
    ],
    ['naming no rule', agent.replace('team', '# agent-tailor-ignore\nteam'), [unused, shown]],
    ['behind a value', agent.replace('platform', `platform ${ignore1}`), [shown, unused]],
    ['indented', agent.replace('team', `  ${ignore1}\nteam`), [unused, shown]],
    ['in a block of text', agent.replace('Reviews changes', `|\n  a\n  ${ignore1}`), [unused, shown]],
    ['in the prompt', `${agent}${ignore1}\n`, [shown, unused]],
    ['in the prompt, as HTML', `${agent}\n<!-- ${ignore1.slice(2)} -->\n`, [shown, unused]],
    ['shown in the prompt as an example', `${agent}\n\`\`\`yaml\n${ignore1}\n\`\`\`\n`, [shown]],
    ['shown in the prompt as an indented example', `${agent}\n    ${ignore1}\n`, [shown]],
    ['with a colon', agent.replace('team', `# agent-tailor-ignore: agent/unknown-key\nteam`), []],
    ['mentioned in the prompt', `${agent}Write \`${ignore1}\` above it.\n`, [shown]],
  ] as const) {
    it(`by a comment ${title}`, async () => {
      assert.deepEqual(found(await serviceWith({ [path]: text })), expected);
    });
  }

  it('moves a comment that ignores nothing to where it does', async () => {
    for (const text of [
      agent.replace('platform', `platform ${ignore1}`),
      agent.replace('team', `  ${ignore1}\nteam`),
      `${agent}${ignore1}\n`,
    ]) {
      const service = await serviceWith({ [path]: text });
      const finding = service.findings(uri).find(({ rule }) => rule === 'config/unused-suppression');
      const after = applyEdits(text, finding!.fixes!()[0]!.edits);
      assert.equal(after, agent.replace('---\n', `---\n${ignore1}\n`));
      assert.deepEqual(found(await serviceWith({ [path]: after })), []);
    }
    const reasoned = agent.replace('team', `  ${ignore1} -- a reason\nteam`);
    const [moved] = (await serviceWith({ [path]: reasoned }))
      .findings(uri)
      .flatMap(({ rule, fixes }) => (rule === 'config/unused-suppression' ? (fixes?.() ?? []) : []));
    assert.equal(applyEdits(reasoned, moved!.edits), agent.replace('---\n', `---\n${ignore1} -- a reason\n`));
    const quoted = agent.replace('platform', `"platform ${ignore1}"`);
    const finding = (await serviceWith({ [path]: quoted })).findings(uri).at(-1);
    assert.equal(finding?.rule, 'config/unused-suppression');
    assert.deepEqual(finding.fixes?.(), []);
  });

  it('in a project document is said where it ignores nothing', async () => {
    const of = 'file:///w/app/CLAUDE.md';
    const comment = '<!-- agent-tailor-ignore project/size -->';
    for (const [document, expected] of [
      [`# Shop\n\nWords ${comment} in a line\n`, [unused]],
      ['# Shop\n\n<!-- agent-tailor-ignore -->\n\nWords\n', [unused]],
      [`# Shop\n\nWrite \`${comment}\`.\n`, []],
      [`# Shop\n\n\`\`\`\n${comment}\n\`\`\`\n`, []],
    ] as const) {
      assert.deepEqual(found(await serviceWith({ '/w/app/CLAUDE.md': document }), of), expected, document);
    }
  });

  it('is not heard from a trailing comment or a block scalar', async () => {
    const trailing = agent.replace(
      'team: platform',
      'team: platform # agent-tailor-ignore agent/unknown-key',
    );
    assert.ok(found(await serviceWith({ [path]: trailing })).includes('information agent/unknown-key'));
    const inside = agent.replace('Reviews changes', '|\n  # agent-tailor-ignore agent/unknown-key');
    assert.ok(found(await serviceWith({ [path]: inside })).includes('information agent/unknown-key'));
  });
});

describe('a rule that is off of itself', () => {
  const document = '# Shop\n\n## Technologies\n\n- **Database:** PostgreSQL, CockroachDB\n';
  const storage =
    '---\nname: storage\ndescription: Keeps data\n---\nBased on the **"Database"** section in `CLAUDE.md`:\n\n- **PostgreSQL**: x\n';
  const files = { '/w/app/CLAUDE.md': document, '/w/app/.claude/agents/storage.md': storage };
  const at = 'file:///w/app/CLAUDE.md';
  const on = { rules: { 'project/unknown-to-agents': 'information' } };

  it('is silent', async () => assert.deepEqual(found(await serviceWith(files), at), []));
  it('speaks at the level that is set', async () => {
    assert.deepEqual(found(await serviceWith(files, on), at), ['information project/unknown-to-agents']);
  });
  it('can be switched on for some files, and off again', async () => {
    const overrides = [{ files: ['docs/**'], rules: on.rules }];
    assert.deepEqual(found(await serviceWith(files, { overrides }), at), []);
    const config = { '/w/agent-tailor.json': '{ "rules": { "project/unknown-to-agents": "off" } }' };
    assert.deepEqual(found(await serviceWith({ ...files, ...config }, on), at), []);
  });
});
