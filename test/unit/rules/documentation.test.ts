/** Every rule's examples, run through the whole engine as in an editor; `docs/rules` is made from them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LanguageService } from '../../../server/src/languageService.ts';
import { allRules } from '../../../server/src/rules/allRules.ts';
import type { RuleExample } from '../../../server/src/rules/rule.ts';
import type { RuleId } from '../../../server/src/rules/ruleIds.ts';
import { ruleIds } from '../../../server/src/rules/ruleIds.ts';
import { LineIndex } from '../../../server/src/text/lineIndex.ts';
import { applyEdits } from '../../../server/src/text/textEdit.ts';
import { readMarked, withMarks } from '../../support/marked.ts';
import { MemoryFileSystem } from '../../support/memoryFileSystem.ts';

/** Those that are off of themselves are switched on. */
function configFor(id: RuleId): Record<string, string> {
  const rule = allRules.find((one) => one.id === id);
  if (rule?.offByDefault !== true) return {};
  return { 'agent-tailor.json': JSON.stringify({ rules: { [id]: rule.severity } }) };
}

async function run(id: RuleId, example: RuleExample): Promise<{ marked: string; fixed: string | undefined }> {
  const { text } = readMarked(example.text);
  const path = example.path ?? `.claude/agents/${example.fileName ?? 'example.md'}`;
  const texts = { ...configFor(id), ...example.files, [path]: text };
  const files = new MemoryFileSystem(
    Object.fromEntries(Object.entries(texts).map(([name, content]) => [`file:///project/${name}`, content])),
  );
  if (example.encoding !== undefined) files.encodings.set(`file:///project/${path}`, example.encoding);
  const service = new LanguageService({
    files,
    homeUri: 'file:///home/somebody',
    onChanged: () => {},
    schedule: () => {},
    log: (message) => assert.fail(message),
  });
  service.model.setFolders(['file:///project']);
  await service.model.settled();
  if (example.encoding !== undefined) {
    // Whether a file is worth asking about shows when it is opened, or in what was read of it.
    service.model.open(`file:///project/${path}`, text, 1, new LineIndex(text));
    await service.model.settled();
  }
  const findings = service.findings(`file:///project/${path}`).filter((finding) => finding.rule === id);
  const fix = findings[0]?.fixes?.()[0];
  return {
    marked: withMarks(
      text,
      findings.map(({ span }) => span),
    ),
    fixed: fix === undefined ? undefined : applyEdits(text, fix.edits),
  };
}

describe('the examples of', () => {
  for (const { id, doc } of allRules) {
    for (const example of doc.examples) {
      it(`${id}: ${example.title}`, async () => {
        const { marked, fixed } = await run(id, example);
        assert.equal(marked, example.text);
        if (example.fixed !== undefined) assert.equal(fixed, example.fixed);
      });
    }
  }

  it('every rule there is, and of each at least one that it finds', () => {
    assert.deepEqual(allRules.map(({ id }) => id).toSorted(), [...ruleIds].toSorted());
    for (const { id, doc } of allRules) {
      assert.ok(
        doc.examples.some(({ text }) => text.includes('⟦')),
        id,
      );
      assert.ok(
        doc.examples.some(({ text }) => !text.includes('⟦')),
        `${id} has no example of a clean text`,
      );
    }
  });
});
