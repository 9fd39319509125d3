import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { vocabularyKey } from '../../../server/src/catalogue/keys.ts';

const root = new URL('../../../', import.meta.url);
const agent = readFileSync(new URL('agents/backend-engineer.md', root), 'utf8');

void test('the sample project has the shipped agent, byte for byte', () => {
  assert.equal(readFileSync(new URL('sample/.claude/agents/backend-engineer.md', root), 'utf8'), agent);
});

void test('the shipped agent reads the sections of the template and names what the catalogue knows', () => {
  for (const label of ['Backend – technologies and tools', 'Database', 'Business domains'])
    assert.ok(agent.includes(`**"${label}"**`), label);
  for (const key of ['Node.js', 'Python', 'Java', '.NET']) assert.ok(agent.includes(`\n  ${key}:\n`), key);
  const bullets = ['PostgreSQL', 'MySQL', 'MongoDB', 'Redis', 'Elasticsearch'];
  const domains = ['E-commerce', 'Fintech', 'Healthcare', 'IoT', 'SaaS', 'Media'];
  for (const key of [...bullets, ...domains]) {
    assert.ok(agent.includes(`\n- **${key}**: `), key);
    assert.ok(vocabularyKey(key), key);
  }
});

void test('the sample project document lacks Database and leaves Business domains to be filled in', () => {
  const document = readFileSync(new URL('sample/CLAUDE.md', root), 'utf8');
  assert.doesNotMatch(document, /\*\*Database/);
  assert.match(document, /^- Business domains: \[fill in, e\.g\., [^\]]+\]$/m);
  assert.equal(document.match(/\[fill in/g)?.length, 1);
});
