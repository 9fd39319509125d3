/** Every repair of every real agent, and "fix all" on each, keeps what it must; what the rules find is repaired by it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpusVerdicts, skipWithoutCorpus } from '../support/corpus.ts';
import { assertRepairsHold, checked } from '../support/repairs.ts';

/** Larger files are good or bad for their size alone. */
const mostCharacters = 200_000;

const files = (): { path: string; name: string; text: string }[] =>
  corpusVerdicts()
    .filter(({ text }) => text.length < mostCharacters)
    .map(({ path, text }) => ({ path, text, name: path.slice(path.lastIndexOf('/') + 1) }));

test('no repair, alone or with all others, breaks a file', { skip: skipWithoutCorpus }, async () => {
  const all = files();
  assert.ok(all.length > 800, `only ${all.length} files`);
  for (const { path, name, text } of all) await assertRepairsHold(text, name, path);
});

test('the same with line ends of two characters', { skip: skipWithoutCorpus }, async () => {
  for (const { path, name, text } of files()) {
    if (text.includes('\r') || !path.startsWith('adversarial/')) continue;
    await assertRepairsHold(text.replaceAll('\n', '\r\n'), name, `${path} with CRLF`);
  }
});

test('every file that is skipped has a repair', { skip: skipWithoutCorpus }, async () => {
  for (const { path, name, text } of files()) {
    const { findings } = await checked(text, name);
    const skipped = findings.find(({ rule }) => rule === 'agent/skipped');
    if (skipped !== undefined) assert.ok((skipped.fixes?.() ?? []).length > 0, `${path}: ${skipped.message}`);
  }
});
