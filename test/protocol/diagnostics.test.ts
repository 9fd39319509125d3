import assert from 'node:assert/strict';
import { unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { LspClient, TemporaryFolder } from '../support/lspClient.ts';
import { adaptiveAgent, incompleteDocument } from '../support/sampleTexts.ts';

describe('diagnostics over stdio', () => {
  let folder: TemporaryFolder | undefined;
  let client: LspClient | undefined;

  const start = async (
    files: Record<string, string>,
    options: unknown = {},
    more = {},
  ): Promise<LspClient> => {
    folder = new TemporaryFolder(files);
    client = await LspClient.start(folder.uri(), options, more);
    return client;
  };
  const uri = (name: string): string => folder!.uri(name);

  afterEach(async () => {
    await client?.stop();
    folder?.remove();
    client = undefined;
    folder = undefined;
  });

  it('are pushed for files nobody has opened', async () => {
    const lsp = await start({ '.claude/agents/a.md': adaptiveAgent, 'CLAUDE.md': incompleteDocument });
    await lsp.until('both findings', () => lsp.codes(uri('CLAUDE.md')).length === 2);
    assert.deepEqual(lsp.codes(uri('CLAUDE.md')), [
      '2 project/unfilled-section',
      '2 project/missing-section',
    ]);
    const [unfilled, missing] = lsp.published.get(uri('CLAUDE.md'))!.diagnostics;
    assert.match(JSON.stringify(missing), /Database.*storage-engineer/);
    assert.deepEqual(unfilled!.range, { start: { line: 4, character: 24 }, end: { line: 4, character: 60 } });
    const [place] = missing!.relatedInformation!;
    assert.equal(place!.location.uri, uri('.claude/agents/a.md'));
    assert.equal(place!.location.range.start.line, 7);
  });

  it('follow what is typed, in the document and in those that depend on it', async () => {
    const lsp = await start({ '.claude/agents/a.md': adaptiveAgent, 'CLAUDE.md': incompleteDocument });
    await lsp.until('the findings', () => lsp.codes(uri('CLAUDE.md')).length === 2);

    const filled = incompleteDocument.replace('[fill in, e.g., E-commerce, Fintech]', 'Fintech');
    await lsp.open(uri('CLAUDE.md'), incompleteDocument);
    await lsp.change(uri('CLAUDE.md'), 2, filled);
    await lsp.until('version 2', () => lsp.published.get(uri('CLAUDE.md'))?.version === 2);
    assert.deepEqual(lsp.codes(uri('CLAUDE.md')), ['2 project/missing-section']);

    await lsp.open(uri('.claude/agents/a.md'), adaptiveAgent);
    await lsp.change(
      uri('.claude/agents/a.md'),
      2,
      adaptiveAgent.replace('Based on the **"Database"** section in `CLAUDE.md`:', 'Databases:'),
    );
    await lsp.until('CLAUDE.md to follow', () => lsp.codes(uri('CLAUDE.md')).length === 0);
  });

  it('are taken back when a file is deleted', async () => {
    const lsp = await start({ '.claude/agents/a.md': 'description: x\n', 'CLAUDE.md': '# A\n' });
    await lsp.until('the error', () => lsp.codes(uri('.claude/agents/a.md')).includes('1 agent/skipped'));
    unlinkSync(join(folder!.path, '.claude/agents/a.md'));
    await lsp.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri('.claude/agents/a.md'), type: 3 }],
    });
    await lsp.until('none', () => lsp.codes(uri('.claude/agents/a.md')).length === 0);
  });

  it('come and go with a file created and changed outside the editor', async () => {
    const lsp = await start({ '.claude/agents/a.md': adaptiveAgent });
    await lsp.until('no document', () =>
      lsp.codes(uri('.claude/agents/a.md')).includes('2 project/no-document'),
    );
    folder!.write('CLAUDE.md', incompleteDocument);
    await lsp.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri('CLAUDE.md'), type: 1 }],
    });
    await lsp.until('the agent is clean', () => lsp.codes(uri('.claude/agents/a.md')).length === 0);
    await lsp.until('CLAUDE.md is not', () => lsp.codes(uri('CLAUDE.md')).length === 2);
  });

  it('come with a project that is made while the server runs', async () => {
    const lsp = await start({ 'README.md': '# A\n' });
    folder!.write('app/.claude/agents/a.md', adaptiveAgent);
    await lsp.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri('app/.claude/agents/a.md'), type: 1 }],
    });
    await lsp.until('no document', () =>
      lsp.codes(uri('app/.claude/agents/a.md')).includes('2 project/no-document'),
    );
  });

  it('come with a folder that arrives as one event', async () => {
    const lsp = await start({ 'README.md': '# A\n' });
    folder!.write('app/.claude/agents/a.md', adaptiveAgent);
    folder!.write('app/CLAUDE.md', incompleteDocument);
    await lsp.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri('app'), type: 1 }],
    });
    await lsp.until('the findings', () => lsp.codes(uri('app/CLAUDE.md')).length === 2);
  });

  it('follow the unsaved text of what CLAUDE.md imports', async () => {
    const lsp = await start({
      '.claude/agents/a.md': adaptiveAgent,
      'CLAUDE.md': `${incompleteDocument}\n@docs/stack.md\n`,
      'docs/stack.md': '# Stack\n',
    });
    await lsp.until('the findings', () => lsp.codes(uri('CLAUDE.md')).length === 2);
    const patterns = (method: string): string[] =>
      lsp.registrations
        .filter((registration) => registration.method === `textDocument/${method}`)
        .flatMap(({ registerOptions }) => registerOptions?.documentSelector ?? [])
        .map(({ pattern }) => pattern);
    await lsp.until('registrations', () => patterns('didClose').length === 1);
    assert.deepEqual(patterns('didChange'), [join(folder!.path, 'docs/stack.md')]);
    await lsp.open(uri('docs/stack.md'), '# Stack\n');
    await lsp.change(uri('docs/stack.md'), 2, '# Stack\n\n- **Database:** PostgreSQL\n');
    await lsp.until('one finding', () => lsp.codes(uri('CLAUDE.md')).length === 1);
    await lsp.open(uri('CLAUDE.md'), incompleteDocument);
    await lsp.until('none imported', () => patterns('didChange').length === 0);
  });

  it('are pulled, and never pushed, where the client asks for that', async () => {
    const lsp = await start(
      { '.claude/agents/a.md': adaptiveAgent, 'CLAUDE.md': incompleteDocument },
      { diagnostics: 'pull' },
    );
    assert.deepEqual(lsp.introduction.capabilities['diagnosticProvider'], {
      interFileDependencies: true,
      workspaceDiagnostics: false,
    });
    await lsp.open(uri('CLAUDE.md'), incompleteDocument);
    const report = await lsp.connection.sendRequest<{ items: unknown[] }>('textDocument/diagnostic', {
      textDocument: { uri: uri('CLAUDE.md') },
    });
    assert.equal(report.items.length, 2);
    assert.equal(lsp.published.size, 0);
    assert.ok(lsp.refreshes > 0);
  });

  it('of a nested CLAUDE.md say nothing of completeness', async () => {
    const lsp = await start({
      '.claude/agents/a.md': adaptiveAgent,
      'CLAUDE.md': incompleteDocument,
      'service/CLAUDE.md': '# Service\n',
    });
    await lsp.open(uri('service/CLAUDE.md'), '# Service\n');
    await lsp.until('the findings', () => lsp.codes(uri('CLAUDE.md')).length === 2);
    assert.deepEqual(lsp.codes(uri('service/CLAUDE.md')), []);
  });

  it('require the template where it is chosen', async () => {
    const lsp = await start({ 'CLAUDE.md': '# A\n' }, {}, { settings: { template: 'adaptive' } });
    await lsp.until('the sections', () => lsp.codes(uri('CLAUDE.md')).length > 3);
    assert.ok(lsp.codes(uri('CLAUDE.md')).every((code) => code === '3 project/missing-section'));
  });

  it('survive a document that is no text at all', async () => {
    const lsp = await start({ '.claude/agents/a.md': adaptiveAgent, 'CLAUDE.md': incompleteDocument });
    await lsp.until('the findings', () => lsp.codes(uri('CLAUDE.md')).length === 2);
    for (const [version, text] of [
      '\u0000\u0001',
      '\ud800',
      '---\n',
      '---js\n{}\n---\n',
      '\r\r\r',
    ].entries()) {
      await lsp.open(uri('.claude/agents/b.md'), '');
      await lsp.change(uri('.claude/agents/b.md'), version + 2, text);
      await lsp.until(
        'an answer',
        () => lsp.published.get(uri('.claude/agents/b.md'))?.version === version + 2,
      );
    }
    assert.equal(lsp.codes(uri('CLAUDE.md')).length, 2);
    assert.deepEqual(lsp.log, []);
  });
});
