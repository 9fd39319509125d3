import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type LoadOptions, loadProjectDocument } from '../../../server/src/project/loadProjectDocument.ts';
import { slice } from '../../../server/src/text/span.ts';
import { uriPath } from '../../../server/src/workspace/uris.ts';
import { MemoryFileSystem } from '../../support/memoryFileSystem.ts';

interface Case {
  /** Texts by path; the folder is `/w/p`. */
  readonly files: Readonly<Record<string, string>>;
  /** `path role`, in load order. */
  readonly loads: readonly string[];
  readonly links?: Readonly<Record<string, string>>;
  readonly options?: LoadOptions;
}

const chain = Object.fromEntries([1, 2, 3, 4, 5, 6].map((i) => [`/w/p/d${i}.md`, `d${i}\n@d${i + 1}.md\n`]));
const rule = (paths: string): string => `---\npaths: ${paths}\n---\nrule\n`;

const cases: Readonly<Record<string, Case>> = {
  'nothing there': { files: { '/w/p/README.md': 'x' }, loads: [] },
  'every place, from the root down': {
    files: {
      '/CLAUDE.md': 'root',
      '/w/CLAUDE.md': 'w',
      '/w/CLAUDE.local.md': 'w',
      '/w/p/CLAUDE.md': 'p',
      '/w/p/.claude/CLAUDE.md': 'p',
      '/w/p/.claude/rules/b.md': 'b',
      '/w/p/.claude/rules/a.md': 'a',
      '/w/p/.claude/rules/deep/er/c.md': 'c',
      '/w/p/.claude/rules/d.txt': 'd',
      '/w/p/.claude/rules/e.MD': 'e',
      '/w/p/CLAUDE.local.md': 'p',
      '/w/p/.claude/CLAUDE.local.md': 'no',
      '/w/p/claude.md': 'no',
      '/w/p/sub/CLAUDE.md': 'no',
      '/w/p/AGENTS.md': 'no',
    },
    loads: [
      '/CLAUDE.md project',
      '/w/CLAUDE.md project',
      '/w/CLAUDE.local.md local',
      '/w/p/CLAUDE.md project',
      '/w/p/.claude/CLAUDE.md dot-claude',
      '/w/p/.claude/rules/a.md rules',
      '/w/p/.claude/rules/b.md rules',
      '/w/p/.claude/rules/deep/er/c.md rules',
      '/w/p/CLAUDE.local.md local',
    ],
  },
  'AGENTS.md where there is nothing else, rules aside': {
    files: {
      '/w/AGENTS.md': 'w',
      '/w/p/AGENTS.md': 'p\n@a.md',
      '/w/p/.claude/AGENTS.md': 'x',
      '/w/p/.claude/rules/r.md': 'r',
      '/w/p/a.md': 'a',
    },
    loads: [
      '/w/p/.claude/rules/r.md rules',
      '/w/AGENTS.md agents-md',
      '/w/p/AGENTS.md agents-md',
      '/w/p/a.md import',
      '/w/p/.claude/AGENTS.md agents-md',
    ],
  },
  'AGENTS.md where the others are blank': {
    files: {
      '/w/p/CLAUDE.md': '---\nx: y\n---\n<!-- @a.md -->\n',
      '/w/p/.claude/CLAUDE.md': '',
      '/w/p/CLAUDE.local.md': ' \n',
      '/w/p/AGENTS.md': 'p',
      '/w/p/a.md': 'a',
    },
    loads: ['/w/p/AGENTS.md agents-md'],
  },
  'no AGENTS.md where a parent folder has CLAUDE.md': {
    files: { '/w/CLAUDE.md': 'w', '/w/p/AGENTS.md': 'p' },
    loads: ['/w/CLAUDE.md project'],
  },
  'CLAUDE.md that is only @AGENTS.md': {
    files: { '/w/p/CLAUDE.md': '@AGENTS.md', '/w/p/AGENTS.md': '@CLAUDE.md\nx' },
    loads: ['/w/p/CLAUDE.md project', '/w/p/AGENTS.md import'],
  },
  'four hops': {
    files: { '/w/p/CLAUDE.md': '@d1.md', ...chain },
    loads: [
      '/w/p/CLAUDE.md project',
      '/w/p/d1.md import',
      '/w/p/d2.md import',
      '/w/p/d3.md import',
      '/w/p/d4.md import',
    ],
  },
  'once each, however it is spelled': {
    files: {
      '/w/p/CLAUDE.md': '@a.md @./a.md @sub/../a.md @/w/p/a.md @a.md/ @a.md#x @CLAUDE.md',
      '/w/p/a.md': 'a\n@sub/b.md',
      '/w/p/sub/b.md': 'b\n@c.md\n@../a.md\n@a.md',
      '/w/p/sub/c.md': 'c',
    },
    loads: ['/w/p/CLAUDE.md project', '/w/p/a.md import', '/w/p/sub/b.md import', '/w/p/sub/c.md import'],
  },
  'only what lies in the folder': {
    files: {
      '/w/CLAUDE.md': '@x.md\n@p/a.md',
      '/w/x.md': 'x',
      '/w/p/CLAUDE.md': '@../x.md\n@~/x.md\n@~/../w/p/b.md\n@/w/pp/x.md',
      '/w/p/a.md': 'a',
      '/w/p/b.md': 'b',
      '/w/pp/x.md': 'x',
      '/home/x.md': 'x',
    },
    options: { home: 'file:///home' },
    loads: ['/w/CLAUDE.md project', '/w/p/a.md import', '/w/p/CLAUDE.md project', '/w/p/b.md import'],
  },
  'text files only': {
    files: {
      '/w/p/CLAUDE.md':
        '@a.png @b.ts @LICENSE @.env @go.mod @c.MD @docs @d.md. @e\\ f.md @%g.md @./é%20.md @h',
      '/w/p/a.png': 'x',
      '/w/p/b.ts': 'x',
      '/w/p/LICENSE': 'x',
      '/w/p/.env': 'x',
      '/w/p/go.mod': 'x',
      '/w/p/c.MD': 'x',
      '/w/p/docs/README.md': 'x',
      '/w/p/d.md': 'x',
      '/w/p/e f.md': 'x',
      '/w/p/%g.md': 'x',
      '/w/p/é%20.md': 'x',
      '/w/p/h': '',
    },
    loads: [
      '/w/p/CLAUDE.md project',
      '/w/p/b.ts import',
      '/w/p/LICENSE import',
      '/w/p/.env import',
      '/w/p/c.MD import',
      '/w/p/e f.md import',
      '/w/p/é%20.md import',
    ],
  },
  'rules for some files only, and what they import': {
    files: {
      '/w/p/.claude/rules/a.md': `${rule('src/**')}@../../x.md\n`,
      '/w/p/.claude/rules/b.md': rule('"**"'),
      '/w/p/x.md': 'x',
      '/w/p/CLAUDE.md': rule('src/**'),
    },
    loads: ['/w/p/CLAUDE.md project', '/w/p/x.md import', '/w/p/.claude/rules/b.md rules'],
  },
  'too large': {
    files: { '/w/p/CLAUDE.md': 'x'.repeat(4_194_305), '/w/p/AGENTS.md': 'x' },
    loads: ['/w/p/AGENTS.md agents-md'],
  },
  'symbolic links': {
    files: {
      '/w/p/docs/guide.md': 'x\n@b.md',
      '/w/p/docs/b.md': 'b',
      '/w/p/b.md': 'no',
      '/w/shared/r.md': 'r',
    },
    links: {
      '/w/p/CLAUDE.md': 'docs/guide.md',
      '/w/p/CLAUDE.local.md': 'CLAUDE.md',
      '/w/p/.claude/rules/out': '/w/shared',
      '/w/p/.claude/rules/circle': '..',
      '/w/p/.claude/rules/loop.md': 'loop.md',
    },
    loads: [
      '/w/p/CLAUDE.md project',
      '/w/p/docs/b.md import',
      '/w/p/.claude/rules/out/r.md rules',
      // A link is a file of its own.
      '/w/p/CLAUDE.local.md local',
    ],
  },
  'a folder behind a symbolic link': {
    files: { '/data/CLAUDE.md': '@a.md', '/data/a.md': 'a' },
    links: { '/w/p': '/data' },
    loads: ['/w/p/CLAUDE.md project', '/w/p/a.md import'],
  },
  'the user’s files are not the project’s': {
    files: {
      '/w/.claude/CLAUDE.md': 'user',
      '/w/.claude/rules/r.md': 'user',
      '/w/CLAUDE.md': 'w',
      '/w/p/CLAUDE.md': 'p',
    },
    options: { home: 'file:///w' },
    loads: ['/w/CLAUDE.md project', '/w/p/CLAUDE.md project'],
  },
  'the user’s files, asked for': {
    files: {
      '/w/.claude/CLAUDE.md': '@../x.md',
      '/w/.claude/rules/r.md': 'r',
      '/w/x.md': 'x',
      '/w/p/CLAUDE.md': '@../x.md',
    },
    options: { home: 'file:///w', userFiles: true },
    loads: [
      '/w/.claude/CLAUDE.md user',
      '/w/x.md import',
      '/w/.claude/rules/r.md rules',
      '/w/p/CLAUDE.md project',
    ],
  },
};

