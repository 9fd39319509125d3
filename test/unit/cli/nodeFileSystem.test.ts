import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { URI } from 'vscode-uri';
import { nodeFileSystem } from '../../../server/src/cli/nodeFileSystem.ts';

describe('the files of the machine', () => {
  let folder = '';
  const uriOf = (...names: readonly string[]): string => URI.file(join(folder, ...names)).toString();

  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'agent-tailor-')));
    await mkdir(join(folder, 'sub'));
    await writeFile(join(folder, 'a #%é.md'), '\uFEFFtext\r\n');
    await writeFile(join(folder, 'sub', 'latin.md'), Buffer.from([0x63, 0xe9, 0x0a]));
    await symlink(join(folder, 'sub'), join(folder, 'link'));
    await symlink('nowhere', join(folder, 'dangling'));
    await symlink('circle', join(folder, 'circle'));
  });
  after(() => rm(folder, { recursive: true }));

  it('answers what is where, links followed', async () => {
    assert.deepEqual(await nodeFileSystem.stat(uriOf('a #%é.md')), {
      type: 'file',
      size: 9,
      realUri: uriOf('a #%é.md'),
    });
    assert.equal((await nodeFileSystem.stat(uriOf('sub')))?.type, 'directory');
    const linked = await nodeFileSystem.stat(uriOf('link', 'latin.md'));
    assert.equal(linked?.realUri, uriOf('sub', 'latin.md'));
  });

  it('lists a folder, with the kind of what links lead to', async () => {
    const entries = [...(await nodeFileSystem.readDirectory(uriOf()))];
    assert.deepEqual(
      entries.sort((a, b) => (a.name < b.name ? -1 : 1)),
      [
        { name: 'a #%é.md', type: 'file' },
        { name: 'circle', type: 'other', link: true },
        { name: 'dangling', type: 'other', link: true },
        { name: 'link', type: 'directory', link: true },
        { name: 'sub', type: 'directory' },
      ],
    );
  });

  it('reads UTF-8 with its byte order mark, and anything else as well as it can', async () => {
    assert.equal(await nodeFileSystem.readText(uriOf('a #%é.md')), '\uFEFFtext\r\n');
    assert.equal(await nodeFileSystem.readText(uriOf('sub', 'latin.md')), 'c\uFFFD\n');
  });

  it('tells what is no UTF-8', async () => {
    const text = '---\nname: a\n';
    const bigEndian = Buffer.from(text, 'utf16le').swap16();
    for (const [bytes, expected] of [
      [Buffer.from('café \uFFFD\n'), 'utf-8'],
      [Buffer.from('\uFEFFa'), 'utf-8'],
      [Buffer.from(''), 'utf-8'],
      [Buffer.from('a\0'), 'utf-8'],
      [Buffer.from('café', 'latin1'), 'other'],
      [Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16'],
      [Buffer.from(text, 'utf16le'), 'utf-16'],
      [bigEndian, 'utf-16'],
    ] as const) {
      await writeFile(join(folder, 'encoded.md'), bytes);
      assert.equal(await nodeFileSystem.readEncoding!(uriOf('encoded.md')), expected, bytes.toString('hex'));
    }
    await rm(join(folder, 'encoded.md'));
    assert.equal(await nodeFileSystem.readEncoding!(uriOf('encoded.md')), undefined);
  });

  it('finds nothing, and says so, where there is nothing to read', async () => {
    const nothing = [uriOf('x.md'), uriOf('circle'), uriOf('x', 'y'), 'untitled:a.md', 'http://a/b', '', '%'];
    for (const uri of nothing) {
      assert.equal(await nodeFileSystem.stat(uri), undefined, uri);
      assert.equal(await nodeFileSystem.readText(uri), undefined, uri);
      assert.deepEqual(await nodeFileSystem.readDirectory(uri), [], uri);
    }
    assert.equal(await nodeFileSystem.readText(uriOf('sub')), undefined);
    assert.deepEqual(await nodeFileSystem.readDirectory(uriOf('a #%é.md')), []);
  });
});
