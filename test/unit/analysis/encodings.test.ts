/** Agents in files that are not UTF-8: closed, open in an editor that decodes them its own way, and saved again. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { URI } from 'vscode-uri';
import { nodeFileSystem } from '../../../server/src/cli/nodeFileSystem.ts';
import { LanguageService } from '../../../server/src/languageService.ts';
import { LineIndex } from '../../../server/src/text/lineIndex.ts';

const agent = '---\nname: café\ndescription: Reviews the naïve\n---\nReview.\n';

describe('an agent in a file that is not UTF-8', () => {
  let folder = '';
  let service: LanguageService;
  const path = (): string => join(folder, '.claude', 'agents', 'a.md');
  const uri = (): string => URI.file(path()).toString();
  const found = (): string[] => service.findings(uri()).map(({ rule, severity }) => `${severity} ${rule}`);

  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'agent-tailor-')));
    await mkdir(join(folder, '.claude', 'agents'), { recursive: true });
  });
  after(() => rm(folder, { recursive: true }));
  beforeEach(() => {
    service = new LanguageService({
      files: nodeFileSystem,
      onChanged: () => {},
      schedule: () => {},
      log: (message) => assert.fail(message),
    });
  });

  const start = async (bytes: Buffer): Promise<void> => {
    await writeFile(path(), bytes);
    service.model.setFolders([URI.file(folder).toString()]);
    await service.model.settled();
  };

  for (const [title, bytes, expected] of [
    ['UTF-8', Buffer.from(agent), []],
    ['UTF-8 with characters that were lost before', Buffer.from(agent.replace('é', '\uFFFD')), []],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${agent}`, 'utf16le'), ['error agent/encoding']],
    ['UTF-16 without one', Buffer.from(agent, 'utf16le'), ['error agent/encoding']],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${agent}`, 'utf16le').swap16(), ['error agent/encoding']],
    ['UTF-16, but documentation', Buffer.from('\uFEFF# Agents\n', 'utf16le'), []],
    ['Windows-1252', Buffer.from(agent, 'latin1'), ['warning agent/encoding']],
    ['Windows-1252, but documentation', Buffer.from('# Café\n', 'latin1'), []],
  ] as const) {
    it(`closed, ${title}`, async () => {
      await start(bytes);
      assert.deepEqual(found(), expected);
    });
  }

  it('open, as the editor shows it, until it is saved as UTF-8', async () => {
    await start(Buffer.from(`\uFEFF${agent}`, 'utf16le'));
    service.model.open(uri(), agent, 1, new LineIndex(agent));
    await service.model.settled();
    assert.deepEqual(found(), ['error agent/encoding']);
    const typed = `${agent}More.\n`;
    service.model.edit(uri(), typed, 2, new LineIndex(typed));
    assert.deepEqual(found(), ['error agent/encoding']);
    await writeFile(path(), typed);
    service.model.fileChanged(uri());
    await service.model.settled();
    assert.deepEqual(found(), []);
  });

  it('is said at the first character that is lost', async () => {
    await start(Buffer.from(agent, 'latin1'));
    const [finding] = service.findings(uri());
    const { text } = service.model.agent(uri())!;
    assert.equal(text.slice(finding!.span.start, finding!.span.end), '\uFFFD');
    assert.match(finding!.message, /reads 2 of its characters/);
  });
});
