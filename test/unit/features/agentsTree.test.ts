/** The tree of agents, and how an open document stands. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LanguageService } from '../../../server/src/languageService.ts';
import type { SectionsEdit } from '../../../server/src/features/missingSections.ts';
import { applyEdits } from '../../../server/src/text/textEdit.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { agent, home, root, uriOf } from './helpOf.ts';

const reads =
  'Adaptation to **"Database"** from `CLAUDE.md`:\n\n- **PostgreSQL**: JSONB\n- **MySQL**: replicas\n';

/** @param files by their path below the project, or by their whole URI */
async function serviceOver(files: Readonly<Record<string, string>>): Promise<LanguageService> {
  const entries = Object.entries(files).map(([name, text]) => [uriOf(name), text] as const);
  const service = new LanguageService({
    files: new MemoryFiles({ [`${root}/.git/HEAD`]: '', ...Object.fromEntries(entries) }),
    homeUri: home,
    onChanged: () => {},
    log: (message) => {
      throw new Error(message);
    },
    schedule: () => {},
  });
  service.model.setFolders([root]);
  await service.model.settled();
  return service;
}

/** The tree as it would be shown, without what agents read. */
async function tree(files: Readonly<Record<string, string>>): Promise<string[]> {
  const service = await serviceOver(files);
  const lines: string[] = [];
  for (const { project, name, places } of await service.tree.projects()) {
    lines.push(name);
    for (const place of places) {
      lines.push(`  ${place.kind} ${place.name}`);
      for (const row of await service.tree.agents(project.root, place)) {
        const remark = row.remark === undefined ? '' : ` (${row.remark})`;
        lines.push(`    ${row.name} ${row.answered}/${row.read} ${row.standing}${remark}`);
      }
    }
  }
  return lines;
}

describe('the tree of agents', () => {
  it('has the project’s, the user’s and the plugins’ agents, each with how much is answered', async () => {
    assert.deepEqual(
      await tree({
        'CLAUDE.md': '- **Database:** PostgreSQL\n',
        '.claude/agents/storage.md': agent('storage', reads),
        '.claude/agents/deep/queue.md': agent('queue'),
        '.claude/agents/README.md': '# How we write agents\n',
        [`${home}/.claude/agents/mine.md`]: agent('mine', `${reads}\nRead **"Backend"** in \`CLAUDE.md\`.\n`),
        'plugin/.claude-plugin/plugin.json': '{"name": "acme"}',
        'plugin/agents/review/strict.md': agent('strict'),
      }),
      [
        'shop',
        '  project shop',
        '    queue 0/0 single',
        '    storage 1/1 single',
        '  user me',
        '    mine 1/2 single',
        '  plugin acme',
        '    strict 0/0 single',
      ],
    );
  });

  it('marks the one of a name that is used, and says so of the others', async () => {
    assert.deepEqual(
      await tree({
        '.claude/agents/a.md': agent('reviewer'),
        '.claude/agents/b.md': agent('reviewer'),
        '.claude/agents/explore.md': agent('Explore'),
        [`${home}/.claude/agents/r.md`]: agent('reviewer'),
        'plugin/.claude-plugin/plugin.json': '{"name": "acme"}',
        'plugin/agents/reviewer.md': agent('reviewer'),
      }),
      [
        'shop',
        '  project shop',
        '    Explore 0/0 winner (goes before Claude Code’s own)',
        '    reviewer 0/0 hidden (hidden by b.md)',
        '    reviewer 0/0 winner (goes before a.md, your own agent)',
        '  user me',
        '    reviewer 0/0 hidden (hidden by the project’s agent)',
        '  plugin acme',
        // Its name is acme:reviewer.
        '    reviewer 0/0 single',
      ],
    );
  });

  it('shows what Claude Code skips, with the reason; it stands in nobody’s way', async () => {
    assert.deepEqual(
      await tree({
        '.claude/agents/a.md': agent('reviewer'),
        '.claude/agents/b.md': '---\nname: reviewer\n---\nReview.\n',
        'plugin/.claude-plugin/plugin.json': '{"name": "acme"}',
        'plugin/agents/unnamed.md': '---\ndescription: Loads by its file’s name\n---\nReview.\n',
      }),
      [
        'shop',
        '  project shop',
        '    b.md 0/0 skipped (it has no “description”)',
        '    reviewer 0/0 single',
        '  plugin acme',
        '    unnamed 0/0 single',
      ],
    );
  });

  it('has a project for each document, with the agents that are seen from there', async () => {
    const files = {
      'CLAUDE.md': '# Shop\n',
      '.claude/agents/storage.md': agent('storage', reads),
      '.claude/agents/queue.md': agent('queue'),
      'api/.claude/settings.json': '{}',
      'api/CLAUDE.md': '- **Database:** MySQL\n',
      'web/.claude/agents/queue.md': agent('queue'),
      'docs/.claude/settings.json': '{}',
    };
    assert.deepEqual(await tree(files), [
      'api',
      '  project shop',
      '    queue 0/0 single',
      '    storage 1/1 single',
      'shop',
      '  project shop',
      '    queue 0/0 single',
      '    storage 0/1 single',
      'web',
      '  project web',
      '    queue 0/0 winner (goes before the agent of shop)',
      '  project shop',
      '    queue 0/0 hidden (hidden by the project’s agent)',
      '    storage 0/1 single',
    ]);
  });

  it('has the user’s agents also where no project has any', async () => {
    assert.deepEqual(await tree({ [`${home}/.claude/agents/mine.md`]: agent('mine') }), [
      'shop',
      '  user me',
      '    mine 0/0 single',
    ]);
    assert.deepEqual(await tree({ 'CLAUDE.md': '# Shop\n' }), []);
  });
});

