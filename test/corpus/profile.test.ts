/** The adapted profile's properties on every agent of the corpus that asks for something × every project document. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adaptAgent } from '../../server/src/adapt/adaptAgent.ts';
import type { AgentText } from '../../server/src/adapt/agentLayout.ts';
import type { AdaptedProfile } from '../../server/src/adapt/profileTypes.ts';
import { parseAgentFile } from '../../server/src/parse/agentFile.ts';
import { MarkdownTree } from '../../server/src/parse/markdown.ts';
import { type ProjectFacts, readFacts } from '../../server/src/project/facts.ts';
import { readRequirements } from '../../server/src/requirements/readRequirements.ts';
import { LineIndex } from '../../server/src/text/lineIndex.ts';
import { corpusFiles, skipWithoutCorpus } from '../support/corpus.ts';

test('the profile of every agent that asks, in every project', { skip: skipWithoutCorpus }, (context) => {
  const agents = unique('family/')
    .map(([path, text]) => ({ path, agent: agentOf(text) }))
    .filter(asks);
  const documents = [...unique('family-claude-md/'), ...unique('claude-md/', 'CLAUDE.md')];
  const started = process.cpuUsage();
  let pairs = 0;
  let changed = 0;
  for (const [path, text] of documents) {
    const facts = readFacts([
      { uri: 'file:///project/CLAUDE.md', body: MarkdownTree.parse(text), bodyStart: 0 },
    ]);
    for (const { path: agentPath, agent } of agents) {
      const where = `${agentPath} in ${path}`;
      const profile = adaptAgent(agent, facts);
      checkProfile(agent, facts, profile, where);
      pairs++;
      if (profile.droppedLines.length > 0) changed++;
    }
    const { user, system } = process.cpuUsage(started);
    if (user + system > cpuBudget) break;
  }
  context.diagnostic(
    `${agents.length} agents, ${documents.length} project documents, ${pairs} profiles, ${changed} narrowed`,
  );
  assert.ok(agents.length > 20 && pairs > 1000 && changed > 100);
});

test('agents that ask for nothing come back byte for byte', { skip: skipWithoutCorpus }, (context) => {
  const facts = readFacts([
    {
      uri: 'file:///project/CLAUDE.md',
      body: MarkdownTree.parse('- Business domains: fintech\n'),
      bodyStart: 0,
    },
  ]);
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

function checkProfile(agent: AgentText, facts: ProjectFacts, profile: AdaptedProfile, where: string): void {
  const lines = linesOf(profile.text);
  assert.equal(profile.provenance.length, lines.length, `${where}: one reason a line`);
  const given = linesOf(agent.text);
  let last = -1;
  let inside = false;
  for (const [index, { from, source }] of profile.provenance.entries()) {
    const text = lines[index]!;
    if (/^<!-- agent-tailor:/.test(text)) inside = true;
    assert.equal(from === 'generated' || from === 'project', inside, `${where}: ${index}: ${text}`);
    if (/^<!-- \/agent-tailor:/.test(text)) inside = false;
    if (from !== 'kept' && from !== 'reordered') continue;
    assert.ok(source !== undefined && source.line > last, `${where}: kept lines are a subsequence`);
    last = source.line;
    const original = given[source.line]!;
    if (from === 'kept') assert.equal(text, original, where);
    else assert.equal(sorted(text), sorted(original), `${where}: a reordered line has its own items`);
  }
  const kept = new Set(
    profile.provenance.flatMap(({ from, source }) =>
      from === 'kept' || from === 'reordered' ? source!.line : [],
    ),
  );
  assert.equal(
    kept.size + profile.droppedLines.length,
    given.length,
    `${where}: each line is kept or dropped`,
  );
  const again = agentOf(profile.text);
  assert.equal(adaptAgent(again, facts).text, profile.text, `${where}: adapting twice`);
  assert.equal(
    parseAgentFile(profile.text).verdict.loads,
    parseAgentFile(agent.text).verdict.loads,
    `${where}: loads exactly when its source does`,
  );
}

function asks({ agent }: { agent: AgentText }): boolean {
  return readRequirements(agent.body).some((requirement) => requirement.label !== null);
}

function agentOf(text: string): AgentText {
  const { bodyStart } = parseAgentFile(text);
  return {
    uri: 'file:///project/.claude/agents/agent.md',
    text,
    bodyStart,
    body: MarkdownTree.parse(text.slice(bodyStart)),
  };
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

function linesOf(text: string): string[] {
  const lines = new LineIndex(text);
  const all = Array.from({ length: lines.lineCount }, (_, line) => {
    const { start, end } = lines.lineSpan(line);
    return text.slice(start, end);
  });
  if (/[\r\n]$/.test(text) || text === '') all.pop();
  return all;
}

function sorted(text: string): string {
  return [...text].sort().join('');
}
