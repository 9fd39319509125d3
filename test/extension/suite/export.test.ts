// Export Adapted Agent, Update Exported Agent, Show Coverage: what is written, what is asked first, what is shown.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';
import { answer, notifications, pick } from '../support/pick.ts';
import { closeEditors, makeProject, onDisk, untilReported, type TestProject } from '../support/projects.ts';
import { workbenchTest } from '../support/workbench.ts';

const source = '.claude/agents/storage.md';
const copy = '.claude/agents/storage-shop.md';
const document = (databases: string): string =>
  `# Project\n\n## 3. Technologies\n\n- **Database:** ${databases}\n`;
const agent = [
  '---\nname: storage\ndescription: Keeps data.\n---\n',
  '# Storage\n',
  'Adaptation to the **"Database"** section in `CLAUDE.md`:\n',
  '- **PostgreSQL**: JSONB',
  '- **MongoDB**: documents\n',
  'Adaptation to the **"Business domains"** section in `CLAUDE.md`:\n',
  '- **Fintech**: audit\n',
].join('\n');

suite('Export Adapted Agent', () => {
  let project: TestProject;

  setup(async () => {
    await closeEditors();
    project = await makeProject('export', { 'CLAUDE.md': document('PostgreSQL'), [source]: agent });
    await vscode.window.showTextDocument(project.file(source));
    await untilReported(project.file('CLAUDE.md'), 'project/missing-section');
  });
  teardown(() => project.remove());

  workbenchTest('writes a new file beside its source', async () => {
    const exporting = vscode.commands.executeCommand('agentTailor.exportAdaptedAgent');
    await pick('Save Under Another Name');
    await answer('storage-export', 'storage-shop');
    await exporting;
    assert.equal(await onDisk(project.file(source)), agent);
    const text = (await onDisk(project.file(copy))) ?? '';
    assert.match(
      text,
      /^---\n# agent-tailor-export from=storage\.md name=storage-shop .*\nname: storage-shop\n/,
    );
    assert.ok(
      text.includes('PostgreSQL') && !text.includes('MongoDB') && !text.includes('agent-tailor:head'),
    );
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), project.file(copy).toString());
    await eventually('message', async () => (await notifications()).some((one) => one.includes('tokens')));
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  workbenchTest(
    'replaces the agent only after a diff, only in the editor, and Undo takes it back',
    async () => {
      const exporting = vscode.commands.executeCommand('agentTailor.exportAdaptedAgent');
      await pick('Replace the Agent');
      const input = await eventually(
        'diff',
        () =>
          vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff &&
          vscode.window.tabGroups.activeTabGroup.activeTab.input,
      );
      const after = await vscode.workspace.openTextDocument(input.modified);
      await eventually('text of the export', () => after.getText().includes('agent-tailor-export'));
      await pick('Replace Its Text');
      await exporting;
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.getText(), after.getText());
      assert.equal(await onDisk(project.file(source)), agent);
      await vscode.commands.executeCommand('undo');
      assert.equal(editor?.document.getText(), agent);
    },
  );

  workbenchTest('leaves everything as it is when the question is not answered', async () => {
    const exporting = vscode.commands.executeCommand('agentTailor.exportAdaptedAgent');
    await pick('Replace the Agent');
    await pick('Cancel');
    await exporting;
    const editor = await eventually('agent in front again', () => vscode.window.activeTextEditor);
    assert.deepEqual([editor.document.getText(), editor.document.isDirty], [agent, false]);
  });

  workbenchTest('is updated with the author’s edits kept', async () => {
    const exporting = vscode.commands.executeCommand('agentTailor.exportAdaptedAgent');
    await pick('Save Under Another Name');
    await answer('storage-export', 'storage-shop');
    await exporting;
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const heading = editor.document.positionAt(editor.document.getText().indexOf('# Storage\n') + 9);
    await editor.edit((edit) => edit.insert(heading, ' of ours'));
    await editor.document.save();
    await vscode.workspace.fs.writeFile(
      project.file('CLAUDE.md'),
      new TextEncoder().encode(document('PostgreSQL, MongoDB')),
    );
    await untilReported(project.file(copy), 'agent/outdated-export');
    const updating = vscode.commands.executeCommand('agentTailor.updateExportedAgent');
    await pick('Update');
    await updating;
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.ok(text.includes('# Storage of ours') && text.includes('MongoDB'), text);
    assert.ok(!(await onDisk(project.file(copy)))?.includes('MongoDB'));
    await eventually('end of the finding', () =>
      vscode.languages
        .getDiagnostics(project.file(copy))
        .every(({ message }) => !message.includes('since this agent was exported')),
    );
  });

  workbenchTest('adapts further what was replaced, with the author’s edits kept', async () => {
    const replacing = vscode.commands.executeCommand('agentTailor.exportAdaptedAgent');
    await pick('Replace the Agent');
    await pick('Replace Its Text');
    await replacing;
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const heading = editor.document.positionAt(editor.document.getText().indexOf('# Storage\n') + 9);
    await editor.edit((edit) => edit.insert(heading, ' of ours'));
    await editor.document.save();
    await vscode.workspace.fs.writeFile(
      project.file('CLAUDE.md'),
      new TextEncoder().encode(`${document('PostgreSQL')}\n## 2. Domains\n\n- Business domains: none\n`),
    );
    await untilReported(project.file(source), 'agent/outdated-export');
    const updating = vscode.commands.executeCommand('agentTailor.exportAdaptedAgent');
    await pick('Adapt It to CLAUDE.md');
    await pick('Update');
    await updating;
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.ok(text.includes('# Storage of ours') && !text.includes('Fintech'), text);
  });

  test('says so of an agent that nobody exported', async () => {
    await vscode.commands.executeCommand('agentTailor.updateExportedAgent', project.file(source));
    assert.equal(await onDisk(project.file(source)), agent);
  });
});

suite('Show Coverage', () => {
  let project: TestProject;

  setup(async () => {
    await closeEditors();
    project = await makeProject('coverage', { 'CLAUDE.md': document('PostgreSQL'), [source]: agent });
    await vscode.window.showTextDocument(project.file('CLAUDE.md'));
    await untilReported(project.file('CLAUDE.md'), 'project/missing-section');
  });
  teardown(() => project.remove());

  workbenchTest('opens the rendered document, which follows CLAUDE.md', async () => {
    const showing = vscode.commands.executeCommand('agentTailor.showCoverage', project.file('CLAUDE.md'));
    await pick('coverage');
    await showing;
    const text = (): string | undefined =>
      vscode.workspace.textDocuments
        .find(({ uri }) => uri.scheme === 'agent-tailor-view' && uri.path.includes('coverage'))
        ?.getText();
    await eventually('coverage', () => text()?.includes('✗ **[Business domains]'));
    await eventually(
      'tab of the preview',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputCustom,
    );
    const edit = new vscode.WorkspaceEdit();
    edit.insert(
      project.file('CLAUDE.md'),
      new vscode.Position(5, 0),
      '\n## 2. Domains\n\n- Business domains: fintech\n',
    );
    await vscode.workspace.applyEdit(edit);
    await eventually('coverage without that gap', () => text()?.includes('✗ **') === false);
  });
});
