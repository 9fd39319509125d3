/** Sections of the project document and the agents that read them: hovers, lenses, the ways between, renaming. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Location, MarkupContent, WorkspaceEdit } from 'vscode-languageserver-types';
import { LineIndex } from '../../../server/src/text/lineIndex.ts';
import { applyEdits } from '../../../server/src/text/textEdit.ts';
import { lensCommands } from '../../support/lensCommands.ts';
import { agent, agentUri, ask, type Asked, root } from './helpOf.ts';

const documentUri = `${root}/CLAUDE.md`;

const storage = agent(
  'storage',
  'Based on the **"Database"** section in `CLAUDE.md`:\n\n- **PostgreSQL**: partitioning, JSONB\n- **MySQL**: replication\n- **Sharding**: by tenant\n',
);
const backend = agent(
  'backend',
  '**IMPORTANT**: Always read the `CLAUDE.md` file to adapt your competencies to:\n- Database technologies\n- Backend technologies\n\nAdaptation to **"Database"** from `CLAUDE.md`:\n\n- **Redis**: caching\n\nBased on the **"Backend"** section in `CLAUDE.md`:\n\n- **Node.js**: streams\n',
);
const agents = { '.claude/agents/storage.md': storage, '.claude/agents/backend.md': backend };
const document =
  '# Shop\n\n## 3. Technologies\n\n- **Backend – technologies and tools:** NestJS\n- **Database:** PostgreSQL 16, CockroachDB\n\n## Notes\n\n- Nothing.\n';

/** With the cursor before the first `found`. */
function at(text: string, found: string): string {
  assert.ok(text.includes(found), found);
  return text.replace(found, () => `|${found}`);
}

async function hover(marked: string, uri: string): Promise<string | undefined> {
  const { service, at: place } = await ask(marked, { 'CLAUDE.md': document, ...agents }, { uri });
  const found = await service.help.hover(uri, place);
  return found === undefined ? undefined : (found.contents as MarkupContent).value;
}

