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
