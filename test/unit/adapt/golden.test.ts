/** The golden case of the adapted profile, on three agents that know the same things. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { adaptAgent } from '../../../server/src/adapt/adaptAgent.ts';
import { agentOf, factsOf, linesOf, promptOf } from '../../support/profiles.ts';

const document = `# Payments

## 2. Domains and Goals

- Business domains: fintech, B2B payments

## 3. Technologies

- **Backend – technologies and tools:** Node.js (NestJS), PostgreSQL 16 primary, Redis for caching
- **Database:** PostgreSQL, CockroachDB

## 6. Non-functional Requirements

- Performance: p95 < 200 ms
`;

const shared = new URL('../../../../shared/seed/backend-engineer.md', import.meta.url);
const agents: readonly (readonly [name: string, url: URL])[] = [
  ['the shipped backend engineer', new URL('../../../agents/backend-engineer.md', import.meta.url)],
  ['the seed', shared],
];

for (const [name, url] of agents) {
  void test(`the golden case: ${name}`, { skip: existsSync(url) ? false : 'absent' }, () => {
    const text = readFileSync(url, 'utf8');
    const profile = adaptAgent(agentOf(text), factsOf(document));
    const dropped = profile.requirements.flatMap(({ vocabulary }) =>
      vocabulary.filter(({ key, applies }) => key.kind === 'entry' && !applies).map(({ key }) => key.key),
    );
    assert.deepEqual(dropped, [
      'Python',
      'Java',
      '.NET',
      'MySQL',
      'MongoDB',
      'Elasticsearch',
      'E-commerce',
      'Healthcare',
      'IoT',
      'SaaS',
      'Media',
    ]);
    const lines = linesOf(profile.text);
    assert.ok(lines.includes('    frameworks: "NestJS, Express, Fastify, Koa"'));
    assert.ok(lines.includes('    databases: "PostgreSQL, Redis caching, MongoDB"'));
    assert.ok(lines.includes('### FinTech Backend'));
    assert.ok(!lines.includes('### E-commerce Backend') && !lines.includes('### Healthcare Backend'));
    assert.deepEqual(
      profile.gaps.map(({ value }) => value.text),
      ['CockroachDB'],
    );
    assert.deepEqual(profile.knownOnlyThrough, []);
    const missing = profile.requirements.filter(({ status }) => status === 'missing');
    assert.deepEqual(
      missing.map(({ requirement }) => requirement.label),
      ['Integrations and external dependencies'],
    );
    assert.equal(lines.filter((line) => line.includes('p95 < 200 ms')).length, 1);
    // Nothing but entries, sections and the blank lines beside them has gone.
    const given = linesOf(text);
    for (const line of profile.droppedLines) {
      assert.match(
        given[line]!,
        /^\s*$|^ {2}(?:Python|Java|\.NET):|^ {4}\w+: "|^- \*\*|^### (?:E-commerce|Healthcare) Backend$|^```|^\w+_services:$|^ {2}\w+: "/,
      );
    }
    for (const line of given.filter((line) =>
      /^- (?:Backend technologies|Databases and|Project business)/.test(line),
    )) {
      assert.ok(lines.includes(line));
    }
  });
}

void test('the golden case, line by line, on an agent of our own', () => {
  const url = new URL('../../fixtures/profile/station-keeper.md', import.meta.url);
  const profile = adaptAgent(agentOf(readFileSync(url, 'utf8')), factsOf(document));
  const expected = readFileSync(
    new URL('../../fixtures/profile/station-keeper.adapted.md', import.meta.url),
    'utf8',
  );
  assert.equal(profile.text, expected);
  assert.equal(promptOf(profile.text).includes('agent-tailor'), false);
});
