/** Which agent a name means, and what an agent names: said in time, and taken back when others change. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LanguageService } from '../../../server/src/languageService.ts';
import { LineIndex } from '../../../server/src/text/lineIndex.ts';
import { MemoryFileSystem } from '../../support/memoryFileSystem.ts';

const home = 'file:///home/me';
const root = 'file:///project';
const agents = `${root}/.claude/agents`;

const agent = (name: string, fields = ''): string =>
  `---\nname: ${name}\ndescription: Does it\n${fields}---\nDo it.\n`;

class Tried {
  readonly service: LanguageService;
  readonly texts: Map<string, string>;
  readonly disk: MemoryFileSystem;
  changed = new Set<string>();
  #tasks: (() => void)[] = [];
  #version = 1;

  constructor(files: Readonly<Record<string, string>>, homeUri: string | undefined = home) {
    this.texts = new Map(Object.entries(files));
    const disk = new MemoryFileSystem(files);
    this.disk = disk;
    this.service = new LanguageService({
      files: {
        stat: (uri) => disk.stat(uri),
        readDirectory: (uri) => disk.readDirectory(uri),
        readText: (uri) => disk.readText(uri),
      },
      ...(homeUri === undefined ? {} : { homeUri }),
      onChanged: (uris) => uris.forEach((uri) => this.changed.add(uri)),
      schedule: (task) => void this.#tasks.push(task),
      log: (message) => assert.fail(message),
    });
  }

  async start(): Promise<this> {
    this.service.model.setFolders([root]);
    await this.service.model.settled();
    return this;
  }

  /** Replaces an open document's text; answers who was told to look again. */
  async edit(uri: string, text: string): Promise<string[]> {
    this.changed = new Set();
    this.service.model.edit(uri, text, ++this.#version, new LineIndex(text));
    for (const task of this.#tasks.splice(0)) task();
    await this.service.model.settled();
    return [...this.changed].sort();
  }

  /** A file comes, changes or (`undefined`) goes, outside the editor. */
  async write(uri: string, text: string | undefined): Promise<void> {
    if (text === undefined) this.disk.files.delete(uri);
    else this.disk.files.set(uri, text);
    this.service.model.fileChanged(uri);
    await this.service.model.settled();
    for (const task of this.#tasks.splice(0)) task();
    await this.service.model.settled();
  }

  open(uri: string): void {
    const text = this.texts.get(uri) ?? '';
    this.service.model.open(uri, text, 1, new LineIndex(text));
  }

  rules(uri: string): string[] {
    return this.service.findings(uri).map(({ rule }) => rule);
  }
}

describe('two agents of one name in one folder', () => {
  const files = {
    [`${agents}/a.md`]: agent('twin'),
    [`${agents}/sub/b.md`]: agent('twin'),
    [`${agents}/z.md`]: '---\nname: twin\n---\nIt has no description, and does not load.\n',
  };

  it('are said of those that lose, with the one that wins', async () => {
    const { service } = await new Tried(files).start();
    const [finding, ...others] = service.findings(`${agents}/a.md`);
    assert.deepEqual(others, []);
    assert.equal(finding?.rule, 'agent/duplicate-name');
    assert.match(finding.message, /sub\/b\.md/);
    const { message: _, ...place } = finding.related?.[0] ?? { message: '' };
    assert.deepEqual(place, { uri: `${agents}/sub/b.md`, line: 1, character: 6, length: 4 });
    assert.deepEqual(service.findings(`${agents}/sub/b.md`), []);
  });

  it('follow when one is renamed, and do not when its text is edited', async () => {
    const tried = await new Tried(files).start();
    const winner = `${agents}/sub/b.md`;
    tried.open(winner);
    await tried.edit(winner, agent('twin'));
    assert.deepEqual(await tried.edit(winner, `${agent('twin')}More.\n`), []);
    assert.deepEqual(await tried.edit(winner, agent('other')), [`${agents}/a.md`]);
    assert.deepEqual(tried.rules(`${agents}/a.md`), []);
    assert.deepEqual(await tried.edit(winner, agent('twin')), [`${agents}/a.md`]);
    assert.deepEqual(tried.rules(`${agents}/a.md`), ['agent/duplicate-name']);
  });
});

it('a project agent that hides the user’s is linked to it, and the user’s is left alone', async () => {
  const files = {
    [`${home}/.claude/agents/mine.md`]: agent('reviewer'),
    [`${agents}/theirs.md`]: agent('reviewer'),
  };
  const { service } = await new Tried(files).start();
  const [finding] = service.findings(`${agents}/theirs.md`);
  assert.equal(finding?.rule, 'agent/shadows');
  assert.equal(finding.related?.[0]?.uri, `${home}/.claude/agents/mine.md`);
  assert.deepEqual(service.findings(`${home}/.claude/agents/mine.md`), []);
});

describe('agents of one name in folders within each other', () => {
  const above = `${agents}/reviewer.md`;
  const below = `${root}/shop/.claude/agents/reviewer.md`;
  const files = { [above]: agent('reviewer'), [below]: agent('reviewer') };

  it('are linked both ways', async () => {
    const { service } = await new Tried({ [`${root}/.git/HEAD`]: '', ...files }).start();
    const said = (uri: string): unknown =>
      service.findings(uri).map(({ rule, related }) => [rule, related?.map((place) => place.uri)]);
    assert.deepEqual(said(above), [['agent/shadows', [below]]]);
    assert.deepEqual(said(below), [['agent/shadows', [above]]]);
    assert.match(service.findings(above)[0]!.message, /“shop”/);
  });

  it('are not when a repository of its own begins between them', async () => {
    const tried = await new Tried({ [`${root}/shop/.git/HEAD`]: '', ...files }).start();
    assert.deepEqual(tried.rules(below), []);
    assert.deepEqual(tried.rules(above), []);
  });

  it('are not when both folders are one, by a link', async () => {
    const tried = new Tried({ [above]: agent('reviewer'), [`${root}/shop/README.md`]: '' });
    tried.disk.link(`${root}/shop/.claude`, '../.claude');
    await tried.start();
    assert.equal(tried.service.model.names.holders('reviewer').size, 2);
    assert.deepEqual(tried.rules(below), []);
    assert.deepEqual(tried.rules(above), []);
  });

  it('follow when one is renamed', async () => {
    const tried = await new Tried(files).start();
    tried.open(above);
    assert.deepEqual(await tried.edit(above, agent('other')), [below]);
    assert.deepEqual(tried.rules(below), []);
  });
});

describe('a repository that is a plugin', () => {
  const manifest = `${root}/.claude-plugin/plugin.json`;
  const own = `${agents}/lead.md`;
  const files = {
    [manifest]: '{"name": "kit"}',
    [`${root}/agents/sub/tester.md`]: agent('tester'),
    [`${root}/agents/caller.md`]: agent(
      'caller',
      'tools: Read, Agent(kit:sub:tester, kit:tester, anybody)\n',
    ),
    [own]: agent('lead', 'tools: Read, Agent(helper, kit:sub:tester, nobody)\nskills: nothing\n'),
    [`${agents}/helper.md`]: agent('helper'),
  };

  it('has agents of its own for the work on it, by plain names', async () => {
    const { service } = await new Tried(files).start();
    assert.deepEqual(
      service.help.symbols('').map(({ name }) => name),
      ['helper', 'kit:caller', 'kit:sub:tester', 'lead'],
    );
    assert.deepEqual(
      service.findings(own).map(({ message }) => message),
      ['There is no agent “nobody” here', 'There is no skill “nothing” here'],
    );
  });

  it('has agents of which only the plugin’s full names can be told', async () => {
    const { service } = await new Tried(files).start();
    const [finding, ...others] = service.findings(`${root}/agents/caller.md`);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, 'There is no agent “kit:tester” here');
    assert.deepEqual(
      finding.fixes?.().map(({ title }) => title),
      ['Change to “kit:sub:tester”'],
    );
  });

  it('may have agents where its manifest says, besides', async () => {
    const { service } = await new Tried({
      ...files,
      [manifest]: '{"name": "kit", "agents": ["./more/"]}',
    }).start();
    assert.deepEqual(service.findings(`${root}/agents/caller.md`), []);
  });

  it('is no likeness by itself', async () => {
    const caller = `${root}/agents/caller.md`;
    const { service } = await new Tried({
      ...files,
      [caller]: agent('caller', 'tools: Agent(kit:mb, kit:calle)\n'),
      [`${root}/agents/near.md`]: agent('call'),
    }).start();
    assert.deepEqual(
      service.findings(caller).map((one) => one.fixes?.().map(({ title }) => title)),
      [[], ['Change to “kit:call”']],
    );
  });

  it('has servers whose tools can be told by its name', async () => {
    const uri = `${root}/agents/caller.md`;
    const withServer = {
      ...files,
      [manifest]: '{"name": "kit", "mcpServers": {"box": {"command": "box"}}}',
      [uri]: agent('caller', 'tools: mcp__plugin_kit_box__open, mcp__plugin_kit_bix__open, mcp__any__x\n'),
    };
    const { service } = await new Tried(withServer).start();
    assert.deepEqual(
      service.findings(uri).map(({ message }) => message),
      ['No MCP server “plugin_kit_bix” is configured here'],
    );
    const elsewhere = { ...withServer, [manifest]: '{"name": "kit", "mcpServers": "./servers.json"}' };
    assert.deepEqual((await new Tried(elsewhere).start()).rules(uri), []);
  });

  it('says nothing of a plugin that the user has in another version', async () => {
    const tried = await new Tried({
      ...files,
      [`${home}/.claude/plugins/installed_plugins.json`]: '{"version": 2, "plugins": {"kit@market": []}}',
    }).start();
    assert.deepEqual(tried.rules(`${root}/agents/caller.md`), []);
  });

  it('is called by its new name, and is no plugin without its manifest', async () => {
    const tried = await new Tried(files).start();
    const names = (): string[] => tried.service.help.symbols('tester').map(({ name }) => name);
    await tried.write(manifest, '{"name": "toolbox"}');
    assert.deepEqual(names(), ['toolbox:sub:tester']);
    assert.deepEqual(tried.rules(own), ['agent/unknown-agent', 'agent/unknown-skill']);
    await tried.write(manifest, undefined);
    assert.deepEqual(names(), []);
    await tried.write(manifest, '{"name": "kit"}');
    assert.deepEqual(names(), ['kit:sub:tester']);
  });
});

it('an agent of a folder beside or below is not one that can be named', async () => {
  const uri = `${root}/a/.claude/agents/lead.md`;
  const tried = await new Tried({
    [uri]: agent('lead', 'tools: Read, Agent(above, beside, below)\n'),
    [`${agents}/above.md`]: agent('above'),
    [`${root}/b/.claude/agents/beside.md`]: agent('beside'),
    [`${root}/a/deep/.claude/agents/below.md`]: agent('below'),
  }).start();
  assert.deepEqual(
    tried.service.findings(uri).map(({ message }) => message),
    ['There is no agent “beside” here', 'There is no agent “below” here'],
  );
});

it('what a user’s agent names may lie in any project', async () => {
  const uri = `${home}/.claude/agents/mine.md`;
  const tried = await new Tried({
    [uri]: agent('mine', 'tools: Read, Agent(elsewhere), mcp__any__tool\nskills: any\n'),
    [`${root}/.mcp.json`]: '{"mcpServers": {"other": {}}}',
    [`${agents}/a.md`]: agent('a'),
  }).start();
  assert.deepEqual(tried.rules(uri), []);
});

describe('what an agent names', () => {
  const lead = `${agents}/lead.md`;
  const naming = agent(
    'lead',
    'tools: Read, Agent(helper, Explore, tools:x), mcp__tracker__find, mcp__ide__x\nskills: notes, docs:style\n',
  );
  const all = {
    [lead]: naming,
    [`${agents}/helper.md`]: agent('helper'),
    [`${root}/.claude/skills/notes/SKILL.md`]: '---\ndescription: Notes\n---\n',
    [`${root}/.mcp.json`]: '{"mcpServers": {"tracker": {"command": "x"}}}',
  };
  const without = (...names: string[]): Record<string, string> =>
    Object.fromEntries(Object.entries(all).filter(([uri]) => !names.some((name) => uri.includes(name))));
  const unknown = ['agent/unknown-agent', 'agent/unknown-skill'];

  const cases: readonly (readonly [string, Record<string, string>, readonly string[]])[] = [
    ['is there', all, []],
    ['is not there', without('helper', 'notes'), unknown],
    [
      'is the user’s',
      {
        ...without('helper', 'notes', '.mcp'),
        [`${home}/.claude/agents/helper.md`]: agent('helper'),
        [`${home}/.claude/skills/notes/SKILL.md`]: '---\ndescription: Notes\n---\n',
      },
      [],
    ],
    [
      'may come from a plugin that the user has installed',
      {
        ...without('helper', 'notes'),
        [`${home}/.claude/plugins/installed_plugins.json`]: '{"version": 2, "plugins": {"a@b": []}}',
      },
      [],
    ],
    [
      'may come from a plugin that the project enables',
      {
        ...without('helper', 'notes'),
        [`${root}/.claude/settings.json`]: '{"enabledPlugins": {"a@b": true}}',
      },
      [],
    ],
    [
      'may come from the administrator',
      { ...without('helper', 'notes'), 'file:///etc/claude-code/managed-settings.json': '{}' },
      [],
    ],
    ['is a server of a project that declares none', without('.mcp'), []],
    [
      'is a server that the project does not declare',
      { ...all, [`${root}/.mcp.json`]: '{"mcpServers": {"other": {"command": "x"}}}' },
      ['agent/unknown-server'],
    ],
    [
      'is a server of a project that declares none, nor does the user',
      { ...without('.mcp'), [`${home}/.claude.json`]: '{"projects": {}}' },
      ['agent/unknown-server'],
    ],
    [
      'is a server that the user has for this project',
      {
        ...without('.mcp'),
        [`${home}/.claude.json`]: '{"projects": {"/project": {"mcpServers": {"tracker": {}}}}}',
      },
      [],
    ],
    [
      'may be a server of a file that is broken',
      { ...all, [`${root}/.mcp.json`]: '{"mcpServers": {"other": {"command": "x"}}' },
      [],
    ],
  ];
  for (const [title, files, expected] of cases) {
    it(title, async () => {
      const tried = await new Tried(files).start();
      assert.deepEqual(tried.rules(lead), expected);
    });
  }

  it('is not judged where the user’s folder cannot be read', async () => {
    const files = new Tried(without('helper', 'notes'));
    const service = new LanguageService({
      files: new MemoryFileSystem(Object.fromEntries(files.texts)),
      onChanged: () => {},
      schedule: () => {},
      log: (message) => assert.fail(message),
    });
    service.model.setFolders([root]);
    await service.model.settled();
    assert.deepEqual(service.findings(lead), []);
  });

  it('follows when an agent of that name comes', async () => {
    const tried = await new Tried({ ...without('helper'), [`${agents}/new.md`]: agent('new') }).start();
    assert.deepEqual(tried.rules(lead), ['agent/unknown-agent']);
    tried.open(`${agents}/new.md`);
    assert.deepEqual(await tried.edit(`${agents}/new.md`, agent('helper')), [lead]);
    assert.deepEqual(tried.rules(lead), []);
  });

  it('is read while it is typed, off the keystroke', async () => {
    const tried = await new Tried({ ...without('notes'), [lead]: agent('lead') }).start();
    tried.open(lead);
    const changed = tried.edit(lead, naming);
    assert.deepEqual(tried.rules(lead), []);
    assert.ok((await changed).includes(lead));
    assert.deepEqual(tried.rules(lead), ['agent/unknown-skill']);
  });
});