describe('a hover in the project document', () => {
  it('says who reads a section, and what they know there', async () => {
    assert.equal(
      await hover(at(document, 'Database'), documentUri),
      [
        '**Database** is read by 2 agents:',
        '',
        `- [backend](${root}/.claude/agents/backend.md#L9) knows here: Redis`,
        `- [storage](${root}/.claude/agents/storage.md#L5) knows here: PostgreSQL, MySQL`,
      ].join('\n'),
    );
  });
  it('says of a heading who reads the labels under it', async () => {
    assert.equal(
      await hover(at(document, 'Technologies'), documentUri),
      [
        '**Technologies** is read by 2 agents:',
        '',
        `- [backend](${root}/.claude/agents/backend.md#L13) reads “Backend – technologies and tools” and knows there: Node.js`,
        `- [backend](${root}/.claude/agents/backend.md#L9) reads “Database” and knows there: Redis`,
        `- [storage](${root}/.claude/agents/storage.md#L5) reads “Database” and knows there: PostgreSQL, MySQL`,
      ].join('\n'),
    );
  });
  it('says what a value is, and what it decides', async () => {
    assert.equal(
      await hover(at(document, 'PostgreSQL 16'), documentUri),
      [
        '**PostgreSQL**',
        '',
        `- It keeps PostgreSQL in [storage](${root}/.claude/agents/storage.md#L7) (partitioning, JSONB); without it its “Database” block would stay whole`,
        '',
        `Nothing on it: [backend](${root}/.claude/agents/backend.md#L1)`,
      ].join('\n'),
    );
    assert.equal(
      await hover(at(document, 'NestJS'), documentUri),
      [
        '**NestJS** — builds on Node.js, TypeScript',
        '',
        `- It keeps Node.js in [backend](${root}/.claude/agents/backend.md#L15) (streams); without it the same would stay: “Backend – technologies and tools” is not filled in in CLAUDE.md`,
      ].join('\n'),
    );
  });

  const database = (name: string, ...entries: readonly string[]): string =>
    agent(
      name,
      `Based on the **"Database"** section in \`CLAUDE.md\`:\n\n${entries.map((entry) => `- **${entry}**: x\n`).join('')}`,
    );
  const declares = (text: string, label = 'Database'): string =>
    `# Shop\n\n## 3. Technologies\n\n- **${label}:** ${text}\n`;

  /** What a hover says that a value decides, without the links. */
  async function decides(
    document: string,
    of: string,
    others: Record<string, string>,
  ): Promise<string | undefined> {
    const { service, at: place } = await ask(at(document, of), others, { uri: documentUri });
    const found = await service.help.hover(documentUri, place);
    const text = (found?.contents as MarkupContent | undefined)?.value ?? '';
    return text
      .split('\n\n')
      .slice(1)
      .join('\n')
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replaceAll('\\', '');
  }
  const cases: readonly {
    title: string;
    declared: string;
    of: string;
    agents: readonly string[];
    says: string;
  }[] = [
    {
      title: 'says once what it does in several agents',
      declared: declares('PostgreSQL'),
      of: 'PostgreSQL',
      agents: ['a', 'b', 'c'].map((name) => database(name, 'PostgreSQL', 'MySQL')),
      says: '- It keeps PostgreSQL in 3 agents (a, b, c); without it their “Database” blocks would stay whole',
    },
    {
      title: 'blames no other value’s work on it',
      declared: declares('PostgreSQL 16 primary, Redis'),
      of: 'Redis',
      agents: [database('a', 'PostgreSQL', 'Redis', 'MySQL')],
      says: '- It keeps Redis in a (x); without it Redis would go',
    },
    {
      title: 'says so where the value is not the only one that keeps an entry',
      declared: declares('PostgreSQL 16 primary, PostGIS'),
      of: 'PostgreSQL',
      agents: [database('a', 'PostgreSQL', 'MySQL')],
      says: '- It keeps PostgreSQL in a (x); without it the same would stay: PostGIS, which is declared, builds on it (CLAUDE.md:5)',
    },
    {
      title: 'names an entry once, however many blocks have it',
      declared: `${declares('PostgreSQL, Redis')}- **Backend:** Go\n`,
      of: 'PostgreSQL',
      agents: [
        `${database('a', 'PostgreSQL', 'Redis', 'MySQL')}\nAdaptation to the **"Database"** section in \`CLAUDE.md\`:\n\n- **PostgreSQL**: y\n- **Redis**: y\n- **MySQL**: y\n`,
      ],
      says: '- It keeps PostgreSQL in a (x); without it PostgreSQL would go',
    },
    {
      title: 'stops before another value where no sign stands between',
      declared: declares('PostgreSQL beside Redis'),
      of: 'PostgreSQL',
      agents: [database('a', 'PostgreSQL', 'Redis', 'MySQL')],
      says: '- It keeps PostgreSQL in a (x); without it PostgreSQL would go',
    },
    {
      title: 'is silent where it does nothing',
      declared: declares('PostgreSQL'),
      of: 'PostgreSQL',
      agents: [agent('a', 'Based on the **"Security"** section in `CLAUDE.md`.\n')],
      says: '',
    },
  ];
  for (const { title, declared, of, agents: texts, says } of cases) {
    it(title, async () => {
      const files = texts.map((text, index) => [`.claude/agents/${index}.md`, text] as const);
      assert.equal(await decides(declared, of, Object.fromEntries(files)), says);
    });
  }

  it('says what a value decides in the agents of a project within, as that one declares', async () => {
    const within = {
      '.claude/agents/a.md': database('a', 'PostgreSQL', 'MySQL'),
      'api/.claude/agents/b.md': database('b', 'PostgreSQL', 'MySQL'),
      'web/.claude/agents/c.md': database('c', 'PostgreSQL', 'MySQL'),
      'web/CLAUDE.md': declares('MySQL'),
    };
    assert.equal(
      await decides(declares('PostgreSQL'), 'PostgreSQL', within),
      [
        '- It keeps PostgreSQL in 2 agents (a, b); without it their “Database” blocks would stay whole',
        '- It keeps PostgreSQL in c (x); without it PostgreSQL would go',
      ].join('\n'),
    );
  });
  it('says of how many agents it does not know', async () => {
    const files = Array.from({ length: 23 }, (_, i) => [
      `.claude/agents/a${i}.md`,
      database(`a${i}`, 'PostgreSQL', 'MySQL'),
    ]);
    const text = await decides(
      declares('PostgreSQL'),
      'PostgreSQL',
      Object.fromEntries(files) as Record<string, string>,
    );
    assert.match(text ?? '', /keeps PostgreSQL in 20 agents \(a0, .*, and 12 more\)/);
    assert.match(text ?? '', /\n3 more agents read CLAUDE\.md; they were not looked at\.$/);
  });

  it('is silent on what nobody reads', async () => {
    for (const words of ['Notes', 'Nothing', '# Shop']) {
      assert.equal(await hover(at(document, words), documentUri), undefined, words);
    }
  });
  it('leads from an agent’s reference to what is declared', async () => {
    assert.equal(
      await hover(at(storage, 'Database'), agentUri.replace('tried', 'storage')),
      `**Database** — PostgreSQL, CockroachDB ([CLAUDE.md:6](${documentUri}#L6))`,
    );
  });
});

