// Add Missing CLAUDE.md Sections and Create CLAUDE.md: what is inserted where, and what is never overwritten.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';
import { notifications, pickRows } from '../support/pick.ts';
import { closeEditors, makeProject, onDisk, untilReported, type TestProject } from '../support/projects.ts';
import { workbench, workbenchTest } from '../support/workbench.ts';

suite('Missing sections', () => {
  const agentPath = '.claude/agents/storage.md';
  const agent = [
    '---\nname: storage\ndescription: Keeps data.\n---\n',
    'Adaptation to the **"Database"** section in `CLAUDE.md`:\n',
    '- **PostgreSQL**: JSONB\n',
    'Adaptation to the **"Business domains"** section in `CLAUDE.md`:\n',
    '- **Fintech**: audit\n',
  ].join('\n');
  const lacking = '# Project\n\n## 3. Technologies\n\n- **Backend:** Node.js\n';
  let project: TestProject;

  setup(closeEditors);
  teardown(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await project.remove();
  });

  test('are added to the shown document, with the cursor where the first value goes', async () => {
    project = await makeProject('missing-added', { 'CLAUDE.md': lacking, [agentPath]: agent });
    const file = project.file('CLAUDE.md');
    await untilReported(file, 'project/missing-section');
    await vscode.commands.executeCommand('agentTailor.addMissingSections', file);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), file.toString());
    const text = editor?.document.getText() ?? '';
    assert.match(text, /Database/);
    assert.match(text, /Business domains/);
    assert.ok(!text.includes('${'), 'a snippet was inserted as plain text');
    assert.equal(await onDisk(file), lacking, 'what is inserted is for the author to save');
    const line = editor?.document.lineAt(editor.selection.active.line).text ?? '';
    assert.match(line, /Database|Business domains/);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor?.document.getText(), lacking);
  });

  workbenchTest('have a tab stop for each value', async () => {
    project = await makeProject('missing-tabbed', { 'CLAUDE.md': lacking, [agentPath]: agent });
    const file = project.file('CLAUDE.md');
    await untilReported(file, 'project/missing-section');
    await vscode.window.showTextDocument(file);
    await vscode.commands.executeCommand('agentTailor.addMissingSections');
    // Words that no name or alias could be short for: of any other Tab would take the row that the open list has selected.
    await workbench.type('qvx');
    await workbench.press('Tab');
    await workbench.type('xqv');
    await eventually('typed values', () => {
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      const values = [...text.matchAll(/^- .*(Database|Business domains).* (qvx|xqv)$/gm)];
      return values.length === 2 && values[0]?.[2] !== values[1]?.[2];
    });
  });

  test('of a project without CLAUDE.md become one, on disk at once', async () => {
    project = await makeProject('missing-document', { [agentPath]: agent });
    await untilReported(project.file(agentPath), 'project/no-document');
    await vscode.commands.executeCommand('agentTailor.createProjectDocument', project.file(agentPath));
    const file = project.file('CLAUDE.md');
    assert.match((await onDisk(file)) ?? '', /Database/);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file.toString());
    assert.equal(vscode.window.activeTextEditor?.document.isDirty, false);
  });

  workbenchTest('of a project without CLAUDE.md are those of the agents that are chosen', async () => {
    const other = '.claude/agents/writer.md';
    project = await makeProject('missing-choice', {
      [agentPath]: agent,
      [other]:
        '---\nname: writer\ndescription: Writes.\n---\n\nBased on the **"Frontend"** section in `CLAUDE.md`:\n',
    });
    await untilReported(project.file(other), 'project/no-document');
    const creating = vscode.commands.executeCommand(
      'agentTailor.createProjectDocument',
      project.file(agentPath),
    );
    await eventually('both agents, the one that was asked for first', async () => {
      const rows = await pickRows();
      return rows.length === 2 && rows[0]?.includes('Frontend') === false && rows[1]?.includes('Frontend');
    });
    await workbench.press('ArrowDown');
    await workbench.press('ArrowDown');
    await workbench.press('Space');
    await workbench.press('Enter');
    await creating;
    const text = (await onDisk(project.file('CLAUDE.md'))) ?? '';
    assert.match(text, /Database/);
    assert.doesNotMatch(text, /Frontend/);
  });

  test('never overwrite a CLAUDE.md', async () => {
    project = await makeProject('missing-kept', { 'CLAUDE.md': lacking, [agentPath]: agent });
    const file = project.file('CLAUDE.md');
    await untilReported(file, 'project/missing-section');
    await vscode.commands.executeCommand('agentTailor.createProjectDocument', project.file(agentPath));
    await eventually(
      'document',
      () => vscode.window.activeTextEditor?.document.uri.toString() === file.toString(),
    );
    assert.equal(await onDisk(file), lacking);
    assert.equal(vscode.window.activeTextEditor?.document.getText(), lacking);
  });

  workbenchTest('are said to be none, when none is missing', async () => {
    const complete = `${lacking}- **Database:** PostgreSQL\n\n## 2. Domains and Goals\n\n- Business domains: fintech\n`;
    project = await makeProject('missing-none', { 'CLAUDE.md': complete, [agentPath]: agent });
    await eventually('message that nothing is missing', async () => {
      await vscode.commands.executeCommand('agentTailor.addMissingSections', project.file('CLAUDE.md'));
      return (await notifications()).some((text) => text.includes('Nothing is missing'));
    });
    assert.equal(await onDisk(project.file('CLAUDE.md')), complete);
  });
});
