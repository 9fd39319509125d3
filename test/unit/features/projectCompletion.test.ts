/** Values proposed in CLAUDE.md: what is offered at the mark, and what the text becomes when it is chosen. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { LineIndex } from '../../../server/src/text/lineIndex.ts';
import { applyEdits } from '../../../server/src/text/textEdit.ts';
import { agent, ask, root } from './helpOf.ts';

const uri = `${root}/CLAUDE.md`;

interface Offer {
  readonly labels: readonly string[];
  /** The text with one of them chosen. */
  readonly chosen: (label: string) => string;
}

/** @param marked with `^` where the cursor is */
async function offered(marked: string, others: Readonly<Record<string, string>> = {}): Promise<Offer> {
  const offset = marked.indexOf('^');
  const text = marked.replace('^', '');
  const { service } = await ask(`${text}|`, others, { uri });
  const lines = new LineIndex(text);
  const items: readonly CompletionItem[] = service.completion(uri, lines.positionAt(offset), 'invoked') ?? [];
  return {
    labels: items.map(({ label }) => label),
    chosen: (label) => {
      const item = items.find((one) => one.label === label);
      assert.ok(item !== undefined, `no "${label}" at ${marked}`);
      const { range, newText } = item.textEdit as TextEdit;
      return applyEdits(text, [{ span: lines.spanOf(range), newText }]);
    },
  };
}

const section = (lines: string): string => `# Shop\n\n## Technologies\n\n${lines}\n`;

interface Case {
  readonly title: string;
  readonly marked: string;
  readonly choose: string;
  readonly becomes: string;
  /** What must not be offered there. */
  readonly without?: readonly string[];
}

const inLines: readonly Case[] = [
  {
    title: 'behind a slash only the word is replaced',
    marked: '- **Database:** PostgreSQL/Re^',
    choose: 'Redis',
    becomes: '- **Database:** PostgreSQL/Redis',
    without: ['PostgreSQL'],
  },
  {
    title: 'behind “and” too',
    marked: '- **Database:** PostgreSQL and Re^',
    choose: 'Redis',
    becomes: '- **Database:** PostgreSQL and Redis',
    without: ['PostgreSQL'],
  },
  {
    title: 'behind a plus between spaces',
    marked: '- **Backend:** Go + ^',
    choose: 'Chi',
    becomes: '- **Backend:** Go + Chi',
    without: ['Go'],
  },
  {
    title: 'a plus that belongs to a name is none',
    marked: '- **Backend:** C+^',
    choose: 'C++',
    becomes: '- **Backend:** C++',
  },
  {
    title: 'nor is a word of a name',
    marked: '- **Other:** Weights and B^',
    choose: 'Weights & Biases',
    becomes: '- **Other:** Weights & Biases',
  },
  {
    title: 'in brackets there is no space',
    marked: '- **Frontend:** React (^)',
    choose: 'Vite',
    becomes: '- **Frontend:** React (Vite)',
    without: ['React'],
  },
  {
    title: 'behind a bold label and a dash',
    marked: '- **Database** – ^',
    choose: 'PostgreSQL',
    becomes: '- **Database** – PostgreSQL',
    without: ['Database', 'Other'],
  },
  {
    title: 'behind a bold label and a hyphen, with words',
    marked: '- **Database** - PostgreSQL, Red^',
    choose: 'Redis',
    becomes: '- **Database** - PostgreSQL, Redis',
    without: ['PostgreSQL'],
  },
  {
    title: 'what a nested bullet of the place declares is not offered again',
    marked: '- **Database:**\n  - PostgreSQL\n  - ^',
    choose: 'Redis',
    becomes: '- **Database:**\n  - PostgreSQL\n  - Redis',
    without: ['PostgreSQL'],
  },
];

const inTables: readonly Case[] = [
  {
    title: 'beside a label',
    marked: '| Layer | Technology | Version |\n|---|---|---|\n| Backend | Go | 1.24 |\n| Database | ^ | |',
    choose: 'PostgreSQL',
    becomes:
      '| Layer | Technology | Version |\n|---|---|---|\n| Backend | Go | 1.24 |\n| Database | PostgreSQL | |',
  },
  {
    title: 'in an empty cell, CRLF',
    marked: '| Area | Choice |\r\n|---|---|\r\n| Database |^|\r\n| Backend | Go |',
    choose: 'PostgreSQL',
    becomes: '| Area | Choice |\r\n|---|---|\r\n| Database | PostgreSQL|\r\n| Backend | Go |',
  },
  {
    title: 'behind what is there',
    marked: '| Area | Choice |\n|---|---|\n| Database | PostgreSQL, re^ |',
    choose: 'Redis',
    becomes: '| Area | Choice |\n|---|---|\n| Database | PostgreSQL, Redis |',
    without: ['PostgreSQL'],
  },
  {
    title: 'in a row that is being typed',
    marked: '| Area | Choice |\n|---|---|\n| **Database** | Post^',
    choose: 'PostgreSQL',
    becomes: '| Area | Choice |\n|---|---|\n| **Database** | PostgreSQL',
  },
  {
    title: 'in place of a placeholder',
    marked: '| Area | Choice |\n|---|---|\n| Database | [fill^ in] |',
    choose: 'PostgreSQL',
    becomes: '| Area | Choice |\n|---|---|\n| Database | PostgreSQL |',
  },
  {
    title: 'below a label',
    marked: '| Frontend | Backend |\n|---|---|\n| React | ^ |',
    choose: 'Django',
    becomes: '| Frontend | Backend |\n|---|---|\n| React | Django |',
    without: ['React'],
  },
  {
    title: 'where names stand for themselves',
    marked: '| Technology | Version |\n|---|---|\n| React | 19 |\n| ^ | |',
    choose: 'PostgreSQL',
    becomes: '| Technology | Version |\n|---|---|\n| React | 19 |\n| PostgreSQL | |',
    without: ['React'],
  },
];

