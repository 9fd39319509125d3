/** Sections of the project document and the agents that read them: hovers, lenses, the ways between, renaming. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Location, MarkupContent, WorkspaceEdit } from 'vscode-languageserver-types';
import { LineIndex } from '../../../server/src/text/lineIndex.ts';
import { applyEdits } from '../../../server/src/text/textEdit.ts';
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
        `- [storage](${root}/.claude/agents/storage.md#L7) keeps PostgreSQL: partitioning, JSONB (it drops MySQL)`,
        '',
        `Nothing on it: [backend](${root}/.claude/agents/backend.md#L1)`,
      ].join('\n'),
    );
    assert.equal(
      await hover(at(document, 'NestJS'), documentUri),
      [
        '**NestJS** — builds on Node.js, TypeScript',
        '',
        `- [backend](${root}/.claude/agents/backend.md#L15) keeps Node.js: streams`,
      ].join('\n'),
    );
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
      .codeLenses(documentUri, 'preview')
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
  it('leads to the coverage', async () => {
    const { service } = await ask(`${document}|`, agents, { uri: documentUri });
    const [lens] = service.codeLenses(documentUri, 'preview', 'show');
    assert.equal(lens!.command!.command, 'show');
    assert.deepEqual(lens!.command!.arguments, [documentUri]);
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
    '.claude/agents/backend.md': backend.replace('"Database"', '"Storage"'),
    '.claude/agents/storage.md': storage.replace('"Database"', '"Storage"'),
  };

  it('renames it in the document and where agents quote it', async () => {
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
