/** What several findings offer alike is one quick fix. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agent, ask, root } from './helpOf.ts';

test('all missing sections at once are one action for all that are missing', async () => {
  const reader = agent(
    'ops',
    'Based on the **"Database"** section in `CLAUDE.md`:\n\nBased on the **"Security"** section in `CLAUDE.md`:\n',
  );
  const uri = `${root}/CLAUDE.md`;
  const { service, at } = await ask('# S|hop\n', { '.claude/agents/ops.md': reader }, { uri });
  const here = { start: at, end: at };
  const actions = service.codeActions(uri, here, undefined, {
    snippetEdits: true,
    suggestCommand: undefined,
  });
  const titles = actions.map(({ title }) => title);
  assert.deepEqual(titles, [...new Set(titles)]);
  const all = actions.find(({ title }) => title.includes('all 2'));
  assert.equal(all?.diagnostics?.length, 2, titles.join(' | '));
});

test('what VS Code says itself has our repairs, and no finding of ours', async () => {
  const marked = '---\nname: tried\ndescription: d\nmodel: son|et\n---\nB\n';
  const { service, at } = await ask(marked, {}, { editorChecksAgents: true });
  const uri = `${root}/.claude/agents/tried.md`;
  assert.deepEqual(service.diagnostics(uri), []);
  const abilities = { snippetEdits: false, suggestCommand: undefined };
  const [action, ...others] = service.codeActions(uri, { start: at, end: at }, undefined, abilities);
  assert.deepEqual([action?.title, action?.diagnostics, others], ['Change to “sonnet”', undefined, []]);
});

test('a field that nobody knows can be taken out', async () => {
  const { service, at } = await ask('---\nname: tried\ndescription: d\nti|tle: x\n---\nB\n');
  const uri = `${root}/.claude/agents/tried.md`;
  const abilities = { snippetEdits: false, suggestCommand: undefined };
  const titles = service
    .codeActions(uri, { start: at, end: at }, undefined, abilities)
    .map(({ title }) => title);
  assert.deepEqual(titles, ['Remove “title”', 'Ignore agent/unknown-key in this file']);
});
