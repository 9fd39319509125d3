/** `agent-tailor check`, as somebody types it: a file, a part of a project, and a whole one say the same. */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../server/src/cli/main.ts', import.meta.url));

const agent = (name: string): string => `---\nname: ${name}\ndescription: b\ncolor: Red\n---\nDo it.\n`;
const levels = (level: string): string => JSON.stringify({ rules: { 'agent/dropped-value': level } });

describe('check', () => {
  let folder = '';
  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'agent-tailor-')));
    const files = {
      'shop/agent-tailor.json': levels('information'),
      'shop/.claude/agents/a.md': agent('a'),
      'shop/.claude/agents/team/b.md': agent('b'),
      'inside/.claude/agent-tailor.json': levels('hint'),
      'inside/.claude/agents/a.md': agent('a'),
      'above/agent-tailor.json': levels('hint'),
      'above/shop/.claude/agents/a.md': agent('a'),
      'repository/.git/HEAD': '',
      'repository/agent-tailor.json': levels('hint'),
      'repository/shop/.claude/agents/a.md': agent('a'),
      'kit/.claude-plugin/plugin.json': '{"name": "kit"}',
      'kit/agents/noname.md': '---\ndescription: b\ncolor: red\n---\nDo it.\n',
      'loose/a.md': agent('a'),
      'empty/README.txt': '',
      'mono/CLAUDE.md': '# Mono\n\nTests first.\n',
      'mono/api/CLAUDE.md': '# Api\n\n- **Database:** TBD\n\n@docs/more.md\n',
      'mono/api/docs/more.md': '- **Owner:** [fill in]\n',
      'mono/web/AGENTS.md': '- **Owner:** [fill in]\n',
      'mono/node_modules/x/CLAUDE.md': '- **Owner:** [fill in]\n',
    };
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  });
  after(() => rm(folder, { recursive: true }));

  const run = (...args: string[]): Promise<{ code: number; out: string; error: string }> =>
    new Promise((resolve) => {
      execFile(process.execPath, [main, 'check', ...args], { cwd: folder }, (failure, out, error) => {
        resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error });
      });
    });

  it('ends quietly where nobody reads on', async () => {
    const child = spawn(process.execPath, [main, 'check', 'shop'], { cwd: folder });
    child.stdout.destroy();
    let error = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text));
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.deepEqual({ code, error }, { code: 0, error: '' });
  });

  /** The severities of each file's findings. */
  const severities = (out: string): Record<string, string> => {
    const report = JSON.parse(out) as {
      files: { path: string; findings: { severity: string }[] }[];
    };
    return Object.fromEntries(
      report.files.map(({ path, findings }) => [path, findings.map(({ severity }) => severity).join()]),
    );
  };

  it('checks projects and plugins, each by its own config', async () => {
    const { out } = await run('--format', 'json', 'shop', 'inside', 'kit', 'repository/shop');
    assert.deepEqual(severities(out), {
      'inside/.claude/agents/a.md': 'hint',
      'kit/agents/noname.md': '',
      // Not above the folder that was named.
      'repository/shop/.claude/agents/a.md': 'error',
      'shop/.claude/agents/a.md': 'information',
      'shop/.claude/agents/team/b.md': 'information',
    });
  });

  it('checks parts of them alike', async () => {
    const { out, code } = await run(
      '--format',
      'json',
      'shop/.claude/agents/team',
      'inside/.claude',
      'kit/agents',
    );
    assert.deepEqual(severities(out), {
      'inside/.claude/agents/a.md': 'hint',
      'kit/agents/noname.md': '',
      'shop/.claude/agents/team/b.md': 'information',
    });
    assert.equal(code, 0);
  });

  it('checks a file that is named as a part of its project', async () => {
    const { out, code } = await run(
      '--format',
      'json',
      'shop/.claude/agents/a.md',
      'inside/.claude/agents/a.md',
      'above/shop/.claude/agents/a.md',
      'repository/shop/.claude/agents/a.md',
      'kit/agents/noname.md',
      'loose/a.md',
    );
    assert.deepEqual(severities(out), {
      // Outside of a repository nothing above the project counts.
      'above/shop/.claude/agents/a.md': 'error',
      'inside/.claude/agents/a.md': 'hint',
      'kit/agents/noname.md': '',
      'loose/a.md': 'error',
      'repository/shop/.claude/agents/a.md': 'hint',
      'shop/.claude/agents/a.md': 'information',
    });
    assert.equal(code, 1);
  });

  it('checks the documents of deeper folders with what they import', async () => {
    const { out } = await run('--format', 'json', 'mono');
    assert.deepEqual(severities(out), {
      'mono/CLAUDE.md': '',
      'mono/api/CLAUDE.md': 'hint',
      'mono/api/docs/more.md': 'hint',
      // An AGENTS.md counts only where no CLAUDE.md does.
    });
  });

  it('says where there is nothing to check', async () => {
    const { code, error } = await run('empty', 'loose');
    assert.equal(code, 0);
    assert.equal(
      error,
      'agent-tailor: no agents or project documents in "empty"\nagent-tailor: no agents or project documents in "loose"\n',
    );
  });
});