describe('how a document stands', () => {
  const agentUri = uriOf('.claude/agents/storage.md');
  const files = {
    'CLAUDE.md': '# Shop\n\n- **Backend:** [fill in]\n- **Database:** MySQL, CockroachDB\n',
    '.claude/agents/storage.md': agent(
      'storage',
      `${reads}\nRead **"Backend"** and **"Performance"** in \`CLAUDE.md\`. Mind **"Backend"** again.\n`,
    ),
  };
  const shown = (service: LanguageService, uri: string, projectRoot?: string): unknown => {
    const state = service.tree.stateOf(uri, projectRoot);
    return state?.requirements.map(({ label, status, answeredAt, declared }) => {
      const at = answeredAt?.range;
      const place = at === undefined ? '' : ` ${at.start.line}:${at.start.character}-${at.end.character}`;
      return `${label} ${status}${place} ${declared.join(', ')}`.trim();
    });
  };

  it('an agent: by what it reads, each part once, with where it is answered or waits for it', async () => {
    const service = await serviceOver(files);
    assert.deepEqual(shown(service, agentUri), [
      'Database met 3:4-12 MySQL, CockroachDB',
      'Backend – technologies and tools unfilled 2:15-24',
      'Performance missing',
    ]);
  });

  it('a project document: by what all agents read', async () => {
    const service = await serviceOver(files);
    assert.deepEqual(shown(service, uriOf('CLAUDE.md')), [
      'Backend – technologies and tools unfilled 2:15-24',
      'Database met 3:4-12 MySQL, CockroachDB',
      'Performance missing',
    ]);
    const state = service.tree.stateOf(uriOf('CLAUDE.md'));
    assert.ok(state?.kind === 'project');
    assert.deepEqual(
      state.requirements[1]!.readers.map(({ name, readAt }) => `${name} ${readAt.range.start.line}`),
      ['storage 4'],
    );
  });

  it('an agent that is skipped: by the reason', async () => {
    const service = await serviceOver({ ...files, '.claude/agents/storage.md': '---\nname: storage\n---\n' });
    const state = service.tree.stateOf(agentUri);
    assert.ok(state?.kind === 'agent');
    assert.equal(state.skipped, 'it has no “description”');
    assert.deepEqual(state.requirements, []);
  });

  it('a plugin’s agent: only in a project that is named', async () => {
    const uri = uriOf('plugin/agents/storage.md');
    const service = await serviceOver({
      'CLAUDE.md': '- **Database:** MySQL\n',
      'plugin/.claude-plugin/plugin.json': '{"name": "acme"}',
      'plugin/agents/storage.md': agent('storage', reads),
    });
    assert.equal(shown(service, uri), undefined);
    assert.deepEqual(shown(service, uri, root), ['Database met 0:4-12 MySQL']);
  });

  it('nothing is said of other files', async () => {
    const service = await serviceOver({
      ...files,
      'README.md': '# Shop\n',
      '.claude/agents/README.md': '# x\n',
    });
    assert.equal(shown(service, uriOf('README.md')), undefined);
    assert.equal(shown(service, uriOf('.claude/agents/README.md')), undefined);
  });
});

describe('the edit for one section', () => {
  const edited = async (
    label: string,
    files: Readonly<Record<string, string>>,
  ): Promise<readonly [string | undefined, SectionsEdit]> => {
    const service = await serviceOver({ '.claude/agents/storage.md': agent('storage', reads), ...files });
    const edit = service.sectionEdit(root, label)!;
    const text = files[edit.uri.slice(root.length + 1)];
    return [text === undefined || edit.kind !== 'edit' ? text : applyEdits(text, edit.edits), edit];
  };
  const compose = { 'compose.yaml': 'services:\n  db:\n    image: postgres:16\n' };
  const document = '# Shop\n\n## 3. Technologies\n\n- **Backend:** Go\n';

  it('adds a missing one, with a placeholder or with what was detected', async () => {
    const [plain] = await edited('Database', { 'CLAUDE.md': document });
    assert.equal(plain, `${document}- **Database:** [fill in, e.g., PostgreSQL, Redis]\n`);
    const [filled] = await edited('Database', { 'CLAUDE.md': document, ...compose });
    assert.equal(filled, `${document}- **Database:** PostgreSQL\n`);
  });

  it('fills in one that waits, where the manifests show the value', async () => {
    const [text] = await edited('Database', { 'CLAUDE.md': `${document}- **Database:** TBD\n`, ...compose });
    assert.equal(text, `${document}- **Database:** PostgreSQL\n`);
  });

  it('changes nothing that only its author knows, or has said; then it tells where that is', async () => {
    for (const value of ['[fill in]', 'MySQL']) {
      const before = `${document}- **Database:** ${value}\n`;
      const [text, edit] = await edited('Database', { 'CLAUDE.md': before });
      assert.equal(text, before);
      assert.ok(edit.kind === 'edit');
      assert.equal(edit.select?.range.start.line, 5);
    }
  });

  it('writes the whole document where there is none', async () => {
    const [, edit] = await edited('Database', {});
    assert.ok(edit.kind === 'create');
    assert.match(edit.content, /Database/);
  });
});
