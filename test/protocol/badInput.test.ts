import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { badTexts } from '../support/badTexts.ts';
import { LspClient, TemporaryFolder } from '../support/lspClient.ts';
import { adaptiveAgent, incompleteDocument } from '../support/sampleTexts.ts';

/** Bad input over stdio costs no other document its diagnostics, and nobody the server. */
describe('beside bad input', () => {
  let folder: TemporaryFolder;
  let client: LspClient;
  let version = 1;
  const isIncomplete = (): boolean =>
    client.codes(folder.uri('CLAUDE.md')).includes('2 project/missing-section');
  const agent = (): string => folder.uri('.claude/agents/good.md');

  before(async () => {
    folder = new TemporaryFolder({
      '.claude/agents/good.md': adaptiveAgent,
      'CLAUDE.md': incompleteDocument,
      'other/.claude/agents/x.md': adaptiveAgent,
    });
    client = await LspClient.start(folder.uri(), { clientCommands: true });
    await client.open(agent(), adaptiveAgent);
    await client.until('the findings of CLAUDE.md', isIncomplete);
  });

  after(async () => {
    await client.stop();
    folder.remove();
  });

  /** The good agent loses its fence and gets it back, and says so at once both times. */
  const assertStillAnswered = async (what: string): Promise<void> => {
    for (const [text, codes] of [
      [adaptiveAgent.slice('---\n'.length), 1],
      [adaptiveAgent, 0],
    ] as const) {
      version++;
      await client.change(agent(), version, text);
      await client.until(
        `an answer beside ${what}`,
        () => client.published.get(agent())?.version === version,
      );
      const errors = client.codes(agent()).filter((code) => code.startsWith('1 '));
      assert.equal(errors.length, codes, what);
    }
  };

  for (const [what, text] of Object.entries(badTexts)) {
    it(what, async () => {
      for (const name of ['.claude/agents/bad.md', 'other/CLAUDE.md']) {
        const uri = folder.uri(name);
        await client.open(uri, text);
        await assertStillAnswered(what);
        await client.connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version: 2 },
          contentChanges: [
            { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '-' },
          ],
        });
        await client.until(`diagnostics of ${what}`, () => client.published.get(uri)?.version === 2);
        await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      }
      await assertStillAnswered(what);
      assert.deepEqual(client.log, []);
    });
  }

  it('and after all of it', async () => {
    await client.until('the findings of CLAUDE.md', isIncomplete);
    assert.equal(client.process.exitCode, null);
  });
});
