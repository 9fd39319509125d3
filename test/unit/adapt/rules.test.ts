/** The adapted profile's rules one by one: what an agent knows, what a project declares, what stays. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adaptAgent } from '../../../server/src/adapt/adaptAgent.ts';
import type { AdaptedProfile } from '../../../server/src/adapt/profileTypes.ts';
import { readFacts } from '../../../server/src/project/facts.ts';
import { agentOf, factsOf, linesOf, promptOf } from '../../support/profiles.ts';

const frontmatter = '---\nname: a\ndescription: b\n---\n';

function adapted(prompt: string, document: string): AdaptedProfile {
  return adaptAgent(agentOf(frontmatter + prompt), factsOf(document));
}

/** What is left of the prompt. */
function prompt(text: string, document: string): string {
  return promptOf(adapted(text, document).text).slice(frontmatter.length);
}

function keptEntries(profile: AdaptedProfile): string[] {
  return profile.requirements.flatMap(({ vocabulary }) =>
    vocabulary.filter(({ key, applies }) => key.kind === 'entry' && applies).map(({ key }) => key.key),
  );
}

const under = (label: string, ...bullets: string[]): string =>
  `Based on the **"${label}"** section in \`CLAUDE.md\`:\n\n${bullets.map((bullet) => `- **${bullet}**: x\n`).join('')}`;

const fenceUnder = (label: string, ...lines: string[]): string =>
  `Based on the **"${label}"** section in \`CLAUDE.md\`:\n\n\`\`\`yaml\n${lines.join('\n')}\n\`\`\`\n`;

const technologies = (...bullets: string[]): string =>
  `## Technologies\n\n${bullets.map((bullet) => `- **${bullet}\n`).join('')}`;

