/** The adapted profile's properties on every agent of the corpus that asks for something × every project document. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adaptAgent } from '../../server/src/adapt/adaptAgent.ts';
import type { AgentText } from '../../server/src/adapt/agentLayout.ts';
import { readRequirements } from '../../server/src/requirements/readRequirements.ts';
import { corpusFiles, skipWithoutCorpus } from '../support/corpus.ts';
import { agentOf, checkProfile, factsOf } from '../support/profiles.ts';

void test(
  'the profile of every agent that asks, in every project',
  { skip: skipWithoutCorpus },
  (context) => {
    const agents = unique('family/')
      .map(([path, text]) => ({ path, agent: agentOf(text) }))
      .filter(asks);
    const documents = [...unique('family-claude-md/'), ...unique('claude-md/', 'CLAUDE.md')];
    const started = process.cpuUsage();
    const checked = new Set<string>();
    let pairs = 0;
    let changed = 0;
    for (const [path, text] of documents) {
      const facts = factsOf(text);
      for (const { path: agentPath, agent } of agents) {
        const where = `${agentPath} in ${path}`;
        const profile = adaptAgent(agent, facts);
        // Most documents say nothing that an agent reads: equal profiles are looked at once.
        const seen = `${agentPath} ${profile.text}`;
        if (!checked.has(seen)) checkProfile(agent, facts, profile, where);
        checked.add(seen);
        pairs++;
        if (profile.droppedLines.length > 0) changed++;
      }
      const { user, system } = process.cpuUsage(started);
      if (user + system > cpuBudget) break;
    }
    context.diagnostic(
      `${agents.length} agents, ${documents.length} project documents, ${pairs} profiles, ${checked.size} different ones, ${changed} narrowed`,
    );
    assert.ok(agents.length > 20 && pairs > 1000 && changed > 100);
  },
);

void test('agents that ask for nothing come back byte for byte', { skip: skipWithoutCorpus }, (context) => {
  const facts = factsOf('- Business domains: fintech\n');
  let count = 0;
  for (const [path, text] of [...unique('agents/'), ...unique('adversarial/')]) {
    const agent = agentOf(text);
    if (readRequirements(agent.body).length > 0) continue;
    assert.equal(adaptAgent(agent, facts).text, text, path);
    count++;
  }
  context.diagnostic(`${count} agents`);
  assert.ok(count > 500);
});

/** Microseconds. */
const cpuBudget = 60_000_000;

function asks({ agent }: { agent: AgentText }): boolean {
  return readRequirements(agent.body).some((requirement) => requirement.label !== null);
}

function unique(folder: string, name = '.md'): [string, string][] {
  const seen = new Set<string>();
  const found: [string, string][] = [];
  for (const [path, bytes] of corpusFiles()) {
    if (!path.startsWith(folder) || !path.endsWith(name)) continue;
    const text = bytes.toString('utf8');
    if (seen.has(text)) continue;
    seen.add(text);
    found.push([path, text]);
  }
  return found;
}
