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
  {
    title: 'in the middle of an item its rest is replaced',
    marked: '- **Database:** PostgreSQL, My^SQL, Redis',
    choose: 'MariaDB',
    becomes: '- **Database:** PostgreSQL, MariaDB, Redis',
  },
  {
    title: 'so is the only one’s',
    marked: '- **Database:** Post^gres',
    choose: 'PostgreSQL',
    becomes: '- **Database:** PostgreSQL',
  },
  {
    title: 'and that of a name of several words',
    marked: '- **Backend:** Ruby ^on Rails, Go',
    choose: 'Django',
    becomes: '- **Backend:** Django, Go',
  },
  {
    title: 'a version stays',
    marked: '- **Database:** Post^greSQL 16 (main)',
    choose: 'PostgreSQL',
    becomes: '- **Database:** PostgreSQL 16 (main)',
  },
  {
    title: 'a remark stays',
    marked: '- **Database:** Post^gre – the main one.',
    choose: 'PostgreSQL',
    becomes: '- **Database:** PostgreSQL – the main one.',
  },
  {
    title: 'before “and”',
    marked: '- **Database:** My^SQL and Redis',
    choose: 'MariaDB',
    becomes: '- **Database:** MariaDB and Redis',
  },
  {
    title: 'before another item comes a comma',
    marked: '- **Database:** ^PostgreSQL, MySQL',
    choose: 'Redis',
    becomes: '- **Database:** Redis, PostgreSQL, MySQL',
  },
  {
    title: 'in the middle too',
    marked: '- **Database:** PostgreSQL,^ MySQL',
    choose: 'Redis',
    becomes: '- **Database:** PostgreSQL, Redis, MySQL',
  },
  {
    title: 'before a comma comes none',
    marked: '- **Database:** ^, MySQL',
    choose: 'Redis',
    becomes: '- **Database:** Redis, MySQL',
  },
  {
    title: 'nor before a comment',
    marked: '- **Database:** ^ <!-- which? -->',
    choose: 'Redis',
    becomes: '- **Database:** Redis <!-- which? -->',
  },
  {
    title: 'behind a task’s box',
    marked: '- [ ] **Database:** ^',
    choose: 'PostgreSQL',
    becomes: '- [ ] **Database:** PostgreSQL',
  },
  {
    title: 'at the end of an item the space before “and” stays',
    marked: '- **Frontend:** Vite ^and React',
    choose: 'Svelte',
    becomes: '- **Frontend:** Svelte and React',
  },
  {
    title: 'within bold marks',
    marked: '- **Database:** **Po^**',
    choose: 'PostgreSQL',
    becomes: '- **Database:** **PostgreSQL**',
  },
  {
    title: 'within back-ticks',
    marked: '- **Database:** `Post^gres`',
    choose: 'PostgreSQL',
    becomes: '- **Database:** `PostgreSQL`',
  },
  {
    title: 'in a link’s text',
    marked: '- **Database:** [Post^gres](https://x.example)',
    choose: 'PostgreSQL',
    becomes: '- **Database:** [PostgreSQL](https://x.example)',
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
    ['a comment', '- **Database:** <!-- ^ -->'],
    ['a comment behind a value', '- **Database:** PostgreSQL <!-- ^ -->'],
    ['the marks before a name', '- **Database:** *^*MySQL**'],
    ['a link’s address', '- **Database:** [PostgreSQL](htt^'],
    ['an address', '- **Database:** https://^'],
    ['a fence in a list', '- **Database:**\n\n  ```\n  - ^\n  ```'],
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

describe('a label in CLAUDE.md', () => {
  for (const [marked, choose, becomes] of [
    ['- **Da^tabase:** PostgreSQL', 'Other', '- **Other:** PostgreSQL'],
    ['- **^Database:** PostgreSQL', 'Other', '- **Other:** PostgreSQL'],
    ['- ^**Database:** PostgreSQL', 'Other', undefined],
    ['- **Database^:** PostgreSQL', 'Other', '- **Other:** PostgreSQL'],
    ['- **Da^**: x', 'Other', '- **Other**: x'],
    ['- **^my_label**: x', 'Other', '- **Other**: x'],
    ['- __my_^label__: x', 'Other', '- __Other__: x'],
    ['- **Da^** – x', 'Other', '- **Other** – x'],
    ['- **Da^**', 'Other', '- **Other:** '],
    ['- **Da^** x', 'Other', '- **Other:** x'],
    ['- **Da^', 'Other', '- **Other:** '],
    ['- **Da^ta: x', 'Other', '- **Other**: x'],
    ['- __Da^ta:__ x', 'Other', '- __Other:__ x'],
    ['- Da^tabase: PostgreSQL', 'Other', '- Other: PostgreSQL'],
    [
      '- **Backend:** Go\n- D^ PostgreSQL is used',
      'Other',
      '- **Backend:** Go\n- **Other:** PostgreSQL is used',
    ],
    ['- D^ PostgreSQL is used', 'Django', '- Django PostgreSQL is used'],
    ['- **Backend**: Go\n- O^', 'Other', '- **Backend**: Go\n- **Other**: '],
    ['- [ ] **Da^', 'Other', '- [ ] **Other:** '],
    ['### Da^ta', 'Database', '### Database'],
    ['### Front^end parts', 'Other', '### Other'],
    ['### Da^ta ###', 'Database', '### Database ###'],
    ['### Data: all ^', 'Database', undefined],
    ['### Da^ta: all of it', 'Database', '### Database: all of it'],
    ['### Frontend\n\nReact\n\n### ^', 'Database', '### Frontend\n\nReact\n\n### Database'],
    ['### Da^tabase', 'Project Metadata', '### Project Metadata'],
    ['## Da^', 'Database', undefined],
    ['<!-- - **Da^ -->', 'Other', undefined],
    ['- `Da^`', 'Other', undefined],
    ['- [x](Da^', 'Other', undefined],
    ['- x\n\n  ```\n  - Da^\n  ```', 'Other', undefined],
  ] as const) {
    it(`${JSON.stringify(marked)}: ${choose}`, async () => {
      const { labels, chosen } = await offered(section(marked));
      if (becomes === undefined) assert.ok(!labels.includes(choose));
      else assert.equal(chosen(choose), section(becomes));
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
    for (const value of ['^ mvp', ' ^"mvp"', ' ^  mvp', ' ^mvp', ' mv^p', ' "^mvp"', ' ^']) {
      const one = await offered(metadata(`development_stage:${value}`));
      assert.equal(one.chosen('concept').replaceAll('"', ''), metadata('development_stage: concept'), value);
    }
    const changed = await offered(metadata('development_stage: ^mvp'));
    assert.equal(changed.chosen('production'), metadata('development_stage: production'));
    const language = await offered(metadata('primary_language: ^Go'));
    assert.equal(language.chosen('Rust'), metadata('primary_language: Rust'));
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