async function load(of: Case): Promise<Awaited<ReturnType<typeof loadProjectDocument>>> {
  const files = new MemoryFileSystem(of.files);
  for (const [from, to] of Object.entries(of.links ?? {})) files.link(from, to);
  return loadProjectDocument(files, 'file:///w/p', of.options);
}

describe('the project document', () => {
  for (const [name, of] of Object.entries(cases)) {
    it(name, async () => {
      const { sources } = await load(of);
      assert.deepEqual(
        sources.map((source) => `${uriPath(source.uri)} ${source.role}`),
        of.loads,
      );
    });
  }

  it('tells who imports what, and what is hidden', async () => {
    const { sources } = await load({
      files: {
        '/w/p/CLAUDE.local.md': '---\nx: y\n---\n<!-- @a.md -->\n@b.md\n',
        '/w/p/b.md': 'b',
      },
      loads: [],
    });
    const [local, imported] = sources;
    assert.deepEqual(
      local?.hidden.map((stretch) => slice(local.text, stretch)),
      ['---\nx: y\n---\n', '<!-- @a.md -->'],
    );
    assert.equal(imported?.level, 'local');
    assert.equal(imported.importedBy?.uri, 'file:///w/p/CLAUDE.local.md');
    assert.equal(slice(local?.text ?? '', imported.importedBy.span), '@b.md');
  });

  it('says what had a say in it, present or not', async () => {
    const { looked } = await load({
      files: { '/w/p/.claude/rules/x/r.md': 'r', '/w/p/AGENTS.md': '@a.md' },
      loads: [],
    });
    const expected = `
      /CLAUDE.md /CLAUDE.local.md /.claude/CLAUDE.md /.claude/rules /AGENTS.md /.claude/AGENTS.md
      /w/CLAUDE.md /w/p/CLAUDE.md /w/p/.claude /w/p/.claude/CLAUDE.md /w/p/.claude/AGENTS.md
      /w/p/.claude/rules /w/p/.claude/rules/x /w/p/.claude/rules/x/r.md /w/p/AGENTS.md /w/p/a.md`;
    for (const path of expected.trim().split(/\s+/)) assert.ok(looked.includes(`file://${path}`), path);
  });

  it('reads little', async () => {
    const empty = new MemoryFileSystem({ '/w/p/README.md': 'x' });
    await loadProjectDocument(empty, 'file:///w/p');
    // In each of three folders `CLAUDE.md`, `CLAUDE.local.md`, `.claude` and `AGENTS.md`.
    assert.deepEqual(empty.calls, { stat: 12, readDirectory: 0, readText: 0 });

    const usual = new MemoryFileSystem({ '/w/p/CLAUDE.md': 'x @b', '/w/p/.claude/agents/a.md': 'a' });
    await loadProjectDocument(usual, 'file:///w/p');
    // Three in each folder, two in `.claude`, and the import that is not there.
    assert.deepEqual(usual.calls, { stat: 12, readDirectory: 0, readText: 1 });
  });

  it('stops when it is no longer wanted', async () => {
    const files = new MemoryFileSystem({ '/w/p/CLAUDE.md': '@d1.md', ...chain });
    const { sources } = await loadProjectDocument(files, 'file:///w/p', {
      isCancelled: () => files.calls.readText >= 2,
    });
    assert.equal(sources.length, 2);
    assert.equal(files.calls.readText, 2);
  });

  it('takes any scheme and any spelling of a URI', async () => {
    const files = new MemoryFileSystem({
      'vscode-vfs://github/a/b%20c/CLAUDE.md': '@d.md',
      'vscode-vfs://github/a/b%20c/d.md': 'd',
    });
    const { sources } = await loadProjectDocument(files, 'vscode-vfs://github/a/b c');
    assert.deepEqual(
      sources.map((source) => source.uri),
      ['vscode-vfs://github/a/b%20c/CLAUDE.md', 'vscode-vfs://github/a/b%20c/d.md'],
    );
  });
});
