/** Our verdict on every agent file of the corpus is the one that the real program gave. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAgentFile } from '../../server/src/parse/agentFile.ts';
import { corpusVerdicts, skipWithoutCorpus } from '../support/corpus.ts';

test('every verdict agrees with the real program', { skip: skipWithoutCorpus }, () => {
  const all = corpusVerdicts();
  assert.ok(all.length > 800, `only ${all.length} verdicts in the corpus`);
  for (const { path, text, verdict } of all) {
    const { loads, reason, name, description } = parseAgentFile(text).verdict;
    assert.deepEqual(
      { loads, reason, name, description },
      {
        loads: verdict.loaded,
        reason: verdict.reason,
        name: verdict.name,
        description: verdict.description,
      },
      path,
    );
  }
});

test('the prompt begins where the real one does', { skip: skipWithoutCorpus }, () => {
  let compared = 0;
  for (const { path, text, verdict } of corpusVerdicts()) {
    const line = verdict.spawned?.promptLine;
    if (line === undefined || line === null) continue;
    compared++;
    const { bodyStart } = parseAgentFile(text);
    assert.equal(text.slice(0, bodyStart).split('\n').length, line, path);
    assert.ok(text.startsWith(verdict.spawned?.promptStart ?? '', bodyStart), path);
  }
  assert.ok(compared > 600, `only ${compared} prompts in the corpus`);
});

test(
  'a second reading after an edit in the prompt keeps the frontmatter',
  { skip: skipWithoutCorpus },
  () => {
    for (const { path, text } of corpusVerdicts()) {
      const file = parseAgentFile(text);
      if (file.frontmatter.fence.state !== 'closed' || !file.frontmatter.source.endsWith('\n')) continue;
      const edited = parseAgentFile(`${text} more`, file);
      assert.equal(edited.frontmatter, file.frontmatter, path);
      assert.deepEqual(edited.verdict, parseAgentFile(`${text} more`).verdict, path);
    }
  },
);

test('every prefix of every file is read without an exception', { skip: skipWithoutCorpus }, () => {
  for (const { text } of corpusVerdicts()) {
    const length = Math.min(text.length, 400);
    for (let end = 0; end <= length; end++) parseAgentFile(text.slice(0, end));
  }
});
