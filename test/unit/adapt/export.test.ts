/** Adapted agents as files: what is written, what the file knows of its source, and what an update makes of it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { adaptAgent } from '../../../server/src/adapt/adaptAgent.ts';
import { exportAgent, type ExportedAgent } from '../../../server/src/adapt/exportAgent.ts';
import { exportNoteLine, readExportNote } from '../../../server/src/adapt/exportNote.ts';
import { renamedAgent } from '../../../server/src/adapt/renameAgent.ts';
import { LanguageService } from '../../../server/src/languageService.ts';
import { parseAgentFile } from '../../../server/src/parse/agentFile.ts';
import type { MergedText } from '../../../server/src/text/merge/mergeTexts.ts';
import { applyEdits } from '../../../server/src/text/textEdit.ts';
import { MemoryFileSystem } from '../../support/memoryFileSystem.ts';
import { agentOf, factsOf } from '../../support/profiles.ts';
import { badTexts } from '../../support/badTexts.ts';
import { adaptiveAgent } from '../../support/sampleTexts.ts';
import fc from '../../support/fastCheck.ts';
import { lensCommands } from '../../support/lensCommands.ts';

const folder = 'file:///project/.claude/agents';
const document = (database: string, more = ''): string =>
  `# Shop\n\n## 3. Technologies\n\n- **Database:** ${database}\n${more}`;

function exported(text: string, facts: string, name?: string): ExportedAgent {
  const source = agentOf(text, `${folder}/source.md`);
  return exportAgent({
    source,
    profile: adaptAgent(source, factsOf(facts)),
    targetUri: `${folder}/target.md`,
    projectState: 'state',
    ...(name === undefined ? {} : { name }),
  });
}

describe('an exported agent', () => {
  it('is the profile without its head, and its frontmatter to the letter', () => {
    const { text, plainText, noted } = exported(adaptiveAgent, document('PostgreSQL'));
    assert.ok(noted);
    assert.ok(!text.includes('agent-tailor:head'));
    assert.match(text, /\*\*PostgreSQL\*\*/);
    assert.doesNotMatch(text, /MongoDB/);
    const [fence, note, ...rest] = text.split('\n');
    assert.equal(fence, '---');
    assert.match(note!, /^# agent-tailor-export from=source\.md source=\w+ project=state lines=\w+$/);
    assert.equal([fence, ...rest].join('\n'), plainText);
    const frontmatter = adaptiveAgent.slice(0, adaptiveAgent.indexOf('\n# Storage'));
    assert.ok(plainText.startsWith(frontmatter));
  });

  it('keeps the project section, with its markers and without lines that would not stay true', () => {
    const agent = adaptiveAgent.replace('"Database"', '"Non-functional Requirements"');
    const facts = '# Shop\n\n## 6. Non-functional Requirements\n\n- **Performance:** p95 < 200 ms\n';
    const { plainText } = exported(agent, facts);
    assert.match(plainText, /agent-tailor:project[^]*- \*\*Performance\*\*: p95 < 200 ms \(CLAUDE\.md\)\n/);
    // The same again: what it holds already is not doubled.
    assert.equal(exported(plainText, facts).plainText, plainText);
  });

  const names: readonly (readonly [name: string, line: string])[] = [
    ['shop-storage', 'name: shop-storage'],
    ['true', 'name: "true"'],
    ['a: b', 'name: storage-engineer'],
    ['Ärzte', 'name: "Ärzte"'],
    ['a---b', 'name: storage-engineer'],
  ];
  for (const [name, line] of names) {
    it(`can be asked for under the name ${name}`, () => {
      assert.ok(exported(adaptiveAgent, document('PostgreSQL'), name).plainText.includes(`\n${line}\n`));
    });
  }

  it('keeps quotes and comments beside a new name', () => {
    const text = '---\nname: "old" # mine\ndescription: D\n---\n';
    assert.equal(renamedAgent(text, 'new'), '---\nname: new # mine\ndescription: D\n---\n');
    assert.equal(renamedAgent('---\ndescription: D\n---\n', 'new'), undefined);
  });

  it('keeps CRLF', () => {
    const { text } = exported(adaptiveAgent.replaceAll('\n', '\r\n'), document('PostgreSQL'));
    assert.doesNotMatch(text, /[^\r]\n/);
  });

  it('loads exactly when its source does, whatever that is', () => {
    const heads = [
      '---\nname: a\ndescription: d\n',
      '---\r\nname: a\r\ndescription: |\r\n  x: y\r\ntools: *\r\n',
      '---\nname: a\n',
      '\uFEFF---\nname: a\ndescription: b: c\n',
      '--- \n\nname: a\ndescription: d --- e\n',
      'name: a\n',
      '---\n---\n',
      '',
    ];
    const texts = [
      ...Object.values(badTexts),
      ...heads.flatMap((head) => [
        `${head}---\n\nBody **"Database"** section in CLAUDE.md\n\n- **Redis**: x\n- **MySQL**: y\n`,
        head,
      ]),
    ];
    for (const text of texts) {
      const { text: written, plainText } = exported(text, document('Redis'));
      const [before, after] = [parseAgentFile(text), parseAgentFile(written)];
      const start = JSON.stringify(text.slice(0, 80));
      assert.equal(after.verdict.loads, before.verdict.loads, start);
      assert.equal(after.verdict.name, before.verdict.name, start);
      assert.equal(
        written.slice(after.bodyStart),
        plainText.slice(parseAgentFile(plainText).bodyStart),
        start,
      );
    }
  });

  it('does not fall out of the size that Claude Code reads because of its note', () => {
    const head = '---\nname: a\ndescription: d\n---\n';
    const text = head + 'x'.repeat(1_048_576 - head.length);
    const { text: written, noted } = exported(text, document('Redis'));
    assert.equal(noted, false);
    assert.ok(parseAgentFile(written).verdict.loads);
  });
});

