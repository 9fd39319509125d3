// Lenses over what an agent reads, and the reasons behind the lines of its profile.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { profileUri } from '../../../server/src/server/protocol.ts';
import { eventually } from '../support/eventually.ts';
import { closeEditors, makeProject, untilReported, type TestProject } from '../support/projects.ts';
import { workbench, workbenchTest } from '../support/workbench.ts';

const agentText = [
  '---\nname: storage\ndescription: Keeps data.\n---\n',
  '# Storage\n',
  'Adaptation to the **"Database"** section in `CLAUDE.md`:\n',
  '- **PostgreSQL**: JSONB',
  '- **MongoDB**: documents\n',
  'Adaptation to the **"Business domains"** section in `CLAUDE.md`:\n',
  '- **Fintech**: audit\n',
].join('\n');

suite('Decisions', () => {
  let project: TestProject;
  let agent: vscode.Uri;
  let document: vscode.Uri;

  setup(async () => {
    await closeEditors();
    project = await makeProject('decisions', {
      'CLAUDE.md': '# Project\n\n## 3. Technologies\n\n- **Database:** PostgreSQL, CockroachDB\n',
      '.claude/agents/storage.md': agentText,
      '.claude/agents/queue.md': agentText.replace('name: storage', 'name: queue'),
    });
    agent = project.file('.claude/agents/storage.md');
    document = project.file('CLAUDE.md');
    await vscode.window.showTextDocument(agent);
    await untilReported(document, 'project/missing-section');
  });
  teardown(() => project.remove());

  test('lenses say what applies and what is missing, and are renewed after an edit of CLAUDE.md', async () => {
    await eventually('lenses', async () => (await lensTitles(agent)).length === 3);
    assert.deepEqual(await lensTitles(agent), [
      'Preview Adapted Profile (1 of 2 sections answered)',
      'applies 1 of 2: PostgreSQL',
      '“Business domains” is missing in CLAUDE.md: add it',
    ]);
    assert.deepEqual(await lensTitles(document), ['Read by 2 agents']);
  });

  workbenchTest('a lens over a requirement opens the preview at that place', async () => {
    await workbench.click('.codelens-decoration a:has-text("applies 1 of 2")');
    const profile = await eventually('place in the profile', () => {
      const right = vscode.window.visibleTextEditors.find(
        (one) => one.document.languageId === 'adapted-agent',
      );
      const line = right?.document.lineAt(right.selection.active.line).text;
      return line?.includes('"Database"') === true && right;
    });
    assert.equal(profile.document.uri.toString(), vscode.Uri.parse(profileUri(agent.toString())).toString());
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), agent.toString());
  });

  workbenchTest('a lens over what is missing adds it, with what can stand there listed', async () => {
    await workbench.click('.codelens-decoration a:has-text("add it")');
    const text = await eventually('section', () => {
      const active = vscode.window.activeTextEditor?.document;
      return active?.uri.toString() === document.toString() && active.isDirty && active.getText();
    });
    assert.match(text, /Business domains/);
    const found = await workbench.suggestions(5000);
    assert.ok(
      found.some(({ label }) => label === 'Fintech'),
      found.map(({ label }) => label).join(),
    );
    await eventually('another lens', async () =>
      (await lensTitles(agent)).includes('“Business domains” is not filled in in CLAUDE.md: fill it in'),
    );
  });

  workbenchTest('the lens over a section lists the agents that read it', async () => {
    await vscode.window.showTextDocument(document);
    await workbench.click('.codelens-decoration a:has-text("Read by 2 agents")');
    const files = await eventually('list of references', async () => {
      const texts = await workbench.texts('.peekview-widget .ref-tree .monaco-list-row');
      return texts.length > 0 && texts;
    });
    assert.ok(files.some((text) => text.includes('storage.md')));
    assert.ok(files.some((text) => text.includes('queue.md')));
    await workbench.press('Escape');
  });

  test('the one agent that reads a section is gone to, also from the palette', async () => {
    await vscode.workspace.fs.delete(project.file('.claude/agents/queue.md'));
    await eventually('one reader', async () => (await lensTitles(document))[0] === 'Read by storage');
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(4, 20, 4, 20);
    await vscode.commands.executeCommand('agentTailor.showReaders');
    await eventually('agent', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.toString() === agent.toString() && active.selection.active.line === 7;
    });
  });

  test('a line of the profile says what decided, and leads there', async () => {
    await vscode.commands.executeCommand('agentTailor.previewProfile');
    const uri = vscode.Uri.parse(profileUri(agent.toString()));
    const profile = await vscode.workspace.openTextDocument(uri);
    await eventually('text of the profile', () => profile.getText().includes('JSONB'));
    const on = (words: string): vscode.Position => profile.positionAt(profile.getText().indexOf(words) + 2);
    assert.match(
      await hover(uri, on('PostgreSQL**: JSONB')),
      /stays\. PostgreSQL is declared \(\[CLAUDE\.md:5\]/,
    );
    assert.match(await hover(uri, on('Declared, but unknown')), /CockroachDB\*\* \(\[CLAUDE\.md:5\]/);
    assert.match(await hover(uri, on('Missing in')), /Business domains\*\* — read at \[storage\.md:13\]/);
    assert.deepEqual(await definitions(uri, on('PostgreSQL**: JSONB')), ['CLAUDE.md:5', 'storage.md:10']);
    assert.deepEqual(await definitions(uri, on('# Storage')), ['storage.md:6']);
    assert.deepEqual(await definitions(uri, on('Declared, but unknown')), ['CLAUDE.md:5']);
  });

  test('a line that is left out says why, on the left, and leads to what decided', async () => {
    const on = (words: string): vscode.Position => {
      const { activeTextEditor } = vscode.window;
      return activeTextEditor!.document.positionAt(agentText.indexOf(words) + 2);
    };
    await eventually('reason', async () => (await hover(agent, on('MongoDB'))) !== '');
    assert.match(await hover(agent, on('MongoDB')), /MongoDB\*\* is left out\. It is not among/);
    assert.deepEqual(await definitions(agent, on('MongoDB')), ['CLAUDE.md:5']);
    assert.match(await hover(agent, on('PostgreSQL')), /PostgreSQL\*\* stays/);
  });

  test('the rendered profile opens beside the agent, once, and its text follows', async () => {
    for (const target of [undefined, agent, { uri: agent.toString() }]) {
      await vscode.commands.executeCommand('agentTailor.previewRendered', target);
      await eventually('rendered profile', () => renderedTabs().length === 1);
      assert.equal(vscode.window.tabGroups.all.length, 2);
    }
    const uri = vscode.Uri.parse(profileUri(agent.toString()));
    const shown = await eventually('profile', () =>
      vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString()),
    );
    await eventually('text of the profile', () => shown.getText().includes('# Storage'));
    const editor = await vscode.window.showTextDocument(agent, { viewColumn: vscode.ViewColumn.One });
    await editor.edit((edit) => edit.insert(new vscode.Position(5, 9), ' watched'));
    await eventually('edit in the profile', () => shown.getText().includes('# Storage watched'));
  });
});

async function lensTitles(uri: vscode.Uri): Promise<string[]> {
  await vscode.workspace.openTextDocument(uri);
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
    20,
  );
  return lenses.flatMap(({ command }) => command?.title ?? []);
}

async function hover(uri: vscode.Uri, at: vscode.Position): Promise<string> {
  const found = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
  return found
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .filter((text) => /stays|left out|declared|read at|CLAUDE/.test(text))
    .join('\n');
}

/** `name:line` of each, from 1, sorted: VS Code has an order of its own for several. */
async function definitions(uri: vscode.Uri, at: vscode.Position): Promise<string[]> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    uri,
    at,
  );
  const places = found.map((place) => {
    const [target, range] =
      place instanceof vscode.Location ? [place.uri, place.range] : [place.targetUri, place.targetRange];
    return `${target.path.replace(/^.*\//, '')}:${range.start.line + 1}`;
  });
  return places.toSorted((a, b) => (a < b ? -1 : 1));
}

function renderedTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputCustom && input.viewType === 'vscode.markdown.preview.editor',
    );
}
