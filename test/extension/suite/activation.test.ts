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
    const agent = vscode.Uri.joinPath(folder(), '.claude', 'agents', 'activation-check.md');
    await vscode.workspace.fs.writeFile(
      agent,
      new TextEncoder().encode('\n---\nname: activation-check\ndescription: Checks.\n---\nBody.\n'),
    );
    try {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(agent));
      const finding = await eventually('diagnostics of the agent', () =>
        vscode.languages
          .getDiagnostics(agent)
          .find((diagnostic) => ruleOf(diagnostic.code) === 'agent/skipped'),
      );
      assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
    } finally {
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
