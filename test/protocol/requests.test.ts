import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type {
  CodeAction,
  CompletionItem,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver';
import type { MissingSectionsResult, ProjectInfo } from '../../server/src/server/protocol.ts';
import { profileUri } from '../../server/src/server/protocol.ts';
import { LineIndex } from '../../server/src/text/lineIndex.ts';
import { applyEdits } from '../../server/src/text/textEdit.ts';
import { LspClient, TemporaryFolder } from '../support/lspClient.ts';
import { adaptiveAgent, incompleteDocument } from '../support/sampleTexts.ts';

describe('requests over stdio', () => {
  let folder: TemporaryFolder;
  let client: LspClient;
  let version = 1;

  before(async () => {
    folder = new TemporaryFolder({ '.claude/agents/a.md': adaptiveAgent, 'CLAUDE.md': incompleteDocument });
    client = await LspClient.start(folder.uri(), { clientCommands: true });
    await client.until('start', () => client.codes(folder.uri('CLAUDE.md')).length === 2);
    await client.open(folder.uri('CLAUDE.md'), incompleteDocument);
    await client.open(folder.uri('.claude/agents/a.md'), adaptiveAgent);
  });
  after(async () => {
    await client.stop();
    folder.remove();
  });

  /** Puts `marked` (with `|` for the cursor) into a document and asks for completion there. */
  const complete = async (
    name: string,
    marked: string,
    byKey?: ' ' | ',',
  ): Promise<CompletionItem[] | null> => {
    const offset = marked.indexOf('|');
    const text = marked.slice(0, offset) + marked.slice(offset + 1);
    await client.change(folder.uri(name), ++version, text);
    return client.connection.sendRequest('textDocument/completion', {
      textDocument: { uri: folder.uri(name) },
      position: new LineIndex(text).positionAt(offset),
      context: byKey === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter: byKey },
    });
  };
  const labelsOf = (items: CompletionItem[] | null): string[] =>
    (items ?? []).toSorted((a, b) => (a.sortText! < b.sortText! ? -1 : 1)).map(({ label }) => label);
  const lineOf = (label: string): string =>
    incompleteDocument.replace('- **Backend', `- **${label}|\n- **Backend`);

  it('complete technologies, what an agent knows first', async () => {
    const items = await complete('CLAUDE.md', lineOf('Database:** '), ' ');
    assert.deepEqual(labelsOf(items).slice(0, 3), ['MongoDB', 'PostgreSQL', 'Redis']);
    const postgres = items!.find(({ label }) => label === 'PostgreSQL')!;
    assert.match(JSON.stringify(postgres.documentation), /storage-engineer.*partitioning, JSONB/);
    assert.ok(labelsOf(items).includes('MySQL'), 'then the catalogue');
  });

  it('complete after a comma, without what is there', async () => {
    const items = await complete('CLAUDE.md', lineOf('Database:** PostgreSQL,'), ',');
    assert.ok(!labelsOf(items).includes('PostgreSQL'));
    const redis = items!.find(({ label }) => label === 'Redis')!;
    assert.equal((redis.textEdit as TextEdit).newText, ' Redis');
  });

  it('take marks and spaces into the word', async () => {
    const items = await complete('CLAUDE.md', lineOf('Backend – technologies and tools:** Go, asp.net c'));
    const asp = items!.find(({ label }) => label === 'ASP.NET Core')!;
    const { range } = asp.textEdit as TextEdit;
    assert.equal(range.end.character - range.start.character, 'asp.net c'.length);
  });

  it('complete in place of a placeholder, its examples included', async () => {
    const items = await complete('CLAUDE.md', lineOf('Database:** [fill in, e.g., PostgreSQL, Redis]'));
    assert.deepEqual(labelsOf(items).slice(0, 3), ['MongoDB', 'PostgreSQL', 'Redis']);
    const { range } = items![0]!.textEdit as TextEdit;
    assert.equal(range.end.character - range.start.character, '[fill in, e.g., PostgreSQL, Redis]'.length);
  });

  it('complete domains', async () => {
    const items = await complete(
      'CLAUDE.md',
      incompleteDocument.replace('[fill in, e.g., E-commerce, Fintech]', '|'),
      ' ',
    );
    assert.deepEqual(labelsOf(items).slice(0, 2), ['Fintech', 'Healthcare']);
  });

  for (const [what, marked] of [
    ['in prose', incompleteDocument.replace('# Ledger\n', '# Ledger\n\nThis is |\n')],
    ['after a heading mark', incompleteDocument.replace('## 3. Technologies', '## |')],
    ['after a bullet', incompleteDocument.replace('- **Backend', '- |\n- **Backend')],
    ['in a value of several words', incompleteDocument.replace('NestJS', 'our own |')],
    ['behind free text', incompleteDocument.replace('200 ms', '200 ms, |')],
  ] as const) {
    it(`do not complete by themselves ${what}`, async () => {
      assert.deepEqual(labelsOf(await complete('CLAUDE.md', marked, ' ')), []);
    });
  }

  it('complete labels and headings when asked', async () => {
    const labels = await complete(
      'CLAUDE.md',
      incompleteDocument.replace('- **Backend', '- **|\n- **Backend'),
    );
    assert.equal(labelsOf(labels)[0], 'Database');
    const titles = await complete('CLAUDE.md', `${incompleteDocument}\n## |`);
    assert.ok(labelsOf(titles).includes('Integrations and Dependencies'));
    assert.ok(!labelsOf(titles).includes('Technologies'), 'that one is there');
  });

  it('complete the label of a reference in an agent', async () => {
    const items = await complete(
      '.claude/agents/a.md',
      adaptiveAgent.replace('**"Database"**', '**"Data|"**'),
    );
    assert.ok(labelsOf(items).includes('Database'));
    await client.change(folder.uri('.claude/agents/a.md'), ++version, adaptiveAgent);
  });

  it('offer to add one section and all, as snippets', async () => {
    const text = incompleteDocument;
    await client.change(folder.uri('CLAUDE.md'), ++version, text);
    const askForAdding = async (): Promise<CodeAction | undefined> => {
      const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: folder.uri('CLAUDE.md') },
        range: { start: { line: 6, character: 3 }, end: { line: 6, character: 3 } },
        context: { diagnostics: [] },
      });
      return actions.find(({ title }) => title === 'Add "Database"');
    };
    // What the agent reads was just changed and changed back: that follows a moment later.
    let add = await askForAdding();
    for (let tries = 0; add === undefined && tries < 20; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      add = await askForAdding();
    }
    const [change] = add!.edit!.documentChanges as TextDocumentEdit[];
    const [edit] = change!.edits as SnippetTextEdit[];
    assert.match(edit!.snippet.value, /- \*\*Database:\*\* \$\{1:\[.*\]\}/);
  });

  it('answer with the edit that adds all missing sections', async () => {
    const text = incompleteDocument;
    await client.change(folder.uri('CLAUDE.md'), ++version, text);
    const result = await client.connection.sendRequest<MissingSectionsResult>('agentTailor/missingSections', {
      uri: folder.uri('CLAUDE.md'),
    });
    assert.deepEqual(result.labels, ['Database']);
    const lines = new LineIndex(text);
    const edits = result.edits.map(({ range, newText }) => ({ span: lines.spanOf(range), newText }));
    assert.equal(
      applyEdits(text, edits).replace(/\[.*PostgreSQL.*\]/, '[…]'),
      text.replace('NestJS\n', 'NestJS\n- **Database:** […]\n'),
    );
  });

  it('list the projects with their agents', async () => {
    const [project] = await client.connection.sendRequest<ProjectInfo[]>('agentTailor/projects');
    assert.deepEqual(await client.connection.sendRequest('agentTailor/projects', {}), [project]);
    assert.equal(project!.uri, folder.uri());
    assert.equal(project!.documentUri, folder.uri('CLAUDE.md'));
    assert.deepEqual(
      project!.agents.map(({ name, loads, requirements }) => ({ name, loads, requirements })),
      [{ name: 'storage-engineer', loads: true, requirements: ['Database', 'Business domains'] }],
    );
  });

  it('serve the adapted profile and follow edits with one refresh at a time', async () => {
    const uri = profileUri(folder.uri('.claude/agents/a.md'));
    const text = async (): Promise<string> =>
      (await client.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', { uri })).text;
    await client.change(folder.uri('CLAUDE.md'), ++version, incompleteDocument);
    assert.match(await text(), /\*\*MongoDB\*\*/);

    const before = client.contentRefreshes.length;
    const declared = incompleteDocument.replace('NestJS\n', 'NestJS\n- **Database:** PostgreSQL\n');
    await client.change(folder.uri('CLAUDE.md'), ++version, declared);
    await client.change(folder.uri('CLAUDE.md'), ++version, `${declared}\n`);
    await client.until('a refresh', () => client.contentRefreshes.length > before);
    const adapted = await text();
    assert.match(adapted, /\*\*PostgreSQL\*\*/);
    assert.doesNotMatch(adapted, /\*\*MongoDB\*\*/);
    assert.equal(client.contentRefreshes.length, before + 1);
    assert.equal(client.contentRefreshes.at(-1), uri);
  });
});
