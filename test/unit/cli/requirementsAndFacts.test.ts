/** `agent-tailor requirements` and `facts`, run as a person or a program runs them. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../server/src/cli/main.ts', import.meta.url));

const agent = `---
name: storage-engineer
description: Keeps data. Use when tables change.
---
**IMPORTANT**: Always read the \`CLAUDE.md\` file to adapt your competencies to:
- Database technologies

Based on \`CLAUDE.md\` Section 8 configuration, this agent will automatically:

## Stores

Based on the **"Database"** section in \`CLAUDE.md\`:

- **PostgreSQL**: partitioning
- **Sharding**: by tenant

## House rules

Adaptation to **"Storage rules"** from \`CLAUDE.md\`:
`;

const document = `# Shop

- **project_name**: shop
- **project_scale**: sme

## Domains and Goals

- Business domains: fintech, beekeeping
- Main project goals: [fill in, e.g., growth]

## Technologies

- **Backend:** Node.js 22 (NestJS)
- **Database:** none

@more.md

## Integrations and Dependencies

- External APIs: Stripe

## Non-functional Requirements

- Performance: p95 < 200 ms
`;

const more = '## Deployment\n\n- Docker\n';

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

describe('agent-tailor', () => {
  let folder = '';

  const put = async (name: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  };
  const run = (...args: readonly string[]): Promise<Run> =>
    new Promise((resolve) => {
      const options = { cwd: folder, maxBuffer: 100_000_000 };
      const child = execFile(process.execPath, [program, ...args], options, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(child.exitCode), stdout, stderr });
      });
    });

  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'agent-tailor-')));
    await put('storage.md', agent);
    await put('plain.md', '---\nname: plain\ndescription: Reviews.\n---\nReview.\n');
    await put('project/CLAUDE.md', document);
    await put('project/more.md', more);
    await put('empty/README.md', '# Nothing\n');
  });
  after(() => rm(folder, { recursive: true }));

  it('requirements, for programs', async () => {
    const { code, stdout, stderr } = await run('requirements', 'storage.md', 'plain.md', '--format', 'json');
    assert.equal(stderr, '');
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(stdout), [
      {
        agent: 'storage-engineer',
        path: 'storage.md',
        requirements: [
          { label: null, section: null, line: 8, alsoAt: [], quoted: false, vocabulary: [] },
          {
            label: 'Database',
            section: 'Technologies',
            line: 12,
            alsoAt: [6],
            quoted: true,
            vocabulary: [
              { key: 'PostgreSQL', line: 14, kind: 'entry' },
              { key: 'Sharding', line: 15, kind: 'concept' },
            ],
          },
          {
            label: 'Storage rules',
            section: null,
            line: 19,
            alsoAt: [],
            quoted: true,
            vocabulary: [],
          },
        ],
      },
      { agent: 'plain', path: 'plain.md', requirements: [] },
    ]);
  });

  it('requirements, for people', async () => {
    const { stdout } = await run('requirements', 'storage.md', 'plain.md');
    assert.equal(
      stdout,
      [
        'storage-engineer (storage.md)',
        '     8  a number without a name (unquoted)',
        '    12  Database (in Technologies; also in line 6)',
        '        knows PostgreSQL',
        '    19  Storage rules',
        'plain (plain.md)',
        '  reads no section by name',
        '',
      ].join('\n'),
    );
  });

  it('requirements of what is not there', async () => {
    const { code, stdout, stderr } = await run('requirements', 'plain.md', 'absent.md', 'project');
    assert.equal(code, 2);
    assert.match(stdout, /^plain/);
    assert.equal(stderr, 'agent-tailor: there is no "absent.md"\nagent-tailor: "project" is not a file\n');
  });

  it('facts, for programs', async () => {
    const { code, stdout, stderr } = await run('facts', 'project', '--format', 'json');
    assert.equal(stderr, '');
    assert.equal(code, 0);
    const path = 'project/CLAUDE.md';
    const value = (
      text: string,
      id: string | null,
      line: number,
      version: string | null = null,
    ): unknown => ({
      text,
      id,
      version,
      path,
      line,
    });
    const imported = (text: string, id: string | null, line: number): unknown => ({
      text,
      id,
      version: null,
      path: 'project/more.md',
      line,
    });
    const { answers, ...facts } = JSON.parse(stdout) as { answers: unknown };
    assert.deepEqual(facts, {
      technologies: {
        frontend: [],
        backend: [value('Node.js', 'node.js', 13, '22'), value('NestJS', 'nestjs', 13)],
        deployment: [imported('Docker', 'docker', 3)],
        database: [],
        other: [],
      },
      domains: [value('fintech', 'fintech', 8), value('beekeeping', null, 8)],
      goals: [],
      nonFunctional: [{ label: 'Performance', ...(value('p95 < 200 ms', null, 24) as object) }],
      integrations: [{ label: 'External APIs', ...(value('Stripe', 'stripe', 20) as object) }],
      metadata: { project_name: value('shop', null, 3), project_scale: value('sme', null, 4) },
    });
    const answer = (label: string, section: string, status: string, line: number, at = path): unknown => ({
      label,
      section,
      status,
      path: at,
      line,
    });
    assert.deepEqual(answers, [
      answer('Project Metadata', 'Project Metadata', 'met', 3),
      answer('project_name', 'Project Metadata', 'met', 3),
      answer('project_scale', 'Project Metadata', 'met', 4),
      answer('Domains and Goals', 'Domains and Goals', 'partial', 6),
      answer('Business domains', 'Domains and Goals', 'met', 8),
      answer('Main project goals', 'Domains and Goals', 'unfilled', 9),
      answer('Technologies', 'Technologies', 'met', 11),
      answer('Backend – technologies and tools', 'Technologies', 'met', 13),
      answer('Deployment – infrastructure and tools', 'Technologies', 'met', 1, 'project/more.md'),
      answer('Database', 'Technologies', 'none', 14),
      answer('Integrations and Dependencies', 'Integrations and Dependencies', 'met', 18),
      answer('External APIs', 'Integrations and Dependencies', 'met', 20),
      answer('Non-functional Requirements', 'Non-functional Requirements', 'met', 22),
      answer('Performance', 'Non-functional Requirements', 'met', 24),
    ]);
  });

  it('facts, for people', async () => {
    const { stdout } = await run('facts', 'project');
    assert.match(
      stdout,
      /^backend: Node\.js 22 \(project\/CLAUDE\.md:13\), NestJS \(project\/CLAUDE\.md:13\)$/m,
    );
    assert.match(stdout, /^Main project goals: unfilled \(project\/CLAUDE\.md:9\)$/m);
    assert.equal((await run('facts', 'empty')).stdout, 'nothing is declared\n');
  });

  it('facts of what is not there', async () => {
    const absent = await run('facts', 'absent');
    assert.deepEqual([absent.code, absent.stdout], [2, '']);
    assert.match(absent.stderr, /there is no "absent"/);
    assert.equal((await run('facts')).code, 2);
    assert.equal((await run('facts', 'project', '--format', 'xml')).code, 2);
  });

  it('all of it, also into a pipe', async () => {
    const keys = Array.from({ length: 4000 }, (_, at) => `- **Key ${at}**: x\n`).join('');
    await put('large.md', agent.replace('- **Sharding**: by tenant\n', keys));
    const { stdout } = await run('requirements', 'large.md', '--format', 'json');
    assert.ok(stdout.length > 200_000);
    assert.doesNotThrow(() => JSON.parse(stdout));
  });
});