const entries: readonly (readonly [rule: string, agent: string, document: string, kept: string])[] = [
  [
    '4: what is not declared goes',
    under('Database', 'PostgreSQL', 'MySQL'),
    technologies('Database:** PostgreSQL'),
    'PostgreSQL',
  ],
  [
    '4a: missing: all stays',
    under('Database', 'PostgreSQL', 'MySQL'),
    technologies('Backend:** Go'),
    'PostgreSQL MySQL',
  ],
  [
    '4a: unfilled: all stays',
    under('Database', 'PostgreSQL', 'MySQL'),
    technologies('Database:** [fill in, e.g., PostgreSQL]'),
    'PostgreSQL MySQL',
  ],
  [
    '4a: partial counts as met',
    under('Database', 'PostgreSQL', 'MySQL'),
    technologies('Database:** PostgreSQL, TBD'),
    'PostgreSQL',
  ],
  [
    '2: the pool is all places together',
    under('Database', 'PostgreSQL', 'Redis', 'MySQL'),
    technologies('Backend:** Redis', 'Database:** PostgreSQL'),
    'PostgreSQL Redis',
  ],
  [
    '4b: a value under another label decides nothing',
    under('Database', 'PostgreSQL', 'MySQL'),
    technologies('Backend:** PostgreSQL', 'Database:** SQLite'),
    'PostgreSQL MySQL',
  ],
  [
    '4c: runs on',
    under('Backend', 'Node.js', 'Python', 'Java'),
    technologies('Backend:** NestJS'),
    'Node.js',
  ],
  [
    '4c: not what only a tool of another section runs on',
    under('Backend', 'Node.js', 'Python'),
    technologies('Frontend:** React, Vite', 'Backend:** Python', 'Testing:** Supertest'),
    'Python',
  ],
  [
    '4c: but what a framework of two sections runs on',
    under('Backend', 'Node.js', 'Python'),
    technologies('Frontend:** Next.js', 'Backend:** Python'),
    'Node.js Python',
  ],
  [
    '4c: provider, which is of one kind with its rivals',
    under('Deployment', 'AWS_RDS', 'Azure'),
    technologies('Deployment:** AWS'),
    'AWS_RDS',
  ],
  [
    '4c: general words behind a name',
    under('Deployment', 'aws_cloud_services', 'Azure'),
    technologies('Deployment:** AWS'),
    'aws_cloud_services',
  ],
  [
    '4c: any part of a slash key',
    under('Technologies', 'React/Vue/Angular', 'Node.js/Python'),
    technologies('Frontend:** Vue', 'Backend:** Java, Go'),
    'React/Vue/Angular Node.js/Python',
  ],
  [
    '4b: of deployment only the same kind',
    under('Deployment', 'AWS', 'Azure', 'Docker', 'Kubernetes', 'Terraform'),
    technologies('Deployment:** AWS'),
    'AWS Docker Kubernetes Terraform',
  ],
  [
    '4b: who declares Docker and Kubernetes has said nothing of Docker Compose',
    under('Deployment', 'Docker', 'Docker-Compose', 'Kubernetes', 'Docker Swarm'),
    technologies('Deployment:** Docker, Kubernetes'),
    'Docker Docker-Compose Kubernetes',
  ],
  [
    '4b: nor who declares Docker alone',
    under('Deployment', 'Docker', 'Docker-Compose', 'Kubernetes'),
    technologies('Deployment:** Docker'),
    'Docker Docker-Compose Kubernetes',
  ],
  [
    '5: nothing matches',
    under('Backend', 'Node.js', 'Python'),
    technologies('Backend:** Elixir'),
    'Node.js Python',
  ],
  [
    '5: a database named beside it matches none of the backend',
    under('Technologies', 'Node.js', 'Python', 'PostgreSQL', 'MySQL'),
    technologies('Backend:** Elixir, PostgreSQL', 'Database:** PostgreSQL'),
    'Node.js Python PostgreSQL',
  ],
  ['4: none', under('Database', 'PostgreSQL', 'Sharding'), technologies('Database:** none'), ''],
  [
    '4: none, but in the pool',
    under('Database', 'PostgreSQL', 'MySQL', 'Sharding'),
    technologies('Backend:** MySQL', 'Database:** none (yet)'),
    'MySQL',
  ],
  [
    '2: under a heading each bullet for itself',
    under('Technologies', 'React', 'Vue', 'PostgreSQL', 'MySQL'),
    technologies('Frontend:** React', 'Database:** [fill in]'),
    'React PostgreSQL MySQL',
  ],
  [
    '4: what keeps logs among tracers is no database',
    fenceUnder(
      'Technologies',
      'stores:',
      '  postgresql: "a"',
      '  mysql: "b"',
      'tracing:',
      '  jaeger: "c"',
      '  elasticsearch: "d"',
      '  fluentd: "e"',
    ),
    technologies('Database:** PostgreSQL'),
    'postgresql jaeger elasticsearch fluentd',
  ],
  [
    '4: nor where there is no database',
    fenceUnder('Technologies', 'tracing:', '  jaeger: "c"', '  elasticsearch: "d"', '  fluentd: "e"'),
    technologies('Database:** none'),
    'jaeger elasticsearch fluentd',
  ],
  [
    '4: a layer stays with any value',
    under('Technologies', 'Frontend_Testing', 'Backend_Testing'),
    technologies('Frontend:** React', 'Backend:** Go'),
    'Frontend_Testing Backend_Testing',
  ],
  [
    '4: a layer goes with none',
    under('Technologies', 'Frontend_Testing', 'Backend_Testing'),
    technologies('Frontend:** none', 'Backend:** Go'),
    'Backend_Testing',
  ],
  [
    '4: domains',
    under('Business domains', 'Fintech', 'Healthcare', 'E-commerce'),
    '- Business domains: B2B payments\n',
    'Fintech',
  ],
  [
    '4: "Enterprise" among domains stays in an enterprise project',
    under('Business domains', 'Fintech', 'Healthcare', 'Enterprise'),
    '- Business domains: fintech\n- **project_scale**: "enterprise"\n',
    'Fintech Enterprise',
  ],
  [
    '4: "Enterprise" among domains goes as any other',
    under('Business domains', 'Fintech', 'Healthcare', 'Enterprise'),
    '- Business domains: fintech\n- **project_scale**: startup\n',
    'Fintech',
  ],
  [
    '3: of a class of databases what is not declared goes',
    fenceUnder('Database', 'sql:', '  postgresql: "a"', '  mysql: "b"', 'redis: "c"'),
    technologies('Database:** PostgreSQL, Redis'),
    'postgresql redis',
  ],
  [
    '4: by keys, not by what is said of them',
    'Adaptation to **"Business domains"** from `CLAUDE.md`:\n\n- **E-commerce**: payment systems\n- **Fintech**: x\n',
    '- Business domains: payments\n',
    'Fintech',
  ],
  [
    '4: a label among domains is one',
    under('Business domains', 'Fintech', 'Healthcare', 'Retail'),
    '## Domains and Goals\n\n### Business domains\n\n- **Healthcare Systems**: patient records\n- **Fintech**: [fill in]\n- **Speed**: fast\n',
    'Healthcare',
  ],
  [
    '2: metadata stands in',
    under('Business domains', 'Fintech', 'Healthcare'),
    '- **business_domain**: fintech\n',
    'Fintech',
  ],
  [
    '4: scale',
    under('project_scale', 'startup_governance', 'enterprise_governance'),
    '- **project_scale**: startup\n',
    'startup_governance',
  ],
  [
    '4: free text goes nowhere',
    under('Main project goals', 'PostgreSQL', 'Growth'),
    '- Main project goals: growth\n',
    'PostgreSQL',
  ],
  [
    '6: the requirement of the own section decides',
    'Based on the **"Database"** and **"Backend"** sections in `CLAUDE.md`:\n\n- **PostgreSQL**: x\n- **MySQL**: x\n- **Python**: x\n- **Java**: x\n- **AWS**: x\n',
    technologies('Database:** PostgreSQL'),
    'PostgreSQL Python Java AWS',
  ],
  [
    'a language alone in a stack says nothing of frameworks',
    under('Frontend', 'React', 'Vanilla'),
    '## Tech Stack\n\n- TypeScript\n',
    'React Vanilla',
  ],
];

