// What package.json promises: commands that exist, and settings that apply.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, makeProject } from '../support/projects.ts';

suite('Contributions', () => {
  test('every contributed command is registered, with a title in words', async () => {
    const extension = vscode.extensions.getExtension('agent-tailor.agent-tailor');
    assert.ok(extension, 'agent-tailor.agent-tailor is not installed');
    await extension.activate();
    const { contributes } = extension.packageJSON as {
      contributes: { commands: { command: string; title: string }[] };
    };
    const contributed = contributes.commands;
    const registered = new Set(await vscode.commands.getCommands());
    assert.deepEqual(
      contributed.filter(({ command }) => !registered.has(command)),
      [],
    );
    assert.deepEqual(
      contributed.filter(({ title }) => title.startsWith('%')),
      [],
    );
  });

  test('in Markdown, a list that a trigger character opened has nothing selected', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
    const mode = vscode.workspace.getConfiguration('editor.suggest', document).get('selectionMode');
    assert.equal(mode, 'whenQuickSuggestion');
  });

  test('restarting the server leaves it running', async () => {
    const project = await makeProject('restart', {
      '.claude/agents/one.md': '---\nname: one\ndescription: One.\n---\n\nOne.\n',
    });
    try {
      await vscode.commands.executeCommand('agentTailor.restartServer');
      await vscode.commands.executeCommand(
        'agentTailor.previewProfile',
        project.file('.claude/agents/one.md'),
      );
      const input = vscode.window.tabGroups.all[1]?.activeTab?.input;
      assert.ok(input instanceof vscode.TabInputTextDiff);
      const profile = await vscode.workspace.openTextDocument(input.modified);
      assert.ok(profile.getText().includes('One.'));
    } finally {
      await closeEditors();
      await project.remove();
    }
  });
});
