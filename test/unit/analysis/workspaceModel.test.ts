import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultSettings, type Settings } from '../../../server/src/analysis/settings.ts';
import type { Finding } from '../../../server/src/rules/rule.ts';
import { LanguageService } from '../../../server/src/languageService.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { adaptiveAgent, incompleteDocument } from '../../support/sampleTexts.ts';

const shop = 'file:///projects/shop';
const depot = 'file:///projects/depot';
const home = 'file:///home/someone';
const agent = '.claude/agents/storage.md';

/** An agent that reads one section. */
function reader(name: string, section: string): string {
  return `---\nname: ${name}\ndescription: d\n---\n\nBased on the **"${section}"** section in \`CLAUDE.md\`.\n`;
}

/** A service over files in memory, with the clock in the test's hands. */
class Workspace {
  readonly files: MemoryFiles;
  readonly service: LanguageService;
  readonly logged: string[] = [];
  /** Documents reported as changed since the last look. */
  readonly #changed = new Set<string>();
  readonly #tasks: { task: () => void; milliseconds: number }[] = [];
  readonly #open = new Map<string, TextDocument>();

  private constructor(files: Readonly<Record<string, string>>) {
    this.files = new MemoryFiles(files);
    this.service = new LanguageService({
      files: this.files,
      homeUri: home,
      onChanged: (uris) => {
        for (const uri of uris) this.#changed.add(uri);
      },
      schedule: (task, milliseconds) => void this.#tasks.push({ task, milliseconds }),
      log: (message) => void this.logged.push(message),
    });
  }

  static async of(files: Readonly<Record<string, string>>, ...folders: string[]): Promise<Workspace> {
    const workspace = new Workspace(files);
    workspace.service.model.setFolders(folders.length === 0 ? [shop] : folders);
    await workspace.settled();
    return workspace;
  }

  async settled(): Promise<void> {
    await this.service.model.settled();
    assert.deepEqual(this.logged, []);
  }

  /** What was reported as changed since the last call. */
  changed(): string[] {
    const changed = [...this.#changed].sort();
    this.#changed.clear();
    return changed;
  }

  /** Lets the scheduled tasks run; answers how long each would have waited. */
  elapse(): number[] {
    const due = this.#tasks.splice(0);
    for (const { task } of due) task();
    return due.map(({ milliseconds }) => milliseconds);
  }

  open(uri: string, text: string): void {
    const document = TextDocument.create(uri, 'markdown', 1, text);
    this.#open.set(uri, document);
    this.service.model.open(uri, text, 1, document);
  }

  /** Replaces the first `found` of an open document by `by`, as an editor does. */
  edit(uri: string, found: string, by: string): void {
    const document = this.#open.get(uri)!;
    const from = document.getText().indexOf(found);
    assert.ok(from >= 0, `no "${found}"`);
    const range = { start: document.positionAt(from), end: document.positionAt(from + found.length) };
    TextDocument.update(document, [{ range, text: by }], document.version + 1);
    const change = { from, to: from + found.length, inserted: by.length };
    this.service.model.edit(uri, document.getText(), document.version, document, change);
  }

  choose(settings: Partial<Settings>): void {
    this.service.model.setSettings(new Map(), { ...defaultSettings, ...settings });
  }

  /** A file is written, and the editor's watcher tells. */
  async write(uri: string, text: string): Promise<void> {
    this.files.write(uri, text);
    this.service.model.fileChanged(uri);
    await this.settled();
  }

  async remove(uri: string): Promise<void> {
    this.files.remove(uri);
    this.service.model.fileChanged(uri);
    await this.settled();
  }

  codes(uri: string): string[] {
    return this.#followed(uri).map(({ rule }) => rule);
  }

  messages(uri: string): string[] {
    return this.#followed(uri).map(({ message }) => message);
  }

  /** The findings of rules that look at more than one document. */
  #followed(uri: string): Finding[] {
    return this.service.findings(uri).filter(isAcrossDocuments);
  }
}

