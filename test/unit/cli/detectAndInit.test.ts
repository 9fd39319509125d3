/** `agent-tailor detect` and `agent-tailor init`, as somebody types them. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../server/src/cli/main.ts', import.meta.url));

const agent =
  '---\nname: storage\ndescription: Keeps data. Use when tables change.\n---\nRead the **"Database"** section in `CLAUDE.md`.\n';

describe('the command line', () => {
  let folder = '';
  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'agent-tailor-')));
    const files = {
      'shop/package.json': '{\n  "dependencies": {\n    "express": "5",\n    "pg": "8"\n  }\n}\n',
      'shop/compose.yaml': 'services:\n  cache:\n    image: redis:7.4\n',
      'shop/broken/package.json': '{',
      'adaptive/.claude/agents/storage.md': agent,
      'adaptive/requirements.txt': 'psycopg\n',
      'chosen/.claude/agents/storage.md': agent,
      'chosen/.claude/agents/screens.md':
        '---\nname: screens\ndescription: Draws. Use when a page changes.\n---\nRead the **"Frontend"** section in `CLAUDE.md`.\n',
      'chosen/package.json': '{ "dependencies": { "react": "19", "pg": "8" } }\n',
      'named/pyproject.toml':
        '[project]\nname = "orders"\ndescription = "Takes orders"\nversion = "1.2.0"\ndependencies = ["flask"]\n',
      'agents-md/AGENTS.md': '# Rules\n',
      'hidden/.claude/CLAUDE.md': '# There\n',
    };
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  });
  after(() => rm(folder, { recursive: true }));

  const run = (...args: string[]): Promise<{ code: number; out: string; error: string }> =>
    new Promise((resolve) => {
      execFile(process.execPath, [main, ...args], { cwd: folder }, (failure, out, error) => {
        resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error });
      });
    });

  it('prints what manifests show as JSON, and which one it skipped', async () => {
    const { code, out, error } = await run('detect', 'shop', '--format', 'json');
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), {
      technologies: {
        frontend: [],
        backend: [
          { text: 'JavaScript', id: 'javascript', version: null, path: 'shop/package.json', line: 2 },
          { text: 'Node.js', id: 'node.js', version: null, path: 'shop/package.json', line: 3 },
          { text: 'Express', id: 'express', version: '5', path: 'shop/package.json', line: 3 },
        ],
        deployment: [
          { text: 'Docker Compose', id: 'docker-compose', version: null, path: 'shop/compose.yaml', line: 1 },
        ],
        database: [
          { text: 'PostgreSQL', id: 'postgresql', version: null, path: 'shop/package.json', line: 4 },
          { text: 'Redis', id: 'redis', version: '7.4', path: 'shop/compose.yaml', line: 3 },
        ],
        other: [],
      },
    });
    assert.equal(error, 'agent-tailor: skipped broken/package.json: it is not valid JSON\n');
  });

  it('prints the same as text', async () => {
    const { out } = await run('detect', 'shop');
    assert.match(out, /^database +Redis 7\.4 +shop\/compose\.yaml:3$/m);
    assert.equal((await run('detect', 'agents-md')).out, 'No manifest shows a technology.\n');
  });

  it('refuses what is no folder', async () => {
    assert.equal((await run('detect', 'nowhere')).code, 2);
    assert.equal((await run('detect')).code, 2);
    assert.equal((await run('init', 'shop/package.json')).code, 2);
  });

  it('writes what the agents read, filled in; a second time it leaves the file alone', async () => {
    const first = await run('init', 'adaptive');
    assert.deepEqual([first.code, first.error], [0, '']);
    const path = join(folder, 'adaptive', 'CLAUDE.md');
    const text = '# CLAUDE.md\n\n## Technologies\n\n- **Database:** PostgreSQL\n';
    assert.equal(await readFile(path, 'utf8'), text);
    await writeFile(path, '# Mine\n');
    const second = await run('init', 'adaptive');
    assert.equal(second.code, 2);
    assert.match(second.error, /is there already; it was left as it is/);
    assert.equal(await readFile(path, 'utf8'), '# Mine\n');
    assert.equal((await run('init', 'hidden')).code, 2);
  });

  it('writes what the chosen agents read, and says which there are', async () => {
    const unknown = await run('init', '--agent', 'nobody', 'chosen');
    assert.equal(unknown.code, 2);
    assert.match(unknown.error, /no agent called "nobody".*screens, storage/);
    assert.equal((await run('init', '--agent', 'screens', 'chosen')).code, 0);
    assert.equal(
      await readFile(join(folder, 'chosen', 'CLAUDE.md'), 'utf8'),
      '# CLAUDE.md\n\n## Technologies\n\n- **Frontend – technologies and tools:** React, JavaScript\n',
    );
  });

  it('fills in the metadata that the manifests have', async () => {
    assert.equal((await run('init', 'named')).code, 0);
    const text = await readFile(join(folder, 'named', 'CLAUDE.md'), 'utf8');
    assert.match(
      text,
      /^# CLAUDE\.md\n\n## Project Metadata\n\n- \*\*project_name\*\*: orders\n- \*\*project_description\*\*: Takes orders\n- \*\*project_version\*\*: 1\.2\.0\n- \*\*primary_language\*\*: Python\n\n## Domains and Goals\n/,
    );
    assert.match(text, /^- \*\*Backend – technologies and tools:\*\* Python, Flask$/m);
  });

  it('says how it is used', async () => {
    const { code, out } = await run('init', '--help');
    assert.equal(code, 0);
    assert.match(out, /^Usage:\n {2}agent-tailor init .*\n {6}Writes the CLAUDE\.md .*\n$/);
    assert.equal((await run('profile', '-h')).out.match(/agent-tailor profile/g)?.length, 4);
  });

  it('writes the template’s technologies and domains where no agent says what it reads', async () => {
    assert.equal((await run('init', 'shop')).code, 0);
    assert.equal(
      await readFile(join(folder, 'shop', 'CLAUDE.md'), 'utf8'),
      `# CLAUDE.md

## Project Metadata

- **primary_language**: JavaScript

## Domains and Goals

- Business domains: [fill in, e.g., e-commerce, logistics]
- Main project goals: [fill in, e.g., faster checkout, fewer returns]

## Technologies

- **Frontend – technologies and tools:** [fill in, e.g., React, TypeScript]
- **Backend – technologies and tools:** JavaScript, Node.js, Express
- **Deployment – infrastructure and tools:** Docker Compose
- **Database:** PostgreSQL, Redis
- **Other:** [fill in, e.g., Kafka, OpenTelemetry]
`,
    );
  });

  it('imports an AGENTS.md, which Claude Code reads no longer of itself', async () => {
    assert.equal((await run('init', 'agents-md')).code, 0);
    const text = await readFile(join(folder, 'agents-md', 'CLAUDE.md'), 'utf8');
    assert.ok(text.startsWith('# CLAUDE.md\n\n@AGENTS.md\n\n## '), text);
  });
});
