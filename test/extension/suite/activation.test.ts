// The extension starts by itself in a folder with agents, and its language server answers.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';
import { workbench, workbenchTest } from '../support/workbench.ts';

suite('Activation', () => {
  const extension = () => vscode.extensions.getExtension('agent-tailor.agent-tailor');

  test('the extension is there and starts when the folder holds an agent', async () => {
    const found = extension();
    assert.ok(found, 'agent-tailor.agent-tailor is not installed');
    await eventually('sign of activation', () => found.isActive);
  });

  test('an agent that Claude Code skips is reported as it is opened', async () => {
    // Under a new name on a second try: what goes and comes back at once is told as a change.
    const name = `activation-check-${Date.now()}.md`;
    const agent = vscode.Uri.joinPath(folder(), '.claude', 'agents', name);
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder(), '**/*.md'));
    let isSeen = false;
    watcher.onDidCreate((created) => (isSeen ||= created.toString() === agent.toString()));
    await vscode.workspace.fs.writeFile(
      agent,
      new TextEncoder().encode('\n---\nname: activation-check\ndescription: Checks.\n---\nBody.\n'),
    );
    try {
      // Not by `openTextDocument`: what that opens VS Code keeps open for minutes, also when the file is gone.
      await vscode.commands.executeCommand('vscode.open', agent);
      const finding = await eventually('diagnostics of the agent', () =>
        vscode.languages
          .getDiagnostics(agent)
          .find((diagnostic) => ruleOf(diagnostic.code) === 'agent/skipped'),
      );
      assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
      // Of a file that goes before its coming was told nothing at all is told: the next tests would still have it.
      await eventually('news of the file', () => isSeen);
    } finally {
      watcher.dispose();
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await vscode.workspace.fs.delete(agent);
    }
  });

  workbenchTest('keys pressed in the workbench arrive in the document', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
    await vscode.window.showTextDocument(document);
    await workbench.type('typed');
    await eventually('keys', () => document.getText() === 'typed');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

function folder(): vscode.Uri {
  const first = vscode.workspace.workspaceFolders?.[0];
  assert.ok(first, 'no folder is open');
  return first.uri;
}

function ruleOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}
