/** Why each line of a profile is what it is, and where that leads; from both sides of the diff. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Hover, Location, MarkupContent } from 'vscode-languageserver-types';
import { LineIndex } from '../../../server/src/text/lineIndex.ts';
import type { LanguageService } from '../../../server/src/languageService.ts';
import { agent, agentUri, ask, home, root } from './helpOf.ts';

const documentUri = `${root}/CLAUDE.md`;
const document = [
  '# Shop\n',
  '- **Backend:** Node.js (NestJS)',
  '- **Database:** PostgreSQL 16, CockroachDB',
  '- **Business domains:** B2B payments',
  '- **Frontend:** none',
  '- **Performance:** p95 < 200 ms\n',
].join('\n');
const text = agent(
  'tried',
  [
    '# Tried\n',
    'A senior engineer.\n',
    'Based on the **"Database"** section in `CLAUDE.md`:\n',
    '- **PostgreSQL**: JSONB',
    '- **MySQL**: replication',
    '- **Sharding**: by tenant\n',
    'Adaptation to **"Backend"** from `CLAUDE.md`:\n',
    '- **Node.js**: Express, NestJS, Koa',
    '- **Python**: Django\n',
    'Adaptation to **"Frontend"** from `CLAUDE.md`:\n',
    '- **React**: hooks\n',
    'Adaptation to **"Business domains"** from `CLAUDE.md`:\n',
    '- **Fintech**: audit\n',
    'Adaptation to **"Project scale"** from `CLAUDE.md`:\n',
    '- **Startup**: haste\n',
    'Mind **"Performance"** from `CLAUDE.md`.\n',
    '## FinTech work\n',
    'Balanced entries.\n',
    '## Healthcare work\n',
    'Every read is logged.\n',
  ].join('\n'),
);

async function service(): Promise<LanguageService> {
  return (await ask(`${text}|`, { 'CLAUDE.md': document })).service;
}

/** Where `words` begin in a text, a little inside. */
function at(of: string, words: string): { line: number; character: number } {
  const offset = of.indexOf(words);
  assert.ok(offset >= 0, words);
  return new LineIndex(of).positionAt(offset + 1);
}

/** Links without the place of the project. */
function plain(hover: Hover | undefined): string | undefined {
  const value = hover === undefined ? undefined : (hover.contents as MarkupContent).value;
  return value?.replaceAll(`${root}/`, '');
}

function places(locations: readonly Location[]): string[] {
  return locations.map(({ uri, range }) => `${uri.slice(root.length + 1)}:${range.start.line + 1}`);
}

async function onRight(words: string): Promise<{ hover: string | undefined; leads: string[] }> {
  const asked = await service();
  const { profileHelp } = asked;
  const place = at(asked.profile(agentUri)!.text, words);
  return {
    hover: plain(profileHelp.hover(agentUri, undefined, place)),
    leads: places(profileHelp.definition(agentUri, undefined, place)),
  };
}

async function onLeft(words: string): Promise<{ hover: string | undefined; leads: string[] }> {
  const { profileHelp } = await service();
  const place = at(text, words);
  return {
    hover: plain(profileHelp.agentHover(agentUri, place)),
    leads: places(profileHelp.agentDefinition(agentUri, place)),
  };
}

const own = '.claude/agents/tried.md';
const link = (line: number): string =>
  `[${line > 6 ? 'tried' : 'CLAUDE'}.md:${line}](${line > 6 ? own : 'CLAUDE.md'}#L${line})`;

describe('a line of the profile', () => {
  it('that a fact keeps names the fact, and leads to it and to the agent', async () => {
    assert.deepEqual(await onRight('PostgreSQL**: JSONB'), {
      hover: `**PostgreSQL** stays. PostgreSQL is declared (${link(4)}).\n\n${link(11)}`,
      leads: ['CLAUDE.md:4', `${own}:11`],
    });
  });

  it('that always applies says so, and leads to the agent', async () => {
    assert.deepEqual(await onRight('Sharding'), {
      hover: `**Sharding** stays. It names no technology or business domain: it always applies.\n\n${link(13)}`,
      leads: [`${own}:13`],
    });
  });

  it('that a gap keeps names the gap', async () => {
    assert.deepEqual(await onRight('Startup'), {
      hover: `**Startup** stays. CLAUDE.md says nothing about “project\\_scale”.\n\n${link(30)}`,
      leads: [`${own}:30`],
    });
  });

  it('whose list was reordered says what came first', async () => {
    const { hover, leads } = await onRight('Node.js**: NestJS');
    assert.equal(
      hover,
      `Put first in this list, as declared: Node.js (${link(3)}), NestJS (${link(3)})\n\n` +
        `**Node.js** stays. Node.js is declared (${link(3)}).\n\n${link(17)}`,
    );
    assert.deepEqual(leads, ['CLAUDE.md:3', `${own}:17`]);
  });

  it('that asks for a section says how that stands, and leads there', async () => {
    assert.deepEqual(await onRight('Database"**'), {
      hover: `**Database** — applies 1 of 2: PostgreSQL (PostgreSQL, CockroachDB, ${link(4)})\n\n${link(9)}`,
      leads: ['CLAUDE.md:4'],
    });
  });

  it('of a section about a declared domain names the fact', async () => {
    assert.deepEqual(await onRight('Balanced entries'), {
      hover: `**FinTech work** stays. B2B payments (${link(5)}) is declared.\n\n${link(36)}`,
      leads: ['CLAUDE.md:5', `${own}:36`],
    });
  });

  it('that nothing decides on says so', async () => {
    assert.deepEqual(await onRight('A senior engineer'), {
      hover: `Stays as it is: no section of the project document decides on this line.\n\n${link(7)}`,
      leads: [`${own}:7`],
    });
  });

  it('that quotes the project document leads there', async () => {
    assert.deepEqual(await onRight('**Performance**: p95'), {
      hover: `From [CLAUDE.md:7](CLAUDE.md#L7)`,
      leads: ['CLAUDE.md:7'],
    });
    assert.match(
      (await onRight('What this project asks for')).hover ?? '',
      /^Quoted from the project document/,
    );
  });

  it('of the head names the gaps, the facts and who asks for what is missing', async () => {
    assert.deepEqual(await onRight('Declared, but unknown'), {
      hover: `The agent has vocabulary of this kind, but nothing on it:\n\n- **CockroachDB** (${link(4)})`,
      leads: ['CLAUDE.md:4'],
    });
    assert.deepEqual(await onRight('Missing in'), {
      hover: `What the agent knows there stays whole, for nothing rules it out:\n\n- **project\\_scale** — read at ${link(28)}`,
      leads: [`${own}:28`],
    });
    assert.deepEqual((await onRight('Applied:')).leads, [
      'CLAUDE.md:4',
      'CLAUDE.md:3',
      'CLAUDE.md:5',
      'CLAUDE.md:7',
    ]);
    assert.match((await onRight('Adapted to this')).hover ?? '', /an exported agent has none/);
  });
});

