/** Exports, updates and the documents that show them and the coverage, as a client asks for them. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  type ExportResult,
  type UpdatedExport,
  type UpdateExportObstacle,
  type View,
  viewUri,
} from '../../server/src/server/protocol.ts';
import { LspClient, TemporaryFolder } from '../support/lspClient.ts';
import { adaptiveAgent, incompleteDocument } from '../support/sampleTexts.ts';

const source = '.claude/agents/storage.md';
const copy = '.claude/agents/storage-shop.md';
const declared = incompleteDocument.replace('NestJS\n', 'NestJS\n- **Database:** PostgreSQL\n');

describe('exports over stdio', () => {
  let folder: TemporaryFolder;
  let client: LspClient;

  before(async () => {
    folder = new TemporaryFolder({ [source]: adaptiveAgent, 'CLAUDE.md': declared });
    client = await LspClient.start(folder.uri(), { clientCommands: true });
  });
  after(async () => {
    await client.stop();
    folder.remove();
  });

  const content = async (view: View): Promise<string> => {
    const uri = viewUri(view, 'a title / with a slash');
    return (await client.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', { uri }))
      .text;
  };
  const update = (uri: string): Promise<Partial<UpdatedExport & UpdateExportObstacle>> =>
    client.connection.sendRequest('agentTailor/updateExport', { uri });

  it('answers what would be written, also as a document', async () => {
    const params = { uri: folder.uri(source), targetUri: folder.uri(copy), name: 'storage-shop' };
    const exported = await client.connection.sendRequest<ExportResult>('agentTailor/export', params);
    assert.ok(exported.noted && exported.tokens.after < exported.tokens.before);
    assert.match(exported.text, /from=storage\.md name=storage-shop /);
    assert.equal(await content({ kind: 'export', ...params }), exported.text);
    assert.equal(
      await client.connection.sendRequest('agentTailor/export', { ...params, uri: folder.uri('absent.md') }),
      null,
    );
  });

  it('updates an exported agent, and shows what that would make of it', async () => {
    const params = { uri: folder.uri(source), targetUri: folder.uri(copy) };
    const { text } = await client.connection.sendRequest<ExportResult>('agentTailor/export', params);
    assert.deepEqual(await update(folder.uri(copy)), { obstacle: 'not-exported' });
    await client.open(folder.uri(copy), text);
    await client.open(folder.uri('CLAUDE.md'), declared);
    assert.equal((await update(folder.uri(copy))).isChange, false);
    await client.change(folder.uri('CLAUDE.md'), 2, declared.replace('PostgreSQL', 'PostgreSQL, Redis'));
    await client.until('the hint', () => client.codes(folder.uri(copy)).includes('4 agent/outdated-export'));
    const updated = await update(folder.uri(copy));
    assert.deepEqual([updated.conflicts, updated.isChange, updated.sourceName], [0, true, 'storage.md']);
    assert.match(updated.text ?? '', /\*\*Redis\*\*/);
    assert.equal(await content({ kind: 'update', uri: folder.uri(copy) }), updated.text);
  });

  it('says what stands in the way of an update', async () => {
    const stray = folder.uri('.claude/agents/stray.md');
    const note = '# agent-tailor-export from=gone.md source=a project=b lines=_';
    await client.open(stray, `---\n${note}\nname: stray\ndescription: D\n---\n`);
    await client.until('the hint', () => client.codes(stray).includes('4 agent/export-without-source'));
    assert.deepEqual(await update(stray), {
      obstacle: 'no-source',
      sourceName: 'gone.md',
      candidates: 0,
    });
  });

  it('shows the coverage, and says when it has changed', async () => {
    const view: View = { kind: 'coverage', projectUri: folder.uri() };
    assert.match(
      await content(view),
      /\n1\. ○ \*\*\[Business domains\]\(\/CLAUDE\.md#2-domains-and-goals\)\*\*/,
    );
    const before = client.contentRefreshes.length;
    await client.change(folder.uri('CLAUDE.md'), 3, declared.replace(/\[fill in.*\]/, 'fintech'));
    await client.until('a refresh', () => client.contentRefreshes.length > before);
    assert.doesNotMatch(await content(view), /○ \*\*/);
  });

  it('answers nothing to what is no view', async () => {
    for (const uri of [
      'agent-tailor-view:/x.md',
      'agent-tailor-view:/x.md?%7B',
      'agent-tailor-view:/x.md?null',
    ]) {
      const { text } = await client.connection.sendRequest<{ text: string }>(
        'workspace/textDocumentContent',
        {
          uri,
        },
      );
      assert.equal(text, '');
    }
    assert.equal(await content({ kind: 'coverage', projectUri: 'file:///absent' }), '');
  });
});
