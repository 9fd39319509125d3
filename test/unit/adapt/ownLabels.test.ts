/** Labels that the template does not know: what is declared under them counts as anything else that is declared. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adaptAgent } from '../../../server/src/adapt/adaptAgent.ts';
import { agentOf, checkProfile, factsOf } from '../../support/profiles.ts';

const under = (label: string, ...bullets: string[]): string =>
  `Based on the **"${label}"** section in \`CLAUDE.md\`:\n\n${bullets.map((bullet) => `- **${bullet}**: x\n`).join('')}`;

const cases: readonly (readonly [
  name: string,
  agent: string,
  document: string,
  kept: string,
  gaps: string,
])[] = [
  [
    'a heading over bullets',
    under('Data stores in use', 'PostgreSQL', 'MySQL', 'Redis'),
    '## Data stores in use\n\n- PostgreSQL\n- Redis\n',
    'PostgreSQL Redis',
    '',
  ],
  [
    'a bullet',
    under('Our stores', 'PostgreSQL', 'MySQL', 'Redis'),
    '# P\n\n- **Our stores**: PostgreSQL, CockroachDB\n',
    'PostgreSQL',
    'CockroachDB',
  ],
  [
    'one of scale',
    under('Team size', 'startup', 'enterprise'),
    '# P\n\n- Team size: startup\n',
    'startup',
    '',
  ],
  [
    'one of domains',
    under('Industry focus', 'Fintech', 'Healthcare'),
    '# P\n\n## Industry focus\n\nFintech\n',
    'Fintech',
    '',
  ],
  ['none', `${under('Our stores', 'PostgreSQL', 'Sharding')}\nEnd.\n`, '- **Our stores**: none\n', '', ''],
  [
    'beside a label of the template',
    `${under('Our stores', 'PostgreSQL', 'MySQL')}\n${under('Backend', 'Node.js', 'Python')}`,
    '- **Our stores**: PostgreSQL\n\n## Technologies\n\n- **Backend:** Node.js, MySQL\n',
    'PostgreSQL MySQL Node.js',
    '',
  ],
  [
    'what it declares keeps entries under the labels of the template',
    `${under('Our stores', 'Redis', 'MySQL')}\n${under('Database', 'PostgreSQL', 'MySQL', 'Redis')}`,
    '- **Our stores**: Redis\n\n## Technologies\n\n- **Database:** PostgreSQL\n',
    'Redis PostgreSQL',
    '',
  ],
  [
    'a place that no agent reads declares nothing',
    under('Database', 'PostgreSQL', 'MySQL', 'Redis'),
    '## Considered\n\n- Redis\n\n## Technologies\n\n- **Database:** PostgreSQL\n',
    'PostgreSQL',
    '',
  ],
];

for (const [name, prompt, document, kept, gaps] of cases) {
  void test(name, () => {
    const agent = agentOf(`---\nname: a\ndescription: b\n---\n${prompt}`);
    const facts = factsOf(document);
    const profile = adaptAgent(agent, facts);
    checkProfile(agent, facts, profile, name);
    const applied = profile.requirements.flatMap(({ vocabulary }) =>
      vocabulary.filter(({ key, applies }) => key.kind === 'entry' && applies).map(({ key }) => key.key),
    );
    assert.equal([...new Set(applied)].join(' '), kept);
    assert.equal(profile.gaps.map(({ value }) => value.text).join(' '), gaps);
  });
}
