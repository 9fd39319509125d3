import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CompletionItem, TextEdit } from 'vscode-languageserver';
import { LineIndex } from '../../server/src/text/lineIndex.ts';
import { LspClient, TemporaryFolder } from '../support/lspClient.ts';

const start = '---\nname: a\ndescription: b\n';

describe('frontmatter completion over stdio', () => {
  let folder: TemporaryFolder;
  let client: LspClient;
  let version = 1;

  before(async () => {
    folder = new TemporaryFolder({
      '.git/HEAD': '',
      '.claude/agents/a.md': start,
      '.claude/skills/release/SKILL.md': '# Release\n',
      '.mcp.json': '{"mcpServers": {"tracker": {"command": "x"}}}',
      'CLAUDE.md': '# P\n\n- **Backend:** Node.js\n',
    });
    client = await LspClient.start(
      folder.uri(),
      {},
      {
        capabilities: {
          workspace: { workspaceFolders: true },
          textDocument: { completion: { completionItem: { snippetSupport: true } } },
        },
      },
    );
    await client.open(folder.uri('.claude/agents/a.md'), start);
  });
  after(async () => {
    await client.stop();
    folder.remove();
  });

  const complete = async (marked: string, key?: string): Promise<CompletionItem[] | null> => {
    const uri = folder.uri('.claude/agents/a.md');
    const offset = marked.indexOf('|');
    const text = marked.replace('|', '');
    await client.change(uri, ++version, text);
    return client.connection.sendRequest('textDocument/completion', {
      textDocument: { uri },
      position: new LineIndex(text).positionAt(offset),
      context: key === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter: key },
    });
  };
  const labels = (items: CompletionItem[] | null): string[] => (items ?? []).map(({ label }) => label);

  it('keys, as snippets', async () => {
    const items = await complete(`${start}|\n---\n`);
    const color = items!.find(({ label }) => label === 'color')!;
    assert.equal(
      (color.textEdit as TextEdit).newText,
      'color: ${1|red,blue,green,yellow,purple,orange,pink,cyan|}',
    );
    assert.equal(color.insertTextFormat, 2);
  });

  it('values, at the key that begins one', async () => {
    assert.deepEqual(labels(await complete(`${start}skills: |\n---\n`, ' ')), ['release']);
    assert.deepEqual(labels(await complete(`${start}mcpServers: [|\n---\n`, '[')), ['tracker']);
    assert.ok(labels(await complete(`${start}tools: Read,|\n---\n`, ',')).includes('mcp__tracker'));
    assert.ok(labels(await complete(`${start}tools: Agent(|\n---\n`, '(')).includes('Explore'));
  });

  it('an agent in an empty file', async () => {
    assert.deepEqual(labels(await complete('|')), ['New agent']);
  });

  it('nothing by itself in a text', async () => {
    for (const key of [' ', ',', '(', '[']) {
      assert.equal(await complete(`${start}---\nSome text${key}|\n`, key), null);
      assert.equal(await complete(`${start.slice(0, -1)} c${key}|\n---\n`, key), null);
    }
  });

  it('nothing in a project document at a parenthesis', async () => {
    const text = '# P\n\n- **Backend:** (\n';
    await client.open(folder.uri('CLAUDE.md'), text);
    const ask = (key: string): Promise<CompletionItem[] | null> =>
      client.connection.sendRequest('textDocument/completion', {
        textDocument: { uri: folder.uri('CLAUDE.md') },
        position: { line: 2, character: 16 },
        context: { triggerKind: 2, triggerCharacter: key },
      });
    assert.equal(await ask('('), null);
    assert.ok((await ask(' '))!.length > 0);
  });

  it('a skill that has come meanwhile', async () => {
    folder.write('.claude/skills/fresh/SKILL.md', '# Fresh\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uri('.claude/skills/fresh/SKILL.md'), type: 1 }],
    });
    assert.deepEqual(labels(await complete(`${start}skills: |\n---\n`)), ['fresh', 'release']);
  });
});