describe('the note of an export', () => {
  it('comes back as it was written, and never ends the frontmatter', () => {
    const segment = fc.string({ minLength: 1, unit: 'grapheme' }).filter((name) => !/[/\\]|^\.+$/.test(name));
    fc.assert(
      fc.property(
        fc.array(segment, { minLength: 1, maxLength: 3 }),
        fc.string({ minLength: 1, unit: 'grapheme' }),
        (path, name) => {
          const sourceUri = agentOf('', `file:///${path.map(encodeURIComponent).join('/')}.md`).uri;
          const written = { sourceUri, name, sourceState: 'a1', projectState: 'b2', lines: ['_', 'abcde'] };
          const line = exportNoteLine(written, `${folder}/target.md`);
          assert.doesNotMatch(line, /---|[\r\n]/);
          const { frontmatter } = parseAgentFile(`---\n${line}\nname: x\n---\n`);
          const read = readExportNote(frontmatter, `${folder}/target.md`);
          assert.deepEqual(
            { name: read?.name, lines: read?.lines, state: read?.sourceState },
            { name, lines: written.lines, state: 'a1' },
          );
          assert.equal(decodeURIComponent(read?.sourceUri ?? ''), decodeURIComponent(sourceUri));
        },
      ),
    );
  });

  it('counts its paths from the exported file', () => {
    const note = {
      sourceUri: 'file:///home/me/.claude/agents/a%20b.md',
      sourceState: 's',
      projectState: 'p',
    };
    assert.match(
      exportNoteLine(note, `${folder}/x.md`),
      / from=\.\.\/\.\.\/\.\.\/home\/me\/\.claude\/agents\/a%20b\.md /,
    );
    assert.match(exportNoteLine(note, 'vscode-vfs://github/x.md'), / from=file%3A/);
  });

  it('that somebody has edited is no reason to fail', () => {
    for (const rest of [
      '',
      'from=',
      'from=%E0%A4%A from',
      'lines=ab source',
      'from=../../../../../../..',
      '= = =',
    ]) {
      const text = `---\n# agent-tailor-export ${rest}\nname: x\ndescription: d\n---\n`;
      const note = readExportNote(parseAgentFile(text).frontmatter, `${folder}/x.md`);
      assert.equal(note?.lines, undefined);
    }
  });
});

