// Completion as it comes while typing: in Markdown, where VS Code has quick suggestions off.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';
import { closeEditors, makeProject, untilReported, type TestProject } from '../support/projects.ts';
import { workbench, workbenchTest } from '../support/workbench.ts';

suite('Completion while typing', () => {
  const agent = [
    '---\nname: storage\ndescription: Keeps data.\n---\n',
    'Adaptation to the **"Database"** section in `CLAUDE.md`:\n',
    '- **PostgreSQL**: JSONB, partitioning',
    '- **Redis**: caching\n',
    'Adaptation to the **"Backend"** section in `CLAUDE.md`:\n',
    '- **.NET**: minimal APIs',
    '- **Node.js**: streams\n',
    'Adaptation to the **"Business domains"** section in `CLAUDE.md`:\n',
    '- **Fintech**: audit\n',
  ].join('\n');
  const document = '# Project\n\nWords.\n\n## 2. Domains and Goals\n\n## 3. Technologies\n\n';
  let project: TestProject;
  let editor: vscode.TextEditor;

  setup(async () => {
    await closeEditors();
    project = await makeProject(`typing-${Date.now()}`, {
      'CLAUDE.md': document,
      '.claude/agents/storage.md': agent,
    });
    await untilReported(project.file('CLAUDE.md'), 'project/missing-section');
    editor = await vscode.window.showTextDocument(project.file('CLAUDE.md'));
    await workbench.click('.editor-instance .view-lines');
    await workbench.press('Control+End');
  });
  teardown(async () => project.remove());

  const labels = async (timeout = 3000): Promise<string[]> =>
    (await workbench.suggestions(timeout)).map(({ label }) => label);
  const lastLine = (): string => editor.document.lineAt(editor.document.lineCount - 1).text;
  const untilTyped = async (end: string): Promise<void> => {
    await eventually(`text ending in ${end}`, () => editor.document.getText().endsWith(end));
  };

  workbenchTest('opens by itself at the start of a value, what agents know first', async () => {
    await workbench.type('- **Database:** ');
    assert.deepEqual((await labels()).slice(0, 2), ['PostgreSQL', 'Redis']);
    await workbench.screenshot('completion-technologies');
  });

  workbenchTest('filters, takes a chosen item, and opens again after a comma without it', async () => {
    await workbench.type('- **Database:** ');
    await labels();
    await workbench.type('postg');
    await eventually('PostgreSQL first', async () => (await labels(0))[0] === 'PostgreSQL');
    await workbench.press('Enter');
    await untilTyped('- **Database:** PostgreSQL');
    await workbench.type(', ');
    const offered = await labels();
    assert.equal(offered[0], 'Redis');
    assert.ok(!offered.includes('PostgreSQL'));
  });

  workbenchTest('opens for a word that is written over a placeholder', async () => {
    await workbench.type('- **Database:** TBD');
    await workbench.press('Escape');
    await workbench.press('Control+Shift+ArrowLeft');
    await workbench.type('r');
    assert.equal((await labels())[0], 'Redis');
  });

  workbenchTest('puts what was typed before what only begins with it', async () => {
    await workbench.type('- **Backend:** ');
    await labels();
    await workbench.type('go');
    await eventually('Go first', async () => (await labels(0))[0] === 'Go');
    await workbench.press('Escape');
    for (let i = 0; i < 2; i++) await workbench.press('Backspace');
    await workbench.type('py');
    await eventually('Python first', async () => (await labels(0))[0] === 'Python');
  });

  workbenchTest('does not take with Enter what nobody chose', async () => {
    await workbench.type('- **Database:** ');
    await labels();
    await workbench.press('Enter');
    await eventually('a new line', () => !editor.document.getText().endsWith(' '));
    assert.doesNotMatch(editor.document.getText(), /PostgreSQL|Redis/);
  });

  workbenchTest('takes marks and spaces into the word', async () => {
    await workbench.type('- **Backend:** ');
    await labels();
    await workbench.type('.net');
    await eventually('.NET first', async () => (await labels(0))[0] === '.NET');
    await workbench.press('Escape');
    for (let i = 0; i < 4; i++) await workbench.press('Backspace');
    await workbench.type('c#');
    await workbench.press('Control+Space');
    await eventually('C# first', async () => (await labels(0))[0] === 'C#');
    await workbench.press('Enter');
    await eventually('C# alone', () => lastLine() === '- **Backend:** C#');
  });

  workbenchTest('offers domains', async () => {
    await workbench.press('Control+Home');
    for (let line = 0; line < 5; line++) await workbench.press('ArrowDown');
    await workbench.type('\n- Business domains: ');
    assert.equal((await labels())[0], 'Fintech');
  });

  workbenchTest('stays closed in prose, behind a heading mark and behind a bullet', async () => {
    for (const text of ['Some words, and more ', '## ', '- ', 'Note: words', '- Owner: a']) {
      await workbench.type(text);
      await untilTyped(text);
      assert.deepEqual(await labels(700), [], `after "${text}"`);
      await workbench.press('Enter');
    }
  });
});
