// Preview Adapted Profile: which tab is where, and what the diff's right side says while one types.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';
import { pick } from '../support/pick.ts';
import { closeEditors, makeProject, untilReported, type TestProject } from '../support/projects.ts';
import { workbench, workbenchTest } from '../support/workbench.ts';

suite('Preview Adapted Profile', () => {
  let project: TestProject;

  setup(async () => {
    await closeEditors();
    project = await makeProject('preview', {
      'CLAUDE.md': '# Project\n\n## 3. Technologies\n\n- **Database:** PostgreSQL\n',
      '.claude/agents/storage.md': agent('storage'),
    });
  });
  teardown(() => project.remove());

  test('keeps the agent in the first group and opens the diff beside it, without the focus', async () => {
    await vscode.window.showTextDocument(project.file('.claude/agents/storage.md'));
    await vscode.commands.executeCommand('agentTailor.previewProfile');
    const [first, second, ...others] = vscode.window.tabGroups.all;
    assert.equal(others.length, 0);
    assert.deepEqual(
      first?.tabs.map((tab) => tab.label),
      ['storage.md'],
    );
    assert.deepEqual(
      second?.tabs.map((tab) => tab.label),
      ['storage ↔ adapted'],
    );
    assert.equal(activeUri(), project.file('.claude/agents/storage.md').toString());
    const profile = await rightSide();
    assert.equal(profile.languageId, 'adapted-agent');
    await eventually('text of the profile', () => profile.getText().includes('Adaptation to'));
  });

  test('opens the agent first where it is not open, also from a lens, and shows the same tab again', async () => {
    const uri = project.file('.claude/agents/storage.md');
    await vscode.commands.executeCommand('agentTailor.previewProfile', uri.toString());
    assert.deepEqual(labels(), [['storage.md'], ['storage ↔ adapted']]);
    await vscode.commands.executeCommand('agentTailor.previewProfile', uri);
    assert.deepEqual(labels(), [['storage.md'], ['storage ↔ adapted']]);
    // And from the diff itself, as after a click into it.
    await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await vscode.commands.executeCommand('agentTailor.previewProfile');
    assert.deepEqual(labels(), [['storage.md'], ['storage ↔ adapted']]);
  });

  test('follows each edit of the agent', async () => {
    const editor = await vscode.window.showTextDocument(project.file('.claude/agents/storage.md'));
    await vscode.commands.executeCommand('agentTailor.previewProfile');
    const profile = await rightSide();
    await eventually('text of the profile', () => profile.getText().includes('# Storage'));
    for (const letter of 'watched') {
      await editor.edit((edit) =>
        edit.insert(editor.document.lineAt(editor.document.lineCount - 1).range.end, letter),
      );
    }
    await eventually('word in the profile', () => profile.getText().includes('watched'));
    assert.equal(editor.document.isDirty, true);
  });

  test('follows each edit of CLAUDE.md, which stays in front', async () => {
    await untilKnown(project);
    await vscode.window.showTextDocument(project.file('CLAUDE.md'));
    await vscode.commands.executeCommand('agentTailor.previewProfile');
    assert.deepEqual(labels(), [['CLAUDE.md', 'storage.md'], ['storage ↔ adapted']]);
    assert.equal(activeUri(), project.file('CLAUDE.md').toString());
    const profile = await rightSide();
    await eventually('narrowed profile', () => {
      const text = profile.getText();
      return text.includes('**PostgreSQL**') && !text.includes('**MongoDB**');
    });
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const { document } = editor;
    const at = document.positionAt(document.getText().indexOf('PostgreSQL') + 'PostgreSQL'.length);
    await editor.edit((edit) => edit.insert(at, ', MongoDB'));
    await eventually('MongoDB in the profile', () => profile.getText().includes('**MongoDB**'));
  });

  workbenchTest('is side by side in a narrow pane too', async () => {
    await workbench.viewport(1100, 800);
    try {
      await vscode.commands.executeCommand(
        'agentTailor.previewProfile',
        project.file('.claude/agents/storage.md'),
      );
      await eventually(
        'diff side by side',
        async () => (await workbench.texts('.monaco-diff-editor.side-by-side')).length > 0,
      );
      for (const side of ['original', 'modified']) {
        const lines = await workbench.texts(`.monaco-diff-editor .editor.${side} .view-line`);
        const longest = Math.max(...lines.map((line) => line.length));
        assert.ok(lines.length > 3 && longest < 60, `${side} wraps: ${longest}`);
      }
      await workbench.viewport(700, 800);
      await eventually(
        'no side by side where there is no room for two',
        async () => (await workbench.texts('.monaco-diff-editor.side-by-side')).length === 0,
      );
      const settings = vscode.workspace
        .getConfiguration('diffEditor')
        .inspect('useInlineViewWhenSpaceIsLimited');
      assert.equal(settings?.globalValue, undefined);
    } finally {
      await workbench.viewport(1400, 900);
    }
  });

  workbenchTest('asks which agent, where CLAUDE.md has several', async () => {
    await vscode.workspace.fs.writeFile(
      project.file('.claude/agents/queue.md'),
      new TextEncoder().encode(agent('queue')),
    );
    await eventually('finding that names the second agent', () =>
      vscode.languages
        .getDiagnostics(project.file('CLAUDE.md'))
        .some(({ message }) => message.includes('queue')),
    );
    await vscode.window.showTextDocument(project.file('CLAUDE.md'));
    const previewing = vscode.commands.executeCommand('agentTailor.previewProfile');
    await pick('queue');
    await previewing;
    assert.deepEqual(labels(), [['CLAUDE.md', 'queue.md'], ['queue ↔ adapted']]);
  });
});

function agent(name: string): string {
  return [
    `---\nname: ${name}\ndescription: Keeps data${', and looks after it'.repeat(10)}.\n---\n`,
    '# Storage\n',
    'Adaptation to the **"Database"** section in `CLAUDE.md`:\n',
    '- **PostgreSQL**: JSONB',
    '- **MongoDB**: documents\n',
    'Adaptation to the **"Business domains"** section in `CLAUDE.md`:\n',
    '- **Fintech**: audit\n',
  ].join('\n');
}

/** The agents are known as soon as the domains, which CLAUDE.md never has here, are missed in it. */
async function untilKnown(project: TestProject): Promise<void> {
  await untilReported(project.file('CLAUDE.md'), 'project/missing-section');
}

/** The labels of all tabs by group. */
function labels(): string[][] {
  return vscode.window.tabGroups.all.map((group) => group.tabs.map((tab) => tab.label));
}

function activeUri(): string | undefined {
  return vscode.window.activeTextEditor?.document.uri.toString();
}

/** The document on the right of the diff in the second group. */
async function rightSide(): Promise<vscode.TextDocument> {
  const input = await eventually(
    'diff in the second group',
    () => vscode.window.tabGroups.all[1]?.activeTab?.input,
  );
  assert.ok(input instanceof vscode.TabInputTextDiff);
  return vscode.workspace.openTextDocument(input.modified);
}