for (const [rule, agent, document, kept] of entries) {
  void test(rule, () => {
    const found = [...new Set(keptEntries(adapted(agent, document)))];
    assert.equal(found.join(' '), kept);
  });
}

const texts: readonly (readonly [rule: string, agent: string, document: string, after: string])[] = [
  [
    '8: an emptied block goes with its lead and heading',
    `# A\n\n## Stores\n\n${under('Database', 'MySQL')}\n## Rest\n\nx\n`,
    technologies('Database:** none'),
    '# A\n\n## Rest\n\nx\n',
  ],
  [
    '8: a concept keeps it',
    `# A\n\n## Stores\n\n${under('Database', 'MySQL', 'Sharding')}\n## Rest\n`,
    technologies('Database:** none'),
    `# A\n\n## Stores\n\n${under('Database', 'Sharding')}\n## Rest\n`,
  ],
  [
    '8: other words keep the lead',
    `## Stores\n\n${under('Database', 'MySQL')}\nAsk before you migrate.\n\n## Rest\n`,
    technologies('Database:** none'),
    '## Stores\n\nBased on the **"Database"** section in `CLAUDE.md`:\n\nAsk before you migrate.\n\n## Rest\n',
  ],
  [
    '8: an emptied group goes, a fence is never left empty',
    `# A\n\nBased on the **"Database"** section in \`CLAUDE.md\`:\n\n\`\`\`yaml\nstores:\n  relational:\n    mysql: "a"\n    postgresql: "b"\n\n  document:\n    mongodb: "c"\n\n  tuning: "d"\n\`\`\`\n`,
    technologies('Database:** PostgreSQL'),
    `# A\n\nBased on the **"Database"** section in \`CLAUDE.md\`:\n\n\`\`\`yaml\nstores:\n  relational:\n    postgresql: "b"\n\n  tuning: "d"\n\`\`\`\n`,
  ],
  [
    '8: a comment goes with all that it stands over',
    fenceUnder(
      'Database',
      'postgresql: "a"',
      '# Documents',
      '# (all)',
      'mongodb: "b"',
      '',
      '# Caches',
      'redis: "c"',
      'memcached: "d"',
      '# The end',
    ),
    technologies('Database:** PostgreSQL'),
    fenceUnder('Database', 'postgresql: "a"', '# The end'),
  ],
  [
    '8: at the end of a fence too',
    fenceUnder('Database', '# First', 'postgresql: "a"', '# Second', 'mysql: "b"', '# Third', 'redis: "c"'),
    technologies('Database:** PostgreSQL'),
    fenceUnder('Database', '# First', 'postgresql: "a"'),
  ],
  [
    '8: not one that stands over something that stays, nor one within it',
    fenceUnder(
      'Database',
      '# All of them',
      'stores:',
      '  # Documents',
      '  mongodb: "b"',
      '  # Others',
      '  redis: "c"',
      '    # of the cache',
      '',
      '  postgresql: |',
      '    # no comment',
      '# Behind',
    ),
    technologies('Database:** PostgreSQL'),
    fenceUnder(
      'Database',
      '# All of them',
      'stores:',
      '  # Others',
      '  postgresql: |',
      '    # no comment',
      '# Behind',
    ),
  ],
  [
    '8: CRLF, odd spaces and wrong decodings stay',
    `# A\r\n\r\nBased on the **"Database"** section in \`CLAUDE.md\`:\r\n\r\n- **PostgreSQL**:  a \u00e2\u20ac\u201c b  \r\n- **MySQL**: c\r\n`,
    technologies('Database:** PostgreSQL'),
    `# A\r\n\r\nBased on the **"Database"** section in \`CLAUDE.md\`:\r\n\r\n- **PostgreSQL**:  a \u00e2\u20ac\u201c b  \r\n`,
  ],
  [
    '8: what stood apart is not joined',
    `Based on the **"Database"** section in \`CLAUDE.md\`:\n\n- **Sharding**: x\n\`\`\`yaml\nmysql: "a"\n\`\`\`\n\nMore words.\n`,
    technologies('Database:** none'),
    `Based on the **"Database"** section in \`CLAUDE.md\`:\n\n- **Sharding**: x\n\nMore words.\n`,
  ],
  [
    '8: a blank line from between what goes parts what stood close on both sides',
    `${under('Business domains', 'Logistics')}\n## By field\n\nWords.\n### FinTech Backend\n\nx\n\n### Healthcare Backend\n\n\`\`\`yaml\na: b\n\`\`\`\n---\nMore.\n`,
    '- Business domains: logistics\n',
    `${under('Business domains', 'Logistics')}\n## By field\n\nWords.\n\n---\nMore.\n`,
  ],
  [
    '8: the blank lines behind are enough',
    `${under('Business domains', 'Logistics')}\n## By field\n\nWords.\n### FinTech Backend\n\nx\n\n### Healthcare Backend\n\ny\n\n---\nMore.\n`,
    '- Business domains: logistics\n',
    `${under('Business domains', 'Logistics')}\n## By field\n\nWords.\n\n---\nMore.\n`,
  ],
  [
    '8: keys that become the entries go as well, at once',
    `# A\n\nBased on the **"Database"** section in \`CLAUDE.md\`:\n\n\`\`\`yaml\nmysql: "a"\nnotes:\n  redis: "b"\n  ours: "c"\n\`\`\`\n`,
    technologies('Database:** none'),
    `# A\n\nBased on the **"Database"** section in \`CLAUDE.md\`:\n\n\`\`\`yaml\nnotes:\n  ours: "c"\n\`\`\`\n`,
  ],
  [
    '9: declared leaves first, nothing shortened, quotes and spacing kept',
    `Based on the **"Backend"** section in \`CLAUDE.md\`:\n\n- **Node.js**: Express,  Fastify, Redis caching ,NestJS\n- **Go**: Gin and more, which we like, Redis\n`,
    technologies('Backend:** NestJS, Go, Redis'),
    `Based on the **"Backend"** section in \`CLAUDE.md\`:\n\n- **Node.js**: Redis caching,  NestJS, Express ,Fastify\n- **Go**: Gin and more, which we like, Redis\n`,
  ],
  [
    '9: phrases keep their places',
    `Based on the **"Backend"** section in \`CLAUDE.md\`:\n\n- **Care**: Least access to what patients have, every read logged, consent checked at the boundary, FHIR resources at the edge\n`,
    technologies('Backend:** FHIR'),
    `Based on the **"Backend"** section in \`CLAUDE.md\`:\n\n- **Care**: Least access to what patients have, every read logged, consent checked at the boundary, FHIR resources at the edge\n`,
  ],
  [
    '7: headings of other domains go, a parent left empty with one rule',
    `# A\n\nAdaptation to **"Business domains"** from \`CLAUDE.md\`:\n\n- **Logistics**: x\n\n---\n\n## By field\n\n### FinTech Backend\n\n\`\`\`yaml\nfintech_services:\n  a: "b"\n\`\`\`\n\n### Healthcare Records and More\n\nWords.\n\n---\n\n## Rest\n`,
    '- Business domains: logistics\n',
    '# A\n\nAdaptation to **"Business domains"** from `CLAUDE.md`:\n\n- **Logistics**: x\n\n---\n\n## Rest\n',
  ],
  [
    '7: one domain heading alone is no sorting by domain',
    `${under('Business domains', 'Logistics')}\n## By field\n\n### FinTech Backend\n\nx\n\n### Enterprise Backend\n\ny\n`,
    '- Business domains: logistics\n',
    `${under('Business domains', 'Logistics')}\n## By field\n\n### FinTech Backend\n\nx\n\n### Enterprise Backend\n\ny\n`,
  ],
  [
    '7: where the agent knows none of the domains all stay',
    `${under('Database', 'Redis')}\n### FinTech Backend\n\nx\n\n### Healthcare Backend\n\ny\n`,
    '- Business domains: logistics\n',
    `${under('Database', 'Redis')}\n### FinTech Backend\n\nx\n\n### Healthcare Backend\n\ny\n`,
  ],
  [
    "1: the lead's bullets are never narrowed",
    `**IMPORTANT**: Always read the \`CLAUDE.md\` file to adapt your skills to:\n- Database technologies\n- **MySQL**: x\n\n## B\n\n${under('Database', 'PostgreSQL', 'MySQL')}`,
    technologies('Database:** PostgreSQL'),
    `**IMPORTANT**: Always read the \`CLAUDE.md\` file to adapt your skills to:\n- Database technologies\n- **MySQL**: x\n\n## B\n\n${under('Database', 'PostgreSQL')}`,
  ],
];

