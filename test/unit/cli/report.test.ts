/** `agent-tailor report` and `profile --write`, run as a person or a program runs them. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { applyPatch } from 'diff';
import { CommandFailure } from '../../../server/src/cli/output.ts';
import { runProfile } from '../../../server/src/cli/profile.ts';
import { printReport } from '../../../server/src/cli/report.ts';

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

  it('leads to files with brackets in their names', async () => {
    const odd = join(folder, 'shop', '.claude', 'agents', 'a(b).md');
    await writeFile(
      odd,
      '---\nname: odd\ndescription: D\n---\nAdaptation to the **"Database"** section in `CLAUDE.md`:\n',
    );
    const { stdout } = await run('report', 'shop');
    await rm(odd);
    assert.match(stdout, /\[odd\]\(\.claude\/agents\/a%28b%29\.md\)/);
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
    assert.match(stdout, /<dl class="figures">(?:<div><dt>[^<]+<\/dt><dd>[^<]+<\/dd><\/div>){3}<\/dl>/);
    assert.doesNotMatch(stdout, /<th(?! scope=)[ >]/);
    // What is a sign to the eye is words to others.
    for (const [sign] of stdout.matchAll(/<span class="sign[^>]*>/g))
      assert.match(sign, /aria-hidden="true"/);
    assert.match(stdout, /<b>Kafka<\/b> is declared <span class="path">shop\/CLAUDE\.md:29<\/span>/);
    const ids = [...stdout.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    const targets = [...stdout.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(targets.length > 0 && targets.every((target) => ids.includes(target)));
  });

  it('says what is wrong with its arguments', async () => {
    const shop = join(folder, 'shop');
    for (const args of [
      [],
      [shop, shop],
      [join(folder, 'absent')],
      [join(shop, 'CLAUDE.md')],
      [shop, '--format', 'pdf'],
    ]) {
      await assert.rejects(printReport(args), CommandFailure, args.join(' '));
    }
    const { code, stdout, stderr } = await run('report', 'absent');
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^agent-tailor: /);
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
    const inPlace = await run('profile', '--agent', copy, '--project', 'shop', '--in-place', '--yes');
    assert.match(inPlace.stderr, /was exported from .*backend-engineer\.md: --update/);
    assert.equal(inPlace.code, 2);
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
  });

  it('writes the agent itself only after a look', async () => {
    const before = await readFile(join(folder, agent), 'utf8');
    const look = await exporting('--in-place');
    assert.deepEqual([look.code, await readFile(join(folder, agent), 'utf8')], [1, before]);
    assert.match(look.stdout, /^--- .*\n\+\+\+ .*\n@@ [^]*\n- {2}Python:\n/);
    assert.match(look.stderr, /left as it is; --yes writes this\n$/);
    assert.equal((await exporting('--in-place', '--yes')).code, 0);
    const first = await readFile(join(folder, agent), 'utf8');
    assert.equal(withoutNote(patched(before, look.stdout)), withoutNote(first));
    const again = await exporting('--in-place', '--yes');
    assert.deepEqual([again.code, await readFile(join(folder, agent), 'utf8')], [0, first]);
    assert.match(again.stdout, /nothing to change/);
    await writeFile(join(folder, agent), before);
  });

  it('keeps what the author wrote into an agent that was adapted in place', async () => {
    const before = await readFile(join(folder, agent), 'utf8');
    await exporting('--in-place', '--yes');
    const first = await readFile(join(folder, agent), 'utf8');
    await writeFile(
      join(folder, agent),
      first.replace(/- \*\*Security\*\*.*\n/, '$&- **Own rule**: ask Ann\n'),
    );
    await declaring('Docker Compose', 'Podman', async () => {
      assert.equal((await exporting('--in-place', '--yes')).code, 0);
    });
    assert.match(await readFile(join(folder, agent), 'utf8'), /\n- \*\*Own rule\*\*: ask Ann\n/);
    await writeFile(join(folder, agent), before);
  });

  it('does not write over what it cannot read whole', async () => {
    const odd = join(folder, 'odd.md');
    const bytes = Buffer.from('---\nname: a\ndescription: b\n---\nCaf\xe9\n', 'latin1');
    await writeFile(odd, bytes);
    const { code } = await run('profile', '--agent', 'odd.md', '--project', 'shop', '--in-place', '--yes');
    assert.deepEqual([code, await readFile(odd)], [2, bytes]);
  });

  it('says what is wrong with its arguments', async () => {
    const named = ['--agent', join(folder, agent), '--project', join(folder, 'shop')];
    for (const args of [
      [...named, '--write', 'x.md', '--in-place'],
      [...named, '--name', 'x'],
      [...named, '--overwrite'],
      [...named, '--yes'],
      [...named, '--mark-conflicts'],
      [...named, '--in-place', '--overwrite'],
      [...named, '--in-place', '--format', 'json'],
      [...named, '--update', 'x.md'],
      [...named, 'surplus.md'],
      [...named, '--write', 'x.md', '--name', '-x'],
      [...named, '--write', join(folder, 'absent', 'x.md')],
      [],
      ['--update'],
      ['--update', folder],
    ]) {
      await assert.rejects(runProfile(args), CommandFailure, args.join(' '));
    }
  });
});

describe('agent-tailor profile --update', () => {
  const edited = (text: string): string =>
    text.replace('frameworks: "NestJS, ', 'frameworks: "our own, NestJS, ').replace(/\n# .*\n/, '$&\nOwn.\n');

  before(async () => {
    await exporting('--write', copy, '--name', 'backend-shop');
    const text = await readFile(join(folder, copy), 'utf8');
    assert.notEqual(edited(text), text);
    await writeFile(join(folder, copy), edited(text));
  });
  after(() => rm(join(folder, copy)));

  it('leaves alone what is up to date', async () => {
    const text = await readFile(join(folder, copy), 'utf8');
    const { code, stdout } = await run('profile', '--update', copy);
    assert.deepEqual([code, await readFile(join(folder, copy), 'utf8')], [0, text]);
    assert.match(stdout, /backend-shop\.md: up to date\n$/);
  });

  it('brings what is new, and keeps what the author wrote', async () => {
    await declaring('Kafka for order events', 'Python', async () => {
      const { code, stdout } = await run('profile', '--update', copy);
      assert.equal(code, 0);
      assert.match(stdout, /updated in one place, ≈ \d+ → \d+ tokens\n$/);
    });
    const text = await readFile(join(folder, copy), 'utf8');
    for (const part of ['\n  Python:\n', 'our own, NestJS', '\nOwn.\n', '\nname: backend-shop\n']) {
      assert.ok(text.includes(part), part);
    }
    assert.equal((await run('profile', '--update', copy)).code, 0);
    assert.ok(!(await readFile(join(folder, copy), 'utf8')).includes('\n  Python:\n'));
  });

  it('shows conflicts, and writes them only when told so', async () => {
    const text = await readFile(join(folder, copy), 'utf8');
    await declaring('Node.js 24 (NestJS)', 'Go', async () => {
      const refused = await run('profile', '--update', copy);
      assert.deepEqual([refused.code, await readFile(join(folder, copy), 'utf8')], [1, text]);
      assert.match(
        refused.stdout,
        /^<{7} backend-shop\.md\n[^]*our own, NestJS[^]*\n={7}\n[^]*>{7} backend-engineer\.md\n$/,
      );
      assert.match(refused.stderr, /one conflict; it was left as it is, --mark-conflicts/);
      const marked = await run('profile', '--update', '--mark-conflicts', copy);
      assert.equal(marked.code, 1);
      assert.match(await readFile(join(folder, copy), 'utf8'), /^<{7} [^]*our own, NestJS[^]*^>{7} /m);
      const again = await run('profile', '--update', copy);
      assert.equal(again.code, 1);
      assert.match(again.stderr, /it has conflicts that nobody has resolved/);
    });
    await writeFile(join(folder, copy), text);
  });

  it('says what stands in the way', async () => {
    const cases = [
      [agent, /Agent Tailor did not export it/],
      [join('shop', 'CLAUDE.md'), /did not export it/],
    ] as const;
    for (const [path, message] of cases) {
      const { code, stderr } = await run('profile', '--update', path);
      assert.equal(code, 2);
      assert.match(stderr, message);
    }
    const source = join(folder, agent);
    const moved = join(folder, 'shop', '.claude', 'agents', 'core', 'backend-engineer.md');
    const text = await readFile(source, 'utf8');
    const own = await readFile(join(folder, copy), 'utf8');
    await rm(source);
    await declaring('Kafka for order events', 'Python', async () => {
      const lost = await run('profile', '--update', copy);
      assert.equal(lost.code, 2);
      assert.match(
        lost.stderr,
        /source shop\/\.claude\/agents\/backend-engineer\.md is not to be found; put it back/,
      );
      const look = await run('profile', '--agent', copy, '--project', 'shop', '--in-place');
      assert.equal(look.code, 1);
      assert.match(look.stdout, /^\+# agent-tailor-export name=backend-shop /m);
      await mkdir(join(moved, '..'));
      await writeFile(moved, text);
      assert.equal((await run('profile', '--update', copy)).code, 0);
      assert.match(
        await readFile(join(folder, copy), 'utf8'),
        / from=core\/backend-engineer\.md [^]*\n {2}Python:\n/,
      );
    });
    await rm(join(moved, '..'), { recursive: true });
    await writeFile(source, text);
    await writeFile(join(folder, copy), own);
  });
});

/** Runs with other words in CLAUDE.md, and puts it back. */
async function declaring(words: string, others: string, task: () => Promise<void>): Promise<void> {
  const path = join(folder, 'shop', 'CLAUDE.md');
  const text = await readFile(path, 'utf8');
  assert.ok(text.includes(words), words);
  await writeFile(path, text.replace(words, others));
  try {
    await task();
  } finally {
    await writeFile(path, text);
  }
}

function patched(text: string, patch: string): string {
  const result = applyPatch(text, patch);
  assert.ok(result !== false);
  return result;
}

function withoutNote(text: string): string {
  return text.replace(/^# agent-tailor-export.*\n/m, '');
}
