import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  agentFileKind,
  agentsFolderOf,
  isEditorChecked,
  isPluginManifest,
  projectFileKind,
  projectFolderOf,
} from '../../../server/src/workspace/selection.ts';
import {
  baseName,
  foldersDownTo,
  isBelow,
  joinUri,
  normalizedUri,
  parentUri,
  resolveUri,
  uriPath,
  withPath,
} from '../../../server/src/workspace/uris.ts';

describe('which file is what', () => {
  it('tells parts of a project document by their names', () => {
    const kinds: readonly (readonly [string, string | undefined, string | undefined])[] = [
      ['/p/CLAUDE.md', 'claude-md', '/p'],
      ['/p/.claude/CLAUDE.md', 'claude-md', '/p'],
      ['/p/sub/CLAUDE.local.md', 'claude-local', '/p/sub'],
      ['/p/.claude/AGENTS.md', 'agents-md', '/p'],
      ['/p/.claude/rules/a/b.md', 'rules', '/p'],
      ['/p/.claude/rules/CLAUDE.md', 'rules', '/p'],
      ['/p/claude.md', undefined, undefined],
      ['/p/CLAUDE.MD', undefined, undefined],
      ['/p/.claude/rules/a.mdc', undefined, undefined],
      ['/p/rules/a.md', undefined, undefined],
      ['/p/README.md', undefined, undefined],
    ];
    for (const [path, kind, folder] of kinds) {
      assert.equal(projectFileKind(`file://${path}`), kind, path);
      assert.equal(
        projectFolderOf(`file://${path}`),
        folder === undefined ? undefined : `file://${folder}`,
        path,
      );
    }
  });

  it('tells agents by the folder they are in', () => {
    const plugin = ['file:///p/plugin'];
    const kinds: readonly (readonly [string, string | undefined])[] = [
      ['/p/.claude/agents/a.md', 'project'],
      ['/p/.claude/agents/x/y/a.agent.md', 'project'],
      ['/p/.claude/agents/a.MD', undefined],
      ['/p/.claude/agents.md', undefined],
      ['/p/.claude/agents/', undefined],
      ['/p/agents/a.md', undefined],
      ['/p/plugin/agents/x/a.md', 'plugin'],
      ['/p/plugin/agents/a.txt', undefined],
      ['/p/plugin/commands/a.md', undefined],
      ['/p/plugins/agents/a.md', undefined],
    ];
    for (const [path, kind] of kinds) assert.equal(agentFileKind(`file://${path}`, plugin), kind, path);
    assert.equal(agentsFolderOf('file:///p/.claude/agents/x/a.md'), 'file:///p/.claude/agents');
    assert.ok(isEditorChecked('file:///p/.claude/agents/a.md'));
    assert.ok(!isEditorChecked('file:///p/.claude/agents/x/a.md'));
    assert.ok(isPluginManifest('file:///p/.claude-plugin/plugin.json'));
    assert.ok(!isPluginManifest('file:///p/plugin.json'));
  });
});

describe('URIs', () => {
  it('are joined to one spelling, plain names and others', () => {
    for (const folder of [
      'file:///w',
      'file:///c%3A/w',
      'vscode-remote://host+x/w/a b',
      'file:///',
      'memfs:/w',
    ].map(normalizedUri)) {
      for (const name of ['a', 'a.md', 'A-b_c.md', 'a b', 'ü', '#', '?', '%41', '..', 'c:']) {
        const joined = joinUri(folder, name);
        assert.equal(joined, withPath(folder, `${uriPath(folder).replace(/\/$/, '')}/${name}`));
        assert.equal(baseName(joined), name);
      }
    }
  });

  it('have one spelling', () => {
    assert.equal(normalizedUri('file:///C:/a b/(1).md'), 'file:///c%3A/a%20b/%281%29.md');
    assert.equal(normalizedUri('file:///c%3A/a%20b/%281%29.md'), 'file:///c%3A/a%20b/%281%29.md');
    assert.equal(joinUri('file:///p', 'a#b', 'ü?.md'), 'file:///p/a%23b/%C3%BC%3F.md');
    assert.equal(joinUri('file:///', 'a'), 'file:///a');
  });

  it('have parents up to the root', () => {
    assert.deepEqual(foldersDownTo('file:///a/b'), ['file:///', 'file:///a', 'file:///a/b']);
    assert.deepEqual(foldersDownTo('file:///c%3A/a'), ['file:///c%3A/', 'file:///c%3A/a']);
    assert.deepEqual(foldersDownTo('memfs:/a'), ['memfs:/', 'memfs:/a']);
    assert.equal(parentUri('file:///a%20b/c.md'), 'file:///a%20b');
    assert.equal(parentUri('memfs://host/a/b'), 'memfs://host/a');
    assert.equal(parentUri('memfs://host/a'), 'memfs://host/');
    assert.equal(parentUri('untitled:a/b'), 'untitled:a');
    assert.equal(parentUri('memfs:/a/b/'), 'memfs:/a');
    assert.equal(baseName('file:///a/b%20c.md'), 'b c.md');
  });

  it('are resolved and compared by whole names', () => {
    assert.equal(resolveUri('file:///a/b', '../c/./d.md'), 'file:///a/c/d.md');
    assert.equal(resolveUri('file:///a/b', '/x'), 'file:///x');
    assert.equal(resolveUri('file:///a', '../../..'), 'file:///');
    assert.ok(isBelow('file:///a/b', 'file:///a') && isBelow('file:///a', 'file:///a'));
    assert.ok(!isBelow('file:///ab', 'file:///a') && isBelow('file:///a', 'file:///'));
  });
});