for (const [rule, agent, document, after] of texts) {
  void test(rule, () => assert.equal(prompt(agent, document), after));
}

void test('8: what is left below a lead that ends a list is part of that list, and no vocabulary', () => {
  const agent = `- Notes\nBased on the **"Database"** section in \`CLAUDE.md\`:\n\n\`\`\`yaml\nmysql: "a"\n\`\`\`\n\n- **Redis**: x\n`;
  const { gaps, droppedLines } = adapted(agent, technologies('Database:** Redis, SQLite'));
  assert.equal(droppedLines.length, 4);
  assert.deepEqual(gaps, []);
});

void test('a project without a document is said to have none', () => {
  const { text } = adaptAgent(agentOf(under('Database', 'Redis')), readFacts([]));
  assert.match(
    text,
    /> \*\*This project has no CLAUDE\.md to adapt to\.\*\*\n> - Missing in CLAUDE\.md: Database\n/,
  );
});

void test('10: a word in a list makes no framework known', () => {
  const agent = `${under('Frontend', 'React', 'Vue')}\n## Skills\n\n- **Movement**: CSS transitions, JavaScript animations\n`;
  const { gaps, knownOnlyThrough } = adapted(agent, technologies('Frontend:** Svelte'));
  assert.deepEqual(
    gaps.map(({ value }) => value.text),
    ['Svelte'],
  );
  assert.deepEqual(knownOnlyThrough, []);
});

