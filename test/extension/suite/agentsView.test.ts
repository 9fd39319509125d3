// The tree "Agents": what it shows, that it follows, and that keys and clicks reach what it offers.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';
import { pick, pickRows } from '../support/pick.ts';
import { closeEditors, makeProject, onDisk, untilReported, type TestProject } from '../support/projects.ts';
import { workbench, workbenchTest } from '../support/workbench.ts';

const row = '.customview-tree .monaco-list-row';
const reads = [
  'Adaptation to the **"Database"** section in `CLAUDE.md`:\n',
  '- **PostgreSQL**: JSONB',
  '- **MongoDB**: documents\n',
  'Adaptation to the **"Business domains"** section in `CLAUDE.md`:\n',
  '- **Fintech**: audit\n',
].join('\n');

suite('The tree of agents', () => {
  let project: TestProject;

  setup(async () => {
    await closeEditors();
    project = await makeProject('tree', {
      'CLAUDE.md': '# Project\n\n## 3. Technologies\n\n- **Database:** PostgreSQL\n',
      '.claude/agents/storage.md': agent('storage', reads),
      '.claude/agents/a.md': agent('twice', 'Nothing.\n'),
      '.claude/agents/b.md': agent('twice', 'Nothing.\n'),
      '.claude/agents/broken.md': '---\nname: broken\n---\nNothing.\n',
    });
    await vscode.window.showTextDocument(project.file('CLAUDE.md'));
    await untilReported(project.file('CLAUDE.md'), 'project/missing-section');
  });
  teardown(() => project.remove());

  workbenchTest('shows who is used, who is hidden, what is skipped, and how much is answered', async () => {
    await expandProject(project);
    assert.deepEqual(
      (await rows()).filter((text) => !text.startsWith('backend-engineer')),
      [
        'sample',
        project.name,
        `${project.name}.claude/agents`,
        'broken.mdskipped: it has no “description”',
        'storage1 of 2 answered',
        'twicehidden by b.md',
        'twicegoes before a.md',
        'sample.claude/agents',
      ],
    );
  });

  workbenchTest('follows the edits of agents and of CLAUDE.md, and files that come and go', async () => {
    await expandProject(project);
    await expandAgent();
    await untilRow('Databaseapplies 1 of 2: PostgreSQL');
    await untilRow('Business domainsmissing');
    const editor = await vscode.window.showTextDocument(project.file('CLAUDE.md'));
    await editor.edit((edit) =>
      edit.insert(editor.document.lineAt(4).range.end, ', MongoDB\n- **Business domains:** none'),
    );
    await untilRow('Databaseapplies all 2');
    await untilRow('Business domainsnone: leaves out Fintech');
    await untilRow('storage2 of 2 answered');
    await vscode.workspace.fs.delete(project.file('.claude/agents/b.md'));
    await eventually('tree without a twin', async () => (await rows()).includes('twice'));
  });

  workbenchTest('opens an agent, an answer and what asks for what is missing by key', async () => {
    await expandProject(project);
    await expandAgent();
    await untilRow('Business domainsmissing');
    await focusRow('storage');
    await press('Enter', () => activeName() === 'storage.md');
    await focusTree();
    await focusRow('Database');
    await press('Enter', () => activeName() === 'CLAUDE.md' && selectedText() === 'Database');
    await focusTree();
    await focusRow('Business domains');
    await press('Enter', () => activeName() === 'storage.md' && selectedText() === 'Business domains');
  });

  workbenchTest('adds a missing section from an item’s action', async () => {
    await expandProject(project);
    await expandAgent();
    await untilRow('Business domainsmissing');
    await focusRow('Business domains');
    await workbench.click(`${row}.focused .action-label[aria-label="Answer in CLAUDE.md"]`);
    const document = await eventually('the section in the editor', () => {
      const active = vscode.window.activeTextEditor?.document;
      // That it is not saved is told a moment after its text.
      return (
        active?.getText().includes('Business domains') &&
        active.fileName.endsWith('CLAUDE.md') &&
        active.isDirty &&
        active
      );
    });
    assert.match(document.getText(), /Business domains:?\*?\*? ?\[fill in/);
    await untilRow('Business domainsnot filled in');
  });

  workbenchTest('previews an agent from an item’s action', async () => {
    await expandProject(project);
    await focusRow('storage');
    await workbench.click(`${row}.focused .action-label[aria-label="Preview Adapted Profile"]`);
    await eventually('diff', () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'storage ↔ adapted')),
    );
  });

  workbenchTest('offers to insert an agent where there is none', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const own = vscode.Uri.joinPath(folder, '.claude', 'agents', 'backend-engineer.md');
    const text = await onDisk(own);
    assert.ok(text !== undefined);
    await vscode.workspace.fs.delete(own);
    await vscode.workspace.fs.delete(project.file('.claude/agents'), { recursive: true });
    try {
      await focusTree();
      const welcome = '.welcome-view-content';
      await eventually('welcome', async () =>
        (await workbench.texts(welcome)).some((one) => one.includes('No agents here yet')),
      );
      await workbench.click(`${welcome} .monaco-button`);
      await eventually('agents to insert', async () =>
        (await pickRows()).some((one) => one.includes('backend-engineer')),
      );
      await workbench.press('Escape');
    } finally {
      await vscode.workspace.fs.writeFile(own, new TextEncoder().encode(text));
    }
    await untilRow('sample');
  });
});

