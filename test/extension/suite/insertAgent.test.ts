// Insert Agent…: what is on disk, what is open, and what Undo brings back.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';
import { answer, notifications, pick, pickRows } from '../support/pick.ts';
import { closeEditors, makeProject, onDisk, type TestProject } from '../support/projects.ts';
import { hostKind } from '../support/testHost.ts';
import { workbenchTest } from '../support/workbench.ts';

suite('Insert Agent', () => {
  const path = '.claude/agents/backend-engineer.md';
  const own = '---\nname: backend-engineer\ndescription: My own.\n---\n\nMine.\n';
  let project: TestProject;

  setup(closeEditors);
  teardown(() => project.remove());

  workbenchTest('makes the whole file at once, opens it, and Undo takes it away', async () => {
    project = await makeProject('insert-new', { 'README.md': '# Here\n' });
    const inserting = insertInto(project.uri);
    await pick('backend-engineer');
    await inserting;
    const file = project.file(path);
    assert.equal(await onDisk(file), await fromLibrary());
    assert.equal(activeUri(), file.toString());
    assert.equal(vscode.window.activeTextEditor?.document.isDirty, false);
    await vscode.commands.executeCommand('undo');
    await eventually('removal of the file', async () => (await onDisk(file)) === undefined);
  });

  workbenchTest('goes to the project of a file inside .claude', async () => {
    project = await makeProject('insert-inside', { '.claude/rules/style.md': 'Be brief.\n' });
    const inserting = insertInto(project.file('.claude/rules/style.md'));
    await pick('backend-engineer');
    await inserting;
    assert.equal(await onDisk(project.file(path)), await fromLibrary());
  });

  workbenchTest('leaves an existing file alone when the user turns away', async () => {
    project = await makeProject('insert-escape', { [path]: own });
    const inserting = insertInto(project.uri);
    await pick('backend-engineer');
    await pick('Cancel');
    await inserting;
    assert.equal(await onDisk(project.file(path)), own);
  });

  workbenchTest('opens an existing file when asked to', async () => {
    project = await makeProject('insert-open', { [path]: own });
    const inserting = insertInto(project.uri);
    await pick('backend-engineer');
    await pick('Open the Existing File');
    await inserting;
    assert.equal(activeUri(), project.file(path).toString());
    assert.equal(vscode.window.activeTextEditor?.document.getText(), own);
  });

  workbenchTest('inserts under another name, which the agent then has', async () => {
    project = await makeProject('insert-renamed', { [path]: own });
    const inserting = insertInto(project.uri);
    await pick('backend-engineer');
    await pick('Insert Under Another Name');
    await answer('backend-engineer-2', 'api-engineer');
    await inserting;
    assert.equal(await onDisk(project.file(path)), own);
    const expected = (await fromLibrary()).replace('name: backend-engineer', 'name: api-engineer');
    assert.equal(await onDisk(project.file('.claude/agents/api-engineer.md')), expected);
  });

  workbenchTest('replaces the text only in the editor, and Undo brings the old one back', async () => {
    project = await makeProject('insert-replace', { [path]: own });
    const inserting = insertInto(project.uri);
    await pick('backend-engineer');
    await pick('Replace Its Text');
    await inserting;
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.getText(), await fromLibrary());
    assert.equal(await onDisk(project.file(path)), own);
    await vscode.commands.executeCommand('undo');
    assert.equal(document?.getText(), own);
  });

  workbenchTest('says so when the very agent is there already', async () => {
    project = await makeProject('insert-same', { [path]: await fromLibrary() });
    const inserting = insertInto(project.uri);
    await pick('backend-engineer');
    await inserting;
    assert.equal(activeUri(), project.file(path).toString());
    await eventually('message', async () =>
      (await notifications()).some((text) => text.includes('word for word')),
    );
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  // In the browser the user has no folder, and the one place that is left needs no question.
  if (hostKind === 'node') {
    workbenchTest('without a clicked folder asks for the project or the user', async () => {
      project = await makeProject('insert-palette', {});
      const inserting = vscode.commands.executeCommand('agentTailor.insertAgent');
      await pick('backend-engineer');
      const places = await eventually('pick of places', async () => {
        // The rows of the pick before may still stand there, and the new ones come one by one.
        const rows = await pickRows();
        return rows.length === 2 && rows.some((text) => text.includes('~/.claude/agents')) && rows;
      });
      assert.ok(places.some((text) => text.includes('.claude/agents') && !text.includes('~')));
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      await inserting;
    });
  }
});

function insertInto(uri: vscode.Uri): Thenable<unknown> {
  return vscode.commands.executeCommand('agentTailor.insertAgent', uri);
}

function activeUri(): string | undefined {
  return vscode.window.activeTextEditor?.document.uri.toString();
}

/** The agent as it ships. */
async function fromLibrary(): Promise<string> {
  const extension = vscode.extensions.getExtension('agent-tailor.agent-tailor');
  assert.ok(extension);
  const text = await onDisk(vscode.Uri.joinPath(extension.extensionUri, 'agents', 'backend-engineer.md'));
  assert.ok(text, 'the extension has no agents/backend-engineer.md');
  return text;
}
