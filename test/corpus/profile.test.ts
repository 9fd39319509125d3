/** The adapted profile's properties on every agent of the corpus that asks for something × every project document. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adaptAgent } from '../../server/src/adapt/adaptAgent.ts';
import type { AgentText } from '../../server/src/adapt/agentLayout.ts';
import type { AdaptedProfile, AppliedKey } from '../../server/src/adapt/profileTypes.ts';
import { findTechnology, technologies } from '../../server/src/catalogue/lookup.ts';
import { rolesOf } from '../../server/src/catalogue/roles.ts';
import type { Technology, TechnologySection } from '../../server/src/catalogue/types.ts';
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
      assert.ok(user + system < cpuBudget, 'all pairs take far less than that');
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

void test(
  'one more value in the place of a declared one removes no entry',
  { skip: skipWithoutCorpus },
  (context) => {
    const base = [
      'React',
      'Node.js',
      'PostgreSQL',
      'AWS',
      'Docker',
      'Kubernetes',
      'GitHub Actions',
      'Terraform',
    ];
    const declared = base.map((name) => findTechnology(name)!);
    const taken = new Set(declared.flatMap(rolesOf));
    const others = technologies().filter(
      (one, index) =>
        index % 9 === 0 && one.sections.length > 0 && rolesOf(one).every((role) => taken.has(role)),
    );
    const documentWith = (more: readonly Technology[]): string => {
      const of = (section: TechnologySection): string =>
        [...declared, ...more].flatMap((one) => (one.sections[0] === section ? [one.name] : [])).join(', ');
      return `## Technologies\n\n- **Frontend:** ${of('frontend')}\n- **Backend:** ${of('backend')}\n- **Database:** ${of('database')}\n- **Deployment:** ${of('deployment')}\n`;
    };
    const documents = others.map((one) => ({ one, facts: factsOf(documentWith([one])) }));
    let checks = 0;
    for (const [path, text] of unique('family/')) {
      const agent = agentOf(text);
      const before = keptIn(adaptAgent(agent, factsOf(documentWith([]))));
      const matched = new Set(
        before.flatMap(({ keptBy }) => (keptBy?.technology ? rolesOf(keptBy.technology) : [])),
      );
      if (matched.size === 0) continue;
      for (const { one, facts } of documents) {
        if (!rolesOf(one).every((role) => matched.has(role))) continue;
        const after = new Set(keptIn(adaptAgent(agent, facts)).map(({ key }) => key.keySpan.start));
        for (const { key } of before) {
          assert.ok(after.has(key.keySpan.start), `${path}: ${key.key} goes with ${one.name}`);
        }
        checks++;
      }
    }
    context.diagnostic(`${others.length} values, ${checks} profiles`);
    assert.ok(checks > 300);
  },
);

function keptIn({ requirements }: AdaptedProfile): AppliedKey[] {
  return requirements.flatMap(({ vocabulary }) => vocabulary.filter(({ applies }) => applies));
}

/** Microseconds. */
const cpuBudget = 300_000_000;

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
