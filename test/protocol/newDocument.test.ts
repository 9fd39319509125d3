/** The text of a CLAUDE.md to be created, for the agents that the user chose. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NewDocumentResult } from '../../server/src/server/protocol.ts';
import { LspClient, TemporaryFolder } from '../support/lspClient.ts';

const agent = (name: string, label: string): string =>
  `---\nname: ${name}\ndescription: Works. Use when it is needed.\n---\nRead the **"${label}"** section in \`CLAUDE.md\`.\n`;

const manifest = '{ "name": "shop", "dependencies": { "react": "19", "pg": "8" } }\n';

describe('a new CLAUDE.md', () => {
  const inFolder = async (
    files: Readonly<Record<string, string>>,
    ask: (
      request: (agents?: readonly string[]) => Promise<NewDocumentResult | null>,
      folder: TemporaryFolder,
    ) => Promise<void>,
  ): Promise<void> => {
    const folder = new TemporaryFolder(files);
    const client = await LspClient.start(folder.uri(), {});
    try {
      const request = (agents?: readonly string[]): Promise<NewDocumentResult | null> =>
        client.connection.sendRequest('agentTailor/newDocument', {
          uri: folder.uri(),
          ...(agents === undefined ? {} : { agents }),
        });
      await ask(request, folder);
    } finally {
      await client.stop();
      folder.remove();
    }
  };

  it('has what all agents read, or what the chosen ones do', () =>
    inFolder(
      {
        '.claude/agents/storage.md': agent('storage', 'Database'),
        '.claude/agents/screens.md': agent('screens', 'Frontend'),
        'package.json': manifest,
      },
      async (request, folder) => {
        const all = await request();
        assert.deepEqual(
          all?.readers.map(({ name, labels }) => [name, ...labels]),
          [
            ['screens', 'Frontend – technologies and tools'],
            ['storage', 'Database'],
          ],
        );
        assert.match(all.text ?? '', /Frontend.*React[^]*Database:\*\* PostgreSQL/);
        const chosen = await request([folder.uri('.claude/agents/storage.md')]);
        assert.equal(chosen?.text, '# CLAUDE.md\n\n## Technologies\n\n- **Database:** PostgreSQL\n');
      },
    ));

  it('is the template’s where no agent reads a section, and imports an AGENTS.md', () =>
    inFolder({ 'AGENTS.md': '# Rules\n', 'package.json': manifest }, async (request) => {
      const made = await request();
      assert.deepEqual(made?.readers, []);
      assert.match(made.text ?? '', /^# CLAUDE\.md\n\n@AGENTS\.md\n/);
      assert.match(made.text ?? '', /project_name\*\*: shop[^]*Business domains[^]*Database:\*\* PostgreSQL/);
    }));

  it('is none where there is one', () =>
    inFolder(
      { 'CLAUDE.md': '# Shop\n', '.claude/agents/storage.md': agent('storage', 'Database') },
      async (request, folder) => {
        const made = await request();
        assert.equal(made?.text, undefined);
        assert.equal(made?.documentUri, folder.uri('CLAUDE.md'));
        assert.deepEqual(made.labels, ['Database']);
      },
    ));
});
