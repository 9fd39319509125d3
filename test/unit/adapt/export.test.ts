/** Adapted agents as files: what is written, what the file knows of its source, and what an update makes of it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { adaptAgent } from '../../../server/src/adapt/adaptAgent.ts';
import { exportAgent, type ExportedAgent } from '../../../server/src/adapt/exportAgent.ts';
import { exportNoteLine, readExportNote } from '../../../server/src/adapt/exportNote.ts';
import { renamedAgent } from '../../../server/src/adapt/renameAgent.ts';
import { LanguageService } from '../../../server/src/languageService.ts';
import { parseAgentFile } from '../../../server/src/parse/agentFile.ts';
import { applyEdits } from '../../../server/src/text/textEdit.ts';
import { MemoryFileSystem } from '../../support/memoryFileSystem.ts';
import { agentOf, factsOf } from '../../support/profiles.ts';
import { badTexts } from '../../support/badTexts.ts';
import { adaptiveAgent } from '../../support/sampleTexts.ts';

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

  it('that was adapted in place is adapted further, without its source', async () => {
    const files = new MemoryFileSystem({
      'file:///project/CLAUDE.md': document('PostgreSQL, Redis'),
      [source]: adaptiveAgent,
    });
    const first = (await opened(files)).service.exports.exported(source, { uri: source });
    assert.ok(first && !first.text.includes(' from='));
    files.files.set(source, first.text.replace('# Storage engineer\n', '# Storage engineer\n\nOwn.\n'));
    files.files.set('file:///project/CLAUDE.md', document('Redis'));
    const { service } = await opened(files);
    assert.equal(service.findings(source).filter(({ rule }) => rule === 'agent/outdated-export').length, 1);
    const update = service.exports.update(source);
    assert.equal(update?.conflicts, 0);
    assert.match(update.text, /Own\./);
    assert.doesNotMatch(update.text, /PostgreSQL/);
    files.files.set(source, update.text);
    const { service: after } = await opened(files);
    assert.deepEqual(
      after.findings(source).filter(({ rule }) => rule === 'agent/outdated-export'),
      [],
    );
  });
});