describe('an exported agent in its project', () => {
  const source = `${folder}/storage.md`;
  const target = `${folder}/storage-shop.md`;

  async function opened(
    files: MemoryFileSystem,
  ): Promise<{ service: LanguageService; changed: Set<string> }> {
    const changed = new Set<string>();
    const service = new LanguageService({
      files,
      onChanged: (uris) => uris.forEach((uri) => changed.add(uri)),
      schedule: () => {},
      log: (message) => assert.fail(message),
    });
    service.model.setFolders(['file:///project']);
    await service.model.settled();
    return { service, changed };
  }

  /** A project with an agent that has been exported there. */
  async function project(database: string): Promise<{ files: MemoryFileSystem; exported: string }> {
    const files = new MemoryFileSystem({
      'file:///project/CLAUDE.md': document(database),
      [source]: adaptiveAgent,
    });
    const { service } = await opened(files);
    const written = service.exports.exported(source, { uri: target, name: 'storage-shop' });
    assert.ok(written);
    files.files.set(target, written.text);
    return { files, exported: written.text };
  }

  const outdated = (service: LanguageService): string[] =>
    service
      .findings(target)
      .flatMap(({ rule, message }) => (rule === 'agent/outdated-export' ? message : []));

  it('is up to date until something that matters changes', async () => {
    const { files } = await project('PostgreSQL');
    assert.deepEqual(outdated((await opened(files)).service), []);
    files.files.set('file:///project/CLAUDE.md', `${document('PostgreSQL 16')}\nAnother word.\n`);
    assert.deepEqual(outdated((await opened(files)).service), []);
    files.files.set('file:///project/CLAUDE.md', document('PostgreSQL, Redis'));
    assert.deepEqual(outdated((await opened(files)).service), [
      'CLAUDE.md has changed since this agent was exported',
    ]);
    files.files.set(source, adaptiveAgent.replace('partitioning', 'replication'));
    assert.deepEqual(outdated((await opened(files)).service), [
      'storage.md and CLAUDE.md have changed since this agent was exported',
    ]);
    const { service } = await opened(files);
    const [lens] = service.codeLenses(target, lensCommands);
    assert.equal(lens?.command?.title, 'storage.md and CLAUDE.md have changed since the export: update');
    assert.deepEqual([lens.command.command, lens.command.arguments], ['update', [target]]);
    files.files.delete(source);
    assert.deepEqual(outdated((await opened(files)).service), []);
  });

  it('is looked at again when its source or the project document is edited', async () => {
    const { files } = await project('PostgreSQL');
    const { service, changed } = await opened(files);
    for (const [uri, text] of [
      [source, adaptiveAgent.replace('partitioning', 'replication')],
      ['file:///project/CLAUDE.md', document('Redis')],
    ] as const) {
      changed.clear();
      files.files.set(uri, text);
      service.model.fileChanged(uri);
      await service.model.settled();
      assert.ok(changed.has(target), uri);
    }
  });

  it('takes what is new, and keeps what the author wrote', async () => {
    const { files, exported: text } = await project('PostgreSQL');
    const own = text
      .replace('Designs how', 'In this shop: designs how')
      .replace('# Storage engineer\n', '# Storage engineer\n\nAsk before you drop a table.\n');
    files.files.set(target, own);
    files.files.set('file:///project/CLAUDE.md', document('PostgreSQL, Redis'));
    files.files.set(source, adaptiveAgent.replace('partitioning', 'replication'));
    const { service } = await opened(files);
    const update = service.exports.update(target);
    assert.ok(update);
    assert.equal(update.conflicts, 0);
    assert.equal(applyEdits(own, update.edits), update.text);
    for (const expected of ['In this shop', 'Ask before', 'replication', '**Redis**', 'name: storage-shop'])
      assert.ok(update.text.includes(expected), expected);
    // Once written, there is nothing left to say.
    files.files.set(target, update.text);
    const { service: after } = await opened(files);
    assert.deepEqual(outdated(after), []);
    assert.equal(after.exports.update(target)?.text, update.text);
  });

  it('shows as a conflict what both have changed', async () => {
    const { files, exported: text } = await project('PostgreSQL');
    files.files.set(target, text.replace('partitioning', 'sharding'));
    files.files.set(source, adaptiveAgent.replace('partitioning', 'replication'));
    const update = (await opened(files)).service.exports.update(target);
    assert.equal(update?.conflicts, 1);
    assert.match(
      update.text,
      /<{7} storage-shop\.md\n- \*\*PostgreSQL\*\*: sharding.*\n={7}\n- \*\*PostgreSQL\*\*: replication.*\n>{7} storage\.md\n/,
    );
  });

  it('shows every difference where nobody can say what was exported', async () => {
    const { files, exported: text } = await project('PostgreSQL');
    files.files.set(target, text.replace(/ lines=\w+/, '').replace('partitioning', 'sharding'));
    files.files.set(source, adaptiveAgent.replace('Storage engineer', 'Keeper of data'));
    const update = (await opened(files)).service.exports.update(target);
    assert.equal(update?.conflicts, 2);
  });

  describe('that was adapted in place', () => {
    const agent = `${adaptiveAgent.trimEnd()}

Based on the **"Non-functional Requirements"** section in \`CLAUDE.md\`.
`;
    const figures = (...lines: readonly string[]): string =>
      `\n## 6. Non-functional Requirements\n\n${lines.map((line) => `- ${line}\n`).join('')}`;
    const performance = '**Performance:** p95 < 200 ms';
    const scale = '**Scalability:** 5,000 users';

    /** A project with an agent that was adapted in place there, and what became of the file since. */
    async function inPlace(
      declared: string,
      edit: (text: string) => string,
    ): Promise<{ files: MemoryFileSystem; own: string }> {
      const files = new MemoryFileSystem({ 'file:///project/CLAUDE.md': declared, [source]: agent });
      const first = (await opened(files)).service.exports.exported(source, { uri: source });
      assert.ok(first && !first.text.includes(' from='));
      const own = edit(first.text);
      if (edit('x') !== 'x') assert.notEqual(own, first.text);
      files.files.set(source, own);
      return { files, own };
    }

    const hints = (service: LanguageService): number =>
      service.findings(source).filter(({ rule }) => rule === 'agent/outdated-export').length;

    async function updated(files: MemoryFileSystem, declared: string): Promise<MergedText> {
      files.files.set('file:///project/CLAUDE.md', declared);
      const { service } = await opened(files);
      const before = service.model.agent(source)!.text;
      const update = service.exports.update(source);
      assert.ok(update);
      assert.equal(hints(service), update.edits.length > 1 ? 1 : 0);
      assert.equal(applyEdits(before, update.edits), update.text);
      files.files.set(source, update.text);
      // Once written, there is nothing left to say or do.
      const { service: after } = await opened(files);
      assert.equal(hints(after), 0);
      if (update.conflicts === 0) assert.equal(after.exports.update(source)?.text, update.text);
      return update;
    }

    const cases: readonly {
      title: string;
      edit: readonly [from: string, to: string];
      before?: string;
      now: string;
      kept: readonly string[];
      gone?: readonly string[];
      conflicts?: number;
    }[] = [
      {
        title: 'is adapted further, and keeps what was added',
        edit: ['# Storage engineer\n', '# Storage engineer\n\nOwn.\n'],
        now: document('Redis', figures(performance)),
        kept: ['Own.', '**Redis**'],
        gone: ['PostgreSQL'],
      },
      {
        title: 'keeps a line that was added to the project section',
        edit: ['p95 < 200 ms (CLAUDE.md)\n', 'p95 < 200 ms (CLAUDE.md)\n- **Own rule**: ask Ann first\n'],
        now: document('Redis', figures(performance)),
        kept: ['p95 < 200 ms', '- **Own rule**: ask Ann first'],
        gone: ['PostgreSQL'],
      },
      {
        title: 'keeps a value that was edited in the project section',
        edit: ['p95 < 200 ms', 'p95 < 100 ms, measured weekly'],
        now: document('Redis', figures(performance, scale)),
        kept: ['measured weekly', '5,000 users'],
        gone: ['PostgreSQL', '200 ms'],
      },
      {
        title: 'keeps such a value also where nothing new stands beside it',
        edit: ['p95 < 200 ms', 'p95 < 100 ms, measured weekly'],
        now: document('Redis', figures(performance)),
        kept: ['measured weekly'],
        gone: ['PostgreSQL', '200 ms'],
      },
      {
        title: 'shows both where CLAUDE.md says something else there too',
        edit: ['p95 < 200 ms', 'p95 < 100 ms, measured weekly'],
        now: document('PostgreSQL, Redis', figures('**Performance:** p95 < 300 ms')),
        kept: ['measured weekly', 'p95 < 300 ms', '<<<<<<< storage.md', '>>>>>>> CLAUDE.md'],
        conflicts: 1,
      },
      {
        title: 'does not bring back a line of the project section that was deleted',
        edit: ['- **Performance**: p95 < 200 ms (CLAUDE.md)\n', ''],
        before: document('PostgreSQL, Redis', figures(performance, scale)),
        now: document('Redis', figures(performance, scale)),
        kept: ['5,000 users'],
        gone: ['PostgreSQL', '200 ms'],
      },
      {
        title: 'shows an edited entry that is not declared any more',
        edit: ['**PostgreSQL**: ', '**PostgreSQL**: ours, '],
        now: document('Redis', figures(performance)),
        kept: ['**PostgreSQL**: ours, ', '<<<<<<<'],
        conflicts: 1,
      },
      {
        title: 'drops an entry beside an edited one without a question',
        edit: ['**PostgreSQL**: ', '**PostgreSQL**: ours, '],
        now: document('PostgreSQL', figures(performance)),
        kept: ['**PostgreSQL**: ours, '],
        gone: ['**Redis**'],
      },
      {
        title: 'keeps an entry that was added although nobody declares it',
        edit: ['- **PostgreSQL**', '- **MySQL**: replication\n- **PostgreSQL**'],
        now: document('PostgreSQL', figures(performance)),
        kept: ['- **MySQL**: replication', '**PostgreSQL**'],
        gone: ['**Redis**'],
      },
    ];
    for (const { title, edit, before, now, kept, gone = [], conflicts = 0 } of cases) {
      it(title, async () => {
        const declared = before ?? document('PostgreSQL, Redis', figures(performance));
        const { files } = await inPlace(declared, (text) => text.replace(...edit));
        const update = await updated(files, now);
        for (const part of kept) assert.ok(update.text.includes(part), `${part} in\n${update.text}`);
        for (const part of gone) {
          const own = update.text.replace(/^<{7}[^]*?^>{7}.*$/gm, '');
          assert.ok(!own.includes(part), `${part} in\n${update.text}`);
        }
        assert.equal(update.conflicts, conflicts, update.text);
      });
    }

    it('keeps the author’s order in a list that was edited', async () => {
      const list =
        'Based on the **"Backend"** section in `CLAUDE.md`:\n\n- **Node.js**: Koa, NestJS, Express\n';
      const files = new MemoryFileSystem({
        'file:///project/CLAUDE.md': document('Redis', '- **Backend:** Express\n'),
        [source]: `${adaptiveAgent}\n${list}`,
      });
      const first = (await opened(files)).service.exports.exported(source, { uri: source });
      assert.match(first?.text ?? '', /Express, Koa, NestJS/);
      files.files.set(source, first!.text.replace('Express, Koa, NestJS', 'Hapi, Express, Koa, NestJS'));
      const update = await updated(files, document('PostgreSQL', '- **Backend:** NestJS\n'));
      assert.match(update.text, /Hapi, Express, Koa, NestJS/);
      files.files.set(source, first!.text);
      assert.match(
        (await updated(files, document('PostgreSQL', '- **Backend:** NestJS\n'))).text,
        /NestJS, Express, Koa/,
      );
    });

    it('goes on knowing the author’s lines after an update', async () => {
      const { files } = await inPlace(document('PostgreSQL, Redis', figures(performance)), (text) =>
        text
          .replace('**PostgreSQL**: ', '**PostgreSQL**: ours, ')
          .replace('p95 < 200 ms (CLAUDE.md)', 'p95 < 100 ms\n- **Own rule**: ask Ann'),
      );
      await updated(files, document('PostgreSQL', figures(performance)));
      const second = await updated(files, document('MySQL, CockroachDB', figures(performance)));
      assert.match(second.text, /Own rule\*\*: ask Ann/);
      assert.match(second.text, /p95 < 100 ms/);
      assert.match(second.text, /ours, /);
    });

    it('shows every difference where nobody can say what was exported', async () => {
      const { files } = await inPlace(document('PostgreSQL, Redis', figures(performance)), (text) =>
        text.replace(/ lines=\w+/, '').replace('p95 < 200 ms', 'p95 < 100 ms'),
      );
      const update = await updated(files, document('PostgreSQL', figures(performance)));
      assert.equal(update.conflicts, 2);
      for (const part of ['p95 < 100 ms', 'p95 < 200 ms', '**Redis**']) assert.ok(update.text.includes(part));
    });
  });

  describe('whose source is elsewhere', () => {
    const moved = `${folder}/shop/storage-shop.md`;
    const lost = (service: LanguageService, uri = target): string[] =>
      service
        .findings(uri)
        .flatMap(({ rule, message }) => (rule === 'agent/export-without-source' ? message : []));

    it('finds it by name when the copy has moved, and notes where it is', async () => {
      const { files, exported: text } = await project('PostgreSQL');
      files.files.delete(target);
      files.files.set(moved, text);
      files.files.set('file:///project/CLAUDE.md', document('PostgreSQL, Redis'));
      const { service } = await opened(files);
      assert.deepEqual(lost(service, moved), []);
      const update = service.exports.update(moved);
      assert.equal(update?.conflicts, 0);
      assert.match(update.text, /from=\.\.\/storage\.md [^]*\*\*Redis\*\*/);
      assert.equal(service.exports.obstacle(moved), undefined);
    });

    it('finds it by name when it has another file', async () => {
      const { files } = await project('PostgreSQL');
      files.files.delete(source);
      files.files.set(`${folder}/data/keeper.md`, adaptiveAgent.replace(/^name: .*$/m, 'name: storage'));
      files.files.set('file:///project/CLAUDE.md', document('PostgreSQL, Redis'));
      const { service } = await opened(files);
      assert.match(service.exports.update(target)?.text ?? '', /from=data\/keeper\.md /);
    });

    it('takes the one that is what was exported, and none where that cannot be told', async () => {
      const { files } = await project('PostgreSQL');
      files.files.delete(source);
      files.files.set(`${folder}/a/storage.md`, adaptiveAgent.replace('partitioning', 'replication'));
      files.files.set(`${folder}/b/storage.md`, adaptiveAgent);
      files.files.set('file:///project/CLAUDE.md', document('PostgreSQL, Redis'));
      const { service } = await opened(files);
      assert.match(service.exports.update(target)?.text ?? '', /from=b\/storage\.md /);
      files.files.set(`${folder}/b/storage.md`, adaptiveAgent.replace('partitioning', 'sharding'));
      const { service: after } = await opened(files);
      assert.equal(after.exports.update(target), undefined);
      assert.deepEqual(after.exports.obstacle(target), {
        kind: 'no-source',
        sourceUri: source,
        candidates: [`${folder}/a/storage.md`, `${folder}/b/storage.md`],
      });
      assert.match(lost(after)[0] ?? '', /2 agents here may be meant/);
    });

    it('says that it is gone once CLAUDE.md has moved on, and not before', async () => {
      const { files } = await project('PostgreSQL');
      const { service, changed } = await opened(files);
      files.files.delete(source);
      service.model.fileChanged(source);
      await service.model.settled();
      assert.ok(changed.has(target));
      assert.deepEqual(lost(service), []);
      changed.clear();
      files.files.set('file:///project/CLAUDE.md', document('Redis'));
      service.model.fileChanged('file:///project/CLAUDE.md');
      await service.model.settled();
      assert.ok(changed.has(target));
      assert.deepEqual(lost(service), [
        'CLAUDE.md has changed since this agent was exported from storage.md, which is not to be found. Put it back to update from it, or adapt this file itself',
      ]);
      assert.deepEqual([outdated(service), service.exports.update(target)], [[], undefined]);
      changed.clear();
      files.files.set(source, adaptiveAgent);
      service.model.fileChanged(source);
      await service.model.settled();
      assert.ok(changed.has(target));
      assert.deepEqual([lost(service), outdated(service).length], [[], 1]);
    });

    it('can go on without it, or forget it', async () => {
      const { files, exported: text } = await project('PostgreSQL, Redis');
      files.files.delete(source);
      const own = text.replace('# Storage engineer\n', '# Storage engineer\n\nOwn.\n');
      files.files.set(target, own);
      files.files.set('file:///project/CLAUDE.md', document('Redis'));
      const { service } = await opened(files);
      const [adapt, forget] = service.findings(target).flatMap(({ fixes }) => fixes?.() ?? []);
      const adapted = applyEdits(own, adapt?.edits ?? []);
      assert.match(adapted, /^---\n# agent-tailor-export name=storage-shop /);
      assert.ok(adapted.includes('Own.') && adapted.includes('**Redis**') && !adapted.includes('PostgreSQL'));
      assert.equal(applyEdits(own, forget?.edits ?? []), own.replace(/^# agent-tailor-export.*\n/m, ''));
      files.files.set(target, adapted);
      assert.deepEqual(
        (await opened(files)).service.findings(target).filter(({ rule }) => rule.includes('export')),
        [],
      );
    });

    it('reads a source that is no agent of the workspace, from this machine only', async () => {
      const library = 'file:///library/storage.md';
      const files = new MemoryFileSystem({
        'file:///project/CLAUDE.md': document('PostgreSQL'),
        [library]: adaptiveAgent,
        'other://elsewhere/storage.md': adaptiveAgent,
      });
      const { service: first } = await opened(files);
      first.model.nameAgent(library);
      await first.model.settled();
      const written = first.exports.exported(library, { uri: target });
      assert.match(written?.text ?? '', / from=\.\.\/\.\.\/\.\.\/library\/storage\.md /);
      files.files.set(target, written!.text);
      files.files.set('file:///project/CLAUDE.md', document('PostgreSQL, Redis'));
      const { service, changed } = await opened(files);
      assert.deepEqual([lost(service), outdated(service).length], [[], 1]);
      assert.match(service.exports.update(target)?.text ?? '', /\*\*Redis\*\*/);
      assert.equal(service.model.agent(library), undefined);
      files.files.set(library, adaptiveAgent.replace('partitioning', 'replication'));
      service.model.fileChanged(library);
      await service.model.settled();
      assert.ok(changed.has(target));
      assert.match(service.exports.update(target)?.text ?? '', /replication/);
      for (const elsewhere of ['other%3A%2F%2Felsewhere%2Fstorage.md', '../../../library/storage.txt']) {
        files.files.set('file:///library/storage.txt', adaptiveAgent);
        files.files.set(target, written!.text.replace(/from=\S+/, `from=${elsewhere}`));
        assert.equal((await opened(files)).service.exports.obstacle(target)?.kind, 'no-source');
      }
    });
  });

  it('is found without a look at the agents that were not exported', async () => {
    const { files } = await project('PostgreSQL');
    for (let i = 0; i < 50; i++) files.files.set(`${folder}/other${i}.md`, adaptiveAgent);
    const { service } = await opened(files);
    Object.defineProperty(service.model, 'agents', { get: () => assert.fail('all agents') });
    assert.deepEqual([...service.exports.following([source])], [target]);
    assert.deepEqual([...service.exports.following(['file:///project/CLAUDE.md'])], [target]);
    assert.deepEqual([...service.exports.following([`${folder}/other1.md`])], []);
  });
});
