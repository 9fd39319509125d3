/** References on the corpus: every one of the family is found, none is invented in the other agents. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRequirements } from '../../server/src/requirements/readRequirements.ts';
import { repaired } from '../../server/src/text/wrongDecoding.ts';
import { corpusFiles, skipWithoutCorpus } from '../support/corpus.ts';
import { agentOf, linesOf } from '../support/profiles.ts';

void test('every reference of the family is found', { skip: skipWithoutCorpus }, (context) => {
  let quoted = 0;
  let numbers = 0;
  let unquoted = 0;
  for (const [path, text] of agentsIn('family/')) {
    const agent = agentOf(text);
    const requirements = readRequirements(agent.body);
    const found = new Map<string, number>();
    for (const { labelSpan, alsoAt } of requirements) {
      for (const { start, end } of [labelSpan, ...alsoAt]) {
        const lineStart = agent.body.text.lastIndexOf('\n', start) + 1;
        const label = repaired(agent.body.text.slice(start, end));
        found.set(`${lineStart} ${label}`, start);
      }
    }
    let offset = 0;
    for (const line of linesOf(agent.body.text)) {
      const lineStart = agent.body.text.indexOf(line, offset);
      offset = lineStart + line.length;
      const at = (label: string): string => `${lineStart} ${repaired(label)}`;
      for (const [, label] of line.matchAll(/\*\*"([^"*]+)"\*\*/g)) {
        assert.ok(found.has(at(label!)), `${path}: ${line}`);
        quoted++;
      }
      const number = /^Based on `CLAUDE\.md` Section (\d+) configuration/.exec(line);
      if (number !== null) {
        assert.ok(found.has(at(number[1]!)), `${path}: ${line}`);
        numbers++;
      }
      if (line.endsWith('from `CLAUDE.md`:') && !line.includes('"')) {
        assert.ok(found.has(at('technologies')), `${path}: ${line}`);
        unquoted++;
      }
      if (/^\*\*Based on CLAUDE\.md technology stack detection:\*\*$/.test(line)) {
        assert.ok(found.has(at('technology stack')), `${path}: ${line}`);
        unquoted++;
      }
    }
  }
  context.diagnostic(`${quoted} quoted labels, ${numbers} bare numbers, ${unquoted} unquoted phrases`);
  assert.ok(quoted > 60 && numbers > 20 && unquoted > 10);
});

void test('none is invented in the other agents', { skip: skipWithoutCorpus }, (context) => {
  const agents = [...agentsIn('agents/'), ...agentsIn('adversarial/')];
  for (const [path, text] of agents) {
    assert.deepEqual(
      readRequirements(agentOf(text).body).map(({ label }) => label),
      [],
      path,
    );
  }
  context.diagnostic(`${agents.length} agents`);
  assert.ok(agents.length > 500);
});

function agentsIn(folder: string): [path: string, text: string][] {
  return [...corpusFiles()]
    .filter(([path]) => path.startsWith(folder) && path.endsWith('.md'))
    .map(([path, bytes]) => [path, bytes.toString('utf8')]);
}