void test('10: gaps are of sections that the agent has vocabulary for; versions are none', () => {
  const agent = under('Database', 'PostgreSQL', 'Redis') + '\n' + under('Deployment', 'AWS', 'Azure');
  const { gaps, knownOnlyThrough } = adapted(
    agent,
    technologies(
      'Frontend:** React',
      'Database:** PostgreSQL 16 primary, SQLite, PostGIS',
      'Deployment:** AWS, Docker, GCP',
    ),
  );
  assert.deepEqual(
    gaps.map(({ value }) => value.text),
    ['SQLite', 'GCP'],
  );
  assert.deepEqual(
    knownOnlyThrough.map(({ value, through }) => [value.text, through]),
    [['PostGIS', 'PostgreSQL']],
  );
});

void test('10: metadata beside an answered label are no gap', () => {
  const agent = under('Backend', 'Node.js', 'Python') + '\n' + under('Business domains', 'Fintech', 'Retail');
  const document = (backend: string): string =>
    `- **primary_language**: typescript\n- **business_domain**: healthcare\n\n## Technologies\n\n- Backend: ${backend}\n`;
  const gaps = (text: string): string[] => adapted(agent, text).gaps.map(({ value }) => value.text);
  assert.deepEqual(gaps(`${document('Python')}- Business domains: fintech\n`), []);
  assert.deepEqual(gaps(document('Python')), ['healthcare']);
  assert.deepEqual(gaps(document('Python, Elixir')), ['Elixir', 'healthcare']);
});