describe('a lens in the project document', () => {
  const lenses = async (text: string, others: Record<string, string> = agents): Promise<string[]> => {
    const { service } = await ask(`${text}|`, others, { uri: documentUri });
    return service
      .codeLenses(documentUri, lensCommands)
      .map(({ range, command }) => `${range.start.line} ${command!.title}`);
  };
  it('stands over headings of which agents read something', async () => {
    assert.deepEqual(await lenses(document), ['2 Read by 2 agents']);
  });
  it('stands over a label that has no heading', async () => {
    assert.deepEqual(await lenses('- Backend: Go\n- Database: Redis\n'), [
      '0 Read by backend',
      '1 Read by 2 agents',
    ]);
  });
  it('is absent where nobody reads anything', async () => {
    assert.deepEqual(await lenses(document, {}), []);
  });
  it('leads to the agents that read the section', async () => {
    const { service } = await ask(`${document}|`, agents, { uri: documentUri });
    const [lens] = service.codeLenses(documentUri, lensCommands);
    assert.equal(lens!.command!.command, lensCommands.readers);
    assert.deepEqual(lens!.command!.arguments, [{ uri: documentUri, position: { line: 2, character: 3 } }]);
  });
  it('is text for clients that have no commands of ours', async () => {
    const { service } = await ask(`${document}|`, agents, { uri: documentUri });
    assert.deepEqual(
      service.codeLenses(documentUri).map(({ command }) => command),
      [{ title: 'Read by 2 agents', command: '' }],
    );
  });
});

function shown({ uri, range }: Location): string {
  return `${uri.slice(root.length + 1)}:${range.start.line + 1}:${range.start.character + 1}`;
}

describe('the way between an agent’s reference and the section', () => {
  const storageUri = `${root}/.claude/agents/storage.md`;
  it('leads there', async () => {
    const { service, at: place } = await ask(
      at(storage, 'Database'),
      { 'CLAUDE.md': document, ...agents },
      { uri: storageUri },
    );
    const found = await service.help.definition(storageUri, place);
    assert.equal(shown(found!), 'CLAUDE.md:6:5');
  });
  it('leads back', async () => {
    const { service, at: place } = await ask(at(document, 'Database'), agents, { uri: documentUri });
    const mentions = ['.claude/agents/backend.md:9:18', '.claude/agents/backend.md:6:3'];
    const all = [...mentions, '.claude/agents/storage.md:5:17'];
    assert.deepEqual((await service.help.references(documentUri, place, false)).map(shown), all);
    assert.deepEqual((await service.help.references(documentUri, place, true)).map(shown), [
      'CLAUDE.md:6:5',
      ...all,
    ]);
  });
  const within = {
    'sub/CLAUDE.md': '# Sub\n\nTests first.\n',
    'sub/.claude/agents/inner.md': agent(
      'inner',
      'Based on the **"Database"** section in `CLAUDE.md`:\n\n- **MySQL**: x\n',
    ),
  };
  it('leads from the document to agents of projects within that read it, and to each other', async () => {
    const { service, at: place } = await ask(
      at(document, 'Database'),
      { '.claude/agents/storage.md': storage, ...within },
      { uri: documentUri },
    );
    const all = ['.claude/agents/storage.md:5:17', 'sub/.claude/agents/inner.md:5:17'];
    assert.deepEqual((await service.help.references(documentUri, place, false)).map(shown), all);
    const inner = `${root}/sub/.claude/agents/inner.md`;
    const label = { line: 4, character: 18 };
    assert.equal(shown((await service.help.definition(inner, label))!), 'CLAUDE.md:6:5');
    assert.deepEqual((await service.help.references(inner, label, false)).map(shown), all);
    assert.deepEqual(
      service.codeLenses(documentUri, lensCommands).map(({ command }) => command!.title),
      ['Read by 2 agents'],
    );
  });
});

