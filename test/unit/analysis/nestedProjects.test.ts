/** Projects within projects: in which of their documents a finding stands, and which documents are checked at all. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LanguageService } from '../../../server/src/languageService.ts';
import { LineIndex } from '../../../server/src/text/lineIndex.ts';
import { MemoryFileSystem } from '../../support/memoryFileSystem.ts';

const root = 'file:///mono';
const reads = (name: string): string =>
  `---\nname: ${name}\ndescription: Stores things.\n---\nBased on the **"Database"** section in \`CLAUDE.md\`.\n`;
const declares = (database: string): string => `# Shop\n\n## Technologies\n\n- **Database:** ${database}\n`;

interface Abilities {
  readonly findsDeeperDocuments?: boolean;
}

function serviceOver(files: Readonly<Record<string, string>>, abilities: Abilities = {}): LanguageService {
  return over(files, abilities).service;
}

function over(
  files: Readonly<Record<string, string>>,
  abilities: Abilities,
): { service: LanguageService; memory: MemoryFileSystem } {
  const memory = new MemoryFileSystem(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${root}/${path}`, text])),
  );
  const service = new LanguageService({
    ...abilities,
    files: memory,
    onChanged: () => {},
    schedule: () => {},
    log: (message) => assert.fail(message),
  });
  service.model.setFolders([root]);
  return { service, memory };
}

function findings(service: LanguageService): string[] {
  return [...service.model.documents].sort().flatMap((uri) =>
    service
      .findings(uri)
      .filter(({ rule }) => rule.startsWith('project/'))
      .map(({ rule, message }) => `${uri.slice(root.length + 1)} ${rule}: ${message}`),
  );
}

const cases: readonly {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly found: readonly string[];
}[] = [
  {
    title: 'an unfilled section is one of the project’s own document, not of that above it',
    files: {
      'CLAUDE.md': declares('TBD'),
      'sub/CLAUDE.md': declares('TBD'),
      'sub/.claude/agents/storage.md': reads('storage'),
    },
    found: [
      'CLAUDE.md project/placeholder: "Database" is not filled in',
      'sub/CLAUDE.md project/unfilled-section: "Database" is not filled in; read by storage',
    ],
  },
  {
    title: 'what the own document imports counts as it does',
    files: {
      'CLAUDE.md': declares('TBD'),
      'sub/CLAUDE.md': '@docs/stack.md\n',
      'sub/docs/stack.md': declares('TBD'),
      'sub/.claude/agents/storage.md': reads('storage'),
    },
    found: [
      'CLAUDE.md project/placeholder: "Database" is not filled in',
      'sub/docs/stack.md project/unfilled-section: "Database" is not filled in; read by storage',
    ],
  },
  {
    title: 'the document above is read too: where it answers, nothing is open for the agents',
    files: {
      'CLAUDE.md': declares('PostgreSQL'),
      'sub/CLAUDE.md': '# Sub\n\nTests first.\n',
      'sub/.claude/agents/storage.md': reads('storage'),
    },
    found: [],
  },
  {
    title: 'where only the document above has the section, it is unfilled there',
    files: {
      'CLAUDE.md': declares('TBD'),
      'sub/CLAUDE.md': '# Sub\n\nTests first.\n',
      'sub/.claude/agents/storage.md': reads('storage'),
    },
    found: ['CLAUDE.md project/unfilled-section: "Database" is not filled in; read by storage'],
  },
  {
    title: 'each of two projects with one label has its own finding',
    files: {
      'CLAUDE.md': declares('TBD'),
      '.claude/agents/data.md': reads('data'),
      'sub/CLAUDE.md': declares('TBD'),
      'sub/.claude/agents/storage.md': reads('storage'),
    },
    found: [
      'CLAUDE.md project/unfilled-section: "Database" is not filled in; read by data',
      'sub/CLAUDE.md project/unfilled-section: "Database" is not filled in; read by storage',
    ],
  },
  {
    title: 'what is missing is missing in the own document',
    files: {
      'CLAUDE.md': '# Shop\n',
      'sub/CLAUDE.md': '# Sub\n',
      'sub/.claude/agents/storage.md': reads('storage'),
    },
    found: ['sub/CLAUDE.md project/missing-section: "Database" is missing; read by storage'],
  },
  {
    title: 'manifests of one folder say nothing of the document above it',
    files: {
      'CLAUDE.md': declares('MySQL'),
      'api/compose.yaml': 'services:\n  db:\n    image: mysql:8\n  other:\n    image: postgres:16\n',
      'sub/CLAUDE.md': '# Sub\n',
      'sub/.claude/agents/storage.md': reads('storage'),
      'sub/package.json': '{ "dependencies": { "pg": "8" } }\n',
    },
    found: ['CLAUDE.md project/drift: api/compose.yaml shows PostgreSQL, which "Database" does not mention'],
  },
];

describe('of projects within projects', () => {
  for (const { title, files, found } of cases) {
    it(title, async () => {
      const service = serviceOver(files);
      await service.model.settled();
      assert.deepEqual(findings(service), found);
    });
  }
});

describe('the document of a folder within a project', () => {
  const files = {
    'CLAUDE.md': '# Shop\n\nTests first.\n',
    'api/CLAUDE.md': `${declares('MySQL')}- **Backend:** TBD\n\n@docs/more.md\n`,
    'api/docs/more.md': 'See @other.md, first.\n',
    'api/package.json': '{ "dependencies": { "pg": "8" } }\n',
  };
  const found = [
    'api/CLAUDE.md project/drift: package.json shows PostgreSQL; no manifest shows MySQL',
    'api/CLAUDE.md project/placeholder: "Backend" is not filled in',
    'api/docs/more.md project/import-punctuation: Not imported: Claude Code takes the "," for a part of the file’s name',
  ];

  it('is checked, with what it imports, when it is looked for', async () => {
    const service = serviceOver(files, { findsDeeperDocuments: true });
    await service.model.settled();
    assert.deepEqual(findings(service), found);
  });

  it('is checked when it is opened, and is no project of its own to anybody', async () => {
    const service = serviceOver(files);
    await service.model.settled();
    assert.deepEqual(findings(service), []);
    const uri = `${root}/api/CLAUDE.md`;
    service.model.open(uri, files['api/CLAUDE.md'], 1, new LineIndex(files['api/CLAUDE.md']));
    await service.model.settled();
    assert.deepEqual(findings(service), found);
    assert.deepEqual(
      service.model.projects.map((project) => project.root),
      [root],
    );
    assert.equal(service.projectAt(uri), undefined);
    assert.equal(service.tree.stateOf(uri), undefined);
    // What is typed above it is not checked against it, and reaches it all the same.
    const above = declares('MySQL');
    service.model.open(`${root}/CLAUDE.md`, above, 1, new LineIndex(above));
    assert.deepEqual(
      service.findings(`${root}/CLAUDE.md`).map(({ rule }) => rule),
      ['project/drift'],
    );
    await service.model.settled();
    assert.equal(service.model.projectOfFile(uri)?.facts.resolve('Database').values.length, 2);
  });

  it('lets go of what it does not import any more', async () => {
    const service = serviceOver(files);
    const uri = `${root}/api/CLAUDE.md`;
    service.model.open(uri, files['api/CLAUDE.md'], 1, new LineIndex(files['api/CLAUDE.md']));
    await service.model.settled();
    assert.equal(service.findings(`${root}/api/docs/more.md`).length, 1);
    const without = files['api/CLAUDE.md'].replace('@docs/more.md', '');
    service.model.edit(uri, without, 2, new LineIndex(without));
    await service.model.settled();
    assert.deepEqual(service.findings(`${root}/api/docs/more.md`), []);
  });

  it('is one of a project as soon as there is a folder `.claude`', async () => {
    const { service, memory } = over(files, { findsDeeperDocuments: true });
    await service.model.settled();
    assert.equal(service.model.project(`${root}/api`)?.isPart, true);
    memory.files.set(`${root}/api/.claude/agents/data.md`, reads('data'));
    service.model.fileChanged(`${root}/api/.claude`);
    await service.model.settled();
    assert.equal(service.model.project(`${root}/api`)?.isPart, false);
    assert.deepEqual(service.unanswered(service.model.project(`${root}/api`)!), []);
  });
});