function isAcrossDocuments({ rule }: Finding): boolean {
  return ['project/unfilled-section', 'project/missing-section', 'project/no-document'].includes(rule);
}

const incomplete = ['project/unfilled-section', 'project/missing-section'];

describe('the workspace model', () => {
  it('knows a project that nobody has opened a file of', async () => {
    const workspace = await Workspace.of({
      [`${shop}/${agent}`]: adaptiveAgent,
      [`${shop}/CLAUDE.md`]: incompleteDocument,
    });
    assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), incomplete);
    assert.deepEqual(workspace.codes(`${shop}/${agent}`), []);
    assert.deepEqual(workspace.changed(), [`${shop}/${agent}`, `${shop}/CLAUDE.md`]);
  });

  describe('when an open document is edited', () => {
    it('lets CLAUDE.md follow an agent, a moment later and once for many edits', async () => {
      const workspace = await Workspace.of({
        [`${shop}/${agent}`]: adaptiveAgent,
        [`${shop}/CLAUDE.md`]: incompleteDocument,
      });
      workspace.open(`${shop}/${agent}`, adaptiveAgent);
      workspace.elapse();
      workspace.changed();
      workspace.edit(`${shop}/${agent}`, 'Based on the **"Database"** section in `CLAUDE.md`', 'You know');
      workspace.edit(`${shop}/${agent}`, 'Designs', 'Plans');
      assert.deepEqual(workspace.changed(), [], 'nothing on the path of the keystroke');
      const waits = workspace.elapse();
      assert.equal(waits.length, 1);
      assert.ok(waits[0]! <= 300);
      assert.deepEqual(workspace.changed(), [`${shop}/CLAUDE.md`]);
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), ['project/unfilled-section']);
    });

    it('leaves CLAUDE.md alone while the agent reads what it read', async () => {
      const workspace = await Workspace.of({
        [`${shop}/${agent}`]: adaptiveAgent,
        [`${shop}/CLAUDE.md`]: incompleteDocument,
      });
      workspace.open(`${shop}/${agent}`, adaptiveAgent);
      workspace.elapse();
      workspace.changed();
      workspace.edit(`${shop}/${agent}`, 'document modelling', 'document models');
      workspace.elapse();
      assert.deepEqual(workspace.changed(), []);
    });

    it('follows within CLAUDE.md at once, and in the other files of the document a moment later', async () => {
      const workspace = await Workspace.of({
        [`${shop}/${agent}`]: adaptiveAgent,
        [`${shop}/CLAUDE.md`]: `${incompleteDocument}\n@stack.md\n`,
        [`${shop}/stack.md`]: '# Stack\n\n- **Database:** PostgreSQL\n',
      });
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), ['project/unfilled-section']);
      workspace.open(`${shop}/stack.md`, '# Stack\n\n- **Database:** PostgreSQL\n');
      workspace.elapse();
      await workspace.settled();
      workspace.changed();
      workspace.edit(`${shop}/stack.md`, 'PostgreSQL', '[fill in]');
      assert.deepEqual(workspace.codes(`${shop}/stack.md`), ['project/unfilled-section']);
      workspace.elapse();
      assert.ok(workspace.changed().includes(`${shop}/CLAUDE.md`));
    });

    it('reads the project document anew when its imports are edited', async () => {
      const workspace = await Workspace.of({
        [`${shop}/${agent}`]: adaptiveAgent,
        [`${shop}/CLAUDE.md`]: incompleteDocument,
        [`${shop}/stack.md`]: '# Stack\n\n- **Database:** PostgreSQL\n',
      });
      workspace.open(`${shop}/CLAUDE.md`, incompleteDocument);
      workspace.elapse();
      await workspace.settled();
      workspace.edit(`${shop}/CLAUDE.md`, '# Ledger\n', '# Ledger\n\n@stack.md\n');
      workspace.elapse();
      await workspace.settled();
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), ['project/unfilled-section']);
      workspace.edit(`${shop}/CLAUDE.md`, '@stack.md', 'stack.md');
      workspace.elapse();
      await workspace.settled();
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), incomplete);
    });

    it('asks the files for nothing while only words are edited', async () => {
      const workspace = await Workspace.of({
        [`${shop}/${agent}`]: adaptiveAgent,
        [`${shop}/CLAUDE.md`]: incompleteDocument,
      });
      workspace.open(`${shop}/CLAUDE.md`, incompleteDocument);
      workspace.elapse();
      await workspace.settled();
      workspace.files.asked.length = 0;
      for (const letter of 'some words') workspace.edit(`${shop}/CLAUDE.md`, '# Ledger', `# Ledger${letter}`);
      workspace.elapse();
      await workspace.settled();
      assert.deepEqual(workspace.files.asked, []);
    });
  });

  it('finds who depends on an edit by index, however many agents there are', async () => {
    const files: Record<string, string> = { [`${shop}/CLAUDE.md`]: incompleteDocument };
    for (let i = 0; i < 2000; i++) {
      files[`${shop}/.claude/agents/team-${i % 20}/agent-${i}.md`] = reader(
        `agent-${i}`,
        i % 2 === 0 ? 'Database' : 'Performance',
      );
    }
    const workspace = await Workspace.of(files);
    assert.equal(workspace.service.model.project(shop)!.agents.size, 2000);
    assert.match(
      workspace.messages(`${shop}/CLAUDE.md`).join('\n'),
      /"Database" is missing; read by agent-0, .* and 995 more$/,
    );

    const edited = `${shop}/.claude/agents/team-0/agent-0.md`;
    workspace.open(edited, files[edited]!);
    workspace.elapse();
    await workspace.settled();
    workspace.changed();
    workspace.files.asked.length = 0;
    // Counts what is read of the other agents: a scan would touch them.
    let touched = 0;
    for (const uri of workspace.service.model.project(shop)!.agents) {
      if (uri === edited) continue;
      const document = workspace.service.model.agent(uri)!;
      const { requirements } = document;
      Object.defineProperty(document, 'requirements', { get: () => (touched++, requirements) });
    }
    workspace.edit(edited, 'Database', 'Security');
    workspace.service.diagnostics(edited);
    workspace.elapse();
    workspace.service.diagnostics(`${shop}/CLAUDE.md`);
    assert.equal(touched, 0);
    assert.deepEqual(workspace.files.asked, []);
    assert.deepEqual(workspace.changed(), [`${shop}/CLAUDE.md`]);
    assert.match(
      workspace.messages(`${shop}/CLAUDE.md`).join('\n'),
      /"Database" is missing; read by agent-10, .* and 994 more/,
    );
  });

  describe('unsaved text', () => {
    it('wins over the file, also when the file changes', async () => {
      const workspace = await Workspace.of({
        [`${shop}/${agent}`]: adaptiveAgent,
        [`${shop}/CLAUDE.md`]: incompleteDocument,
      });
      workspace.open(`${shop}/CLAUDE.md`, incompleteDocument);
      workspace.edit(`${shop}/CLAUDE.md`, '## 6.', '- **Database:** PostgreSQL\n\n## 6.');
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), ['project/unfilled-section']);
      await workspace.write(`${shop}/CLAUDE.md`, '# Empty\n');
      workspace.elapse();
      await workspace.settled();
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), ['project/unfilled-section']);
    });

    it('gives way to the file when its editor is closed', async () => {
      const workspace = await Workspace.of({
        [`${shop}/${agent}`]: adaptiveAgent,
        [`${shop}/CLAUDE.md`]: incompleteDocument,
      });
      workspace.open(`${shop}/CLAUDE.md`, incompleteDocument);
      workspace.edit(`${shop}/CLAUDE.md`, '[fill in, e.g., E-commerce, Fintech]', 'Fintech');
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), ['project/missing-section']);
      workspace.service.model.close(`${shop}/CLAUDE.md`);
      await workspace.settled();
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), incomplete);
    });

    it('of a file that does not exist counts too', async () => {
      const workspace = await Workspace.of({ [`${shop}/${agent}`]: adaptiveAgent });
      assert.deepEqual(workspace.codes(`${shop}/${agent}`), ['project/no-document']);
      workspace.open(`${shop}/CLAUDE.md`, incompleteDocument);
      workspace.elapse();
      await workspace.settled();
      assert.deepEqual(workspace.codes(`${shop}/${agent}`), []);
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), incomplete);
    });

    it('of a file that does not exist is forgotten with its editor', async () => {
      const workspace = await Workspace.of({ [`${shop}/${agent}`]: adaptiveAgent });
      workspace.open(`${shop}/CLAUDE.md`, incompleteDocument);
      workspace.elapse();
      await workspace.settled();
      workspace.service.model.close(`${shop}/CLAUDE.md`);
      await workspace.settled();
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), []);
      assert.deepEqual(workspace.codes(`${shop}/${agent}`), ['project/no-document']);
    });

    it('goes with its file where nothing was typed, and comes back with the first letter', async () => {
      const workspace = await Workspace.of({
        [`${shop}/${agent}`]: adaptiveAgent,
        [`${shop}/CLAUDE.md`]: incompleteDocument,
      });
      workspace.open(`${shop}/${agent}`, adaptiveAgent);
      await workspace.remove(`${shop}/${agent}`);
      assert.equal(workspace.service.model.agent(`${shop}/${agent}`), undefined);
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), []);
      workspace.edit(`${shop}/${agent}`, '# ', '## ');
      workspace.elapse();
      await workspace.settled();
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), incomplete);
    });

    it('comes back with its file', async () => {
      const workspace = await Workspace.of({
        [`${shop}/${agent}`]: adaptiveAgent,
        [`${shop}/CLAUDE.md`]: incompleteDocument,
      });
      workspace.open(`${shop}/${agent}`, adaptiveAgent);
      await workspace.remove(`${shop}/.claude`);
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), []);
      await workspace.write(`${shop}/${agent}`, adaptiveAgent);
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), incomplete);
    });

    it('stays where something was typed and the file is deleted', async () => {
      const workspace = await Workspace.of({
        [`${shop}/${agent}`]: adaptiveAgent,
        [`${shop}/CLAUDE.md`]: incompleteDocument,
      });
      workspace.open(`${shop}/${agent}`, adaptiveAgent);
      workspace.edit(`${shop}/${agent}`, '# ', '## ');
      await workspace.remove(`${shop}/${agent}`);
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), incomplete);
    });

    it('goes with its file after it was saved', async () => {
      const workspace = await Workspace.of({
        [`${shop}/${agent}`]: adaptiveAgent,
        [`${shop}/CLAUDE.md`]: incompleteDocument,
      });
      workspace.open(`${shop}/${agent}`, adaptiveAgent);
      workspace.edit(`${shop}/${agent}`, '# ', '## ');
      await workspace.write(`${shop}/${agent}`, adaptiveAgent.replace('# ', '## '));
      await workspace.remove(`${shop}/${agent}`);
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), []);
    });
  });

  describe('outside the editor', () => {
    it('sees an agent created, changed and deleted', async () => {
      const workspace = await Workspace.of({
        [`${shop}/CLAUDE.md`]: incompleteDocument,
        [`${shop}/${agent}`]: adaptiveAgent,
      });
      await workspace.write(`${shop}/.claude/agents/new.md`, reader('new', 'Security'));
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), [...incomplete, 'project/missing-section']);
      await workspace.write(`${shop}/.claude/agents/new.md`, reader('new', 'Performance'));
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), incomplete);
      await workspace.remove(`${shop}/${agent}`);
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), []);
      assert.deepEqual(workspace.codes(`${shop}/${agent}`), []);
    });

    it('sees an agent renamed', async () => {
      const workspace = await Workspace.of({
        [`${shop}/CLAUDE.md`]: incompleteDocument,
        [`${shop}/${agent}`]: adaptiveAgent,
      });
      workspace.files.remove(`${shop}/${agent}`);
      workspace.files.write(`${shop}/.claude/agents/renamed.md`, adaptiveAgent);
      for (const name of ['storage', 'renamed'])
        workspace.service.model.fileChanged(`${shop}/.claude/agents/${name}.md`);
      await workspace.settled();
      const [finding] = workspace.service.findings(`${shop}/CLAUDE.md`).filter(isAcrossDocuments);
      assert.deepEqual(
        finding!.related!.map(({ uri }) => uri),
        [`${shop}/.claude/agents/renamed.md`],
      );
    });

    it('sees CLAUDE.md created, changed and deleted', async () => {
      const workspace = await Workspace.of({ [`${shop}/${agent}`]: adaptiveAgent });
      await workspace.write(`${shop}/CLAUDE.md`, incompleteDocument);
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), incomplete);
      assert.deepEqual(workspace.codes(`${shop}/${agent}`), []);
      await workspace.write(`${shop}/CLAUDE.md`, `${incompleteDocument}\n- **Database:** Redis\n`);
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), ['project/unfilled-section']);
      await workspace.remove(`${shop}/CLAUDE.md`);
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), []);
      assert.deepEqual(workspace.codes(`${shop}/${agent}`), ['project/no-document']);
    });

    it('sees an imported file come and go', async () => {
      const workspace = await Workspace.of({
        [`${shop}/${agent}`]: adaptiveAgent,
        [`${shop}/CLAUDE.md`]: `${incompleteDocument}\n@docs/stack.md\n`,
      });
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), incomplete);
      await workspace.write(`${shop}/docs/stack.md`, '- **Database:** PostgreSQL\n');
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), ['project/unfilled-section']);
      await workspace.remove(`${shop}/docs`);
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), incomplete);
    });

    it('sees a whole .claude folder come and go', async () => {
      const workspace = await Workspace.of({ [`${shop}/CLAUDE.md`]: incompleteDocument });
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), []);
      workspace.files.write(`${shop}/${agent}`, adaptiveAgent);
      workspace.service.model.fileChanged(`${shop}/.claude`);
      await workspace.settled();
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), incomplete);
      await workspace.remove(`${shop}/.claude`);
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), []);
    });
  });

  describe('with several folders', () => {
    const both = {
      [`${shop}/${agent}`]: adaptiveAgent,
      [`${shop}/CLAUDE.md`]: incompleteDocument,
      [`${depot}/.claude/agents/quick.md`]: reader('quick', 'Security'),
      [`${depot}/CLAUDE.md`]: incompleteDocument,
    };

    it('keeps the projects apart', async () => {
      const workspace = await Workspace.of(both, shop, depot);
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), incomplete);
      assert.match(
        workspace.messages(`${depot}/CLAUDE.md`).join('\n'),
        /^"Security" is missing; read by quick$/,
      );
    });

    it('finds a project that is nested in another, and gives its agents to it alone', async () => {
      const inner = `${shop}/packages/inner`;
      const workspace = await Workspace.of({
        ...both,
        [`${inner}/.claude/agents/quick.md`]: reader('quick', 'Security'),
        [`${inner}/CLAUDE.md`]: '# Inner\n',
      });
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), incomplete);
      assert.match(workspace.messages(`${inner}/CLAUDE.md`).join('\n'), /"Security" is missing/);
    });

    it('says a thing once of a file that two projects share', async () => {
      const workspace = await Workspace.of({
        [`${shop}/${agent}`]: adaptiveAgent,
        [`${shop}/CLAUDE.md`]: incompleteDocument,
        [`${shop}/packages/inner/${agent}`]: adaptiveAgent,
      });
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), incomplete);
    });

    it('says nothing of a nested CLAUDE.md that is no project', async () => {
      const workspace = await Workspace.of({ ...both, [`${shop}/src/CLAUDE.md`]: '# Notes\n' });
      assert.deepEqual(workspace.codes(`${shop}/src/CLAUDE.md`), []);
      workspace.open(`${shop}/src/CLAUDE.md`, '# Notes\n');
      workspace.elapse();
      await workspace.settled();
      assert.deepEqual(workspace.codes(`${shop}/src/CLAUDE.md`), []);
    });

    it('forgets a folder that is removed, and takes its findings back', async () => {
      const workspace = await Workspace.of(both, shop, depot);
      workspace.changed();
      workspace.service.model.setFolders([shop]);
      await workspace.settled();
      assert.deepEqual(workspace.codes(`${depot}/CLAUDE.md`), []);
      assert.ok(workspace.changed().includes(`${depot}/CLAUDE.md`));
      assert.equal(workspace.service.model.project(depot), undefined);
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), incomplete);
    });

    it('finds a folder that is removed and added again', async () => {
      const workspace = await Workspace.of(both, shop, depot);
      workspace.service.model.setFolders([shop]);
      await workspace.settled();
      workspace.service.model.setFolders([shop, depot]);
      await workspace.settled();
      assert.match(workspace.messages(`${depot}/CLAUDE.md`).join('\n'), /"Security" is missing/);
    });

    it('keeps what lies in another folder too, when one of two nested folders is removed', async () => {
      const workspace = await Workspace.of(both, 'file:///projects', depot);
      workspace.service.model.setFolders(['file:///projects']);
      await workspace.settled();
      assert.match(workspace.messages(`${depot}/CLAUDE.md`).join('\n'), /"Security" is missing/);
    });

    it('reads a project of a file that is opened without any folder', async () => {
      const workspace = await Workspace.of(both, depot);
      workspace.open(`${shop}/CLAUDE.md`, incompleteDocument);
      await workspace.settled();
      workspace.elapse();
      await workspace.settled();
      const known = workspace.service.model.project(shop);
      assert.ok(known !== undefined);
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), incomplete);
    });
  });

  describe("the user's own agents", () => {
    const files = {
      [`${shop}/${agent}`]: adaptiveAgent,
      [`${shop}/CLAUDE.md`]: incompleteDocument,
      [`${home}/.claude/agents/mine.md`]: reader('mine', 'Security'),
    };

    it('count as readers only where that is chosen, and at once when it is', async () => {
      const workspace = await Workspace.of(files);
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), incomplete);
      workspace.changed();
      workspace.choose({ userAgents: true });
      assert.ok(workspace.changed().includes(`${shop}/CLAUDE.md`));
      assert.match(workspace.messages(`${shop}/CLAUDE.md`).join('\n'), /"Security" is missing; read by mine/);
      workspace.choose({ userAgents: false });
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), incomplete);
    });

    it('are followed when they change', async () => {
      const workspace = await Workspace.of(files);
      workspace.choose({ userAgents: true });
      await workspace.write(`${home}/.claude/agents/mine.md`, reader('mine', 'Performance'));
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), incomplete);
      await workspace.write(`${home}/.claude/agents/mine.md`, reader('mine', 'Scalability'));
      assert.match(
        workspace.messages(`${shop}/CLAUDE.md`).join('\n'),
        /"Scalability" is missing; read by mine/,
      );
      await workspace.remove(`${home}/.claude/agents/mine.md`);
      assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), incomplete);
    });

    it('are followed when one is added', async () => {
      const workspace = await Workspace.of(files);
      workspace.choose({ userAgents: true });
      await workspace.write(`${home}/.claude/agents/second.md`, reader('second', 'Scalability'));
      assert.match(
        workspace.messages(`${shop}/CLAUDE.md`).join('\n'),
        /"Scalability" is missing; read by second/,
      );
    });
  });

  it("asks for the template's sections where that is chosen, without any agent", async () => {
    const workspace = await Workspace.of({
      [`${shop}/CLAUDE.md`]: incompleteDocument,
      [`${shop}/.claude/settings.json`]: '{}',
    });
    assert.deepEqual(workspace.codes(`${shop}/CLAUDE.md`), []);
    workspace.choose({ template: 'adaptive' });
    assert.ok(workspace.messages(`${shop}/CLAUDE.md`).some((message) => message.includes('"Database"')));
    for (const finding of workspace.service.findings(`${shop}/CLAUDE.md`).filter(isAcrossDocuments)) {
      assert.equal(finding.severity, 'information');
    }
  });

  it('says nothing of completeness before the project has been read', () => {
    const files = new MemoryFiles({
      [`${shop}/${agent}`]: adaptiveAgent,
      [`${shop}/CLAUDE.md`]: incompleteDocument,
    });
    const service = new LanguageService({ files, onChanged: () => {}, schedule: () => {}, log: () => {} });
    service.model.setFolders([shop]);
    for (const [uri, text] of [
      [`${shop}/CLAUDE.md`, incompleteDocument],
      [`${shop}/${agent}`, adaptiveAgent],
    ] as const) {
      service.model.open(uri, text, 1, TextDocument.create(uri, 'markdown', 1, text));
      assert.deepEqual(service.findings(uri).filter(isAcrossDocuments), []);
    }
  });
});

