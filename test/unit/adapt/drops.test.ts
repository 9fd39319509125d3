import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { adaptAgent } from '../../../server/src/adapt/adaptAgent.ts';
import type { AdaptedProfile } from '../../../server/src/adapt/profileTypes.ts';
import { agentOf, factsOf, linesOf } from '../../support/profiles.ts';

const agent = `---
name: storage
description: Keeps data.
---
# Storage

Adaptation to the **"Database"** section in \`CLAUDE.md\`:

- **PostgreSQL**: JSONB
- **MongoDB**: documents
  - sharding
- **Redis**: caching

Adaptation to **"Business domains"** from \`CLAUDE.md\`:

- **Fintech**: audit

## Fintech storage

Balanced entries.

## Healthcare storage

Every read is logged.
`;

function adapted(document: string, text = agent): AdaptedProfile {
  return adaptAgent(agentOf(text), factsOf(document));
}

/** `first-last name: because` of each drop. */
function drops(profile: AdaptedProfile): string[] {
  return profile.drops.map(({ lines, name, because }) => `${lines.first}-${lines.last} ${name}: ${because}`);
}

describe('what goes of an agent, and why', () => {
  it('names entries and sections, each with its lines', () => {
    const profile = adapted('- **Database:** PostgreSQL\n- **Business domains:** fintech\n');
    assert.deepEqual(drops(profile), [
      '9-10 MongoDB: It is not among what is declared under “Database”',
      '11-11 Redis: It is not among what is declared under “Database”',
      '21-23 Healthcare storage: Healthcare is not among what is declared under “Business domains”',
    ]);
    assert.deepEqual(
      profile.drops.map(({ label }) => label?.label),
      ['Database', 'Database', 'Business domains'],
    );
  });

  it('says so where a label is answered with none', () => {
    assert.deepEqual(drops(adapted('- **Database:** none\n')), [
      '8-8 PostgreSQL: “Database” is answered with none',
      '9-10 MongoDB: “Database” is answered with none',
      '11-11 Redis: “Database” is answered with none',
    ]);
  });

  it('is empty where nothing goes', () => {
    assert.deepEqual(drops(adapted('# Nothing declared\n')), []);
    assert.deepEqual(drops(adapted('- **Database:** PostgreSQL\n', '# No agent\n')), []);
  });

  it('tells the value that keeps an entry, and the label that would decide on another', () => {
    const { requirements } = adapted('- **Database:** PostgreSQL\n- **Business domains:** [fill in]\n');
    const keys = requirements.flatMap(({ vocabulary }) => vocabulary);
    assert.deepEqual(
      keys.map(({ key, fact, label }) => [key.key, fact?.text, label?.label]),
      [
        ['PostgreSQL', 'PostgreSQL', undefined],
        ['MongoDB', undefined, 'Database'],
        ['Redis', undefined, 'Database'],
        ['Fintech', undefined, 'Business domains'],
      ],
    );
  });

  it('tells what each line of the head is about', () => {
    const profile = adapted('- **Database:** PostgreSQL, CockroachDB\n');
    const lines = linesOf(profile.text);
    const about = profile.provenance.flatMap(({ about: topic }, line) =>
      topic === undefined ? [] : [`${topic} ${lines[line]}`],
    );
    assert.deepEqual(about, [
      'applied > - Applied: Database (PostgreSQL)',
      'missing > - Missing in CLAUDE.md: Business domains',
      'unknown > - Declared, but unknown to this agent: CockroachDB',
    ]);
  });
});