describe('renaming a section', () => {
  const renamed = async (
    asked: Asked,
    uri: string,
    name: string,
  ): Promise<Record<string, string> | string | undefined> => {
    const edit = await asked.service.help.rename(uri, asked.at, name, false);
    if (edit === undefined || 'refusal' in edit) return edit?.refusal;
    return applied(asked, edit);
  };
  function applied({ service }: Asked, { changes = {} }: WorkspaceEdit): Record<string, string> {
    return Object.fromEntries(
      Object.entries(changes).map(([uri, edits]) => {
        const { text } = (service.model.agent(uri) ?? service.model.projectFile(uri))!;
        const lines = new LineIndex(text);
        const plain = edits.map(({ range, newText }) => ({ span: lines.spanOf(range), newText }));
        return [uri.slice(root.length + 1), applyEdits(text, plain)];
      }),
    );
  }
  const expected = {
    'CLAUDE.md': document.replace('**Database:**', '**Storage:**'),
    '.claude/agents/backend.md': backend
      .replace('- Database technologies', '- Storage')
      .replace('"Database"', '"Storage"'),
    '.claude/agents/storage.md': storage.replace('"Database"', '"Storage"'),
  };

  it('renames it in the document and wherever agents ask for it', async () => {
    const asked = await ask(at(document, 'Database'), agents, { uri: documentUri });
    const target = await asked.service.help.renameTarget(documentUri, asked.at);
    assert.ok(target !== undefined && 'placeholder' in target && target.placeholder === 'Database');
    assert.deepEqual(await renamed(asked, documentUri, ' Storage '), expected);
  });
  it('starts from an agent as well', async () => {
    const uri = `${root}/.claude/agents/storage.md`;
    const asked = await ask(at(storage, 'Database'), { 'CLAUDE.md': document, ...agents }, { uri });
    const target = await asked.service.help.renameTarget(uri, asked.at);
    assert.ok(target !== undefined && 'placeholder' in target && target.placeholder === 'Database');
    assert.deepEqual(await renamed(asked, uri, 'Storage'), expected);
  });
  it('keeps numbering', async () => {
    const whole = agent('whole', 'Based on the **"Technologies"** section in `CLAUDE.md`:\n');
    const others = { '.claude/agents/whole.md': whole };
    const asked = await ask(at(document, 'Technologies'), others, { uri: documentUri });
    const after = await renamed(asked, documentUri, 'Stack');
    assert.deepEqual(after, {
      'CLAUDE.md': document.replace('3. Technologies', '3. Stack'),
      '.claude/agents/whole.md': whole.replace('Technologies', 'Stack'),
    });
  });
  const forms: readonly { form: string; before: string; after: string }[] = [
    {
      form: 'bold without quotes',
      before: 'Based on the **Database** section in `CLAUDE.md`, I work on:\n\n- **MySQL**: x\n',
      after: 'Based on the **Storage** section in `CLAUDE.md`, I work on:\n\n- **MySQL**: x\n',
    },
    {
      form: 'plain words',
      before: 'Based on the database section of `CLAUDE.md`:\n\n- **MySQL**: x\n\nThe database is slow.\n',
      after: 'Based on the Storage section of `CLAUDE.md`:\n\n- **MySQL**: x\n\nThe database is slow.\n',
    },
    {
      form: 'an alias, CRLF',
      before: 'Adaptation to **"Databases"** from `CLAUDE.md`:\r\n\r\n- **MySQL**: x\r\n',
      after: 'Adaptation to **"Storage"** from `CLAUDE.md`:\r\n\r\n- **MySQL**: x\r\n',
    },
    {
      form: 'a label with a number',
      before: 'Based on the **"3. Database"** section in `CLAUDE.md`:\n',
      after: 'Based on the **"3. Storage"** section in `CLAUDE.md`:\n',
    },
    {
      form: 'bullets under the lead',
      before:
        '**IMPORTANT**: Always read the `CLAUDE.md` file to adapt your competencies to:\n- **Database** - what is stored\n- Security requirements\n',
      after:
        '**IMPORTANT**: Always read the `CLAUDE.md` file to adapt your competencies to:\n- **Storage** - what is stored\n- Security requirements\n',
    },
    {
      form: 'several in one agent',
      before:
        'Based on the **"Database"** section in `CLAUDE.md`:\n\n- **MySQL**: x\n\nBased on the **Database** section in `CLAUDE.md`, I work on:\n\n- y\n',
      after:
        'Based on the **"Storage"** section in `CLAUDE.md`:\n\n- **MySQL**: x\n\nBased on the **Storage** section in `CLAUDE.md`, I work on:\n\n- y\n',
    },
  ];
  for (const { form, before, after } of forms) {
    it(`changes every form of reference: ${form}`, async () => {
      const others = { '.claude/agents/one.md': agent('one', before) };
      const asked = await ask(at(document, 'Database'), others, { uri: documentUri });
      assert.deepEqual(await renamed(asked, documentUri, 'Storage'), {
        'CLAUDE.md': document.replace('**Database:**', '**Storage:**'),
        '.claude/agents/one.md': agent('one', after),
      });
    });
  }
  it('refuses a name with which a reference without quotes would be lost', async () => {
    for (const { form, before } of forms) {
      const others = { '.claude/agents/one.md': agent('one', before) };
      const asked = await ask(at(document, 'Database'), others, { uri: documentUri });
      const answer = await renamed(asked, documentUri, 'Where bytes rest');
      const quotes = form === 'an alias, CRLF' || form === 'a label with a number';
      if (quotes) assert.equal(typeof answer, 'object', form);
      else {
        assert.ok(typeof answer === 'string', form);
        assert.match(answer, /reference to “database” in the agent “one” would not lead/i);
      }
    }
  });
  it('leaves the agents of a project within alone that has the section itself, and takes the others along', async () => {
    const own = agent('own', 'Based on the **"Database"** section in `CLAUDE.md`:\n');
    const other = agent('other', 'Based on the **"Database"** section in `CLAUDE.md`:\n');
    const others = {
      ...agents,
      'one/CLAUDE.md': '# One\n\n- **Database:** MySQL\n',
      'one/.claude/agents/own.md': own,
      'two/CLAUDE.md': '# Two\n',
      'two/.claude/agents/other.md': other,
    };
    const asked = await ask(at(document, 'Database'), others, { uri: documentUri });
    assert.deepEqual(await renamed(asked, documentUri, 'Storage'), {
      ...expected,
      'two/.claude/agents/other.md': other.replace('Database', 'Storage'),
    });
  });
  it('refuses a name that another section has, and one that is none', async () => {
    const asked = await ask(at(document, 'Database'), agents, { uri: documentUri });
    const refusals = [
      ['Backend', /already/],
      ['a "b"', /cannot contain/],
      [' ', /needs a name/],
    ] as const;
    for (const [name, refusal] of refusals) {
      const answer = await renamed(asked, documentUri, name);
      assert.ok(typeof answer === 'string', name);
      assert.match(answer, refusal);
    }
  });
  it('is for sections that somebody reads', async () => {
    const asked = await ask(at(document, 'Notes'), agents, { uri: documentUri });
    assert.equal(await asked.service.help.renameTarget(documentUri, asked.at), undefined);
  });
});
