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
  changed = new Set<string>();
  #tasks: (() => void)[] = [];
  #version = 1;

  constructor(files: Readonly<Record<string, string>>, homeUri: string | undefined = home) {
    this.texts = new Map(Object.entries(files));
    const disk = new MemoryFileSystem(files);
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
