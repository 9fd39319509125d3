import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import { LspClient, TemporaryFolder } from '../support/lspClient.ts';

const agent = '---\nname: a\ndescription: b\nmodel: fable\ntools: Grep\n---\nText\n';

describe('hover over stdio', () => {
  for (const [where, options, languageId, said] of [
    ['in any editor', {}, 'markdown', /^`fable` — /],
    ['in VS Code', { editorChecksAgents: true }, 'chatagent', /the warning is wrong/],
  ] as const) {
    describe(where, () => {
      let folder: TemporaryFolder;
      let client: LspClient;

      before(async () => {
        folder = new TemporaryFolder({ '.claude/agents/a.md': agent, 'CLAUDE.md': '# A\n' });
        client = await LspClient.start(folder.uri(), options);
        await client.open(folder.uri('.claude/agents/a.md'), agent, languageId);
        await client.open(folder.uri('CLAUDE.md'), '# A\n');
      });
      after(async () => {
        await client.stop();
        folder.remove();
      });

      const hover = (name: string, line: number, character: number): Promise<Hover | null> =>
        client.connection.sendRequest('textDocument/hover', {
          textDocument: { uri: folder.uri(name) },
          position: { line, character },
        });

      it('says what a value means', async () => {
        const found = await hover('.claude/agents/a.md', 3, 9);
        assert.match((found!.contents as MarkupContent).value, said);
        assert.deepEqual(found!.range, { start: { line: 3, character: 7 }, end: { line: 3, character: 12 } });
      });

      it('has nothing to say of a prompt or of CLAUDE.md', async () => {
        assert.equal(await hover('.claude/agents/a.md', 6, 1), null);
        assert.equal(await hover('CLAUDE.md', 0, 2), null);
      });
    });
  }

  it('is offered', async () => {
    const client = await LspClient.start(undefined);
    const { capabilities } = client.introduction;
    assert.equal(capabilities['hoverProvider'], true);
    await client.stop();
  });
});
