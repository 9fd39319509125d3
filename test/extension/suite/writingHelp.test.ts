// Help while writing an agent, beside what VS Code itself offers on the same file.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';
import { closeEditors, makeProject, onDisk, type TestProject } from '../support/projects.ts';
import { workbench, workbenchTest } from '../support/workbench.ts';

suite('Help while writing', () => {
  const path = '.claude/agents/lead.md';
  const lead = [
    '---',
    'name: lead',
    'description: Leads.',
    'model: fable',
    'tools: Read, Agent(reviewer)',
    '',
    '---',
    'Ask `reviewer`.',
    '',
  ].join('\n');
  let project: TestProject;
  let editor: vscode.TextEditor;

  setup(async () => {
    await closeEditors();
    project = await makeProject(`help-${Date.now()}`, {
      [path]: lead,
      '.claude/agents/reviewer.md': '---\nname: reviewer\ndescription: Reviews.\n---\n\nReview.\n',
      '.claude/skills/release/SKILL.md': '---\nname: release\nagent: reviewer\n---\n\nRelease.\n',
    });
    editor = await vscode.window.showTextDocument(project.file(path));
    await eventually('definition of an agent', async () => (await definitions(4, 22)).length > 0);
  });
  teardown(async () => project.remove());

  const definitions = (line: number, character: number): Thenable<vscode.Location[]> =>
    vscode.commands.executeCommand(
      'vscode.executeDefinitionProvider',
      project.file(path),
      new vscode.Position(line, character),
    );

  test('keys are completed once, by VS Code or by us', async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      project.file(path),
      new vscode.Position(5, 0),
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    for (const key of ['color', 'maxTurns', 'effort', 'permissionMode', 'memory']) {
      assert.equal(labels.filter((label) => label === key).length, 1, `${key} in ${labels.join()}`);
    }
  });

  test('the hover says where VS Code is wrong', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      project.file(path),
      new vscode.Position(3, 9),
    );
    const said = hovers.flatMap(({ contents }) =>
      contents.map((one) => (one as vscode.MarkdownString).value),
    );
    assert.ok(
      said.some((text) => text.includes('the warning is wrong')),
      said.join('\n---\n'),
    );
  });

  workbenchTest('the list opens while a value is typed', async () => {
    await workbench.click('.editor-instance .view-lines');
    // Answers when the cursor is there, which setting the editor's selection does not.
    await vscode.window.showTextDocument(editor.document, { selection: new vscode.Range(5, 0, 5, 0) });
    await workbench.type('color: ');
    const labels = (await workbench.suggestions(5000)).map(({ label }) => label);
    await workbench.screenshot('help-color');
    assert.ok(labels.includes('blue'), `${labels.join()} in ${editor.document.lineAt(5).text}`);
  });

  test('renaming changes agents and skills', async () => {
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      project.file(path),
      new vscode.Position(7, 7),
      'critic',
    );
    await vscode.workspace.applyEdit(edit, { isRefactoring: true });
    assert.equal(editor.document.getText(), lead.replaceAll('reviewer', 'critic'));
    const saved = async (name: string): Promise<string> => (await onDisk(project.file(name))) ?? '';
    await eventually('new name', async () =>
      (await saved('.claude/agents/reviewer.md')).includes('name: critic\n'),
    );
    await eventually('new name in the skill', async () =>
      (await saved('.claude/skills/release/SKILL.md')).includes('agent: critic\n'),
    );
  });

  test('the agent of a skill is found from the skill', async () => {
    const skill = project.file('.claude/skills/release/SKILL.md');
    await vscode.window.showTextDocument(skill);
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      skill,
      new vscode.Position(2, 9),
    );
    assert.equal(found[0]?.uri.toString(), project.file('.claude/agents/reviewer.md').toString());
  });

  test('everything is completed in agent files that are treated as Markdown', async () => {
    assert.equal(editor.document.languageId, 'chatagent');
    // What the command writes; VS Code shows no modal questions while extension tests run.
    const files = vscode.workspace.getConfiguration('files');
    const associations = { '**/.claude/agents/*.md': 'markdown' };
    await files.update('associations', associations, vscode.ConfigurationTarget.Workspace);
    const language = (): string | undefined => vscode.window.activeTextEditor?.document.languageId;
    await eventually('Markdown', () => language() === 'markdown');
    const list = await eventually('keys of ours alone', async () => {
      const found = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        project.file(path),
        new vscode.Position(5, 0),
      );
      return found.items.some(({ label }) => label === 'permissionMode') && found;
    });
    assert.equal(list.items.filter(({ label }) => label === 'permissionMode').length, 1);
    await files.update('associations', undefined, vscode.ConfigurationTarget.Workspace);
    await eventually('agent', () => language() === 'chatagent');
  });
});