it('the head names what the project does not use', async () => {
  const without = text.replace('- **React**: hooks', '- **React**: hooks\n- **Accessibility**: labels');
  const { service: asked } = await ask(`${without}|`, { 'CLAUDE.md': document });
  const place = at(asked.profile(agentUri)!.text, 'Not used in');
  assert.equal(
    plain(asked.profileHelp.hover(agentUri, undefined, place)),
    `- **Frontend – technologies and tools** — none: leaves out React (${link(6)})`,
  );
});

describe('a line of the agent', () => {
  it('that is left out says why, and leads to what decided', async () => {
    assert.deepEqual(await onLeft('MySQL**'), {
      hover: `**MySQL** is left out. It is not among what is declared under “Database”. (PostgreSQL, CockroachDB, ${link(4)})`,
      leads: ['CLAUDE.md:4'],
    });
    assert.deepEqual(await onLeft('React**'), {
      hover: `**React** is left out. “Frontend – technologies and tools” is answered with none. (${link(6)})`,
      leads: ['CLAUDE.md:6'],
    });
    assert.deepEqual(await onLeft('Every read'), {
      hover: `**Healthcare work** is left out. Healthcare is not among what is declared under “Business domains”. (B2B payments, ${link(5)})`,
      leads: ['CLAUDE.md:5'],
    });
  });

  it('that goes along with the last entry says that nothing is left', async () => {
    assert.deepEqual(await onLeft('Adaptation to **"Frontend"'), {
      hover: 'Left out: nothing of what it introduces or parts is left.',
      leads: [],
    });
  });

  it('that names an entry says what keeps it; others say nothing', async () => {
    assert.deepEqual(await onLeft('Fintech**'), {
      hover: `**Fintech** stays. B2B payments, which is declared, is part of it (${link(5)}).`,
      leads: ['CLAUDE.md:5'],
    });
    for (const words of ['audit', 'A senior', 'Sharding', 'description']) {
      assert.deepEqual(await onLeft(words), { hover: undefined, leads: [] }, words);
    }
  });

  it('of the user’s is measured by the project that it is shown with', async () => {
    const uri = `${home}/.claude/agents/tried.md`;
    const second = `${root}/second`;
    const { service: asked } = await ask(
      `${text}|`,
      {
        'CLAUDE.md': document,
        'second/.claude/agents/a.md': agent('a'),
        'second/CLAUDE.md': '- **Database:** MySQL\n',
      },
      { uri },
    );
    const place = at(text, 'MySQL**');
    assert.equal(asked.profileHelp.agentHover(uri, place), undefined);
    assert.match(plain(asked.profileHelp.agentHover(uri, place, root)) ?? '', /^\*\*MySQL\*\* is left out/);
    assert.match(plain(asked.profileHelp.agentHover(uri, place, second)) ?? '', /^\*\*MySQL\*\* stays/);
  });

  it('of a plugin’s is made for no project', async () => {
    const uri = `${root}/plugin/agents/tried.md`;
    const { service: asked } = await ask(
      `${text}|`,
      { 'CLAUDE.md': document, 'plugin/.claude-plugin/plugin.json': '{}' },
      { uri },
    );
    assert.equal(asked.profileHelp.agentHover(uri, at(text, 'MySQL**')), undefined);
    assert.ok(asked.profileHelp.agentHover(uri, at(text, 'MySQL**'), root) !== undefined);
  });
});

it('every line of the profile has a reason, and a way that leads to a line that is there', async () => {
  const asked = await service();
  const { text: profile } = asked.profile(agentUri)!;
  const counts: Readonly<Record<string, number>> = {
    [agentUri]: text.split('\n').length,
    [documentUri]: document.split('\n').length,
  };
  for (let line = 0; line < profile.split('\n').length - 1; line++) {
    const place = { line, character: 0 };
    assert.ok(asked.profileHelp.hover(agentUri, undefined, place) !== undefined, `line ${line}`);
    for (const { uri, range } of asked.profileHelp.definition(agentUri, undefined, place))
      assert.ok(range.start.line < counts[uri]!, `line ${line}`);
  }
});
