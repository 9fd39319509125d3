/** Every rule's examples say what the rule does; its documentation is made from them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAgentFile } from '../../../server/src/parse/agentFile.ts';
import { agentRules } from '../../../server/src/rules/agentRules.ts';
import { ruleIds } from '../../../server/src/rules/ruleIds.ts';
import { runRules } from '../../../server/src/rules/runner.ts';
import type { AgentSubject } from '../../../server/src/rules/subjects.ts';
import { applyEdits } from '../../../server/src/text/textEdit.ts';
import { readMarked, withMarks } from '../../support/marked.ts';

function subjectOf(text: string, fileName = 'reviewer.md'): AgentSubject {
  const uri = `file:///project/.claude/agents/${fileName}`;
  return { uri, text, file: parseAgentFile(text), inVsCodeChatAgent: false, isPlugin: false };
}

const failed = (message: string): never => assert.fail(message);

for (const rule of agentRules) {
  for (const example of rule.doc.examples) {
    test(`${rule.id}: ${example.title}`, () => {
      const { text } = readMarked(example.text);
      const findings = runRules([rule], subjectOf(text, example.fileName), failed);
      assert.equal(
        withMarks(
          text,
          findings.map(({ span }) => span),
        ),
        example.text,
      );
      const first = findings[0]?.fixes?.()[0];
      if (example.fixed === undefined) return;
      assert.ok(first, 'no fix');
      assert.equal(applyEdits(text, first.edits), example.fixed);
    });
  }
}

test('every agent rule has an id of its own, a document and an example', () => {
  const ids = agentRules.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const { id, doc } of agentRules) {
    assert.ok((ruleIds as readonly string[]).includes(id), id);
    assert.ok(doc.summary !== '' && doc.why !== '' && doc.examples.length > 0, id);
  }
});

test('a rule that throws costs the others nothing', () => {
  const messages: string[] = [];
  const broken = {
    ...agentRules[0]!,
    check: () => {
      throw new Error('broken');
    },
  };
  const subject = subjectOf('---\nname: reviewer\n---\n');
  const findings = runRules([broken, ...agentRules], subject, (message) => messages.push(message));
  assert.deepEqual(
    findings.map(({ rule }) => rule),
    ['agent/skipped'],
  );
  assert.equal(messages.length, 1);
});
