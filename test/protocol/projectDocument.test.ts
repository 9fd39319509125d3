import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CodeLens, Hover, Location, WorkspaceEdit } from 'vscode-languageserver';
import { LspClient, TemporaryFolder } from '../support/lspClient.ts';
import { adaptiveAgent } from '../support/sampleTexts.ts';

const document = '# Ledger\n\n## 3. Technologies\n\n- **Database:** PostgreSQL 16\n';
const agentPath = '.claude/agents/storage.md';

describe('the project document over stdio', () => {
  let folder: TemporaryFolder;
  let client: LspClient;

  before(async () => {
    folder = new TemporaryFolder({ [agentPath]: adaptiveAgent, 'CLAUDE.md': document });
    client = await LspClient.start(folder.uri(), { clientCommands: true });
    await client.open(folder.uri('CLAUDE.md'), document);
    await client.until('the finding', () => client.codes(folder.uri('CLAUDE.md')).length > 0);
  });
  after(async () => {
    await client.stop();
    folder.remove();
  });

  const at = (name: string, line: number, character: number): object => ({
    textDocument: { uri: folder.uri(name) },
    position: { line, character },
  });

  it('hovers over sections and values', async () => {
    const section = await client.connection.sendRequest<Hover>('textDocument/hover', at('CLAUDE.md', 4, 6));
    assert.match(JSON.stringify(section), /read by one agent.*storage-engineer.*PostgreSQL, Redis, MongoDB/);
    const value = await client.connection.sendRequest<Hover>('textDocument/hover', at('CLAUDE.md', 4, 20));
    assert.match(
      JSON.stringify(value),
      /keeps PostgreSQL in .* \(partitioning, JSONB\); without it its “Database” block would stay whole/,
    );
  });

  it('shows who reads what', async () => {
    const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: folder.uri('CLAUDE.md') },
    });
    assert.deepEqual(
      lenses.map(({ range, command }) => `${range.start.line} ${command?.title}`),
      ['2 Read by storage-engineer'],
    );
  });

  it('goes from the reference to the section and back', async () => {
    const there = await client.connection.sendRequest<Location>(
      'textDocument/definition',
      at(agentPath, 7, 20),
    );
    assert.deepEqual([there.uri, there.range.start], [folder.uri('CLAUDE.md'), { line: 4, character: 4 }]);
    const back = await client.connection.sendRequest<Location[]>('textDocument/references', {
      ...at('CLAUDE.md', 4, 6),
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      back.map(({ uri, range }) => [uri, range.start.line]),
      [[folder.uri(agentPath), 7]],
    );
  });

  it('renames a section with the agents that quote it', async () => {
    const edit = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      ...at('CLAUDE.md', 4, 6),
      newName: 'Storage',
    });
    const files = edit.documentChanges ?? Object.keys(edit.changes ?? {});
    assert.equal(files.length, 2);
    await assert.rejects(
      client.connection.sendRequest('textDocument/rename', { ...at('CLAUDE.md', 4, 6), newName: 'a:b' }),
      /cannot contain/,
    );
  });
});
