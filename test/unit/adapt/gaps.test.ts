/** What is declared and unknown to an agent: only what is of its trade, each thing once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adaptAgent } from '../../../server/src/adapt/adaptAgent.ts';
import { agentOf, checkProfile, factsOf } from '../../support/profiles.ts';

const under = (label: string, ...lines: string[]): string =>
  `Based on the **"${label}"** section in \`CLAUDE.md\`:\n\n${lines.join('\n')}\n\n`;
const bullets = (label: string, ...keys: string[]): string =>
  under(label, ...keys.map((key) => `- **${key}**: x`));
const fence = (label: string, ...lines: string[]): string => under(label, '```yaml', ...lines, '```');

const office = `- **primary_language**: typescript

## Technologies

- **Frontend:** Angular 17+, RxJS, NgRx
- **Backend:** .NET Core 8, C# 12, Entity Framework Core 8, SignalR
- **Database:** SQL Server 2022, Redis Cache, Entity Framework migrations
`;
const desk = `## Technologies

- **Frontend:** Python wxPython
- **Backend:** Python 3.11, SQLAlchemy, Pydantic
- **Database:** SQLite
`;
const cloud = `## Technologies

- **Backend:** Python, FastAPI, Kafka
- **Database:** PostgreSQL
- **Deployment:** AWS, Kubernetes, Prometheus, GitHub Actions
`;

/** An agent, a document, what is unknown to it, and what is known through what. */
const cases: readonly (readonly [
  name: string,
  agent: string,
  document: string,
  gaps: string,
  through: string,
])[] = [
  [
    'who watches systems is not asked for databases',
    fence(
      'Technologies',
      'watching:',
      '  prometheus: "a"',
      '  grafana: "b"',
      'tracing:',
      '  jaeger: "c"',
      '  elasticsearch: "d"',
      '  fluentd: "e"',
    ),
    office,
    '',
    '',
  ],
  ['nor who draws for web frameworks', bullets('Technologies', 'OpenGL', 'Vulkan'), office, '', ''],
  ['nor who builds desktops', bullets('Technologies', 'wxWidgets Projects', 'Qt Projects'), office, '', ''],
  ['nor who moves data', bullets('Backend', 'Spark', 'Kafka'), office, '', ''],
  ['but for what moves data', bullets('Backend', 'Spark', 'RabbitMQ'), cloud, 'Kafka', ''],
  [
    'who builds servers is asked for all of it',
    bullets('Backend', 'Node.js', 'Python'),
    cloud,
    'Kafka',
    'FastAPI<Python',
  ],
  [
    'who knows .NET knows C#',
    bullets('Backend', '.NET', 'Java'),
    office,
    '',
    'Entity Framework Core<.NET SignalR<.NET',
  ],
  [
    'a thing and a part of it are one gap',
    bullets('Database', 'SQL Server', 'MySQL') + bullets('Backend', 'Java'),
    '## Technologies\n\n- **Backend:** Java, Entity Framework Core\n- **Database:** SQL Server, Entity Framework\n',
    'Entity Framework Core',
    '',
  ],
  [
    'what runs on what only a leaf runs on',
    fence('Backend', 'Java:', '  x: "a, b"', 'Node.js:', '  y: "Celery, c"'),
    desk,
    '',
    'SQLAlchemy<Python Pydantic<Python',
  ],
  ['deployment role by role', bullets('Deployment', 'Docker', 'Azure'), cloud, 'AWS', ''],
  ['who knows AWS RDS knows AWS', bullets('Deployment', 'AWS_RDS', 'Docker'), cloud, '', ''],
  [
    'a part of a domain',
    bullets('Business domains', 'Payments', 'Retail'),
    '- Business domains: fintech, telecom\n',
    'telecom',
    '',
  ],
  [
    'a domain and a part of it are one',
    bullets('Business domains', 'Healthcare'),
    '- Business domains: media, podcasts, live streaming, telecom\n',
    'media telecom',
    '',
  ],
  [
    'the first of them',
    bullets('Business domains', 'Healthcare'),
    '- Business domains: podcasts, media\n',
    'podcasts',
    '',
  ],
  [
    'what comes with a gap is none of its own',
    bullets('Backend', 'Node.js', 'Python'),
    '## Technologies\n\n- **Backend:** C# 12, .NET 8, SignalR\n',
    '.NET SignalR',
    '',
  ],
  [
    'through the nearest of those it builds on',
    bullets('Technologies', 'JavaScript', 'Node.js'),
    '## Technologies\n\n- **Backend:** NestJS\n',
    '',
    'NestJS<Node.js',
  ],
  [
    'who draws is asked for the engine',
    bullets('Technologies', 'OpenGL', 'Vulkan'),
    '## Technologies\n\n- **Engine:** Unity 2022 LTS\n',
    'Unity',
    '',
  ],
  [
    'who writes for the web is not',
    bullets('Technologies', 'React', 'Vue.js'),
    '## Technologies\n\n- **Engine:** Unity 2022 LTS\n- **Frontend:** Svelte\n',
    'Svelte',
    '',
  ],
  [
    'unless the label says that it is the frontend',
    bullets('Frontend', 'React', 'Vue.js'),
    '## Technologies\n\n- **Frontend:** Unity 2022 LTS\n',
    'Unity',
    '',
  ],
  [
    'a board is no business of servers',
    bullets('Technologies', 'Node.js', 'Python'),
    '## Technologies\n\n- **Backend:** Rust, MQTT\n- **Firmware:** ESP32, FreeRTOS\n',
    'Rust MQTT',
    '',
  ],
  [
    'who moves data is asked for all that moves it',
    bullets('Backend', 'Spark', 'Kafka'),
    '## Technologies\n\n- **Backend:** Python, Dagster, Polars\n',
    'Dagster Polars',
    '',
  ],
  [
    'a server is not made of what tests it',
    bullets('Technologies', 'Python', 'React'),
    '## Technologies\n\n- **Backend:** Python, FastAPI, pytest, MyPy\n- **Frontend:** React, Storybook\n',
    '',
    'FastAPI<Python',
  ],
  ['by layer, everything', bullets('Technologies', 'Frontend', 'Backend'), cloud, '', ''],
  [
    'in a flat list each for itself',
    bullets('Technologies', 'Node.js', 'Python', 'Java', 'Redis'),
    cloud,
    'Kafka PostgreSQL',
    'FastAPI<Python',
  ],
];