describe('a value in CLAUDE.md', () => {
  for (const { title, marked, choose, becomes, without = [] } of [...inLines, ...inTables]) {
    it(title, async () => {
      const { labels, chosen } = await offered(section(marked));
      assert.equal(chosen(choose), section(becomes));
      for (const label of without) assert.ok(!labels.includes(label), label);
    });
  }

  for (const [where, marked] of [
    ['a version’s cell', '| Layer | Technology | Version |\n|---|---|---|\n| Database | Redis | ^ |'],
    ['the cell of a label', '| Layer | Technology |\n|---|---|\n| ^ | |'],
    ['a table’s header', '| Layer | ^ |\n|---|---|\n| Database | |'],
    ['a cell beside a name', '| Technology | Purpose |\n|---|---|\n| Redis | ^ |'],
  ] as const) {
    it(`is not proposed in ${where}`, async () => {
      assert.deepEqual((await offered(section(marked))).labels, []);
    });
  }
});

describe('what agents know comes first', () => {
  const reads = 'Adaptation to the **"Database"** section in `CLAUDE.md`:\n\n';
  const knows = (name: string): string => agent('storage', `${reads}- **${name}**: of ${name}\n`);
  /** The first two of the list as it is shown. */
  async function first(uriOf: string, others: Record<string, string>): Promise<readonly string[]> {
    const text = section('- **Database:** ');
    const { service } = await ask(`${text}|`, others, { uri: uriOf });
    const at = new LineIndex(text).positionAt(text.indexOf('** ') + 3);
    const items = service.completion(uriOf, at, 'invoked') ?? [];
    const shown = items.toSorted((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
    return shown.slice(0, 2).map(({ label }) => label);
  }
  const deeper = `${root}/api/CLAUDE.md`;
  it('also what those of the folders above know, which Claude Code reads in a folder too', async () => {
    const others = { 'CLAUDE.md': '# Shop\n', '.claude/agents/storage.md': knows('CouchDB') };
    assert.equal((await first(deeper, others))[0], 'CouchDB');
  });
  it('what those of the folder itself know before that, and not in the folder above', async () => {
    const others = {
      '.claude/agents/storage.md': knows('CouchDB'),
      'api/.claude/agents/storage.md': knows('MySQL'),
    };
    assert.deepEqual(await first(deeper, others), ['MySQL', 'CouchDB']);
    const [own, next] = await first(uri, others);
    assert.equal(own, 'CouchDB');
    assert.notEqual(next, 'MySQL');
  });
});

describe('what is declared already', () => {
  it('is not offered where an imported file declares it', async () => {
    const text = '# Shop\n\n@stack.md\n\n## Technologies\n\n- **Database:** ^\n';
    const { labels } = await offered(text, { 'stack.md': '## Technologies\n\n- **Database:** Redis\n' });
    assert.ok(labels.includes('PostgreSQL') && !labels.includes('Redis'));
  });
  it('is offered where only the metadata or another label declares it', async () => {
    const text =
      '# Shop\n\n- **primary_language**: TypeScript\n\n## Technologies\n\n- **Frontend:** React\n- **Backend:** ^\n';
    assert.ok((await offered(text)).labels.includes('TypeScript'));
  });
  it('is offered while it is being typed', async () => {
    assert.ok((await offered(section('- **Database:** Redis^'))).labels.includes('Redis'));
  });
});

describe('a value of the metadata', () => {
  const metadata = (line: string): string => `# Shop\n\n## Project Metadata\n\n- ${line}\n`;
  it('has the choices of the template', async () => {
    const stage = await offered(metadata('**development_stage**: ^'));
    assert.deepEqual(stage.labels, ['concept', 'mvp', 'development', 'production', 'maintenance']);
    assert.equal(stage.chosen('mvp'), metadata('**development_stage**: mvp'));
    assert.deepEqual((await offered(metadata('project_scale: "s^'))).labels, [
      'startup',
      'sme',
      'enterprise',
    ]);
    const quoted = await offered(metadata('development_stage: "m^"'));
    assert.equal(quoted.chosen('mvp'), metadata('development_stage: "mvp"'));
  });
  it('is a language where one is asked for', async () => {
    const { labels, chosen } = await offered(metadata('primary_language: ^'));
    assert.ok(labels.includes('Python') && labels.includes('Go'));
    for (const other of ['React', 'PostgreSQL', 'Node.js', 'Django'])
      assert.ok(!labels.includes(other), other);
    assert.equal(chosen('Rust'), metadata('primary_language: Rust'));
  });
  it('is what the project’s manifest says', async () => {
    const manifest = { 'package.json': '{ "name": "shop", "version": "2.1.0" }' };
    assert.deepEqual((await offered(metadata('project_name: ^'), manifest)).labels, ['shop']);
    assert.deepEqual((await offered(metadata('project_version: [fill in^]'), manifest)).labels, ['2.1.0']);
    assert.deepEqual((await offered(metadata('last_updated: ^'), manifest)).labels, []);
  });
});
