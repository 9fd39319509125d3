/** `agent-tailor report` and `profile --write`, run as a person or a program runs them. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../server/src/cli/main.ts', import.meta.url));
const sample = fileURLToPath(new URL('../../../sample', import.meta.url));

interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

let folder = '';

function run(...args: readonly string[]): Promise<Answer> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...args], { cwd: folder }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

const agent = join('shop', '.claude', 'agents', 'backend-engineer.md');
const copy = join('shop', '.claude', 'agents', 'backend-shop.md');

function exporting(...args: readonly string[]): Promise<Answer> {
  return run('profile', '--agent', agent, '--project', 'shop', ...args);
}

before(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'agent-tailor-report-')));
  await cp(sample, join(folder, 'shop'), { recursive: true });
});
after(() => rm(folder, { recursive: true, force: true }));

describe('agent-tailor report', () => {
  it('prints the coverage as Markdown, with links that count from the folder', async () => {
    const { code, stdout } = await run('report', 'shop');
    assert.equal(code, 0);
    assert.match(stdout, /^# Coverage: shop\n/);
    assert.match(
      stdout,
      /\*\*\[Database\]\(CLAUDE\.md\)\*\* is missing; read by \[backend-engineer\]\(\.claude\/agents\/backend-engineer\.md#L\d+\)/,
    );
  });

  it('prints it as JSON', async () => {
    const { code, stdout } = await run('report', 'shop', '--format', 'json');
    assert.equal(code, 0);
    const { version, projects } = JSON.parse(stdout) as {
      version: number;
      projects: {
        path: string;
        summary: object;
        agents: { name: string; tokens: object }[];
        gaps: { kind: string }[];
      }[];
    };
    assert.deepEqual([version, projects.length, projects[0]?.path], [1, 1, 'shop']);
    assert.deepEqual(projects[0]?.summary, { sections: 5, answered: 3, agents: 1 });
    assert.equal(projects[0]?.agents[0]?.name, 'backend-engineer');
    assert.equal(projects[0]?.gaps[0]?.kind, 'missing');
  });

  it('prints a page that needs nothing but itself', async () => {
    await writeFile(
      join(folder, 'shop', '.claude', 'agents', 'odd.md'),
      '---\nname: <script>alert(1)</script>\ndescription: D\n---\nAdaptation to the **"Database"** section in `CLAUDE.md`:\n',
    );
    const { code, stdout } = await run('report', 'shop', '--format', 'html');
    await rm(join(folder, 'shop', '.claude', 'agents', 'odd.md'));
    assert.equal(code, 0);
    assert.match(stdout, /^<!doctype html>/);
    assert.doesNotMatch(stdout, /<script|<link|<img|https?:|@import|url\(/);
    assert.match(stdout, /prefers-color-scheme: dark/);
    const ids = [...stdout.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    const targets = [...stdout.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(targets.length > 0 && targets.every((target) => ids.includes(target)));
  });

  it('says what is wrong with its arguments', async () => {
    for (const args of [
      [],
      ['a', 'b'],
      ['absent'],
      [join('shop', 'CLAUDE.md')],
      ['shop', '--format', 'pdf'],
    ]) {
      const { code, stdout, stderr } = await run('report', ...args);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, /^agent-tailor: /);
    }
  });
});

describe('agent-tailor profile --write', () => {
  it('writes a new file, and never over one that is there', async () => {
    const { code, stdout } = await exporting('--write', copy, '--name', 'backend-shop');
    assert.equal(code, 0);
    assert.match(stdout, /backend-shop\.md: \d+ → \d+ lines, ≈ \d+ → \d+ tokens\n$/);
    const text = await readFile(join(folder, copy), 'utf8');
    assert.match(
      text,
      /^---\n# agent-tailor-export from=backend-engineer\.md name=backend-shop .*\nname: backend-shop\n/,
    );
    const inPlace = await run('profile', '--agent', copy, '--project', 'shop', '--in-place');
    assert.match(inPlace.stderr, /was exported from .*backend-engineer\.md/);
    await writeFile(join(folder, copy), 'mine');
    const again = await exporting('--write', copy);
    assert.deepEqual([again.code, await readFile(join(folder, copy), 'utf8')], [2, 'mine']);
    assert.match(again.stderr, /is there already/);
    assert.equal((await exporting('--write', copy, '--overwrite')).code, 0);
    assert.notEqual(await readFile(join(folder, copy), 'utf8'), 'mine');
    await rm(join(folder, copy));
  });

  it('writes the agent itself only when told so, under whatever path', async () => {
    const before = await readFile(join(folder, agent), 'utf8');
    await symlink(join(folder, agent), join(folder, 'link.md'));
    for (const path of [agent, 'link.md']) {
      const { code } = await exporting('--write', path, '--overwrite');
      assert.deepEqual([code, await readFile(join(folder, agent), 'utf8')], [2, before]);
    }
    assert.equal((await exporting('--in-place')).code, 0);
    const first = await readFile(join(folder, agent), 'utf8');
    assert.notEqual(first, before);
    assert.equal((await exporting('--in-place')).code, 0);
    assert.equal(
      (await readFile(join(folder, agent), 'utf8')).replace(/^# agent-tailor-export.*\n/m, ''),
      first.replace(/^# agent-tailor-export.*\n/m, ''),
    );
    await writeFile(join(folder, agent), before);
  });

  it('does not write over what it cannot read whole', async () => {
    const odd = join(folder, 'odd.md');
    const bytes = Buffer.from('---\nname: a\ndescription: b\n---\nCaf\xe9\n', 'latin1');
    await writeFile(odd, bytes);
    const { code } = await run('profile', '--agent', 'odd.md', '--project', 'shop', '--in-place');
    assert.deepEqual([code, await readFile(odd)], [2, bytes]);
  });

  it('says what is wrong with its arguments', async () => {
    for (const args of [
      ['--write', 'x.md', '--in-place'],
      ['--name', 'x'],
      ['--overwrite'],
      ['--in-place', '--format', 'json'],
      ['--write', 'x.md', '--name', '-x'],
      ['--write', join('absent', 'x.md')],
    ]) {
      assert.equal((await exporting(...args)).code, 2, args.join(' '));
    }
  });
});
