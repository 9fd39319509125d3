/** The coverage of a project: who reads what, what is to be done first, and the document that says so. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Coverage } from '../../../server/src/features/coverage/coverage.ts';
import { coverageGraphs } from '../../../server/src/features/coverage/coverageGraph.ts';
import { coverageMarkdown } from '../../../server/src/features/coverage/coverageMarkdown.ts';
import { LanguageService } from '../../../server/src/languageService.ts';
import { MemoryFileSystem } from '../../support/memoryFileSystem.ts';

function agent(name: string, ...sections: readonly string[]): string {
  const parts = sections.map((section) => `Adaptation to the **"${section}"** section in \`CLAUDE.md\`:\n`);
  return `---\nname: ${name}\ndescription: D.\n---\n\n# ${name}\n\n${parts.join('\n')}`;
}

const storage = `${agent('storage', 'Database')}
- **PostgreSQL**: JSONB
- **MySQL**: replication

${agent('x', 'Business domains').split('\n').slice(6).join('\n')}
- **Fintech**: audit
`;

const files: Readonly<Record<string, string>> = {
  'CLAUDE.md':
    '# Shop\n\n## 2. Domains and Goals\n\n- **Business domains:** [fill in]\n\n## 3. Technologies\n\n- **Database:** PostgreSQL, CockroachDB\n- **Frontend – technologies and tools:** none\n',
  '.claude/agents/storage.md': storage,
  '.claude/agents/ui.md': agent('ui', 'Frontend', 'Security', 'Business domains'),
  '.claude/agents/ops.md': agent('ops', 'Security'),
  '.claude/agents/plain.md': agent('plain'),
  '.claude/agents/broken.md': '---\nname: broken\n---\n',
  '.claude/agents/README.md': '# Our agents\n',
};

async function coverage(given: Readonly<Record<string, string>> = files): Promise<Coverage> {
  const service = new LanguageService({
    files: new MemoryFileSystem(
      Object.fromEntries(Object.entries(given).map(([path, text]) => [`file:///shop/${path}`, text])),
    ),
    onChanged: () => {},
    schedule: () => {},
    log: (message) => assert.fail(message),
  });
  service.model.setFolders(['file:///shop']);
  await service.model.settled();
  const found = service.coverage('file:///shop');
  assert.ok(found);
  return found;
}

const link = (uri: string, line: number): string => `${uri.slice('file:///shop/'.length)}#L${line + 1}`;

describe('the coverage of a project', () => {
  it('has a cell for each agent and section, in the order of the template', async () => {
    const { agents, sections, readingNothing, skipped } = await coverage();
    assert.deepEqual(
      sections.map(({ label, status }) => `${label}: ${status}`),
      [
        'Business domains: unfilled',
        'Frontend – technologies and tools: none',
        'Database: met',
        'Security: missing',
      ],
    );
    assert.deepEqual(
      agents.map(({ name, cells }) => [name, ...cells.map((cell) => cell?.status ?? '')]),
      [
        ['ops', '', '', '', 'missing'],
        ['storage', 'unfilled', '', 'met', ''],
        ['ui', 'unfilled', 'none', '', 'missing'],
      ],
    );
    const cell = agents[1]?.cells[2];
    assert.deepEqual([cell?.kept, cell?.entries, cell?.declared], [1, 2, ['PostgreSQL', 'CockroachDB']]);
    assert.deepEqual(
      readingNothing.map(({ name }) => name),
      ['plain'],
    );
    assert.deepEqual(
      skipped.map(({ name }) => name),
      ['broken'],
    );
  });

  it('names the worst gaps first', async () => {
    const { gaps } = await coverage();
    assert.deepEqual(
      gaps.map(({ kind, label, agents }) => [kind, label, ...agents.map(({ name }) => name)]),
      [
        ['missing', 'Security', 'ops', 'ui'],
        ['unfilled', 'Business domains', 'storage', 'ui'],
        ['unknown', 'CockroachDB', 'storage'],
      ],
    );
  });

  it('becomes a document with signs, links and a graph', async () => {
    const text = coverageMarkdown(await coverage(), link);
    assert.match(text, /^# Coverage: shop\n\n\[CLAUDE\.md\]\(CLAUDE\.md#L1\): 2 of 4 sections/);
    assert.match(
      text,
      /\n1\. ✗ \*\*\[Security\]\(CLAUDE\.md#L1\)\*\* is missing; read by \[ops\]\(\.claude\/agents\/ops\.md#L8\)/,
    );
    assert.match(
      text,
      /\| \[storage\]\(.*?\) \| \[○\]\(CLAUDE\.md#L5 "not filled in.*?"\) \| {3}\| \[✓\]\(CLAUDE\.md#L9 "answered; PostgreSQL, CockroachDB; keeps 1 of 2"\) \| {3}\|/,
    );
    assert.match(text, /```mermaid\nflowchart LR\n {2}a0\(\["ops"\]\)\n/);
    assert.match(text, /\n {2}class s0,s3 open\n```/);
    assert.match(text, /Files that Claude Code skips: \[broken\]/);
  });

  it('says so where there is nothing to show', async () => {
    const none = await coverage({ '.claude/agents/plain.md': agent('plain') });
    assert.match(coverageMarkdown(none, link), /No agent here reads anything/);
    const noDocument = await coverage({ '.claude/agents/ops.md': agent('ops', 'Security') });
    assert.match(coverageMarkdown(noDocument, link), /no CLAUDE\.md[^]*\n1\. ✗ \*\*Security\*\* is missing/);
  });

  it('takes texts of files for texts, in the document and in the graph', async () => {
    const found = await coverage({
      'CLAUDE.md': '# Shop\n',
      '.claude/agents/a.md': agent('"a|b]<img src=x>#`', 'Rules [x](y) | `"<b>', '1. direction LR'),
    });
    const text = coverageMarkdown(found, link);
    const table = text.split('\n').filter((line) => line.startsWith('| '));
    assert.ok(
      table.every((line) => !/<(?:img|b)/.test(line)),
      table.join('\n'),
    );
    const rows = table.slice(0, 3).map((line) => line.replace(/\\\|/g, '').split('|').length);
    assert.deepEqual(rows, [5, 5, 5]);
    const [graph = ''] = coverageGraphs(found).sources;
    assert.match(graph, /\n {2}a0\(\["(?:#34;)?a#124;b#93;#60;img src#61;x#62;#35;#96;"\]\)\n/);
    assert.match(graph, /\n {2}s\d\["✗ Rules #91;x#93;#40;y#41; #124; #96;(?:#34;)?#60;b#62;"\]\n/);
    assert.match(graph, /\n {2}s\d\["✗ 1#46; #100;irection LR"\]\n/);
    assert.doesNotMatch(graph, /<|`/);
  });

  it('links what agents do not know to where it is declared', async () => {
    const { gaps } = await coverage();
    assert.deepEqual(gaps.at(-1)?.at, { uri: 'file:///shop/CLAUDE.md', line: 8, name: 'CockroachDB' });
  });

  it('names the open parts of a section that is answered in part', async () => {
    const found = await coverage({
      'CLAUDE.md':
        '# Shop\n\n## 3. Technologies\n\n- **Backend:** Go\n- **Database:** [fill in]\n- **Frontend:** React, [fill in]\n\n## 6. Non-functional Requirements\n\n- **Performance:** [fill in]\n',
      '.claude/agents/a.md': agent('a', 'Technologies', 'Performance'),
      '.claude/agents/b.md': agent('b', 'Frontend'),
    });
    assert.deepEqual(
      found.gaps.map(({ kind, label, parts, at }) => [
        kind,
        label,
        parts.map(({ name, line }) => `${name}:${line + 1}`),
        at && at.line + 1,
      ]),
      [
        ['unfilled', 'Performance', [], 11],
        ['partial', 'Technologies', ['Database:6', 'Frontend:7'], 3],
        ['partial', 'Frontend – technologies and tools', [], 7],
      ],
    );
    assert.match(
      coverageMarkdown(found, link),
      /\n2\. ◐ \*\*\[Technologies\]\(CLAUDE\.md#L3\)\*\* is filled in only in part, without \[Database\]\(CLAUDE\.md#L6\), \[Frontend\]\(CLAUDE\.md#L7\); read by \[a\]/,
    );
  });

  it('is drawn with agents that read the same as one, where there are many', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 160 }, (_, i) => [`.claude/agents/a${i}.md`, agent(`a${i}`, 'Security')]),
    );
    const { sources, areGrouped } = coverageGraphs(await coverage(many));
    assert.deepEqual([sources.length, areGrouped], [1, true]);
    assert.match(sources[0]!, /a0\("a0<br>a1<br>a10<br>.*<br>and 150 more"\)\n/);
  });

  it('is drawn in several parts, which together hold every line', async () => {
    const labels = ['Security', 'Database', 'Backend', 'Frontend', 'Deployment', 'Performance', 'Services'];
    const many = Object.fromEntries(
      Array.from({ length: 127 }, (_, i) => [
        `.claude/agents/a${i}.md`,
        agent(`a${i}`, ...labels.filter((_label, bit) => ((i + 1) >> bit) % 2 === 1)),
      ]),
    );
    const found = await coverage(many);
    const { sources } = coverageGraphs(found);
    const lines = sources.map((source) => source.split(' --> ').length - 1);
    assert.ok(lines.length > 1 && lines.every((count) => count <= 40), lines.join());
    const cells = found.agents.flatMap((one) => one.cells).filter((cell) => cell !== undefined);
    assert.equal(
      lines.reduce((sum, count) => sum + count, 0),
      cells.length,
    );
    const text = coverageMarkdown(found, link);
    assert.match(
      text,
      /## Who reads what\n\nAgents that read the same sections are drawn as one\.\n\n### Part 1 of 12\n/,
    );
  });
});
