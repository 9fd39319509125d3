/** What the rules on project documents say of real ones; every finding counted here was read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LanguageService } from '../../server/src/languageService.ts';
import { corpusFiles, corpusText, skipWithoutCorpus } from '../support/corpus.ts';
import { MemoryFileSystem } from '../support/memoryFileSystem.ts';

const options = { skip: skipWithoutCorpus };
const uri = 'file:///project/CLAUDE.md';

async function rulesThatSpeak(path: string): Promise<string[]> {
  const service = new LanguageService({
    files: new MemoryFileSystem({ [uri]: corpusText(path) }),
    onChanged: () => {},
    schedule: () => {},
    log: (message) => assert.fail(message),
  });
  service.model.setFolders(['file:///project']);
  await service.model.settled();
  return service
    .findings(uri)
    .filter(({ rule }) => rule.startsWith('project/'))
    .map(({ rule, severity }) => `${severity} ${rule}`);
}

test('real project documents: little is said, and it is so', options, async () => {
  const counts: Record<string, number> = {};
  const paths = [...corpusFiles().keys()].filter((path) => /^claude-md\/.*\.md$/.test(path));
  assert.ok(paths.length > 200);
  for (const path of paths) {
    for (const rule of await rulesThatSpeak(path)) counts[rule] = (counts[rule] ?? 0) + 1;
  }
  assert.deepEqual(counts, {
    // Symbolic links, which the archive holds as text.
    'warning project/link-as-text': 18,
    // All in one document that is to be filled in: `[YOUR_DOMAIN_EXPERTISE]`.
    'hint project/placeholder': 17,
    // `## Links` over nothing, in CLAUDE.md and its copy AGENTS.md.
    'hint project/empty-section': 2,
    // Two sections that were pasted twice.
    'hint project/duplicate-section': 2,
    // 66,204 characters
    'information project/size': 1,
  });
});