it('a rule for some files alone is looked at too, and is no part of the document', async () => {
  const rule = `${shop}/.claude/rules/api.md`;
  const text = '---\npaths: src/**\n---\n## Database\n\nRedis. See @docs/a.md, now\n';
  const { service } = await Workspace.of({
    [`${shop}/${agent}`]: reader('storage', 'Database'),
    [`${shop}/CLAUDE.md`]: '# Shop\n',
    [rule]: text,
  });
  const found = (uri: string): string[] => service.findings(uri).map(({ rule: id }) => id);
  assert.ok(service.model.documents.has(rule));
  assert.deepEqual(found(rule), ['project/import-punctuation']);
  assert.deepEqual(found(`${shop}/CLAUDE.md`), ['project/missing-section']);
});

describe('a plugin’s agent loads wherever it is looked at from', () => {
  const kit = 'file:///plugins/kit';
  const nameless = `${kit}/agents/reviews/nameless.md`;
  const text = '---\ndescription: Reviews\ncolor: Red\n---\nReview.\n';
  const files = { [`${kit}/.claude-plugin/plugin.json`]: '{ "name": "kit" }', [nameless]: text };
  for (const folder of ['file:///plugins', kit, `${kit}/agents`, `${kit}/agents/reviews`]) {
    it(`below ${folder}`, async () => {
      const workspace = await Workspace.of(files, folder);
      assertLoads(workspace);
    });
  }
  it('named alone', async () => {
    const workspace = await Workspace.of(files);
    workspace.service.model.nameAgent(nameless);
    await workspace.settled();
    assertLoads(workspace);
  });
  it('not without a manifest', async () => {
    const workspace = await Workspace.of({ [nameless]: text }, kit);
    workspace.service.model.nameAgent(nameless);
    await workspace.settled();
    assert.equal(workspace.service.model.agent(nameless)?.file.verdict.loads, false);
  });

  function assertLoads({ service }: Workspace): void {
    const { loads, name } = service.model.agent(nameless)!.file.verdict;
    assert.deepEqual({ loads, name }, { loads: true, name: 'nameless' });
    assert.deepEqual(
      service.findings(nameless).map(({ rule }) => rule),
      ['agent/dropped-value'],
    );
  }
});