suite('What is open', () => {
  let project: TestProject;

  setup(async () => {
    await closeEditors();
    project = await makeProject('open', {
      'CLAUDE.md': '# Project\n\n- Business domains: [fill in]\n\n## 3. Technologies\n\n- **Backend:** Go\n',
      '.claude/agents/storage.md': agent('storage', reads),
    });
    await vscode.window.showTextDocument(project.file('CLAUDE.md'));
    await untilReported(project.file('CLAUDE.md'), 'project/missing-section');
  });
  teardown(() => project.remove());

  workbenchTest('is said in the status, of CLAUDE.md and of the agent, and follows', async () => {
    assert.match(await status(), /0 of 2 requirements met/);
    const editor = await vscode.window.showTextDocument(project.file('CLAUDE.md'));
    await editor.edit((edit) => edit.insert(editor.document.lineAt(6).range.end, '\n- **Database:** Redis'));
    await eventually('another status', async () => /1 of 2 requirements met/.test(await status()));
    await vscode.window.showTextDocument(project.file('.claude/agents/storage.md'));
    await eventually('status of the agent', async () => /1 of 2 requirements met/.test(await status()));
  });

  workbenchTest('is listed with what to do, and adds what is missing', async () => {
    const choosing = vscode.commands.executeCommand('agentTailor.showOpenRequirements');
    const asked = [/^Fill in Business domains.*not filled in.*read by storage/, /^Add Database.*missing/];
    // The rows are painted one by one.
    const found = await eventually('what is open, first', async () => {
      const shown = await pickRows();
      return asked.every((what, index) => what.test(shown[index] ?? '')) && shown;
    });
    assert.ok(found.some((one) => one.startsWith('Preview Adapted Profile')));
    assert.ok(found.some((one) => one.startsWith('Show Coverage')));
    await pick('Add Database');
    await choosing;
    await eventually('the section', () =>
      activeText().includes('- **Database:** [fill in, e.g., PostgreSQL, Redis]'),
    );
    await eventually('the selection', () => selectedText().startsWith('[fill in'));
  });

  workbenchTest('leads to what waits for words, with the placeholder selected', async () => {
    await vscode.window.showTextDocument(project.file('.claude/agents/storage.md'));
    const choosing = vscode.commands.executeCommand('agentTailor.showOpenRequirements');
    await pick('Fill in Business domains');
    await choosing;
    await eventually('the selection', () => activeName() === 'CLAUDE.md' && selectedText() === '[fill in]');
    assert.equal(vscode.window.activeTextEditor?.document.isDirty, false);
  });
});

function agent(name: string, body: string): string {
  return `---\nname: ${name}\ndescription: Does what ${name} does.\n---\n\n${body}`;
}

async function rows(): Promise<readonly string[]> {
  return workbench.texts(row);
}

async function untilRow(text: string): Promise<void> {
  await eventually(`row ${text}`, async () => (await rows()).includes(text));
}

/** Shows the view with the focus in it, and with room for all its rows: those out of sight cannot be read. */
async function focusTree(): Promise<void> {
  await vscode.commands.executeCommand('agentTailor.agents.focus');
  const files = '.explorer-viewlet .pane-header.expanded[aria-label^="Explorer Section"]';
  if ((await workbench.texts(files)).length === 0) return;
  await workbench.click(files);
  await vscode.commands.executeCommand('agentTailor.agents.focus');
}

/** Opens a test's project in the tree; the folder that is open is one as well. */
async function expandProject({ name }: TestProject): Promise<void> {
  await focusTree();
  await untilRow(name);
  await focusRow(name);
  await press('ArrowRight', async () => (await rows()).includes('storage1 of 2 answered'));
}

async function expandAgent(): Promise<void> {
  await focusRow('storage');
  await press('ArrowRight', async () => (await rows()).some((text) => text.startsWith('Database')));
}

/** Moves the focus in the tree to the first row that begins with `text`. */
async function focusRow(text: string): Promise<void> {
  const isFocused = async (): Promise<boolean> =>
    (await workbench.texts(`${row}.focused`))[0]?.startsWith(text) === true;
  await workbench.press('Home');
  for (let i = 0; i < 20; i++) {
    // The row is painted a moment after the key.
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (await isFocused()) return;
    await workbench.press('ArrowDown');
  }
  throw new Error(`There is no row ${text} among ${(await rows()).join('; ')}.`);
}

/** Presses a key and waits for what it does. */
async function press(key: string, done: () => boolean | Promise<boolean>): Promise<void> {
  await workbench.press(key);
  await eventually(`effect of ${key}`, done);
}

/** What the language status says, which shows under the mouse. */
async function status(): Promise<string> {
  await workbench.hover('.statusbar-item[id="status.languageStatus"]');
  const shown = await eventually('language status', async () => {
    const texts = await workbench.texts('.hover-language-status');
    return texts.some((text) => text.includes('requirements')) && texts;
  });
  await workbench.hover('.editor-container');
  return shown.join('\n');
}

function activeName(): string | undefined {
  return vscode.window.activeTextEditor?.document.uri.path.replace(/^.*\//, '');
}

function activeText(): string {
  return vscode.window.activeTextEditor?.document.getText() ?? '';
}

function selectedText(): string {
  const editor = vscode.window.activeTextEditor;
  return editor === undefined ? '' : editor.document.getText(editor.selection);
}
