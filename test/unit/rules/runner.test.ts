/** How rules are run. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAgentFile } from '../../../server/src/parse/agentFile.ts';
import { agentRules } from '../../../server/src/rules/agentRules.ts';
import { runRules } from '../../../server/src/rules/runner.ts';
import type { AgentSubject } from '../../../server/src/rules/subjects.ts';

function subjectOf(text: string, fileName = 'reviewer.md'): AgentSubject {
  const uri = `file:///project/.claude/agents/${fileName}`;
  return { uri, text, file: parseAgentFile(text), inVsCodeChatAgent: false, isPlugin: false };
}

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
