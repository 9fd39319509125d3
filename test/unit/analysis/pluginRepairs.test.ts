/** Repairs of a plugin's agents, which load whatever their fields say. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LanguageService } from '../../../server/src/languageService.ts';
import type { Finding, Fix } from '../../../server/src/rules/rule.ts';
import { applyEdits } from '../../../server/src/text/textEdit.ts';
import { MemoryFileSystem } from '../../support/memoryFileSystem.ts';

const root = 'file:///plugin';

async function findingsOf(name: string, text: string): Promise<readonly Finding[]> {
  const uri = `${root}/agents/${name}`;
  const service = new LanguageService({
    files: new MemoryFileSystem({ [uri]: text, [`${root}/.claude-plugin/plugin.json`]: '{ "name": "kit" }' }),
    homeUri: 'file:///home/somebody',
    onChanged: () => {},
    schedule: () => {},
    log: assert.fail,
  });
  service.model.setFolders([root]);
  await service.model.settled();
  return service.findings(uri);
}

async function firstFix(text: string): Promise<Fix | undefined> {
  return (await findingsOf('auditor.md', text))[0]?.fixes?.()[0];
}

test('one that leaves an agent without tools is not safe, though the agent has no name', async () => {
  assert.equal((await firstFix('---\ndescription: Audits\nTools: Raed\n---\nCheck.\n'))?.safe, false);
  assert.equal((await firstFix('---\ndescription: Audits\nTools: Read\n---\nCheck.\n'))?.safe, true);
});

test('hooks that would keep another agent from loading are no reason to offer less', async () => {
  const fix = await firstFix('---\ndescription: Audits\nTools: Read\nhooks: []\n---\nCheck.\n');
  assert.equal(fix?.title, 'Rename to “tools”');
});

test('fields that cannot be read are repaired as another agent’s', async () => {
  const fix = await firstFix('---\nname: auditor\ndescription: Audits.\n  Such as: this\n---\nCheck.\n');
  assert.equal(fix?.title, 'Turn the value into a block of text');
});

test('a name is not given to one that goes by its file’s, nor the fields’ fault left', async () => {
  const text = '---\ndescription: Audits.\n  Such as: this\n---\nCheck.\n';
  const fix = await firstFix(text);
  assert.equal(fix?.title, 'Turn the value into a block of text');
  assert.equal(
    applyEdits(text, fix.edits),
    '---\ndescription: |-\n  Audits.\n  Such as: this\n---\nCheck.\n',
  );
});

test('a document among the agents is said to be one of them', async () => {
  const found = async (name: string, text: string): Promise<readonly string[]> =>
    (await findingsOf(name, text)).map(({ rule, severity }) => `${severity} ${rule}`);
  const document = ['information agent/document-in-plugin'];
  assert.deepEqual(await found('README.md', '# Our agents\n\nThey review.\n'), document);
  assert.deepEqual(await found('notes.md', '---\ntitle: Notes\n---\nText.\n'), [
    ...document,
    'information agent/unknown-key',
  ]);
  assert.deepEqual(await found('auditor.md', '---\ndescription: Audits\n---\nCheck.\n'), []);
});
