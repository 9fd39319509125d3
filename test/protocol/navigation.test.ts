import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Location, SymbolInformation, WorkspaceEdit } from 'vscode-languageserver';
import { LspClient, TemporaryFolder } from '../support/lspClient.ts';

const lead =
  '---\nname: lead\ndescription: b\ntools: Agent(reviewer)\nskills: release\n---\nAsk `reviewer`.\n';

describe('navigation over stdio', () => {
  let folder: TemporaryFolder;
  let client: LspClient;

  before(async () => {
    folder = new TemporaryFolder({
      '.git/HEAD': '',
      '.claude/agents/lead.md': lead,
      '.claude/agents/my reviewer.md': '---\nname: reviewer\ndescription: b\n---\n',
      '.claude/skills/release/SKILL.md': '---\nname: release\nagent: reviewer\n---\n',
    });
    client = await LspClient.start(folder.uri());
    await client.open(folder.uri('.claude/agents/lead.md'), lead);
  });
  after(async () => {
    await client.stop();
    folder.remove();
  });

  const at = (line: number, character: number): object => ({
    textDocument: { uri: folder.uri('.claude/agents/lead.md') },
    position: { line, character },
  });
  const reviewerUri = (): string => folder.uri('.claude/agents/my reviewer.md');

  it('go to definitions, at once after the start', async () => {
    const found = await client.connection.sendRequest<Location>('textDocument/definition', at(3, 15));
    assert.deepEqual(found, {
      uri: reviewerUri(),
      range: { start: { line: 1, character: 6 }, end: { line: 1, character: 14 } },
    });
    const skill = await client.connection.sendRequest<Location>('textDocument/definition', at(4, 10));
    assert.equal(skill.uri, folder.uri('.claude/skills/release/SKILL.md'));
    assert.equal(await client.connection.sendRequest('textDocument/definition', at(2, 1)), null);
  });

  it('find references', async () => {
    const found = await client.connection.sendRequest<Location[]>('textDocument/references', {
      ...at(3, 15),
      context: { includeDeclaration: true },
    });
    assert.equal(found.length, 4);
  });

  it('rename everywhere', async () => {
    const target = await client.connection.sendRequest<object>('textDocument/prepareRename', at(6, 8));
    assert.deepEqual(target, {
      range: { start: { line: 6, character: 5 }, end: { line: 6, character: 13 } },
      placeholder: 'reviewer',
    });
    const edit = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      ...at(6, 8),
      newName: 'critic',
    });
    const changes = edit.documentChanges as {
      textDocument: { uri: string; version: number | null };
      edits: object[];
    }[];
    assert.deepEqual(
      changes.map(({ textDocument, edits }) => [textDocument.uri, textDocument.version, edits.length]),
      [
        [folder.uri('.claude/agents/lead.md'), 1, 2],
        [reviewerUri(), null, 1],
        [folder.uri('.claude/skills/release/SKILL.md'), null, 1],
      ],
    );
  });

  it('refuse a name with a message', async () => {
    const refused = client.connection.sendRequest('textDocument/rename', { ...at(6, 8), newName: '-x' });
    await assert.rejects(refused, /cannot begin with “-”/);
    assert.equal(await client.connection.sendRequest('textDocument/prepareRename', at(2, 1)), null);
    assert.deepEqual(client.log, []);
  });

  it('list agents as symbols', async () => {
    const found = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', {
      query: 'rev',
    });
    assert.deepEqual(
      found.map(({ name }) => name),
      ['reviewer'],
    );
  });

  it('stop when they are cancelled', async () => {
    const { CancellationTokenSource } = await import('vscode-jsonrpc');
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest('workspace/symbol', { query: '' }, source.token);
    source.cancel();
    await Promise.allSettled([asked]);
    const found = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: '' });
    assert.equal(found.length, 2);
  });
});