for (const [name, prompt, document, gaps, through] of cases) {
  void test(name, () => {
    const agent = agentOf(`---\nname: a\ndescription: b\n---\n${prompt}`);
    const facts = factsOf(document);
    const profile = adaptAgent(agent, facts);
    checkProfile(agent, facts, profile, name);
    assert.equal(profile.gaps.map(({ value }) => value.text).join(' '), gaps);
    const known = profile.knownOnlyThrough.map((one) => `${one.value.text}<${one.through}`);
    assert.equal(known.join(' '), through);
  });
}

/** What the head says was applied. */
const heads: readonly (readonly [name: string, agent: string, document: string, applied: string])[] = [
  [
    'what is declared elsewhere decided too',
    bullets('Backend', 'Node.js', 'Python') + bullets('Database', 'PostgreSQL', 'Redis', 'MySQL'),
    '## Technologies\n\n- **Backend:** Node.js, Redis\n- **Database:** PostgreSQL\n',
    'Backend – technologies and tools (Node.js, Redis); Database (PostgreSQL, Redis)',
  ],
  [
    'a label over all adds what is not told yet',
    bullets('Technologies', 'Node.js', 'Docker', 'Podman') + bullets('Backend', 'Node.js', 'Python'),
    '## Technologies\n\n- **Backend:** Node.js\n- **Deployment:** Docker\n',
    'Backend – technologies and tools (Node.js); Technologies (Docker)',
  ],
  [
    'nothing that only a layer knows',
    fence(
      'Technologies',
      'tests:',
      '  Frontend_Testing:',
      '    unit: "Jest, Vitest"',
      '  Backend_Testing:',
      '    api: "x"',
    ),
    '## Technologies\n\n- **Frontend:** Angular, Jest\n- **Backend:** C++\n',
    'Technologies (Jest)',
  ],
  ['nothing at all', bullets('Technologies', 'Frontend', 'Backend'), cloud, ''],
];

for (const [name, prompt, document, applied] of heads) {
  void test(`the head: ${name}`, () => {
    const { text } = adaptAgent(agentOf(`---\nname: a\ndescription: b\n---\n${prompt}`), factsOf(document));
    assert.equal(/^> - Applied: (.*)$/m.exec(text)?.[1] ?? '', applied);
  });
}

void test('sizes count an earlier project section in the file', () => {
  const document = '## Non-functional Requirements\n\n- Performance: 10 ms\n';
  const prompt = 'Based on the **"Performance"** section in `CLAUDE.md`.\n';
  const facts = factsOf(document);
  const first = adaptAgent(agentOf(`---\nname: a\ndescription: b\n---\n${prompt}`), facts);
  const again = adaptAgent(agentOf(first.text), facts);
  assert.deepEqual(again.lines, { before: first.lines.after, after: first.lines.after });
  assert.deepEqual(again.tokens, { before: first.tokens.after, after: first.tokens.after });
});