void test('10: what only a dropped line knew is a gap', () => {
  const agent = `Based on the **"Backend"** section in \`CLAUDE.md\`:\n\n- **Node.js**: NestJS, Koa\n- **Python**: Kafka, Celery\n`;
  assert.deepEqual(
    adapted(agent, technologies('Backend:** NestJS, Kafka')).gaps.map(({ value }) => value.text),
    ['Kafka'],
  );
  assert.deepEqual(adapted(agent, technologies('Backend:** NestJS, Celery')).gaps, []);
});

void test('11: the generated blocks stand below the frontmatter and at the end, in the line end of the agent', () => {
  const agent = `# A\r\n\r\n**IMPORTANT**: Always read the \`CLAUDE.md\` file to adapt your skills to:\r\n- Performance requirements\r\n\r\nEnd.`;
  const text = frontmatter.replaceAll('\n', '\r\n') + agent;
  const profile = adaptAgent(
    agentOf(text),
    factsOf('## Non-functional Requirements\n\n- Performance: 10 ms\n'),
  );
  const lines = profile.text.split('\r\n');
  assert.equal(profile.text.replaceAll('\r\n', '').includes('\n'), false);
  assert.equal(lines[4], '<!-- agent-tailor:head -->');
  assert.equal(lines.at(-1), '<!-- /agent-tailor:project -->');
  assert.ok(lines.includes('- **Performance**: 10 ms (CLAUDE.md:3)'));
  const again = adaptAgent(
    agentOf(profile.text),
    factsOf('## Non-functional Requirements\n\n- Performance: 10 ms\n'),
  );
  assert.equal(again.text, profile.text);
  assert.equal(linesOf(profile.text).length, profile.provenance.length);
});

void test('without a named requirement the agent comes back byte for byte', () => {
  for (const text of [
    '',
    '# A\n',
    '---\nname: a\n',
    `${frontmatter}Based on \`CLAUDE.md\` Section 8 configuration, I will:\r\n- x\n`,
  ]) {
    assert.equal(adaptAgent(agentOf(text), factsOf(technologies('Database:** none'))).text, text);
  }
});

void test('a prompt that would vanish stays', () => {
  const agent = under('Database', 'MySQL');
  assert.equal(prompt(agent, technologies('Database:** none')), agent);
});

void test('a layer names what is declared under its own label', () => {
  const profile = adapted(
    fenceUnder('Technologies', 'tests:', '  Frontend_Testing: "a"', '  Backend_Testing: "b"'),
    `- **primary_language**: typescript\n\n${technologies('Frontend:** Angular', 'Backend:** .NET')}`,
  );
  const reasons = profile.requirements.flatMap(({ vocabulary }) =>
    vocabulary.filter(({ key }) => key.kind === 'entry').map(({ because }) => because),
  );
  assert.deepEqual(reasons, ['Angular is declared (CLAUDE.md:5)', '.NET is declared (CLAUDE.md:6)']);
});

void test('a bare section number is no requirement', () => {
  const text = 'Based on `CLAUDE.md` Section 8 configuration.\n\n' + under('Database', 'PostgreSQL');
  const { requirements } = adapted(text, technologies('Database:** PostgreSQL'));
  assert.deepEqual(
    requirements.map(({ requirement }) => requirement.label),
    ['Database'],
  );
});
